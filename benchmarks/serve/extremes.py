"""What one request does to the rest: a stream of a million rows to the memory, a runaway query to the others' times."""

from __future__ import annotations

import os
import selectors
import threading
import time
from itertools import count
from pathlib import Path

from benchmarks.serve.load import Connection, Target
from benchmarks.serve.mix import Samples

ROWS = "SELECT ?s ?p ?o WHERE { ?s ?p ?o } LIMIT 1000000"
RUNAWAY = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } # %d"
_CLIENTS, _RATE = 8, 5.0


def stream_memory(target: Target, pid: int) -> float:
    """Read a million rows; return the megabytes that the service's own process grew by, at the most."""
    before, connection = _resident(pid), Connection(target)
    most = before
    connection.ask(target.request(ROWS))
    connection.socket.settimeout(300)
    while not connection.read():
        most = max(most, _resident(pid))
    return (most - before) / 1e6


def steady(target: Target, samples: Samples, seconds: float, *, runaway: bool) -> float:
    """Ask at a fixed rate with all clients, one of them a runaway's where told; return the others' p95 in seconds."""
    fresh, times = count(int(time.time())), []
    others = _CLIENTS - runaway
    if runaway:
        connection = Connection(target)
        connection.ask(target.request(RUNAWAY % next(fresh)))

    def ask(offset: float) -> None:
        one, start, number = Connection(target), time.perf_counter() + offset / _RATE, 0
        with selectors.DefaultSelector() as selector:
            selector.register(one.socket, selectors.EVENT_READ)
            while (due := start + number / _RATE) < start + seconds:
                time.sleep(max(0.0, due - time.perf_counter()))
                one.ask(target.request(samples.text("who said what", next(fresh))))
                while selector.select() and not one.read():
                    pass
                # From when it was due: a client that waits for its answer before asks no later in truth.
                times.append(time.perf_counter() - due)
                number += 1

    threads = [threading.Thread(target=ask, args=(index / others,)) for index in range(others)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if runaway:
        connection.socket.close()
    return sorted(times)[int(len(times) * 0.95)]


def _resident(pid: int) -> int:
    with Path(f"/proc/{pid}/statm").open() as told:
        return int(told.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
