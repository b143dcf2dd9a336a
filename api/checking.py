"""`sayso verify`: which quotations of a text stand in the articles."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.api.console import print_json, print_table, say
from sayso.api.options import JsonOption, StoreOption
from sayso.ontology.errors import UsageError

if TYPE_CHECKING:
    from sayso.api.settings import Settings
    from sayso.graph.store.store import Store

_COLUMNS = ("verdict", "words", "said by", "differs", "article", "day")
_FORMATS = {".html": "html", ".htm": "html", ".xhtml": "html", ".json": "json"}


def verify(
    file: Annotated[str, typer.Argument(metavar="FILE|-", help="A text or a web page; - for the standard input.")],
    store: StoreOption = None,
    html: Annotated[
        Path | None, typer.Option("--html", metavar="FILE.html", help="Write a page of its own; - for standard output.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Look for the quotations of a text in the articles: verbatim, nearly (and what differs), or not at all.

    For each: who said it where, in which sentence, and whether the text gives it to the same speaker. Sentences whose
    content words a paraphrase shares are shown beside it. The exit code is 1 where something is not found.

    \b
    sayso verify draft.txt
    sayso verify draft.txt --html checked.html
    """
    from sayso.api.settings import read_settings
    from sayso.graph.store.store import Store

    settings = read_settings(store=store)
    body = _read(file)
    with Store.open(settings.store, read_only=True, base=settings.base) as opened:
        told = verified(body, _FORMATS.get(Path(file).suffix.lower(), "text"), opened, settings)
    if html is not None:
        from sayso.api.sheet.verdict_sheet import verdict_sheet
        from sayso.api.showing import write_page

        write_page(verdict_sheet(told), html)
    elif as_json:
        print_json(told)
    else:
        _print(told)
    if told["counts"].get("absent"):
        raise typer.Exit(1)


def verified(body: bytes, format: str, store: Store, settings: Settings) -> dict[str, Any]:
    """Return what `sayso.graph.answers.quotations.verifying.verify` says of a text's claims, with the `text`.

    Raises RejectedInput for what is no text.
    """
    from sayso.graph.answers.quotations.verifying import verify as look
    from sayso.graph.model.rendering import as_json
    from sayso.loaders.extractor.claiming import claims_of_text
    from sayso.loaders.extractor.job import ExtractJob

    job = ExtractJob(
        body,
        format,
        store="",
        base=store.base,
        purpose="claims",
        max_characters=settings.max_characters,
        min_confidence=settings.min_confidence,
    )
    claimed = claims_of_text(job, store)
    return {"text": claimed.text, **as_json(look(store, claimed.claims))}


def _read(file: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        raise UsageError(f"{file}: cannot be read ({error.strerror})") from error


def _print(told: dict[str, Any]) -> None:
    from sayso.api.sheet.verdict_sheet import WORDS

    if not told["claims"]:
        say("the text quotes nobody")
        return
    print_table(_COLUMNS, _rows(told["claims"]), evidence="sentence")
    counts = ", ".join(f"{told['counts'][name]} {words}" for name, words in WORDS.items() if told["counts"].get(name))
    say(f"{counts}{f'; {told["left"]} more were not looked for' if told['left'] else ''}")


def _rows(claims: list[dict[str, Any]]) -> Iterator[dict[str, str]]:
    from sayso.api.sheet.verdict_sheet import speakers_of, warning

    for claim in claims:
        quoted = claim["kind"] == "quotation"
        words = f"“{claim['words']}”" if quoted else claim["words"]
        if not claim["matches"]:
            yield {"verdict": "absent", "words": words, "said by": "", "sentence": ""}
            continue
        best = claim["matches"][0]
        differs = [
            f"{one['kind']}: {' → '.join(filter(None, (one['ours'], one['theirs'])))}" for one in best["differences"]
        ]
        article = best["article"]
        yield {
            "verdict": claim["verdict"],
            "words": words,
            "said by": speakers_of(best["speakers"]),
            "differs": "; ".join(filter(None, (warning(best), *(differs if quoted else ())))),
            "article": str(article["title"] or article["identifier"]),
            "day": str(best["day"] or ""),
            "sentence": best["sentence"],
        }
