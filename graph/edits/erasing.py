"""Erasing an article: not only out of the graph, but out of the files, the snapshots and, where wanted, the backups."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pyoxigraph as ox

from sayso.graph.edits.articles import drop_article
from sayso.graph.store.backups import BESIDE, backups, noted, write_note
from sayso.graph.store.rewriting import rewrite
from sayso.graph.store.room import written
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
    all snapshots but the one of that go, and who reads one is cut off. Raises as `Store.open`, and StoreError where
    the folder cannot be written to.
    """
    with Store.open(folder, base=base) as store, store.writing():
        was = drop_article(store, identifier)
        gone = decisions_about(store.engine, article_iri(identifier, base))
        store.apply(gone, [])
    rewrite(folder)
    with Store.open(folder, base=base) as store:
        for name in BESIDE:
            with written(folder):
                _forget(folder / name, identifier, article_iri(identifier, base))
        store.publish(always=True)
    for home in (folder, textless(folder)):
        _leave_last(home, keep=home == folder)
    return was or bool(gone)


def erase_from_backups(target: Path, identifier: str, base: str) -> int:
    """Erase an article from every backup in a folder; return from how many. Raises StoreError, StoreDamaged."""
    done = 0
    found = backups(target)
    for home in {backup.parent for backup in found}:
        # What a kill left of an erasing before.
        for left in (*home.glob(".erasing-*"), *home.glob(".erased-*")):
            shutil.rmtree(left)
    for backup in found:
        try:
            done += _erase_from(backup, identifier, base)
        except OSError as error:
            shutil.rmtree(backup.with_name(f".erasing-{backup.name}"), ignore_errors=True)
            raise StoreError(f"{backup}: cannot be rewritten ({error})") from error
    return done


def _erase_from(backup: Path, identifier: str, base: str) -> bool:
    """Make a backup anew beside the old one, and only then let go of that: at each moment one of them is whole."""
    article = article_iri(identifier, base)
    source = ox.Store.read_only(str(backup / "database"))
    gone = decisions_about(source, article)
    known = gone or source.contains_named_graph(article)
    files = [name for name in noted(backup) if not name.startswith("database/")]
    if not known and not any(_is_told_of(backup / name, identifier, article) for name in files if name in BESIDE):
        return False
    unfinished = backup.with_name(f".erasing-{backup.name}")
    unfinished.mkdir()
    kept = (q for q in source if q not in gone and article not in (q.graph_name, q.subject))
    ox.Store(str(unfinished / "database")).bulk_extend(kept)
    del source, kept
    for name in files:
        shutil.copyfile(backup / name, unfinished / name)
        if name in BESIDE:
            _forget(unfinished / name, identifier, article)
    files += [f"database/{p.name}" for p in (unfinished / "database").iterdir() if not p.name.startswith("LO")]
    write_note(unfinished, {name: sum_of(unfinished / name) for name in files})
    _put(unfinished, backup)
    return True


def _put(new: Path, old: Path) -> None:
    number = 2
    while (beside := old.with_name(f"{old.name}-{number}")).exists():
        number += 1
    doomed = old.with_name(f".erased-{old.name}")
    new.rename(beside)
    old.rename(doomed)
    beside.rename(old)
    shutil.rmtree(doomed)


def _is_told_of(journal: Path, identifier: str, article: ox.NamedNode) -> bool:
    return journal.is_file() and any(_tells(line, identifier, article) for line in _lines(journal))


def _tells(line: str, identifier: str, article: ox.NamedNode) -> bool:
    return '"arguments"' in line and (article.value in line or json.dumps(identifier, ensure_ascii=False) in line)


def _lines(journal: Path) -> list[str]:
    return journal.read_text("utf-8", "replace").splitlines(keepends=True)


def _forget(journal: Path, identifier: str, article: ox.NamedNode) -> None:
    """Leave in a journal who wrote of an article and when, and not what: that holds its beginning."""
    if not _is_told_of(journal, identifier, article):
        return
    unfinished = journal.with_name(f".{journal.name}")
    with unfinished.open("w", encoding="utf-8") as stream:
        for line in _lines(journal):
            stream.write(_without_arguments(line) if _tells(line, identifier, article) else line)
    unfinished.replace(journal)


def _without_arguments(line: str) -> str:
    try:
        return json.dumps({**json.loads(line), "arguments": {"erased": True}}, ensure_ascii=False) + "\n"
    except (ValueError, TypeError):
        # A line that a kill cut off.
        return ""


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
