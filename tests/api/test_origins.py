"""Whatever is written tells which snapshot was read, which models read the articles, and what was left out."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile, is_zipfile

import pyarrow.parquet
import pytest
from pyoxigraph import parse

import sayso
from sayso.api.command import run
from sayso.graph.export.format import Format
from sayso.graph.export.network_formats import NETWORK_FORMATS
from sayso.graph.export.rdf import FORMATS as RDF_FORMATS
from sayso.graph.export.rdf import ExportFormat
from sayso.graph.export.registry import GRAPH_FORMATS, NAMES, ROW_FORMATS
from sayso.graph.statements.rows.filter import Filter
from sayso.graph.store.store import Store
from tests.api.service.serving import Served, served
from tests.sample import sample_quads

FORMATS: dict[str, Format[Any]] = {**GRAPH_FORMATS, **ROW_FORMATS, **NETWORK_FORMATS}
MODELS = ("sayso 0.1.0", "tagger 1.0")
# A filter that would leave its line, its comment and its attribute where it could.
HOSTILE = 'no plans\n<urn:a> <urn:b> "c" --> é'


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published store of the sample."""
    place = tmp_path_factory.mktemp("origins") / "some.store"
    with Store.open(place) as store:
        store.apply([], sample_quads())
    return place


@pytest.fixture(scope="module")
def snapshot(folder: Path) -> str:
    """The name of the snapshot that is read."""
    with Store.open(folder, read_only=True) as store:
        return store.snapshot


@pytest.fixture(scope="module")
def service(folder: Path) -> Iterator[Served]:
    """A service over it."""
    with served(folder) as running:
        yield running


def texts(data: bytes) -> str:
    """Return what a file says, whatever its format: of zips all files, of Parquet its metadata."""
    if data.startswith(b"PAR1"):
        return str(pyarrow.parquet.read_schema(io.BytesIO(data)).metadata)
    if is_zipfile(io.BytesIO(data)):
        with ZipFile(io.BytesIO(data)) as archive:
            return "\n".join(archive.read(name).decode() for name in archive.namelist())
    return data.decode()


def check(text: str, snapshot: str, *filters: str) -> None:
    assert [word for word in (snapshot, *MODELS, *filters) if word not in text] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_export_tells_its_origin_in_the_file_or_beside_it(
    name: str, folder: Path, snapshot: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / f"some.{FORMATS[name].ending}"
    chosen = ["--since", "2024-01-02", "--format", name, "--store", str(folder)]
    assert run(["export", *chosen, "--output", str(output)]) == 0
    beside = output.with_name(f"{output.name}.origin.json")
    assert beside.exists() != FORMATS[name].notes
    told = output.read_bytes() if FORMATS[name].notes else beside.read_bytes()
    check(texts(told), snapshot, "since: 2024-01-02")
    if not FORMATS[name].notes:
        capsys.readouterr()
        assert run(["export", *chosen]) == 0
        check(capsys.readouterr().err, snapshot, "since: 2024-01-02")


@pytest.mark.parametrize("name", RDF_FORMATS)
def test_what_is_told_stays_a_comment(name: ExportFormat, folder: Path, tmp_path: Path) -> None:
    path = tmp_path / f"some.{FORMATS[name].ending}"
    with sayso.open(folder) as db:
        db.export(path, keep=Filter(words=HOSTILE))
    assert "urn:a" in path.read_text("utf-8")
    assert not list(parse(path.read_bytes(), format=RDF_FORMATS[name]))


def _header(service: Served, path: str) -> str:
    return str(json.loads(service.client.get(path).raise_for_status().headers["x-origin"]))


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("path", ["/statements.{}?since=2024-01-02", "/subgraph.{}?since=2024-01-02"])
def test_every_file_over_http_tells_its_origin(name: str, path: str, service: Served, snapshot: str) -> None:
    check(_header(service, path.format(name)), snapshot, "since: 2024-01-02", "status: ")
    if FORMATS[name].notes:
        check(texts(service.client.get(path.format(name)).content), snapshot, "since: 2024-01-02")


@pytest.mark.parametrize("name", NETWORK_FORMATS)
def test_every_network_over_http_tells_its_origin(name: str, service: Served, snapshot: str) -> None:
    check(_header(service, f"/networks?kind=congruence&since=2024-01-02&format={name}"), snapshot, "kind: congruence")


def test_long_filters_leave_a_header_that_can_be_read(service: Served) -> None:
    answer = service.client.get("/statements.csv", params={"words": "🙂" * 900})
    assert set(json.loads(answer.headers["x-origin"])) == {"snapshot", "model", "filters"}


def test_pages_name_their_snapshot(service: Served, snapshot: str) -> None:
    for path in ("/statements", "/demands", "/positions", "/said", "/posts"):
        assert service.client.get(path).json()["snapshot"] == snapshot


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_a_query_tells_its_origin(
    kind: str, folder: Path, snapshot: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "said.csv"
    asked = ["query", "statements", f"--{kind}", "--param", "by=Anna Zenda", "--store", str(folder)]
    assert run([*asked, "--output", str(output)]) == 0
    beside = (tmp_path / "said.csv.origin.json").read_text("utf-8")
    check(beside, snapshot, "query: statements", "person/anna-zenda")
    capsys.readouterr()
    assert run(asked) == 0
    told = capsys.readouterr()
    assert told.out.encode() == output.read_bytes()
    check(told.err, snapshot, "query: statements")
    assert run(["query", "statements", "--output", str(output), "--store", str(folder)]) == 2


FRAMES: dict[str, Callable[[sayso.Client], object]] = {
    "question": lambda db: db.q.statements(act="deny").df(),
    "sparql": lambda db: db.sparql("SELECT ?act { ?act a skos:Concept } # act: deny").df(),  # type: ignore[union-attr]
    "statements": lambda db: db.statements(act="deny").df(),
    "some of the statements": lambda db: db.statements(act="deny")[:1].df(),
    "edges": lambda db: db.network("about", only={"act": ["deny"]}).df(),
    "nodes": lambda db: db.network("about", only={"act": ["deny"]}).nodes_df(),
    "matrix": lambda db: db.network("about", only={"act": ["deny"]}).matrix(),
    "windows": lambda db: db.network("about", window=1, only={"act": ["deny"]}).df(),
    "measures": lambda db: db.network("about", window=1, only={"act": ["deny"]}).measures_df(),
}


@pytest.mark.parametrize("name", FRAMES)
def test_frames_tell_their_origin(name: str, folder: Path, snapshot: str) -> None:
    with sayso.open(folder) as db:
        frame = FRAMES[name](db)
    assert frame.attrs["snapshot"] == snapshot  # type: ignore[attr-defined]
    check(str(frame.attrs), snapshot, "deny")  # type: ignore[attr-defined]
