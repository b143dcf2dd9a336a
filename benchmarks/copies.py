"""Measure loading a text that thousands of articles share, beside as many different ones.

    .venv/bin/python -m benchmarks.copies [--articles 5000] [--varied]

Each article has a hundred and twenty words, of which one speaker says twenty; they are taken from a shard, as `sayso
load` takes it. With `--varied` each copy begins with words of its own. Seconds are of the processor.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.growth import named
from sayso.graph.store.store import Store
from sayso.loaders.batch import BatchOptions
from sayso.loaders.document import Document
from sayso.loaders.facts import Actor, Attribution, Extraction, Mention, Span, Statement
from sayso.loaders.mapping import actor_quads, article_quads
from sayso.loaders.shards.making import article_lines
from sayso.loaders.shards.taking import take_shards
from sayso.ontology.iris import BASE, derived_graph

_NAME, _SAYS = "Vera Person", " said that "
_WORDS = [f"word{number}" for number in range(5_000)]
_LENGTH, _SAID = 120, 20


def article(number: int, seed: int, begin: str) -> tuple[Document, Extraction]:
    """Invent an article whose words follow from a seed, but for how it begins."""
    words = random.Random(seed).choices(_WORDS, k=_LENGTH)
    said, rest = " ".join(words[:_SAID]), " ".join(words[_SAID:])
    text = f"{begin}{_NAME}{_SAYS}{said}. {rest}."
    who = Span(len(begin), len(begin) + len(_NAME))
    content = Span(who.end + len(_SAYS), who.end + len(_SAYS) + len(said))
    attribution = Attribution((content,), (Span(who.end + 1, who.end + 5),), (who,), 0.9)
    actor = Actor("person/vera-person", "Person", _NAME, frozenset({_NAME}))
    statement = Statement(attribution, Span(who.start, content.end + 1), "indirect", "state", (actor.key,), ())
    return Document(f"copy-{number}", text, published="2024-03-12"), Extraction(
        {actor.key: actor}, (Mention(who, actor.key),), (), (statement,), (), (), (("sayso", "synthetic"),)
    )


def lines(articles: int, *, equal: bool, varied: bool) -> Iterator[bytes]:
    """Yield the lines of a shard, an article at a time."""
    for number in range(articles):
        document, extraction = article(number, 0 if equal else number, f"Paper {number} tells. " if varied else "")
        quads = (*article_quads(document, extraction), *actor_quads(named(extraction)))
        yield article_lines(document, quads, BASE)


def measure(articles: int, *, equal: bool, varied: bool) -> None:
    """Load a shard into a new store; print how long it took and how many links there are."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "shard.nq"
        with path.open("wb") as file:
            file.writelines(lines(articles, equal=equal, varied=varied))
        with Store.open(Path(folder) / "store") as store:
            begun = time.process_time()
            report = take_shards([str(path)], store, BatchOptions())
            took = time.process_time() - begun
            links = sum(1 for _ in store.quads(derived_graph(BASE)))
        if report.loaded != articles:
            raise SystemExit(f"{report.loaded} of {articles} were loaded: {report.rejected[:3]}")
    print(f"{articles:,} {'equal' if equal else 'different'} articles: {took:.1f} s, {links:,} links", flush=True)


def main() -> None:
    """Read the arguments and measure both."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=5_000)
    parser.add_argument("--varied", action="store_true")
    given = parser.parse_args()
    for equal in (False, True):
        measure(given.articles, equal=equal, varied=given.varied)


if __name__ == "__main__":
    main()
