"""OpenRefine's own requests, as its browser and its server send them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import pytest

from tests.api.service.serving import Served, served

PAGE = "http://127.0.0.1:3333"
BROWSER = {
    "Accept": "application/json, text/javascript, */*; q=0.01",
    "Origin": PAGE,
    "Referer": f"{PAGE}/",
    "Sec-Fetch-Mode": "cors",
    "Sec-Fetch-Site": "same-site",
}
# Its server is Java: the charset stands in the content type, and nothing is said of what is accepted.
SERVER = {"Content-Type": "application/x-www-form-urlencoded; charset=UTF-8", "User-Agent": "OpenRefine 3.9"}


@pytest.fixture(scope="module")
def opened(sample_folder: Path) -> Iterator[Served]:
    """A service that OpenRefine's page may read, as docs/openrefine.md says."""
    with served(sample_folder, cors_origins=PAGE, readers=1) as running:
        yield running


def send(service: Served, field: str, value: object) -> Any:
    body = urlencode({field: json.dumps(value, separators=(",", ":"))})
    answer = service.client.post("/reconcile", content=body, headers=SERVER)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"].startswith("application/json")
    return answer.json()


def test_the_browser_fetches_the_manifest(opened: Served) -> None:
    answer = opened.client.get("/reconcile", headers=BROWSER)
    assert answer.headers["access-control-allow-origin"] == PAGE
    told = answer.json()
    assert told["versions"] == ["0.2"]
    assert "{{id}}" in told["view"]["url"]
    # Where CORS fails, as in old versions, it asks for a script.
    script = opened.client.get("/reconcile?callback=jQuery36004_17&_=1700000000000", headers={"Referer": f"{PAGE}/"})
    assert json.loads(script.text.removeprefix("/**/jQuery36004_17(").removesuffix(");")) == told


def test_the_server_guesses_types_from_some_cells(opened: Served) -> None:
    told = send(
        opened, "queries", {f"q{n}": {"query": text, "limit": 3} for n, text in enumerate(("Anna Zenda", "Borduria"))}
    )
    first = [told[key]["result"][0]["type"][0] for key in ("q0", "q1")]
    assert first == [{"id": "Person", "name": "person"}, {"id": "Country", "name": "country"}]


def test_the_server_reconciles_a_batch_of_rows(opened: Served) -> None:
    columns = [
        {"pid": "post", "v": "foreign minister"},
        {"pid": "country", "v": {"id": "country/RU1", "name": "Ruritania"}},
    ]
    query = {"query": "Zenda", "type": "Person", "type_strict": "should", "properties": columns, "limit": 10}
    told = send(opened, "queries", {f"q{n}": query for n in range(10)})
    assert [told[f"q{n}"]["result"][0]["match"] for n in range(10)] == [True] * 10


def test_the_browser_previews_a_candidate(opened: Served) -> None:
    manifest = opened.client.get("/reconcile").json()
    address = manifest["preview"]["url"].replace("{{id}}", quote("person/anna-zenda", safe=""))
    answer = opened.client.get(address)
    assert "Anna Zenda" in answer.text
    # It shows the page in a frame: nothing may forbid that.
    assert "x-frame-options" not in answer.headers
    assert "frame-ancestors" not in answer.headers["content-security-policy"]
    view = manifest["view"]["url"].replace("{{id}}", quote("person/anna-zenda", safe=""))
    assert opened.client.get(view, headers={"Accept": "text/turtle"}).status_code == 200


def test_the_browser_completes_what_is_typed(opened: Served) -> None:
    for kind, prefix, id_ in (
        ("entity", "ann", "person/anna-zenda"),
        ("type", "per", "Person"),
        ("property", "cou", "country"),
    ):
        suggest = opened.client.get("/reconcile").json()["suggest"][kind]
        address = suggest["service_url"] + suggest["service_path"]
        answer = opened.client.get(address, params={"prefix": prefix, "limit": 10}, headers=BROWSER)
        assert answer.json()["result"][0]["id"] == id_
        if "flyout_service_path" in suggest:
            flyout = suggest["service_url"] + suggest["flyout_service_path"].replace("${id}", quote(id_, safe=""))
            assert "Anna Zenda" in opened.client.get(flyout, headers=BROWSER).json()["html"]


def test_columns_are_added_from_reconciled_values(opened: Served) -> None:
    extend = opened.client.get("/reconcile").json()["extend"]["propose_properties"]
    address = extend["service_url"] + extend["service_path"]
    proposed = opened.client.get(address, params={"type": "Person"}, headers=BROWSER).json()["properties"]
    wanted = [{"id": each["id"], "settings": {"limit": 2}} for each in proposed]
    told = send(opened, "extend", {"ids": ["person/anna-zenda"], "properties": wanted})
    assert [each["id"] for each in told["meta"]] == [each["id"] for each in proposed]
    assert told["rows"]["person/anna-zenda"]["country"] == [{"id": "country/RU1", "name": "Ruritania"}]
