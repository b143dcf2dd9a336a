"""Measure how often a stranger becomes a known figure, and how often a known figure is found.

    strangers.py [-v]      -v: each false link, and each figure that is not found

Strangers: the surname of each known figure takes the place of a name in sentences whose speaker has a title, a town or
a profession ("The Leeds fire chief Merkel said …"); a link to the figure is false. Known: articles that name a figure
in full, with the first names taken out, so that an office or the setting has to tell. The frames (articles of
../shared/corpus/open.jsonl, offsets, figures) stand in strangers.json and were chosen before the rule; the text does
not stand here and is read at run time.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
CORPUS = HERE.parents[1] / "shared/corpus/open.jsonl"
sys.path.insert(0, str(HERE.parent))

from sayso.loaders.actors.casting import find_cast  # noqa: E402
from sayso.loaders.actors.gazetteer import Figure, gazetteer  # noqa: E402
from sayso.loaders.facts import Attribution, Span  # noqa: E402
from sayso.loaders.syntax import parse  # noqa: E402

FRAMES_EACH = 8  # sentences that each surname is put into


def main() -> None:
    """Print both measures."""
    verbose = "-v" in sys.argv[1:]
    if not CORPUS.is_file():
        sys.exit("no ../shared beside the checkout: there is nothing to measure against")
    print(report(verbose))


def report(verbose: bool = False) -> str:
    """Return both measures as lines for people; `benchmarks/quality.py` prints them too."""
    frames = json.loads((HERE / "strangers.json").read_text("utf8"))
    articles = {a["id"]: a for a in map(json.loads, CORPUS.open(encoding="utf8"))}
    tried, wrong = 0, []
    for figure, text, span in strangers(frames["strangers"], articles):
        tried += 1
        if figure.key in linked(text, span, None):
            wrong.append(f"{figure.name}: {text}")
    looked, lost = 0, []
    for figure, article, text in known(frames["known"], articles):
        looked += 1
        if figure.key not in linked(text, None, day(article)):
            lost.append(f"{figure.name}: {article['id']}")
    lines = [*(f"  false link  {w}" for w in wrong), *(f"  not found   {x}" for x in lost)] if verbose else []
    return "\n".join(
        [
            *lines,
            f"strangers   {len(wrong)} of {tried} become a known figure ({100 * len(wrong) / tried:.1f} %)",
            f"known       {looked - len(lost)} of {looked} are found ({100 * (looked - len(lost)) / looked:.1f} %)",
        ]
    )


def strangers(frames: list[list[Any]], articles: dict[str, dict[str, Any]]) -> Iterator[tuple[Figure, str, Span]]:
    """Yield each figure's surnames in sentences about others, with the place of the surname."""
    for order, figure in enumerate(gazetteer().figures):
        surname = figure.surname
        for step in range(FRAMES_EACH):
            article, start, end, first, last = frames[(order * FRAMES_EACH + step) % len(frames)]
            text = articles[article]["text"]
            at = first - start
            sentence = text[start:first] + surname + text[last:end]
            yield figure, sentence, Span(at, at + len(surname))


def known(frames: list[list[str]], articles: dict[str, dict[str, Any]]) -> Iterator[tuple[Figure, dict[str, Any], str]]:
    """Yield articles that name a figure, without the first names."""
    by_key = {figure.key: figure for figure in gazetteer().figures}
    for identifier, slug, _ in frames:
        figure, article = by_key[f"person/{slug}"], articles[identifier]
        text = article["text"]
        for name in sorted(figure.full_names, key=len, reverse=True):
            text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", figure.surname, text)
        yield figure, article, text


def linked(text: str, name: Span | None, published: date | None) -> set[str]:
    """Return the keys of whom a text names; `name` is marked as a source."""
    found = [Attribution((), (), (name,))] if name else []
    return set(find_cast(parse(text), found, published=published).actors)


def day(article: dict[str, Any]) -> date | None:
    """Return when an article was published."""
    return date.fromisoformat(article["published"][:10]) if article.get("published") else None


if __name__ == "__main__":
    main()
