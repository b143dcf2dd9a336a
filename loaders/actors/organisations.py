"""Organisations: which of an article's names are one body, by acronym, by shorter name, by the lexicon."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from sayso.loaders.actors.known import Name
from sayso.loaders.actors.lexicon import lexicon
from sayso.loaders.actors.slug import key
from sayso.loaders.actors.titled import FIRMS
from sayso.loaders.actors.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from sayso.loaders.actors.gazetteer import Gazetteer

_MOST = 400  # bodies that a name is compared with
_SMALL = frozenset("of the for and in on to at de la du des &".split())


@dataclass
class Body:
    """One organisation of the article: its key, fullest name, the names it has here and what it is ("committee")."""

    key: str
    full: str
    names: Counter[str] = field(default_factory=Counter)
    kinds: frozenset[str] = frozenset()
    same_as: tuple[str, ...] = ()


def acronyms(name: str) -> set[str]:
    """Return the initials of a name, with and without its small words: "Alliance to Reclaim Our Schools" → AROS."""
    parts = [w for w in name.replace("-", " ").split() if w[0].isalnum()]
    large = "".join(w[0] for w in parts if w.lower() not in _SMALL).upper()
    every = "".join(w[0] for w in parts).upper()
    return {a for a in (large, every, "".join(w[0] for w in parts if w[0].isupper())) if len(a) > 1}


def kinds_of(name: str) -> frozenset[str]:
    """Return what a name says of its kind: "House Intelligence Committee" is a committee, a panel."""
    found = {w for w in name.lower().split() if w in words().organisations}
    if "committee" in found:
        found.add("panel")
    if name.endswith(("Times", "Post", "Journal", "Tribune", "Globe", "Herald", "Gazette", "Guardian", "Chronicle")):
        found |= {"newspaper", "paper", "daily", "outlet"}
    if found & {
        "association",
        "foundation",
        "coalition",
        "alliance",
        "institute",
        "federation",
        "league",
        "council",
        "movement",
    }:
        found |= {"group", "organisation", "organization"}
    if found & {"agency", "commission", "council", "committee", "authority", "union", "board", "watchdog"}:
        found |= {"body", "organisation", "organization"}
    if found & {"company", "corporation", "firm"} or name.endswith(
        (" Inc.", " Inc", " Corp.", " Co.", " Ltd", " Ltd.")
    ):
        found |= {"company", "firm", "corporation"}
    return frozenset(found)


def gather(doc: Doc, names: list[Name], known: Gazetteer) -> dict[int, Body]:
    """Return the body of each name of form "organisation", by the name's index; `known` are a user's own too."""
    bodies: dict[str, Body] = {}
    found: dict[int, Body] = {}
    order = sorted((i for i, n in enumerate(names) if n.form == "organisation"), key=lambda i: -len(names[i].text))
    short = _bracketed(doc, names)
    for index in order:
        name = names[index]
        # what the text explains itself goes before the lexicon: "the Rapid Support Forces (RSF)"
        body = (None if name.text in short else _known(bodies, name)) or _listed(bodies, name, known)
        body = body or _same(bodies, name, short)
        if body is None:
            body = Body(key("organisation", name.text), name.text, kinds=kinds_of(name.text))
            bodies[body.key] = body
        body.kinds |= _called(doc, name.start)
        if name.use != "adherent" or name.text.endswith("s"):  # "the Democrats" for their party
            body.names[name.text] += 1
        found[index] = body
    return found


def _called(doc: Doc, start: int) -> frozenset[str]:
    """Read what stands before a name, "the steelmaker Rheinstahl": a steelmaker, a company."""
    before = doc[start - 1] if start else None
    if before is None or before.tag_ != "NN" or before.dep_ not in ("compound", "nmod") or before.head.i < start:
        return frozenset()
    kind = before.lower_
    if kind.endswith("maker") or kind in FIRMS:
        return frozenset((kind, "company", "firm"))
    return frozenset((kind,)) if kind in words().organisations else frozenset()


def _listed(bodies: dict[str, Body], name: Name, known: Gazetteer) -> Body | None:
    """Return the organisation of the gazetteer that alone bears a name."""
    figures = known.bodies(name.text)
    if len(figures) != 1:
        return None
    figure = figures[0]
    if figure.key not in bodies:
        spellings = Counter(dict.fromkeys(figure.aliases, 0))
        bodies[figure.key] = Body(figure.key, figure.name, spellings, kinds_of(figure.name), figure.same_as)
    return bodies[figure.key]


def _known(bodies: dict[str, Body], name: Name) -> Body | None:
    """Return the lexicon's organisation, whole or as the name of a longer spelling."""
    actor = name.actor
    if actor is None:
        entry = lexicon().find(name.text)
        actor = entry.actor if entry and entry.use == "name" and entry.actor.startswith("organisation/") else None
    if actor is None:
        return None
    if actor not in bodies:
        known = lexicon().actors[actor]
        bodies[actor] = Body(actor, known.name, kinds=lexicon().kinds.get(actor, frozenset()) | kinds_of(known.name))
    return bodies[actor]


def _bracketed(doc: Doc, names: list[Name]) -> dict[str, str]:
    """Read "Alliance to Reclaim Our Schools (AROS)": the short name → the long one."""
    short = {}
    for name in names:
        if name.form == "organisation" and name.end + 2 < len(doc) and doc[name.end].text == "(":
            inner, close = doc[name.end + 1].text, doc[name.end + 2].text
            if close == ")" and inner.isupper() and len(inner) > 1:
                short[inner] = name.text
    return short


def _same(bodies: dict[str, Body], name: Name, short: dict[str, str]) -> Body | None:
    """Find the body, of those with longer names, that this name means."""
    text, parts = name.text, name.text.split()
    if text in short:
        return next((b for b in islice(bodies.values(), _MOST) if short[text] in (b.full, *b.names)), None)
    plain = text.replace(".", "")
    if plain.isupper() and len(plain) > 1 and len(parts) == 1:
        return next((b for b in islice(bodies.values(), _MOST) if plain in acronyms(b.full)), None)
    fits = []
    for body in islice(bodies.values(), _MOST):
        full = body.full.split()
        if full == parts or text in body.names:
            return body
        paper = "newspaper" in body.kinds and full[-1:] == parts
        if paper:
            return body
        ends = len(parts) < len(full) and full[-len(parts) :] == parts and (len(parts) > 1 or len(full) == 2)
        starts = len(parts) > 1 and full[: len(parts)] == parts and full[len(parts) : len(parts) + 1] != []
        starts = starts and full[len(parts)].lower() in _SMALL
        starts = starts or (len(parts) == 1 < len(full) <= 3 and full[0] == text and len(text) > 3)
        # "the Commission" after "the European Commission", though the lexicon has it
        kind = len(parts) == 1 and ends and text.lower() in words().organisations
        if (ends or starts) and (kind or body.key not in lexicon().actors):
            fits.append(body)
    return fits[0] if len(fits) == 1 else None
