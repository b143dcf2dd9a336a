"""95 % intervals of the facts' scores, over articles: what another sample of the same kind would give."""

from __future__ import annotations

import json
import random
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

SAMPLES = 1_000
F1S = {  # what is scored: right, found and wanted among the counts of ../shared/score/facts.py
    "statements": ("st", "sp", "sg"),
    "speaker": ("kt", "kp", "kg"),
    "about": ("at", "ap", "ag"),
    "demands": ("dt", "dp", "dg"),
    "posts": ("ot", "op", "og"),
    "positions": ("pt", "pp", "pg"),
}
SHARES = {"act": ("act", "st"), "told": ("told", "told_n"), "when": ("when", "when_n")}


def intervals(score: Path, gold: Path, graph: Path) -> list[str]:
    """Return a line for each score: its name and the interval that 95 of 100 drawings of the articles give."""
    counts = article_counts(score, gold, graph)
    draw = random.Random(1)
    drawn = [sum((draw.choice(counts) for _ in counts), Counter[str]()) for _ in range(SAMPLES)]
    scores: dict[str, Callable[[Counter[str]], float]] = {
        **{name: lambda c, k=keys: f1(*(c[x] for x in k)) for name, keys in F1S.items()},
        **{name: lambda c, k=keys: 100 * c[k[0]] / max(1, c[k[1]]) for name, keys in SHARES.items()},
    }
    return [f"{name:11} {_middle([of(c) for c in drawn])}" for name, of in scores.items()]


def article_counts(score: Path, gold: Path, graph: Path) -> list[Counter[str]]:
    """Count article by article what facts.py adds up."""
    sys.path.insert(0, str(score))
    import facts  # type: ignore[import-not-found]

    found = facts.collect(facts.load(graph))

    def names(actors: Sequence[str]) -> set[str]:
        return set().union(*(found["labels"][a] for a in actors))

    counts = []
    for doc in json.loads(gold.read_text(encoding="utf-8")):
        count: Counter[str] = Counter()
        places = [doc.get("id"), doc.get("file"), Path(doc.get("file", "")).stem]
        article: Any = next((found["articles"][i] for i in places if i in found["articles"]), None)
        facts.score_statements(doc, article, found, count, names, "")
        facts.score_demands(doc, article, found, count, names)
        facts.score_positions(doc, article, found, count, names)
        facts.score_posts(doc, article, found, count, "")
        counts.append(count)
    return counts


def f1(right: int, found: int, wanted: int) -> float:
    """Return the F1 in percent."""
    return 200 * right / (found + wanted) if found + wanted else 0.0


def _middle(values: list[float]) -> str:
    ordered = sorted(values)
    return f"{ordered[int(0.025 * len(ordered))]:5.1f} to {ordered[int(0.975 * len(ordered)) - 1]:5.1f}"
