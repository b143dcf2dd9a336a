"""Searching actors by name, and listing them: pages over the index of a store."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice

from pyoxigraph import Literal, NamedNode, Quad

from sayso.graph.actors.refs import id_of, kind_of
from sayso.graph.actors.resolver import actor_of
from sayso.graph.actors.search.index import Index, IndexedActor
from sayso.graph.actors.search.kept import keep, read
from sayso.graph.actors.search.matching import Hit, NameMatchKind, hits
from sayso.graph.model.pages import ItemPage
from sayso.graph.store.asking import ask, rows, walk_query
from sayso.graph.store.keeping import version_of
from sayso.graph.store.snapshots import latest
from sayso.graph.store.store import Store
from sayso.ontology.errors import UsageError
from sayso.ontology.namespaces import ALT_LABEL, LABEL
from sayso.ontology.terms import ABOUT, MENTION_OF, SPEAKER
from sayso.ontology.vocabulary import ACTOR_WORDS

_MOST_INDEXES = 2
_ISO = re.compile(r"[A-Za-z]{2}")


@dataclass(frozen=True, slots=True)
class SearchedActor:
    """An actor that a search found: how its name matches, and how well (1 is the very name)."""

    name: str
    kind: str | None
    statements: int
    about: int
    mentions: int
    other_names: str | None
    actor: str
    id: str
    match: NameMatchKind
    score: float


def search(store: Store, name: str, kind: str, country: str, limit: int, offset: int) -> ItemPage[SearchedActor]:
    """Return a page of actors: by name, or all, those who speak most first.

    `kind` and `country` may be empty. To a country belong itself and
    those who hold or held a post of it or speak in one, as far as the graph tells. Raises UsageError for an unknown
    kind, and as `actor_of` does for the country.
    """
    if kind and kind not in ACTOR_WORDS:
        raise UsageError(f"kind: {kind!r} is none; there are {', '.join(ACTOR_WORDS)}")
    index = index_of(store)
    keep = _kept(store, kind, country)
    found = hits(index, name, keep) if name.strip() else _all(index, keep)
    page = list(islice(found, offset, offset + limit + 1))
    return ItemPage([_told(store, hit) for hit in page[:limit]], len(page) > limit)


def index_of(store: Store) -> Index:
    """Return the index of a store's actors; that of a snapshot lies beside it, and is made where it does not."""
    version = version_of(store)
    return _kept_index(store, version) if version else made_index(store)


@lru_cache(maxsize=_MOST_INDEXES)
def _kept_index(store: Store, _version: str) -> Index:
    if not store.version or store.folder is None:
        return made_index(store)
    if (found := read(store.folder, store.base)) is None:
        index = made_index(store)
    elif changed := found[1]:
        index = _renewed(store, found[0], changed)
    else:
        return found[0]
    keep(index, store.folder, store.base)
    return index


def keep_index(store: Store) -> None:
    """Put the index of what a writing store published last beside that snapshot, where none is."""
    if store.folder is None or store.unpublished() or (snapshot := latest(store.folder)) is None:
        return
    if (found := read(snapshot, store.base)) is None or found[1]:
        keep(made_index(store) if found is None else _renewed(store, *found), snapshot, store.base)


def _renewed(store: Store, index: Index, changed: frozenset[str]) -> Index:
    """Return an index of a store out of an older one: what has changed since is asked for anew."""
    actors = [actor for actor in sorted(changed) if kind_of(store, actor)]
    nodes = [NamedNode(actor) for actor in actors]
    find = store.engine.quads_for_pattern

    def entry(actor: NamedNode) -> IndexedActor | None:
        names = [_values(find(actor, name, None)) for name in (LABEL, ALT_LABEL)]
        told = tuple(dict.fromkeys(chain.from_iterable(names)))
        counts = (len({quad.subject for quad in find(None, role, actor)}) for role in (SPEAKER, ABOUT, MENTION_OF))
        return IndexedActor(actor.value, kind_of(store, actor.value), told, *counts) if told else None

    stays = (entry for entry in index.entries if entry.iri not in changed)
    return Index(chain(stays, filter(None, map(entry, nodes))))


def _values(quads: Iterable[Quad]) -> list[str]:
    return sorted(quad.object.value for quad in quads if isinstance(quad.object, Literal))


def made_index(store: Store) -> Index:
    """Make the index of a store's actors, from the names of everything and three counts over all statements.

    Of 100,000 actors with 200,000 names and a million mentions, that takes some seconds and 100 MB.
    """
    names: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for query in ("index-names", "index-other-names"):
        for actor, name in sorted(rows(store, query)):
            names[actor][name] = None
    counts: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for what, actor, count in rows(store, "index-counts"):
        counts[actor][what] = int(count)
    kinds = ((iri, kind_of(store, iri)) for iri in names)
    return Index(IndexedActor(iri, kind, tuple(names[iri]), **counts.get(iri, {})) for iri, kind in kinds if kind)


def _kept(store: Store, kind: str, country: str) -> Callable[[IndexedActor], bool]:
    if not country:
        return lambda entry: not kind or entry.kind == kind
    code = f"country/{country.strip().upper()}" if _ISO.fullmatch(country.strip()) else country
    iri = NamedNode(actor_of(store, code, "country"))
    belonging = {str(row["actor"]) for row in ask(store, walk_query("index-country"), {"country": iri})}
    return lambda entry: entry.iri in belonging and (not kind or entry.kind == kind)


def _all(index: Index, keep: Callable[[IndexedActor], bool]) -> Iterator[Hit]:
    return (Hit(entry, "exact", 1.0) for entry in index.speaking if keep(entry))


def _told(store: Store, hit: Hit) -> SearchedActor:
    entry = hit.entry
    return SearchedActor(
        name=entry.names[0],
        kind=entry.kind,
        statements=entry.statements,
        about=entry.about,
        mentions=entry.mentions,
        other_names=", ".join(entry.names[1:]) or None,
        actor=entry.iri,
        id=id_of(store, entry.iri),
        match=hit.match,
        score=hit.score,
    )
