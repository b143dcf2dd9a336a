"""Who is meant by a name, an id or an IRI: the one answer to it, for every face, asked in SPARQL.

An IRI or an id names one actor. A name in any case goes to whom it is the label of, else to whom it is another name of,
else to the person whose last name it is. Where several are left nobody is chosen: the error lists them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any

from pyoxigraph import NamedNode

from sayso.graph.store.asking import Askable, ask, walk_query
from sayso.graph.store.store import Store
from sayso.ontology.errors import AmbiguousName, NotFoundError, UsageError
from sayso.queries.query import Query

_MOST_CANDIDATES = 100
# Nobody is called anything longer; hostile texts need not reach the store.
_LONGEST = 1_000


class Moved(Exception):
    """The actor that a parameter names was merged into another; `into` is that one's IRI."""

    def __init__(self, parameter: str, into: str) -> None:
        super().__init__(parameter, into)
        self.parameter = parameter
        self.into = into


@dataclass(frozen=True, slots=True)
class MovedActors:
    """Where actors that were asked for are now: parameter, or name, to IRI."""

    moved: Mapping[str, str]


def telling(walk: Callable[..., object]) -> Callable[..., object]:
    """Make a walk answer where an actor that is asked for is now, if it was merged into another."""

    @wraps(walk)
    def told(store: Store, **arguments: Any) -> object:
        try:
            return walk(store, **arguments)
        except Moved as moved:
            return MovedActors({moved.parameter: moved.into})

    return told


def actor_of(store: Askable, text: str, parameter: str) -> str:
    """Return the IRI of the actor that is meant, as `resolve` does. Raises Moved where it was merged into another."""
    iri = _iri(store, text)
    if iri is not None and (into := replacement(store, iri)):
        raise Moved(parameter, into)
    return resolve(store, text)


def resolve(store: Askable, text: str) -> str:
    """Return the IRI of the actor that is meant; see above.

    Raises NotFoundError where nobody is meant, AmbiguousName, which lists them with their ids, where several are.
    """
    iri = _iri(store, text)
    if iri is not None and ask(store, walk_query("is-actor"), {"thing": NamedNode(iri)}):
        return iri
    found = _called(store, text.strip())
    if not found:
        raise NotFoundError(f"{text[:_LONGEST]!r}: no actor has this name or id; the question “actors” lists them")
    if len(found) > 1:
        some = [*found][:_MOST_CANDIDATES]
        told = ", ".join(f"{found[actor]} ({actor.removeprefix(store.base)})" for actor in some)
        raise AmbiguousName(f"{text!r} is a name of {len(found)} actors; say which by its id: {told}", tuple(some))
    return next(iter(found))


def _called(store: Askable, name: str) -> dict[str, str]:
    """Return the actors, each with its label, that a name means by the first of three rules that finds anybody."""
    rows = ask(store, walk_query("called"), {"name": name}) if 0 < len(name) <= _LONGEST else []
    rules: tuple[dict[str, str], ...] = ({}, {}, {})
    for row in rows:
        actor, label, called = (str(row[key]) for key in ("actor", "label", "called"))
        same = name.casefold()
        rules[0 if label.casefold() == same else 1 if called.casefold() == same else 2][actor] = label
    return next(filter(None, rules), {})


def with_actors(store: Askable, query: Query, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return a query's values with IRIs for the actors that they name; one that was merged gives way to the other.

    Raises as `resolve` does, and UsageError for what is no name.
    """
    actors = {parameter.name for parameter in query.parameters if parameter.type == "actor"}
    return {
        name: NamedNode(actor_meant(store, value)) if name in actors and value else value
        for name, value in values.items()
    }


def actor_meant(store: Askable, value: object) -> str:
    """Return the IRI of the actor that a name, an id, an IRI or what has one means; one that was merged gives way.

    Raises as `resolve` does, and UsageError for what is no name.
    """
    text = value if isinstance(value, str) else getattr(value, "value", None) or getattr(value, "iri", None)
    if not isinstance(text, str):
        raise UsageError("an actor is a name, an id or an IRI")
    iri = _iri(store, text)
    return (replacement(store, iri) if iri else None) or resolve(store, text)


def replacement(store: Askable, iri: str) -> str | None:
    """Return the IRI of the actor that another was merged into, None where it was not."""
    try:
        rows = ask(store, walk_query("replaced-by"), {"actor": NamedNode(iri)})
    except ValueError:
        return None
    return str(rows[0]["into"]) if rows else None


def _iri(store: Askable, text: str) -> str | None:
    """Return the IRI that an id or an IRI may be, None for what can only be a name."""
    if len(text) > _LONGEST or "/" not in text:
        return None
    try:
        return NamedNode(text if "://" in text else f"{store.base}{text}").value
    except ValueError:
        return None
