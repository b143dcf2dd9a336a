"""Doubt: which statements nobody reviewed need a person's eye most, and why.

The answer is that of queries/doubtful.rq, put together here: in a store of 100,000 statements that takes a fifth of the
time that the one query takes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from pyoxigraph import NamedNode

from sayso.graph.actors.lookup import find_article
from sayso.graph.store.asking import ask, walk_query
from sayso.graph.store.keeping import version_of
from sayso.graph.store.store import Store
from sayso.graph.store.told import rows_of
from sayso.ontology.errors import NotFoundError
from sayso.ontology.iris import statements_of
from sayso.queries.catalogue import get
from sayso.queries.values import term

_BELOW: Final = "0.8"
_MOST_KEPT: Final = 2


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A statement with how doubtful it is, and the signs that tell."""

    statement: str
    doubt: float
    signs: tuple[str, ...]


def doubtful(store: Store, below: str, article: str) -> Sequence[Doubtful]:
    """Return the doubtful statements, the most doubtful first; those of a snapshot are read once.

    `below` is a share, "" for the usual one; `article` an identifier or IRI, "" for all. Raises QueryError for a share
    that is none.
    """
    below = below or _BELOW
    # Whatever fails to be a share fails here.
    share = term(next(p for p in get("doubtful").parameters if p.name == "below"), below).value
    try:
        where = find_article(store, article) if article else None
    except NotFoundError:
        return ()
    # Of one article little is read, of all all: whoever turns the pages would wait for each of them.
    version = version_of(store) if where is None else ""
    return _kept(store, version, share) if version else _read(store, share, where)


@lru_cache(maxsize=_MOST_KEPT)
def _kept(store: Store, _version: str, below: str) -> tuple[Doubtful, ...]:
    return _read(store, below, None)


def _read(store: Store, below: str, article: NamedNode | None) -> tuple[Doubtful, ...]:
    where = {"article": article} if article else {}
    done = {str(row["statement"]) for row in ask(store, walk_query("reviewed"), where)}
    weights: defaultdict[str, float] = defaultdict(float)
    signs: defaultdict[str, list[str]] = defaultdict(list)
    sure: dict[str, float] = {}
    inside = statements_of(article.value) if article else store.base
    for row in ask(store, walk_query("doubtful-signs"), {}):
        if (statement := str(row["statement"])) not in done and statement.startswith(inside):
            weights[statement] += float(str(row["more"]))
            signs[statement].append(str(row["sign"]))
    # Asked for by themselves: joined to the signs they take many times as long.
    for row in rows_of(store, "confidences", "statement", signs):
        sure[str(row["statement"])] = float(str(row["confidence"]))
    for row in ask(store, walk_query("doubtful-unsure"), {**where, "below": below}):
        if (statement := str(row["statement"])) not in done:
            sure[statement] = float(str(row["confidence"]))
    told: dict[tuple[str, ...], tuple[str, ...]] = {}  # few differ, of very many
    found = []
    for statement, confidence in sure.items():
        some = tuple(sorted([*signs.get(statement, ()), *(["unsure"] if confidence < float(below) else [])]))
        found.append(
            Doubtful(statement, round(1 - confidence + weights.get(statement, 0.0), 3), told.setdefault(some, some))
        )
    found.sort(key=lambda one: (-one.doubt, one.statement))
    return tuple(found)
