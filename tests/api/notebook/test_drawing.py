"""Pictures of networks: well-formed, inert, complete, and the same each time."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from sayso.api.notebook.drawing.data import widget_data
from sayso.api.notebook.drawing.label_room import Dot, labels, text_width
from sayso.api.notebook.drawing.layout import LayoutTie, places
from sayso.api.notebook.drawing.sketch import sketch
from sayso.api.notebook.drawing.svg import draw
from sayso.graph.networks.network import Edge, Network, Node
from tests.api.notebook.networks import HOSTILE, network

SVG = "{http://www.w3.org/2000/svg}"
INERT = {"svg", "title", "desc", "rect", "text", "g", "path", "polygon", "circle"}


def read(svg: str) -> etree._Element:
    """Parse a picture as strictly as XML is parsed."""
    return etree.fromstring(svg.encode(), etree.XMLParser(resolve_entities=False, no_network=True))


@given(st.lists(HOSTILE, max_size=5), st.lists(HOSTILE, min_size=1, max_size=3), st.booleans())
@settings(max_examples=60)
def test_hostile_labels_are_text(names: list[str], kinds: list[str], directed: bool) -> None:
    picture = read(draw(network(names, kinds, directed=directed)))
    assert {element.tag.removeprefix(SVG) for element in picture.iter()} <= INERT
    attributes = {name for element in picture.iter() for name in element.attrib}
    assert not {name for name in attributes if name.startswith("on") or "href" in name or name == "style"}


def test_everything_is_drawn_and_told() -> None:
    picture = read(draw(network(["Anna Zenda", "The League", "Borduria", "observers", "leave it"])))
    text = " ".join(picture.itertext())
    for name in ("Anna Zenda", "The League", "Borduria", "observers", "leave it"):
        assert name in text
    assert "5 nodes, 5 lines" in text
    legend = ["Country", "Group", "Matter", "Organisation", "Person", "for", "against", "for and against"]
    assert [word for word in legend if word not in text] == []
    dashes = {path.get("stroke-dasharray"): path.get("stroke") for path in picture.iter(f"{SVG}path")}
    assert len(dashes) == 3
    assert len(set(dashes.values())) == 3


def test_a_picture_is_the_same_each_time() -> None:
    some = network([f"name {number}" for number in range(30)])
    assert draw(some) == draw(some)
    turned = replace(some, edges=tuple(reversed(tuple(some.edges))))
    assert draw(turned) == draw(some)


def test_of_many_nodes_those_that_matter_most_are_drawn() -> None:
    nodes = tuple(Node(f"n{number:04}", f"name {number}", "Person", {"statements": number}) for number in range(500))
    many = Network(nodes, tuple(Edge(f"e{n}", f"n{n:04}", f"n{(n * 7) % 500:04}") for n in range(500)))
    shown = sketch(many, 120)
    assert "120 of 500 nodes" in draw(many)
    assert min(node.attributes["statements"] for node in shown.nodes) >= 300
    kept = {node.id for node in shown.nodes}
    assert {line.source for line in shown.lines} | {line.target for line in shown.lines} <= kept


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_small_networks_are_drawn_too(count: int) -> None:
    picture = read(draw(network([f"name {number}" for number in range(count)])))
    for element in picture.iter(f"{SVG}circle"):
        assert 0 <= float(element.get("cx")) <= 900
        assert 0 <= float(element.get("cy")) <= 600


def test_parallel_edges_are_one_line_with_all_their_weight() -> None:
    edges = (Edge("a", "x", "y", weight=2, attributes={"sign": 1}), Edge("b", "x", "y", weight=3))
    [line] = sketch(Network((Node("x", "X"), Node("y", "Y")), edges)).lines
    assert (line.weight, line.sign) == (5, "for")


@given(st.integers(0, 25), st.lists(st.tuples(st.integers(0, 24), st.integers(0, 24)), max_size=40))
@settings(max_examples=40)
def test_places_are_in_the_unit_square(count: int, pairs: list[tuple[int, int]]) -> None:
    nodes = [f"n{number}" for number in range(count)]
    ties = [LayoutTie(f"n{a}", f"n{b}") for a, b in pairs if a < count and b < count]
    found = places(nodes, ties)
    assert set(found) == set(nodes)
    assert all(math.isfinite(x) and 0 <= x <= 1 and math.isfinite(y) and 0 <= y <= 1 for x, y in found.values())


@given(st.lists(st.tuples(st.integers(0, 800), st.integers(0, 500)), max_size=25), st.text(min_size=1, max_size=20))
def test_no_label_lies_on_another(points: list[tuple[int, int]], text: str) -> None:
    dots = [Dot(str(number), x, y, 6, text) for number, (x, y) in enumerate(points)]
    boxes = []
    for label in labels(dots, 900, 560):
        left = label.x - {"start": 0.0, "middle": 0.5, "end": 1.0}[label.anchor] * text_width(label.text)
        boxes.append((left, label.y, left + text_width(label.text)))
    for number, (left, y, right) in enumerate(boxes):
        assert left >= 0
        assert right <= 900
        assert not any(abs(y - b) < 12 and left < r and le < right for le, b, r in boxes[:number])


def test_the_widget_gets_what_it_draws() -> None:
    some = network(["Anna Zenda", "The League", "Borduria", "observers"])
    data = widget_data(some, draw(some))
    assert [node["name"] for node in data["nodes"]] == ["observers", "Borduria", "The League", "Anna Zenda"]
    assert sorted(tie["sign"] for tie in data["ties"]) == ["against", "both", "for", "none"]
    assert {node["kind"] for node in data["nodes"]} == set(data["colours"])
    read(data["picture"])
