"""Every walk answers over a store on another server as it does over one here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from sayso.graph.answers.calls import CALLS
from sayso.graph.store.remote.remote_store import RemoteStore
from sayso.graph.store.store import Store
from tests.graph.answers.walks import WALKS, walked
from tests.graph.store.remote.server import remote
from tests.sample import sample_quads


@pytest.fixture(scope="module")
def far(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The sample on another server."""
    with remote(tmp_path_factory.mktemp("far") / "database") as running:
        with Store.open(running) as store:
            store.apply([], sample_quads())
        reading = RemoteStore.connect(running)
        yield reading
        reading.close()


@pytest.mark.parametrize(("name", "arguments"), WALKS)
def test_a_walk_is_the_same_far_away(far: Store, store: Store, name: str, arguments: dict[str, Any]) -> None:
    store.apply([], sample_quads())
    assert walked(far, name, arguments) == walked(store, name, arguments)


def test_every_walk_is_tried() -> None:
    assert {name for name, _ in WALKS} == set(CALLS)
