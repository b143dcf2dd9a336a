"""Addressees: the nouns that a cue is directed at ("told Macron", "called on his allies", "in talks with NATO")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.loaders.actors.sources import heads_in
from sayso.loaders.actors.tokens import tokens_in
from sayso.loaders.actors.words import words
from sayso.loaders.facts import Attribution
from sayso.loaders.word_lists import word_row, word_set, word_tables

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# verbs whose object is the one spoken to; the rest of what they take is the content
_TO_OBJECT = word_set("actors/addressees", "to_object")
_TELLING = word_set("actors/addressees", "telling")
_LONGEST_LISTENER = 7  # words
# nouns that mean listeners by themselves: "told the press"
HEARERS = word_set("actors/addressees", "hearers")
_BEHIND = {verb: word_row("actors/behind", verb) for verb in word_tables("actors/behind")}
# verbs that also take what is threatened or asked for: "threatened walkouts"
_MANNERS = word_set("actors/addressees", "manners")
_DEEDS_TOO = word_set("actors/addressees", "deeds_too")
_MAIL = word_set("actors/addressees", "mail")
_BACK = 400  # words in which a letter was mentioned before
_LONGEST_ROW = 40
_TALKS = word_set("actors/addressees", "talks")
_OCCASIONS = word_set("actors/addressees", "occasions")
_BEGINNING = word_set("actors/addressees", "beginning")


def cue_tokens(doc: Doc, attribution: Attribution) -> list[Token]:
    """Return the words of an attribution's cues."""
    return [t for s in attribution.cues for t in tokens_in(doc, s)]


def spoken_to(cues: Sequence[Token], attribution: Attribution) -> list[Token]:
    """List the nouns that the words of a cue are directed at, with those joined to them, each once."""
    spoken = [*cues, *_speaking(cues)]
    told = (*_objects(spoken), *_partners(cues), *_written_to(cues), *_between(cues, attribution))
    found = {t.i: t for t in told if t.pos_ not in ("VERB", "PUNCT")}
    return [t for t in found.values() if not any(s.start <= t.idx < s.end for s in attribution.sources)]


def _speaking(cues: Sequence[Token]) -> Iterator[Token]:
    """Yield what hangs on a cue as another saying: "Speaking to Handelsblatt, Ada Hill said"."""
    for cue in cues:
        for child in cue.children:
            if child.dep_ == "advcl" and child.tag_ == "VBG" and child.lemma_ in _MANNERS:
                yield child


def recipients(doc: Doc, attribution: Attribution) -> list[Token]:
    """List to whom a letter goes that speaks: "sent a letter to the board … The letter reads"."""
    for head in heads_in(doc, attribution.sources):
        lemma = head.lemma_.lower()
        if lemma not in _MAIL:
            continue
        for token in reversed(doc[max(0, head.i - _BACK) : head.i + 1]):
            if token.lemma_.lower() != lemma:
                continue
            links = [
                c
                for top in (token, token.head)
                for c in top.rights
                if c.lower_ == "to" and c.dep_ in ("prep", "dative")
            ]
            if found := [c for link in links for c in link.children if c.dep_ == "pobj"]:
                return found
    return []


def _objects(cues: Sequence[Token]) -> Iterator[Token]:
    inside = {t.i for t in cues}
    for cue in cues:
        lemma = cue.lemma_.lower()
        for child in cue.rights:  # "gave the court an answer"
            if child.dep_ == "dative" and child.pos_ in ("PROPN", "PRON", "NOUN"):
                yield from joined(child)
        if lemma == "call" and any(c.dep_ in ("oprd", "ccomp") or _is_named(c) for c in cue.rights):
            continue  # "called it a mistake" speaks of it, not to it
        if lemma in _TO_OBJECT and cue.pos_ in ("VERB", "AUX", "NOUN"):
            yield from _passive(cue)
            for child in cue.rights:
                if child.dep_ in ("dobj", "dative", "obj") or (child.dep_ == "nsubj" and child.i > cue.i):
                    if lemma not in _DEEDS_TOO or _somebody(child):
                        yield from joined(_last_word(child))
                    break
                if child.dep_ in ("ccomp", "xcomp") and child.i not in inside:
                    # "urged them to reconsider": the object is the subject of what is asked
                    if subject := next(
                        (c for c in child.lefts if c.dep_ == "nsubj" and c.i > cue.i and _asked(child)), None
                    ):
                        yield from joined(subject)
                    break
        for preposition in _prepositions(cue, inside) if lemma in _BEHIND else ():
            if preposition.lower_ in _BEHIND[lemma]:
                for noun in preposition.children:
                    if noun.dep_ == "pobj":
                        yield from joined(noun)


def _is_named(noun: Token) -> bool:
    """Say whether behind a noun and a comma stands what it is called: "called his rival, Bob Pope, a coward"."""
    last = noun.right_edge
    called = [t for t in noun.subtree if t.dep_ == "appos" and t.pos_ == "NOUN" and t.i > noun.i]
    return noun.dep_ == "dobj" and any(t.left_edge.lower_ in ("a", "an") and t.i <= last.i for t in called)


def _last_word(noun: Token) -> Token:
    """Return the last word of a name that the parser takes to pieces: "told the Wearside | Gazette"."""
    last = noun
    while last.pos_ == "PROPN" and last.i + 1 < len(last.doc):
        following = last.nbor(1)
        if following.pos_ != "PROPN" or following.head.i != noun.head.i or following.dep_ != noun.dep_:
            break
        last = following
    return last


def _passive(cue: Token) -> Iterator[Token]:
    """Yield who is told by whomever: "Residents were told to stay"."""
    if any(c.dep_ == "auxpass" for c in cue.children):
        for child in cue.lefts:
            if child.dep_ == "nsubjpass":
                yield from joined(child)


def _between(cues: Sequence[Token], attribution: Attribution) -> Iterator[Token]:
    """Yield whoever stands between the cue and its words: "told [the Mysore Star] only few were left"."""
    if not cues or cues[-1].lemma_.lower() not in _TELLING or not attribution.contents:
        return
    doc, first = cues[-1].doc, min(s.start for s in attribution.contents)
    row: list[Token] = []
    for token in doc[cues[-1].i + 1 : cues[-1].i + 1 + _LONGEST_LISTENER]:
        if token.idx >= first or token.lower_ in _BEGINNING or token.is_punct:
            break
        if token.ent_type_ not in ("DATE", "TIME"):  # "told Handelsblatt yesterday"
            row.append(token)
    names = [t for t in row if t.pos_ in ("PROPN", "NOUN", "PRON")]
    if names and all(t.pos_ in ("PROPN", "NOUN", "PRON", "DET", "ADJ", "ADP", "PART", "NUM") for t in row):
        yield names[-1]


def _written_to(cues: Sequence[Token]) -> Iterator[Token]:
    """Yield to whom a letter goes that says something: "sent a letter requesting new rules to the minister"."""
    for cue in cues:
        letter = cue.head
        if cue.dep_ in ("acl", "relcl") and letter.lemma_.lower() in _MAIL:
            for top in (letter, letter.head, cue):
                for link in top.rights:
                    if link.lower_ == "to" and link.dep_ in ("prep", "dative"):
                        yield from (c for c in link.children if c.dep_ == "pobj")


def _somebody(noun: Token) -> bool:
    """Say whether a noun means a person or a body rather than a deed."""
    known = words().offices | words().people | words().organisations | words().kin
    return noun.pos_ in ("PROPN", "PRON") or bool(noun.ent_type_) or noun.lemma_.lower() in known


def _partners(cues: Sequence[Token]) -> Iterator[Token]:
    """Yield those with whom talks are held, or to whom a letter goes, in which something is said."""
    for cue in cues:
        # "Ada Hill, in remarks to the council, said": the parser may hang them on the speaker
        around = [*cue.children, *(c for subject in cue.lefts if subject.dep_ == "nsubj" for c in subject.rights)]
        for preposition in [c for c in around if c.dep_ == "prep" and c.lower_ in _OCCASIONS]:
            for noun in preposition.children:
                if noun.dep_ == "pobj" and noun.lemma_.lower() in _TALKS:
                    for link in noun.rights:
                        if link.dep_ == "prep" and link.lower_ in ("with", "to"):
                            for partner in link.children:
                                if partner.dep_ == "pobj":
                                    yield from joined(partner)


def _asked(verb: Token) -> bool:
    """Say whether a clause is an infinitive: "to reconsider"."""
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.lefts)


def _prepositions(cue: Token, inside: set[int]) -> Iterator[Token]:
    for child in cue.rights:
        if child.dep_ in ("prep", "dative", "prt"):
            yield child
        elif child.i in inside or child.dep_ == "dobj":
            yield from (c for c in child.rights if c.dep_ in ("prep", "dative"))


def joined(noun: Token) -> list[Token]:
    """Return a noun and those joined to it by "and", a row of some dozens at most."""
    found = [noun]
    for part in found:
        found += [c for c in part.rights if c.dep_ == "conj"]
        if len(found) > _LONGEST_ROW:
            break
    return found
