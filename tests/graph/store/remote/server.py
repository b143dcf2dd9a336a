"""A SPARQL server of another make on the loopback: the native one of the PyPI package `oxigraph`."""

from __future__ import annotations

import random
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sayso.graph.store.remote.address import Address

_PROGRAM = Path(sys.executable).parent / "oxigraph"


@contextmanager
def remote(folder: Path) -> Iterator[Address]:
    """Run a server over a new database in `folder` until the block ends; skip where the package is not installed."""
    if not _PROGRAM.exists():
        pytest.skip("the native server (PyPI's oxigraph) is not installed")
    port = free_port()
    command = [str(_PROGRAM), "serve", "--location", str(folder), "--bind", f"127.0.0.1:{port}"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            wait_for(port)
            yield Address(f"http://127.0.0.1:{port}/query", f"http://127.0.0.1:{port}/update")
        finally:
            process.kill()


def free_port() -> int:
    """Return a port that nobody listens at now, for a server that has to be told one."""
    while True:
        # Below those that the system gives to who asks for any: one of them might be gone before the server has it.
        port = random.SystemRandom().randrange(10_000, 30_000)
        try:
            socket.create_server(("127.0.0.1", port)).close()
        except OSError:
            continue
        return port


def wait_for(port: int) -> None:
    """Return once somebody listens; raises RuntimeError after five minutes."""
    for _ in range(6000):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError("the server does not start")
