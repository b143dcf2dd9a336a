"""Facets: by what the rows of a listing can be told apart, and what restricts them to a value of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from sys import intern
from types import MappingProxyType
from typing import Final

from pyoxigraph import NamedNode

from sayso.graph.answers.sorting import PLACES, ListedThing, SortedBy, days_of
from sayso.graph.store.asking import rows, walk_query
from sayso.graph.store.keeping import version_of
from sayso.graph.store.solutions import Table, text_of
from sayso.graph.store.store import Store
from sayso.ontology import namespaces as ns
from sayso.ontology import terms
from sayso.queries.catalogue import bind

type ValuesOfAll = Mapping[str, tuple[str, ...]]

_MOST_KEPT = 12
_WORDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        node.value: word
        for words in (terms.ACTS, terms.FORMS, terms.STATUSES, terms.STANCES)
        for word, node in words.items()
    }
)
_STANCES: Final = "stances of statements"
_MONTH: Final = len("2022-01")


@dataclass(frozen=True, slots=True)
class Facet:
    """What tells rows apart: a property of the article ("text"), the statement, or the thing that it expresses.

    `own` are the parameters that restrict a listing to values of it; None for `property` is the month of the day.
    `actors` says that its values are actors, `otherwise` what is meant where nothing is told.
    """

    of: SortedBy
    property: NamedNode | str | None
    own: tuple[str, ...]
    actors: bool = False
    otherwise: str = ""


_SHARED: Final = {
    "act": Facet("statement", terms.ACT, ("act",)),
    "form": Facet("statement", terms.FORM, ("form",)),
    "source": Facet("text", ns.PUBLISHER, ("source",)),
    "month": Facet("statement", None, ("since", "until")),
}
FACETS: Final[Mapping[str, Mapping[str, Facet]]] = MappingProxyType(
    {
        "statements": {
            "by": Facet("statement", terms.SPEAKER, ("by",), actors=True),
            "about": Facet("statement", terms.ABOUT, ("about",), actors=True),
            "stance": Facet("statement", _STANCES, ("stance",)),
            **_SHARED,
            "status": Facet("statement", terms.STATUS, ("status",), otherwise="said"),
        },
        "demands": {
            "by": Facet("thing", terms.DEMANDED_BY, ("by",), actors=True),
            "of": Facet("thing", terms.DEMANDED_OF, ("of",), actors=True),
            **_SHARED,
        },
        "positions": {
            "holder": Facet("thing", terms.HOLDER, ("holder",), actors=True),
            "toward": Facet("thing", terms.TOWARD, ("toward",), actors=True),
            "stance": Facet("thing", terms.STANCE, ("stance",)),
            **_SHARED,
        },
    }
)


def values(store: Store, facet: Facet, found: Sequence[ListedThing]) -> list[tuple[str, ...]]:
    """Return the values of a facet for each row found, (article, statement, …): words of schemes, IRIs, texts."""
    if facet.property is None:
        return [(day[:_MONTH],) if day and len(day) >= _MONTH else () for day in days_of(store, found)]
    told = told_of_all(store, facet.property)
    at = PLACES.index(facet.of)
    nothing = (facet.otherwise,) if facet.otherwise else ()
    return [told.get(row[at], nothing) for row in found]


def told_of_all(store: Store, property_: NamedNode | str) -> ValuesOfAll:
    """Return thing → values of a property, for all things; those of a snapshot are read once."""
    version = version_of(store)
    return _kept(store, version, property_) if version else _read(store, property_)


@lru_cache(maxsize=_MOST_KEPT)
def _kept(store: Store, _version: str, property_: NamedNode | str) -> ValuesOfAll:
    return _read(store, property_)


def _read(store: Store, property_: NamedNode | str) -> ValuesOfAll:
    if property_ == _STANCES:
        told: Iterable[tuple[str, ...]] = rows(store, "facet-stances")
    else:
        answer = store.query(bind(walk_query("sort-told"), {"property": property_}))
        if not isinstance(answer, Table):
            raise TypeError("sort-told is no SELECT")
        told = (tuple(map(text_of, row)) for row in answer.rows)
    # The same things and values come in many facets: each text is held once.
    ordered = sorted({(intern(thing), intern(_WORDS.get(value, value))) for thing, value in told})
    return _grouped(ordered)


def _grouped(ordered: Sequence[tuple[str, str]]) -> ValuesOfAll:
    """Return thing → values; equal groups are one object."""
    groups: dict[tuple[str, ...], tuple[str, ...]] = {}
    bounds = [at for at, (thing, _) in enumerate(ordered) if not at or ordered[at - 1][0] != thing]
    found: dict[str, tuple[str, ...]] = {}
    for begin, end in pairwise([*bounds, len(ordered)]):
        group = tuple(value for _, value in ordered[begin:end])
        found[ordered[begin][0]] = groups.setdefault(group, group)
    return found
