"""Finding the actors that may be meant: by id, by a property that names one, or by a name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from pyoxigraph import NamedNode

from sayso.graph.actors.likeness import words_of
from sayso.graph.actors.resolver import replacement
from sayso.graph.actors.search.index import IndexedActor
from sayso.graph.actors.search.matching import hits
from sayso.graph.actors.search.searching import index_of
from sayso.graph.reconcile.entity import KINDS
from sayso.graph.store.asking import ask, walk_query
from sayso.graph.store.store import Store
from sayso.ontology import namespaces as ns

_MOST = 40
_MOST_A_WORD = 10
_LEAST_LETTERS = 2


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
    """Return the IRIs of the actors that a text may name, the likeliest first: whole, without "Mr.", then by its words.

    `kinds` are classes of KINDS; the index is that of /actors.
    """
    index, wanted = index_of(store), {KINDS[kind] for kind in kinds}
    words = words_of(text)
    found: dict[str, None] = {}
    # "President Anna Zenda" names nobody as a whole; of each word's actors the likeliest are compared with the text.
    readings = ((text, _MOST), (" ".join(words), _MOST), *((word, _MOST_A_WORD) for word in reversed(words)))
    for reading, most in readings:
        if len(found) < _MOST and len(reading) >= _LEAST_LETTERS:
            likely = [*islice(hits(index, reading, _of(wanted)), most)]
            found.update((hit.entry.iri, None) for hit in likely)
            if likely and likely[0].match == "exact" and reading == text:
                break
    return list(found)[:_MOST]


def begun(store: Store, prefix: str, kinds: frozenset[str]) -> Iterator[str]:
    """Yield the IRIs of the actors whose names begin so or are like it, the likeliest first."""
    wanted = {KINDS[kind] for kind in kinds}
    return (hit.entry.iri for hit in hits(index_of(store), prefix, _of(wanted)))


def _of(kinds: set[str]) -> Callable[[IndexedActor], bool]:
    return lambda entry: entry.kind in kinds


def _by_property(store: Store, id_: str, value: str, kinds: frozenset[str]) -> list[str]:
    match id_:
        case "name" | "otherName":
            return by_name(store, value, kinds)
        case "iri":
            return by_id(store, value)
        case "iso":
            return by_id(store, f"country/{value.upper()}")
        case "wikidata" | "sameAs":
            link = f"{ns.WIKIDATA}{value}" if id_ == "wikidata" and ":" not in value else value
            try:
                rows = ask(store, walk_query("actors-linked"), {"link": NamedNode(link)})
            except ValueError:
                return []
            return [str(row["actor"]) for row in rows]
    return []
