"""A question finds the same statements in every face: command line, service (sorted or not), notebook, export."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import sayso
from benchmarks.synthetic import actors, articles
from sayso.api.command import run
from sayso.graph.store.store import Store
from sayso.loaders.facts import Extraction, Status
from sayso.loaders.mapping import actor_quads, article_quads
from tests.api.service.serving import Served, served

_STATEMENTS = 240
_STATUSES: tuple[Status, ...] = ("said", "said", "said", "unsaid", "said", "asked", "supposed")


def _mixed(found: Extraction, number: int) -> Extraction:
    """Let some of the statements that bear no position or demand be not said."""
    bearing = {one.statement for one in (*found.positions, *found.demands)}
    statements = (
        one if index in bearing else replace(one, status=_STATUSES[(number + index) % len(_STATUSES)])
        for index, one in enumerate(found.statements)
    )
    return replace(found, statements=tuple(statements))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of invented articles, in which not everything was said."""
    made = tmp_path_factory.mktemp("parity") / "some.store"
    cast = actors(40)
    with Store.open(made) as store:
        store.apply([], actor_quads(cast))
        for number, (document, found) in enumerate(articles(_STATEMENTS, cast)):
            store.apply([], article_quads(document, _mixed(found, number)))
    return made


@pytest.fixture(scope="module")
def service(folder: Path) -> Iterator[Served]:
    """A service over it."""
    with served(folder) as running:
        yield running


@pytest.fixture(scope="module")
def notebook(folder: Path) -> Iterator[sayso.Client]:
    """A notebook over it."""
    with sayso.open(folder) as opened:
        yield opened


QUESTIONS: list[dict[str, str]] = [
    {},
    {"status": "any"},
    {"status": "asked"},
    {"status": "unsaid", "form": "indirect"},
    {"status": "supposed", "confidence": "0.5"},
    {"form": "direct"},
    {"act": "deny"},
    {"act": "demand", "form": "mixed", "confidence": "0.7"},
    {"words": "THE", "since": "2020-01-03"},
    {"until": "2020-01-05", "status": "any"},
]
_NAMED = (*QUESTIONS, {"by": "person/q1"}, {"about": "person/q1", "status": "any"})


@pytest.mark.parametrize("values", _NAMED, ids=str)
def test_every_face_finds_the_same(
    values: dict[str, str],
    folder: Path,
    service: Served,
    notebook: sayso.Client,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SAYSO_STORE", str(folder))
    listed = service.client.get("/statements", params={**values, "limit": "1000"}).raise_for_status().json()
    found = {row["statement"] for row in listed["items"]}
    assert found or "status" in values
    sorted_ = service.client.get("/statements", params={**values, "limit": "1000", "sort": "words"}).json()
    assert {row["statement"] for row in sorted_["items"]} == found
    file = service.client.get("/statements.csv", params=values)
    assert {row["statement"] for row in csv.DictReader(io.StringIO(file.text))} == found
    assert {one.iri for one in notebook.statements(**values, limit="1000")} == found
    assert {row["statement"] for row in notebook.query("statements", **values)} == found
    capfd.readouterr()
    assert run(["query", "statements", "--json", *(f"--param={name}={value}" for name, value in values.items())]) == 0
    answer = json.loads(capfd.readouterr().out)["results"]["bindings"]
    assert {row["statement"]["value"] for row in answer} == found
    if not {"by", "about"} & values.keys():
        assert run(["export", "--format", "csv", *(f"--{name}={value}" for name, value in values.items())]) == 0
        assert {row["statement"] for row in csv.DictReader(io.StringIO(capfd.readouterr().out))} == found


@pytest.mark.parametrize("listing", ["demands", "positions"])
def test_a_listing_has_the_same_columns_whatever_is_asked_for(listing: str, service: Served) -> None:
    pages = [
        service.client.get(f"/{listing}", params=values).raise_for_status().json()
        for values in ({}, {"sort": "matter"}, {"act": "demand"}, {"form": "direct"}, {"status": "any"})
    ]
    columns = {frozenset(row) for page in pages for row in page["items"]}
    assert len(columns) == 1
    assert all("total" in page for page in pages)


def test_a_name_means_the_same_everywhere(folder: Path, service: Served, notebook: sayso.Client) -> None:
    name = notebook.query("actors", limit="1")
    assert isinstance(name, list)
    by_name = {one.iri for one in notebook.statements(by=name[0]["name"])}
    assert by_name
    assert by_name == {one.iri for one in notebook.statements(by=name[0]["actor"])}
    page = service.client.get("/statements", params={"by": name[0]["name"], "limit": "1000"}).json()
    assert {row["statement"] for row in page["items"]} == by_name
