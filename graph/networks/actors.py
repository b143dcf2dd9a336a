"""Who speaks about whom: actors as nodes, an edge for each statement and each actor that it is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from sayso.graph.networks.network import Anew, AttributeValue, Edge, Fields, Network, Node
from sayso.graph.statements.rows.row import Named, Row
from sayso.graph.statements.rows.spool import Spool

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
    "on": "string",
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
# Between the sides of one statement.
BETWEEN: Final = "; "


type Read = Callable[[], Iterable[Row]]


def actor_network(read: Read, only: str = "") -> Network:
    """Make the network of all rows; `read` yields them, and is called once. Edges wait in a file, not in memory.

    With `only`, for or against, other edges are left out. Statements about nobody are counted on the speaker's
    node, those without a known speaker in the network's attributes.
    """
    tally = Tally()
    made = Spool(lambda: edges(_tallied(read(), tally, only), only))
    made.fill()
    attributes = {"title": "Who speaks about whom", **tally.attributes()}
    return Network(tally.nodes(), Anew(lambda: made, tally.edges), True, attributes, NODE_FIELDS, EDGE_FIELDS)


@dataclass(slots=True)
class Tally:
    """What is counted of the actors and the statements; `edges` is the number of those that `edges` yields."""

    actors: dict[str, Named] = field(default_factory=dict)
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    days: dict[str, tuple[str, str]] = field(default_factory=dict)
    statements: int = 0
    without_speaker: int = 0
    edges: int = 0
    ends: int = 0

    def add(self, row: Row, only: str = "") -> None:
        """Count one statement, and of its edges those of the one stance."""
        self.statements += 1
        self.without_speaker += not row.speakers
        self.edges += sum(1 for _ in edges([row], only)) if only else len(row.speakers) * len(row.about)
        self.ends += len(row.speakers) + len(row.about)
        for speaker in row.speakers:
            self._add(speaker, "statements", row.day)
            if not row.about:
                self._add(speaker, "about_nobody", row.day)
        for actor in row.about:
            self._add(actor, "spoken_about", row.day)

    def _add(self, actor: Named, what: str, day: str) -> None:
        self.actors[actor.iri] = actor
        self.counts[actor.iri, what] += 1
        if day:
            first, last = self.days.get(actor.iri, (day, day))
            self.days[actor.iri] = (min(first, day), max(last, day))

    def attributes(self) -> dict[str, str]:
        """Return the totals."""
        return {"statements": str(self.statements), "without_known_speaker": str(self.without_speaker)}

    def nodes(self) -> tuple[Node, ...]:
        """Return a node for each actor, sorted by IRI."""
        return tuple(self._node(iri) for iri in sorted(self.actors))

    def _node(self, iri: str) -> Node:
        found: dict[str, AttributeValue] = {
            what: self.counts[iri, what] for what in ("statements", "about_nobody", "spoken_about")
        }
        if iri in self.days:
            found["start"], found["end"] = self.days[iri]
        return Node(iri, self.actors[iri].name, self.actors[iri].kind, found)


def counted(rows: Iterable[Row], only: str = "") -> Tally:
    """Count what each actor says and how often it is spoken about."""
    tally = Tally()
    for row in rows:
        tally.add(row, only)
    return tally


def _tallied(rows: Iterable[Row], tally: Tally, only: str) -> Iterator[Row]:
    for row in rows:
        tally.add(row, only)
        yield row


def edges(rows: Iterable[Row], only: str = "") -> Iterator[Edge]:
    """Yield an edge from each speaker to each actor that a statement is about, in the order of the rows.

    With `only`, for or against, those of other stances are left out.
    """
    number = 0
    for row in rows:
        for speaker in row.speakers:
            for target in row.about:
                found = stance(row, speaker, target)
                if only in ("", found):
                    number += 1
                    on = sides(row, speaker, target)
                    yield Edge(f"e{number}", speaker.iri, target.iri, row.act, 1.0, told(row, found, on))


def stance(row: Row, speaker: Named, target: Named) -> str:
    """Return the stance of a speaker toward an actor as one statement tells it: for, against, both ("mixed"), or ""."""
    found = {stand.stance for stand in row.stands if stand.holder == speaker and target in stand.toward}
    return found.pop() if len(found) == 1 else "mixed" if found else ""


def sides(row: Row, speaker: Named, target: Named) -> str:
    """Return on what a speaker takes a side in a statement without taking one on the actor: "against sending troops".

    Such a side says nothing of how the speaker stands toward the actor, so no edge is signed by it.
    """
    found = (s for s in row.stands if s.holder == speaker and target not in s.toward)
    return BETWEEN.join(dict.fromkeys(f"{stand.stance} {' '.join(stand.matter.split())}" for stand in found))


def told(row: Row, stance: str = "", on: str = "") -> dict[str, AttributeValue]:
    """Return what an edge carries of its statement: the words, the sentence that proves them, where they stand.

    `stance` is toward the actor at its end, `on` are sides on matters alone.
    """
    found: dict[str, AttributeValue] = {
        "label": row.act,
        "act": row.act,
        "stance": stance,
        "on": on,
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
