"""Statements as nodes: an edge from each speaker to what is said, and from there to each actor that it is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final

from sayso.graph.networks.actors import EDGE_FIELDS, NODE_FIELDS, Read, counted, stance, told
from sayso.graph.networks.network import Anew, Edge, Fields, Network, Node
from sayso.graph.statements.rows.row import Row

_LONGEST_LABEL: Final = 80
_STATEMENT_FIELDS: Final[Fields] = {
    name: type for name, type in EDGE_FIELDS.items() if name not in ("label", "stance", "sign", "on")
}


def statement_network(read: Read) -> Network:
    """Make the network of all rows, those about nobody and those without a known speaker too.

    `read` yields the rows anew at each call.
    """
    tally = counted(read())
    actors = tally.nodes()
    nodes = Anew(lambda: chain(actors, map(_node, read())), len(actors) + tally.statements)
    attributes = {"title": "Who said what about whom", **tally.attributes()}
    fields: Fields = {**NODE_FIELDS, **_STATEMENT_FIELDS}
    return Network(nodes, Anew(lambda: _edges(read()), tally.ends), True, attributes, fields, {"stance": "string"})


def shortened(words: str, longest: int = _LONGEST_LABEL) -> str:
    """Return words on one line, cut at a length that a picture can show."""
    line = " ".join(words.split())
    return line if len(line) <= longest else line[: longest - 1] + "…"


def _node(row: Row) -> Node:
    attributes = {name: value for name, value in told(row).items() if name in _STATEMENT_FIELDS}
    return Node(row.iri, shortened(row.words) or row.act, "Statement", attributes)


def _edges(rows: Iterable[Row]) -> Iterator[Edge]:
    number = 0
    for row in rows:
        for speaker in row.speakers:
            number += 1
            yield Edge(f"e{number}", speaker.iri, row.iri, "speaker")
        for actor in row.about:
            number += 1
            # Two speakers may differ; then the statement has no one stance toward the actor.
            stances = {stance(row, speaker, actor) for speaker in row.speakers} - {""}
            found = {"stance": stances.pop()} if len(stances) == 1 else {}
            yield Edge(f"e{number}", row.iri, actor.iri, "about", 1.0, found)
