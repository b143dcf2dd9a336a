"""Room on the disk: looked for before something is written, and told apart from other faults where it ends."""

from __future__ import annotations

import contextlib
import errno
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from sayso.graph.store.damage import damage_of
from sayso.ontology.errors import StoreFull

_RESERVE: Final = 64 << 20
# Of a small disk this part.
_PART: Final = 20


def check_room(folder: Path) -> None:
    """Raise StoreFull where so little room is left that the engine could end in the middle of its own files."""
    try:
        usage = shutil.disk_usage(folder)
    except OSError:
        return
    reserve = min(_RESERVE, usage.total // _PART)
    if usage.free < reserve:
        raise StoreFull(
            f"{folder}: {usage.free >> 20:,} MB are left on the disk, and {reserve >> 20:,} MB are kept for what is "
            "stored already; nothing was written; make room and try again"
        )


def room_for_all(database: Path) -> bool:
    """Say whether there is room to write a folder's files once more, beside themselves."""
    try:
        size = sum(file.stat().st_size for file in database.iterdir())
        return shutil.disk_usage(database).free > size + _RESERVE
    except OSError:
        return False


def is_full(error: BaseException) -> bool:
    """Say whether an error tells of a disk without room."""
    return getattr(error, "errno", None) in (errno.ENOSPC, errno.EDQUOT) or "no space left" in str(error).lower()


@contextlib.contextmanager
def written(folder: Path | None) -> Iterator[None]:
    """Tell a full disk and damage, met by the engine while it writes, as what they are."""
    try:
        yield
    except (OSError, RuntimeError) as error:
        if is_full(error):
            raise StoreFull(f"{folder}: the disk is full; nothing was written; make room and try again") from error
        if (damage := damage_of(error, folder)) is not None:
            raise damage from error
        raise
