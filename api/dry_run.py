"""`sayso load --dry-run`: the first articles as they would be loaded, and where each field came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from sayso.api.console import complain, print_json, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.loaders.document import Document
    from sayso.loaders.readers import ReadingOptions

ARTICLES = 3
_REJECTS = 20
_SHOWN = 400
_FIELDS = ("id", "title", "source", "url", "published", "language", "authors")


def preview(paths: Sequence[str], reading: ReadingOptions, as_json: bool) -> None:
    """Show the first three articles, and what is rejected before them. Raises Exit with 1 where anything is.

    Nothing is extracted and no store is opened: an article that a store holds already is shown as any other.
    """
    from sayso.loaders.readers import read
    from sayso.ontology.errors import RejectedInput

    articles: list[Document] = []
    rejected: list[RejectedInput] = []
    for one in read(paths, reading, lambda text: complain(f"note: {text}")):
        if isinstance(one, RejectedInput):
            rejected.append(one)
        else:
            articles.append(one)
        if len(articles) == ARTICLES or len(rejected) == _REJECTS:
            break
    if as_json:
        told = [{"where": reject.where, "reason": reject.reason} for reject in rejected]
        print_json({"articles": [_told(article) for article in articles], "rejected": told})
    else:
        for article in articles:
            _show(article)
        say(f"dry run: {len(articles)} articles shown, nothing loaded")
        for reject in rejected:
            complain(f"rejected: {reject}")
    if rejected:
        raise typer.Exit(1)


def _told(article: Document) -> dict[str, object]:
    """Return an article as JSON tells it: of each field what it is and where it was found."""
    places = dict(article.found)
    values = {name: getattr(article, name) for name in (*_FIELDS, "text")}
    return {
        "where": article.origin,
        **{name: {"value": value, "from": places.get(name)} for name, value in values.items() if value},
    }


def _show(article: Document) -> None:
    places = dict(article.found)
    say(f"\n{article.origin}")
    for name in _FIELDS:
        value = getattr(article, name)
        shown = "; ".join(value) if isinstance(value, tuple) else value
        say(f"  {name:<10} {_line(shown or '–')}" + (f"   ← {places[name]}" if name in places and value else ""))
    size = f"{len(article.text):,} characters"
    say(f"  {'text':<10} {size}" + (f"   ← {places['text']}" if "text" in places else ""))
    say(f"    {_line(article.text)}")


def _line(text: str) -> str:
    flat = " ".join(text[: 4 * _SHOWN].split())
    return flat if len(flat) <= _SHOWN else flat[:_SHOWN] + "…"
