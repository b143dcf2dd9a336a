"""Afterwards: what can be read only once everybody's words are: "I" and "we", who is told, spokesmen, crowds."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.loaders.actors.addressees import HEARERS, cue_tokens, spoken_to
from sayso.loaders.actors.crowds import crowds as crowds_in
from sayso.loaders.actors.groups import unnamed
from sayso.loaders.actors.sources import noun_phrase
from sayso.loaders.actors.titled import is_office
from sayso.loaders.actors.tokens import tokens_in
from sayso.loaders.actors.words import words
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

    from sayso.loaders.actors.discourse import Reader

_LONGEST_NAME = 9  # words
_I = word_set("meaning/clauses", "first_person")
_TWEETS = word_set("actors/afterwards", "tweets")
_WE = word_set("actors/afterwards", "ours")
_SPOKESMEN = word_set("actors/afterwards", "spokesmen")


def addressees(reader: Reader) -> None:
    """Add those without a name whom somebody addresses, and "in a tweet" as Twitter."""
    for attribution in reader.attributions:
        cues = cue_tokens(reader.scene.doc, attribution)
        for noun in spoken_to(cues, attribution):
            common = noun.pos_ == "NOUN" or (noun.pos_ == "PROPN" and noun.text.islower())  # "the health ministry"
            if noun.i not in reader.meant and noun.i not in reader.scene.name_at and common:
                low = noun.lower_
                known = words().people | words().offices | words().organisations | HEARERS
                if noun.tag_ == "NNS" or low in known:
                    start, end = noun_phrase(noun)
                    if actor := unnamed(reader.scene, noun):
                        reader.found(noun, start, end, (actor,), noun.tag_ == "NNS")
        for noun in [*cues, *reader.scene.doc[cues[-1].i : cues[-1].i + 6]] if cues else ():
            posted = noun.text.rstrip(".") == "X" and noun.i > 0 and reader.scene.doc[noun.i - 1].lower_ == "on"
            if (noun.lower_ in _TWEETS or posted) and noun.i not in reader.scene.name_at:
                reader.scene.mention(noun.i, noun.i + 1, reader.scene.shared("organisation/twitter"))


def own_voice(reader: Reader) -> None:
    """Read the "we" of a release, outside quotation marks, as the state or body that speaks most in it.

    Also as the state that speaks before anybody else. Where others speak as much, "we" are the authors, of whom
    nothing is told.
    """
    heads = sorted({t.i: t for found in reader.heads.values() for t in found}.values(), key=lambda t: t.i)
    ours = [t for t in heads if t.lower_ in _WE and not reader.is_quoted(t)]
    if not ours:
        return
    spoken = Counter(a for t in heads for a in reader.meant.get(t.i, ()))
    actor, times = next(iter(spoken.most_common(1)), ("", 0))
    first = next((t for t in heads if t.i in reader.meant), ours[0])
    leading = next(iter(reader.meant.get(first.i, ())), "")
    leads = leading and reader.scene.kind(leading) == "Country" and first.i < ours[0].i and not reader.is_quoted(first)
    if leads:
        actor = leading
    if leads or (2 * times > spoken.total() and reader.scene.kind(actor) in ("Country", "Organisation")):
        for token in ours:
            if token.i not in reader.meant:
                reader.meant[token.i] = (actor,)
                reader.scene.mention(token.i, token.i + 1, actor)


def spellings(reader: Reader) -> None:
    """Keep how a body or state is called where it speaks: "the Oslo government", "the Court of Session in Leeds"."""
    scene = reader.scene
    for attribution, heads in reader.heads.items():
        if len(attribution.sources) != 1 or len(heads) != 1:
            continue
        tokens, actors = tokens_in(scene.doc, attribution.sources[0]), reader.meant.get(heads[0].i, ())
        while len(tokens) > 1 and (tokens[0].lower_ in ("the", "a", "an") or tokens[0].is_space):
            tokens = tokens[1:]
        while len(tokens) > 1 and (tokens[-1].is_punct or tokens[-1].is_space or tokens[-1].tag_ == "POS"):
            tokens = tokens[:-1]
        if len(actors) != 1 or not 1 < len(tokens) <= _LONGEST_NAME or not _names_body(tokens, heads[0]):
            continue
        known = scene.actors[actors[0]]
        if known.kind in ("Organisation", "Country") and not known.key.startswith("group/"):
            scene.add(replace(known, names=(known.names | {" ".join(tokens.text.split())}) - {known.name}))


def _names_body(tokens: Tokens, head: Token) -> bool:
    """Say whether a source is a body's name as it stands: it opens with a name, and nothing but a body heads it."""
    opens = tokens[0].pos_ == "PROPN" or tokens[0].ent_type_ in ("NORP", "GPE", "ORG")
    body = head.pos_ == "PROPN" or head.lower_ in words().organisations or head.lower_ in ("authorities", "officials")
    plain = all(t.pos_ not in ("VERB", "AUX", "PRON", "PUNCT", "CCONJ") for t in tokens)
    no_document = head.lower_ not in words().documents and head.lemma_.lower() not in words().documents
    return opens and body and plain and no_document and not is_office(head)


def spokesmen(reader: Reader) -> None:
    """Let an unnamed spokesman speak for the body too: "a spokesman for Boeing"."""
    for heads in reader.heads.values():
        for token in heads:
            actors = reader.meant.get(token.i, ())
            if len(actors) != 1 or not actors[0].startswith("group/") or token.lower_ not in _SPOKESMEN:
                continue
            links = [c for c in token.rights if c.lower_ in ("for", "of")]
            near = [c for c in token.lefts if c.dep_ in ("compound", "poss", "nmod")]
            near += [c for link in links for c in link.children]
            bodies = [reader.scene.at[c.i] for c in near if c.i in reader.scene.at]
            # "the representative of Kenya" is not Kenya, as a spokesman for Kenya is
            kinds = ("Organisation", "Country") if token.lower_.startswith("spokes") else ("Organisation",)
            if body := next((b for b in bodies if reader.scene.kind(b) in kinds), None):
                reader.meant[token.i] = (*actors, body)
                reader.scene.mention(token.i, token.i + 1, actors[0])
                reader.scene.mention(token.i, token.i + 1, body)


def crowds(reader: Reader) -> None:
    """Add the people without a name whom the words talk about: they answer to no pronoun elsewhere."""
    # peoples and faiths ("the Quakers") are names that no list has
    others = (name for name in reader.scene.names if name.form != "group")
    named = {i for name in others for i in range(name.start, name.end)}
    for token in crowds_in(reader.scene.doc, reader.attributions).values():
        if token.i in reader.meant or token.i in named:
            continue
        if actor := unnamed(reader.scene, token):
            reader.scene.mention(*noun_phrase(token), actor)


def first_persons(reader: Reader) -> None:
    """Give "I" and "we" inside words to their speakers."""
    for attribution in reader.attributions:
        actors = reader.speakers(attribution)
        if not actors:
            continue
        for content in attribution.contents:
            for token in tokens_in(reader.scene.doc, content):
                if token.lower_ in _I and token.pos_ in ("PRON", "DET") and token.text != "US":
                    for actor in actors:
                        reader.scene.mention(token.i, token.i + 1, actor)
