"""Count whose words are given to a person with a name who did not say them.

    .venv/bin/python -m benchmarks.misattributed [polnear|open] [--part train|dev] [--articles N] [-v]

The judges' own spans are read, so that nothing but who is meant is measured: of both judged corpora of ../shared the
train part, whose misses -v lists, or the dev part, of which only counts are printed. A speaker counts as found by name,
as score/facts.py compares names. "given to another person" are speakers found who are persons and bear none of the
names that the judge gives: a wrong node, which is worse than none.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from benchmarks.quality import SHARED, attribution_of, part
from benchmarks.speakers import norm
from sayso.loaders.attribution.tagger import tagger
from sayso.loaders.document import Document
from sayso.loaders.extraction import assemble
from sayso.loaders.facts import Extraction, Statement
from sayso.loaders.syntax import parse

_CORPORA = {"polnear": "corpus/polnear_meaning.jsonl", "open": "corpus/open.jsonl"}


@dataclass(frozen=True, slots=True)
class Attributed:
    """Whom the judge names for a statement, whom the program does, and where the statement begins (code points)."""

    wanted: frozenset[str]
    found: tuple[tuple[str, frozenset[str]], ...]
    source: str
    start: int


def main() -> None:
    """Measure one corpus' part and print the counts, with -v the misses of the train part."""
    told = _options()
    count: Counter[str] = Counter()
    for article, text in _articles(told.corpus, told.part, told.articles):
        for one in _attributed(article, text):
            _count(count, one)
            if told.verbose and told.part == "train":
                _show(one, text, article["id"])
    named, found = max(1, count["named"]), max(1, count["found"])
    print(f"speakers      P {100 * count['right'] / found:5.1f}  R {100 * count['right'] / named:5.1f}", end="")
    print(f"   ({count['right']} of {count['named']}, {count['found']} found)")
    print(f"given to another person   {100 * count['another'] / named:.1f}   ({count['another']} of {count['named']})")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", nargs="?", choices=[*_CORPORA], default="polnear")
    parser.add_argument("--part", choices=["train", "dev"], default="train")
    parser.add_argument("--articles", type=int, help="the first so many of the part alone")
    parser.add_argument("-v", dest="verbose", action="store_true")
    told = parser.parse_args()
    if not SHARED.is_dir():
        sys.exit("no ../shared beside the checkout: there is nothing to measure against")
    return told


def _articles(corpus: str, wanted: str, most: int | None) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield the judged articles of a part, with the spans of each statement, and their texts."""
    texts = {r["id"]: r for r in map(json.loads, (SHARED / "polnear/train.jsonl").open(encoding="utf-8"))}
    for article in part(SHARED / _CORPORA[corpus], wanted)[:most]:
        whole = article if "text" in article else texts[article["id"]]
        spans = [s if "content" in s else whole["attributions"][s["attribution"]] for s in article["statements"]]
        yield {**article, "spans": spans}, whole["text"]


def _attributed(article: dict[str, Any], text: str) -> Iterator[Attributed]:
    model = tagger()
    encoded, scored = model.run(text)
    read = model.understand(text, encoded, scored, [attribution_of(s) for s in article["spans"]])
    extraction = assemble(Document(article["id"], text), parse(text), read)
    places: dict[tuple[int, ...], Statement] = {}
    for statement in reversed(extraction.statements):
        first = statement.attribution.contents[0]
        places[first.start, first.end] = statement
    for judged, spans in zip(article["statements"], article["spans"], strict=True):
        told = places.get(tuple(spans["content"][0])) if spans["content"] else None
        if told is None or not judged.get("speaker"):
            continue
        yield Attributed(
            frozenset(map(norm, judged["speaker"])),
            tuple((key, _names(extraction, key)) for key in told.speakers),
            " ".join(text[a:b] for a, b in spans["source"]),
            min(a for a, _ in spans["source"] or spans["content"]),
        )


def _names(extraction: Extraction, key: str) -> frozenset[str]:
    actor = extraction.actors[key]
    return frozenset(map(norm, (actor.name, *actor.names)))


def _count(count: Counter[str], one: Attributed) -> None:
    count["named"] += len(one.wanted)
    count["found"] += len(one.found)
    count["right"] += sum(any(name in names for _, names in one.found) for name in one.wanted)
    count["another"] += len(_others(one))


def _others(one: Attributed) -> list[str]:
    """List the persons among those found who bear none of the wanted names."""
    return [min(names) for key, names in one.found if "person/" in key and names.isdisjoint(one.wanted)]


def _show(one: Attributed, text: str, name: str) -> None:
    for other in _others(one):
        around = " / ".join(text[max(0, one.start - 100) : one.start + 160].splitlines())
        print(f"{sorted(one.wanted)} | {one.source} | got {other} | … {around} … | {name}")


if __name__ == "__main__":
    main()
