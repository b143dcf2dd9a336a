"""Pages never skip and never repeat, whatever their size; a cursor keeps to its snapshot and is not to be forged."""

from __future__ import annotations

import base64
import json
import socket
import time
from collections.abc import Iterator

import httpx2 as httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.graph.store.store import Store
from tests.api.service.serving import Served, assert_problem, served
from tests.sample import sample_quads

PAGED = (
    "/actors",
    "/actors?name=a",
    "/actors/organisation/the-league/statements?as=subject",
    "/actors/person/anna-zenda/neighbours?kind=speaks-of",
    "/statements",
    "/statements?since=2024-01-01",
    "/said",
    "/demands",
    "/positions",
    "/posts",
    "/articles",
)


def and_(path: str, parameters: str) -> str:
    """Return an address with further parameters."""
    return f"{path}{'&' if '?' in path else '?'}{parameters}"


def walked(client: httpx.Client, path: str, sizes: list[int]) -> list[object]:
    """Return all items of a listing, its pages of these sizes in turn."""
    items: list[object] = []
    following: str | None = and_(path, f"limit={sizes[0]}")
    number = 0
    while following:
        told = client.get(following).json()
        assert len(told["items"]) <= sizes[number % len(sizes)]
        items += told["items"]
        number += 1
        if following := told["next"]:
            limit = sizes[number % len(sizes)]
            following = str(httpx.URL(following).copy_merge_params({"limit": str(limit)}))
    return items


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(PAGED), st.lists(st.integers(1, 4), min_size=1, max_size=3))
def test_pages_of_any_size_hold_everything_once(service: Served, path: str, sizes: list[int]) -> None:
    whole = service.client.get(path).json()["items"]
    assert whole
    items = walked(service.client, path, sizes)
    assert sorted(map(json.dumps, items)) == sorted(map(json.dumps, whole))


def forged(*parts: object) -> str:
    """Return a cursor of these parts."""
    return base64.urlsafe_b64encode(json.dumps([*parts]).encode()).decode()


@pytest.mark.parametrize("path", PAGED)
@pytest.mark.parametrize(
    ("cursor", "status"),
    [
        ("x", 400),
        ("", 400),
        ("=" * 100_0, 400),
        (forged(), 400),
        (forged("00000001-aaaaaaaa"), 400),
        (forged("00000001-aaaaaaaa", -1), 400),
        (forged("00000001-aaaaaaaa", True), 400),
        (forged("00000001-aaaaaaaa", 1.5), 400),
        (forged("00000001-aaaaaaaa", 2**70), 400),
        (forged({"a": 1}, 1), 400),
        (forged("00000001-aaaaaaaa", 1), 410),
        (forged("../../..", 1), 410),
        (forged("\x00", 1), 410),
    ],
)
def test_a_cursor_that_was_not_given_is_refused(service: Served, path: str, cursor: str, status: int) -> None:
    answer = service.client.get(and_(path, ""), params={**httpx.URL(path).params, "cursor": cursor})
    assert_problem(answer, status, "gone" if status == 410 else "usage")


TEXTS = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        ['"', "'", "\\", "\n", "\x00", "\u202eabc", "> } DROP ALL", "?x", "a" * 5000, "urn:x y", "<>", "%zz"]
    ),
)
ROUTES = (
    "/actors?name={}",
    "/actors?country={}",
    "/actors?kind={}",
    "/actors/{}",
    "/actors/{}/statements",
    "/actors/{}/neighbours",
    "/actors/person/anna-zenda/statements?about={}",
    "/actors/person/anna-zenda/neighbours?kind={}",
    "/actors/person/anna-zenda/neighbours?source={}",
    "/articles/{}",
    "/statements/{}",
    "/statements?since={}",
    "/statements?article={}",
    "/said?by={}",
    "/paths?from={}&to=country/BO",
    "/posts?title={}",
    "/id/{}",
    "/id/person/{}",
)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(ROUTES), TEXTS)
def test_no_text_breaks_a_route(service: Served, route: str, text: str) -> None:
    quoted = str(httpx.QueryParams({"x": text.encode("utf-8", "replace").decode()}))[2:]
    answer = service.client.get(route.format(quoted), headers={"Accept": "application/json, text/html"})
    assert answer.status_code < 500, answer.text
    if answer.status_code >= 400:
        assert_problem(answer, answer.status_code)


@pytest.mark.parametrize(
    "path", ["/actors?name={}", "/actors/{}", "/statements?words={}", "/id/{}", "/paths?from={}&to=a"]
)
def test_a_text_of_any_length_is_answered(service: Served, path: str) -> None:
    answer = service.client.get(path.format("a" * 50_000))
    assert answer.status_code in (200, 400, 404, 414, 431)


@pytest.mark.parametrize(
    "path", [*PAGED, "/actors/country/BO", "/paths?from=country/BO&to=country/RU1", "/id/country/BO"]
)
def test_head_tells_what_get_would(service: Served, path: str) -> None:
    got, told = service.client.get(path), service.client.head(path)
    assert (told.status_code, told.content) == (200, b"")
    assert told.headers["content-type"] == got.headers["content-type"]


REFUSED = (
    "/actors/country/BO?x=1",
    "/statements?dance=1",
    "/paths?from=a&to=b&by=c",
    "/paths?from=country/BO",
    "/articles/summit-1?text=no",
    "/actors?limit=1&limit=2",
    "/actors/country/BO/neighbours?limit=2",
)


@pytest.mark.parametrize("path", REFUSED)
def test_a_parameter_that_there_is_not_is_refused(service: Served, path: str) -> None:
    assert_problem(service.client.get(path), 400, "usage")


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A service with one reader over a store where looking for a name takes its time: all speak of all."""
    folder = tmp_path_factory.mktemp("crowded") / "some.store"
    with Store.open(folder) as store:
        store.apply([], sample_quads())
        digits = " ".join(map(str, range(10)))
        store.update(
            f"""
            INSERT {{ GRAPH <urn:crowd> {{ ?statement sayso:speaker ?left ; sayso:about ?right }} }}
            WHERE {{
              VALUES ?a {{ {digits} }} VALUES ?b {{ {digits} }} VALUES ?c {{ {digits} }}
              VALUES ?d {{ {digits} }} VALUES ?e {{ {digits} }}
              BIND(IRI(CONCAT("https://w3id.org/sayso/id/person/l", STR(?a), STR(?b), STR(?c))) AS ?left)
              BIND(IRI(CONCAT("https://w3id.org/sayso/id/person/r", STR(?d), STR(?e))) AS ?right)
              BIND(IRI(CONCAT(STR(?left), STR(?d), STR(?e))) AS ?statement)
            }}
            """
        )
    with served(folder, readers=1) as running:
        yield running


def test_a_client_that_leaves_ends_its_walk(crowded: Served) -> None:
    host, port = crowded.url.removeprefix("http://").split(":")
    assert crowded.client.get("/actors/country/BO").status_code == 200
    before = killed(crowded)
    with socket.create_connection((host, int(port))) as connection:
        connection.sendall(f"GET /actors?name=zenda HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
        until = time.monotonic() + 300
        while busy(crowded) == 0 and time.monotonic() < until:
            time.sleep(0.01)
    until = time.monotonic() + 300
    while killed(crowded) == before and time.monotonic() < until:
        time.sleep(0.1)
    assert killed(crowded) == before + 1
    [found] = crowded.client.get("/actors?name=anna+zenda").json()["items"]
    assert found["match"] == "exact"


def busy(service: Served) -> int:
    """Return how many readers work."""
    return metric(service, "sayso_readers_busy")


def killed(service: Served) -> int:
    """Return how many readers were ended."""
    return metric(service, "sayso_readers_killed_total")


def metric(service: Served, name: str) -> int:
    """Return one of the service's counts."""
    lines = service.client.get("/metrics").text.splitlines()
    return next(int(float(line.split()[-1])) for line in lines if line.startswith(f"{name} "))
