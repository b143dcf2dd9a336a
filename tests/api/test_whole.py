"""No face cuts an answer silently: where a program reads it is whole, where a person reads it says what is left out."""

from __future__ import annotations

import csv
import inspect
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import sayso
from benchmarks.synthetic import actors, articles
from sayso.api.command import run
from sayso.graph.store.store import Store
from sayso.loaders.mapping import actor_quads, article_quads
from tests.api.service.serving import Served, served

MANY = 1010


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of more statements than any table shows."""
    made = tmp_path_factory.mktemp("whole") / "some.store"
    cast = actors(40)
    with Store.open(made) as store:
        store.engine.bulk_extend(actor_quads(cast))
        store.engine.bulk_extend(
            quad for document, found in articles(MANY, cast) for quad in article_quads(document, found)
        )
        store.publish(always=True)
    return made


@pytest.fixture(scope="module")
def db(folder: Path) -> Iterator[sayso.Client]:
    """A notebook over it."""
    with sayso.open(folder) as opened:
        yield opened


@pytest.fixture(scope="module")
def service(folder: Path) -> Iterator[Served]:
    """A service over it."""
    with served(folder) as running:
        yield running


def asked(folder: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[str, str]:
    assert run([*arguments, "--store", str(folder)]) == 0
    told = capsys.readouterr()
    return told.out, told.err


def test_the_command_line_writes_all_for_programs(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, err = asked(folder, capsys, "query", "statements", "--csv")
    assert (len(list(csv.DictReader(io.StringIO(out)))), "for all" in err) == (MANY, False)
    out, err = asked(folder, capsys, "query", "statements", "--json")
    assert (len(json.loads(out)["results"]["bindings"]), "for all" in err) == (MANY, False)
    out, _ = asked(folder, capsys, "query", "statements", "--csv", "--limit", "7")
    assert len(list(csv.DictReader(io.StringIO(out)))) == 7


def test_the_command_line_tells_people_what_a_table_leaves_out(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, err = asked(folder, capsys, "query", "statements", "--columns", "act")
    assert "1,000 rows" in out
    assert err == f"1,000 of {MANY:,}, --limit 0 for all\n"
    out, err = asked(folder, capsys, "query", "statements", "--columns", "act", "--limit", "0")
    assert (f"{MANY:,} rows" in out, err) == (True, "")
    assert asked(folder, capsys, "query", "statements", "--columns", "act", "--limit", "9")[1] == ""


def test_lists_for_people_tell_what_they_leave_out(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, err = asked(folder, capsys, "review", "queue")
    assert err.startswith("20 of ")
    assert err.endswith(", --limit 0 for all\n")
    out, err = asked(folder, capsys, "review", "queue", "--json")
    assert err == ""
    assert len(json.loads(out)) > 20


def test_a_limit_is_for_named_queries(folder: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    own = tmp_path / "own.rq"
    own.write_text("SELECT ?s { ?s a sayso:Statement }", "utf-8")
    assert run(["query", str(own), "--limit", "3", "--store", str(folder)]) == 2
    assert "write LIMIT" in capsys.readouterr().err
    assert run(["query", "statements", "--limit", "3", "--param", "limit=4", "--store", str(folder)]) == 2


def test_notebooks_get_all(db: sayso.Client) -> None:
    assert len(db.q.statements().df()) == MANY
    assert inspect.signature(db.q.statements).parameters["limit"].default is None
    assert len(db.query("statements")) == MANY
    assert len(db.q.statements(limit=5)) == len(db.query("statements", limit="5")) == 5
    every = db.statements()
    assert (len(every), every.cut) == (MANY, False)
    assert db.statements(limit=3).cut


def test_the_service_leads_to_the_next_page_and_writes_whole_files(service: Served) -> None:
    page = service.client.get("/statements").json()
    assert (len(page["items"]), page["next"] is not None) == (100, True)
    found = service.client.get("/statements.csv")
    assert len(list(csv.DictReader(io.StringIO(found.text)))) == MANY
    answer = service.client.get("/sparql", params={"query": "SELECT ?s { ?s a sayso:Statement }"})
    assert len(answer.json()["results"]["bindings"]) == MANY


def test_an_export_is_whole(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("csv", "jsonl"):
        output = tmp_path / f"all.{name}"
        asked(folder, capsys, "export", "--format", name, "--output", str(output))
        lines = output.read_text("utf-8").splitlines()
        assert len(lines) == MANY + (name == "csv")
