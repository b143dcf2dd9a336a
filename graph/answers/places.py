"""Places: where the words of a thing stand in its article, and where inside the sentence that proves it.

Offsets are code points, end exclusive.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.graph.store.store import Store
from sayso.graph.store.told import rows_of
from sayso.ontology.namespaces import SAYSO

type Places = Mapping[str, tuple[Place, ...]]

_SUFFIX = "Span"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Code points `start` to `end` (exclusive) of an article's text, and the words there."""

    start: int
    end: int
    words: str

    @property
    def pair(self) -> tuple[int, int]:
        """The two offsets."""
        return self.start, self.end


def places_of(store: Store, things: Iterable[str]) -> dict[str, Places]:
    """Return thing → role → places; a role is "content", "cue", "speaker", "matter", "mention" or "evidence"."""
    found: defaultdict[str, defaultdict[str, set[Place]]] = defaultdict(lambda: defaultdict(set))
    for row in rows_of(store, "spans", "thing", things):
        start, end = row["start"], row["end"]
        if isinstance(start, int) and isinstance(end, int):
            role = str(row["property"]).removeprefix(SAYSO).removesuffix(_SUFFIX)
            found[str(row["thing"])][role].add(Place(start, end, str(row["exact"])))
    return {thing: {role: tuple(sorted(places)) for role, places in one.items()} for thing, one in found.items()}


def begins_at(sentence: str, places: Iterable[Place]) -> int | None:
    """Return where a sentence begins in the article, from the places of words that it holds; None where none is found.

    The article's text is not needed: of all beginnings that put some place on its own words, the one that agrees with
    most of them is it.
    """
    known = list(places)
    beginnings = {place.start - at for place in known for at in _found(place.words, sentence)}
    agreeing = ((sum(_agreeing(sentence, place, begin) for place in known), -begin) for begin in beginnings)
    best = max(agreeing, default=(0, 0))
    return -best[1] if best[0] else None


def marked(sentence: str, begin: int, places: Mapping[str, Sequence[Place]]) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, role) inside a sentence that begins at `begin`, for what of each place lies in it."""
    for role, some in places.items():
        for place in some:
            start, end = max(place.start - begin, 0), min(place.end - begin, len(sentence))
            if start < end:
                yield start, end, role


def _found(words: str, sentence: str) -> Iterator[int]:
    at = sentence.find(words) if words else -1
    while at >= 0:
        yield at
        at = sentence.find(words, at + 1)


def _agreeing(sentence: str, place: Place, begin: int) -> int:
    start, end = place.start - begin, place.end - begin
    if start < 0 or end > len(sentence):
        return 0
    return end - start if sentence[start:end] == place.words else start - end
