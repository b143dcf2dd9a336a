"""Opening what a notebook asks: a store's folder, or the address of a service."""

from __future__ import annotations

import os
import re
from pathlib import Path

from sayso.api.notebook.client import Client
from sayso.graph.store.snapshots import latest
from sayso.graph.store.store import Store
from sayso.ontology.errors import StoreError, UsageError
from sayso.ontology.iris import BASE

_USUAL = "sayso.store"


def open_place(place: str | Path | None = None, *, key: str | None = None, timeout: float = 60.0) -> Client:
    """Open the store in a folder, or behind an address: that of a service of SaySo, or of any SPARQL endpoint.

    Without a place it is what SAYSO_STORE names, a folder or an address (SAYSO_STORE_AUTHORIZATION opens that), else
    ./sayso.store. A client of a folder asks what was published last, and the folder stays free for loading.
    `key` and `timeout`, seconds for each query, are for addresses.
    Raises NotFoundError if there is no store, StoreError for one that cannot be read, UsageError for a malformed
    address; whether anything answers there shows with the first query.
    """
    authorization = None
    if place is None:
        # What opens the one store is told to no other.
        place, authorization = os.environ.get("SAYSO_STORE") or _USUAL, os.environ.get("SAYSO_STORE_AUTHORIZATION")
    if isinstance(place, str) and re.match(r"[a-z][a-z0-9+.-]*://", place, re.IGNORECASE):
        from sayso.api.notebook.far import far_store

        found = far_store(place, key, timeout, authorization)
        return Client(found, str(found.address))
    if key is not None:
        raise UsageError("key: a folder needs none")
    folder = Path(place)
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
