"""Variables of a coding: what networks may be made over, and what codings may be chosen by."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, Literal, get_args

from sayso.graph.networks.coding import Coding
from sayso.graph.statements.rows.row import Named
from sayso.ontology.errors import UsageError

type VariableName = Literal[
    "actor", "type", "matter", "stance", "act", "form", "status", "about", "source", "author", "article",
    "day", "month", "year",
]  # fmt: skip


def _word(variable: str, value: str) -> tuple[Named, ...]:
    return (Named(value, f"{variable}:{value}", variable.capitalize()),) if value else ()


# A coding may have several values of a variable (two authors), or none (no date).
VARIABLES: Final[Mapping[VariableName, Callable[[Coding], tuple[Named, ...]]]] = MappingProxyType(
    {
        "actor": lambda c: c.actors,
        "type": lambda c: tuple(dict.fromkeys(one for actor in c.actors for one in _word("type", actor.kind))),
        "matter": lambda c: (c.matter,) if c.matter else (),
        "stance": lambda c: _word("stance", c.stance),
        "act": lambda c: _word("act", c.row.act),
        "form": lambda c: _word("form", c.row.form),
        "status": lambda c: _word("status", c.row.status),
        "about": lambda c: c.row.about,
        "source": lambda c: _word("source", c.row.article.source),
        "author": lambda c: tuple(one for author in c.row.article.authors for one in _word("author", author)),
        "article": lambda c: (Named(c.article, c.row.article.iri, "Article"),),
        "day": lambda c: _word("day", c.day[:10]),
        "month": lambda c: _word("month", c.day[:7]),
        "year": lambda c: _word("year", c.day[:4]),
    }
)
NAMES: Final[tuple[VariableName, ...]] = get_args(VariableName.__value__)
# What only a position has.
OF_POSITIONS: Final = frozenset({"matter", "stance"})


def values(coding: Coding, variable: VariableName) -> tuple[Named, ...]:
    """Return the values that a coding has of a variable."""
    return VARIABLES[variable](coding)


def check_variable(name: str) -> None:
    """Raise UsageError for a name that is no variable."""
    if name not in VARIABLES:
        raise UsageError(f"{name!r} is no variable of a coding; there are {', '.join(VARIABLES)}")
