"""The store that a command is about, opened to read or to judge in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from sayso.graph.store.store import Store


def to_read(folder: Path | None) -> Store:
    """Open a store to read; without a folder it is that of the settings.

    Raises UsageError for settings that do not fit, StoreError where there is no store.
    """
    from sayso.api.settings import read_settings
    from sayso.graph.store.store import Store

    settings = read_settings(store=folder)
    return Store.open(settings.store, read_only=True, base=settings.base)


def to_judge(folder: Path | None) -> Store:
    """Open a store to write what a person decides; none is made. Raises as `to_read`, StoreLocked where it is held."""
    from sayso.api.settings import read_settings
    from sayso.graph.store.store import Store

    to_read(folder).close()
    settings = read_settings(store=folder)
    return Store.open(settings.store, base=settings.base)
