"""What other tools read out of the files that are written, by other people's readers where there are any."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

import networkx as nx
from lxml import etree
from ndex2.cx2 import CX2Network

GEXF = Path(__file__).parents[4] / "shared" / "gexf-1.3" / "gexf.rng"


@dataclass(frozen=True)
class Read:
    """The labels of the nodes, and how often an edge of this weight goes from one label to another."""

    labels: list[str]
    edges: Counter[tuple[str, str, float]]


def _read(labels: dict[object, str], edges: list[tuple[object, object, object]]) -> Read:
    found = Counter((labels[source], labels[target], float(str(weight))) for source, target, weight in edges)
    return Read(sorted(labels.values()), found)


def _of_networkx(graph: nx.MultiDiGraph, weight: str = "weight") -> Read:
    assert graph.is_directed()
    assert graph.is_multigraph() or not graph.edges
    # networkx takes yEd's empty label for none.
    labels = {node: told.get("label") or "" for node, told in graph.nodes(data=True)}
    return _read(labels, list(graph.edges(data=weight)))


def gexf(data: bytes) -> Read:
    root = etree.fromstring(data)
    space = {"g": "http://gexf.net/1.3"}
    labels = {node.get("id"): node.get("label") for node in root.iterfind(".//g:node", space)}
    edges = root.findall(".//g:edge", space)
    # Gephi adds up parallel edges of one kind.
    assert len({(e.get("source"), e.get("target"), e.get("kind")) for e in edges}) == len(edges)
    return _read(labels, [(e.get("source"), e.get("target"), e.get("weight")) for e in edges])


def graphml(data: bytes) -> Read:
    return _of_networkx(nx.read_graphml(io.BytesIO(data)))


def cyjs(data: bytes) -> Read:
    return _of_networkx(nx.cytoscape_graph(json.loads(data)))


def cx2(data: bytes) -> Read:
    network = CX2Network()
    network.create_from_raw_cx2(json.loads(data))
    labels = {id: node["v"]["name"] for id, node in network.get_nodes().items()}
    edges = [(edge["s"], edge["t"], edge["v"]["weight"]) for edge in network.get_edges().values()]
    return _read(labels, edges)


def graphology(data: bytes) -> Read:
    told = json.loads(data)
    assert set(told) == {"attributes", "options", "nodes", "edges"}
    assert told["options"] == {"type": "directed", "multi": True, "allowSelfLoops": True}
    assert len({node["key"] for node in told["nodes"]}) == len(told["nodes"])
    assert len({edge["key"] for edge in told["edges"]}) == len(told["edges"])
    assert all({"x", "y", "size", "color"} <= set(node["attributes"]) for node in told["nodes"])
    labels = {node["key"]: node["attributes"]["label"] for node in told["nodes"]}
    return _read(labels, [(e["source"], e["target"], e["attributes"]["weight"]) for e in told["edges"]])


def d3(data: bytes) -> Read:
    return _of_networkx(nx.node_link_graph(json.loads(data), edges="links"), "value")


_DOT_STRING = r'"((?:[^"\\]|\\.)*)"'


def dot(data: bytes) -> Read:
    labels: dict[object, str] = {}
    edges: list[tuple[object, object, object]] = []
    for line in data.decode().split("\n"):
        if not (match := re.fullmatch(rf"(n\d+)(?: -> (n\d+))? \[((?:\w+={_DOT_STRING}(?:, )?)*)\];", line)):
            assert line.split(" ")[0] in ("digraph", "graph", "node", "}", "")
            continue
        told = {name: _undotted(text) for name, text in re.findall(rf"(\w+)={_DOT_STRING}", match[3])}
        if match[2]:
            edges.append((match[1], match[2], told["value"]))
        else:
            labels[match[1]] = told["label"]
    return _read(labels, edges)


def _undotted(text: str) -> str:
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] == "n" else match[1], text)


def pajek(data: bytes) -> Read:
    graph = nx.parse_pajek(data.decode().splitlines())
    return _read({node: node for node in graph}, list(graph.edges(data="weight")))


def ucinet(data: bytes) -> Read:
    head, format, labels_word, *lines = data.decode().split("\r\n")
    count = re.fullmatch(r"dl n=(\d+)", head)
    assert count
    assert format == "format=edgelist1"
    assert labels_word == "labels:"
    size = int(count[1])
    labels = {str(number): line.strip('"') for number, line in enumerate(lines[:size], 1)}
    assert lines[size] == "data:"
    return _read(labels, [tuple(line.split(" ")) for line in lines[size + 1 :] if line])  # type: ignore[misc]


def neo4j(data: bytes) -> Read:
    nodes, edges = tables(data)
    return _read(
        {node["iri:ID"]: node["name"] for node in nodes},
        [(edge[":START_ID"], edge[":END_ID"], edge["weight:double"]) for edge in edges],
    )


def nodes_edges(data: bytes) -> Read:
    nodes, edges = tables(data)
    return _read(
        {node["Id"]: node["Label"] for node in nodes},
        [(edge["Source"], edge["Target"], edge["Weight"]) for edge in edges],
    )


def edges(data: bytes) -> Read:
    rows = list(csv.DictReader(io.StringIO(data.decode(), newline=""), strict=True))
    labels: dict[object, str] = {row[f"{end}_id"]: row[end] for row in rows for end in ("source", "target")}
    return _read(labels, [(row["source_id"], row["target_id"], row["weight"]) for row in rows])


def matrix(data: bytes) -> Read:
    head, *rows = csv.reader(io.StringIO(data.decode(), newline=""), strict=True)
    assert head[0] == ""
    assert [row[0] for row in rows] == head[1:]
    found = [(row[0], head[n], weight) for row in rows for n, weight in enumerate(row[1:], 1) if weight != "0"]
    return _read({label: label for label in head[1:]}, found)  # type: ignore[arg-type]


def tables(data: bytes) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """Read `nodes.csv` and `edges.csv` out of a zip."""
    with ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        nodes, edges = (
            list(csv.DictReader(io.StringIO(archive.read(name).decode("utf-8-sig"), newline=""), strict=True))
            for name in ("nodes.csv", "edges.csv")
        )
    return nodes, edges


def obsidian(data: bytes) -> Read:
    labels: dict[object, str] = {}
    links: list[tuple[object, object, object]] = []
    with ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            file = name.removeprefix("SaySo/").removesuffix(".md")
            start, front, body = archive.read(name).decode().split("---\n", 2)
            assert start == ""
            told = {line.split(": ", 1)[0]: json.loads(line.split(": ", 1)[1]) for line in front.split("\n") if line}
            labels[file] = told["aliases"][0]
            links += [(file, target, 1) for target in re.findall(r"(?m)^- .*?\[\[([^|\]]*)\|", body)]
    return _read(labels, links)


READERS: dict[str, Callable[[bytes], Read]] = {
    "gexf": gexf,
    "graphml": graphml,
    "graphml-yed": graphml,
    "cyjs": cyjs,
    "cx2": cx2,
    "graphology": graphology,
    "d3": d3,
    "dot": dot,
    "pajek": pajek,
    "ucinet": ucinet,
    "neo4j": neo4j,
    "nodes-edges": nodes_edges,
    "edges": edges,
    "matrix": matrix,
    "obsidian": obsidian,
}
