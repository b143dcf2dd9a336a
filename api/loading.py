"""`sayso load`: articles into the store."""

from __future__ import annotations

import os
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.api.console import complain, print_json, say
from sayso.api.options import JsonOption, StoreOption
from sayso.ontology.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sayso.api.settings import Settings
    from sayso.graph.store.store import Store
    from sayso.loaders.batch import BatchOptions, Copy, Report
    from sayso.loaders.readers import ReadingOptions


def load(
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help="Files, folders, or - for the standard input.")],
    store: StoreOption = None,
    format: Annotated[
        str | None, typer.Option(help="text, html, jsonl or json. Default: by each file's ending.")
    ] = None,
    encoding: Annotated[str | None, typer.Option(help="The files' encoding. Default: UTF-8.")] = None,
    metadata: Annotated[
        Path | None,
        typer.Option(metavar="FILE.csv", help="Tells of texts: file,title,source,url,published,language."),
    ] = None,
    published: Annotated[str | None, typer.Option(metavar="DATE", help="The date of articles that tell none.")] = None,
    language: Annotated[
        str | None,
        typer.Option(metavar="TAG", help="The language of articles that tell none; en insists that all are English."),
    ] = None,
    id_prefix: Annotated[str, typer.Option(metavar="TEXT", help="Is put before every article's id.")] = "",
    replace: Annotated[
        bool, typer.Option("--replace", help="Let an article take another's place under one id.")
    ] = False,
    again: Annotated[bool, typer.Option("--again", help="Extract anew what has not changed.")] = False,
    jobs: Annotated[int | None, typer.Option(help="How many processes extract (or SAYSO_JOBS). Default: 1")] = None,
    min_confidence: Annotated[
        float | None, typer.Option(help="Keep statements at least so sure, 0 to 1 (or SAYSO_MIN_CONFIDENCE).")
    ] = None,
    max_characters: Annotated[
        int | None, typer.Option(help="The longest text of one article (or SAYSO_MAX_CHARACTERS).")
    ] = None,
    to: Annotated[
        str | None,
        typer.Option("--to", metavar="URL", help="Load into a running service, with the key in SAYSO_API_KEY."),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Load articles: text, HTML, JSON or JSON Lines, by their ending.

    The same article again changes nothing; a changed text replaces what the old one said. What cannot be loaded is
    listed at the end, with the reason; the other articles are loaded, and the exit code is 1.

    \b
    sayso load articles/
    sayso load dump.jsonl --jobs 4
    sayso load letter.txt --published 2022-01-30 --language en
    sayso load texts/ --metadata texts.csv
    sayso load texts/ --to http://127.0.0.1:8000
    """
    from sayso.api.settings import read_settings
    from sayso.graph.store.store import Store
    from sayso.loaders.batch import BatchOptions
    from sayso.loaders.language import is_english
    from sayso.loaders.readers import ReadingOptions
    from sayso.loaders.readers.metadata import read_metadata

    settings = read_settings(store=store, jobs=jobs, min_confidence=min_confidence, max_characters=max_characters)
    reading = ReadingOptions(
        format=format,
        encoding=encoding,
        metadata=read_metadata(metadata, encoding) if metadata else {},
        published=published,
        language=language,
        id_prefix=id_prefix,
        max_characters=settings.max_characters,
        skip=str(metadata) if metadata else None,
    )
    batch = BatchOptions(replace, again, any_language=is_english(language), jobs=settings.jobs)
    if to is not None:
        if min_confidence is not None:
            raise UsageError("--min-confidence: with --to this is a setting of the service (SAYSO_MIN_CONFIDENCE)")
        report = send_to(to, paths, reading, batch)
    else:
        with Store.open(settings.store, base=settings.base) as opened:
            report = load_into(opened, paths, reading, batch, settings)
    if as_json:
        print_json(summary(report))
    else:
        tell(report)
    if report.rejected:
        raise typer.Exit(1)


def load_into(
    store: Store, paths: Sequence[str], reading: ReadingOptions, batch: BatchOptions, settings: Settings
) -> Report:
    """Load paths into an open store, with a progress bar where there is a terminal."""
    from sayso.loaders.batch import load as load_batch
    from sayso.loaders.extraction import extract
    from sayso.loaders.readers import read

    readings = read(paths, reading, lambda text: complain(f"note: {text}"))
    with _progress() as show:
        return load_batch(readings, store, partial(extract, min_confidence=settings.min_confidence), batch, show)


def send_to(url: str, paths: Sequence[str], reading: ReadingOptions, batch: BatchOptions) -> Report:
    """Send paths to a running service, with a progress bar where there is a terminal.

    Raises UsageError without a key, and as `sayso.api.sending.send` does.
    """
    from sayso.api.sending import Service, send
    from sayso.api.service.keys import first_key
    from sayso.loaders.readers import read

    setting = os.environ.get("SAYSO_API_KEY", "")
    if not setting.strip():
        raise UsageError("--to: put the service's key into SAYSO_API_KEY")
    options = {name: "true" for name in ("replace", "again") if getattr(batch, name)}
    if batch.any_language:
        options["language"] = "en"
    readings = read(paths, reading, lambda text: complain(f"note: {text}"))
    with _progress() as show:
        return send(readings, Service(url, first_key(setting), options), batch.jobs, show)


@contextmanager
def _progress() -> Iterator[Callable[[Report], object]]:
    """Yield what shows a report so far."""
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    from sayso.api.console import console

    shown = console(stderr=True)
    columns = (SpinnerColumn(), TextColumn("{task.description}"), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=shown, transient=True, disable=not shown.is_terminal) as progress:
        task = progress.add_task("articles", total=None)
        yield lambda report: progress.update(
            task, completed=report.read, description=f"articles, {report.statements} statements"
        )


def summary(report: Report) -> dict[str, object]:
    """Return a report as JSON tells it."""
    return {
        "loaded": report.loaded,
        "replaced": report.replaced,
        "unchanged": report.unchanged,
        "statements": report.statements,
        "near_duplicates": [{"where": c.where, "id": c.identifier, "others": list(c.others)} for c in report.copies],
        "rejected": [{"where": rejected.where, "reason": rejected.reason} for rejected in report.rejected],
    }


def tell(report: Report) -> None:
    """Print a report for people: rejects to the standard error, one each line, and the numbers."""
    for rejected in report.rejected:
        complain(f"rejected: {rejected}")
    counts = (("loaded", report.loaded), ("replaced", report.replaced), ("unchanged", report.unchanged))
    told = ", ".join(f"{count:,} {name}" for name, count in (*counts, ("rejected", len(report.rejected))) if count)
    say(f"articles: {told or 'none found'}; {report.statements:,} statements extracted")
    if report.copies:
        say(_copies(report.copies))


def _copies(copies: Sequence[Copy]) -> str:
    amount = "1 article is" if len(copies) == 1 else f"{len(copies):,} articles are"
    shown = [f"{c.identifier} (as {', '.join(c.others[:2])}{' …' * (len(c.others) > 2)})" for c in copies[:5]]
    rest = f", and {len(copies) - 5:,} more" if len(copies) > 5 else ""
    return f"{amount} nearly the same as others: {', '.join(shown)}{rest}"
