"""Every walk answers over a store on another server as it does over one here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from sayso.graph.answers.calls import CALLS
from sayso.graph.store.remote.remote_store import RemoteStore
from sayso.graph.store.store import Store
from tests.graph.store.remote.server import remote
from tests.sample import sample_quads

PAGE = {"limit": 3, "offset": 1}
ZENDA = "person/anna-zenda"
WALKS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("actor", {"id": ZENDA}),
    ("actor", {"id": "anna zenda"}),
    ("actors", {"name": "zend", "kind": "", "country": "", "limit": 5, "offset": 0}),
    ("actors", {"name": "", "kind": "country", "country": "", "limit": 5, "offset": 0}),
    ("actors", {"name": "", "kind": "", "country": "country/RU1", "limit": 5, "offset": 0}),
    ("article", {"id": "summit-1"}),
    ("neighbours", {"id": ZENDA, "values": {}}),
    ("neighbours-by", {"id": ZENDA, "kind": "speaks-of", "values": {"since": "2024-01-01"}, **PAGE}),
    ("neighbours-by", {"id": ZENDA, "kind": "colleague", "values": {}, **PAGE}),
    ("paths", {"source": ZENDA, "target": "country/BO", "limit": 5}),
    ("statements", {"values": {}, **PAGE}),
    ("statements", {"values": {"by": ZENDA, "act": "deny"}, "limit": 3, "offset": 0}),
    ("statements-of", {"id": ZENDA, "role": "speaker", "values": {"words": "league"}, **PAGE}),
    ("listing", {"query": "who-said-what-about-whom", "values": {"by": ZENDA}, **PAGE}),
    ("listing", {"query": "posts", "values": {}, "limit": 9, "offset": 0}),
    ("thing", {"id": ZENDA}),
)


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
    assert CALLS[name](far, **arguments) == CALLS[name](store, **arguments)
