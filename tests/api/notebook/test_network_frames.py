"""A notebook's networks: frames, matrices, the statements behind an edge, series over time with their plot."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from IPython.core.completer import IPCompleter, provisionalcompleter
from lxml import etree

import sayso
from sayso.api.notebook.drawing.chart import Chart, ChartLine
from sayso.graph.networks.network import Network
from sayso.graph.store.store import Store
from sayso.ontology.errors import NotFoundError, UsageError
from tests.api.notebook.networks import HOSTILE
from tests.sample import sample_quads


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sayso.Client]:
    """The sample, open."""
    folder = tmp_path_factory.mktemp("frames") / "a.store"
    with Store.open(folder) as store:
        store.apply([], sample_quads())
    with sayso.open(folder) as opened:
        yield opened


def test_an_edge_opens_its_statements(db: sayso.Client) -> None:
    edge = db.network().edge("Anna Zenda", "The League")
    found = edge.statements()
    assert [statement.act for statement in found] == ["deny", "demand", "intend"]
    assert found[0].sentence.startswith("Ruritania’s Foreign Minister")
    assert len(found) == edge.attributes["count"] == edge.weight
    tie = db.network("actor-matter", reported=True, qualifier="ignore").edge("Ruritania", "leave the league")
    assert [statement.iri for statement in tie.statements()] == list(tie.iris)
    with pytest.raises(NotFoundError, match="no edge ties"):
        db.network().edge("Anna Zenda", "Nobody")
    with pytest.raises(UsageError, match="of no store"):
        sayso.DrawnNetwork.of(Network(db.network().nodes, db.network().edges)).edges[0].statements()


def test_edges_and_nodes_are_frames_with_types(db: sayso.Client) -> None:
    network = db.network("actor-matter", reported=True, qualifier="ignore")
    edges = network.df()
    assert list(edges.columns[:4]) == ["source", "target", "weight", "kind"]
    assert {name: str(edges[name].dtype) for name in ("source", "weight", "count", "start", "end", "for")} == {
        "source": "string", "weight": "float64", "count": "Int64", "for": "Int64",
        "start": "datetime64[us]", "end": "datetime64[us]",
    }  # fmt: skip
    assert edges["end"][0].date() == date(2024, 6, 1)
    nodes = network.nodes_df()
    assert list(nodes.columns) == ["id", "label", "kind", "frequency"]
    assert network.pl()["weight"].to_list() == edges["weight"].to_list()
    assert sayso.DrawnNetwork.of(Network((), ())).df().empty


def test_a_matrix_has_the_names_on_both_sides(db: sayso.Client) -> None:
    months = db.network("two-mode", count="statements", variable2="month").matrix()
    assert list(months.columns) == ["2024-03", "2024-06"]
    assert months.loc["Anna Zenda"].to_list() == [2, 1]
    square = db.network("ignore", count="statements", variable2="article").matrix()
    assert (square.to_numpy() == square.to_numpy().T).all()
    assert square.loc["observers", "Anna Zenda"] == 2


def test_windows_are_a_series(db: sayso.Client, tmp_path: Path) -> None:
    series = db.network("about", window=2, step=2, since=date(2024, 1, 1))
    assert isinstance(series, sayso.NetworkSeries)
    assert series.windows == [("2024-03-01", "2024-04-30"), ("2024-05-01", "2024-06-30")]
    assert (len(series), len(list(series)), len(series[1:])) == (2, 2, 1)
    assert series[0].attributes["window"] == "2024-03-01 – 2024-04-30"
    assert repr(series) == "Who speaks about whom: 2 windows, 2024-03-01 – 2024-06-30"
    edges = series.df()
    assert str(edges["window_start"].dtype) == "datetime64[us]"
    assert len(edges) == sum(len(one.edges) for one in series) == len(series.pl())
    assert list(series.measures_df()["ties"]) == [len(one.edges) for one in series]
    assert series.nodes_df().query("label == 'Anna Zenda'")["out_degree"].to_list() == [2, 1]
    assert series[0].edge("Anna Zenda", "The League").statements()[0].act == "deny"
    series.save(tmp_path / "windows.zip", "matrix")
    with ZipFile(tmp_path / "windows.zip") as archive:
        assert archive.namelist() == [
            "2024-03-01_2024-04-30.csv",
            "2024-05-01_2024-06-30.csv",
            "origin.json",
        ]
    with pytest.raises(UsageError, match="no format of networks"):
        series.save(tmp_path / "windows.zip", "docx")
    assert db.network("about", window=2, step=2, nth=2).windows == series.windows[1:]
    nothing = db.network("congruence", window=1, until="1999-01-01")
    assert repr(nothing) == "no window: nothing that counts has a date"
    assert len(nothing.measures_df()) == len(nothing.df()) == 0


def test_a_series_draws_its_measures(db: sayso.Client) -> None:
    series = db.network("about", window=1)
    whole = series.plot("density")
    assert repr(whole) == "density: 1 lines over 4 windows"
    nodes = series.plot("betweenness", most=2)
    assert len(nodes.lines) == 2
    assert set(whole._repr_mimebundle_()) == {"text/plain", "image/svg+xml", "text/html"}
    root = etree.fromstring(nodes.to_svg().encode())
    assert len(root.findall("{http://www.w3.org/2000/svg}path")) >= 4
    with pytest.raises(UsageError, match="there are nodes, ties, density"):
        series.plot("beauty")


@given(HOSTILE)
@settings(max_examples=30)
def test_a_plot_holds_hostile_labels_as_text(label: str) -> None:
    svg = Chart(label, [label, "2024-01-01"], (ChartLine(label, (1.0, None)), ChartLine("x", (None, float("nan")))))
    told = etree.fromstring(svg.to_svg().encode())
    assert {etree.QName(one).localname for one in told.iter()} <= {"svg", "title", "rect", "text", "path", "circle"}


def test_a_file_that_cannot_name_its_origin_has_one_beside(db: sayso.Client, tmp_path: Path) -> None:
    db.network().save(tmp_path / "net.csv", "matrix")
    assert "snapshot" in (tmp_path / "net.csv.origin.json").read_text("utf-8")
    db.network().save(tmp_path / "net.gexf")
    db.export(tmp_path / "all.dl")
    assert {path.name for path in tmp_path.iterdir()} == {
        "net.csv", "net.csv.origin.json", "net.gexf", "all.dl", "all.dl.origin.json",
    }  # fmt: skip


@pytest.mark.parametrize("jedi", [True, False])
def test_options_are_completed(db: sayso.Client, jedi: bool) -> None:
    completer = IPCompleter(namespace={"db": db})
    completer.use_jedi = jedi
    with provisionalcompleter():
        for typed, option in (("db.network(win", "window="), ("db.network('congruence', nor", "normalisation=")):
            assert option in {one.text for one in completer.completions(typed, len(typed))}
