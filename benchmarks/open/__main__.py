"""The open benchmark: who says what in 83 open articles, found by three extractors, in one table.

    python -m benchmarks.open [--texts TEXTS.jsonl] [--extractors textacy rules SaySo]

TEXTS has a line {"id" or "url", "text"} for each article that you fetched from the addresses in judgements.jsonl.gz;
without it, the corpus beside the checkout is taken. What is scored, and how: scoring.py; what the corpus is, and how it
is split: docs/corpus.md. Processor time on one thread, so that a busy machine changes little.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import os
import pickle
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.open.extractors import EXTRACTORS
from benchmarks.open.scoring import score
from benchmarks.open.standoff import Record, fitting, judgements

CORPUS = Path(__file__).resolve().parents[2].parent / "shared" / "corpus" / "open.jsonl"
COLUMNS = ("attribution", "speaker", "act", "positions", "demands")
LABELS = {"textacy": "textacy, direct quotations", "rules": "dependency rules", "SaySo": "**SaySo**"}
# Of the data card, docs/corpus.md: two independent readings of 32 further articles. Of statements, content alone is
# compared there.
READINGS = {"attribution": 94.8, "speaker": 96.2, "act": 93.0, "positions": 86.4, "demands": 83.3}
NOTE = """
F1 in percent (act: of the statements met) on {articles} of the {all} articles of open dev, {statements} statements.
Open dev trained nothing, but it has helped to choose SaySo's models: this is no blind test. The judgements, and the two
readings of 32 further articles (content alone under attribution), are by a language model under a written guide: an
upper bound. The parse of textacy and the rules is SaySo's. Articles a second of one core's time; memory in MB.
"""


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, default=CORPUS)
    parser.add_argument("--extractors", nargs="+", choices=list(EXTRACTORS), default=list(EXTRACTORS))
    given = parser.parse_args()
    if not given.texts.is_file():
        sys.exit(f"{given.texts}: there are no texts here; fetch them from the addresses, and name them with --texts")
    everything = dev()
    articles = list(fitting(given.texts, everything))
    if not articles:
        sys.exit(f"{given.texts}: none of these texts is one that was judged")
    print("| | " + " | ".join([*COLUMNS, "articles/s", "memory"]) + " |")
    print("|---" * (len(COLUMNS) + 3) + "|")
    for name in given.extractors:
        print(row(name, articles), flush=True)
    print(cells("two readings", [*(READINGS[each] for each in COLUMNS), None, None]))
    statements = sum(len(article["statements"]) for article in articles)
    print(NOTE.format(articles=len(articles), all=len(everything), statements=statements))


def dev() -> list[Record]:
    """Return the judgements of the dev part."""
    order = sorted(judgements(), key=lambda article: hashlib.sha256(article["id"].encode()).hexdigest())
    return order[::5]


def row(name: str, articles: list[Record]) -> str:
    """Run an extractor and return its line of the table."""
    if name == "textacy" and importlib.util.find_spec(name) is None:
        return cells(f"{LABELS[name]} (not installed)", [None] * (len(COLUMNS) + 2))
    with tempfile.TemporaryDirectory() as home:
        texts, out = Path(home) / "articles.jsonl", Path(home) / "found"
        texts.write_text("".join(json.dumps(article) + "\n" for article in articles), "utf-8")
        alone = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "TOKENIZERS_PARALLELISM": "false"}
        subprocess.run([sys.executable, "-m", "benchmarks.open.running", name, texts, out], check=True, env=alone)
        found, seconds, memory = pickle.loads(out.read_bytes())
    told = score(zip(articles, found, strict=True))
    return cells(LABELS[name], [*(told[each] for each in COLUMNS), len(articles) / seconds, memory])


def cells(label: str, values: list[Any]) -> str:
    """Return a line of the table."""
    shown = ["—" if value is None else f"{value:.1f}" if isinstance(value, float) else str(value) for value in values]
    return "| " + " | ".join([label, *shown]) + " |"


if __name__ == "__main__":
    main()
