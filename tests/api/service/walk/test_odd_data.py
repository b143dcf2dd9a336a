"""What an update wrote, and no loader would: routes leave out what they cannot read, and answer."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

import pytest

from sayso.graph.store.store import Store
from tests.api.service.serving import KEY, MAY_WRITE, Served, served
from tests.sample import sample_quads

# Every property of every thing once more: with a text, a number, a node without a name, an IRI of nothing.
ODD = {
    "a text": '"<script>odd</script> \\u202E\\u0001"',
    "a number": "5",
    "a day that there is not": '"9999999999-99-99"^^xsd:date',
    "no IRI": "?none",
    "an IRI of nothing": "<urn:odd>",
}
ROUTES = [
    "/actors", "/actors?name=script", "/actors/{actor}", "/actors/{actor}/statements",
    "/actors/{actor}/statements?as=subject", "/actors/{actor}/neighbours", "/actors/{actor}/neighbours?kind=speaks-of",
    "/actors/{actor}/neighbours?kind=colleague", "/said", "/said?about={actor}", "/statements",
    "/statements/{statement}",
    "/demands", "/positions", "/posts", "/articles", "/articles/{article}", "/paths?from={actor}&to={other}",
    "/subgraph", "/subgraph?actor={actor}&depth=2", "/subgraph?statements-as-nodes=true", "/subgraph?aggregate=true",
    "/subgraph?format=gexf", "/subgraph?format=graphml", "/subgraph?format=csv", "/subgraph?format=jsonl",
    "/subgraph?format=parquet", "/subgraph?format=jsonld", "/networks", "/networks?kind=congruence", "/id/{actor}",
    "/id/{statement}", "/id/{article}", "/reviews/queue", "/reviews/queue?kind=merge", "/reviews",
    "/merges",
    "/reconcile/suggest/entity?prefix=s", "/reconcile/preview?id={actor}", "/reconcile/flyout?id={actor}", "/metrics",
    "/sparql",
]  # fmt: skip


@pytest.fixture(scope="module", params=ODD)
def odd(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A service over the sample, of which everything is said once more, and wrongly."""
    folder = tmp_path_factory.mktemp("odd") / "some.store"
    with Store.open(folder) as store:
        store.apply([], sample_quads())
    with served(folder, api_key=KEY, readers=1) as running:
        where = "{ GRAPH ?g { ?s ?p ?o } BIND(BNODE() AS ?none) FILTER(!CONTAINS(STR(?g), '/graph/')) }"
        text = f"INSERT {{ GRAPH <urn:odd:graph> {{ ?s ?p {ODD[str(request.param)]} }} }} WHERE {where}"
        answer = running.client.post("/sparql/update", data={"update": text}, headers=MAY_WRITE)
        assert answer.status_code == 204, answer.text
        yield running


@pytest.mark.parametrize("route", ROUTES)
def test_odd_data_breaks_no_route(odd: Served, route: str) -> None:
    def some(class_: str) -> list[str]:
        query = f"SELECT DISTINCT ?s {{ ?s a sayso:{class_} FILTER(isIRI(?s)) }} ORDER BY ?s LIMIT 2"
        rows = odd.client.get("/sparql", params={"query": query}).json()["results"]["bindings"]
        return [quote(row["s"]["value"].partition("/id/")[2]) for row in rows]

    actor, other = (*some("Organisation"), *some("Country"))[:2]
    names = {"actor": actor, "other": other, "statement": some("Statement")[0], "article": some("Article")[0]}
    answer = odd.client.get(route.format(**names), headers={"Accept": "text/html, */*;q=0.1"})
    # A browser is led from /sparql to the page.
    assert answer.status_code in ((303,) if route == "/sparql" else (200, 404)), answer.text
