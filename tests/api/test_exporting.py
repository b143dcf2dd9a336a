"""`sayso export` and `sayso network` on the command line, and the pages that tell of them."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import get_args
from zipfile import ZipFile

import pyoxigraph as ox
import pytest

from sayso.api.choices import FormatName, KindName, NetworkFormatName
from sayso.api.command import run
from sayso.graph.export.network_formats import NETWORK_FORMATS
from sayso.graph.export.registry import GRAPH_FORMATS, NAMES, ROW_FORMATS
from sayso.graph.networks.kinds import KINDS
from sayso.graph.networks.measures import measured
from sayso.graph.networks.network import Network
from sayso.graph.networks.selection import VARIABLES
from sayso.graph.statements.rows.columns import COLUMNS
from sayso.graph.store.store import Store
from sayso.ontology.namespaces import LABEL
from tests.sample import sample_quads

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture
def filled(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SAYSO_STORE", str(folder))
    with Store.open(folder) as store:
        store.apply([], sample_quads())
    return folder


def test_the_command_line_names_every_format() -> None:
    assert get_args(FormatName) == NAMES
    assert get_args(NetworkFormatName) == tuple(NETWORK_FORMATS)
    assert get_args(KindName) == KINDS


@pytest.mark.parametrize("name", NAMES)
def test_every_format_is_the_same_in_a_file_and_in_a_pipe(
    name: str, filled: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    file = tmp_path / "out"
    assert run(["export", "--format", name, "--output", str(file)]) == 0
    capfdbinary.readouterr()
    assert run(["export", "--format", name]) == 0
    assert capfdbinary.readouterr().out == file.read_bytes() != b""


def test_csv_has_a_row_a_statement(filled: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capfd.readouterr().out)))
    assert len(rows) == 6
    assert rows[0]["speaker"] == "Anna Zenda"


def test_what_a_format_cannot_hold_is_told_on_the_standard_error(
    filled: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["export", "--format", "graphml", "--statements-as-nodes"]) == 0
    assert capfd.readouterr().err == ""
    with Store.open(filled) as store:
        zenda, label = ox.NamedNode("https://w3id.org/sayso/id/person/anna-zenda"), ox.Literal("A\x01")
        store.apply([], [ox.Quad(zenda, LABEL, label, ox.NamedNode("urn:g"))])
    assert run(["export", "--format", "gexf"]) == 0
    captured = capfd.readouterr()
    assert captured.err == "gexf: 1 characters that XML 1.0 forbids became U+FFFD\n"
    assert "A\ufffd" in captured.out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("export --format gexf --excel-safe", "--excel-safe is for csv and nodes-edges"),
        ("export --format csv --aggregate", "are for networks"),
        ("export --format gexf --aggregate --statements-as-nodes", "not both"),
        ("network about --normalisation cosine", "counts statements"),
        ("network actor-matter --normalisation cosine", "none, activity, prominence"),
        ("network congruence --since soon", "YYYY-MM-DD"),
        ("network congruence --exclude actor", "VARIABLE=VALUE"),
        ("network congruence --exclude colour=red", "no variable"),
        ("network congruence --output x", "--format"),
        ("network about --window 2 --kernel uniform", "without a kernel"),
        ("network congruence --kernel uniform", "for a window"),
        ("network congruence --window 2 --unit events --kernel uniform", "windows of events take none"),
        ("network two-mode --count statements", "variable of positions"),
        ("network conflict --count statements --variable2 month", "no stance"),
        ("network two-mode --variable1 month --variable2 month", "name two"),
        ("network actor-matter --variable2 month", "two-mode"),
        ("network congruence --minimum actor=many", "a number from 1 on"),
        ("network congruence --minimum colour=2", "no variable"),
        ("export --format gexf --actor Nobody", "no actor has this name"),
        ("export --format gexf --act dance", "there are state, deny"),
        ("export --format gexf --actor Zenda --kinds loves", "there are speaks-of"),
        ("export --format csv --since soon", "YYYY-MM-DD"),
    ],
)
def test_what_does_not_fit_is_a_usage_error(
    arguments: str, told: str, filled: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments.split()) == 2
    assert told in capfd.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "acts"),
    [
        ("--actor Zenda", ["deny", "demand", "intend"]),
        ("--actor organisation/the-league --act demand --act intend", ["demand", "intend"]),
        ("--actor country/RU1 --kinds spoken-of-by", ["deny", "reject"]),
        ("--actor Zenda --depth 2 --kinds speaks-of", ["deny", "demand", "intend"]),
        ("--since 2024-06-01", ["intend", "reject"]),
        ("--until 2024-03-04", ["deny"]),
        ("--confidence 0.95", ["deny", "intend"]),
        ("--source=bordurian_post", ["intend", "reject"]),
        ("--article summit-1 --stance against", ["deny"]),
        ("--size 1", ["intend"]),
    ],
)
def test_a_part_of_the_graph(arguments: str, acts: list[str], filled: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "--format", "csv", *(part.replace("_", " ") for part in arguments.split())]) == 0
    assert [row["act"] for row in csv.DictReader(io.StringIO(capfd.readouterr().out))] == acts


def test_how_much_is_left_out_is_told(filled: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "--format", "d3", "--size", "2"]) == 0
    captured = capfd.readouterr()
    assert captured.err == "d3: 2 of 6 are written; --size sets how many\n"
    assert json.loads(captured.out)["graph"]["total"] == "6"


def test_networks_as_table_and_json(filled: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["network", "actor-matter", "--measures"]) == 0
    out = capfd.readouterr().out
    assert "leave the league" in out
    assert "betweenness" in out
    assert run(["network", "about", "--json", "--since", "2024-06-01"]) == 0
    (told,) = json.loads(capfd.readouterr().out)
    labels = {node["id"]: node["label"] for node in told["nodes"]}
    assert {(labels[edge["source"]], labels[edge["target"]]) for edge in told["edges"]} == {
        ("Anna Zenda", "The League"),
        ("Ruritania", "The League"),
        ("Borduria", "Ruritania"),
    }


def test_a_file_a_window(filled: Path, tmp_path: Path) -> None:
    file = tmp_path / "out.zip"
    line = ["network", "actor-matter", "--reported", "--window", "1", "--format", "gexf", "--output", str(file)]
    assert run(line) == 0
    with ZipFile(file) as archive:
        assert len(archive.namelist()) == 4
        assert b"window: 1; unit: months; step: 1; kernel: none" in archive.read("2024-03-01_2024-03-31.gexf")
    line = [*line, "--measures", "--format", "matrix"]
    assert run(line) == 0
    with ZipFile(file) as archive:
        assert archive.namelist() == [
            "2024-03-01_2024-03-31.csv",
            "2024-04-01_2024-04-30.csv",
            "2024-05-01_2024-05-31.csv",
            "2024-06-01_2024-06-30.csv",
            "windows.csv",
            "origin.json",
        ]
        windows = list(csv.DictReader(io.StringIO(archive.read("windows.csv").decode())))
        assert [row["ties"] for row in windows] == ["1", "0", "0", "1"]
        assert json.loads(archive.read("origin.json"))["filters"] == (
            "kind: actor-matter; status: said; reported: true; window: 1; unit: months; step: 1; kernel: none"
        )


def test_one_window_is_a_file_of_its_own(filled: Path, capfd: pytest.CaptureFixture[str]) -> None:
    line = ["network", "actor-matter", "--reported", "--window", "1", "--nth", "4"]
    assert run([*line, "--format", "graphology"]) == 0
    told = json.loads(capfd.readouterr().out)["attributes"]
    assert (told["window"], told["windows"]) == ("2024-06-01 – 2024-06-30", "4")
    assert told["filters"].endswith("step: 1; nth: 4; kernel: none")
    assert run(line) == 0
    assert "2024-06-01 – 2024-06-30" in capfd.readouterr().out


@pytest.mark.parametrize("name", NETWORK_FORMATS)
def test_every_file_of_a_network_names_its_snapshot_model_and_filters(
    name: str, filled: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "net"
    assert run(["network", "congruence", "--only", "act=deny", "--format", name, "--output", str(file)]) == 0
    beside = tmp_path / "net.origin.json"
    assert beside.exists() != NETWORK_FORMATS[name].notes
    assert (str(beside) in capfd.readouterr().err) == beside.exists()
    told = (beside if beside.exists() else file).read_bytes()
    if told.startswith(b"PK"):
        with ZipFile(io.BytesIO(told)) as archive:
            told = archive.read("origin.json")
    with Store.open(filled, read_only=True) as store:
        assert store.snapshot.encode() in told
    for words in (b"sayso 0.1.0", b"act=deny"):
        assert words in told


def test_a_two_mode_network_as_a_matrix(filled: Path, capfd: pytest.CaptureFixture[str]) -> None:
    line = ["network", "two-mode", "--count", "statements", "--variable2", "month", "--format", "matrix"]
    assert run(line) == 0
    captured = capfd.readouterr()
    head, *rows = csv.reader(io.StringIO(captured.out))
    assert head == ["", "2024-03", "2024-06"]
    assert ["Anna Zenda", "2", "1"] in rows
    assert "matrix has no room to say where it comes from" in captured.err


EXPORTS, NETWORKS = ((DOCS / name).read_text("utf-8") for name in ("exports.md", "networks.md"))


def test_the_page_of_exports_is_the_registry() -> None:
    shown = re.findall(r"^\| `([\w-]+)` \| `\.([\w.]+)` \| ([^|]+) \|", EXPORTS, re.MULTILINE)
    formats = [*GRAPH_FORMATS.values(), *ROW_FORMATS.values(), *NETWORK_FORMATS.values()]
    assert shown == [(format.name, format.ending, format.opens_in) for format in formats]


def test_the_page_of_exports_has_the_columns() -> None:
    shown = re.findall(
        r"^\| `(\w+)` \| (.+) \|$", EXPORTS.partition("| column |")[2].partition("| `--format` |")[0], re.MULTILINE
    )
    assert shown == [(column.name, column.meaning) for column in COLUMNS]


def test_the_page_of_networks_names_every_choice() -> None:
    measures = measured(Network((), ())).node_fields
    words = [*KINDS, "average", "jaccard", "cosine", "activity", "prominence", *VARIABLES, *measures]
    assert [word for word in words if f"`{word}`" not in NETWORKS] == []
    from typer.main import get_command

    from sayso.api.command import app

    options = [
        option
        for parameter in get_command(app).commands["network"].params  # type: ignore[attr-defined]
        for option in parameter.opts
        if option.startswith("--")
    ]
    assert [option for option in options if option not in NETWORKS and option not in ("--store", "--help")] == []
