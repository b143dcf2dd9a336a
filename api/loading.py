"""`sayso load`: articles into the store."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.api.console import complain, print_json, say
from sayso.api.dry_run import preview
from sayso.api.options import JsonOption, StoreOption
from sayso.api.progress import progress
from sayso.loaders.rejects import rejects_file
from sayso.ontology.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.api.settings import Settings
    from sayso.graph.store.store import Store
    from sayso.loaders.batch import BatchOptions, Copy, Report
    from sayso.loaders.readers import ReadingOptions


def load(
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help="Files, folders, or - for the standard input.")],
    store: StoreOption = None,
    format: Annotated[
        str | None, typer.Option(help="As text, html, jsonl, csv (docs/loading.md). Default: by each file's ending.")
    ] = None,
    encoding: Annotated[str | None, typer.Option(help="The files' encoding. Default: UTF-8.")] = None,
    metadata: Annotated[
        Path | None,
        typer.Option(metavar="FILE.csv", help="Tells of texts: file,title,source,url,published,language."),
    ] = None,
    map: Annotated[
        str | None,
        typer.Option("--map", metavar="FIELD=COLUMN,…", help="Where fields stand, as text=content,published=date."),
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
    known: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="People and bodies you know, as CSV or FollowTheMoney JSON lines."),
    ] = None,
    max_characters: Annotated[
        int | None, typer.Option(help="The longest text of one article (or SAYSO_MAX_CHARACTERS).")
    ] = None,
    to: Annotated[
        str | None,
        typer.Option("--to", metavar="URL", help="Load into a running service, with the key in SAYSO_API_KEY."),
    ] = None,
    rejects: Annotated[
        Path | None, typer.Option(metavar="FILE.jsonl", help="Gets every reject; the first hundred are shown anyway.")
    ] = None,
    fetch: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Paths that are addresses are feeds: fetch them into this folder."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show the first three articles as they would be loaded; load nothing.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Load articles: text, HTML, JSON, tables and more, by their ending.

    The same article again changes nothing; a changed text replaces what the old one said. What cannot be loaded is
    listed at the end, with the reason; the other articles are loaded, and the exit code is 1.

    \b
    sayso load articles/
    sayso load dump.jsonl --jobs 4
    sayso load letter.txt --published 2022-01-30 --language en
    sayso load texts/ --metadata texts.csv
    sayso load texts/ --known people.csv
    sayso load shards/*.nq.zst
    sayso load table.csv --map text=Content,published=Day --dry-run
    sayso load https://news.example/rss --fetch feeds/
    sayso load texts/ --to http://127.0.0.1:8000
    """
    from sayso.api.settings import read_settings
    from sayso.graph.store.store import Store
    from sayso.loaders.batch import BatchOptions
    from sayso.loaders.language import is_english
    from sayso.loaders.readers import ReadingOptions
    from sayso.loaders.readers.metadata import read_metadata
    from sayso.loaders.readers.options import field_map
    from sayso.loaders.shards.taking import is_shard

    settings = read_settings(store=store, jobs=jobs, min_confidence=min_confidence, max_characters=max_characters)
    reading = ReadingOptions(
        format=format,
        encoding=encoding,
        metadata=read_metadata(metadata, encoding) if metadata else {},
        published=published,
        language=language,
        id_prefix=id_prefix,
        max_characters=settings.max_characters,
        skip=tuple(str(path) for path in (metadata, rejects) if path is not None),
        mapped=field_map(map) if map else {},
        fetch=None if fetch is None else str(fetch),
    )
    shards = [path for path in paths if is_shard(path)]
    if shards and (len(shards) < len(paths) or to is not None or dry_run):
        raise UsageError(f"{shards[0]}: shards are loaded by themselves, into a store here")
    if dry_run:
        preview(paths, reading, as_json)
        return
    batch = BatchOptions(replace, again, any_language=is_english(language), jobs=settings.jobs)
    if to is not None:
        if min_confidence is not None:
            raise UsageError("--min-confidence: with --to this is a setting of the service (SAYSO_MIN_CONFIDENCE)")
        if known:
            raise UsageError("--known: a service knows the figures that SaySo brings; load into the store beside it")
        report = send_to(to, paths, reading, batch, rejects)
    else:
        figures = tuple(str(path) for path in known or ())
        with Store.open(settings.store, base=settings.base) as opened:
            report = (
                take(opened, shards, batch, rejects)
                if shards
                else load_into(opened, paths, reading, batch, settings, rejects, figures)
            )
    if as_json:
        print_json(summary(report))
    else:
        tell(report)
    if report.rejected:
        raise typer.Exit(1)


def load_into(
    store: Store,
    paths: Sequence[str],
    reading: ReadingOptions,
    batch: BatchOptions,
    settings: Settings,
    rejects: Path | None = None,
    known: tuple[str, ...] = (),
) -> Report:
    """Load paths into an open store, with a progress bar on a terminal.

    `rejects` is a file that gets every reject, `known` are files of figures.
    """
    from sayso.loaders.actors.gazetteer import gazetteer
    from sayso.loaders.batch import load as load_batch
    from sayso.loaders.extraction import extract
    from sayso.loaders.readers import Meter, read

    gazetteer(known)  # what is wrong with a file is told before the first article
    meter = Meter()
    readings = read(paths, reading, lambda text: complain(f"note: {text}"), meter)
    with progress(paths, reading, meter) as show, rejects_file(rejects) as reject:
        extracting = partial(extract, min_confidence=settings.min_confidence, known=known)
        return load_batch(readings, store, extracting, batch, show, reject)


def take(store: Store, shards: Sequence[str], batch: BatchOptions, rejects: Path | None = None) -> Report:
    """Load shards into an open store, with a progress bar on a terminal."""
    from sayso.loaders.readers import Meter, ReadingOptions
    from sayso.loaders.shards.taking import take_shards

    with progress(shards, ReadingOptions(), Meter()) as show, rejects_file(rejects) as reject:
        return take_shards(shards, store, batch, show, reject)


def send_to(
    url: str, paths: Sequence[str], reading: ReadingOptions, batch: BatchOptions, rejects: Path | None = None
) -> Report:
    """Send paths to a running service, with a progress bar where there is a terminal.

    Raises UsageError without a key, and as `sayso.api.sending.send` does.
    """
    from sayso.api.sending import Service, send
    from sayso.api.service.keys import first_key
    from sayso.loaders.readers import Meter, read

    setting = os.environ.get("SAYSO_API_KEY", "")
    if not setting.strip():
        raise UsageError("--to: put the service's key into SAYSO_API_KEY")
    options = {name: "true" for name in ("replace", "again") if getattr(batch, name)}
    if batch.any_language:
        options["language"] = "en"
    meter = Meter()
    readings = read(paths, reading, lambda text: complain(f"note: {text}"), meter)
    with progress(paths, reading, meter) as show, rejects_file(rejects) as reject:
        return send(readings, Service(url, first_key(setting), options), batch.jobs, show, reject)


def summary(report: Report) -> dict[str, object]:
    """Return a report as JSON tells it."""
    return {
        "loaded": report.loaded,
        "replaced": report.replaced,
        "unchanged": report.unchanged,
        "statements": report.statements,
        "near_duplicates": [{"where": c.where, "id": c.identifier, "others": list(c.others)} for c in report.copies],
        "rejects": report.rejects,
        "rejected": [{"where": rejected.where, "reason": rejected.reason} for rejected in report.rejected],
        "notes": [{"where": note.where, "note": note.text} for note in report.notes],
    }


def tell(report: Report) -> None:
    """Print a report for people: rejects to the standard error, one each line, and the numbers."""
    for rejected in report.rejected:
        complain(f"rejected: {rejected}")
    for note in report.notes:
        complain(f"note: {note.where}: {note.text}")
    if report.more_rejects:
        complain(f"and {report.more_rejects:,} more; --rejects FILE.jsonl gets them all")
    counts = (("loaded", report.loaded), ("replaced", report.replaced), ("unchanged", report.unchanged))
    told = ", ".join(f"{count:,} {name}" for name, count in (*counts, ("rejected", report.rejects)) if count)
    say(f"articles: {told or 'none found'}; {report.statements:,} statements extracted")
    if report.copies:
        say(_copies(report.copies))


def _copies(copies: Sequence[Copy]) -> str:
    amount = "1 article is" if len(copies) == 1 else f"{len(copies):,} articles are"
    shown = [f"{c.identifier} (as {', '.join(c.others[:2])}{' …' * (len(c.others) > 2)})" for c in copies[:5]]
    rest = f", and {len(copies) - 5:,} more" if len(copies) > 5 else ""
    return f"{amount} nearly the same as others: {', '.join(shown)}{rest}"
