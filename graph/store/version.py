"""The mark that says how a store's folder is laid out, and how older ones become what they have to be."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from sayso.ontology.errors import StoreError

MARK: Final = "format"
CURRENT: Final = 1


def version_of(folder: Path) -> int:
    """Return the version of a store's folder; 0 where none is marked. Raises StoreError for a mark that is none."""
    try:
        text = (folder / MARK).read_text("ascii").strip()
    except FileNotFoundError:
        return 0
    except (OSError, ValueError) as error:
        raise StoreError(f"{folder / MARK}: cannot be read ({error})") from error
    if not text.isdecimal():
        raise StoreError(f"{folder / MARK}: this is no version of a store; restore the folder from a backup")
    return int(text)


def refuse_newer(folder: Path) -> None:
    """Raise StoreError for a store that a later release made."""
    if (found := version_of(folder)) > CURRENT:
        raise StoreError(
            f"{folder}: a later release of SaySo made this store (format {found}, this one knows {CURRENT}); "
            "install that release"
        )


def upgrade(folder: Path) -> None:
    """Bring a store's folder up to date, step by step, and mark it. Raises StoreError as `refuse_newer`."""
    refuse_newer(folder)
    found = version_of(folder)
    for step in range(found, CURRENT):
        _STEPS[step](folder)
    if found != CURRENT:
        unfinished = folder / f".{MARK}"
        unfinished.write_text(f"{CURRENT}\n", "ascii")
        unfinished.replace(folder / MARK)


def _first(_: Path) -> None:
    # The first mark: before it the layout was the same, and snapshots without notes of their files are read as before.
    pass


_STEPS: Final[Mapping[int, Callable[[Path], None]]] = MappingProxyType({0: _first})
