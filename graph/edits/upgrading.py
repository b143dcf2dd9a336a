"""Upgrading a store of an earlier release, in which names, types and posts stood in the graph of every article.

Each article is taken back to what was extracted from it, and goes into a new database under the judgements and reviews
that stand, as if it were loaded there. The new database takes the old one's place once it is whole.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from itertools import batched
from pathlib import Path
from typing import Final, cast

import pyoxigraph as ox
from pyoxigraph import NamedNode, Quad

from sayso.graph.actors.names import ALTERNATE_NAME, NAME, Subject, contribution, types_of
from sayso.graph.actors.rewriting import TYPES, Naming, kind_of, moved
from sayso.graph.edits.many_articles import add_articles
from sayso.graph.edits.merging import naming
from sayso.graph.reviews.revision import extracted
from sayso.graph.statements.prints import COPY_PRINT, TEXT_PRINT, WORDS_PRINT
from sayso.graph.store.damage import damage_of
from sayso.graph.store.lock import FolderLock
from sayso.graph.store.rewriting import WHOLE, finish
from sayso.graph.store.solutions import Term
from sayso.graph.store.store import Store
from sayso.graph.store.store_folder import is_store
from sayso.graph.store.version import is_current, mark, refuse_newer
from sayso.ontology import iris, terms
from sayso.ontology import namespaces as ns
from sayso.ontology.errors import NotFoundError, StoreError

_AT_ONCE: Final = 200
_PRINTS: Final = (TEXT_PRINT, COPY_PRINT, WORDS_PRINT)
_PARTS: Final = (ns.RDF_SUBJECT, ns.RDF_PREDICATE, ns.RDF_OBJECT)
# What an article's graph told of an actor or post itself → what is told in the actors' graph.
_TOLD: Final = {p: p for p in (ns.TYPE, ns.LABEL, ns.ALT_LABEL, ns.SAME_AS, ns.POST_IN)} | {
    NAME: ns.LABEL,
    ALTERNATE_NAME: ns.ALT_LABEL,
}


def upgrade(folder: Path, base: str) -> int:
    """Bring the store in a folder up to date; return how many articles it has, 0 where it was up to date.

    It needs as much room again. Raises NotFoundError where there is no store, StoreLocked where it is in use, and
    StoreError where it is one of another base or the new database cannot be written; then the old one stays.
    """
    if not is_store(folder) and not (folder / WHOLE).is_dir():
        raise NotFoundError(f"{folder}: there is no store here")
    refuse_newer(folder)
    if is_current(folder):
        return 0
    with FolderLock(folder, shared=False):
        if not (folder / WHOLE).is_dir():
            unfinished = folder / ".database-new"
            shutil.rmtree(unfinished, ignore_errors=True)
            try:
                _write(Store(ox.Store.read_only(str(folder / "database")), None, folder, base), unfinished)
                unfinished.rename(folder / WHOLE)
            except (OSError, RuntimeError) as error:
                shutil.rmtree(unfinished, ignore_errors=True)
                raise damage_of(error, folder) or StoreError(f"{folder}: cannot be upgraded ({error})") from error
        # Before the new database is in its place: who opens the store next puts it there.
        mark(folder)
        finish(folder)
    with Store.open(folder, base=base) as store:
        store.publish(always=True)
        return sum(1 for _ in _articles(store))


def _write(old: Store, place: Path) -> None:
    old.refuse_other_base()
    new = Store(ox.Store(str(place)), None, None, old.base)
    new.refresh_ontology()
    articles = set(_articles(old))
    new.engine.bulk_extend(_kept(old, articles))
    for batch in batched(sorted(articles, key=str), _AT_ONCE):
        add_articles(new, {article: _original(old, article) for article in batch}, set())
    new.engine.bulk_extend(_told_besides(old, new))


def _articles(store: Store) -> Iterator[NamedNode]:
    for quad in store.engine.quads_for_pattern(None, terms.TEXT_HASH, None):
        article = quad.subject
        if article == quad.graph_name and isinstance(article, NamedNode):
            yield article


def _kept(old: Store, articles: set[NamedNode]) -> Iterator[Quad]:
    """Yield what does not follow from the articles: decisions, what loading remembers, graphs of others."""
    base = old.base
    derived = (iris.ontology_graph(base), iris.derived_graph(base), iris.actors_graph(base))
    reviews, revisions = iris.reviews_graph(base), f"<{base}revision/"
    for quad in old.engine:
        if quad.graph_name in derived or quad.graph_name in articles or quad.predicate in _PRINTS:
            continue
        if quad.graph_name != reviews or not (
            quad.predicate == terms.REVIEWS or str(quad.subject).startswith(revisions)
        ):
            yield quad


def _told_besides(old: Store, new: Store) -> list[Quad]:
    """List what somebody put into the actors' graph that no article contributed."""
    shared = iris.actors_graph(old.base)
    subjects = {quad.subject for quad in new.quads(shared)}
    return [quad for quad in old.quads(shared) if _is_besides(quad, subjects, old.base)]


def _is_besides(quad: Quad, settled: set[Subject], base: str) -> bool:
    if quad.subject in settled:
        return quad.predicate not in _TOLD
    return not (isinstance(quad.subject, NamedNode) and types_of(quad.subject, base))


def _original(old: Store, article: NamedNode) -> set[Quad]:
    """Return an article's quads as they were extracted, with namings for what it told of shared things."""
    quads = _restored(extracted(old, article, set(old.quads(article))), naming(old, article), old.base)
    shared = iris.actors_graph(old.base)
    told = {quad for quad in quads if quad.predicate in _TOLD and types_of(cast(NamedNode, quad.subject), old.base)}
    named = (Quad(quad.subject, _TOLD[quad.predicate], quad.object, shared) for quad in told)
    return (quads - told) | contribution(named, article, old.base)


def _restored(quads: Iterable[Quad], named: Naming, base: str) -> set[Quad]:
    """Return the quads that judgements had made these of, as the earlier release wrote them."""
    plain, originals = set[Quad](), set[Quad]()
    quads = list(quads)
    records: dict[Term, dict[NamedNode, Quad]] = {q.subject: {} for q in quads if q.predicate == ns.RDF_SUBJECT}
    for quad in quads:
        if quad.subject in records:
            records[quad.subject][quad.predicate] = quad
        elif quad.predicate == terms.ORIGINALLY:
            originals.add(Quad(quad.subject, terms.MENTION_OF, quad.object, quad.graph_name))
        else:
            plain.add(quad)
    for parts in records.values():
        subject, predicate, value = (parts[part].object for part in _PARTS)
        graph = parts[ns.RDF_SUBJECT].graph_name
        originals.add(Quad(cast(NamedNode, subject), cast(NamedNode, predicate), value, graph))
    names = _names(originals, named, base)
    return originals | (plain - {_image(quad, names, base) for quad in originals})


def _names(quads: Iterable[Quad], named: Naming, base: str) -> dict[Term, NamedNode]:
    quads = list(quads)
    nodes = {node for quad in quads for node in (quad.subject, quad.object) if isinstance(node, NamedNode)}
    names: dict[Term, NamedNode] = {n: named.name(n) for n in nodes if kind_of(n, base) and named.name(n) != n}
    for quad in sorted((q for q in quads if q.predicate == ns.POST_IN and q.object in names), key=str):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
            names[quad.subject] = moved(quad.subject, quad.object, names[quad.object], base)
    return names


def _image(quad: Quad, names: dict[Term, NamedNode], base: str) -> Quad:
    subject, value = names.get(quad.subject, quad.subject), quad.object
    if quad.predicate != ns.TYPE:
        value = names.get(value, value)
    elif isinstance(quad.subject, NamedNode) and isinstance(subject, NamedNode) and subject != quad.subject:
        was, is_ = (TYPES.get(kind_of(node, base) or "", ()) for node in (quad.subject, subject))
        value = dict[Term, NamedNode](zip(was, is_, strict=True)).get(value, value)
    return Quad(subject, quad.predicate, value, quad.graph_name)
