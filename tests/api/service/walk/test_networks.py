"""`/subgraph` and `/networks`: files for other tools, capped, known by their ETag, and problems for what is wrong."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import httpx2 as httpx
import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from sayso.api.service.walk.files import FORMATS
from sayso.graph.export.registry import NAMES
from sayso.graph.store.store import Store
from sayso.ontology.iris import BASE, actors_graph, judgements_graph
from sayso.ontology.namespaces import ALT_LABEL, IS_REPLACED_BY, LABEL, TYPE
from sayso.ontology.terms import ACTOR, CONTENT, PERSON
from tests.api.service.serving import Served, assert_problem, served
from tests.sample import sample_quads

ZENDA, RURITANIA, LEAGUE, BORDURIA = (
    f"{BASE}{id}" for id in ("person/anna-zenda", "country/RU1", "organisation/the-league", "country/BO")
)


def pairs(service: Served, query: str) -> dict[tuple[str, str], dict[str, object]]:
    """The edges of a summed subgraph, by their ends."""
    answer = service.client.get(f"/subgraph?format=graphology&aggregate=true&{query}")
    assert answer.status_code == 200, answer.text
    return {(edge["source"], edge["target"]): edge["attributes"] for edge in answer.json()["edges"]}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("actor=Anna+Zenda", {(ZENDA, LEAGUE), (ZENDA, RURITANIA)}),
        ("actor=person/anna-zenda&kinds=spoken-of-by", set()),
        ("actor=country/RU1&kinds=spoken-of-by", {(ZENDA, RURITANIA), (BORDURIA, RURITANIA)}),
        ("actor=country/RU1&kinds=stands-toward", {(RURITANIA, LEAGUE)}),
        ("actor=organisation/the-league&kinds=demanded-of-by", {(ZENDA, LEAGUE)}),
        (
            "actor=person/anna-zenda&depth=2",
            {(ZENDA, LEAGUE), (ZENDA, RURITANIA), (RURITANIA, LEAGUE), (BORDURIA, RURITANIA)},
        ),
        ("actor=person/anna-zenda&between=true", {(ZENDA, LEAGUE), (ZENDA, RURITANIA), (RURITANIA, LEAGUE)}),
        ("actor=country/RU1&actor=organisation/the-league&depth=0", {(RURITANIA, LEAGUE)}),
        ("actor=person/anna-zenda&act=deny", {(ZENDA, LEAGUE), (ZENDA, RURITANIA)}),
        ("actor=person/anna-zenda&act=demand,intend&since=2024-04-01", {(ZENDA, LEAGUE)}),
        ("actor=person/anna-zenda&until=2023-12-31", set()),
        ("actor=person/anna-zenda&source=bordurian+post", {(ZENDA, LEAGUE)}),
        ("actor=person/anna-zenda&article=summit-1&confidence=0.95", {(ZENDA, LEAGUE), (ZENDA, RURITANIA)}),
        ("actor=country/RU1&kinds=stands-toward&stance=for", set()),
        ("", {(ZENDA, LEAGUE), (ZENDA, RURITANIA), (RURITANIA, LEAGUE), (BORDURIA, RURITANIA)}),
    ],
)
def test_what_is_around_an_actor(service: Served, query: str, expected: set[tuple[str, str]]) -> None:
    assert pairs(service, query).keys() == expected


def test_a_summed_edge_tells_its_statements(service: Served) -> None:
    edge = pairs(service, "actor=Anna+Zenda")[ZENDA, LEAGUE]
    assert (edge["weight"], edge["acts"]) == (3, "demand 1, deny 1, intend 1")
    assert (edge["start"], edge["end"]) == ("2024-03-04", "2024-06-01")
    assert str(edge["sentence"]).startswith("Ruritania’s Foreign Minister")
    examples = str(edge["examples"]).split()
    assert len(examples) == 3
    assert all(iri.startswith(f"{BASE}article/") for iri in examples)


def test_nodes_tell_what_the_whole_store_counts(service: Served) -> None:
    told = service.client.get("/subgraph?actor=Anna+Zenda&format=graphology&act=demand").json()
    nodes = {node["key"]: node["attributes"] for node in told["nodes"]}
    assert nodes.keys() == {ZENDA, LEAGUE}
    assert {name: nodes[ZENDA][name] for name in ("statements", "mentions", "distance", "kind", "label")} == {
        "statements": 3,
        "mentions": 2,
        "distance": 0,
        "kind": "Person",
        "label": "Anna Zenda",
    }


def test_an_actor_without_ties_is_there(service: Served) -> None:
    told = service.client.get("/subgraph?actor=Anna+Zenda&format=graphology&until=1999-01-01").json()
    assert [node["key"] for node in told["nodes"]] == [ZENDA]


@pytest.mark.parametrize("name", NAMES)
def test_every_format_has_its_type_and_name(service: Served, name: str) -> None:
    ending, media_type = FORMATS[name]
    for path in (f"/subgraph?actor=Anna+Zenda&format={name}", f"/subgraph.{name}?actor=Anna+Zenda"):
        answer = service.client.get(path)
        assert answer.status_code == 200
        assert answer.headers["content-type"].partition(";")[0] == media_type
        assert answer.headers["content-disposition"] == f'attachment; filename="subgraph.{ending}"'
        assert answer.headers["x-shown-edges"] == answer.headers["x-total-edges"]
        assert answer.content


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("application/gexf+xml", "application/gexf+xml"),
        ("application/json", "application/json"),
        ("text/csv;q=0.5, text/turtle", "text/turtle"),
        ("*/*", "application/json"),
    ],
)
def test_the_accept_header_chooses(service: Served, accept: str, media_type: str) -> None:
    answer = service.client.get("/subgraph?actor=Anna+Zenda", headers={"Accept": accept})
    assert answer.headers["content-type"].partition(";")[0] == media_type


@pytest.mark.parametrize("form", ["", "&aggregate=true", "&statements-as-nodes=true"])
def test_what_is_cut_off_is_said(service: Served, form: str) -> None:
    answer = service.client.get(f"/subgraph?size=2&format=graphology{form}")
    told = answer.json()
    total = 4 if "aggregate" in form else 6
    assert (told["attributes"]["shown"], told["attributes"]["total"]) == ("2", str(total))
    assert (answer.headers["x-shown-edges"], answer.headers["x-total-edges"]) == ("2", str(total))
    if "nodes" not in form:
        assert len(told["edges"]) == 2


def test_the_latest_stay_and_of_pairs_the_strongest(service: Served) -> None:
    told = service.client.get("/subgraph?size=1&format=graphology&actor=Anna+Zenda").json()
    assert [edge["attributes"]["start"] for edge in told["edges"]] == ["2024-06-01"]
    assert pairs(service, "size=1&actor=Anna+Zenda").keys() == {(ZENDA, LEAGUE)}


def test_a_walk_that_ends_early_says_so(service: Served) -> None:
    told = service.client.get("/subgraph?size=2&depth=3&format=graphology&actor=Anna+Zenda&aggregate=true").json()
    assert "further" in told["attributes"]


def test_whoever_has_it_needs_no_second_copy(service: Served) -> None:
    path = "/subgraph?actor=Anna+Zenda&format=gexf"
    first = service.client.get(path)
    assert service.client.get(path).content == first.content
    again = service.client.get(path, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = service.client.get(f"{path}&size=1", headers={"If-None-Match": first.headers["etag"]})
    assert other.status_code == 200


def test_head_tells_as_much_as_get(service: Served) -> None:
    answer = service.client.head("/subgraph?actor=Anna+Zenda&format=gexf")
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["x-total-edges"] == "4"


@pytest.mark.parametrize(
    ("path", "status", "type_"),
    [
        ("/subgraph?actor=Nobody", 404, "not-found"),
        ("/subgraph?actor=", 404, "not-found"),
        ("/subgraph?depth=4", 400, "usage"),
        ("/subgraph?depth=-1", 400, "usage"),
        ("/subgraph?size=0", 400, "usage"),
        ("/subgraph?size=1e9", 400, "usage"),
        ("/subgraph?kinds=loves", 400, "usage"),
        ("/subgraph?kinds=", 400, "usage"),
        ("/subgraph?act=dance", 400, "usage"),
        ("/subgraph?stance=maybe", 400, "usage"),
        ("/subgraph?since=yesterday", 400, "usage"),
        ("/subgraph?since=2024-02-30", 400, "usage"),
        ("/subgraph?confidence=nan", 400, "usage"),
        ("/subgraph?confidence=2", 400, "usage"),
        ("/subgraph?format=docx", 400, "usage"),
        ("/subgraph.docx", 400, "usage"),
        ("/subgraph?aggregate=perhaps", 400, "usage"),
        ("/subgraph?aggregate=true&statements-as-nodes=true", 400, "usage"),
        ("/subgraph?aggregate=true&format=csv", 400, "usage"),
        ("/subgraph?excel-safe=true&format=gexf", 400, "usage"),
        ("/subgraph?depth=1&depth=2", 400, "usage"),
        ("/subgraph?dance=1", 400, "usage"),
        ("/networks?kind=dance", 400, "usage"),
        ("/networks?kind=about&normalisation=cosine", 400, "usage"),
        ("/networks?kind=congruence&normalisation=activity", 400, "usage"),
        ("/networks?kind=congruence&exclude=matter", 400, "usage"),
        ("/networks?kind=congruence&exclude=mood%3Dbad", 400, "usage"),
        ("/networks?kind=congruence&window=0", 400, "usage"),
        ("/networks?kind=about&window=1&kernel=gaussian", 400, "usage"),
        ("/networks?kind=congruence&only=actor%3DNobody", 404, "not-found"),
        ("/networks?kind=congruence&minimum=actor%3Dmany", 400, "usage"),
        ("/networks?kind=two-mode&count=statements", 400, "usage"),
        ("/networks?kind=two-mode&variable1=colour", 400, "usage"),
        ("/networks?kind=congruence&step=2", 400, "usage"),
        ("/networks?format=csv", 400, "usage"),
        ("/networks?since=soon&kind=subtract", 400, "usage"),
    ],
)
def test_what_cannot_be_made_is_a_problem(service: Served, path: str, status: int, type_: str) -> None:
    assert_problem(service.client.get(path), status, type_)


def test_what_nobody_reads_is_not_acceptable(service: Served) -> None:
    assert_problem(service.client.get("/subgraph", headers={"Accept": "image/png"}), 406, "not-acceptable")


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(["actor", "kinds", "act", "since", "source", "article", "confidence", "size", "format", "depth"]),
    st.text(max_size=30),
)
def test_no_parameter_breaks_a_reader(service: Served, name: str, value: str) -> None:
    told = {name: value.encode("utf-8", "replace").decode()}
    assert service.client.get("/subgraph", params=told).status_code in (200, 300, 400, 404)


@pytest.mark.parametrize(
    "query",
    ["", "kind=actor-matter", "kind=congruence&normalisation=average", "kind=subtract&measures=true&isolates=true"],
)
def test_networks_are_read_by_networkx(service: Served, query: str) -> None:
    answer = service.client.get(f"/networks?{query}&format=graphml&reported=true".replace("?&", "?kind=ignore&"))
    assert answer.headers["content-disposition"] == 'attachment; filename="networks.graphml"'
    graph = nx.read_graphml(io.BytesIO(answer.content))
    assert graph.number_of_nodes() >= 1


def test_a_network_of_actors_and_matters_has_its_evidence(service: Served) -> None:
    answer = service.client.get("/networks?kind=actor-matter&qualifier=ignore&reported=true&format=graphology")
    (edge,) = answer.json()["edges"]
    assert edge["attributes"]["sentence"]


def test_windows_are_a_zip(service: Served) -> None:
    answer = service.client.get("/networks?kind=congruence&window=1&unit=years&reported=true&format=d3")
    assert answer.headers["content-type"] == "application/zip"
    with ZipFile(io.BytesIO(answer.content)) as archive:
        assert [*map(json.loads, map(archive.read, archive.namelist()))]


def test_one_window_is_a_file(service: Served) -> None:
    asked = "/networks?kind=about&window=1&format=graphology"
    told = [service.client.get(f"{asked}&nth={number}").json() for number in (1, 4)]
    assert [one["attributes"]["window"] for one in told] == ["2024-03-01 – 2024-03-31", "2024-06-01 – 2024-06-30"]
    assert told[0]["attributes"]["windows"] == "4"
    assert told[0]["edges"][0]["attributes"]["statements"]
    assert_problem(service.client.get(f"{asked}&nth=5"), 400, "usage")


@pytest.mark.parametrize("path", ["/networks?kind=two-mode&only=act%3Ddeny", "/subgraph?aggregate=true&act=deny"])
@pytest.mark.parametrize("name", ["matrix", "edges", "ucinet"])
def test_what_has_no_room_for_its_origin_tells_it_in_a_header(service: Served, path: str, name: str) -> None:
    told = json.loads(service.client.get(f"{path}&format={name}").headers["x-origin"])
    assert {"snapshot", "model", "filters"} <= told.keys()
    assert "deny" in told["filters"]


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A service over the sample with two actors of one name, and a merged one."""
    folder = tmp_path_factory.mktemp("judged") / "some.store"
    otto, old, new = (NamedNode(f"{BASE}person/{name}") for name in ("otto-zenda", "a-zenda", "anna-zenda"))
    told = ((TYPE, ACTOR), (TYPE, PERSON), (LABEL, Literal("Otto Zenda")), (ALT_LABEL, Literal("Zenda")))
    with Store.open(folder) as store:
        store.apply([], sample_quads())
        store.apply([], (Quad(otto, predicate, object_, actors_graph()) for predicate, object_ in told))
        store.apply([], [Quad(old, IS_REPLACED_BY, new, judgements_graph())])
    with served(folder) as running:
        yield running


def test_an_ambiguous_name_gives_the_candidates(judged: Served) -> None:
    assert_problem(judged.client.get("/subgraph?actor=Zenda"), 300, "ambiguous-name")


def test_a_merged_actor_redirects_with_all_else_kept(judged: Served) -> None:
    answer = judged.client.get("/subgraph?actor=person/a-zenda&actor=country/BO&depth=2")
    assert answer.status_code == 307
    assert answer.headers["location"] == "/subgraph?actor=person%2Fanna-zenda&actor=country%2FBO&depth=2"
    assert answer.headers["cache-control"] == "no-store"
    assert judged.client.get(answer.headers["location"]).status_code == 200


@pytest.mark.parametrize(("statements", "length", "begun"), [(1, 3_000_000, False), (40, 100_000, True)])
def test_an_answer_over_its_limit_never_looks_whole(
    tmp_path: Path, statements: int, length: int, *, begun: bool
) -> None:
    with Store.open(tmp_path / "some.store") as store:
        store.apply([], sample_quads())
        said = list(store.engine.quads_for_pattern(None, CONTENT, None))[:1]
        for number in range(statements):
            iri = NamedNode(f"{said[0].subject.value}{number}")
            told = store.engine.quads_for_pattern(said[0].subject, None, None)
            copies = [Quad(iri, quad.predicate, quad.object, quad.graph_name) for quad in told]
            words = Literal(f"{number} " + "x" * length)
            store.apply([], [*copies, Quad(iri, CONTENT, words, said[0].graph_name)])
    with served(tmp_path / "some.store", max_answer_mb=1) as running:
        if begun:
            with pytest.raises(httpx.RemoteProtocolError):
                running.client.get("/subgraph?format=jsonl")
        else:
            assert_problem(running.client.get("/subgraph?format=jsonl"), 503, "limit")
        assert running.client.get("/subgraph?format=gexf&size=1&act=reject").status_code == 200
