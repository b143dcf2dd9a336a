"""The questions of the catalogue as functions: with their parameters, what they answer, and completion."""

from __future__ import annotations

import keyword
from collections.abc import Callable
from inspect import Parameter as Argument
from inspect import Signature
from typing import TYPE_CHECKING

from sayso.api.notebook.binding import Given, bind_query
from sayso.api.notebook.markup import escaped
from sayso.api.notebook.result import Result
from sayso.graph.actors.resolver import with_actors
from sayso.graph.dated.narrowing import answer as answered
from sayso.graph.networks.origin import origin, told_question
from sayso.graph.store.asking import Askable
from sayso.graph.store.solutions import Table
from sayso.queries.catalogue import get, names
from sayso.queries.query import Parameter, Query
from sayso.queries.whole import unlimited

type Question = Callable[..., Result]


class Questions:
    """Each question by name, `-` as `_`: `questions.who_said_what_about_whom(by="NATO")`; Tab lists them."""

    def __init__(self, store: Askable) -> None:
        # Attributes of their own, not made by `__getattr__`: completion evaluates nothing that could run code.
        for name in names():
            setattr(self, name.replace("-", "_"), question(store, get(name)))

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Question: ...

    def __dir__(self) -> list[str]:
        return [name.replace("-", "_") for name in names()]

    def __repr__(self) -> str:
        return "\n".join(f"{name.replace('-', '_')}: {get(name).title}" for name in names())

    def _repr_html_(self) -> str:
        rows = (
            f"<tr><td><code>{escaped(name.replace('-', '_'))}({escaped(', '.join(get(name).parameter_names))})"
            f"</code></td><td>{escaped(get(name).title)}</td></tr>"
            for name in names()
        )
        return f"<table>{''.join(rows)}</table>"


def question(store: Askable, query: Query) -> Question:
    """Return a question as a function of its parameters, whose signature and docstring come from its header."""

    def ask(**values: Given) -> Result:
        # `of` and the like are fine; a word of Python's own takes an underscore behind it.
        given = {name.removesuffix("_"): value for name, value in values.items()}
        meant = unlimited(query, with_actors(store, query, given))
        answer = answered(store, query, meant, bind_query)
        if not isinstance(answer, Table):
            raise TypeError(f"{query.name} is no SELECT")
        return Result(answer, origin(store, told_question(query.name, meant)))

    ask.__name__ = ask.__qualname__ = query.name.replace("-", "_")
    ask.__doc__ = _documentation(query)
    ask.__signature__ = _signature(query)  # type: ignore[attr-defined]
    return ask


def _signature(query: Query) -> Signature:
    arguments = [
        Argument(_argument(parameter.name), Argument.KEYWORD_ONLY, default=_default(parameter), annotation="Given")
        for parameter in query.parameters
    ]
    return Signature(arguments, return_annotation="Result")


def _default(parameter: Parameter) -> str | None:
    # The catalogue's limit is for people who read a table; a program gets all.
    return None if parameter.name == "limit" else parameter.default


def _argument(name: str) -> str:
    return f"{name}_" if keyword.iskeyword(name) else name


def _documentation(query: Query) -> str:
    told = [f"    {_argument(p.name)}: {p.description}" for p in query.parameters]
    return "\n".join([f"{query.title}.", "", query.description, "", *told])
