"""A query: SPARQL with a header that says what it answers and which values it takes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, cast, get_args

from sayso.ontology.errors import QueryError

ParameterType = Literal["actor", "act", "form", "status", "stance", "kind", "text", "date", "share", "count", "iri"]

_PARAMETER = re.compile(r"# param: (\w+) \((\w+)\)(?: (\S+))? [–-] (.+)")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that a query takes; without a value and a default, what it restricts stays open."""

    name: str
    type: ParameterType
    description: str
    default: str | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """One question: `title` is what it answers, `example` a command line, `text` the file as it stands."""

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    example: str
    text: str

    @property
    def parameter_names(self) -> tuple[str, ...]:
        """The names of the parameters, in the header's order."""
        return tuple(parameter.name for parameter in self.parameters)


def read(name: str, text: str) -> Query:
    """Read a query's header: its first comment lines, up to the first line that is none.

    Any SPARQL is a query; without a header it has no parameters. Raises QueryError for a parameter of no known type.
    """
    prose: list[str] = []
    parameters: list[Parameter] = []
    example = ""
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        if match := _PARAMETER.fullmatch(line.rstrip()):
            parameters.append(_parameter(name, *match.groups()))
        elif line.startswith("# example: "):
            example = line.removeprefix("# example: ").strip()
        else:
            prose.append(line.lstrip("#").strip())
    title, description = (prose[0], " ".join(prose[1:]).strip()) if prose else (name, "")
    return Query(name, title, description, tuple(parameters), example, text)


def _parameter(query: str, name: str, type_: str, default: str | None, description: str) -> Parameter:
    if type_ not in get_args(ParameterType):
        known = ", ".join(get_args(ParameterType))
        raise QueryError(f"{query}: parameter {name} is of type {type_!r}; known types are {known}")
    return Parameter(name, cast(ParameterType, type_), description, default)
