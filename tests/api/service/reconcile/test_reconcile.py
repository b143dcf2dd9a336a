"""The Reconciliation API over HTTP, held to its schemas and examples."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.graph.reconcile.properties import PROPERTIES
from sayso.ontology.iris import BASE
from tests.api.service.reconcile.schemas import NEEDED, examples, valid
from tests.api.service.serving import Served, assert_problem, served

QUERIES = {
    "q0": {"query": "Anna Zenda", "type": "Person", "type_strict": "should", "limit": 3},
    "q1": {"query": "Zenda", "properties": [{"pid": "country", "v": {"id": "country/RU1", "name": "Ruritania"}}]},
    "q2": {"query": "nobody of this name"},
    "q3": {"properties": [{"pid": "iso", "v": ["BO"]}]},
    "q4": {"query": "League", "type": ["Organisation", "Country"], "type_strict": "any"},
}


def post(service: Served, name: str, value: object) -> Any:
    return service.client.post("/reconcile", data={name: value if isinstance(value, str) else json.dumps(value)})


@NEEDED
def test_the_manifest(service: Served) -> None:
    for path in ("/reconcile", "/reconcile/"):
        told = service.client.get(path).json()
        valid(told, "manifest")
        assert told["identifierSpace"] == BASE
        assert told["preview"]["url"].startswith(service.url)
    assert service.client.head("/reconcile").status_code == 200


@NEEDED
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_batch_is_answered_by_its_keys(service: Served, method: str) -> None:
    field = {"queries": json.dumps(QUERIES)}
    place = {"params": field} if method == "GET" else {"data": field}
    told = service.client.request(method, "/reconcile", **place).json()
    valid(told, "reconciliation-result-batch")
    first = {key: [(each["id"], each["match"]) for each in answer["result"][:1]] for key, answer in told.items()}
    assert first == {
        "q0": [("person/anna-zenda", True)],
        "q1": [("person/anna-zenda", True)],
        "q2": [],
        "q3": [("country/BO", True)],
        "q4": [("organisation/the-league", True)],
    }


@NEEDED
@pytest.mark.parametrize("path", examples("reconciliation-query-batch", "valid"), ids=lambda path: path.stem)
def test_the_api_s_own_queries_are_answered(service: Served, path: Path) -> None:
    answer = post(service, "queries", path.read_text("utf-8"))
    assert answer.status_code == 200
    valid(answer.json(), "reconciliation-result-batch")
    assert answer.json().keys() == json.loads(path.read_text("utf-8")).keys()


@NEEDED
@pytest.mark.parametrize("path", examples("reconciliation-query-batch", "invalid"), ids=lambda path: path.stem)
def test_what_the_api_calls_no_query_is_refused(service: Served, path: Path) -> None:
    assert_problem(post(service, "queries", path.read_text("utf-8")), 400, "usage")


@NEEDED
def test_a_spreadsheet_s_columns_are_filled(service: Served) -> None:
    wanted = {"ids": ["person/anna-zenda", "country/RU1", "?"], "properties": [{"id": name} for name in PROPERTIES]}
    valid(wanted, "data-extension-query")
    told = post(service, "extend", wanted).json()
    valid(told, "data-extension-response")
    assert told["rows"]["person/anna-zenda"]["country"] == [{"id": "country/RU1", "name": "Ruritania"}]
    assert all(values == [] for values in told["rows"]["?"].values())
    limited = {"ids": ["country/RU1"], "properties": [{"id": "otherName", "settings": {"limit": "1"}}]}
    assert len(post(service, "extend", limited).json()["rows"]["country/RU1"]["otherName"]) == 1


@NEEDED
@pytest.mark.parametrize(
    ("path", "schema", "first"),
    [
        ("/suggest/entity?prefix=Ann", "suggest-entities-response", "person/anna-zenda"),
        ("/suggest/entity?prefix=bord&type=Country&limit=1", "suggest-entities-response", "country/BO"),
        ("/suggest/type?prefix=org", "suggest-types-response", "Organisation"),
        ("/suggest/property?prefix=post", "suggest-properties-response", "post"),
    ],
)
def test_what_somebody_types_is_completed(service: Served, path: str, schema: str, first: str) -> None:
    told = service.client.get(f"/reconcile{path}").json()
    assert told["result"][0]["id"] == first
    if schema != "suggest-types-response":
        valid(told, schema)
    assert service.client.get(f"/reconcile{path}&cursor=9000").json() == {"result": []}


@NEEDED
def test_properties_are_proposed_for_a_type(service: Served) -> None:
    told = service.client.get("/reconcile/properties?type=Person").json()
    valid(told, "data-extension-property-proposal")
    ids = {each["id"] for each in told["properties"]}
    assert "post" in ids
    assert "holder" not in ids
    assert len(service.client.get("/reconcile/properties?limit=2").json()["properties"]) == 2


def test_a_preview_is_a_small_page_whose_texts_are_escaped(service: Served) -> None:
    answer = service.client.get("/reconcile/preview", params={"id": "person/anna-zenda"})
    assert answer.headers["content-type"].startswith("text/html")
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "Anna Zenda" in answer.text
    assert "<script" not in answer.text
    flyout = service.client.get("/reconcile/flyout", params={"id": "person/anna-zenda"}).json()
    assert flyout["id"] == "person/anna-zenda"
    assert flyout["html"] in answer.text
    for id_ in ("person/nobody", "", "<script>"):
        assert_problem(service.client.get("/reconcile/preview", params={"id": id_}), 404, "not-found")


BAD = [
    ("queries", "", 400),
    ("queries", "[]", 400),
    ("queries", "{", 400),
    ("queries", "[" * 100_000, 400),
    ("queries", '{"q0": {"query": 5}}', 400),
    ("queries", '{"q0": {"query": "x", "limit": NaN}}', 400),
    ("queries", '{"q0": {"query": "\\ud800"}}', 400),
    ("queries", json.dumps({f"q{n}": {"query": "x"} for n in range(101)}), 413),
    ("queries", json.dumps({"q": {"query": "x" * 2_000_000}}), 413),
    ("extend", '{"ids": []}', 400),
    ("extend", '{"ids": ["x"], "properties": [{"id": "shoe size"}]}', 400),
    ("extend", json.dumps({"ids": [str(n) for n in range(501)], "properties": []}), 413),
    ("query", "Anna Zenda", 400),
]


@pytest.mark.parametrize(("name", "value", "status"), BAD, ids=lambda value: str(value)[:30])
def test_what_cannot_be_read_is_said(service: Served, name: str, value: str, status: int) -> None:
    assert_problem(post(service, name, value), status)


@pytest.mark.parametrize(
    "bad", ['{"query": 5}', '{"query": "x", "limit": NaN}', "7", "{}", '{"query": "x", "more": 1}']
)
def test_one_bad_value_refuses_that_value_only(service: Served, bad: str) -> None:
    answer = post(service, "queries", f'{{"good": {{"query": "Anna Zenda"}}, "bad": {bad}}}')
    assert answer.status_code == 200
    told = answer.json()
    assert told["good"]["result"][0]["id"] == "person/anna-zenda"
    assert told["bad"]["result"] == []
    assert told["bad"]["error"].startswith("bad")


def test_a_form_is_needed_and_says_one_thing(service: Served) -> None:
    assert_problem(service.client.post("/reconcile", json=QUERIES), 415, "unsupported-media-type")
    both = {"queries": "{}", "extend": '{"ids": [], "properties": []}'}
    assert_problem(service.client.post("/reconcile", data=both), 400, "usage")
    assert_problem(service.client.get("/reconcile", params={"query": "x"}), 400, "usage")
    assert post(service, "queries", "{}").json() == {}


def test_scripts_are_for_the_pages_that_may_read(sample_folder: Path, service: Served) -> None:
    refused = service.client.get("/reconcile?callback=f", headers={"Referer": "http://127.0.0.1:3333/project"})
    assert_problem(refused, 403, "forbidden")
    with served(sample_folder, cors_origins="http://127.0.0.1:3333", readers=1) as open_:
        page = {"Referer": "http://127.0.0.1:3333/project?project=1"}
        answer = open_.client.get("/reconcile?callback=jQuery1.f_2", headers=page)
        assert answer.headers["content-type"].startswith("text/javascript")
        assert answer.text.startswith("/**/jQuery1.f_2({")
        for callback in ("alert(1)//", "", "a b", "é", "x" * 200):
            bad = open_.client.get("/reconcile", params={"callback": callback}, headers=page)
            assert_problem(bad, 400, "usage")
        for other in ("http://127.0.0.1:33333/", "http://evil.example/http://127.0.0.1:3333/", "//[", ""):
            assert open_.client.get("/reconcile?callback=f", headers={"Referer": other}).status_code == 403


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.dictionaries(
        st.text(max_size=8),
        st.fixed_dictionaries(
            {"query": st.text(max_size=60)},
            optional={
                "type": st.one_of(st.text(max_size=10), st.lists(st.text(max_size=10), max_size=3)),
                "limit": st.one_of(st.integers(), st.floats(allow_nan=False, allow_infinity=False)),
                "properties": st.lists(
                    st.fixed_dictionaries(
                        {
                            "pid": st.sampled_from([*PROPERTIES, "nonsense"]),
                            "v": st.one_of(st.text(max_size=20), st.integers(), st.booleans(), st.floats(0, 1)),
                        }
                    ),
                    max_size=3,
                ),
            },
        ),
        max_size=4,
    )
)
def test_no_query_breaks_it(service: Served, queries: dict[str, Any]) -> None:
    answer = post(service, "queries", queries)
    assert answer.status_code == 200, answer.text
    assert answer.json().keys() == queries.keys()
