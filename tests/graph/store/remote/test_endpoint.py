"""What a server answers that is down, slow, elsewhere, closed or no SPARQL server at all."""

from __future__ import annotations

import gc
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from sayso.graph.store.remote.address import Address, address, is_address
from sayso.graph.store.remote.remote_store import RemoteStore
from sayso.ontology.errors import BusyError, QueryError, RemoteError, SaysoError, TimeLimitError, UsageError

ROWS = b'{"head":{"vars":["a"]},"results":{"bindings":[{"a":{"type":"literal","value":"x"}}'
SECRET = "s3cret"


@pytest.fixture(autouse=True)
def collected() -> Iterator[None]:
    """Collect, here, what a failure's frames hold: the engine's parser must not be let go of in another thread."""
    yield
    gc.collect()


@contextmanager
def answering(
    status: int, body: bytes, headers: dict[str, str], *, length: int | None = None, late: float = 0
) -> Iterator[tuple[str, list[str]]]:
    """Answer every request so; `late` seconds pass in the middle of the body, which may be shorter than it says."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked.append(str(self.headers.get("Authorization")))
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(length or len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body[: len(body) // 2])
            time.sleep(late)
            self.wfile.write(body[len(body) // 2 :])

        def log_message(self, *_: object) -> None:
            """Be quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/sparql", asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


JSON = {"Content-Type": "application/sparql-results+json"}


@pytest.mark.parametrize(
    ("status", "body", "headers", "error", "told"),
    [
        (
            400,
            b"line 1: expected <b>SELECT</b>\n\x1b[31m",
            {},
            QueryError,
            "refuses the query: line 1: expected SELECT",
        ),
        (401, b"", {}, RemoteError, "SAYSO_STORE_AUTHORIZATION"),
        (403, b"no", {}, RemoteError, "SAYSO_STORE_AUTHORIZATION"),
        (404, b"<html><script>x()</script>no such page</html>", {}, RemoteError, "answers with 404: no such page"),
        (500, b"e" * 5000, {}, RemoteError, "answers with 500: e{300}…$"),
        (503, b"", {}, BusyError, "busy"),
        (504, b"", {}, TimeLimitError, "ended the query"),
        (
            307,
            b"",
            {"Location": "http://elsewhere.example/sparql"},
            RemoteError,
            "to elsewhere.example",
        ),
        (200, b"<html>welcome</html>", {"Content-Type": "text/html"}, RemoteError, "is this the address"),
        (200, b"{}", JSON, RemoteError, "cannot be read"),
        (200, b"", JSON, RemoteError, "cannot be read"),
        (200, b'{"head":{"vars":["a"]},"results":{"bindings":[{"a":1}]}}', JSON, RemoteError, "cannot be read"),
    ],
)
def test_what_is_no_answer_is_told(
    status: int, body: bytes, headers: dict[str, str], error: type[SaysoError], told: str
) -> None:
    with answering(status, body, headers) as (url, asked), RemoteStore(address(url)) as store:
        with pytest.raises(error, match=told):
            store.query("SELECT * { ?a ?b ?c }")
        assert len(asked) == 1


def test_an_answer_that_breaks_off_is_none() -> None:
    with (
        answering(200, ROWS, JSON, length=1000) as (url, _),
        RemoteStore(address(url)) as store,
        pytest.raises(RemoteError, match="broke off"),
    ):
        store.query("SELECT * { ?a ?b ?c }")


def test_a_server_that_dawdles_is_left() -> None:
    with (
        answering(200, ROWS + b"]}}", JSON, late=3) as (url, _),
        RemoteStore(Address(url, seconds=0.3)) as store,
        pytest.raises(TimeLimitError),
    ):
        store.query("SELECT * { ?a ?b ?c }")


def test_a_server_that_is_down_is_told_without_the_credentials() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    store = RemoteStore(address(f"http://me:{SECRET}@127.0.0.1:{port}/sparql"))
    with store, pytest.raises(RemoteError, match="cannot be reached: Connection refused") as raised:
        store.query("ASK {}")
    assert SECRET not in str(raised.value)
    assert SECRET not in repr(store.address)


def test_credentials_go_to_the_server_alone() -> None:
    with answering(200, b'{"head":{},"boolean":true}', JSON) as (url, asked):
        with RemoteStore(address(url.replace("//", f"//me:{SECRET}@"))) as store:
            assert store.query("ASK {}") is True
        with RemoteStore(address(url, None, "Bearer token")) as store:
            assert store.query("ASK {}") is True
    assert asked == ["Basic bWU6czNjcmV0", "Bearer token"]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("http://example.org/sparql", "http://example.org/sparql"),
        ("http:/example.org/sparql", "http://example.org/sparql"),
        ("HTTPS://me:you@example.org:81/a?b=c#d", "https://example.org:81/a?b=c"),
        ("http://[::1]:7878/query", "http://[::1]:7878/query"),
    ],
)
def test_addresses_are_read(text: str, where: str) -> None:
    assert is_address(text)
    assert str(address(text)) == where


@pytest.mark.parametrize("text", ["sayso.store", "/data/http", "ftp://example.org/", "c:/store", ""])
def test_a_folder_is_no_address(text: str) -> None:
    assert not is_address(text)


@pytest.mark.parametrize(
    ("query", "update"),
    [("http://", None), ("http://a:x/", None), ("http://me:pw@a.example/q", "http://b.example/u")],
)
def test_addresses_that_cannot_be(query: str, update: str | None) -> None:
    with pytest.raises(UsageError):
        address(query, update)
