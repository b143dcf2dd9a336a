"""One service for all tests of this folder that only read."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.graph.store.store import Store
from tests.api.service.serving import KEY, Served, served
from tests.sample import sample_quads


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the sample."""
    folder = tmp_path_factory.mktemp("service") / "some.store"
    with Store.open(folder) as store:
        store.apply([], sample_quads())
    return folder


@pytest.fixture(scope="session")
def service(sample_folder: Path) -> Iterator[Served]:
    """A service over the sample, with a key."""
    with served(sample_folder, api_key=f"tester={KEY}", query_seconds=20, readers=2) as running:
        yield running
