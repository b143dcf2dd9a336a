"""A store behind an address: a real service, another SPARQL server, and what is neither."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

import sayso
from sayso.api.notebook.far import FarStore, far_store
from sayso.graph.store.store import Store
from sayso.ontology.errors import (
    BusyError,
    NotFoundError,
    QueryError,
    RemoteError,
    SaysoError,
    TimeLimitError,
    UsageError,
)
from sayso.ontology.iris import BASE
from tests.api.service.serving import served
from tests.graph.store.remote.server import free_port, wait_for
from tests.sample import sample_quads

SNAPSHOT = re.compile(r"snapshot: [^;]*;")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample in a store."""
    folder = tmp_path_factory.mktemp("address") / "a.store"
    with Store.open(folder) as store:
        store.apply([], sample_quads())
    return folder


@pytest.fixture(scope="module")
def url(folder: Path) -> Iterator[str]:
    """The address of a running service over the sample."""
    with served(folder, max_rows=2000) as running:
        yield running.url


def test_the_same_methods_answer_the_same_over_http(folder: Path, url: str) -> None:
    with sayso.open(folder) as near, sayso.open(url, key="some-key") as far:
        assert far.place == f"{url}/sparql"
        for name in near.queries():
            ask = name.replace("-", "_")
            assert getattr(far.q, ask)().records() == getattr(near.q, ask)().records(), name
        assert list(far.rows()) == list(near.rows())
        assert list(far.said("Zenda")) == list(near.said("Zenda"))
        assert far.network().to_svg() == near.network().to_svg()
        assert far.query("statements", by="Zenda") == near.query("statements", by="Zenda")
        assert far.sparql("ASK { ?x a sayso:Statement }") is True
        text = "CONSTRUCT { ?s sayso:speaker ?o } { ?s sayso:speaker ?o }"
        found, known = far.sparql(text), near.sparql(text)
        assert isinstance(found, sayso.Triples)
        assert isinstance(known, sayso.Triples)
        assert set(found) == set(known)


def test_exports_are_the_same_over_http(folder: Path, url: str, tmp_path: Path) -> None:
    with sayso.open(folder) as near, sayso.open(f"{url}/sparql") as far:
        for name in ("said.csv", "said.jsonl", "all.trig", "net.gexf"):
            near.export(tmp_path / name)
            far.export(tmp_path / f"far-{name}")
            here, there = ((tmp_path / each).read_text("utf-8") for each in (name, f"far-{name}"))
            # A file names the snapshot that it is of, or the address that it was asked from.
            assert SNAPSHOT.sub("", there) == SNAPSHOT.sub("", here), name


def test_errors_of_the_service_are_errors_here(url: str) -> None:
    with sayso.open(url) as far:
        with pytest.raises(QueryError, match=r"line 1, column 30: this is not SPARQL"):
            far.sparql("SELECT ?x { ?x sayso:speaker }")
        with pytest.raises(QueryError, match=r"line 2, column \d+: this is not SPARQL"):
            far.sparql("SELECT ?x {\n ?x sayso:speaker }")
        with pytest.raises(QueryError, match="SERVICE"):
            far.sparql("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }")
        # Past a limit the service either says so or, once it has begun, breaks the connection.
        with pytest.raises((BusyError, RemoteError), match=r"broke off|rows"):
            far.sparql("SELECT * { ?a ?b ?c . ?d ?e ?f }")
        with pytest.raises(NotFoundError):
            far.said(by="Nobody At All")
    for path in ("nothing/here", "actors"):
        with pytest.raises(RemoteError):
            sayso.open(f"{url}/{path}").sparql("ASK {}")


@contextmanager
def replying(status: int, body: bytes, **headers: str) -> Iterator[str]:
    """A server that gives one reply to everything; yields its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(status)
            for name, value in {"Content_Length": str(len(body)), **headers}.items():
                self.send_header(name.replace("_", "-"), value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/sparql"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


JSON = "application/sparql-results+json"
PROBLEM = "application/problem+json"
REPLIES: list[tuple[int, bytes, dict[str, str], type[SaysoError], str]] = [
    (200, b"<html>hello", {"Content_Type": "text/html"}, RemoteError, "is this the address of a SPARQL server"),
    (200, b"hello", {}, RemoteError, "is this the address of a SPARQL server"),
    (200, b'{"head":{"vars":["x"]},"results":{"bin', {"Content_Type": JSON}, RemoteError, "cannot be read"),
    (200, b'{"boo', {"Content_Type": JSON, "Content_Length": "500"}, RemoteError, "broke off"),
    (200, b"<http://a> <http://b>", {"Content_Type": "application/n-triples"}, RemoteError, "cannot be read"),
    (400, b"Parse error: line 3", {"Content_Type": "text/plain"}, QueryError, "Parse error: line 3"),
    (400, b'{"type": "x/query", "detail": "so and so"}', {"Content_Type": PROBLEM}, QueryError, "query: so and so$"),
    (301, b"", {"Location": "https://elsewhere.example/"}, RemoteError, "elsewhere.example"),
    (401, b"", {}, RemoteError, "credentials"),
    (429, b"", {}, BusyError, "429"),
    (504, b"", {}, TimeLimitError, "504"),
    (500, b"\x1b[31m<b>", {"Content_Type": "text/plain"}, RemoteError, "500"),
    (503, b'["no object"]', {"Content_Type": PROBLEM}, BusyError, "503"),
    (418, b"{", {"Content_Type": PROBLEM}, RemoteError, "418"),
]


@pytest.mark.parametrize(("status", "body", "headers", "error", "told"), REPLIES)
def test_every_reply_that_is_no_answer_is_an_error(
    status: int, body: bytes, headers: dict[str, str], error: type[SaysoError], told: str
) -> None:
    with replying(status, body, **headers) as address, pytest.raises(SaysoError, match=told) as raised:
        sayso.open(address).sparql("ASK {}")
    assert type(raised.value) is error


def test_triples_of_other_formats_are_read() -> None:
    with replying(200, b"<a:b> <a:c> 5 .", Content_Type="text/turtle;charset=UTF-8") as address:
        found = sayso.open(address).sparql("DESCRIBE <a:b>")
        assert isinstance(found, sayso.Triples)
        assert found.records() == [{"subject": "a:b", "predicate": "a:c", "object": 5}]


def test_the_base_of_a_store_is_asked_for() -> None:
    graph = b'{"type": "uri", "value": "https://other.example/id/graph/ontology"}'
    told = b'{"head": {"vars": ["graph"]}, "results": {"bindings": [{"graph": ' + graph + b"}]}}"
    with replying(200, told, Content_Type=JSON) as address:
        assert far_store(address, None, 5).base == "https://other.example/id/"
    with replying(200, told.replace(b"/graph/ontology", b"/else"), Content_Type=JSON) as address:
        assert far_store(address, None, 5).base == BASE


def test_silence_ends_with_the_time() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        address = f"http://127.0.0.1:{listener.getsockname()[1]}"
        with pytest.raises(TimeLimitError, match=r"longer than 0\.2 seconds"):
            sayso.open(address, timeout=0.2).sparql("ASK {}")
    with pytest.raises(RemoteError, match="cannot be reached"):
        sayso.open(address, timeout=5).sparql("ASK {}")


ADDRESSES = [
    ("http://127.0.0.1:8000", "http://127.0.0.1:8000/sparql"),
    ("http://127.0.0.1:8000/", "http://127.0.0.1:8000/sparql"),
    ("https://news.example/sayso/", "https://news.example/sayso/sparql"),
    ("https://query.example/sparql", "https://query.example/sparql"),
    ("https://query.example/ds/query?key=1", "https://query.example/ds/query?key=1"),
]


@pytest.mark.parametrize(("address", "url"), ADDRESSES)
def test_an_address_is_a_services_or_an_endpoints(address: str, url: str) -> None:
    assert str(far_store(address, None, 5).address) == url


@pytest.mark.parametrize("address", ["ftp://a.example/", "http:///", "http://[::1", "http://a:b"])
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(UsageError):
        sayso.open(address)


def test_a_password_in_an_address_shows_nowhere() -> None:
    client = sayso.open("http://user:secret@127.0.0.1:1/")
    assert "secret" not in repr(client) + client.place
    with pytest.raises(RemoteError) as error:
        client.sparql("ASK {}")
    assert "secret" not in str(error.value)


def test_keys_are_checked() -> None:
    with pytest.raises(UsageError):
        sayso.open("http://127.0.0.1:8000", key="a\r\nHost: evil.example")
    with pytest.raises(UsageError, match="folder"):
        sayso.open("some.store", key="a-key")
    with pytest.raises(UsageError):
        sayso.open("http://127.0.0.1:8000", timeout=0)


def test_another_server_answers_sparql_too(folder: Path, tmp_path: Path) -> None:
    native = Path(sys.executable).parent / "oxigraph"
    if not native.exists() and shutil.which("oxigraph") is None:
        pytest.skip("the native server of oxigraph is not installed")
    port = free_port()
    with Store.open(folder, read_only=True) as store:
        store.engine.backup(str(tmp_path / "database"))
    command = [str(native), "serve-read-only", "--location", str(tmp_path / "database"), "--bind", f"127.0.0.1:{port}"]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as server:
        try:
            wait_for(port)
            db = sayso.open(f"http://127.0.0.1:{port}/query")
            found = db.sparql("SELECT ?name { GRAPH ?g { ?actor a sayso:Person ; rdfs:label ?name } }")
            assert isinstance(found, sayso.Result)
            assert found.records() == [{"name": "Anna Zenda"}]
            with pytest.raises(QueryError):
                db.sparql("SELECT ?name {")
        finally:
            server.terminate()


def test_the_environment_may_name_an_address(folder: Path, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_STORE", url)
    with sayso.open() as there, sayso.open(folder) as here:
        assert there.place == f"{url}/sparql"
        assert there.query("ASK { ?s a sayso:Statement }") is here.query("ASK { ?s a sayso:Statement }") is True


def test_what_opens_the_store_of_the_environment_is_told_to_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_STORE", "http://127.0.0.1:1/query")
    monkeypatch.setenv("SAYSO_STORE_AUTHORIZATION", "Bearer of-the-environment")
    for place, key, told in (
        (None, None, "Bearer of-the-environment"),
        (None, "another", "Bearer another"),
        ("http://127.0.0.1:2/query", None, None),
    ):
        with sayso.open(place, key=key) as client:
            assert isinstance(client.store, FarStore)
            assert client.store.address.authorization == told
            assert "environment" not in repr(client)
