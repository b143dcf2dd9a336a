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
from sayso.graph.model.stored import ActorRef
from sayso.graph.store.asking import BoundValue, SolutionRow, SolutionValue, ask, walk_query
from sayso.graph.store.store import Store
from sayso.graph.store.told import count_in
from sayso.ontology import terms
from sayso.ontology.errors import UsageError


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


@dataclass(frozen=True, slots=True)
class EdgeKindCounts:
    """How many edges of a kind an actor has, in how many statements, and to how many others."""

    kind: str
    edges: int
    statements: int
    actors: int


@dataclass(frozen=True, slots=True)
class EdgeKinds:
    """What kinds of edges an actor has."""

    actor: ActorRef
    kinds: tuple[EdgeKindCounts, ...]


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Whom an actor meets by one kind of edge: how often, in which acts, between which days.

    `for_` and `against` count the positions of the one who speaks, demands or stands toward the other.
    """

    actor: ActorRef
    count: int
    acts: Mapping[str, int]
    first: SolutionValue
    last: SolutionValue
    for_: int = 0
    against: int = 0


@dataclass(frozen=True, slots=True)
class Colleague:
    """Whom an actor shares offices with; as a neighbour without acts and positions."""

    actor: ActorRef
    count: int
    first: SolutionValue
    last: SolutionValue
    acts: Mapping[str, int]
    for_: int = 0
    against: int = 0


@dataclass(frozen=True, slots=True)
class NeighbourPage:
    """A page of those whom an actor meets by one kind of edge."""

    actor: ActorRef
    kind: str
    items: tuple[Neighbour | Colleague, ...]
    more: bool


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


def neighbours(store: Store, id: str, values: Narrowing) -> EdgeKinds:
    """Return how many edges of each kind an actor has, of how many statements, and to how many others.

    `values` are those of FILTERS. A statement about two others, or by two, is an edge for each pair.
    Raises as `actor_of` does, and QueryError for a value that does not fit.
    """
    actor = NamedNode(actor_of(store, id, "id"))
    given = values_of(given_of(values), ())
    kinds: list[EdgeKindCounts] = []
    for kind, edge in EDGES.items():
        [row] = ask(store, walk_query(f"neighbours-{edge.query}-counted"), {**given, **edge.ends, "actor": actor})
        kinds.append(EdgeKindCounts(kind, *(count_in(row, name) for name in ("edges", "statements", "actors"))))
    colleagues = _colleagues(store, actor, given)
    shared = sum(count_in(row, "count") for row in colleagues)
    refs = Refs(store)
    refs.learn([actor.value])
    kinds.append(EdgeKindCounts(COLLEAGUE, shared, 0, len(colleagues)))
    return EdgeKinds(refs.actor(actor.value), tuple(kinds))


def neighbours_by(store: Store, id: str, kind: str, values: Narrowing, limit: int, offset: int) -> NeighbourPage:
    """Return a page of those that an actor meets by one kind of edge, those most often met first.

    Positions are counted of all kinds of statements; `first` and `last` are days. Raises UsageError for an unknown
    kind, and as `neighbours` does.
    """
    if kind not in KINDS:
        raise UsageError(f"kind: {kind!r} is none; there are {', '.join(KINDS)}")
    actor = NamedNode(actor_of(store, id, "id"))
    given = values_of(given_of(values), ())
    met = _met(store, actor, kind, given)
    order = sorted(met, key=lambda other: (-sum(count_in(row, "count") for row in met[other]), other))
    page = order[offset : offset + limit]
    stances = _stances(store, actor, EDGES[kind], given) if page and kind in EDGES else {}
    refs = Refs(store)
    refs.learn([actor.value, *page])
    items = (
        _colleague(refs.actor(other), met[other][0])
        if kind == COLLEAGUE
        else _neighbour(refs.actor(other), met[other], stances.get(other, {}))
        for other in page
    )
    return NeighbourPage(refs.actor(actor.value), kind, tuple(items), len(order) > offset + limit)


def _met(store: Store, actor: NamedNode, kind: str, values: Mapping[str, BoundValue]) -> dict[str, list[SolutionRow]]:
    """Return other → rows that tell how often it is met: one of a colleague, else one for each act."""
    if kind == COLLEAGUE:
        return {str(row["other"]): [row] for row in _colleagues(store, actor, values)}
    edge = EDGES[kind]
    found: dict[str, list[SolutionRow]] = {}
    for row in ask(store, walk_query(f"neighbours-{edge.query}"), {**values, **edge.ends, "actor": actor}):
        found.setdefault(str(row["other"]), []).append(row)
    return found


def _neighbour(actor: ActorRef, rows: list[SolutionRow], stances: Mapping[str, int]) -> Neighbour:
    acts = sorted(rows, key=lambda row: (-count_in(row, "count"), str(row["word"])))
    first, last = ([str(row[name]) for row in rows if row[name]] for name in ("first", "last"))
    return Neighbour(
        actor,
        count=sum(count_in(row, "count") for row in rows),
        acts={str(row["word"]): count_in(row, "count") for row in acts},
        first=min(first, default=None),
        last=max(last, default=None),
        for_=stances.get("for", 0),
        against=stances.get("against", 0),
    )


def _colleague(actor: ActorRef, row: SolutionRow) -> Colleague:
    return Colleague(actor, count_in(row, "count"), row["first"], row["last"], {})


def _colleagues(store: Store, actor: NamedNode, values: Mapping[str, BoundValue]) -> list[SolutionRow]:
    given = {name: value for name, value in values.items() if name in _OF_POSTS}
    return ask(store, walk_query("neighbours-colleagues"), {**given, "actor": actor})


def _stances(
    store: Store, actor: NamedNode, edge: NeighbourEdge, values: Mapping[str, BoundValue]
) -> dict[str, dict[str, int]]:
    ends = EDGES["stands-toward" if edge.outward else "stood-toward-by"].ends
    rows = ask(store, walk_query("neighbours-stances"), {**values, **ends, "actor": actor})
    found: dict[str, dict[str, int]] = {}
    for row in rows:
        found.setdefault(str(row["other"]), {})[str(row["word"])] = count_in(row, "count")
    return found
