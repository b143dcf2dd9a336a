"""Groups: those who speak without a name: "observers", "a federal judge", "parents with kids in charter schools"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.loaders.actors.crowds import COLLECTIVE
from sayso.loaders.actors.scene import Scene
from sayso.loaders.actors.sources import noun_phrase
from sayso.loaders.actors.words import words
from sayso.loaders.facts import ActorKind
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

MANY = word_set("actors/groups", "pronouns")
_RANKING = word_set("actors/groups", "ranking")
_BARE = word_set("actors/groups", "bare")
_LINKS = word_set("actors/groups", "links")
_LEADING = word_set("actors/titled", "owned")
_LONGEST = 16
_NESTED = 3  # phrases one inside the other
_DROPPED = frozenset(("det", "poss", "predet", "nummod", "quantmod"))


def unnamed(scene: Scene, token: Token, written: int = 0, begun: int = 0) -> str | None:
    """Add the unnamed actor that a noun means; None where the word says nothing ("it", "there").

    `begun` and `written` are the tokens where the source span starts and ends: what stands before is another's, its
    whole wording is a name too.
    """
    label, *others = _wordings(scene, token, written, begun)
    return scene.unnamed(_kind(_behind_collective(token) or token), label, *others) if label else None


def also_called(scene: Scene, token: Token, actors: tuple[str, ...], written: int = 0, begun: int = 0) -> None:
    """Add to an unnamed actor what a noun calls it that means it again: "Archaeologists …. The team from Leeds"."""
    if len(actors) != 1 or not actors[0].startswith("group/") or token.pos_ not in ("NOUN", "PROPN"):
        return
    known = scene.actors[actors[0]]
    others = {name for name in _wordings(scene, token, written, begun) if name}
    scene.actors[known.key] = replace(known, names=(known.names | others) - {known.name})


def _wordings(scene: Scene, token: Token, written: int, begun: int) -> tuple[str, ...]:
    """Return what a noun calls somebody without a name, the label first, which is "" where the word says nothing."""
    inner, outer = _behind_collective(token), token
    if inner is not None:
        token = inner
    if token.pos_ in ("DET", "ADJ") and token.lower_ not in words().quantifiers | {"those"}:
        return ("",)
    if token.pos_ == "PRON" and token.lower_ not in MANY:
        return ("",)
    start, end = noun_phrase(token)
    start = max(start, begun) if begun <= token.i else start
    first = next((t for t in scene.doc[start:end] if t.i == token.i or not _spare(t, token)), token)
    short = _plain(scene, first.i, end)
    whole = _plain(scene, first.i, _right_edge(token))
    alone = _plain(scene, token.i, token.i + 1)
    if token.lower_.removeprefix("ex-") in words().kin or token.text.startswith("@"):
        short = alone  # "the account [@TessenFC]"
    article = scene.doc[start].lower_ in ("the", "a", "an") and start + 1 < end
    named = {whole, alone, short, _plain(scene, start + article, end)}
    named |= _without_titles(scene, first.i, token)
    if first.i < token.i and first.lower_ in _RANKING:
        named.add(_plain(scene, first.i + 1, end))
    named |= {_plain(scene, first.i, cut) for cut in _cuts(token)}  # "families of the victims" of the fire
    large = next((t for t in scene.doc[first.i + 1 : token.i] if t.pos_ == "PROPN" or t.ent_type_ == "NORP"), None)
    if large is not None and not any(t.ent_type_ == large.ent_type_ != "" for t in scene.doc[first.i : large.i]):
        named.add(_plain(scene, large.i, end))  # "captured Kenyan fighters" are Kenyan fighters
    if inner is not None or outer.lower_ in COLLECTIVE:  # "group of Oslo politicians", "both sides of the aisle"
        begin = noun_phrase(outer)[0]
        begin += scene.doc[begin].lower_ in ("the", "a", "an") and begin < outer.i
        named |= {_plain(scene, begin, end), _plain(scene, begin, _right_edge(token))}
    written = min([written, *(c.i for c in token.rights if c.dep_ == "cc")])  # "the Conservatives and Labour" are two
    if end < written <= first.i + _LONGEST:
        named |= {_plain(scene, begin, written) for begin in (first.i, start + article)}
        cuts = (t.i for t in scene.doc[end + 1 : written] if t.pos_ in ("ADP", "VERB", "AUX", "SCONJ") or t.text == ",")
        named |= {_plain(scene, begin, cut) for cut in cuts for begin in (first.i, start + article)}
    elif start + article < first.i and end == written:
        named.add(_plain(scene, start + article, end))
    bare = token.lower_ in _BARE or token.pos_ in ("PRON", "DET", "ADJ")
    label = whole if bare and token.lower_ != "people" else short
    if token.lower_ in ("percent", "%"):
        label = _plain(scene, start, end)
    if not label.removeprefix("@")[:1].isalnum():
        return ("",)
    return (label, *named)


def _without_titles(scene: Scene, start: int, token: Token) -> set[str]:
    """Return "spokesman for Ada Hill" where a noun stands with "for Housing Minister Ada Hill"."""
    links = (c for c in token.rights if c.dep_ == "prep" and c.lower_ in _LEADING)
    phrases = ((c, noun) for c in links for noun in c.rights if noun.dep_ == "pobj")
    return {
        f"{_plain(scene, start, link.i + 1)} {scene.name_at[noun.i].text}"
        for link, noun in phrases
        if noun.i in scene.name_at and link.i - start < _LONGEST
    }


def _kind(token: Token) -> ActorKind:
    """Return what an unnamed actor is, by its noun."""
    low = token.lower_.removeprefix("ex-")
    if token.tag_ in ("NN", "NNP"):
        if low in words().offices or low in words().people or low in words().kin:
            return "Person"
        if low in words().organisations and low != "group":
            return "Organisation"
    return "Group"


def _behind_collective(token: Token) -> Token | None:
    """Return the noun behind "a group of …", "dozens of …"."""
    if token.lower_ in COLLECTIVE or token.lower_ in words().quantifiers:
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                return next((c for c in child.children if c.dep_ == "pobj" and c.pos_ == "NOUN"), None)
    return None


def _spare(token: Token, head: Token) -> bool:
    """Say whether a word before a noun is no part of the name: articles, numbers, "many", a day ("Monday")."""
    top = token
    while top.head.i != head.i and top.head.i != top.i:
        top = top.head
    return (
        top.dep_ in _DROPPED
        or token.lower_ in words().quantifiers
        or (token.ent_type_ == "DATE" and token.pos_ == "PROPN")
        or (not token.is_alpha and not token.text[0].isdigit())
    )


def _right_edge(token: Token) -> int:
    """Return where a noun's prepositional phrases end, clauses left out."""
    end = token.i + 1
    for child in token.rights:
        if child.dep_ != "prep" or child.i > end:
            break
        end = child.right_edge.i + 1
        inner = token.doc[child.i : min(end, token.i + _LONGEST)]
        clause = next((t.i for t in inner if t.dep_ in ("relcl", "acl", "appos") or t.text in (",", "—", "(")), end)
        end = min(end, max(clause, token.i + 1))
    return min(end, token.i + _LONGEST)


def _cuts(token: Token) -> list[int]:
    """List where a noun with its "of" phrases can end: behind each of them."""
    found: list[int] = []
    noun = token
    while len(found) < _NESTED:
        link = next((c for c in noun.rights if c.dep_ == "prep" and c.lower_ in _LINKS), None)
        inner = next((c for c in link.children if c.dep_ == "pobj"), None) if link is not None else None
        if inner is None or inner.i - token.i > _LONGEST:
            break
        found.append(inner.i + 1)
        noun = inner
    return found


def _plain(scene: Scene, start: int, end: int) -> str:
    """Return the words as a name: one line, a common noun's first letter small."""
    text = " ".join(scene.doc[start:end].text.split()).strip(" ,")
    first = scene.doc[start]
    if first.pos_ == "PROPN" or first.i in scene.name_at or not first.text[1:].islower():
        return text
    return text[:1].lower() + text[1:]
