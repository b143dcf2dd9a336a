"""Finding the actors that may be meant: by id, by a property that names one, or by a name."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import NamedNode
from rapidfuzz import fuzz, process

from graph.likeness import words_of
from graph.store import Store
from graph.walk.asking import ask, walk_query
from graph.walk.naming import replacement

_MOST = 40
_LEAST = 60.0
_WIKIDATA = "http://www.wikidata.org/entity/"


def found_by(
    store: Store, text: str, properties: Iterable[tuple[str, tuple[str, ...]]], kinds: frozenset[str]
) -> list[str]:
    """Return the IRIs of those that a text may mean, or, without a text, of those that a property names."""
    if text.strip():
        return [*dict.fromkeys([*by_id(store, text), *by_name(store, text, kinds)])]
    found: list[str] = []
    for id_, values in properties:
        for value in values:
            found += _by_property(store, id_, value.strip(), kinds)
    return [*dict.fromkeys(found)]


def by_id(store: Store, text: str) -> list[str]:
    """Return the IRI that a text is, or the base and it make; that of the actor it was merged into."""
    text = text.strip()
    iri = text if text.startswith(store.base) else f"{store.base}{text}"
    try:
        NamedNode(iri)
    except ValueError:
        return []
    return [replacement(store, iri) or iri]


def by_name(store: Store, text: str, kinds: frozenset[str]) -> list[str]:
    """Return the IRIs of the actors whose names are most like a text, the likeliest first."""
    names = _names(store)
    wanted = " ".join(words_of(text))
    near = process.extract(wanted, names.keys(), scorer=fuzz.token_set_ratio, limit=_MOST, score_cutoff=_LEAST)
    begun = [name for name in names if wanted and name.startswith(wanted)]
    return [iri for name in (*begun, *(name for name, _, _ in near)) for iri in names[name]]


def _by_property(store: Store, id_: str, value: str, kinds: frozenset[str]) -> list[str]:
    match id_:
        case "name" | "otherName":
            return by_name(store, value, kinds)
        case "iri":
            return by_id(store, value)
        case "iso":
            return by_id(store, f"country/{value.upper()}")
        case "wikidata" | "sameAs":
            link = f"{_WIKIDATA}{value}" if id_ == "wikidata" and ":" not in value else value
            try:
                rows = ask(store, walk_query("actors-linked"), {"link": NamedNode(link)})
            except ValueError:
                return []
            return [str(row["actor"]) for row in rows]
    return []


def _names(store: Store) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in ask(store, walk_query("actors-names"), {}):
        found.setdefault(" ".join(words_of(str(row["name"]))), []).append(str(row["actor"]))
    return found
