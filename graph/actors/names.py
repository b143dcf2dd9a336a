"""The actors' graph: what all articles together call an actor, a post or an extraction, told there once.

An article's graph keeps what the article itself contributes, in a `sayso:Naming` for each thing that it names:
`schema:name` is what it proposes as label, `schema:alternateName` what else it calls it. The shared graph follows from
all namings and nothing else: a label is the name that most articles propose ("Obama" speaks for "Barack Obama" too), of
these one not shouted ("JENS STOLTENBERG"), then the longest, then the first by code points; every other one is an
alternative label. So neither the order of loading nor an article that was replaced or dropped leaves a trace there, and
no triple stands in two graphs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import batched, islice
from typing import cast

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from sayso.graph.actors.rewriting import TYPES, kind_of
from sayso.graph.store.asking import walk_query
from sayso.graph.store.solutions import Table
from sayso.graph.store.store import Store
from sayso.ontology.iris import actors_graph
from sayso.ontology.namespaces import ACTIVITY, ALT_LABEL, LABEL, POST_CLASS, POST_IN, SAME_AS, SCHEMA, TYPE
from sayso.ontology.terms import LINKED_TO, NAMES, NAMING, POST_OF
from sayso.queries.catalogue import bind

type Subject = NamedNode | BlankNode | Triple
type _Value = NamedNode | BlankNode | Literal | Triple
# Of one thing: which article contributes what.
type _Told = set[tuple[object, NamedNode, _Value]]
type Told = tuple[NamedNode, _Value]
type _Counts = Counter[Told]

NAME = NamedNode(SCHEMA + "name")
ALTERNATE_NAME = NamedNode(SCHEMA + "alternateName")

# Shared predicate → what an article's naming says for it. What a thing is follows from its IRI.
_TOLD = {LABEL: NAME, ALT_LABEL: ALTERNATE_NAME, SAME_AS: LINKED_TO, POST_IN: POST_OF}
_SHARED = {told: shared for shared, told in _TOLD.items() if shared not in (LABEL, ALT_LABEL)}
# All that `settle` looks at.
NAMING_PREDICATES = (NAMES, *_TOLD.values())
_AT_ONCE = 200


def naming_iri(thing: NamedNode, article: NamedNode, base: str) -> NamedNode:
    """Name the naming by which an article contributes to what a thing is called."""
    own = f"{article.value}/"
    path = f"here/{thing.value.removeprefix(own)}" if thing.value.startswith(own) else thing.value.removeprefix(base)
    return NamedNode(f"{own}naming/{path}")


def types_of(thing: NamedNode, base: str) -> tuple[NamedNode, ...]:
    """Return what a thing that articles share is, by its IRI; nothing for the IRI of no such thing."""
    if kind := kind_of(thing, base):
        return TYPES[kind]
    kinds = {"post": (POST_CLASS,), "activity": (ACTIVITY,)}
    return kinds.get(thing.value.removeprefix(base).partition("/")[0], ()) if thing.value.startswith(base) else ()


def contribution(shared: Iterable[Quad], article: NamedNode, base: str) -> set[Quad]:
    """Return quads of the shared graph as the namings of one article, in that article's graph.

    Raises ValueError for what articles do not share: another predicate, or a type that the IRI does not say.
    """
    found = set()
    for quad in shared:
        thing = quad.subject
        if not isinstance(thing, NamedNode) or not (types := types_of(thing, base)):
            raise ValueError(f"no thing that articles share: {thing}")
        naming = naming_iri(thing, article, base)
        if quad.predicate in _TOLD:
            found.add(Quad(naming, _TOLD[quad.predicate], quad.object, article))
        elif quad.predicate != TYPE or quad.object not in types:
            raise ValueError(f"nothing that articles share: {quad.triple}")
        found.add(Quad(naming, TYPE, NAMING, article))
        found.add(Quad(naming, NAMES, thing, article))
    return found


def refuse_shared(own: Iterable[Quad], base: str) -> None:
    """Raise ValueError for an article's graph that names what articles share itself, as earlier releases wrote it."""
    for quad in own:
        named = quad.predicate in (LABEL, NAME) and isinstance(quad.subject, NamedNode)
        if named and types_of(cast(NamedNode, quad.subject), base):
            raise ValueError(f"an earlier release wrote this: {quad.subject} is named outside of the actors' graph")


def contributed(quads: Iterable[Quad]) -> set[Quad]:
    """Pick from an article's graph what it contributes: its namings."""
    quads = list(quads)
    namings = {quad.subject for quad in quads if quad.predicate == NAMES}
    return {quad for quad in quads if quad.subject in namings}


def settle(store: Store, old: Iterable[Quad], new: Iterable[Quad]) -> tuple[set[Quad], set[Quad]]:
    """Return what leaves and what enters the actors' graph when contributions of articles change from old to new.

    The old ones are in the store.
    """
    before, after = _by_thing(old), _by_thing(new)
    changed: dict[NamedNode, tuple[_Counts, _Counts]] = {}
    for thing in before.keys() | after.keys():
        was, will = before[thing], after[thing]
        if was == will or (was and _is_fixed(thing, store.base) and _is_named_elsewhere(store, thing, was | will)):
            continue
        changed[thing] = (_counted(was), _counted(will))
    return _settled(store, changed)


def entering(store: Store, told: Mapping[NamedNode, _Counts]) -> tuple[set[Quad], set[Quad]]:
    """Return what `settle` does where articles come that are not in the store.

    `told` says how many of them tell what of each thing, by the predicates of a naming.
    """
    return _settled(store, {thing: (Counter(), counts) for thing, counts in told.items()})


def _settled(store: Store, changed: Mapping[NamedNode, tuple[_Counts, _Counts]]) -> tuple[set[Quad], set[Quad]]:
    shared, find = actors_graph(store.base), store.engine.quads_for_pattern
    removed: set[Quad] = set()
    added: set[Quad] = set()
    unsettled: dict[NamedNode, set[Quad]] = {}
    for thing, (was, will) in changed.items():
        current = set(find(thing, None, None, shared))
        wanted = _resolved(thing, will, shared, store.base)
        if was or (current and not wanted <= current):
            unsettled[thing] = current
        else:
            # A vote for the name that already leads changes nothing: most loads of a well-known actor end here.
            added |= wanted - current
    others = _counts(store, unsettled)
    for thing, current in unsettled.items():
        votes = others[thing]
        votes.subtract(changed[thing][0])
        votes.update(changed[thing][1])
        wanted = _resolved(thing, +votes, shared, store.base)
        removed |= current - wanted
        added |= wanted - current
    return removed, added


def _is_fixed(thing: NamedNode, base: str) -> bool:
    """Say whether all articles call a thing the same: then it does not matter how many do."""
    return types_of(thing, base) == (ACTIVITY,)


def _is_named_elsewhere(store: Store, thing: NamedNode, known: _Told) -> bool:
    own = {article for article, _, _ in known}
    namings = islice(store.engine.quads_for_pattern(None, NAMES, thing), len(own) + 1)
    return any(quad.graph_name not in own for quad in namings)


def _by_thing(quads: Iterable[Quad]) -> defaultdict[NamedNode, _Told]:
    quads = list(quads)
    names = {quad.subject: quad.object for quad in quads if quad.predicate == NAMES}
    grouped: defaultdict[NamedNode, _Told] = defaultdict(set)
    for quad in quads:
        thing = names.get(quad.subject)
        if isinstance(thing, NamedNode) and quad.predicate in _TOLD.values():
            grouped[thing].add((quad.graph_name, quad.predicate, quad.object))
    return grouped


def _counted(told: _Told) -> _Counts:
    return Counter((predicate, value) for _, predicate, value in told)


def _counts(store: Store, things: Iterable[NamedNode]) -> Mapping[NamedNode, _Counts]:
    """Count how many articles in the store tell what of things."""
    found: defaultdict[NamedNode, _Counts] = defaultdict(Counter)
    for thing, predicate, value, count in _rows(store, things):
        found[thing][predicate, value] = count
    return found


def _rows(store: Store, things: Iterable[NamedNode]) -> Iterator[tuple[NamedNode, NamedNode, _Value, int]]:
    query = walk_query("namings-counted")
    for batch in batched(sorted(things, key=str), _AT_ONCE):
        answer = store.query(bind(query, {"thing": batch, "start": f"{store.base}article/"}))
        for thing, predicate, value, count in cast(Table, answer).rows:
            yield (
                cast(NamedNode, thing),
                cast(NamedNode, predicate),
                cast(Literal, value),
                int(cast(Literal, count).value),
            )


def _resolved(thing: NamedNode, counts: _Counts, shared: NamedNode, base: str) -> set[Quad]:
    votes: Counter[Literal] = Counter()
    names: set[Literal] = set()
    wanted: set[Quad] = set()
    for (predicate, value), count in counts.items():
        if isinstance(value, Literal):
            names.add(value)
            votes[value] += count if predicate == NAME else 0
        elif predicate in _SHARED:
            wanted.add(Quad(thing, _SHARED[predicate], value, shared))
    proposed = [name for name in votes if votes[name]]
    if not proposed:
        return set()
    label = min(proposed, key=lambda name: (-_support(name, votes), _shouted(name.value), -len(name.value), name.value))
    wanted.update(Quad(thing, TYPE, type_, shared) for type_ in types_of(thing, base))
    wanted.add(Quad(thing, LABEL, label, shared))
    wanted.update(Quad(thing, ALT_LABEL, name, shared) for name in names - {label})
    return wanted


def _support(name: Literal, votes: Counter[Literal]) -> int:
    last = Literal(name.value.rpartition(" ")[2])
    return votes[name] + (votes[last] if last != name else 0)


def _shouted(name: str) -> bool:
    return name.isupper() and " " in name
