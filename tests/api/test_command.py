"""The command line as its user meets it: output, errors and exit codes. The extraction is the real one."""

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pyoxigraph as ox
import pytest

from sayso.graph.store.store import Store
from tests.api.calling import Ended, calling

TEXT = 'The bridge is safe, mayor says\n\n"The bridge is safe," Mayor Ann Lee said on Monday.\n'


@pytest.fixture
def sayso(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, folder: Path) -> Callable[..., Ended]:
    """Run a command line on a store of the test's own."""
    return calling(capfd, monkeypatch, folder)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "articles" / "bridge.txt"
    path.parent.mkdir()
    path.write_text(TEXT)
    return path


def test_load_query_export_validate(sayso: Callable[..., Ended], article: Path, tmp_path: Path) -> None:
    loaded = sayso("load", article.parent, "--published", "2022-01-31", "--language", "en")
    assert (loaded.code, loaded.err) == (0, "")
    assert "1 loaded" in loaded.out
    assert "1 unchanged" in sayso("load", article.parent, "--published", "2022-01-31", "--language", "en").out

    table = sayso("query", "statements")
    assert table.code == 0
    assert "Ann Lee" in table.out
    rows = json.loads(sayso("query", "statements", "--json").out)["results"]["bindings"]
    assert ("Ann Lee", '"The bridge is safe,"') in {(row["speaker"]["value"], row["words"]["value"]) for row in rows}
    assert f"{len(rows)} row" in table.out
    records = csv.DictReader(io.StringIO(sayso("query", "statements", "--csv").out))
    assert [record["words"] for record in records] == [row["words"]["value"] for row in rows]
    nobody = sayso("query", "statements", "--param", "by=Bob Ray")
    assert (nobody.code, nobody.out) == (2, "")
    assert "Bob Ray" in nobody.err
    assert "Ann Lee" in sayso("query", "statements", "-p", "by=ann lee").out

    counts = json.loads(sayso("stats", "--json").out)
    assert (counts["articles"], counts["statements"]) == (1, len(rows))
    assert "statements" in sayso("stats").out

    output = tmp_path / "graph.nq"
    assert sayso("export", "--output", output).code == 0
    assert output.read_text() == sayso("export").out
    assert len(set(ox.parse(path=output))) == counts["triples"]
    assert "@prefix sayso:" in sayso("export", "--format", "turtle").out
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []

    assert sayso("validate").out == "the store conforms to the shapes\n"
    assert json.loads(sayso("validate", "--json").out) == {"conforms": True, "violations": []}


def test_rejects_are_listed_and_the_exit_code_is_1(sayso: Callable[..., Ended], article: Path) -> None:
    (article.parent / "empty.txt").write_text("")
    (article.parent / "paper.pdf").write_bytes(b"%PDF")
    ended = sayso("load", article.parent)
    assert ended.code == 1
    assert "1 loaded, 2 rejected" in ended.out
    assert [line.split(": ")[0] for line in ended.err.splitlines()] == ["rejected", "rejected"]
    assert "empty.txt: there is no text in it" in ended.err
    report = json.loads(sayso("load", article.parent, "--json").out)
    assert (report["unchanged"], len(report["rejected"])) == (1, 2)
    assert sayso("load", article.parent / "nowhere").code == 1


def test_sparql_from_a_file_from_the_standard_input_and_in_the_command(
    sayso: Callable[..., Ended], folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Store.open(folder).close()
    path = tmp_path / "ask.rq"
    path.write_text("ASK { sayso:Statement a owl:Class }")
    assert sayso("query", path).out == "yes\n"
    path.write_text("CONSTRUCT { sayso:Statement a ?type } WHERE { sayso:Statement a ?type }")
    assert "sayso:Statement a owl:Class" in sayso("query", path).out
    assert json.loads(sayso("query", path, "--json").out)
    assert sayso("query", path, "--csv").code == 2
    path.write_text("# With a value\n# param: of (iri) – which class\nASK {\nVALUES ?of { UNDEF }\n?of a owl:Class }")
    assert sayso("query", path, "--param", "of=https://w3id.org/sayso/ontology#Statement").out == "yes\n"
    assert sayso("query", path, "--param", "of=https://w3id.org/sayso/ontology#Nothing").out == "no\n"
    monkeypatch.setattr("sys.stdin", io.StringIO("SELECT ?x { VALUES ?x { 1 2 } }"))
    assert "2 rows" in sayso("query", "-").out
    assert "1 row" in sayso("query", "SELECT ?x { VALUES ?x { 1 } }" + 300 * " ").out
    assert "no such file" in sayso("query", 300 * "x").err


USAGE = [
    (["query", "nonsense"], "no such query and no such file"),
    (["query", "statements", "--param", "by"], "NAME=VALUE"),
    (["query", "statements", "--param", "by=a", "--param", "by=b"], "twice"),
    (["query", "statements", "--param", "colour=red"], "no parameter"),
    (["query", "statements", "--param", "since=soon"], "since"),
    (["query", "statements", "--json", "--csv"], "not both"),
    (["load"], "PATH"),
    (["load", "x", "--format", "gedcom"], "--format"),
    (["load", "x", "--jobs", "0"], "--jobs"),
    (["load", "x", "--min-confidence", "2"], "--min-confidence"),
    (["load", "x", "--metadata", "nowhere.csv"], "--metadata"),
    (["load", "x", "--published", "soon"], "--published"),
    (["export", "--format", "pdf"], "--format"),
    (["export", "--output", "/nowhere/graph.nq"], "--output"),
    (["nonsense"], "nonsense"),
    (["stats", "--nonsense"], "nonsense"),
]


@pytest.mark.parametrize(("arguments", "message"), USAGE)
def test_a_usage_error_is_a_line_and_exit_code_2(
    sayso: Callable[..., Ended], folder: Path, arguments: list[str], message: str
) -> None:
    Store.open(folder).close()
    ended = sayso(*arguments)
    assert ended.code == 2
    assert message in ended.err
    assert "Traceback" not in ended.err


@pytest.mark.parametrize("command", [["query", "statements"], ["stats"], ["export"], ["validate"]])
def test_without_a_store_the_way_to_one_is_told(sayso: Callable[..., Ended], folder: Path, command: list[str]) -> None:
    ended = sayso(*command)
    assert ended.code == 2
    assert str(folder) in ended.err
    assert "sayso load" in ended.err
    assert not folder.exists()


@pytest.mark.parametrize("command", [["query", "statements"], ["stats"], ["load", "."]])
def test_a_locked_store_is_a_line_and_exit_code_1(
    sayso: Callable[..., Ended], folder: Path, command: list[str]
) -> None:
    with Store.open(folder):
        ended = sayso(*command)
    assert ended.code == 1
    assert "another process" in ended.err
    assert len(ended.err.splitlines()) == 1


def test_a_query_that_reaches_out_is_refused(sayso: Callable[..., Ended], folder: Path, tmp_path: Path) -> None:
    Store.open(folder).close()
    path = tmp_path / "reach.rq"
    path.write_text("SELECT * {\n SERVICE <http://127.0.0.1/> { ?s ?p ?o }\n}")
    ended = sayso("query", path)
    assert ended.code == 2
    assert "line 2" in ended.err


def test_violations_are_listed_and_the_exit_code_is_1(sayso: Callable[..., Ended], folder: Path) -> None:
    with Store.open(folder) as store:
        graph = ox.NamedNode(store.base + "article/x")
        type_ = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
        bare = ox.Quad(graph, type_, ox.NamedNode("https://w3id.org/sayso/ontology#Statement"), graph)
        store.apply([], [bare])
    ended = sayso("validate")
    assert ended.code == 1
    assert "violation" in ended.out
    assert not json.loads(sayso("validate", "--json").out)["conforms"]


def test_the_ontology_is_printed(sayso: Callable[..., Ended]) -> None:
    assert list(ox.parse(sayso("ontology").out, format=ox.RdfFormat.TURTLE))


def test_the_queries_are_listed(sayso: Callable[..., Ended]) -> None:
    names = [one["name"] for one in json.loads(sayso("queries", "--json").out)]
    assert {"statements", "demands", "posts", "positions", "actors", "articles"} <= set(names)
    assert all(name in sayso("queries").out for name in ("statements", "demands"))


def test_the_version_and_the_help(sayso: Callable[..., Ended]) -> None:
    assert sayso("--version").out == f"sayso {version('sayso')}\n"
    assert "sayso load articles/" in sayso("--help").out
    assert "sayso load dump.jsonl --jobs 4" in sayso("load", "-h").out


def test_the_demo_shows_both_articles_and_again(
    sayso: Callable[..., Ended], tmp_path: Path, folder: Path, article: Path
) -> None:
    store = tmp_path / "demo.store"
    first = sayso("demo", "--store", store)
    assert first.code == 0
    for words in ("Statements", "Demands", "Posts", "Positions", "Jens Stoltenberg", "↳", "sayso query statements"):
        assert words in first.out
    assert sayso("demo", "--store", store).out == first.out
    report = json.loads(sayso("demo", "--store", store, "--json").out)
    assert (report["replaced"], report["rejected"]) == (2, [])
    assert sayso("validate", "--store", store).code == 0
    sayso("load", article)
    refused = sayso("demo", "--store", folder)
    assert refused.code == 2
    assert "other articles" in refused.err


def test_a_reader_that_has_enough_is_no_error(folder: Path) -> None:
    Store.open(folder).close()
    program = "from sayso.api.command import main; main()"
    with subprocess.Popen(
        [sys.executable, "-c", program, "export"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "SAYSO_STORE": str(folder)},
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
