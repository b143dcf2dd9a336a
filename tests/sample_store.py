"""The sample's sixty articles in a store: reading them takes long, and is done once for all processes of a run."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

import sayso
from sayso.api.demo import sample_file

if TYPE_CHECKING:
    import pytest

_SECONDS: Final = 900
_PAUSE: Final = 0.2


def sample_store(folders: pytest.TempPathFactory, copy: Path) -> Path:
    """Put the store at `copy`, which is not there yet, and return it; AssertionError where none could be made."""
    parent = folders.getbasetemp()
    # Each of several processes has a folder of its own in one that is the run's.
    shared = (parent.parent if "PYTEST_XDIST_WORKER" in os.environ else parent) / "orn"
    whole = shared / "whole"
    try:
        shared.mkdir()
    except FileExistsError:
        until = time.monotonic() + _SECONDS
        while not whole.exists():
            assert time.monotonic() < until, "another process has not made the sample's store"
            time.sleep(_PAUSE)
    else:
        try:
            sayso.load(sample_file(), store=shared / "orn.store")
        finally:
            # Who waits for it must not wait for what failed.
            whole.touch()
    shutil.copytree(shared / "orn.store", copy)
    return copy
