"""Answering a question: what it may ask for, each with how many statements there are."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import Final

from sayso.graph.actors.refs import Refs
from sayso.graph.actors.search.index import BETWEEN, Index
from sayso.graph.actors.search.searching import index_of
from sayso.graph.answers.order import ordered
from sayso.graph.answers.questions.reading import Meant, readings
from sayso.graph.model.stored import ActorRef
from sayso.graph.store.store import Store

# So many last words of names are looked at: a common surname means nobody.
_MOST_LOOKED_AT: Final = 50


@dataclass(frozen=True, slots=True)
class CountedReading:
    """What a question may ask for, as filters of statements, and how many it leaves; `back`: the other way round."""

    by: ActorRef | None
    about: ActorRef | None
    act: str | None
    words: str | None
    total: int
    back: int | None


@dataclass(frozen=True, slots=True)
class QuestionReadings:
    """Readings of a question."""

    readings: tuple[CountedReading, ...]


def question(store: Store, text: str) -> QuestionReadings:
    """Read a question, the likeliest reading first.

    `total` are the statements that a reading leaves; of two actors and nothing else `back` are those of the other way
    round. A reading that leaves none is left out, but for the last: the words as they were typed.
    """
    index = index_of(store)
    found = readings(text, lambda name: named(index, name))
    told = [(reading, _count(store, reading)) for reading in found]
    kept = [(reading, total) for reading, total in told if total or reading == found[-1]]
    refs = Refs(store)
    refs.learn({iri for reading, _ in kept for iri in (reading.by, reading.about) if iri})
    return QuestionReadings(tuple(_told(store, refs, reading, total) for reading, total in kept))


def named(index: Index, name: str) -> str | None:
    """Return the IRI of whom a folded name means in a question, None where nobody or nobody for sure.

    Who has that very name, of several the most often named; but a last name means the one person who bears it in full:
    an actor known by it alone is hardly another.
    """
    entries = (index.entries[index.owner(line)] for line in index.lines_with(BETWEEN + name + BETWEEN))
    # "Observers" are others in each article: that is a word to look for.
    very = next((entry for entry in entries if entry.kind != "group"), None)
    if very is not None and (very.kind != "person" or " " in name):
        return very.iri
    if " " in name or name.isdigit():
        return None
    bearing: set[int] = set()
    for line in islice(index.lines_with(" " + name + BETWEEN), _MOST_LOOKED_AT):
        entry = index.entries[index.owner(line)]
        # "Ms Dreyl" is another name of one who is called by the last name alone.
        if entry.kind == "person" and " " in entry.names[0].strip():
            bearing.add(index.owner(line))
    if len(bearing) == 1:
        return index.entries[bearing.pop()].iri
    return very.iri if very is not None else None


def _count(store: Store, reading: Meant) -> int:
    return len(ordered(store, _asked(reading)))


def _asked(reading: Meant) -> dict[str, str]:
    told = {"by": reading.by, "about": reading.about, "act": reading.act, "words": reading.words}
    return {name: value for name, value in told.items() if value}


def _told(store: Store, refs: Refs, reading: Meant, total: int) -> CountedReading:
    back = _count(store, Meant(by=reading.about, about=reading.by)) if reading.pair else None
    by, about = (refs.actor(iri) if iri else None for iri in (reading.by, reading.about))
    return CountedReading(by, about, reading.act or None, reading.words or None, total, back)
