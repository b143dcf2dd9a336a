"""Who speaks about whom: edges, what is counted on nodes, sums, statements as nodes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.graph.export.options import ExportOptions
from sayso.graph.export.registry import network
from sayso.graph.networks.actors import actor_network
from sayso.graph.networks.network import Network
from sayso.graph.networks.statements import shortened, statement_network
from sayso.graph.networks.summed import summed
from sayso.graph.statements.rows.row import Named, Row, Source, Stand
from sayso.graph.store.store import Store
from tests.sample import sample_quads

ANN, BOB, CID = (Named(name, f"urn:{name}", "Person") for name in ("Ann", "Bob", "Cid"))
POST = Source("urn:x", "x", title="T", source="Post", url="https://example.org/x", issued="2024-03-05T10:00:00Z")
ROWS = (
    Row("urn:1", POST, (ANN,), act="deny", about=(BOB,), sentence="One.", confidence=0.5, said_on="2024-03-01",
        stands=(Stand(ANN, "against", "it", (BOB,)),)),
    Row("urn:2", POST, (ANN,), act="deny", about=(BOB, CID), sentence="Two.", confidence=0.9),
    Row("urn:3", POST, (BOB, CID), act="state", about=(ANN,), words="We agree.",
        stands=(Stand(CID, "for", "it", (ANN,)), Stand(ANN, "against", "it", (BOB,)))),
    Row("urn:4", POST, (ANN,), act="promise"),
    Row("urn:5", POST, (), act="accuse", about=(BOB,)),
    Row("urn:6", POST, (ANN,), act="state", about=(ANN,)),
)  # fmt: skip


def drawn(network: Network) -> list[tuple[str, str, str, object]]:
    labels = {node.id: node.label for node in network.nodes}
    return [
        (labels[edge.source], edge.kind, labels[edge.target], edge.attributes.get("stance", ""))
        for edge in network.edges
    ]


def test_an_edge_a_statement_and_each_actor_it_is_about() -> None:
    network = actor_network(lambda: ROWS)
    assert drawn(network) == [
        ("Ann", "deny", "Bob", "against"),
        ("Ann", "deny", "Bob", ""),
        ("Ann", "deny", "Cid", ""),
        ("Bob", "state", "Ann", ""),
        ("Cid", "state", "Ann", "for"),
        ("Ann", "state", "Ann", ""),
    ]
    assert drawn(network) == drawn(network), "the edges are made anew each time"
    assert len({edge.id for edge in network.edges}) == 6


def test_edges_carry_their_evidence() -> None:
    edge = next(iter(actor_network(lambda: ROWS).edges))
    assert dict(edge.attributes) == {
        "label": "deny", "act": "deny", "stance": "against", "sign": -1, "start": "2024-03-01", "end": "2024-03-01",
        "sentence": "One.", "article": "x", "title": "T", "source_name": "Post", "url": "https://example.org/x",
        "confidence": 0.5, "statement": "urn:1",
    }  # fmt: skip


def test_statements_about_nobody_are_counted_on_the_speaker() -> None:
    network = actor_network(lambda: ROWS)
    nodes = {node.label: dict(node.attributes) for node in network.nodes}
    assert nodes["Ann"] == {
        "statements": 4,
        "about_nobody": 1,
        "spoken_about": 2,
        "start": "2024-03-01",
        "end": "2024-03-05",
    }
    assert (nodes["Bob"]["statements"], nodes["Bob"]["spoken_about"]) == (1, 3)
    assert network.attributes["statements"] == "6"
    assert network.attributes["without_known_speaker"] == "1"


def test_opposite_stances_in_one_statement_are_mixed() -> None:
    row = replace(ROWS[0], stands=(*ROWS[0].stands, Stand(ANN, "for", "that", (BOB,))))
    (edge,) = actor_network(lambda: [row]).edges
    assert (edge.attributes["stance"], edge.attributes["sign"]) == ("mixed", 0)


def test_parallel_edges_are_summed() -> None:
    network = summed(actor_network(lambda: ROWS))
    edges = {(edge.source, edge.target): edge for edge in network.edges}
    assert len(edges) == 5
    both = edges["urn:Ann", "urn:Bob"]
    assert both.weight == 2
    assert dict(both.attributes) == {
        "label": "deny 2", "acts": "deny 2", "for": 0, "against": 1, "sign": -1, "articles": 1, "start": "2024-03-01",
        "end": "2024-03-05", "sentence": "Two.", "url": "https://example.org/x", "statement": "urn:2",
        "examples": "urn:2 urn:1",
    }  # fmt: skip


def test_statements_as_nodes() -> None:
    network = statement_network(lambda: ROWS)
    assert {node.id for node in network.nodes if node.kind == "Statement"} == {row.iri for row in ROWS}
    kinds = [(edge.source, edge.kind, edge.target) for edge in network.edges]
    assert ("urn:Ann", "speaker", "urn:4") in kinds
    assert ("urn:5", "about", "urn:Bob") in kinds
    assert next(node.label for node in network.nodes if node.id == "urn:3") == "We agree."


@pytest.mark.parametrize(("words", "label"), [("a\nb", "a b"), ("x" * 81, "x" * 79 + "…"), ("", "")])
def test_shortened(words: str, label: str) -> None:
    assert shortened(words) == label


def test_networkx_gets_everything() -> None:
    graph = actor_network(lambda: ROWS).to_networkx()
    assert (graph.number_of_nodes(), graph.number_of_edges()) == (3, 6)
    assert graph.edges["urn:Ann", "urn:Bob", "e2"]["sentence"] == "Two."
    assert graph.nodes["urn:Ann"]["label"] == "Ann"


def test_of_a_store(store: Store) -> None:
    store.apply([], sample_quads())
    found = network(store)
    assert ("Anna Zenda", "deny", "Ruritania", "") in drawn(found)
    assert found.attributes["statements"] == "6"
    assert all(edge.weight == 1 for edge in found.edges)
    assert len(list(network(store, ExportOptions(aggregate=True)).edges)) <= len(list(found.edges))


def test_a_side_on_a_matter_is_none_on_the_actor_but_told_beside() -> None:
    stands = (Stand(ANN, "against", "sending ships\nto Bob"), Stand(ANN, "for", "talks"), Stand(CID, "for", "ships"))
    row = Row("urn:7", POST, (ANN,), act="deny", about=(BOB,), sentence="Seven.", stands=stands)
    made = actor_network(lambda: [row, row, *ROWS[:1]])
    assert [edge.attributes["on"] for edge in made.edges if "on" in edge.attributes] == [
        "against sending ships to Bob; for talks"
    ] * 2
    [tie] = summed(made).edges
    assert (tie.weight, tie.attributes["for"], tie.attributes["against"], tie.attributes["sign"]) == (3, 0, 1, -1)
    assert tie.attributes["on"] == "against sending ships to Bob; for talks"
