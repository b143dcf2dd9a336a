"""The catalogue: every question that this folder holds, by name."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from sayso.ontology.errors import NotFoundError
from sayso.queries.binder import bind
from sayso.queries.fragments import expanded
from sayso.queries.query import Parameter, Query, read
from sayso.queries.values import Term

__all__ = ["Parameter", "Query", "Term", "bind", "get", "names", "read"]

FOLDER = Path(__file__).parent


def names() -> tuple[str, ...]:
    """List the names of all queries, sorted."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.rq")))


@cache
def get(name: str) -> Query:
    """Return the query of this name; raises NotFoundError, naming those there are."""
    if name not in names():
        raise NotFoundError(f"there is no query {name!r}; there are: {', '.join(names())}")
    return read(name, expanded((FOLDER / f"{name}.rq").read_text("utf-8")))
