"""Measure the service over HTTP beside the native server and rdflib-endpoint, on the same snapshot in the same run.

    .venv/bin/python -m benchmarks.serve [FOLDER] [--statements 100000] [--seconds 2] [--clients 1 8 32]

FOLDER is a store's; without one, a synthetic store is made for the run. For each kind of question, each number of
clients, and for cold questions (no text twice) and repeated ones (one text): answers a second, p50 and p95 in
milliseconds; then ratios of the total time of the mix, which holds as many questions of each kind. A ratio over 1 means
that the service is faster. Afterwards: the memory that a stream of a million rows adds, and what a runaway query does
to others.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import count, repeat
from pathlib import Path
from statistics import median

from benchmarks.serve import servers
from benchmarks.serve.extremes import steady, stream_memory
from benchmarks.serve.load import Load, Target, load
from benchmarks.serve.mix import KINDS, Samples, sample
from benchmarks.synthetic import make
from sayso.graph.store.snapshots import latest

_STEADY_SECONDS, _ROUNDS = 10.0, 2
_APART = 1_000_000

type Results = dict[tuple[bool, int, str, str], Load]


def main() -> None:
    """Read the arguments and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--statements", type=int, default=100_000)
    parser.add_argument("--seconds", type=float, default=2.0, help="of each cell")
    parser.add_argument("--clients", type=int, nargs="+", default=[1, 8, 32])
    parser.add_argument("--no-rdflib", action="store_true", help="leave rdflib-endpoint out: it is slow")
    parser.add_argument("--extremes-only", action="store_true", help="only the stream and the runaway query")
    arguments = parser.parse_args()
    with ExitStack() as stack:
        folder = arguments.folder
        if folder is None:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory())) / "synthetic.store"
            make(folder, arguments.statements)
        snapshot = latest(folder)
        if snapshot is None:
            raise SystemExit(f"{folder}: there is no published snapshot here")
        ours, pid = stack.enter_context(servers.sayso(folder, log="off", query_seconds="300"))
        targets = [ours, stack.enter_context(servers.native(snapshot))[0]]
        if not arguments.no_rdflib:
            targets.append(stack.enter_context(servers.rdflib_endpoint(snapshot))[0])
        samples = sample(snapshot)
        if not arguments.extremes_only:
            report(measure(targets, samples, arguments.clients, arguments.seconds), targets, arguments.clients)
        print(f"\na stream of up to 1,000,000 rows adds {stream_memory(ours, pid):.0f} MB to the service's process")
        report_runaway(ours, samples)


def measure(targets: list[Target], samples: Samples, clients: list[int], seconds: float) -> Results:
    """Measure every cell, the servers after one another within each, so that they meet the same weather."""
    numbers, results = count(1), {}
    print(f"{'':16}{'clients':>8} {'':9}" + "".join(f"{t.name:>10}/s   p50 ms   p95 ms" for t in targets), flush=True)
    for kind in KINDS:
        for number in clients:
            for cold in (True, False):
                cells, first = [], next(numbers) * _APART
                for target in targets:
                    # Each gets the same questions in the same order: some actors have said a thousand times more.
                    load(target, _requests(target, samples, kind, count(first + _APART // 2), cold), 1, seconds / 10)
                    requests = _requests(target, samples, kind, count(first), cold)
                    found = results[cold, number, kind, target.name] = load(target, requests, number, seconds)
                    p50, p95 = (1000 * found.percentile(share) for share in (0.5, 0.95))
                    cells.append(f"{1 / found.each:>10.0f}/s {p50:>8.1f} {p95:>8.1f}")
                print(f"{kind:16}{number:>8} {'cold' if cold else 'repeated':9}" + "".join(cells), flush=True)
    return results


def report(results: Results, targets: list[Target], clients: list[int]) -> None:
    """Print the ratios of the mix's total time, and those of each kind."""
    for other in targets[1:]:
        print(f"\ntimes as fast as {other.name}, by clients")
        print(f"{'':26}" + "".join(f"{number:>8}" for number in clients))
        for cold in (True, False):
            word = "cold" if cold else "repeated"
            rows = {kind: (kind,) for kind in KINDS} | {"the mix": tuple(KINDS)}
            for name, kinds in rows.items():
                cells = []
                for number in clients:
                    ours, theirs = (
                        sum(results[cold, number, kind, target].each for kind in kinds)
                        for target in (targets[0].name, other.name)
                    )
                    cells.append(f"{theirs / ours:>8.2f}")
                print(f"{name:16}{word:10}" + "".join(cells))


def report_runaway(target: Target, samples: Samples) -> None:
    """Measure the others' p95 without and with a runaway query in turn, and compare the medians.

    One quiet run that something else disturbed would make any service look unmoved.
    """
    rounds = [runaway for _ in range(_ROUNDS) for runaway in (False, True)] + [False]
    told = [(runaway, steady(target, samples, _STEADY_SECONDS, runaway=runaway)) for runaway in rounds]
    quiet, beside = (median(time for which, time in told if which is runaway) for runaway in (False, True))
    print("p95 at a fixed rate, ms: " + ", ".join(f"{1000 * time:.1f}{' beside' * which}" for which, time in told))
    print(f"medians {1000 * quiet:.1f} and, beside a runaway query, {1000 * beside:.1f} ({beside / quiet:.1f} times)")


def _requests(target: Target, samples: Samples, kind: str, fresh: Iterator[int], cold: bool) -> Iterator[bytes]:
    if cold:
        return (target.request(samples.text(kind, number)) for number in fresh)
    return repeat(target.request(samples.text(kind, 0)))


if __name__ == "__main__":
    main()
