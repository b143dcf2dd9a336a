"""Snapshots without the articles' texts, for corpora of which only sentences may be shown.

    python -m sayso.graph.store.textless FOLDER BASE

copies of the latest snapshot of the store in FOLDER what `sayso.graph.store.showable` lets be shown: not the texts, nor
what one could be put together from again. The copies lie in the store's folder, `textless/snapshots/`, laid out and
named as the snapshots are, so that the same code finds, opens and removes them. What answers from them alone cannot
give a text away, in whatever query or format.
"""

from __future__ import annotations

import secrets
import shutil
import sys
from pathlib import Path

import pyoxigraph as ox

from sayso.graph.store.showable import may_be_shown
from sayso.graph.store.snapshots import latest, prune
from sayso.graph.store.store import Store
from sayso.ontology.errors import SaysoError, StoreError
from sayso.ontology.iris import BASE, ontology_graph
from sayso.ontology.namespaces import ARTICLE_BODY


def textless(folder: Path) -> Path:
    """Return the folder whose snapshots are those of the store in `folder` without the texts."""
    return folder / "textless"


def derive(folder: Path, base: str = BASE) -> Path | None:
    """Copy the latest snapshot of a store without the texts, where that is not done yet, and return the copy.

    None where there is no snapshot. It takes about as long as loading the quads anew. Raises StoreError where the copy
    cannot be written.
    """
    source, home = latest(folder), textless(folder)
    if source is None:
        return None
    target = home / "snapshots" / source.name
    if target.is_dir():
        return target
    unfinished = target.with_name(f".new-{secrets.token_hex(4)}")
    try:
        unfinished.mkdir(parents=True)
        (unfinished / "lock").touch()
        with Store.open_snapshot(source) as store:
            free = ontology_graph(base)
            bodies = store.engine.quads_for_pattern(None, ARTICLE_BODY, None)
            whole = {quad.graph_name: len(quad.object.value) for quad in bodies if isinstance(quad.object, ox.Literal)}
            kept = (
                quad
                for quad in store.engine
                if quad.graph_name == free or may_be_shown(quad, whole.get(quad.graph_name, 0))
            )
            ox.Store(str(unfinished / "database")).bulk_extend(kept)
        unfinished.rename(target)
    except OSError as error:
        shutil.rmtree(unfinished, ignore_errors=True)
        # Another service over the same store may have been faster.
        if not target.is_dir():
            raise StoreError(f"{home}: no copy without texts can be written ({error})") from error
    prune(home)
    return target


def main() -> None:
    """Derive the copy for the store that the command line names; leave with 1 and the reason where that fails."""
    try:
        derive(Path(sys.argv[1]), sys.argv[2])
    except SaysoError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
