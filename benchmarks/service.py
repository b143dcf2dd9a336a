"""Measure the service over HTTP: requests a second and p50/p95, repeated and cold, at 1 and 8 clients.

    .venv/bin/python benchmarks/service.py FOLDER [REQUESTS]

FOLDER is a store's; the service runs in a process of its own, on the loopback.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path

import httpx2 as httpx

PORT = 18765
MIX = {
    "point look-up": "SELECT ?c { ?s sayso:content ?c } LIMIT 1",
    "who said what": "SELECT ?a ?c ?b { ?s sayso:speaker ?a ; sayso:about ?b ; sayso:content ?c } LIMIT 100",
    "aggregate": "SELECT ?a (COUNT(*) AS ?n) { ?s sayso:act ?a } GROUP BY ?a",
    "10,000 rows": "SELECT * { ?s ?p ?o } LIMIT 10000",
    "path": "SELECT DISTINCT ?b { ?a a sayso:Country . ?a (^sayso:speaker/sayso:about)+ ?b } LIMIT 100",
}


def measure(ask: Callable[[str], float], texts: list[str], clients: int) -> str:
    """Ask all texts with so many clients; tell requests a second, p50 and p95 in milliseconds."""
    started = time.perf_counter()
    with ThreadPoolExecutor(clients) as threads:
        times = sorted(threads.map(ask, texts))
    rate = len(texts) / (time.perf_counter() - started)
    p50, p95 = (1000 * times[int(len(times) * share)] for share in (0.5, 0.95))
    return f"{rate:7.0f}/s {p50:8.1f} {p95:8.1f}"


def main(folder: Path, requests: int) -> None:
    """Start the service, measure the mix, end the service."""
    command = [str(Path(sys.executable).parent / "sayso"), "serve", "--store", str(folder), "--port", str(PORT)]
    fresh = count()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as server:
        try:
            with httpx.Client(base_url=f"http://127.0.0.1:{PORT}", timeout=120) as client:
                while not _ready(client):
                    time.sleep(0.1)

                def ask(text: str) -> float:
                    started = time.perf_counter()
                    client.get("/sparql", params={"query": text}).raise_for_status()
                    return time.perf_counter() - started

                print(f"{'':16}{'clients':>8}{'':10}{'p50 ms':>8} {'p95 ms':>8}")
                for name, text in MIX.items():
                    for clients in (1, 8):
                        cold = [f"{text} # {next(fresh)}" for _ in range(requests)]
                        print(f"{name:16}{clients:8} cold     {measure(ask, cold, clients)}")
                        print(f"{name:16}{clients:8} repeated {measure(ask, [text] * requests, clients)}")
        finally:
            server.terminate()


def _ready(client: httpx.Client) -> bool:
    try:
        return client.get("/readyz").status_code == 200
    except httpx.TransportError:
        return False


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 200)
