"""Spoken names: a source that is nothing but a name is one, whatever the recogniser makes of its parts.

"Chukwuemeka Obi-Nwosu said …", "Kemi Badenoch said …", "@elonmusk wrote …": what speaks, and is written large from end
to end, is a person's name unless it is known as a body's or a place's.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.loaders.actors.behind_comma import apposed
from sayso.loaders.actors.behind_kinds import FIRMS, of_kind
from sayso.loaders.actors.known import Name, NameForm
from sayso.loaders.actors.lexicon import first_names, lexicon
from sayso.loaders.actors.sources import behind_said
from sayso.loaders.actors.styled import is_surname, without_letters
from sayso.loaders.actors.titled import holder_amid
from sayso.loaders.actors.tokens import tokens_in
from sayso.loaders.actors.words import words
from sayso.loaders.facts import Attribution
from sayso.loaders.word_lists import word_set, word_sets

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NAMED: dict[str, NameForm] = {"country": "country", "group": "group", "organisation": "organisation"}
_LONGEST = 6  # words of a name
_PARTICLES = frozenset().union(*word_sets("actors/surnames").values())
_PLACES = word_set("actors/spoken", "places")
_PERSONS = word_set("actors/nouns", "persons") | word_set("actors/styled", "trades")


def spoken(doc: Doc, names: list[Name], attributions: Iterable[Attribution]) -> list[Name]:
    """Return the names with those corrected that stand alone as a source, behind titles at most."""
    attributions = list(attributions)
    names = _cut(doc, names, attributions)
    taken = {i: n for n in names for i in range(n.start, n.end)}
    found = {id(n): n for n in names}
    for attribution in attributions:
        said = behind_said(doc, attribution)
        for span in (*attribution.sources, *([said] if said else [])):
            tokens = tokens_in(doc, span)
            person = apposed(tokens) or holder_amid(tokens)
            if (told := person or of_kind(tokens)) is not None:
                form: NameForm = "person" if person else "organisation"
                _correct(doc, found, taken, told, form)
                continue
            start, end = _inner(doc, tokens.start, tokens.end)
            if start >= end:
                continue
            if said is not None and start - 1 in taken and taken[start - 1].form == "person":
                found.pop(id(taken[start - 1]), None)  # "Said Streeting" is no name
                for i in range(start - 1, end):
                    taken.pop(i, None)
            handle = doc[start : without_letters(doc, start, end)].text
            inside = list({id(taken[i]): taken[i] for i in range(start, end) if i in taken}.values())
            named = handle.startswith("@") and " " not in handle
            alone = said is not None and end - start == 1 and not inside
            titled = start > tokens.start and doc[start - 1].lower_ in _PERSONS - FIRMS
            if not (named or alone) and not (_large(doc, start, end) and _free(doc, inside, start, end, titled)):
                continue
            for name in inside:
                found.pop(id(name), None)
            new = Name(start, end, "person", handle)
            found[id(new)] = new
            taken |= dict.fromkeys(range(start, end), new)
    return sorted(found.values(), key=lambda n: n.start)


def _cut(doc: Doc, names: list[Name], attributions: Iterable[Attribution]) -> list[Name]:
    """Cut the names that run over the border of somebody's words: "told Handelsblatt | Rob Stone had left".

    What leads in a source before it is none of its name: "Said | Ada Hill: …".
    """
    borders = {min(a.contents).start for a in attributions if a.contents}
    leads = {(c.start, s.start) for a in attributions for c in a.cues for s in a.sources if c.end < s.start}
    found = []
    for name in names:
        if name.end - name.start > 1 and (doc[name.start].idx, doc[name.start + 1].idx) in leads:
            name = replace(name, start=name.start + 1, text=doc[name.start + 1 : name.end].text)
        inner = (i for i in range(name.start + 1, name.end) if doc[i].idx in borders)
        at = next(inner, None)
        if at is None:
            found.append(name)
            continue
        for start, end in ((name.start, at), (at, name.end)):
            entry = lexicon().find(doc[start:end].text)
            kind = NAMED.get(entry.actor.split("/")[0], name.form) if entry else name.form
            form = kind if entry or start == at else "organisation"
            found.append(Name(start, end, form, doc[start:end].text, *((entry.actor, entry.use) if entry else ())))
    return found


def _correct(doc: Doc, found: dict[int, Name], taken: dict[int, Name], place: tuple[int, int], form: NameForm) -> None:
    """Read a place as one name of a form, where nothing there is known to be somebody else."""
    start, end = place
    _cut_at(doc, found, taken, start)
    inside = {id(taken[i]): taken[i] for i in range(start, end) if i in taken}
    whole = any((n.start, n.end, n.form) == (start, end, form) for n in inside.values())
    if whole or any(n.actor or n.start < start or n.end > end for n in inside.values()):
        return
    if form == "organisation" and any(n.form == form and n.start == start for n in inside.values()):
        return
    for number in inside:
        found.pop(number, None)
    new = Name(start, end, form, doc[start : without_letters(doc, start, end)].text)
    found[id(new)] = new
    taken |= dict.fromkeys(range(start, end), new)


def _cut_at(doc: Doc, found: dict[int, Name], taken: dict[int, Name], start: int) -> None:
    """Part a name of nobody known that runs over the start of another: "Council of Towns | Ada Hill"."""
    name = taken.get(start)
    if name is None or name.start >= start or name.actor:
        return
    found.pop(id(name), None)
    for i in range(name.start, name.end):
        taken.pop(i, None)
    before = Name(name.start, start, name.form, doc[name.start : start].text)
    if any(t.lower_ in words().organisations for t in doc[name.start : start]) or start - name.start > 1:
        found[id(before)] = before
        taken |= dict.fromkeys(range(name.start, start), before)


def _inner(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Return a source without punctuation at its edges, and what stands up to the last title."""
    while start < end and (doc[end - 1].is_space or (doc[end - 1].is_punct and doc[end - 1].text != ".")):
        end -= 1
    while start < end and doc[start].is_space:
        start += 1
    stop = end - is_surname(doc, start, end)  # "Ada King"
    last = max((i for i in range(start, stop) if _title(doc[i])), default=start - 1)
    return last + 1, end


def _title(token: Token) -> bool:
    plain = token.text.rstrip(".")
    told = words().honorifics | words().offices | words().people | _PERSONS
    return plain.lower() in told or plain in words().ranks


def _large(doc: Doc, start: int, end: int) -> bool:
    """Say whether words can be a person's name: written large, joined by particles, hyphens and apostrophes alone."""
    large = 0
    for token in doc[start:end]:
        if token.text in ("-", "’", "'", ".") and token.i > start:
            continue
        if token.lower_ in _PARTICLES and token.i + 1 < end and (token.i > start or token.text[0].isupper()):
            continue
        plain = token.text.replace("-", "").replace("’", "").replace("'", "").replace(".", "")
        if (
            not plain.isalpha()
            or not token.text[0].isupper()
            or token.lower_ in words().organisations | words().documents
        ):
            return False
        if token.is_stop or token.lower_ in words().quantifiers or token.ent_type_ in ("DATE", "TIME"):
            return False
        if token.ent_type_ == "NORP" and token.text.endswith("s"):
            return False
        large += 1
    whole = doc[start:end].text
    return 1 < large <= _LONGEST and not whole.isupper() and lexicon().find(whole) is None


def _free(doc: Doc, inside: list[Name], start: int, end: int, told: bool) -> bool:
    """Say whether the names found inside can be parts of one person's: no known body, no body of the whole length.

    `told` says that what only persons are stands before them: "her colleague".
    """
    if any(n.start < start or n.end > end for n in inside):
        return False
    if any(n.start == start and n.end == end for n in inside):
        town = doc[start].lower_ in words().towns or doc[end - 1].lower_ in _PLACES
        unknown = inside[0].form in ("place", "group") and inside[0].actor is None
        return unknown and (doc[start].lower_ in first_names() or not town)
    if any(n.actor and n.use not in ("capital", "seat") for n in inside):
        return False
    bodies = [n for n in inside if n.form == "organisation"]
    person = told or any(n.form == "person" for n in inside)
    return not bodies or person or doc[start].lower_ in first_names()
