"""Rulers: "Queen Elizabeth" is the Elizabeth II whom the article names with her number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from sayso.loaders.actors.known import Name
    from sayso.loaders.actors.people import Person

_ROYAL = word_set("actors/people", "royal")
_NUMBERS = frozenset("ivx")


def numbered(doc: Doc, names: list[Name], persons: dict[int, Person]) -> None:
    """Give a ruler without a number, in `persons` by the names' indices, to the only one of that name who has one."""
    rulers = {id(p): p for p in persons.values() if p.generation and _NUMBERS.issuperset(p.generation)}
    if not rulers:
        return
    for index, person in persons.items():
        name, styled = names[index], len(person.words) == 2 and person.words[0] in _ROYAL
        before = bool(name.start) and doc[name.start - 1].text in _ROYAL and len(person.words) == 1
        if person.generation or not (styled or before):
            continue
        same = [p for p in rulers.values() if p.words[-1] == person.words[-1] and len(p.words) <= 2]
        if len(same) == 1:
            persons[index] = same[0]
            same[0].names[name.text if styled else f"{doc[name.start - 1].text} {name.text}"] += 1
            same[0].first = min(same[0].first, person.first)
