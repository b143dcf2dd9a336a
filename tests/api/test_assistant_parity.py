"""An assistant's tools find what command line, service and notebook find, with each of their arguments."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

pytest.importorskip("mcp", reason="the extra mcp is not installed")

from mcp import Client

import sayso
from sayso.api.assistant.assistant_server import make_server
from sayso.api.command import run
from sayso.api.service.engine import Engine
from sayso.api.service.settings import ServiceSettings
from sayso.graph.networks.kinds import KINDS
from sayso.graph.store.store import Store
from sayso.ontology.iris import BASE
from tests.api.service.serving import Served, served
from tests.graph.answers.walks import STATEMENT
from tests.sample import sample_quads

SPAN = {"since": "2024-01-01", "until": "2024-12-31"}
SAID: list[dict[str, Any]] = [
    {},
    {"by": "Anna Zenda", "about": "The League"},
    {"words": "THE", **SPAN},
    {"act": "deny"},
    {"by": "person/anna-zenda", "until": "2024-03-31"},
]
ASKED: list[dict[str, Any]] = [
    {"question": "demands", "parameters": {"by": "Anna Zenda"}},
    {"question": "positions", "parameters": {"stance": "against"}},
    {"question": "who-said-what-about-whom", "parameters": {}},
]
NETWORKS: list[dict[str, Any]] = [{}, *({"kind": kind, **SPAN} for kind in KINDS), {"kind": "about", "limit": 1}]
QUERIES = ["SELECT ?n (COUNT(*) AS ?c) { ?a a sayso:Actor ; rdfs:label ?n } GROUP BY ?n", "ASK { ?a a sayso:Demand }"]
# The tools that stand for one thing or a page of them, with the path that tells the same.
THINGS: list[tuple[str, dict[str, Any], str]] = [
    ("actors", {"name": "zend"}, "/actors?name=zend"),
    ("actors", {"kind": "country"}, "/actors?kind=country"),
    ("actor", {"id": "Anna Zenda"}, "/actors/person/anna-zenda"),
    ("article", {"id": "summit-1"}, "/articles/summit-1"),
    ("statement", {"id": STATEMENT}, f"/statements/{quote(STATEMENT.removeprefix(BASE))}"),
]
PAGED: list[tuple[str, dict[str, Any]]] = [
    ("said", {"limit": 2, "offset": 1}),
    ("actors", {"limit": 2, "offset": 1}),
    ("ask", {"question": "actors", "limit": 2, "offset": 1}),
]
CALLS: list[tuple[str, dict[str, Any]]] = [
    *(("said", one) for one in SAID),
    *(("ask", one) for one in ASKED),
    *(("network", one) for one in NETWORKS),
    *(("sparql", {"query": one}) for one in QUERIES),
    *((tool, arguments) for tool, arguments, _ in THINGS),
    *PAGED,
    *(
        (tool, {name: value for name, value in given.items() if name not in ("limit", "offset")})
        for tool, given in PAGED
    ),
    ("schema", {}),
    ("questions", {}),
]
# Extraction is what it asks, and other tests hold it to that.
ELSEWHERE = {"verify_quotes"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample in a folder."""
    made = tmp_path_factory.mktemp("assistant") / "some.store"
    with Store.open(made) as store:
        store.apply([], sample_quads())
    return made


@pytest.fixture(scope="module")
def service(folder: Path) -> Iterator[Served]:
    """A service over it."""
    with served(folder, query_seconds=120) as running:
        yield running


@pytest.fixture(scope="module")
def notebook(folder: Path) -> Iterator[sayso.Client]:
    """A notebook over it."""
    with sayso.open(folder) as opened:
        yield opened


@pytest.fixture(scope="module")
def told(folder: Path) -> Mapping[str, Any]:
    """What the assistant is told, by call; and under "parameters" those of each tool."""

    async def asked() -> dict[str, Any]:
        found: dict[str, Any] = {}
        engine = Engine(folder, BASE, ServiceSettings(reader_memory_mb=2048, readers=1, query_seconds=120))
        async with Client(make_server(engine)) as client:
            listed = (await client.list_tools()).tools
            found["parameters"] = {tool.name: {*tool.input_schema.get("properties", {})} for tool in listed}
            for name, arguments in CALLS:
                answer = await client.call_tool(name, arguments)
                assert not answer.is_error, (name, arguments, answer.content)
                found[key(name, arguments)] = answer.structured_content
        return found

    return asyncio.run(asked())


def key(name: str, arguments: Mapping[str, Any]) -> str:
    return f"{name} {json.dumps(arguments, sort_keys=True)}"


def test_every_argument_of_every_tool_is_tried(told: Mapping[str, Any]) -> None:
    tried: dict[str, set[str]] = {}
    for name, arguments in CALLS:
        tried.setdefault(name, set()).update(arguments)
    assert {name: told["parameters"][name] for name in tried} == tried
    assert told["parameters"].keys() - tried.keys() == ELSEWHERE


def printed(capfd: pytest.CaptureFixture[str], folder: Path, *arguments: str) -> Any:
    capfd.readouterr()
    assert run([*arguments, "--json", "--store", str(folder)]) == 0
    return json.loads(capfd.readouterr().out)


@pytest.mark.parametrize("values", SAID, ids=str)
def test_statements(
    values: dict[str, Any],
    told: Mapping[str, Any],
    folder: Path,
    service: Served,
    notebook: sayso.Client,
    capfd: pytest.CaptureFixture[str],
) -> None:
    items = service.client.get("/statements", params=values).raise_for_status().json()["items"]
    expected = [row["statement"] for row in items]
    assert expected
    assert sorted(row["address"] for row in told[key("said", values)]["items"]) == sorted(expected)
    assert sorted(one.iri for one in notebook.statements(**values)) == sorted(expected)
    asked = printed(
        capfd, folder, "query", "statements", *(f"--param={name}={value}" for name, value in values.items())
    )
    assert sorted(row["statement"]["value"] for row in asked["results"]["bindings"]) == sorted(expected)


@pytest.mark.parametrize("asked", ASKED, ids=str)
def test_questions(
    asked: dict[str, Any],
    told: Mapping[str, Any],
    folder: Path,
    notebook: sayso.Client,
    capfd: pytest.CaptureFixture[str],
) -> None:
    name, values = asked["question"], asked["parameters"]
    rows = notebook.query(name, **values)
    assert isinstance(rows, list)
    assert rows
    expected = sorted(row["statement"] for row in rows)
    assert sorted(row["statement"] for row in told[key("ask", asked)]["items"]) == expected
    found = printed(capfd, folder, "query", name, *(f"--param={one}={value}" for one, value in values.items()))
    assert sorted(row["statement"]["value"] for row in found["results"]["bindings"]) == expected


type Ties = list[tuple[str, str, float]]


def ties(nodes: list[dict[str, Any]], links: list[dict[str, Any]], weight: str) -> Ties:
    names = {node["id"]: node["label"] for node in nodes}
    return sorted((names[link["source"]], names[link["target"]], float(link[weight])) for link in links)


@pytest.mark.parametrize("asked", NETWORKS, ids=str)
def test_networks(
    asked: dict[str, Any],
    told: Mapping[str, Any],
    folder: Path,
    service: Served,
    notebook: sayso.Client,
    capfd: pytest.CaptureFixture[str],
) -> None:
    options = {"size" if name == "limit" else name: value for name, value in asked.items()}
    far = service.client.get("/networks", params={**options, "format": "d3"}).raise_for_status().json()
    expected = ties(far["nodes"], far["links"], "value")
    found = told[key("network", asked)]["items"]
    assert sorted((row["source"], row["target"], float(row["weight"])) for row in found) == expected
    frame = notebook.network(**options).df()
    assert sorted(zip(frame["source"], frame["target"], map(float, frame["weight"]), strict=True)) == expected
    chosen = (f"--{name}={value}" for name, value in options.items() if name != "kind")
    [made] = printed(capfd, folder, "network", options.get("kind", "about"), *chosen)
    assert ties(made["nodes"], made["edges"], "weight") == expected


@pytest.mark.parametrize("query", QUERIES)
def test_sparql(query: str, told: Mapping[str, Any], service: Served, notebook: sayso.Client) -> None:
    found, far = told[key("sparql", {"query": query})], service.client.get("/sparql", params={"query": query}).json()
    here = notebook.sparql(query)
    if "boolean" in far:
        assert found["result"] is far["boolean"] is here is True
        return
    rows = sorted(tuple(cell["value"] for cell in row.values()) for row in far["results"]["bindings"])
    assert sorted(tuple(row.values()) for row in found["items"]) == rows
    assert sorted(tuple(map(str, row.values())) for row in here) == rows  # type: ignore[union-attr]


@pytest.mark.parametrize(("tool", "arguments", "path"), THINGS, ids=str)
def test_things(tool: str, arguments: dict[str, Any], path: str, told: Mapping[str, Any], service: Served) -> None:
    far = service.client.get(path).raise_for_status().json()
    found = told[key(tool, arguments)]
    of_many = far["items"] if "items" in far else far["statements"] if tool == "article" else [far]
    assert of_many
    name = "statement" if tool in ("article", "statement") else "id"
    assert [one[name] for one in found["items"]] == [one["id"] for one in of_many]


@pytest.mark.parametrize(("tool", "arguments"), PAGED, ids=str)
def test_pages(tool: str, arguments: dict[str, Any], told: Mapping[str, Any]) -> None:
    whole = told[key(tool, {name: value for name, value in arguments.items() if name not in ("limit", "offset")})]
    assert told[key(tool, arguments)]["items"] == whole["items"][1:3]
