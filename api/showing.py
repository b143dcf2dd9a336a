"""`sayso show`: an article with every statement marked, in the terminal or as a page of its own."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.api.console import print_json, print_table, say
from sayso.api.options import JsonOption, StoreOption
from sayso.ontology.errors import RejectedInput, UsageError

if TYPE_CHECKING:
    from sayso.api.settings import Settings
    from sayso.graph.answers.article import StoredArticle
    from sayso.graph.store.store import Store

_COLUMNS = ("speaker", "act", "about", "words")


def show(
    article: Annotated[
        str,
        typer.Argument(metavar="ARTICLE|FILE|-", help="Its identifier or IRI in the store, or a file of one article."),
    ],
    store: StoreOption = None,
    html: Annotated[
        Path | None, typer.Option("--html", metavar="FILE.html", help="Write a page of its own; - for standard output.")
    ] = None,
    language: Annotated[str | None, typer.Option(metavar="TAG", help="en insists that the file is English.")] = None,
    published: Annotated[str | None, typer.Option(metavar="DATE", help="The date of a file that tells none.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Show an article with its statements: from the store, or read from a file, which needs no store.

    The page that --html writes is one file, opens offline and fetches nothing. A file is meant where there is one of
    that name; it is not stored. With --store, what was decided in the store holds for it.

    \b
    sayso show 000_051bb416b91fbc6c --html article.html
    sayso show letter.txt --html letter.html
    """
    from sayso.api.settings import read_settings
    from sayso.graph.answers.article import article as article_of
    from sayso.graph.model.rendering import as_json as tell
    from sayso.graph.store.store import Store

    settings = read_settings(store=store)
    if article == "-" or Path(article).is_file():
        with _known(settings, chosen=store is not None) as known:
            told = tell(read_file(article, known, settings, language, published))
    else:
        with Store.open(settings.store, read_only=True, base=settings.base) as opened:
            told = tell(article_of(opened, article))
    if html is not None:
        from sayso.api.sheet.article_sheet import article_sheet

        write_page(article_sheet(told), html)
    elif as_json:
        print_json(told)
    else:
        _print(told)


def write_page(page: str, path: Path) -> None:
    """Write a page to a file, or to the standard output for "-". Raises UsageError where that cannot be."""
    data = page.encode("utf-8", "replace")
    if str(path) == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        path.write_bytes(data)
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror})") from error
    say(f"{path}: written ({len(data) / 1000:,.0f} KB)")


def read_file(
    path: str, known: Store, settings: Settings, language: str | None, published: str | None
) -> StoredArticle:
    """Return the one article of a file as `sayso.graph.answers.article` tells it; `known` is where decisions come from.

    Raises RejectedInput for what is no article, UsageError for a file of several.
    """
    from functools import partial

    from sayso.loaders.admission import incoming
    from sayso.loaders.batch import told_by
    from sayso.loaders.extraction import extract
    from sayso.loaders.extractor.extracting import shown
    from sayso.loaders.language import check_language, is_english
    from sayso.loaders.readers import ReadingOptions, read
    from sayso.loaders.workers import extracted

    options = ReadingOptions(published=published, language=language, max_characters=settings.max_characters)
    found = list(read([path], options))
    if len(found) != 1:
        raise UsageError(f"{path}: it holds {len(found)} articles; load them, and show one by its identifier")
    [document] = found
    if isinstance(document, RejectedInput):
        raise document
    if not is_english(language):
        check_language(document)
    [(_, outcome)] = extracted([document], partial(extract, min_confidence=settings.min_confidence), 1)
    quads, _ = told_by(document, outcome, known.base)
    return shown(document, incoming(document), quads, known)


def _known(settings: Settings, *, chosen: bool) -> AbstractContextManager[Store]:
    from sayso.graph.store.store import Store

    if chosen:
        return Store.open(settings.store, read_only=True, base=settings.base)
    return Store.in_memory(settings.base)


def _print(told: dict[str, Any]) -> None:
    say(str(told["title"] or told["identifier"]))
    rows = [
        {
            "speaker": ", ".join(ref["name"] for ref in card["speakers"]) or "not named",
            "act": str(card["act"]),
            "about": ", ".join(ref["name"] for ref in card["about"]),
            "words": str(card["words"]),
            "sentence": str(card["sentence"]),
        }
        for card in told["statements"]
    ]
    print_table(_COLUMNS, rows, evidence="sentence")
    say(f"{len(rows):,} statement{'s' * (len(rows) != 1)}; --html FILE.html makes a page of it")
