"""What holds for every request: the host it names, its id, safe headers, other origins, keys."""

from __future__ import annotations

import asyncio
import http.client
import json
from collections.abc import Iterator
from pathlib import Path

import httpx2 as httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.api.service.app import create_app
from sayso.api.service.cors import origins_of
from sayso.api.service.fences import request_id
from sayso.api.service.hosts import host_of, served_hosts
from sayso.api.service.keys import Keys
from sayso.api.service.settings import ServiceSettings
from sayso.ontology.errors import UsageError
from sayso.ontology.iris import BASE
from tests.api.service.serving import KEY, MAY_WRITE, Served, assert_problem, served

PAGE = "http://127.0.0.1:3333"
HOSTS = [
    ("localhost", "localhost"),
    ("LocalHost:8000", "localhost"),
    ("localhost.", "localhost"),
    ("localhost.:80", "localhost"),
    ("localhost:", "localhost"),
    ("127.0.0.1:65535", "127.0.0.1"),
    ("[::1]", "[::1]"),
    ("[::1]:8000", "[::1]"),
    ("[0:0:0:0:0:0:0:1]:1", "[::1]"),
    ("[::1", None),
    ("::1", None),
    ("[::1]8000", None),
    ("[localhost]", None),
    ("[fe80::1%eth0]", "[fe80::1%eth0]"),
    ("localhost:8000:9", None),
    ("localhost:99999", None),
    ("localhost:٣", None),
    ("localhost:-1", None),
    ("evil.example", "evil.example"),
    ("localhost.evil.example", "localhost.evil.example"),
    ("evil.example/localhost", None),
    ("a@localhost", None),
    ("localhost,evil.example", None),
    ("local host", None),
    ("", None),
    (".", None),
    (":80", None),
    ("x" * 300, None),
]


@pytest.mark.parametrize(("header", "host"), HOSTS)
def test_a_host_has_one_spelling(header: str, host: str | None) -> None:
    assert host_of(header) == host


@given(st.text(max_size=40))
def test_no_host_header_crashes(header: str) -> None:
    host = host_of(header)
    assert host is None or host_of(host) in (host, host.removesuffix("."))


def test_hosts_of_the_setting_go_beside_the_loopback_s() -> None:
    assert served_hosts(" Sayso.Example. , ::2,[::3] ") == {
        "127.0.0.1",
        "localhost",
        "[::1]",
        "sayso.example",
        "[::2]",
        "[::3]",
    }


def status(service: Served, host: str | None, path: str = "/metrics") -> int:
    """Send a request with exactly this Host header, or without any."""
    connection = http.client.HTTPConnection(service.url.removeprefix("http://"), timeout=300)
    try:
        connection.putrequest("GET", path, skip_host=True)
        if host is not None:
            connection.putheader("Host", host)
        connection.endheaders()
        return connection.getresponse().status
    finally:
        connection.close()


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:1", "[::1]:80", "LOCALHOST."])
def test_the_loopback_is_served(service: Served, host: str) -> None:
    assert status(service, host) == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "a@localhost", ""]
)
def test_another_host_s_page_is_not(service: Served, host: str) -> None:
    assert status(service, host) in (400, 421)
    # Whoever watches over the service may come by any address.
    if host and "@" not in host:
        assert status(service, host, "/readyz") == 200
        assert_problem(service.client.get("/metrics", headers={"Host": host}), 421, "misdirected")


def test_a_request_without_a_host_is_refused(service: Served) -> None:
    assert status(service, None) in (400, 421)


def test_hosts_can_be_added_or_all_be_served(sample_folder: Path) -> None:
    with served(sample_folder, hosts="sayso.example", readers=1) as service:
        assert status(service, "SaySo.example:8000") == 200
        assert status(service, "other.example") == 421
    with served(sample_folder, hosts="*", readers=1) as service:
        assert status(service, "other.example") == 200


@pytest.mark.parametrize("given_", ["a", "0f8fad5b-d9cb-469f-a165-70867728950e", "A.b_c-9", "x" * 128])
def test_a_well_formed_id_is_kept(service: Served, given_: str) -> None:
    assert service.client.get("/healthz", headers={"X-Request-Id": given_}).headers["x-request-id"] == given_


@pytest.mark.parametrize("given_", ["", "a b", "-a", "x" * 129, "<script>", '{"a":1}', "a,b", "é"])
def test_any_other_id_is_replaced(service: Served, given_: str) -> None:
    headers = {"X-Request-Id": given_.encode("latin-1")}
    told = service.client.get("/healthz", headers=headers).headers["x-request-id"]
    assert len(told) == 32
    assert request_id(["a", "b"]) not in ("a", "b")


@pytest.mark.parametrize("path", ["/healthz", "/nothing/here", "/sparql", "/sparql?query=nonsense", "/reconcile"])
def test_every_answer_has_safe_headers(service: Served, path: str) -> None:
    headers = service.client.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["x-request-id"]


def test_long_answers_are_compressed_where_the_client_can(service: Served) -> None:
    plain = service.client.get("/openapi.json", headers={"Accept-Encoding": "identity"})
    packed = service.client.get("/openapi.json", headers={"Accept-Encoding": "gzip"})
    assert "content-encoding" not in plain.headers
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.json() == plain.json()


@pytest.fixture(scope="module")
def opened(sample_folder: Path) -> Iterator[Served]:
    """A service that one other origin's pages may read."""
    with served(sample_folder, cors_origins=f"{PAGE}/, https://a.example", readers=1) as running:
        yield running


@pytest.mark.parametrize("path", ["/reconcile", "/sparql?query=nonsense", "/nothing", "/actors?limit=x"])
def test_pages_of_set_origins_may_read_errors_too(opened: Served, path: str) -> None:
    assert opened.client.get(path, headers={"Origin": PAGE}).headers["access-control-allow-origin"] == PAGE
    for other in ("http://127.0.0.1:33333", "https://evil.example", "null", "http://a.example"):
        answer = opened.client.get(path, headers={"Origin": other})
        assert "access-control-allow-origin" not in answer.headers
        assert "Origin" in answer.headers["vary"]


def test_a_browser_that_asks_before_is_told(opened: Served, service: Served) -> None:
    asks = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization, content-type"}
    granted = opened.client.options("/sparql", headers={"Origin": PAGE, **asks})
    assert granted.status_code == 200
    assert granted.headers["access-control-allow-origin"] == PAGE
    assert_problem(opened.client.options("/sparql", headers={"Origin": "https://evil.example", **asks}), 400, "usage")
    closed = service.client.options("/sparql", headers={"Origin": PAGE, **asks})
    assert "access-control-allow-origin" not in closed.headers


def test_origins_are_read_strictly() -> None:
    assert origins_of(" http://127.0.0.1:3333/ ,https://A.example") == ("http://127.0.0.1:3333", "https://a.example")
    assert origins_of("") == ()
    for bad in ("a.example", "http://a.example/path", "http://", "http://a b", "https://*.a.example"):
        with pytest.raises(UsageError, match="SAYSO_CORS_ORIGINS"):
            origins_of(bad)


BAD_KEYS = ["short", "name=", "name=short", "=a-long-enough-key", "na me=a-long-enough-key", "a-long-enough-key,,",
            "a=with blanks in it", "a=ké-with-accents", "a=key-of-both-1,b=key-of-both-1", "a=key-one-11,a=key-two-22",
            "c29tZSBrZXk=", "a=" + "x" * 600]  # fmt: skip


@pytest.mark.parametrize("setting", BAD_KEYS)
def test_a_malformed_key_is_an_error_at_the_start_that_does_not_tell_it(setting: str) -> None:
    with pytest.raises(UsageError, match="SAYSO_API_KEY") as raised:
        Keys(setting)
    for part in setting.replace("=", ",").split(","):
        assert len(part) < 8 or part not in str(raised.value)


@pytest.mark.parametrize(
    "header", ["", "Bearer", "Bearer wrong-key-entirely", f"Basic {KEY}", KEY, f"Bearer {KEY}x", f"Bearer {KEY[:-1]}"]
)
def test_a_key_is_needed(service: Served, header: str) -> None:
    answer = service.client.get("/queries", headers={"Authorization": header})
    assert_problem(answer, 401, "unauthorized")
    assert answer.headers["www-authenticate"].startswith("Bearer")


def test_a_key_opens(service: Served) -> None:
    assert service.client.get("/queries", headers=MAY_WRITE).status_code == 200
    assert service.client.get("/queries", headers={"Authorization": f"bearer  {KEY}"}).status_code == 200


def test_a_fault_of_our_own_is_seen_as_other_errors_are(
    sample_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async def fault(_: Request) -> Response:
        raise RuntimeError("a secret of the inside")

    app = create_app(sample_folder, BASE, ServiceSettings(cors_origins=PAGE))
    app.router.routes.insert(0, Route("/fault", fault))

    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            return await client.get("/fault", headers={"Origin": PAGE, "X-Request-Id": "mine-1"})

    answer = asyncio.run(ask())
    assert "secret" not in assert_problem(answer, 500, "internal")
    assert answer.headers["access-control-allow-origin"] == PAGE
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["x-request-id"] == "mine-1"
    [line] = capsys.readouterr().err.splitlines()
    assert json.loads(line)["status"] == 500
