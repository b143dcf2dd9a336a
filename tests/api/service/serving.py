"""A service on the loopback for tests: a real server in a thread, over a store of the sample."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx2 as httpx
import uvicorn

from sayso.api.service.app import create_app
from sayso.api.service.settings import ServiceSettings
from sayso.api.service.wire import wire
from sayso.graph.store.remote.address import Address
from sayso.ontology.iris import BASE

KEY = "a-key-for-tests"
MAY_WRITE = {"Authorization": f"Bearer {KEY}"}


@dataclass(frozen=True)
class Served:
    """A running service."""

    url: str
    client: httpx.Client


@contextmanager
def served(folder: Path | Address, **settings: object) -> Iterator[Served]:
    """Serve the store in `folder` until the block ends.

    It has one reader where not told otherwise: to start each takes longer than most tests.
    """
    told = ServiceSettings(**{"readers": 1, "reader_memory_mb": 600, "log": "off", **settings})  # type: ignore[arg-type]
    app = create_app(folder, BASE, told)
    listener = socket.create_server(("127.0.0.1", 0))
    url = f"http://127.0.0.1:{listener.getsockname()[1]}"
    server = uvicorn.Server(
        uvicorn.Config(
            app, http=wire(told), ws="none", log_level="critical", timeout_graceful_shutdown=5, proxy_headers=False
        )
    )
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    while not server.started:
        if not thread.is_alive():
            listener.close()
            raise AssertionError("the service did not start")
        time.sleep(0.01)
    try:
        with httpx.Client(base_url=url, timeout=300) as client:
            yield Served(url, client)
    finally:
        server.should_exit = True
        thread.join()
        listener.close()


def assert_problem(answer: httpx.Response, status: int, type_: str | None = None) -> str:
    """Hold an answer to the one shape of errors; return its detail."""
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    told = answer.json()
    assert told["status"] == status
    assert told["type"].startswith("https://w3id.org/sayso/problem/")
    assert type_ is None or told["type"].endswith(f"/{type_}")
    assert told["title"]
    assert told["detail"]
    assert answer.headers["x-request-id"]
    return str(told["detail"])
