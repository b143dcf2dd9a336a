"""Measure loading of shards beside the engine's own bulk load of the same lines, each in a process of its own, in turn.

    .venv/bin/python -m benchmarks.loading SHARD… [--rounds 3]
    .venv/bin/python -m benchmarks.loading --statements 10000

SHARD is what `sayso extract` writes, packed or not; `--statements` invents one. Seconds are of the processor and of the
clock, from an empty folder to a published store with its index of actors; putting files together afterwards is told
apart. How many statements share a telling run of five words with one of another article is printed, too: what shares
none is loaded as it is, and all else has to be read and compared.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median

import pyoxigraph as ox
from pyoxigraph import RdfFormat

from benchmarks.growth import shard
from sayso.graph.actors.search.searching import keep_index
from sayso.graph.edits.unread import UnreadArticle
from sayso.graph.store.store import Store
from sayso.loaders.batch import BatchOptions
from sayso.loaders.readers.opened import open_file
from sayso.loaders.readers.packed import unpacked
from sayso.loaders.readers.reader import SourceFile
from sayso.loaders.shards.taking import shipped, take_shards
from sayso.ontology.iris import BASE, article_of, names_statement


def unpack(paths: Iterable[str], into: Path) -> int:
    """Write all lines of shards into one file; return how many there are."""
    with into.open("wb") as file:
        for path in paths:
            with open_file(path) as stream:
                ending = Path(path).suffix.lower()
                lines = stream if ending == ".nq" else unpacked(SourceFile(path, Path(path).stem, stream), ending)
                shutil.copyfileobj(lines, file)
    with into.open("rb") as file:
        return sum(1 for _ in file)


def sharing(path: Path) -> tuple[int, int]:
    """Count the statements of a shard, and those that share a fingerprint with a statement of another article."""
    owners: defaultdict[int, set[str]] = defaultdict(set)
    prints: dict[str, tuple[int, ...]] = {}
    statements = 0
    for one in shipped([str(path)], BASE):
        if isinstance(one, Exception):
            raise one
        statements += one.statements
        if isinstance(one.graph, UnreadArticle):
            prints |= {node: numbers for node, numbers in one.graph.prints.items() if names_statement(node)}
    for node, numbers in prints.items():
        for number in numbers:
            owners[number].add(article_of(node))
    return statements, sum(any(len(owners[number]) > 1 for number in numbers) for numbers in prints.values())


def bulk_load(path: Path, folder: Path) -> None:
    """Load a file by the engine alone."""
    ox.Store(str(folder)).bulk_load(path=str(path), format=RdfFormat.N_QUADS)


def load(path: Path, folder: Path) -> None:
    """Load a file as `sayso load` does, and publish it."""
    with Store.open(folder) as store:
        take_shards([str(path)], store, BatchOptions())
        store.publish()
        keep_index(store)


WAYS: dict[str, Callable[[Path, Path], None]] = {"bulk_load": bulk_load, "load": load}


def alone(way: str, path: Path) -> tuple[float, float]:
    """Run one way in a process of its own; return seconds of the processor and of the clock."""
    command = [sys.executable, "-m", "benchmarks.loading", "--way", way, str(path)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    processor, clock = done.stdout.split()
    return float(processor), float(clock)


def once(way: str, path: Path) -> None:
    """Load in this process into a passing folder; print the seconds of the processor and of the clock."""
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        begun, clock = time.process_time(), time.perf_counter()
        WAYS[way](path, Path(folder) / "store")
        print(time.process_time() - begun, time.perf_counter() - clock)


def compare(path: Path, quads: int, rounds: int) -> None:
    """Load by both ways in turn; print their medians and how they compare."""
    took: dict[str, list[tuple[float, float]]] = {way: [] for way in WAYS}
    for _ in range(rounds):
        for way in WAYS:
            took[way].append(alone(way, path))
    processor = {way: median(one for one, _ in times) for way, times in took.items()}
    clock = {way: median(one for _, one in times) for way, times in took.items()}
    for way in WAYS:
        print(f"{way:<10} {processor[way]:6.1f} s of the processor, {clock[way]:6.1f} by the clock")
    of_bulk = f"{processor['bulk_load'] / processor['load']:.2f} by the processor"
    print(f"load is {of_bulk}, {clock['bulk_load'] / clock['load']:.2f} by the clock, of bulk_load ({quads:,} quads)")


def main() -> None:
    """Read the arguments and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shards", nargs="*", metavar="SHARD")
    parser.add_argument("--statements", type=int, help="invent a shard of so many")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--way", choices=WAYS, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.way:
        once(given.way, Path(given.shards[0]))
        return
    if bool(given.shards) == bool(given.statements):
        parser.error("name shards, or how many --statements to invent")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "shard.nq"
        quads = shard(path, given.statements) if given.statements else unpack(given.shards, path)
        statements, alike = sharing(path)
        print(f"{statements:,} statements, {100 * alike / max(statements, 1):.1f} % share words with other articles'")
        compare(path, quads, given.rounds)


if __name__ == "__main__":
    main()
