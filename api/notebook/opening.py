"""Opening what a notebook asks: a store's folder, or the address of a service."""

from __future__ import annotations

from pathlib import Path

from api.notebook.client import Client
from graph.store import Store


def open_place(place: str | Path) -> Client:
    """Open a store for reading. Raises NotFoundError if there is none."""
    return Client(Store.open(Path(place), read_only=True), str(place))
