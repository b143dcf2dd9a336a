"""What comes over a connection that is no good request: refused as a problem, in time, and nobody else waits."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from urllib.parse import urlsplit

import httpx2 as httpx
import pytest

from tests.api.service.serving import Served, assert_problem, served

HOST = b"Host: localhost\r\n"
POST = b"POST /sparql HTTP/1.1\r\n" + HOST + b"Content-Type: application/sparql-query\r\n"
# The longest time that a test waits for what never comes.
PATIENCE = 300.0


@pytest.fixture(scope="module")
def hurried(sample_folder: Path) -> Iterator[Served]:
    """A service that has little time for slow clients, and room for few."""
    with served(sample_folder, client_seconds=1, connections=8, readers=1) as running:
        yield running


def connected(service: Served) -> socket.socket:
    """Open a connection."""
    where = urlsplit(service.url)
    return socket.create_connection((where.hostname or "", where.port or 0), timeout=PATIENCE)


def rest(connection: socket.socket) -> bytes:
    """Read until the service ends the connection."""
    came = bytearray()
    while True:
        try:
            piece = connection.recv(1 << 16)
        except ConnectionError:
            return bytes(came)
        if not piece:
            return bytes(came)
        came += piece


def answer_of(came: bytes) -> httpx.Response:
    """Read an answer."""
    head, _, body = came.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = [(name, value.strip()) for name, _, value in (line.partition(":") for line in lines)]
    return httpx.Response(int(first.split()[1]), headers=headers, content=body)


def told(service: Served, data: bytes) -> httpx.Response:
    """Send bytes, and read what comes until the service ends the connection."""
    with closing(connected(service)) as connection:
        # It may be refused before all of it was sent.
        with suppress(ConnectionError):
            connection.sendall(data)
        return answer_of(rest(connection))


def head(*lines: bytes, path: bytes = b"/healthz") -> bytes:
    return b"GET " + path + b" HTTP/1.1\r\n" + HOST + b"".join(line + b"\r\n" for line in lines) + b"\r\n"


REFUSED = {
    "no request": (b"\x16\x03\x01\x02\x00\r\n\r\n", 400),
    "a version that there is not": (b"GET /healthz HTTP/9.9\r\n" + HOST + b"\r\n", 400),
    "a method that there is not": (b"BREW /healthz HTTP/1.1\r\n" + HOST + b"\r\n", 400),
    "a proxy's request": (b"CONNECT localhost:80 HTTP/1.1\r\n" + HOST + b"\r\n", 400),
    "a path of bytes": (head(path=b"/actors/\xc3\xa9"), 400),
    "NUL in the path": (head(path=b"/actors/a\x00b"), 400),
    "NUL in a header": (head(b"X: a\x00b"), 400),
    "a header of two lines": (head(b"X: a", b" b"), 400),
    "two lengths": (POST + b"Content-Length: 6\r\nContent-Length: 7\r\n\r\nASK {} ", 400),
    "a length and chunks": (POST + b"Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400),
    "a negative length": (POST + b"Content-Length: -6\r\n\r\nASK {}", 400),
    "a length without end": (POST + b"Content-Length: " + b"9" * 60 + b"\r\n\r\nASK {}", 400),
    "a chunk without a length": (POST + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nASK {}\r\n0\r\n\r\n", 400),
    "a chunk that lies": (POST + b"Transfer-Encoding: chunked\r\n\r\n3\r\nASK {}\r\n0\r\n\r\n", 400),
    "a long address": (head(path=b"/actors?name=" + b"x" * 70_000), 414),
    "a long header": (head(b"X: " + b"x" * 1_000_000), 431),
    "a header that is a little too long": (head(b"X: " + b"x" * 131_100), 431),
    "many headers": (head(*[b"X: y"] * 200_000), 431),
    "headers that are a little too many": (head(*[b"X: " + b"y" * 100] * 1_300), 431),
    "many names of chunks": (POST + b"Transfer-Encoding: chunked\r\n\r\n" + b"1;" + b"x" * 1_000_000, 431),
    "headers after the body": (POST + b"Transfer-Encoding: chunked\r\n\r\n0\r\n" + b"X: y\r\n" * 200_000, 431),
    "half a head": (b"GET /healthz HTTP/1.1\r\nHos", 408),
    "half a body": (POST + b"Content-Length: 7\r\n\r\nASK {}", 408),
    "half of the chunks": (POST + b"Transfer-Encoding: chunked\r\n\r\n6\r\nASK {}\r\n", 408),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_request_is_refused_as_a_problem(request: pytest.FixtureRequest, name: str) -> None:
    data, status = REFUSED[name]
    # A slow machine may not read much in the hurried one's second: only what is about time goes there.
    asked: Served = request.getfixturevalue("hurried" if status == 408 else "service")
    answer = told(asked, data)
    assert_problem(answer, status)
    assert answer.headers["connection"] == "close"
    assert answer.headers["x-content-type-options"] == "nosniff"
    # Over a connection of its own: one that was kept may be ended by this service at any moment.
    assert httpx.get(f"{asked.url}/healthz", timeout=PATIENCE).status_code == 200


def test_a_connection_that_says_nothing_ends_without_an_answer(hurried: Served) -> None:
    with closing(connected(hurried)) as connection:
        assert rest(connection) == b""


@pytest.mark.parametrize("begin", [b"GET /healthz HTTP/1.1\r\n", POST + b"Transfer-Encoding: chunked\r\n\r\n"])
def test_who_sends_slowly_is_not_waited_for(hurried: Served, begin: bytes) -> None:
    piece = b"1\r\nx\r\n" if begin.startswith(POST) else b"X: y\r\n"
    with closing(connected(hurried)) as connection:
        connection.sendall(begin)
        until = time.monotonic() + PATIENCE
        with suppress(ConnectionError):
            while time.monotonic() < until:
                connection.sendall(piece)
                time.sleep(0.1)
        assert time.monotonic() < until


def test_a_body_that_nobody_asked_for_does_not_go_on_for_ever(hurried: Served) -> None:
    with closing(connected(hurried)) as connection:
        connection.sendall(b"POST /nothing HTTP/1.1\r\n" + HOST + b"Content-Length: 99999999999\r\n\r\n")
        until = time.monotonic() + PATIENCE
        with suppress(ConnectionError):
            while time.monotonic() < until:
                connection.sendall(b"x" * 1000)
                time.sleep(0.1)
        assert time.monotonic() < until


def test_slow_clients_take_nobody_s_place(hurried: Served) -> None:
    slow = []
    try:
        for _ in range(40):
            slow.append(connected(hurried))
            slow[-1].sendall(b"GET /healthz HTTP/1.1\r\n")
            with closing(connected(hurried)) as connection:
                connection.sendall(head(b"Connection: close"))
                assert answer_of(rest(connection)).status_code == 200
    finally:
        for connection in slow:
            connection.close()


def test_who_does_not_read_an_answer_frees_its_reader(hurried: Served) -> None:
    endless = b"SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    with closing(connected(hurried)) as connection:
        connection.sendall(POST + b"Content-Length: %d\r\n\r\n" % len(endless) + endless)
        # The one reader is at this answer until the service has waited long enough.
        assert httpx.get(f"{hurried.url}/sparql", params={"query": "ASK {}"}, timeout=PATIENCE).status_code == 200


def test_an_answer_goes_out_before_what_follows_is_refused(hurried: Served) -> None:
    query = b"GET /sparql?query=SELECT(COUNT(*)AS%20?n)%7B?s%20?p%20?o%7D HTTP/1.1\r\n" + HOST + b"\r\n"
    with closing(connected(hurried)) as connection:
        connection.sendall(query + b"\x00\x01\x02\r\n\r\n")
        answer = answer_of(rest(connection))
        assert answer.status_code == 200
        assert answer.json()["results"]["bindings"]


def test_requests_in_a_row_are_answered_in_their_order(hurried: Served) -> None:
    ids = [f"row-{number}" for number in range(50)]
    requests = [head(b"X-Request-Id: " + id_.encode()) for id_ in ids]
    with closing(connected(hurried)) as connection:
        connection.sendall(b"".join(requests) + head(b"Connection: close"))
        came = rest(connection).decode()
    assert [line.partition(": ")[2] for line in came.split("\r\n") if line.startswith("x-request-id: row-")] == ids


@pytest.mark.parametrize("upgrade", [b"websocket", b"h2c", b"nonsense"])
def test_another_protocol_is_not_spoken(hurried: Served, upgrade: bytes) -> None:
    asks = (b"Upgrade: " + upgrade, b"Sec-WebSocket-Version: 13", b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==")
    with closing(connected(hurried)) as connection:
        connection.sendall(head(b"Connection: Upgrade", *asks))
        assert connection.recv(1 << 16).startswith(b"HTTP/1.1 200")
        connection.sendall(head(b"Connection: close"))
        assert answer_of(rest(connection)).json() == {"status": "ok"}


def test_the_oldest_version_is_answered(hurried: Served) -> None:
    answer = told(hurried, b"GET /healthz HTTP/1.0\r\n" + HOST + b"\r\n")
    assert (answer.status_code, json.loads(answer.content)) == (200, {"status": "ok"})


@pytest.mark.parametrize("path", ["/docs/rapidoc.js", "/"])
@pytest.mark.parametrize("ranges", ["bytes=0-9", "bytes=zz", "pages=1-2", "bytes=9-3", "bytes=99999999999-", "-"])
def test_files_go_out_whole(service: Served, path: str, ranges: str) -> None:
    answer = service.client.get(path, headers={"Range": ranges})
    assert answer.status_code == 200
    assert "accept-ranges" not in answer.headers
    assert answer.content == service.client.get(path).content


@pytest.mark.parametrize("encoding", ["gzip", "GZIP", "deflate", "br", "identity, gzip"])
@pytest.mark.parametrize("path", ["/sparql", "/extract", "/reconcile"])
def test_packed_bodies_are_not_unpacked(service: Served, path: str, encoding: str) -> None:
    type_ = {"/extract": "text/plain", "/sparql": "application/sparql-query"}.get(
        path, "application/x-www-form-urlencoded"
    )
    headers = {"Content-Type": type_, "Content-Encoding": encoding}
    answer = service.client.post(path, content=b"\x1f\x8b" + b"x" * 100, headers=headers)
    assert_problem(answer, 415, "unsupported-media-type")


@pytest.mark.parametrize(
    "path",
    [
        "/settings.json",
        "/reconcile",
        "/reconcile/properties",
        "/reconcile/suggest/type",
        "/reconcile/suggest/entity?prefix=a",
        "/openapi.json",
        "/docs",
        "/metrics",
        "/readyz",
        "/said",
        "/sparql",
    ],
)
def test_head_says_what_get_says(service: Served, path: str) -> None:
    got, asked = service.client.get(path), service.client.head(path)
    assert (asked.status_code, asked.content) == (got.status_code, b"")
    assert asked.headers["content-type"] == got.headers["content-type"]


def test_an_address_s_answer_is_not_another_s(service: Served) -> None:
    def base(path: str, **headers: str) -> str:
        query = {"query": "SELECT (STR(<>) AS ?base) {}"}
        rows = service.client.get(path, params=query, headers=headers).json()["results"]["bindings"]
        return str(rows[0]["base"]["value"])

    for _ in range(2):
        assert base("/sparql") == f"{service.url}/sparql"
        assert base("/%73parql") == f"{service.url}/%73parql"
        # Nobody is believed to be a proxy where no setting says so.
        assert base("/sparql", **{"X-Forwarded-Proto": "https"}) == f"{service.url}/sparql"
