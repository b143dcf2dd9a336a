"""Organisations: which of an article's names are one body, by acronym, by shorter name, by the lexicon."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from sayso.loaders.actors.beginnings import stands_for
from sayso.loaders.actors.known import Name
from sayso.loaders.actors.lengthened import LEGAL
from sayso.loaders.actors.lexicon import lexicon
from sayso.loaders.actors.slug import key
from sayso.loaders.actors.told_kinds import is_firm, kind_told
from sayso.loaders.actors.words import words
from sayso.loaders.word_lists import word_row, word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from sayso.loaders.actors.gazetteer import Gazetteer

_MOST = 400  # bodies that a name is compared with
_SHORTEST, _LONGEST = 3, 8  # letters of a name cut short
_SMALL = word_set("actors/organisations", "small")
_PAPERS = word_row("actors/organisations", "papers")
_IS_PAPER = word_set("actors/organisations", "is_paper")
_OFFICIAL = word_set("actors/organisations", "official")
_JOINED = word_set("actors/organisations", "joined")
_OF_FIRMS = word_row("actors/organisations", "of_firms")
_IS_GROUP = word_set("actors/organisations", "is_group")
_IS_BODY = word_set("actors/organisations", "is_body")
_IS_FIRM = word_set("actors/organisations", "is_firm")
_SITES = word_set("actors/organisations", "sites")


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
    if name.endswith(_PAPERS):
        found |= _IS_PAPER
    if found & _JOINED:
        found |= _IS_GROUP
    if found & _OFFICIAL:
        found |= _IS_BODY
    if found & _IS_FIRM or name.endswith(_OF_FIRMS):
        found |= _IS_FIRM
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
        body = None if name.text in short else (_longer(bodies, name) or _known(bodies, name))
        body = body or _listed(bodies, name, known) or _same(bodies, name, short)
        if body is None:
            body = Body(key("organisation", name.text), name.text, kinds=kinds_of(name.text))
            bodies[body.key] = body
        body.kinds |= _called(doc, name)
        if name.use != "adherent" or name.text.endswith("s"):  # "the Democrats" for their party
            body.names[name.text] += 1
        found[index] = body
    return found


def _called(doc: Doc, name: Name) -> frozenset[str]:
    """Read what stands beside a name, "the steelmaker Rheinstahl": a steelmaker, a company."""
    kind = kind_told(doc, name.start, name.end)
    if kind is None:
        return frozenset()
    return frozenset((kind, "company", "firm") if is_firm(kind) or kind in _IS_FIRM else (kind,))


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


def _longer(bodies: dict[str, Body], name: Name) -> Body | None:
    """Return the body that the article itself names in full: "the Supreme Court" after "the Supreme Court of Kenya"."""
    parts = name.text.split()
    if name.actor is None or len(parts) < 2 or name.use == "adherent":
        return None
    fits = [
        b for b in islice(bodies.values(), _MOST) if b.key not in lexicon().actors and _extends(parts, b.full.split())
    ]
    return fits[0] if len(fits) == 1 else None


def _extends(parts: list[str], full: list[str]) -> bool:
    """Say whether a name begins with another and goes on with "of" or "in", or ends with it behind a state's name."""
    size = len(parts)
    if size >= len(full):
        return False
    if full[:size] == parts:
        return full[size] in ("of", "in")
    entry = lexicon().find(" ".join(full[:-size])) if full[-size:] == parts else None
    return entry is not None and entry.actor.startswith("country/")


@lru_cache(maxsize=4096)
def landed(name: str) -> tuple[str, str] | None:
    """Return the state that a body's name holds, by key, and the rest of the name; None where it holds none."""
    start, _, end = name.partition(" of ")
    entry = lexicon().match(name, 0)
    behind = lexicon().find(end.removeprefix("the ")) if end else None
    if behind is not None and behind.actor.startswith("country/"):
        return behind.actor, start.lower()
    if entry is None or not entry.actor.startswith("country/") or entry.use not in ("name", "demonym"):
        return None
    rest = name[len(entry.phrase) :].removeprefix("'s").removeprefix("’s").strip().lower()
    return (entry.actor, rest) if rest else None


@cache
def _by_state() -> dict[tuple[str, str], str]:
    """Return the lexicon's organisations by state and the rest of the name: "UK Supreme Court"."""
    named = ((landed(name), a.key) for a in lexicon().actors.values() for name in (a.name, *a.names))
    return {land: key for land, key in named if land is not None and key.startswith("organisation/")}


def _known(bodies: dict[str, Body], name: Name) -> Body | None:
    """Return the lexicon's organisation, whole or as the name of a longer spelling."""
    actor = name.actor
    if actor is None:
        plain = name.text.split()
        while len(plain) > 1 and plain[-1].lower() in LEGAL:  # "Apple Inc." is Apple
            plain.pop()
        entry = lexicon().find(" ".join(plain))
        actor = entry.actor if entry and entry.use == "name" and entry.actor.startswith("organisation/") else None
        actor = actor or _by_state().get(landed(name.text) or ("", ""))
    if actor is None:
        return None
    if actor not in bodies:
        known = lexicon().actors[actor]
        bodies[actor] = Body(actor, known.name, kinds=lexicon().kinds.get(actor, frozenset()) | kinds_of(known.name))
    return bodies[actor]


def _bracketed(doc: Doc, names: list[Name]) -> dict[str, str]:
    """Read "Alliance to Reclaim Our Schools (AROS)" and "the Tessen People's Party, or TVP,": short name → long one."""
    short = {}
    for name in names:
        if name.form == "organisation" and name.end + 3 < len(doc) and doc[name.end].text in ("(", ","):
            other = doc[name.end : name.end + 2].text.lower() == ", or"
            inner, close = doc[name.end + 1 + other].text, doc[name.end + 2 + other].text
            large = inner[0].isupper() and len(inner) > 1 and lexicon().find(inner) is None
            closed = close == "," and " " in name.text if other else close == ")" and doc[name.end].text == "("
            if closed and (inner.isupper() or (large and not other)) and len(inner) > 1:
                short[inner] = name.text
    return short


def _same(bodies: dict[str, Body], name: Name, short: dict[str, str]) -> Body | None:
    """Find the body, of those with longer names, that this name means."""
    text, parts = name.text, name.text.split()
    if text in short:
        return next((b for b in islice(bodies.values(), _MOST) if short[text] in (b.full, *b.names)), None)
    plain = text.replace(".", "")
    if plain.isupper() and len(plain) > 1 and len(parts) == 1:
        spelt = next((b for b in islice(bodies.values(), _MOST) if plain in acronyms(b.full)), None)
        if spelt is not None:
            return spelt
        cut = [b for b in islice(bodies.values(), _MOST) if _abbreviates(plain, b.full)]
        if len(cut) == 1:
            return cut[0]
    fits: list[Body] = []
    plainer: list[Body] = []
    for body in islice(bodies.values(), _MOST):
        full = body.full.split()
        if full == parts or text in body.names:
            return body
        paper = "newspaper" in body.kinds and full[-1:] == parts
        if paper:
            return body
        if (land := landed(text)) is not None and land == landed(body.full):
            return body  # "the Parliament of Iraq", "the Iraqi Parliament"
        ends = (
            not plain.isupper()
            and len(parts) < len(full)
            and full[-len(parts) :] == parts
            and (len(parts) > 1 or len(full) == 2)
        )
        starts = len(parts) > 1 and full[: len(parts)] == parts and full[len(parts) : len(parts) + 1] != []
        starts = starts and (full[len(parts)].lower() in _SMALL | LEGAL or stands_for(full, len(parts)))
        first = len(parts) == 1 < len(full) <= 3 and full[0] == text and full[1].lower() not in _SITES
        starts = starts or (first and (len(text) > 3 or plain.isupper()))
        # "the Commission" after "the European Commission", though the lexicon has it
        kind = len(parts) == 1 and ends and text.lower() in words().organisations
        if (ends or starts) and (kind or body.key not in lexicon().actors):
            fits.append(body)
            plainer += [body] if _only_plainer(parts, full) else []
    fits = plainer if len(fits) > 1 else fits
    return fits[0] if len(fits) == 1 else None


def _only_plainer(parts: list[str], full: list[str]) -> bool:
    """Say whether a name is a longer one without its legal form: "Apple" of "Apple Inc."."""
    return full[: len(parts)] == parts and all(w.lower() in LEGAL for w in full[len(parts) :])


def _abbreviates(letters: str, name: str) -> bool:
    """Say whether capitals are the beginnings of all words of a name, in order: "CENTCOM", "SIA" of Singapore Airlines.

    A state before the rest may be left out.
    """
    if not _SHORTEST <= len(letters) <= _LONGEST or not letters.isalpha():
        return False
    entry = lexicon().match(name, 0)
    rest = name[len(entry.phrase) :] if entry is not None and entry.actor.startswith("country/") else name
    return any(_begins_all(letters, _large_words(part)) for part in dict.fromkeys((name, rest)))


def _large_words(name: str) -> list[str]:
    parts = name.replace("-", " ").split()
    return [w.upper() for w in parts if w[0].isalnum() and w.lower() not in _SMALL]


def _begins_all(letters: str, parts: list[str]) -> bool:
    """Say whether letters can be cut so that each piece begins the word of its place; two words at least."""
    if not 2 <= len(parts) <= len(letters):
        return False
    reached = {0}
    for word in parts:
        reached = {
            at + n for at in reached for n in range(1, len(letters) - at + 1) if word.startswith(letters[at : at + n])
        }
    return len(letters) in reached
