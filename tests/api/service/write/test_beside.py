"""Reading, writing and extracting go on beside each other."""

from __future__ import annotations

import threading
from pathlib import Path

import httpx2 as httpx

from tests.api.service.serving import KEY, MAY_WRITE, Served, served

UPDATE = {**MAY_WRITE, "Content-Type": "application/sparql-update"}
WRITES, CLIENTS = 60, 6


def test_readers_are_answered_while_snapshot_follows_snapshot(folder: Path) -> None:
    """More clients than readers wait for their turn, and the snapshots that they were told of are soon old ones."""
    seen: list[list[int]] = [[] for _ in range(CLIENTS)]
    end = threading.Event()

    def ask(service: Served, mine: list[int]) -> None:
        with httpx.Client(base_url=service.url, timeout=60) as client:
            while not end.is_set():
                answer = client.get(
                    "/sparql",
                    params={"query": "SELECT (COUNT(*) AS ?n) { ?s <urn:p> ?o }"},
                    headers={"Accept": "text/csv"},
                )
                assert answer.status_code == 200, answer.text
                mine.append(int(answer.text.split()[1]))

    with served(folder, api_key=KEY) as service:
        threads = [threading.Thread(target=ask, args=(service, mine)) for mine in seen]
        for thread in threads:
            thread.start()
        for number in range(WRITES):
            text = f"INSERT DATA {{ <urn:{number}> <urn:p> 1 , 2 }}"
            assert service.client.post("/sparql/update", content=text, headers=UPDATE).status_code == 204
        end.set()
        for thread in threads:
            thread.join()
    for mine in seen:
        # Nobody sees half a write, or what was before what he saw.
        assert mine == sorted(mine)
        assert all(count % 2 == 0 for count in mine)
        assert mine[-1] <= 2 * WRITES
    assert any(len(set(mine)) > 2 for mine in seen)


def test_an_extraction_keeps_neither_writers_nor_readers_waiting(extracting: Served) -> None:
    long = "".join(f"The mayor of town {i} said on Monday that school number {i} would open. " for i in range(1200))
    answered: list[int] = []

    def extract() -> None:
        with httpx.Client(base_url=extracting.url, timeout=300) as client:
            answered.append(client.post("/extract", content=long, headers={"Content-Type": "text/plain"}).status_code)

    thread = threading.Thread(target=extract)
    thread.start()
    beside = 0
    while thread.is_alive() and beside < 20:
        text = f"INSERT DATA {{ <urn:beside> <urn:q> {beside} }}"
        assert extracting.client.post("/sparql/update", content=text, headers=UPDATE).status_code == 204
        query = f"ASK {{ <urn:beside> <urn:q> {beside} }}"
        assert extracting.client.get("/sparql", params={"query": query}).json()["boolean"] is True
        beside += thread.is_alive()
    thread.join()
    extracting.client.post("/sparql/update", content="DELETE WHERE { <urn:beside> ?p ?o }", headers=UPDATE)
    assert answered == [200]
    assert beside >= 2
