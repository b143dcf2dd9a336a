"""Doubt: which statements nobody reviewed need a person's eye most, and why.

The answer is that of queries/doubtful.rq, put together here: in a store of 100,000 statements that takes a fifth of the
time that the one query takes.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from sayso.graph.actors.lookup import find_article
from sayso.graph.store.asking import ask, walk_query
from sayso.graph.store.store import Store
from sayso.graph.store.told import rows_of
from sayso.ontology.errors import NotFoundError
from sayso.ontology.iris import statements_of
from sayso.queries.catalogue import get
from sayso.queries.values import term

_BELOW = "0.8"


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A statement with how doubtful it is, and the signs that tell."""

    statement: str
    doubt: float
    signs: tuple[str, ...]


def doubtful(store: Store, below: str, article: str) -> list[Doubtful]:
    """Return the doubtful statements, the most doubtful first.

    `below` is a share, "" for the usual one; `article` an identifier or IRI, "" for all. Raises QueryError for a share
    that is none.
    """
    below = below or _BELOW
    # Whatever fails to be a share fails here.
    share = float(term(next(p for p in get("doubtful").parameters if p.name == "below"), below).value)
    try:
        where = {"article": find_article(store, article)} if article else {}
    except NotFoundError:
        return []
    done = {str(row["statement"]) for row in ask(store, walk_query("reviewed"), where)}
    weights: defaultdict[str, float] = defaultdict(float)
    signs: defaultdict[str, list[str]] = defaultdict(list)
    sure: dict[str, float] = {}
    inside = statements_of(where["article"].value) if where else store.base
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
    found = [
        Doubtful(
            statement,
            round(1 - confidence + weights[statement], 3),
            tuple(sorted([*signs[statement], *(["unsure"] if confidence < share else [])])),
        )
        for statement, confidence in sure.items()
    ]
    found.sort(key=lambda one: (-one.doubt, one.statement))
    return found
