"""Which actor is meant by a name, an id or an IRI, asked in SPARQL."""

from __future__ import annotations

import re

from pyoxigraph import NamedNode

from graph.store import Store
from graph.walk.asking import ask, walk_query
from ontology.errors import AmbiguousName, NotFoundError
from queries.catalogue import get

_ID = re.compile(r"(person|organisation|country|article)/[^\s<>\"{}|\\^`]+")
_MOST_CANDIDATES = 100


def resolve(store: Store, text: str) -> str:
    """Return the IRI of the actor that is meant: by IRI, by id ("person/jens-stoltenberg") or by name, in any case.

    A name that is one actor's label goes before the others' further names. Raises NotFoundError where nobody is meant,
    AmbiguousName where several are.
    """
    wanted = f"{store.base}{text}" if _ID.fullmatch(text) else text
    rows = ask(store, get("actors"), {"name": wanted, "limit": str(_MOST_CANDIDATES)})
    labelled = [row for row in rows if str(row["name"]).casefold() == text.strip().casefold()]
    found = labelled if len(labelled) == 1 else rows
    if not found:
        raise NotFoundError(f"{text!a}: no actor has this name or id; /actors lists them")
    if len(found) > 1:
        told = ", ".join(f"{row['name']} ({str(row['actor']).removeprefix(store.base)})" for row in found)
        raise AmbiguousName(f"{text!a} is a name of {len(found)} actors: {told}", tuple(str(r["actor"]) for r in found))
    return str(found[0]["actor"])


def replacement(store: Store, iri: str) -> str | None:
    """Return the IRI of the actor that another was merged into, None where it was not."""
    try:
        rows = ask(store, walk_query("replaced-by"), {"actor": NamedNode(iri)})
    except ValueError:
        return None
    return str(rows[0]["into"]) if rows else None
