"""What tests share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.store import Store


@pytest.fixture
def store() -> Iterator[Store]:
    """A store that lasts as long as the test."""
    with Store.in_memory() as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder for a store; it does not exist yet."""
    return tmp_path / "some.store"
