"""The servers that are measured, each a process over the same snapshot."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from benchmarks.serve.load import Target

_BIN = Path(sys.executable).parent
_START_SECONDS = 120


@contextmanager
def sayso(folder: Path, **settings: str) -> Iterator[tuple[Target, int]]:
    """Run `sayso serve` over a store; give its address and its process's number."""
    port = free_port()
    command = [str(_BIN / "sayso"), "serve", "--store", str(folder), "--port", str(port)]
    with _running(command, port, {f"SAYSO_{name.upper()}": value for name, value in settings.items()}) as pid:
        yield Target("sayso", port, "/sparql"), pid


@contextmanager
def native(snapshot: Path) -> Iterator[tuple[Target, int]]:
    """Run the native server of the PyPI package `oxigraph` over a snapshot, with the same default graph."""
    port = free_port()
    location = ["--location", str(snapshot / "database"), "--union-default-graph"]
    command = [str(_BIN / "oxigraph"), "serve-read-only", *location, "--bind", f"127.0.0.1:{port}"]
    with _running(command, port, {}) as pid:
        yield Target("native", port, "/query"), pid


@contextmanager
def rdflib_endpoint(snapshot: Path) -> Iterator[tuple[Target, int]]:
    """Run rdflib-endpoint with oxrdflib over a snapshot."""
    port = free_port()
    command = [sys.executable, "-m", "benchmarks.serve.endpoint", str(snapshot / "database"), str(port)]
    with _running(command, port, {}) as pid:
        yield Target("rdflib", port, "/sparql"), pid


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


@contextmanager
def _running(command: list[str], port: int, settings: dict[str, str]) -> Iterator[int]:
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, stdout=quiet, stderr=quiet, env={**os.environ, **settings}) as process:
        try:
            _wait(port, process)
            yield process.pid
        finally:
            process.terminate()


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + _START_SECONDS
    while time.monotonic() < until and process.poll() is None:
        try:
            with urlopen(f"http://127.0.0.1:{port}/healthz", timeout=10):
                return
        except (URLError, TimeoutError) as error:
            # Any answer is one: the native server has no page at this address.
            if hasattr(error, "code"):
                return
            time.sleep(0.1)
    raise SystemExit(f"{Path(str(process.args[0])).name} did not start")  # type: ignore[index]
