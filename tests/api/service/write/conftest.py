"""One service for the tests of this folder that extract: it loads the models once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.api.service.serving import KEY, Served, served


@pytest.fixture(scope="package")
def extracting_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of that service's store."""
    return tmp_path_factory.mktemp("extracting") / "some.store"


@pytest.fixture(scope="package")
def extracting(extracting_folder: Path) -> Iterator[Served]:
    """A service that extracts and stores, with a key."""
    limits = {"max_write_kb": 512, "max_request_kb": 256, "extract_seconds": 300}
    with served(extracting_folder, api_key=f"tester={KEY}", **limits) as running:
        yield running
