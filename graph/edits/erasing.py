"""Erasing an article: not only out of the graph, but out of the files, the snapshots and, where wanted, the backups."""

from __future__ import annotations

import shutil
from pathlib import Path

import pyoxigraph as ox

from sayso.graph.edits.articles import drop_article
from sayso.graph.store.backups import backups, noted, write_note
from sayso.graph.store.rewriting import rewrite
from sayso.graph.store.store import Store
from sayso.graph.store.sums import sum_of
from sayso.graph.store.textless import textless
from sayso.ontology import namespaces as ns
from sayso.ontology import terms
from sayso.ontology.errors import StoreError
from sayso.ontology.iris import article_iri


def erase(folder: Path, identifier: str, base: str) -> bool:
    """Take an article out with all that people decided about it, and leave no file behind that holds it.

    Says whether it was there. The engine keeps the strings of what is taken out, so the whole database is written anew;
    all snapshots but the one of that go, and whoever reads one is cut off. Raises as `Store.open`, and StoreError where
    the folder cannot be written to.
    """
    with Store.open(folder, base=base) as store, store.writing():
        was = drop_article(store, identifier)
        gone = decisions_about(store.engine, article_iri(identifier, base))
        store.apply(gone, [])
    rewrite(folder)
    with Store.open(folder, base=base) as store:
        store.publish(always=True)
    for home in (folder, textless(folder)):
        _leave_last(home, keep=home == folder)
    return was or bool(gone)


def erase_from_backups(target: Path, identifier: str, base: str) -> int:
    """Erase an article from every backup in a folder; return from how many. Raises StoreError, StoreDamaged."""
    done = 0
    for backup in backups(target):
        try:
            done += _erase_from(backup, identifier, base)
        except OSError as error:
            raise StoreError(f"{backup}: cannot be rewritten ({error})") from error
    return done


def _erase_from(backup: Path, identifier: str, base: str) -> bool:
    article, files = article_iri(identifier, base), dict(noted(backup))
    database, unfinished = backup / "database", backup / ".erasing"
    shutil.rmtree(unfinished, ignore_errors=True)
    source = ox.Store.read_only(str(database))
    gone = decisions_about(source, article)
    if not gone and not source.contains_named_graph(article):
        return False
    kept = (q for q in source if q not in gone and article not in (q.graph_name, q.subject))
    ox.Store(str(unfinished)).bulk_extend(kept)
    del source, kept
    shutil.rmtree(database)
    unfinished.rename(database)
    files = {name: each for name, each in files.items() if not name.startswith("database/")}
    for path in database.iterdir():
        if not path.name.startswith("LO"):
            files[f"database/{path.name}"] = sum_of(path)
    write_note(backup, files)
    return True


def decisions_about(engine: ox.Store, article: ox.NamedNode) -> set[ox.Quad]:
    """Return what people decided about an article, with the words that they quoted of it."""
    found: set[ox.Quad] = set()
    heads: list[ox.NamedNode] = [
        quad.subject
        for predicate in (terms.APPLIES_TO, ns.HAS_SOURCE)
        for quad in engine.quads_for_pattern(None, predicate, article)
        if isinstance(quad.subject, ox.NamedNode)
    ]
    while heads:
        head = heads.pop()
        for quad in engine.quads_for_pattern(head, None, None):
            if quad in found or quad.graph_name == article:
                continue
            found.add(quad)
            below = quad.object
            # What hangs below a decision is its own: the places, the values that it corrects.
            if isinstance(below, ox.NamedNode) and below.value.startswith(head.value):
                heads.append(below)
    return found


def _leave_last(home: Path, *, keep: bool) -> None:
    snapshots = home / "snapshots"
    if not snapshots.is_dir():
        return
    found = sorted(path for path in snapshots.iterdir() if path.name[:1].isdigit())
    for path in found[:-1] if keep else found:
        doomed = path.with_name(f".old-{path.name}")
        path.rename(doomed)
        shutil.rmtree(doomed)
