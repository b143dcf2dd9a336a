"""Greedy clients beside a steady one: is anything of it refused, and how long does it wait?

    python -m benchmarks.starving [--statements 2000] [--seconds 20] [--greedy 2 8 32]

Each client has a loopback address of its own, 127.0.0.x. The greedy ones ask a cross product, again as soon as they are
answered. The steady one asks 20 times a second, look-ups and walks in turn, whatever became of its last request; what
it waits counts from the moment at which it wanted to ask. The bar: nothing of it refused, the 95th percentile of
look-ups within three times that of a quiet service, of the rest within 2 seconds.
"""

from __future__ import annotations

import argparse
import contextlib
import http.client
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from benchmarks.synthetic import make
from sayso.graph.store.solutions import Table
from sayso.graph.store.store import Store

PORT = 8765
RATE = 20
_BEFORE_SECONDS = 3.0
CROSS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
LOOKUP = "SELECT ?words ?act { <%s> sayso:content ?words ; sayso:act ?act }"


@dataclass
class Asked:
    """What became of the steady client's requests."""

    seconds: dict[str, list[float]] = field(default_factory=lambda: {"look-up": [], "rest": []})
    statuses: Counter[int] = field(default_factory=Counter)

    def p95(self, kind: str) -> float:
        """Return the 95th percentile of a kind, in seconds."""
        found = sorted(self.seconds[kind])
        return found[int(len(found) * 0.95)]


def ask(source: str, path: str) -> int:
    """Ask from an address; return the status."""
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=120, source_address=(source, 0))
    try:
        connection.request("GET", path, headers={"Accept": "application/json"})
        answer = connection.getresponse()
        answer.read()
        return answer.status
    finally:
        connection.close()


def steady(seconds: float, statements: list[str]) -> Asked:
    """Ask at the rate for so long."""
    told = Asked()

    def one(number: int, due: float) -> None:
        kind = "look-up" if number % 2 else "rest"
        lookup = "/sparql?query=" + quote(LOOKUP % statements[number % len(statements)])
        walks = (f"/statements?limit={10 + number % 40}", f"/actors?limit={10 + number % 40}", "/demands?limit=20")
        status = ask("127.0.0.250", lookup if number % 2 else walks[number // 2 % 3])
        told.seconds[kind].append(time.monotonic() - due)
        told.statuses[status] += 1

    started = time.monotonic()
    with ThreadPoolExecutor(128) as pool:
        for number in range(int(seconds * RATE)):
            due = started + number / RATE
            time.sleep(max(0.0, due - time.monotonic()))
            pool.submit(one, number, due)
    return told


@contextlib.contextmanager
def greedy(count: int) -> Iterator[Counter[int]]:
    """Have so many clients ask without end."""
    over, told = threading.Event(), Counter[int]()

    def loop(source: str) -> None:
        while not over.is_set():
            with contextlib.suppress(OSError, http.client.HTTPException):
                told[ask(source, "/sparql?query=" + quote(CROSS))] += 1

    threads = [threading.Thread(target=loop, args=(f"127.0.0.{number + 2}",), daemon=True) for number in range(count)]
    for thread in threads:
        thread.start()
    try:
        yield told
    finally:
        over.set()


@contextlib.contextmanager
def service(folder: Path) -> Iterator[None]:
    """Serve a store as `sayso serve` does, in a process of its own."""
    command = [
        sys.executable,
        "-c",
        "from sayso.api.command import main; main()",
        "serve",
        "--store",
        str(folder),
        "--port",
        str(PORT),
    ]
    process = subprocess.Popen(command, env={**os.environ, "SAYSO_LOG": "off"}, stderr=subprocess.DEVNULL)
    try:
        for _ in range(600):
            with contextlib.suppress(OSError):
                if ask("127.0.0.1", "/readyz") == 200:
                    break
            time.sleep(0.1)
        yield
    finally:
        process.terminate()
        process.wait()


def main() -> None:
    """Measure a quiet service, then one beside greedy clients; print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--statements", type=int, default=2000)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--greedy", type=int, nargs="*", default=[2, 8, 32])
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "starving.store"
        make(folder, given.statements)
        with Store.open(folder, read_only=True) as store:
            found = store.query("SELECT ?s { ?s a sayso:Statement } LIMIT 500")
        if not isinstance(found, Table):
            raise TypeError("a SELECT answers with a table")
        statements = [row["s"] for row in found.records()]
        quiet = None
        for count in (0, *given.greedy):
            # Each begins without a name: who is greedy is learnt anew.
            with service(folder):
                steady(_BEFORE_SECONDS, statements)
                with greedy(count) as told:
                    asked = steady(given.seconds, statements)
            quiet = quiet or asked
            bar = asked.p95("look-up") <= 3 * quiet.p95("look-up") and asked.p95("rest") <= 2
            refused = sum(number for status, number in asked.statuses.items() if status != 200)
            print(
                f"{count:3} greedy: look-ups p95 {asked.p95('look-up') * 1000:7.1f} ms, "
                f"rest p95 {asked.p95('rest') * 1000:7.1f} ms, refused {refused}, {dict(asked.statuses)}; "
                f"the greedy were told {dict(told)}: {'as it should be' if bar and not refused else 'PAST THE BAR'}",
                flush=True,
            )


if __name__ == "__main__":
    main()
