"""The W3C's tests of result formats, aggregates, property paths and syntax, asked through the endpoint.

All data lies in one store, each file in a graph of its own; each query names its graphs as the protocol has it.
"""

from __future__ import annotations

from collections.abc import Iterator

import httpx2 as httpx
import pyoxigraph as ox
import pytest

from sayso.graph.store.store import Store
from tests.api.service.serving import MAY_WRITE, Served, assert_problem, served
from tests.api.service.sparql.suites import SUITE, Case, cases, data, expected, of_csv, of_results, same

_SERVICE = "SERVICE is refused, so that no query reaches the network"
_LOAD = "LOAD is refused, so that no update reaches the network"
_LENGTH_ZERO = "the engine finds no path of length zero at a term that no graph holds"
_LANGUAGE = "the engine joins texts of one language into a text of that language, as SPARQL 1.2 has it"
KNOWN_FAILURES = {
    "csv-tsv-res/tsv03": "the engine keeps numbers by value: a negativeInteger comes back as an integer",
    "aggregates/agg-empty-group-count-graph": "the engine counts all graphs together in a subquery inside GRAPH ?g",
    "aggregates/agg-groupconcat-04": _LANGUAGE,
    "aggregates/agg-groupconcat-06": _LANGUAGE,
    "property-path/zero_or_more_set_end": _LENGTH_ZERO,
    "property-path/zero_or_more_set_start": _LENGTH_ZERO,
    "property-path/zero_or_one_set_end": _LENGTH_ZERO,
    "property-path/zero_or_one_set_start": _LENGTH_ZERO,
    "syntax-query/test_4": "it calls a function that nobody has, and is evaluated here, not only read",
    **dict.fromkeys((f"syntax-fed/test_{number}" for number in (1, 2, 3)), _SERVICE),
    **dict.fromkeys((f"syntax-update-1/test_{number}" for number in (1, 2, 3, 4, 8, 37)), _LOAD),
}

EVALUATED = [case for folder in ("csv-tsv-res", "json-res", "aggregates", "property-path") for case in cases(folder)
             if not case.kind.startswith("NegativeSyntax")]  # fmt: skip
READ = [case for folder in ("syntax-query", "syntax-fed", "aggregates") for case in cases(folder)
        if "Syntax" in case.kind]  # fmt: skip
UPDATED = list(cases("syntax-update-1"))
FORMATS = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
}

pytestmark = pytest.mark.skipif(not SUITE.is_dir(), reason="the W3C suite is not beside the checkout (../shared)")


@pytest.fixture(scope="module")
def suite(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A service over the data of all tests, with a key."""
    folder = tmp_path_factory.mktemp("suite") / "some.store"
    with Store.open(folder) as store:
        # Past our own writing, which refuses blank nodes: these are in what the tests ask about.
        store.engine.extend(data(EVALUATED))
        store.publish(always=True)
    with served(folder, api_key=MAY_WRITE["Authorization"].removeprefix("Bearer ")) as running:
        yield running


@pytest.fixture(autouse=True)
def known(request: pytest.FixtureRequest) -> None:
    """Expect the known failures to fail."""
    case = getattr(request.node, "callspec", None)
    case = case.params.get("case") if case else None
    if isinstance(case, Case) and (reason := KNOWN_FAILURES.get(case.id)):
        request.applymarker(pytest.mark.xfail(reason=reason, strict=True))


def ask(service: Served, case: Case, accept: str) -> httpx.Response:
    # An empty default graph is one that nothing is in.
    graphs = {"default-graph-uri": [*case.default] or ["urn:empty"], "named-graph-uri": [*case.named]}
    form = {"query": f"BASE <{case.base}>\n{case.text}", **graphs}
    return service.client.post("/sparql", data=form, headers={"Accept": accept})


@pytest.mark.parametrize("case", EVALUATED, ids=lambda case: case.id)
def test_an_answer_is_right_in_every_format(suite: Served, case: Case) -> None:
    wanted = expected(case)
    if case.result is not None and case.result.suffix == ".csv":
        answer = ask(suite, case, "text/csv")
        assert answer.headers["content-type"].startswith("text/csv")
        assert same(of_csv(answer.text), wanted), answer.text
        return
    for accept, format_ in FORMATS.items():
        if isinstance(wanted, bool) and format_ == ox.QueryResultsFormat.TSV:
            continue
        answer = ask(suite, case, accept)
        assert answer.status_code == 200, answer.text
        assert answer.headers["content-type"].partition(";")[0] == accept
        assert same(of_results(answer.content, format_), wanted), answer.text


@pytest.mark.parametrize("case", READ, ids=lambda case: case.id)
def test_a_query_is_read_or_refused(suite: Served, case: Case) -> None:
    answer = suite.client.post("/sparql", data={"query": case.text, "default-graph-uri": "urn:empty"})
    if case.kind.startswith("Negative"):
        assert_problem(answer, 400, "query")
    else:
        assert answer.status_code == 200, answer.text


@pytest.mark.parametrize("case", UPDATED, ids=lambda case: case.id)
def test_an_update_is_read_or_refused(suite: Served, case: Case) -> None:
    if "CLEAR GRAPH" in case.text:
        there = "INSERT DATA { GRAPH <graph> { <urn:s> <urn:p> <urn:o> } }"
        suite.client.post("/sparql/update", data={"update": there}, headers=MAY_WRITE)
    answer = suite.client.post("/sparql/update", data={"update": case.text}, headers=MAY_WRITE)
    if case.kind.startswith("Negative"):
        assert_problem(answer, 400, "query")
    else:
        assert answer.status_code in (200, 204), answer.text


def test_known_failures_are_cases() -> None:
    assert KNOWN_FAILURES.keys() <= {case.id for case in (*EVALUATED, *READ, *UPDATED)}
