"""Linked data: the format that a client likes best, and a page that no text can turn against its reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from sayso.api.service.walk.thing_pages import page, sentence_of
from sayso.graph.store.store import Store
from sayso.ontology.iris import BASE, actors_graph, article_iri, judgements_graph
from sayso.ontology.namespaces import ALT_LABEL, IS_REPLACED_BY, LABEL, TYPE
from sayso.ontology.terms import ACTOR, PERSON
from tests.api.service.serving import Served, assert_problem, served
from tests.sample import SUMMIT, sample_quads

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>\u202e"
ARTICLE = article_iri(SUMMIT.id).value.removeprefix(BASE)


class Elements(HTMLParser):
    """Collects elements, attributes and text."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value or "" for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        self.text += data


def read(html: str) -> Elements:
    """Parse a page."""
    parser = Elements()
    parser.feed(html)
    return parser


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        (None, "text/turtle"),
        ("*/*", "text/turtle"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html"),
        ("text/html;q=0.5, application/ld+json", "application/ld+json"),
        ("text/html, text/turtle;q=0.9", "text/html"),
        ("application/xhtml+xml", "text/html"),
        ("application/rdf+xml", "application/rdf+xml"),
    ],
)
def test_a_thing_is_told_as_the_client_likes_best(service: Served, accept: str | None, expected: str) -> None:
    answer = service.client.get("/id/person/anna-zenda", headers={"Accept": accept} if accept else {"Accept": ""})
    assert answer.headers["content-type"].partition(";")[0] == expected
    assert "Accept" in answer.headers["vary"]
    assert "Anna Zenda" in answer.text


def test_a_format_that_there_is_not_is_said(service: Served) -> None:
    assert_problem(service.client.get("/id/country/BO", headers={"Accept": "image/png"}), 406, "not-acceptable")


@pytest.mark.parametrize(
    "path",
    [
        "person/anna-zenda",
        "country/RU1",
        ARTICLE,
        f"{ARTICLE}/group/observers",
        "post/RU1/foreign-minister",
    ],
)
def test_the_links_of_a_page_lead_on(service: Served, path: str) -> None:
    answer = service.client.get(f"/id/{path}", headers={"Accept": "text/html"})
    assert answer.status_code == 200
    told = read(answer.text)
    assert not {"script", "img", "iframe", "form"} & set(told.names)
    assert not any(name.startswith("on") for name in told.attributes)
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    for link in {link for link in told.links if link.startswith("/")}:
        assert service.client.get(link, headers={"Accept": "text/html"}).status_code == 200


def test_a_page_shows_statements_with_marks(service: Served) -> None:
    html = service.client.get(f"/id/{ARTICLE}", headers={"Accept": "text/html"}).text
    assert re.search(r'<mark class="speaker">Anna Zenda</mark> <mark class="cue">said</mark>', html)
    assert SUMMIT.title in html


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A service over the sample with an actor of a hostile name, and a merged one."""
    folder = tmp_path_factory.mktemp("hostile") / "some.store"
    mallory, old, new = (NamedNode(f"{BASE}person/{name}") for name in ("mallory", "a-zenda", "anna-zenda"))
    told = ((TYPE, ACTOR), (TYPE, PERSON), (LABEL, Literal(HOSTILE)), (ALT_LABEL, Literal("javascript:alert(1)")))
    with Store.open(folder) as store:
        store.apply([], sample_quads())
        store.apply([], (Quad(mallory, predicate, value, actors_graph()) for predicate, value in told))
        store.apply([], [Quad(old, IS_REPLACED_BY, new, judgements_graph())])
    with served(folder) as running:
        yield running


def test_a_hostile_name_is_text(hostile: Served) -> None:
    answer = hostile.client.get("/id/person/mallory", headers={"Accept": "text/html"})
    told = read(answer.text)
    assert HOSTILE in told.text
    assert not {"script", "img"} & set(told.names)


@pytest.mark.parametrize(
    ("path", "leads"),
    [
        ("/id/person/a-zenda", "/id/person/anna-zenda"),
        ("/actors/person/a-zenda", "/actors/person/anna-zenda"),
        ("/actors/person/a-zenda/statements?as=subject", "/actors/person/anna-zenda/statements?as=subject"),
        ("/actors/person/a-zenda/neighbours", "/actors/person/anna-zenda/neighbours"),
        ("/actors/person/a-zenda/neighbours?kind=colleague", "/actors/person/anna-zenda/neighbours?kind=colleague"),
        ("/statements?by=person/a-zenda&act=deny", "/statements?by=person%2Fanna-zenda&act=deny"),
        ("/said?about=person/a-zenda", "/said?about=person%2Fanna-zenda"),
        ("/paths?from=person/a-zenda&to=country/BO", "/paths?from=person%2Fanna-zenda&to=country%2FBO"),
        ("/paths?from=country/BO&to=person/a-zenda", "/paths?from=country%2FBO&to=person%2Fanna-zenda"),
        ("/positions?holder=person/a-zenda", "/positions?holder=person%2Fanna-zenda"),
        ("/demands?by=person/a-zenda", "/demands?by=person%2Fanna-zenda"),
        ("/posts?person=person/a-zenda", "/posts?person=person%2Fanna-zenda"),
    ],
)
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_a_merged_actor_leads_on_for_now(hostile: Served, path: str, leads: str, method: str) -> None:
    answer = hostile.client.request(method, path)
    assert (answer.status_code, answer.headers["location"]) == (307, leads)
    assert answer.headers["cache-control"] == "no-store"
    assert hostile.client.request(method, leads).status_code == 200


@given(st.text(max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30), st.text(max_size=5))))
def test_marks_leave_the_sentence_as_it_is(sentence: str, marks: list[tuple[int, int, str]]) -> None:
    told = [{"start": start, "end": end, "kind": kind} for start, end, kind in marks]
    elements = read(sentence_of(sentence, told).replace("\r", "&#13;").replace("\x00", "&#65533;"))
    assert set(elements.names) <= {"p", "mark"}
    assert elements.text.replace("�", "\x00").replace("\r", "") == sentence.replace("�", "\x00").replace("\r", "")


@given(st.text(max_size=20), st.text(max_size=20))
def test_no_value_leaves_its_place(name: str, value: str) -> None:
    row = {"property": "urn:p", "value": value, "inward": False, "linked": True, "name": name}
    told = {"is": "other", "iri": f"{BASE}x", "name": name, "values": [row], "more": False}
    html = page(told, BASE)
    assert set(read(html).names) <= {
        "html", "head", "meta", "title", "style", "body", "h1", "dl", "dt", "dd", "a", "bdi", "p", "code"
    }  # fmt: skip
    assert all(link.startswith(("/id/", "#", "http://", "https://")) for link in read(html).links)
