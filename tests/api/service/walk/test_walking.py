"""The graph is walked over HTTP: listings in pages, names to ids, one actor, one article."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from sayso.api.service.walk.listings import LISTINGS
from sayso.graph.store.store import Store
from sayso.ontology.iris import BASE, actors_graph, judgements_graph
from sayso.ontology.namespaces import ALT_LABEL, IS_REPLACED_BY, LABEL, TYPE
from sayso.ontology.terms import ACTOR, PERSON
from sayso.queries.catalogue import get
from tests.api.service.serving import Served, assert_problem, served
from tests.sample import LATER, sample_quads


@pytest.mark.parametrize(
    "path", [*LISTINGS, "/statements", "/actors", "/actors?name=a", "/actors/person/anna-zenda/statements"]
)
def test_a_listing_is_walked_by_its_links(service: Served, path: str) -> None:
    whole = service.client.get(path).json()
    assert whole["items"]
    assert whole["next"] is None
    items, following = [], f"{path}{'&' if '?' in path else '?'}limit=1"
    while following:
        answer = service.client.get(following)
        told = answer.json()
        assert len(told["items"]) == 1
        items += told["items"]
        following = told["next"]
        assert answer.headers.get("link") == (f'<{following}>; rel="next"' if following else None)
    assert sorted(items, key=json.dumps) == sorted(whole["items"], key=json.dumps)


def test_a_page_is_capped_and_says_so(service: Served) -> None:
    assert service.client.get("/actors?limit=100000").json()["limit"] == 1000


def test_what_an_actor_said_and_what_is_said_of_it(service: Served) -> None:
    said = service.client.get("/actors/person/anna-zenda/statements").json()["items"]
    assert sorted(item["act"] for item in said) == ["demand", "deny", "intend"]
    of = service.client.get("/actors/organisation/the-league/statements?as=subject&act=demand").json()["items"]
    assert [item["act"] for item in of] == ["demand"]


def test_one_actor_and_one_article(service: Served) -> None:
    told = service.client.get("/actors/person/anna-zenda").json()
    assert (told["name"], told["id"]) == ("Anna Zenda", "person/anna-zenda")
    article = service.client.get("/articles", params={"source": "Bordurian Post"}).json()["items"][0]["article"]
    answer = service.client.get(f"/articles/{article.rpartition('/')[2]}")
    assert answer.json()["text"] == LATER.text


@pytest.mark.parametrize(
    ("path", "status", "type_"),
    [
        ("/statements?by=Nobody", 404, "not-found"),
        ("/actors/person/nobody", 404, "not-found"),
        ("/articles/nothing", 404, "not-found"),
        ("/statements?dance=1", 400, "usage"),
        ("/statements?act=dance", 400, "query"),
        ("/statements?since=soon", 400, "query"),
        ("/statements?limit=0", 400, "usage"),
        ("/statements?limit=-1", 400, "usage"),
        ("/statements?cursor=nonsense", 400, "usage"),
        ("/statements?cursor=" + base64.urlsafe_b64encode(b'["00000001-aaaaaaaa", 0]').decode(), 410, "gone"),
        ("/statements?cursor=" + base64.urlsafe_b64encode(b'["../../x", 0]').decode(), 410, "gone"),
        ("/actors/person/anna-zenda/statements?as=nobody", 400, "usage"),
    ],
)
def test_what_cannot_be_walked_is_a_problem(service: Served, path: str, status: int, type_: str) -> None:
    assert_problem(service.client.get(path), status, type_)


@settings(max_examples=40)
@given(st.text(max_size=40))
def test_no_name_and_no_cursor_breaks_a_listing(service: Served, text: str) -> None:
    encoded = text.encode("utf-8", "replace").decode()
    for parameters in ({"by": encoded}, {"words": encoded}, {"cursor": encoded}):
        assert service.client.get("/statements", params=parameters).status_code in (200, 300, 400, 404, 410)


def test_every_parameter_is_in_the_description_of_the_api(service: Served) -> None:
    paths = service.client.get("/openapi.json").json()["paths"]
    for path, query in LISTINGS.items():
        names = {parameter["name"] for parameter in paths[path]["get"]["parameters"]}
        asked = {*get(query).parameter_names, "cursor"} - {"offset"}
        # Sorted listings are filtered by more.
        assert asked <= names <= asked | {"sort", "act", "source"}


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, Path]]:
    """A service over the sample with two actors of one name, and a merged one."""
    folder = tmp_path_factory.mktemp("judged") / "some.store"
    otto, old, new = (NamedNode(f"{BASE}person/{name}") for name in ("otto-zenda", "a-zenda", "anna-zenda"))
    told = ((TYPE, ACTOR), (TYPE, PERSON), (LABEL, Literal("Otto Zenda")), (ALT_LABEL, Literal("Zenda")))
    with Store.open(folder) as store:
        store.apply([], sample_quads())
        store.apply([], (Quad(otto, predicate, object_, actors_graph()) for predicate, object_ in told))
        store.apply([], [Quad(old, IS_REPLACED_BY, new, judgements_graph())])
    with served(folder) as running:
        yield running, folder


def test_an_ambiguous_name_gives_the_candidates(judged: tuple[Served, Path]) -> None:
    answer = judged[0].client.get("/statements?by=Zenda")
    assert_problem(answer, 300, "ambiguous-name")
    assert set(answer.json()["candidates"]) == {f"{BASE}person/{name}" for name in ("otto-zenda", "anna-zenda")}


def test_a_merged_actor_redirects_for_now(judged: tuple[Served, Path]) -> None:
    answer = judged[0].client.get("/actors/person/a-zenda")
    assert (answer.status_code, answer.headers["location"]) == (307, "/actors/person/anna-zenda")
    assert answer.headers["cache-control"] == "no-store"


def test_a_new_snapshot_is_followed_and_a_cursor_keeps_to_its_own(judged: tuple[Served, Path]) -> None:
    service, folder = judged
    first = service.client.get("/statements?limit=5").json()
    with Store.open(folder) as store:
        store.update("DELETE WHERE { GRAPH ?g { ?s <https://w3id.org/sayso/ontology#inArticle> ?a } }")
    assert service.client.get("/statements").json()["items"] == []
    assert len(service.client.get(first["next"]).json()["items"]) == 1
    for text in ("a", "b", "c"):
        with Store.open(folder) as store:
            store.apply([], [Quad(NamedNode("urn:s"), LABEL, Literal(text), actors_graph())])
        assert service.client.get("/statements").json()["items"] == []


@pytest.mark.parametrize("accept", ["text/turtle", "application/ld+json", "application/n-triples"])
def test_a_thing_is_described_in_rdf(service: Served, accept: str) -> None:
    answer = service.client.get("/id/person/anna-zenda", headers={"Accept": accept})
    assert answer.headers["content-type"].partition(";")[0] == accept
    assert "Anna Zenda" in answer.text


@pytest.mark.parametrize("path", ["person/nobody", "%3Ex", "a%20b", ""])
def test_a_thing_that_is_not_there_is_said(service: Served, path: str) -> None:
    assert_problem(service.client.get(f"/id/{path}"), 404, "not-found")
