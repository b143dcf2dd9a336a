"""Every format from every store: the same bytes whatever the order of loading, and whether the store is here or far."""

from __future__ import annotations

import io
import json

import pyarrow.parquet
import pytest

from sayso.graph.export.options import ExportOptions
from sayso.graph.export.registry import GRAPH_FORMATS, NAMES, ROW_FORMATS, prepared, write
from sayso.graph.networks.around import Around
from sayso.graph.statements.rows.filter import Filter
from sayso.graph.store.solutions import Answer
from sayso.graph.store.store import Store
from sayso.ontology.iris import BASE
from tests.graph.export.test_rdf import filled
from tests.sample import sample_quads

ZENDA = f"{BASE}person/anna-zenda"


class Far:
    """A store of which nothing is known but that it answers SPARQL."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.base = store.base

    def query(self, text: str) -> Answer:
        """Answer a query."""
        return self._store.query(text)


def written(store: Store | Far, name: str, options: ExportOptions = ExportOptions()) -> bytes:  # noqa: B008
    """The export as bytes."""
    output = io.BytesIO()
    write(store, name, output, options)
    return output.getvalue()


@pytest.fixture
def sample(store: Store) -> Store:
    store.apply([], sample_quads())
    return store


@pytest.mark.parametrize("name", NAMES)
def test_the_order_of_loading_does_not_show(name: str) -> None:
    assert len({written(filled(order), name) for order in ("abc", "cab", "cba")}) == 1


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "around", [Around(), Around((ZENDA,), depth=2), Around(size=2), Around(keep=Filter(since="2024-06-01"))]
)
def test_a_store_far_away_gives_the_same(sample: Store, name: str, around: Around) -> None:
    options = ExportOptions(around=around)
    assert written(Far(sample), name, options) == written(sample, name, options)


@pytest.mark.parametrize("name", [*ROW_FORMATS, *GRAPH_FORMATS])
def test_what_is_not_written_is_known_before(sample: Store, name: str) -> None:
    made = prepared(sample, name, ExportOptions(around=Around((ZENDA,), size=2)))
    assert (made.shown, made.total) == (2, 3)


def test_a_part_as_rdf_holds_what_belongs_to_its_statements(sample: Store) -> None:
    keep = Filter(acts=frozenset({"demand"}))
    part = json.loads(written(sample, "jsonld", ExportOptions(around=Around((ZENDA,), keep=keep))))
    nodes = {node["@id"].removeprefix(BASE): node for graph in part["@graph"] for node in graph["@graph"]}
    kinds = [kind for node in nodes.values() for kind in node.get("@type", [])]
    assert kinds.count("sayso:Statement") == 1
    assert kinds.count("sayso:Demand") == 2
    assert {"person/anna-zenda", "organisation/the-league"} <= nodes.keys()
    assert "country/BO" not in nodes
    (article,) = [node for node in nodes.values() if "sayso:Article" in node.get("@type", [])]
    assert "dcterms:title" in article
    assert "schema:articleBody" not in article
    places = [node for node in nodes.values() if "oa:start" in node]
    assert len(places) >= 4


def test_of_everything_a_part_is_a_subset(sample: Store) -> None:
    def lines(options: ExportOptions) -> set[bytes]:
        # Comments tell the filters.
        return {line for line in written(sample, "nquads", options).split(b"\n") if not line.startswith(b"#")}

    assert lines(ExportOptions(around=Around((ZENDA,), depth=3))) <= lines(ExportOptions())


def test_parquet_is_read_whole(sample: Store) -> None:
    table = pyarrow.parquet.read_table(io.BytesIO(written(sample, "parquet")))
    assert table.num_rows == 6
    assert table["model"].to_pylist()[0] == "sayso 0.1.0; tagger 1.0"


@pytest.mark.parametrize(
    "options", [ExportOptions(aggregate=True), ExportOptions(statements_as_nodes=True), ExportOptions()]
)
def test_networks_hold_as_many_as_they_say(sample: Store, options: ExportOptions) -> None:
    told = json.loads(written(sample, "cx2", options))
    sizes = {one["name"]: one["elementCount"] for aspect in told if "metaData" in aspect for one in aspect["metaData"]}
    for name in ("nodes", "edges"):
        (found,) = [aspect[name] for aspect in told if name in aspect]
        assert len(found) == sizes[name]


def test_only_edges_of_the_stance_are_written_and_counted(sample: Store) -> None:
    keep = Filter(stance="against")
    told = json.loads(written(sample, "d3", ExportOptions(around=Around(keep=keep))))
    assert [link["stance"] for link in told["links"]] == ["against"] * len(told["links"])
