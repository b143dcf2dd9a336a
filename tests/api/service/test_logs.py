"""One line a request, that tells enough and nothing that is secret."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sayso.graph.store.store import Store
from tests.api.service.serving import KEY, MAY_WRITE, served
from tests.sample import sample_quads

SECRET = "a-name-that-nobody-may-read"


@pytest.fixture
def own_folder(folder: Path) -> Path:
    """A store of its own: a service with a key holds its store alone."""
    with Store.open(folder) as store:
        store.apply([], sample_quads())
    return folder


def noted(folder: Path, capsys: pytest.CaptureFixture[str], style: str) -> list[str]:
    """Make some requests; return the lines that the service wrote of them."""
    capsys.readouterr()
    with served(folder, log=style, readers=1, api_key=f"tester={KEY}", hosts=SECRET) as service:
        query = f'SELECT * {{ ?s rdfs:label "{SECRET}" }}'
        service.client.get("/sparql", params={"query": query}, headers={"X-Request-Id": "mine-1"})
        service.client.get(f"/actors/person/{SECRET}")
        service.client.get("/queries", headers=MAY_WRITE)
        service.client.get(f"/nothing/{SECRET}")
        service.client.get("/healthz", headers={"Authorization": f"Bearer {SECRET}", "User-Agent": SECRET})
    return capsys.readouterr().err.splitlines()


def test_a_line_of_json_tells_of_each_request(own_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines: list[dict[str, Any]] = [json.loads(line) for line in noted(own_folder, capsys, "json")]
    assert [(line["method"], line["status"], line["key"]) for line in lines] == [
        ("GET", 200, None),
        ("GET", 404, None),
        ("GET", 200, "tester"),
        ("GET", 404, None),
        ("GET", 200, None),
    ]
    first = lines[0]
    assert (first["request"], first["route"], first["whole"]) == ("mine-1", "/sparql", True)
    assert first["queryLength"] == len(f'SELECT * {{ ?s rdfs:label "{SECRET}" }}')
    assert len(first["queryDigest"]) == 16
    assert first["query"]
    assert first["snapshot"]
    assert first["bytes"] > 0
    assert first["seconds"] > 0
    assert first["time"].endswith("Z")
    assert lines[4]["route"] == "/healthz"


@pytest.mark.parametrize("style", ["json", "text"])
def test_no_line_holds_a_key_a_query_or_a_name(
    own_folder: Path, capsys: pytest.CaptureFixture[str], style: str
) -> None:
    lines = noted(own_folder, capsys, style)
    assert len(lines) == 5
    assert not any(SECRET in line or KEY in line for line in lines)


def test_lines_can_be_left_out(own_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert noted(own_folder, capsys, "off") == []
