"""Nobody is starved: greedy clients wait for themselves; an address is one client, and so is a key."""

import http.client
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import pytest

from sayso.api.service.clients import network_of
from tests.api.service.serving import Served, assert_problem, served

CROSS = "/sparql?query=" + quote("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }")
SECONDS = 15
NETWORKS = [
    ("127.0.0.2", "127.0.0.2"),
    ("192.0.2.7:4711", "192.0.2.7"),
    ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
    ("[2001:db8:1:2::9]:443", "2001:db8:1:2::/64"),
    ("::ffff:192.0.2.7", "192.0.2.7"),
    (' "192.0.2.7" ', "192.0.2.7"),
    ("unknown", "unknown"),
    ("", "unknown"),
    ("x" * 1000, "unknown"),
]


@pytest.mark.parametrize(("address", "client"), NETWORKS)
def test_an_address_is_one_client(address: str, client: str) -> None:
    assert network_of(address) == client


def ask(
    service: Served, source: str, path: str, headers: dict[str, str] | None = None
) -> tuple[int, http.client.HTTPMessage]:
    """Ask from a loopback address of one's own."""
    connection = http.client.HTTPConnection(
        service.url.removeprefix("http://"), timeout=300, source_address=(source, 0)
    )
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        return answer.status, answer.headers
    finally:
        connection.close()


@contextmanager
def greedy(service: Served, clients: int, told: list[int]) -> Iterator[None]:
    """Have so many clients ask what never ends, again and again."""
    over = threading.Event()

    def loop(number: int) -> None:
        while not over.is_set():
            told.append(ask(service, f"127.0.0.{number + 2}", CROSS)[0])

    threads = [threading.Thread(target=loop, args=(number,)) for number in range(clients)]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        over.set()
        for thread in threads:
            thread.join()


def test_two_greedy_clients_take_nothing_from_a_third(sample_folder: Path) -> None:
    told: list[int] = []
    with served(sample_folder, query_seconds=SECONDS, queue_seconds=60, readers=2) as service, greedy(service, 2, told):
        times = []
        for number in range(20):
            started = time.monotonic()
            status, _ = ask(service, "127.0.0.99", f"/actors?limit={number + 1}")
            times.append(time.monotonic() - started)
            assert status == 200
    assert set(told) <= {504, 429}
    # Until it is known who is greedy there is something to wait for; then nothing is, least of all for one of their
    # queries to come to its end. So long a time is no matter of how fast the machine is.
    assert sorted(times[10:])[5] < SECONDS / 2


def test_the_greedy_one_is_told_when_to_come_again(sample_folder: Path) -> None:
    with served(sample_folder, query_seconds=4, queue_seconds=60, client_queue=2, readers=2) as service:
        with ThreadPoolExecutor(8) as pool:
            asked = [pool.submit(ask, service, "127.0.0.2", CROSS) for _ in range(8)]
        told = [each.result() for each in asked]
        assert {status for status, _ in told} == {429, 504}
        for status, headers in told:
            if status == 429:
                assert int(headers["Retry-After"]) >= 1
                assert headers["Content-Type"] == "application/problem+json"


def working_and_waiting(service: Served) -> int:
    """Return how many queries there are, whether they have a reader or not."""
    lines = (line.split() for line in service.client.get("/metrics").text.splitlines())
    return sum(int(line[1]) for line in lines if line[0] in {"sayso_readers_busy", "sayso_queries_waiting"})


def test_who_waits_when_the_service_is_stopped_is_told_to_come_again(sample_folder: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        with served(sample_folder, query_seconds=60, queue_seconds=60, readers=2) as service:
            asked = [pool.submit(ask, service, f"127.0.0.{number + 2}", CROSS) for number in range(4)]
            # Two work and two wait, or, where the reader that is kept from long ones rests, one works and three wait.
            while working_and_waiting(service) < 4 and not any(each.done() for each in asked):
                time.sleep(0.05)
        for status, headers in (each.result() for each in asked):
            assert status == 503
            assert int(headers["Retry-After"]) >= 1
            assert headers["Content-Type"] == "application/problem+json"
            assert headers["X-Request-Id"]


FOREIGN = ["https://evil.example", "null", "http://127.0.0.1:3333"]


@pytest.mark.parametrize("origin", FOREIGN)
@pytest.mark.parametrize("path", ["/extract", "/sparql", "/reconcile", "/articles"])
def test_a_foreign_page_cannot_have_the_service_work(service: Served, origin: str, path: str) -> None:
    headers = {"Origin": origin, "Content-Type": "text/plain"}
    assert_problem(service.client.post(path, content="It said so.", headers=headers), 403, "forbidden")


def test_the_own_page_and_those_of_the_settings_can(service: Served, sample_folder: Path) -> None:
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    for origin in (service.url, "HTTP://" + service.url.removeprefix("http://")):
        asked = service.client.post("/sparql", content="query=ASK{}", headers={"Origin": origin, **form})
        assert asked.status_code == 200
    with served(sample_folder, readers=1, cors_origins=FOREIGN[0], hosts="sayso.example") as opened:
        for origin in (FOREIGN[0], "https://sayso.example"):
            asked = opened.client.post("/sparql", content="query=ASK{}", headers={"Origin": origin, **form})
            assert asked.status_code == 200
