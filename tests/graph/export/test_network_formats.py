"""Every format of networks as another reader sees it: nodes, labels of any script, parallel edges, weights."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree

from sayso.graph.export.labels import one_line
from sayso.graph.export.network_formats import NETWORK_FORMATS
from sayso.graph.networks.network import Edge, Network, Node
from tests.graph.export.reading import GEXF, READERS, Read, graphml, tables

GOLDEN = Path(__file__).parent / "golden"
LABELS = [
    "Ann Lee",
    "Smith, Jones & Co.; “partners”",
    'the "so-called" <b>experts</b>',
    "two\nlines\tand\r\nmore ",
    "سامي الجابر‎ שלום",
    "漢字 \U0001f600",
    "=1+1",
    "\\ back\\slash\\",
    "it's [[here]] | #there ^now",
    "\x00\x01\x1f\x7f\ufffe\uffff",
    "\ud800 half",
    "../../etc/passwd",
    "CON",
    "",
    "x" * 10_000,
]
any_text = st.text(st.characters(exclude_categories=()))


def network(*labels: str) -> Network:
    """A network of at least two nodes, with two edges alike, one between the same two the other way, and a loop."""
    labels = (*labels, "Other", "Third")
    nodes = tuple(
        Node(f"urn:n{number}", label, "Person", {"statements": number}) for number, label in enumerate(labels)
    )
    told = {"words": labels[0], "act": "deny", "start": "2024-03-04", "url": "https://example.org/?a=1&b=2"}
    last = nodes[-1].id
    edges = (
        Edge("e1", "urn:n0", last, "deny", 1.0, told),
        Edge("e2", "urn:n0", last, "deny", 1.0, {**told, "sign": -1}),
        Edge("e3", last, "urn:n0", "state", 2.5, {"sign": 1, "confidence": 0.5}),
        Edge("e4", "urn:n0", "urn:n0", "", 1.0),
    )
    fields = {"words": "string", "act": "string", "start": "string", "url": "string", "sign": "integer"}
    return Network(
        nodes, edges, True, {"title": labels[0]}, {"statements": "integer"}, {**fields, "confidence": "double"}
    )


def written(network: Network, name: str) -> bytes:
    output = io.BytesIO()
    NETWORK_FORMATS[name].writer.write(network, output)
    return output.getvalue()


def kept(name: str, label: str) -> str:
    """What a format promises to keep of a label."""
    label = re.sub("[\ud800-\udfff]", "\ufffd", label)
    match name:
        case "gexf" | "graphml" | "graphml-yed":
            return re.sub("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", label)
        case "dot":
            label = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "\ufffd", label)
            return label.replace("\r\n", "\n").replace("\r", "\n")
        case "pajek":
            return one_line(label.translate(str.maketrans('"\\', "”∖"))) or "unnamed"
        case "ucinet":
            return one_line(label.replace('"', "”")) or "unnamed"
        case "matrix":
            return one_line(label) or "unnamed"
    return label


def expected(name: str, *labels: str) -> Read:
    """What a reader has to find in the network of these labels."""
    one, *others = (kept(name, label) for label in (*labels, "Other", "Third"))
    if name in ("ucinet", "matrix"):
        edges = Counter({(one, "Third", 2.0): 1, ("Third", one, 2.5): 1, (one, one, 1.0): 1})
    elif name == "obsidian":
        edges = Counter({(one, "Third", 1.0): 2, ("Third", one, 1.0): 1, (one, one, 1.0): 1})
    else:
        edges = Counter({(one, "Third", 1.0): 2, ("Third", one, 2.5): 1, (one, one, 1.0): 1})
    labels = [one, others[-1]] if name == "edges" else [one, *others]
    return Read(sorted(labels), edges)


@pytest.mark.parametrize("name", NETWORK_FORMATS)
@pytest.mark.parametrize("label", LABELS, ids=lambda label: repr(label)[:20])
def test_hostile_labels_survive(name: str, label: str) -> None:
    assert READERS[name](written(network(label), name)) == expected(name, label)


@pytest.mark.parametrize("name", NETWORK_FORMATS)
def test_any_label_survives(name: str) -> None:
    @given(any_text.filter(lambda text: one_line(text) not in ("Other", "Third")))
    @example("\r")
    @example("\u2028")
    @example("]]>")
    def check(label: str) -> None:
        assert READERS[name](written(network(label), name)) == expected(name, label)

    check()


@pytest.mark.parametrize("name", NETWORK_FORMATS)
def test_the_file_is_the_same_each_time_and_the_golden_one(name: str) -> None:
    """To accept a change: write `written(…)` into the file, and look at the difference before you commit it."""
    data = written(network("Ann “Lee”, é"), name)
    assert data == written(network("Ann “Lee”, é"), name)
    golden = GOLDEN / f"{name}.{NETWORK_FORMATS[name].ending}"
    if golden.suffix == ".zip":
        with ZipFile(io.BytesIO(data)) as archive, ZipFile(golden) as kept:
            assert {n: archive.read(n) for n in archive.namelist()} == {n: kept.read(n) for n in kept.namelist()}
    else:
        assert data == golden.read_bytes()


@pytest.mark.parametrize("name", NETWORK_FORMATS)
def test_a_network_of_nothing_is_a_file_too(name: str) -> None:
    assert READERS[name](written(Network((), ()), name)) == Read([], Counter())


@pytest.mark.parametrize("name", ["gexf", "graphml", "graphml-yed"])
def test_what_xml_forbids_is_told_with_its_count(name: str) -> None:
    notices = NETWORK_FORMATS[name].writer.write(network("a\x00b\x01"), io.BytesIO())
    # In the label, in the words of two edges, and in the network's title.
    count = {"gexf": 8, "graphml": 8, "graphml-yed": 10}[name]
    assert notices == (f"{count} characters that XML 1.0 forbids became U+FFFD",)
    assert NETWORK_FORMATS[name].writer.write(network("a\tb"), io.BytesIO()) == ()


@pytest.mark.skipif(not GEXF.exists(), reason="the schema of GEXF 1.3 is not at hand")
@pytest.mark.parametrize(
    "made", [network("a"), network(*LABELS), Network((), ()), Network((Node("a", "b"),), (), False)]
)
def test_gexf_is_valid(made: Network) -> None:
    schema = etree.RelaxNG(etree.parse(GEXF))
    schema.assertValid(etree.fromstring(written(made, "gexf")))


def test_graphml_keeps_types_and_edge_ids() -> None:
    import networkx as nx

    graph = nx.read_graphml(io.BytesIO(written(network("a"), "graphml")))
    assert graph.nodes["urn:n1"] == {"label": "Other", "kind": "Person", "statements": 1}
    assert graph.edges["urn:n2", "urn:n0", "e3"] == {"kind": "state", "weight": 2.5, "sign": 1, "confidence": 0.5}


def test_undirected_networks_say_so() -> None:
    made = Network((Node("a", "A"), Node("b", "B")), (Edge("e", "a", "b"),), directed=False)
    assert b'defaultedgetype="undirected"' in written(made, "gexf")
    assert b'edgedefault="undirected"' in written(made, "graphml")
    assert b"n1 -- n2" in written(made, "dot")
    assert b"*Edges" in written(made, "pajek")
    assert written(made, "ucinet").endswith(b"1 2 1\r\n2 1 1\r\n")
    assert tables(written(made, "nodes-edges"))[1][0]["Type"] == "Undirected"
    assert b'"undirected": true' in written(made, "graphology")


@pytest.mark.parametrize("name", ["pajek", "ucinet", "matrix"])
def test_equal_labels_are_told_apart_and_it_is_told(name: str) -> None:
    output = io.BytesIO()
    notices = NETWORK_FORMATS[name].writer.write(network("Other"), output)
    assert any("1 labels got a number" in notice for notice in notices)
    assert READERS[name](output.getvalue()).labels == ["Other", "Other (2)", "Third"]


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed")
@pytest.mark.parametrize("label", [label.replace("\x00", "") for label in LABELS if "\ud800" not in label])
def test_graphviz_reads_dot(label: str) -> None:
    ended = subprocess.run(["dot", "-Tdot"], input=written(network(label), "dot"), capture_output=True)
    assert (ended.returncode, ended.stderr) == (0, b"")


def test_yed_shows_the_label() -> None:
    assert "Ann" in graphml(written(network("Ann"), "graphml-yed")).labels
    assert b"<y:NodeLabel>Ann</y:NodeLabel>" in written(network("Ann"), "graphml-yed")


def test_neo4j_keeps_to_the_headings_of_its_import() -> None:
    """https://neo4j.com/docs/operations-manual/current/import/#import-tool-header-format."""
    nodes, edges = tables(written(network("Ann", 'two\nlines, "quoted"'), "neo4j"))
    for rows, needed in ((nodes, {":ID", ":LABEL"}), (edges, {":START_ID", ":END_ID", ":TYPE"})):
        kinds = {f":{name.partition(':')[2]}" for name in rows[0] if ":" in name}
        assert needed <= kinds <= needed | {":long", ":double", ":boolean"}
    ids = [node["iri:ID"] for node in nodes]
    assert len(set(ids)) == len(ids)
    assert {edge[end] for edge in edges for end in (":START_ID", ":END_ID")} <= {*ids}
    assert all(re.fullmatch(r"[A-Z_]+", edge[":TYPE"]) for edge in edges)
    assert all(re.fullmatch(r"-?\d+", edge["sign:long"] or "0") for edge in edges)


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed")
def test_graphviz_draws_every_node_and_edge() -> None:
    made = network("Ann “Lee”", "a\\b", "漢字")
    ended = subprocess.run(["dot", "-Tjson"], input=written(made, "dot"), capture_output=True, check=True)
    drawn = json.loads(ended.stdout)
    assert [one["label"].replace("\\\\", "\\") for one in drawn["objects"]] == [node.label for node in made.nodes]
    assert len(drawn["edges"]) == len(made.edges)


TWO_MODES = Network(
    (Node("a", "Ann", "Person"), Node("b", 'Bob "B"', "Person"), Node("m", "the tax", "Matter")),
    (Edge("e1", "a", "m", "subtract", 2.0), Edge("e2", "b", "m", "subtract", -1.0)),
    False,
    {"title": "two modes", "snapshot": "00000001-x", "model": "some model 1", "filters": "kind: two-mode"},
    first_mode=2,
)


def test_two_modes_are_two_modes_in_pajek_and_ucinet() -> None:
    assert written(TWO_MODES, "pajek").decode().split("\r\n") == [
        "% snapshot: 00000001-x",
        "% model: some model 1",
        "% filters: kind: two-mode",
        "*Vertices 3 2",
        '1 "Ann"',
        '2 "Bob ”B”"',
        '3 "the tax"',
        "*Edges",
        '1 3 2 l "subtract"',
        '2 3 -1 l "subtract"',
        "",
    ]
    assert written(TWO_MODES, "ucinet").decode().split("\r\n") == [
        "dl nr=2 nc=1",
        "format=edgelist2",
        "row labels:",
        '"Ann"',
        '"Bob ”B”"',
        "column labels:",
        '"the tax"',
        "data:",
        "1 1 2",
        "2 1 -1",
        "",
    ]


def test_two_modes_are_a_matrix_of_rows_and_columns() -> None:
    assert written(TWO_MODES, "matrix").decode().splitlines() == [",the tax", "Ann,2", '"Bob ""B""",-1']


def test_a_matrix_without_directions_is_symmetric() -> None:
    nodes = (Node("a", "A"), Node("b", "B"), Node("c", "A"))
    made = Network(nodes, (Edge("e", "a", "b", "", 2.0), Edge("f", "c", "c", "", 1.5)), False)
    assert written(made, "matrix").decode().splitlines() == [",A,B,A (2)", "A,0,2,0", "B,2,0,0", "A (2),0,0,1.5"]


def test_pajek_has_no_mark_before_its_first_word() -> None:
    assert not written(network("é"), "pajek").startswith(b"\xef\xbb\xbf")


def test_ends_and_ids_come_first_as_r_takes_them_by_their_place() -> None:
    nodes, edges = tables(written(network("a"), "nodes-edges"))
    assert next(iter(nodes[0])) == "Id"
    assert [*edges[0]][:2] == ["Source", "Target"]


@pytest.mark.parametrize("name", NETWORK_FORMATS)
def test_every_format_tells_the_origin_or_says_that_it_cannot(name: str) -> None:
    data = written(TWO_MODES, name)
    if data.startswith(b"PK"):
        with ZipFile(io.BytesIO(data)) as archive:
            data = archive.read("origin.json")
    for words in (b"00000001-x", b"some model 1", b"kind: two-mode"):
        assert (words in data) == NETWORK_FORMATS[name].notes


def test_networkx_gets_a_simple_graph_where_that_is_asked_for() -> None:
    import networkx as nx

    simple = network("a").to_networkx(multigraph=False)
    assert type(simple) is nx.DiGraph
    assert simple.edges["urn:n0", "urn:n2"]["weight"] == 2
    assert nx.clustering(simple)["urn:n0"] == 0
    nodes = tuple(Node(name, name) for name in "abc")
    triangle = Network(nodes, tuple(Edge(a + b, a, b) for a, b in ("ab", "ab", "bc", "ca")), False)
    assert nx.eigenvector_centrality(triangle.to_networkx(multigraph=False))["a"] == pytest.approx(3**-0.5)
    assert {told["bipartite"] for _, told in TWO_MODES.to_networkx(multigraph=False).nodes(data=True)} == {0, 1}
    assert type(network("a").to_networkx()) is nx.MultiDiGraph
