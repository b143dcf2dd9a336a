"""What a listing is restricted to: for the name of each parameter a value, or several, of which any will do."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from pyoxigraph import NamedNode

from sayso.graph.actors.resolver import actor_meant, actor_of
from sayso.graph.store.asking import BoundValue
from sayso.graph.store.store import Store

type Narrowing = Mapping[str, str | Sequence[str]]
# The same in an order of its own, to be kept by; what is empty restricts nothing and is left out.
type Narrowed = tuple[tuple[str, tuple[str, ...]], ...]


def given_of(asked: Narrowing) -> Narrowed:
    """Return what is asked as it is kept by: each value once, in order."""
    several = {name: (value,) if isinstance(value, str) else tuple(value) for name, value in asked.items()}
    found = ((name, tuple(sorted({one for one in values if one}))) for name, values in several.items())
    return tuple(sorted((name, values) for name, values in found if values))


def with_iris(store: Store, asked: Narrowing, actors: Collection[str]) -> dict[str, str | Sequence[str]]:
    """Return what is asked with IRIs for the actors that parameters of these names mean.

    One that was merged into another gives way to it where several are named; alone it is told, so that an address can
    lead on. Raises as `actor_of` does.
    """
    found: dict[str, str | Sequence[str]] = {}
    for name, value in asked.items():
        if name not in actors or not value:
            found[name] = value
        elif isinstance(value, str):
            found[name] = actor_of(store, value, name)
        else:
            found[name] = [actor_meant(store, one) for one in value if one]
    return found


def values_of(given: Narrowed, nodes: Collection[str]) -> dict[str, BoundValue]:
    """Return what is asked as values of a query: nodes for the parameters of these names, which hold IRIs."""
    found: dict[str, BoundValue] = {}
    for name, values in given:
        told = [NamedNode(value) if name in nodes else value for value in values]
        found[name] = told[0] if len(told) == 1 else tuple(told)
    return found
