"""Who speaks about whom: actors as nodes, an edge for each statement and each actor that it is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from graph.networks.network import Anew, Edge, Fields, Network, Node, Value
from graph.rows.row import Named, Row

NODE_FIELDS: Final[Fields] = {
    "statements": "integer",
    "about_nobody": "integer",
    "spoken_about": "integer",
    "start": "string",
    "end": "string",
}
EDGE_FIELDS: Final[Fields] = {
    "label": "string",
    "act": "string",
    "stance": "string",
    "sign": "integer",
    "start": "string",
    "end": "string",
    "words": "string",
    "sentence": "string",
    "article": "string",
    "title": "string",
    "source_name": "string",
    "url": "string",
    "confidence": "double",
    "statement": "string",
}
_SIGNS: Final = {"for": 1, "against": -1}


def actor_network(read: Callable[[], Iterable[Row]]) -> Network:
    """Make the network of all rows; `read` yields them anew at each call, and is called once more for each walk.

    Statements about nobody are counted on the speaker's node, those without a known speaker in the network's
    attributes.
    """
    nodes, attributes = counted(read())
    return Network(nodes, Anew(lambda: edges(read())), True, attributes, NODE_FIELDS, EDGE_FIELDS)


@dataclass(slots=True)
class _Tally:
    """What is counted of the actors."""

    actors: dict[str, Named] = field(default_factory=dict)
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    days: dict[str, tuple[str, str]] = field(default_factory=dict)

    def add(self, actor: Named, what: str, day: str) -> None:
        self.actors[actor.iri] = actor
        self.counts[actor.iri, what] += 1
        if day:
            first, last = self.days.get(actor.iri, (day, day))
            self.days[actor.iri] = (min(first, day), max(last, day))


def counted(rows: Iterable[Row]) -> tuple[tuple[Node, ...], dict[str, str]]:
    """Count what each actor says and how often it is spoken about; return the nodes, sorted by IRI, and the totals."""
    tally = _Tally()
    total = unnamed = 0
    for row in rows:
        total += 1
        unnamed += not row.speakers
        for speaker in row.speakers:
            tally.add(speaker, "statements", row.day)
            if not row.about:
                tally.add(speaker, "about_nobody", row.day)
        for actor in row.about:
            tally.add(actor, "spoken_about", row.day)
    attributes = {"title": "Who speaks about whom", "statements": str(total), "without_known_speaker": str(unnamed)}
    return tuple(_node(tally, iri) for iri in sorted(tally.actors)), attributes


def _node(tally: _Tally, iri: str) -> Node:
    found: dict[str, Value] = {what: tally.counts[iri, what] for what in ("statements", "about_nobody", "spoken_about")}
    if iri in tally.days:
        found["start"], found["end"] = tally.days[iri]
    return Node(iri, tally.actors[iri].name, tally.actors[iri].kind, found)


def edges(rows: Iterable[Row]) -> Iterator[Edge]:
    """Yield an edge from each speaker to each actor that a statement is about, in the order of the rows."""
    number = 0
    for row in rows:
        for speaker in row.speakers:
            for target in row.about:
                number += 1
                yield Edge(f"e{number}", speaker.iri, target.iri, row.act, 1.0, told(row, stance(row, speaker, target)))


def stance(row: Row, speaker: Named, target: Named) -> str:
    """Return the stance of a speaker toward an actor as one statement tells it: for, against, both ("mixed"), or ""."""
    found = {stand.stance for stand in row.stands if stand.holder == speaker and target in stand.toward}
    return found.pop() if len(found) == 1 else "mixed" if found else ""


def told(row: Row, stance: str = "") -> dict[str, Value]:
    """Return what an edge carries of its statement: the words, the sentence that proves them, where they stand."""
    found: dict[str, Value] = {
        "label": row.act,
        "act": row.act,
        "stance": stance,
        "start": row.day,
        "end": row.day,
        "words": row.words,
        "sentence": row.sentence,
        "article": row.article.identifier,
        "title": row.article.title,
        "source_name": row.article.source,
        "url": row.article.url,
        "statement": row.iri,
    }
    found = {name: value for name, value in found.items() if value != ""}
    if stance:
        found["sign"] = _SIGNS.get(stance, 0)
    if row.confidence is not None:
        found["confidence"] = row.confidence
    return found
