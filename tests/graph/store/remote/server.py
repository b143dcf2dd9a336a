"""A SPARQL server of another make on the loopback: the native one of the PyPI package `oxigraph`."""

from __future__ import annotations

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
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    command = [str(_PROGRAM), "serve", "--location", str(folder), "--bind", f"127.0.0.1:{port}"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            _wait(port)
            yield Address(f"http://127.0.0.1:{port}/query", f"http://127.0.0.1:{port}/update")
        finally:
            process.kill()


def _wait(port: int) -> None:
    for _ in range(1200):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError("the native server does not start")
