"""The clients that people have already, three lines each, against a running service."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlencode

import pytest

from sayso.graph.store.store import Store
from tests.api.service.serving import served
from tests.sample import sample_quads

PEOPLE = "SELECT ?name { ?actor a sayso:Person ; rdfs:label ?name }"


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the endpoint of a service over the sample."""
    folder = tmp_path_factory.mktemp("clients") / "a.store"
    with Store.open(folder) as store:
        store.apply([], sample_quads())
    with served(folder) as running:
        yield f"{running.url}/sparql"


def test_sparqlwrapper(url: str) -> None:
    from SPARQLWrapper import JSON, SPARQLWrapper

    sparql = SPARQLWrapper(url, returnFormat=JSON)
    sparql.setQuery(PEOPLE)
    rows = sparql.queryAndConvert()["results"]["bindings"]
    assert [row["name"]["value"] for row in rows] == ["Anna Zenda"]


def test_rdflib_sparqlstore(url: str) -> None:
    from rdflib import Graph
    from rdflib.plugins.stores.sparqlstore import SPARQLStore

    graph = Graph(SPARQLStore(url, method="POST_FORM"))
    names = [str(row["name"]) for row in graph.query(PEOPLE)]  # type: ignore[index]
    assert names == ["Anna Zenda"]


def test_pandas_read_csv(url: str) -> None:
    import pandas as pd

    address = f"{url}?{urlencode({'query': PEOPLE})}"
    frame = pd.read_csv(address, storage_options={"Accept": "text/csv"})
    assert frame["name"].tolist() == ["Anna Zenda"]
