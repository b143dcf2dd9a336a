"""Articles in which actors speak, or are spoken of: where a question names them, no others can answer it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from pyoxigraph import NamedNode

from sayso.graph.store.asking import BoundValue
from sayso.graph.store.store import Store
from sayso.ontology.iris import iri_or_none
from sayso.ontology.namespaces import SAYSO
from sayso.queries.query import Query

_PLACE: Final = re.compile(r"VALUES \?(\w+) \{ UNDEF \}(?: # (\w+))?")


def articles_of(store: Store, query: Query, values: Mapping[str, BoundValue]) -> frozenset[str] | None:
    """Return the IRIs of the articles that have what all the actors named say or are told of.

    None where that is not known: of another property than one of ours, or of what does not live under an article. It
    takes time by how much there is of these actors.
    """
    found: frozenset[str] | None = None
    for one in query.parameters:
        if one.type != "actor" or not (value := values.get(one.name)):
            continue
        role = _role(query, one.name)
        articles = None if role is None else _articles(store, role, value)
        if articles is None:
            return None
        found = articles if found is None else found & articles
    return found


def _role(query: Query, name: str) -> NamedNode | None:
    """Return the property that leads to an actor in a question, None where none or several of ours do."""
    variables = [place[1] for place in _PLACE.finditer(query.text) if (place[2] or place[1]) == name]
    roles = {role for one in variables for role in re.findall(rf"\bsayso:(\w+) \?{one}\b", query.text)}
    return NamedNode(SAYSO + roles.pop()) if len(roles) == 1 else None


def _articles(store: Store, role: NamedNode, value: BoundValue) -> frozenset[str] | None:
    home, told = f"{store.base}article/", set[str]()
    for one in value if isinstance(value, tuple) else (value,):
        actor = one if isinstance(one, NamedNode) else iri_or_none(str(one))
        if actor is None:
            return None
        for quad in store.engine.quads_for_pattern(None, role, actor):
            if not isinstance(quad.subject, NamedNode) or not quad.subject.value.startswith(home):
                return None
            told.add(home + quad.subject.value.removeprefix(home).partition("/")[0])
    return frozenset(told)
