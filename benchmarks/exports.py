"""Measure the exports of a large store: seconds and the most memory (RSS) of each format, each in its own process.

    .venv/bin/python -m benchmarks.synthetic FOLDER --statements 100000
    .venv/bin/python -m benchmarks.exports FOLDER [FORMAT …] [--aggregate | --statements-as-nodes]

Without a format, all of them. "before" is the memory once the store is open and nothing was exported yet.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from pathlib import Path
from typing import IO, cast

from sayso.graph.export.options import ExportOptions
from sayso.graph.export.rdf import graphs
from sayso.graph.export.registry import NAMES, write
from sayso.graph.store.store import Store


class Nowhere:
    """A file that counts its bytes and keeps none."""

    def __init__(self) -> None:
        self.bytes = 0

    def write(self, data: bytes) -> int:
        """Count the bytes."""
        self.bytes += len(data)
        return len(data)

    def flush(self) -> None:
        """Do nothing."""

    def close(self) -> None:
        """Do nothing."""

    closed = False


def measure(folder: Path, name: str, options: ExportOptions) -> str:
    """Export once; return a line with the seconds, of which of the processor, the memory and the bytes."""
    with Store.open(folder, read_only=True) as store:
        next(iter(graphs(store)), None)
        before, output = _memory("VmRSS"), Nowhere()
        wall, processor = time.perf_counter(), time.process_time()
        write(store, name, cast(IO[bytes], output), options)
        wall, processor = time.perf_counter() - wall, time.process_time() - processor
        size = f"{output.bytes / 1e6:9.1f}"
        return f"{name:12}{wall:8.1f}{processor:8.1f}{before:9.0f}{_memory('VmHWM'):8.0f}{size}"


def _memory(name: str) -> float:
    """Return a figure of the kernel's about this process, in MB."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(f"{name}:"))


def main() -> None:
    """Read the arguments; measure one format here, several in a process each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("formats", nargs="*", choices=[*NAMES, []], metavar="FORMAT")
    parser.add_argument("--aggregate", action="store_true")
    parser.add_argument("--statements-as-nodes", action="store_true")
    parser.add_argument("--bare", action="store_true", help=argparse.SUPPRESS)
    told = parser.parse_args()
    options = ExportOptions(aggregate=told.aggregate, statements_as_nodes=told.statements_as_nodes)
    if told.bare:
        print(measure(told.folder, told.formats[0], options))
        return
    print(f"{'format':12}{'s':>8}{'cpu s':>8}{'before':>9}{'MB':>8}{'MB out':>9}", flush=True)
    flags = [flag for flag in ("--aggregate", "--statements-as-nodes") if flag in sys.argv]
    for name in told.formats or NAMES:
        command = [sys.executable, "-m", "benchmarks.exports", str(told.folder), name, "--bare", *flags]
        subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
