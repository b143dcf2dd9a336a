"""Which actor is meant by a name, an id or an IRI, asked in SPARQL."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from pyoxigraph import NamedNode

from sayso.graph.model.json_value import Json
from sayso.graph.store.asking import ask, walk_query
from sayso.graph.store.store import Store
from sayso.ontology.errors import AmbiguousName, NotFoundError

_MOST_CANDIDATES = 100
# Nobody is called anything longer; hostile texts need not reach the store.
_LONGEST = 1_000


class Moved(Exception):
    """The actor that a parameter names was merged into another; `into` is that one's IRI."""

    def __init__(self, parameter: str, into: str) -> None:
        super().__init__(parameter, into)
        self.parameter = parameter
        self.into = into


def telling(walk: Callable[..., Json]) -> Callable[..., Json]:
    """Make a walk answer `{"moved": {parameter: IRI}}` where an actor that is asked for was merged into another."""

    @wraps(walk)
    def told(store: Store, **arguments: Json) -> Json:
        try:
            return walk(store, **arguments)
        except Moved as moved:
            return {"moved": {moved.parameter: moved.into}}

    return told


def actor_of(store: Store, text: str, parameter: str) -> str:
    """Return the IRI of the actor that is meant, as `resolve` does. Raises Moved where it was merged into another."""
    iri = _iri(store, text)
    if iri is not None and (into := replacement(store, iri)):
        raise Moved(parameter, into)
    return resolve(store, text)


def resolve(store: Store, text: str) -> str:
    """Return the IRI of the actor that is meant: by IRI, by id ("person/jens-stoltenberg") or by name, in any case.

    A name that is one actor's label goes before the others' further names. Raises NotFoundError where nobody is meant,
    AmbiguousName where several are.
    """
    iri = _iri(store, text)
    if iri is not None and ask(store, walk_query("is-actor"), {"thing": NamedNode(iri)}):
        return iri
    rows = ask(store, walk_query("called"), {"name": text}) if 0 < len(text) <= _LONGEST else []
    labels = {str(row["actor"]): str(row["label"]) for row in rows}
    labelled = [actor for actor, label in labels.items() if label.casefold() == text.strip().casefold()]
    found = labelled if len(labelled) == 1 else [*labels]
    if not found:
        raise NotFoundError(f"{text[:_LONGEST]!a}: no actor has this name or id; /actors lists them")
    if len(found) > 1:
        some = found[:_MOST_CANDIDATES]
        told = ", ".join(f"{labels[actor]} ({actor.removeprefix(store.base)})" for actor in some)
        raise AmbiguousName(f"{text!a} is a name of {len(found)} actors: {told}", tuple(some))
    return found[0]


def replacement(store: Store, iri: str) -> str | None:
    """Return the IRI of the actor that another was merged into, None where it was not."""
    try:
        rows = ask(store, walk_query("replaced-by"), {"actor": NamedNode(iri)})
    except ValueError:
        return None
    return str(rows[0]["into"]) if rows else None


def _iri(store: Store, text: str) -> str | None:
    """Return the IRI that an id or an IRI may be, None for what can only be a name."""
    if len(text) > _LONGEST or "/" not in text:
        return None
    try:
        return NamedNode(text if "://" in text else f"{store.base}{text}").value
    except ValueError:
        return None
