"""Who wrote last, and when: a note that goes into the store in the same atomic update as what was written.

Beside the store stands a journal of all writes. What it could not note, because a kill came between the update and the
note, is told by this.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode, Quad

from sayso.graph.store.changes import change
from sayso.graph.store.guard import tokens
from sayso.ontology.iris import BASE, loading_graph

_COMMENT: Final = re.compile(r"#[^\n\r]*")
_PLACE: Final = re.compile(r"error at (\d+):\d+: ")
_WRITE: Final = "urn:sayso:write:"
_BY: Final = NamedNode(f"{_WRITE}by")
_WHEN: Final = NamedNode(f"{_WRITE}when")
_NAME: Final = NamedNode(f"{_WRITE}name")


@dataclass(frozen=True, slots=True)
class Signature:
    """A write: its id in the journal, the name of the key that asked, when (ISO 8601), and what was asked for."""

    id: str
    by: str
    when: str
    name: str

    def quads(self, base: str = BASE) -> set[Quad]:
        """Return it as quads of the graph that `loading_graph` names, which no export carries."""
        node, graph = NamedNode(_WRITE + self.id), loading_graph(base)
        told = ((_BY, self.by), (_WHEN, self.when), (_NAME, self.name))
        return {Quad(node, predicate, Literal(value), graph) for predicate, value in told}


def signatures(engine: ox.Store, base: str = BASE) -> set[Quad]:
    """Return what stands in the store of who wrote last, as quads."""
    find, graph = engine.quads_for_pattern, loading_graph(base)
    return {quad for one in find(None, _BY, None, graph) for quad in find(one.subject, None, None, graph)}


def signed_ids(engine: ox.Store, base: str = BASE) -> frozenset[str]:
    """Return the ids of the writes that the store tells of: the last one, or two where a kill came between."""
    found = (quad.subject for quad in engine.quads_for_pattern(None, _BY, None, loading_graph(base)))
    return frozenset(node.value.removeprefix(_WRITE) for node in found if isinstance(node, NamedNode))


def signed(text: str, before: Iterable[Quad], after: Iterable[Quad]) -> str:
    """Return an update that puts the quads `after` in the place of those `before` once it has done all else.

    An update without an operation stays as it is.
    """
    if not _operates(text):
        return text
    separator = "\n" if _ends_open(text) else "\n;\n"
    return f"{text}{separator}{change(before, after)}"


def within(message: str, text: str) -> str:
    """Return the engine's word on what does not parse, with a place in the text as it was sent: its end at most."""
    lines = text.split("\n")
    place = _PLACE.match(message)
    if place is None or int(place[1]) <= len(lines):
        return message
    return f"error at {len(lines)}:{len(lines[-1]) + 1}: {message[place.end() :]}"


def _operates(text: str) -> bool:
    passed = 0
    for token in tokens(text):
        if passed:
            passed -= 1
        elif token.kind != "comment":
            passed = {"PREFIX": 2, "BASE": 1}.get(token.text.upper(), 0)
            if not passed:
                return True
    return False


def _ends_open(text: str) -> bool:
    """Say whether the last that is no comment is the semicolon that a further operation may follow."""
    last = text.rstrip()
    if "#" in last.splitlines()[-1]:
        end = max(token.start + len(token.text) for token in tokens(last) if token.kind != "comment")
        return ";" in _COMMENT.sub("", last[end:])
    return last.endswith(";")
