"""Sorting what a listing holds by one of its columns, outside the engine, over all of its pages."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from pyoxigraph import NamedNode

from sayso.graph.store.asking import walk_query
from sayso.graph.store.keeping import version_of
from sayso.graph.store.solutions import Table, text_of
from sayso.graph.store.store import Store
from sayso.ontology import namespaces as ns
from sayso.ontology import terms
from sayso.ontology.errors import UsageError
from sayso.queries.catalogue import bind

type SortedBy = Literal["text", "statement", "thing"]
type ListedThing = tuple[str, ...]

_MOST_KEPT = 4
PLACES: Final[tuple[SortedBy, ...]] = ("text", "statement", "thing")
_DAY: Final = len("2022-01-30")


@dataclass(frozen=True, slots=True)
class SortColumn:
    """What a column is sorted by: a property of the article ("text"), the statement, or the thing it expresses.

    `named` says that the property leads to what has the name; `otherwise` is asked where there is nothing.
    """

    of: SortedBy
    property: NamedNode
    named: bool = False
    kind: Literal["words", "number", "day"] = "words"
    otherwise: SortColumn | None = None


_DAYS: Final = SortColumn("statement", terms.SAID_ON, kind="day", otherwise=SortColumn("text", ns.ISSUED, kind="day"))
_SHARED: Final = {
    "day": _DAYS,
    "article": SortColumn("text", ns.TITLE, otherwise=SortColumn("text", ns.IDENTIFIER)),
    "source": SortColumn("text", ns.PUBLISHER),
    "confidence": SortColumn("statement", terms.CONFIDENCE, kind="number"),
}
SORTS: Final[Mapping[str, Mapping[str, SortColumn]]] = {
    "statements": {
        "speaker": SortColumn("statement", terms.SPEAKER, named=True),
        "act": SortColumn("statement", terms.ACT),
        "about": SortColumn("statement", terms.ABOUT, named=True),
        "words": SortColumn("statement", terms.CONTENT),
        "form": SortColumn("statement", terms.FORM),
        "status": SortColumn("statement", terms.STATUS),
        **_SHARED,
    },
    "demands": {
        "by": SortColumn("thing", terms.DEMANDED_BY, named=True),
        "of": SortColumn("thing", terms.DEMANDED_OF, named=True),
        "matter": SortColumn("thing", terms.MATTER),
        "toldBy": SortColumn("statement", terms.SPEAKER, named=True),
        **_SHARED,
    },
    "positions": {
        "holder": SortColumn("thing", terms.HOLDER, named=True),
        "stance": SortColumn("thing", terms.STANCE),
        "matter": SortColumn("thing", terms.MATTER),
        "toward": SortColumn("thing", terms.TOWARD, named=True),
        "toldBy": SortColumn("statement", terms.SPEAKER, named=True),
        **_SHARED,
    },
}


def days_of(store: Store, found: Sequence[ListedThing]) -> list[str | None]:
    """Return the day of each (article, statement, …): of saying where known, else of publication, else None."""
    return _keys_of(store, found, _DAYS)


def sort_of(sort: str, known: Iterable[str]) -> tuple[str, bool]:
    """Read what to sort by, "-" before it for downwards: its name, and whether downwards. Raises UsageError."""
    name, down = sort.removeprefix("-"), sort.startswith("-")
    if name not in known:
        raise UsageError(f"sort: {name[:100]!r} is no column; there are {', '.join(known)}, each with - for downwards")
    return name, down


def in_order(store: Store, listing: str, found: Sequence[ListedThing], sort: str) -> Sequence[ListedThing]:
    """Return what was found, (article, statement, …) each, sorted by a column of SORTS, what lacks it last.

    Names in any case and without their accents; what is equal stays in the order given. Raises UsageError.
    """
    name, down = sort_of(sort, SORTS[listing])
    column = SORTS[listing][name]
    keys = _keys_of(store, found, column)
    if column.kind == "number":
        return sort_by(found, [None if key is None else _number(key) for key in keys], down=down)
    return sort_by(found, keys, down=down)


def sort_by[Item, Key: (str, float)](
    items: Sequence[Item], keys: Sequence[Key | None], *, down: bool
) -> tuple[Item, ...]:
    """Return items sorted by their keys, those without one last, whether upwards or downwards."""
    having = [(key, number) for number, key in enumerate(keys) if key is not None]
    having.sort(key=lambda one: one[0], reverse=down)
    order = [number for _, number in having] + [number for number, key in enumerate(keys) if key is None]
    return tuple(items[number] for number in order)


def folded(text: str) -> str:
    """Return a text as it is sorted: without case and accents, and without what stands before its first letter."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(sign))
    return plain.lstrip(" \t\n\"'“”‘’„«»()[]…-–—") or plain


def _keys_of(store: Store, found: Sequence[ListedThing], column: SortColumn) -> list[str | None]:
    values = _values(store, column)
    at = PLACES.index(column.of)
    told = [values.get(row[at]) for row in found]
    if column.otherwise is not None and None in told:
        others = _keys_of(store, found, column.otherwise)
        told = [other if key is None else key for key, other in zip(told, others, strict=True)]
    return [key and key[:_DAY] for key in told] if column.kind == "day" else told


def _values(store: Store, column: SortColumn) -> Mapping[str, str]:
    version = version_of(store)
    return _kept(store, version, column) if version else _asked(store, column)


@lru_cache(maxsize=_MOST_KEPT)
def _kept(store: Store, _version: str, column: SortColumn) -> Mapping[str, str]:
    return _asked(store, column)


def _asked(store: Store, column: SortColumn) -> Mapping[str, str]:
    """Return thing → the first of its values."""
    query = walk_query("sort-named" if column.named else "sort-told")
    answer = store.query(bind(query, {"property": column.property}))
    if not isinstance(answer, Table):
        raise TypeError(f"{query.name} is no SELECT")
    texts = sorted((text_of(thing), text_of(key)) for thing, key in answer.rows)
    # Numbers and days are read as they stand; words as one looks them up.
    read = folded if column.kind == "words" else str
    found: dict[str, str] = {}
    for thing, key in texts:
        if thing not in found or read(key) < found[thing]:
            found[thing] = read(key)
    return found


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return None if math.isnan(number) else number
