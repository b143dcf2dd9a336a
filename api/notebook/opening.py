"""Opening what a notebook asks: a store's folder, or the address of a service."""

from __future__ import annotations

import os
from pathlib import Path

from api.notebook.client import Client
from graph.snapshots import latest
from graph.store import Store
from ontology.errors import StoreError
from ontology.iris import BASE


def open_place(place: str | Path | None = None) -> Client:
    """Open the store in a folder, that of SAYSO_STORE (else ./sayso.store) where none is named.

    The client asks what was published last, and the folder stays free for whoever loads. Raises NotFoundError if there
    is no store, StoreError for one that cannot be read.
    """
    folder = Path(place if place is not None else os.environ.get("SAYSO_STORE") or "sayso.store")
    return Client(_store(folder, os.environ.get("SAYSO_BASE") or BASE), str(folder))


def _store(folder: Path, base: str) -> Store:
    snapshot = latest(folder)
    if snapshot is None:
        return Store.open(folder, read_only=True, base=base)
    try:
        store = Store.open_snapshot(snapshot, base)
    except StoreError:
        # A writer has just published the next but one, and removed this.
        return Store.open(folder, read_only=True, base=base)
    try:
        store.refuse_other_base()
    except StoreError:
        store.close()
        raise
    return store
