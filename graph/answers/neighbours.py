"""Neighbours: whom an actor meets, by kinds of edges; the counts of each kind first, then pages of one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from pyoxigraph import NamedNode

from sayso.graph.actors.refs import Refs
from sayso.graph.actors.resolver import actor_of
from sayso.graph.answers.asked import Narrowing, given_of, values_of
from sayso.graph.model.json_value import Json
from sayso.graph.store.asking import BoundValue, ask, walk_query
from sayso.graph.store.store import Store
from sayso.ontology import terms
from sayso.ontology.errors import UsageError

type _Row = dict[str, Json]


@dataclass(frozen=True, slots=True)
class NeighbourEdge:
    """A kind of edge: the property that leads from it to the actor, and the one to the others.

    `query` is "said" where the edge is a statement, "expressed" where it is a demand or a position; `outward` says
    whether the actor is the one who speaks, demands or stands.
    """

    query: str
    near: NamedNode
    far: NamedNode
    outward: bool

    @property
    def ends(self) -> dict[str, str | NamedNode]:
        """Both properties as values of a query."""
        return {"near": self.near, "far": self.far}


def _both(query: str, names: tuple[str, str], near: NamedNode, far: NamedNode) -> dict[str, NeighbourEdge]:
    return {names[0]: NeighbourEdge(query, near, far, True), names[1]: NeighbourEdge(query, far, near, False)}


EDGES: Final[Mapping[str, NeighbourEdge]] = MappingProxyType(
    {
        **_both("said", ("speaks-of", "spoken-of-by"), terms.SPEAKER, terms.ABOUT),
        **_both("expressed", ("demands-of", "demanded-of-by"), terms.DEMANDED_BY, terms.DEMANDED_OF),
        **_both("expressed", ("stands-toward", "stood-toward-by"), terms.HOLDER, terms.TOWARD),
        **_both("said", ("addresses", "addressed-by"), terms.SPEAKER, terms.ADDRESSEE),
    }
)
COLLEAGUE: Final = "colleague"
KINDS: Final = (*EDGES, COLLEAGUE)
# What restricts edges; a colleague is restricted by what tells of the post.
FILTERS: Final = ("act", "form", "status", "words", "source", "since", "until", "confidence")
_OF_POSTS: Final = ("source", "since", "until")


def neighbours(store: Store, id: str, values: Narrowing) -> Json:
    """Return how many edges of each kind an actor has, of how many statements, and to how many others.

    `values` are those of FILTERS. A statement about two others, or by two, is an edge for each pair.
    Raises as `actor_of` does, and QueryError for a value that does not fit.
    """
    actor = NamedNode(actor_of(store, id, "id"))
    given = values_of(given_of(values), ())
    kinds: list[Json] = []
    for kind, edge in EDGES.items():
        [row] = ask(store, walk_query(f"neighbours-{edge.query}-counted"), {**given, **edge.ends, "actor": actor})
        kinds.append({"kind": kind, **row})
    colleagues = _colleagues(store, actor, given)
    shared = sum(row["count"] for row in colleagues if isinstance(row["count"], int))
    refs = Refs(store)
    refs.learn([actor.value])
    kinds.append({"kind": COLLEAGUE, "edges": shared, "statements": 0, "actors": len(colleagues)})
    return {"actor": refs.of(actor.value), "kinds": kinds}


def neighbours_by(store: Store, id: str, kind: str, values: Narrowing, limit: int, offset: int) -> Json:
    """Return a page of those that an actor meets by one kind of edge, those most often met first.

    `for` and `against` count the positions of the one who speaks, demands or stands toward the other, of all kinds of
    statements; `first` and `last` are days. Raises UsageError for an unknown kind, and as `neighbours` does.
    """
    if kind not in KINDS:
        raise UsageError(f"kind: {kind!r} is none; there are {', '.join(KINDS)}")
    actor = NamedNode(actor_of(store, id, "id"))
    given = values_of(given_of(values), ())
    met = _met(store, actor, kind, given)
    order = sorted(met, key=lambda other: (-_count(met[other]), other))
    page = order[offset : offset + limit]
    stances = _stances(store, actor, EDGES[kind], given) if page and kind in EDGES else {}
    refs = Refs(store)
    refs.learn([actor.value, *page])
    nothing = {"for": 0, "against": 0}
    items: list[Json] = [{"actor": refs.of(other), **met[other], **nothing, **stances.get(other, {})} for other in page]
    return {"actor": refs.of(actor.value), "kind": kind, "items": items, "more": len(order) > offset + limit}


def _met(store: Store, actor: NamedNode, kind: str, values: Mapping[str, BoundValue]) -> dict[str, _Row]:
    """Return other → count, acts, first and last day."""
    if kind == COLLEAGUE:
        return {str(row.pop("other")): {**row, "acts": {}} for row in _colleagues(store, actor, values)}
    edge = EDGES[kind]
    rows = ask(store, walk_query(f"neighbours-{edge.query}"), {**values, **edge.ends, "actor": actor})
    found: dict[str, list[_Row]] = {}
    for row in rows:
        found.setdefault(str(row["other"]), []).append(row)
    return {other: _summed(some) for other, some in found.items()}


def _summed(rows: list[_Row]) -> _Row:
    acts = sorted(rows, key=lambda row: (-_count(row), str(row["word"])))
    first, last = ([str(row[name]) for row in rows if row[name]] for name in ("first", "last"))
    return {
        "count": sum(map(_count, rows)),
        "acts": {str(row["word"]): row["count"] for row in acts},
        "first": min(first, default=None),
        "last": max(last, default=None),
    }


def _colleagues(store: Store, actor: NamedNode, values: Mapping[str, BoundValue]) -> list[_Row]:
    given = {name: value for name, value in values.items() if name in _OF_POSTS}
    return ask(store, walk_query("neighbours-colleagues"), {**given, "actor": actor})


def _stances(store: Store, actor: NamedNode, edge: NeighbourEdge, values: Mapping[str, BoundValue]) -> dict[str, _Row]:
    ends = EDGES["stands-toward" if edge.outward else "stood-toward-by"].ends
    rows = ask(store, walk_query("neighbours-stances"), {**values, **ends, "actor": actor})
    found: dict[str, _Row] = {}
    for row in rows:
        found.setdefault(str(row["other"]), {})[str(row["word"])] = row["count"]
    return found


def _count(row: _Row) -> int:
    return row["count"] if isinstance(row["count"], int) else 0
