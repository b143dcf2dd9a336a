"""The mark that says how a store's folder is laid out; `edits.upgrading` makes of older ones what they have to be."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from sayso.graph.store.damage import damaged
from sayso.ontology.errors import StoreError

MARK: Final = "format"
# 1, and none: every article's graph has names, types and posts itself. 2: they stand once, in the actors' graph.
CURRENT: Final = 2
UNMARKED: Final = 1


def version_of(folder: Path) -> int:
    """Return the version of a store's folder; 0 where none is marked. Raises StoreDamaged for a mark that is none."""
    try:
        text = (folder / MARK).read_text("ascii").strip()
    except FileNotFoundError:
        return 0
    except (OSError, ValueError) as error:
        raise damaged(folder / MARK, f"it cannot be read: {error}") from error
    if not text.isdecimal():
        raise damaged(folder / MARK, "it holds no version of a store")
    return int(text)


def refuse_newer(folder: Path) -> None:
    """Raise StoreError for a store that a later release made."""
    if (found := version_of(folder)) > CURRENT:
        raise StoreError(
            f"{folder}: a later release of SaySo made this store (format {found}, this one knows {CURRENT}); "
            "install that release"
        )


def is_current(folder: Path) -> bool:
    """Say whether a store's folder is laid out as this release does it."""
    return version_of(folder) == CURRENT


def mark(folder: Path) -> None:
    """Mark a store's folder as laid out as this release does it. Raises OSError."""
    unfinished = folder / f".{MARK}"
    unfinished.write_text(f"{CURRENT}\n", "ascii")
    unfinished.replace(folder / MARK)


def older(folder: Path) -> StoreError:
    """Return the error for a store that an earlier release made."""
    return StoreError(
        f"{folder}: an earlier release of SaySo made this store (format {version_of(folder)}, this one has {CURRENT}), "
        f"and plain SPARQL would miscount in it; `sayso upgrade --store {folder}` brings it up to date"
    )
