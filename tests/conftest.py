"""What tests share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from sayso.graph.store.store import Store

# How long a machine takes says nothing about the code.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture
def store() -> Iterator[Store]:
    """A store that lasts as long as the test."""
    with Store.in_memory() as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder for a store; it does not exist yet."""
    return tmp_path / "some.store"
