"""Measure speaker, about and posts on open articles with the annotators' own attributions: the later steps alone.

    whom.py [NUMBER] [SEED]      so many articles of the train part of ../shared/corpus/open.jsonl, 60 by default

The comparison is that of ../shared/score/facts.py. The dev part trains nothing and is not read here.
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
sys.path[:0] = [str(ROOT), str(SHARED / "score")]

from pyoxigraph import Store  # noqa: E402

from sayso.loaders.document import Document  # noqa: E402
from sayso.loaders.extraction import assemble  # noqa: E402
from sayso.loaders.facts import Attribution, Span  # noqa: E402
from sayso.loaders.mapping import actor_quads, article_quads  # noqa: E402
from sayso.loaders.syntax import parse  # noqa: E402
from sayso.ontology.files import ontology_quads  # noqa: E402


def main(number: int = 60, seed: int = 1) -> None:
    """Print the three measures."""
    if not SHARED.is_dir():
        sys.exit("no ../shared beside the checkout: there is nothing to measure against")
    import corpus
    import facts

    articles = sorted(corpus.articles(SHARED / "corpus/open.jsonl", "train"), key=lambda a: str(a["id"]))
    random.Random(seed).shuffle(articles)
    count: Counter[str] = Counter()
    for article in articles[:number]:
        found = facts.collect(graph_of(article))
        node, gold = found["articles"][article["id"]], json.loads(json.dumps(corpus.gold(article)))

        def names(actors: list[str], labels: Any = found["labels"]) -> set[str]:
            return {name for actor in actors for name in labels[actor]}

        facts.score_statements(gold, node, found, count, names, False)
        facts.score_posts(gold, node, found, count, False)
    for what, key in (("speaker", "k"), ("about", "a"), ("posts", "o")):
        print(f"{what:8} {facts.prf(count[key + 't'], count[key + 'p'], count[key + 'g'])}")


def graph_of(article: dict[str, Any]) -> Store:
    """Return the graph of an article with the annotators' attributions."""

    def spans(pairs: list[list[int]]) -> tuple[Span, ...]:
        return tuple(Span(a, b) for a, b in pairs)

    document = Document(article["id"], article["text"], article.get("title"), published=article.get("published"))
    given = [Attribution(spans(s["content"]), spans(s["cue"]), spans(s["source"])) for s in article["statements"]]
    extraction = assemble(document, parse(document.text), given)
    store = Store()
    for quads in (ontology_quads(), article_quads(document, extraction), actor_quads(extraction.actors.values())):
        store.extend(quads)
    return store


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
