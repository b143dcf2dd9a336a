"""`sayso load`: articles into the store."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from sayso.api.console import complain, print_json, say
from sayso.api.dry_run import preview
from sayso.api.grouped import grouped
from sayso.api.load_options import (
    AgainOption,
    DryRunOption,
    FetchOption,
    JobsOption,
    KnownOption,
    MaxCharactersOption,
    MetadataOption,
    MinConfidenceOption,
    PathsArgument,
    ReadAs,
    RejectsOption,
    ReplaceOption,
    ToOption,
)
from sayso.api.options import JsonOption, StoreOption
from sayso.api.progress import progress
from sayso.loaders.rejects import rejects_file
from sayso.ontology.errors import UsageError
from sayso.ontology.namespaces import TYPE
from sayso.ontology.terms import ARTICLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.api.settings import Settings
    from sayso.graph.store.store import Store
    from sayso.loaders.batch import BatchOptions, Copy, Report
    from sayso.loaders.readers import ReadingOptions

# From so many articles on, if they are half of the store, its files are put together.
_MANY = 200


@grouped
def load(
    paths: PathsArgument,
    *,
    store: StoreOption = None,
    read_as: ReadAs,
    metadata: MetadataOption = None,
    replace: ReplaceOption = False,
    again: AgainOption = False,
    jobs: JobsOption = None,
    min_confidence: MinConfidenceOption = None,
    known: KnownOption = None,
    max_characters: MaxCharactersOption = None,
    to: ToOption = None,
    rejects: RejectsOption = None,
    fetch: FetchOption = None,
    dry_run: DryRunOption = False,
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
    from sayso.loaders.batch import BatchOptions

    settings = read_settings(store=store, jobs=jobs, min_confidence=min_confidence, max_characters=max_characters)
    reading = read_as.options(settings.max_characters, fetch, metadata, rejects)
    shards = _shards(paths, alone=to is None and not dry_run)
    if dry_run:
        preview(paths, reading, as_json)
        return
    batch = BatchOptions(replace, again, any_language=read_as.insists_on_english, jobs=settings.jobs)
    if to is not None:
        _check_far(min_confidence, known)
        report = send_to(to, paths, reading, batch, rejects)
    else:
        report = _load_here(paths, shards, reading, batch, settings, rejects, known or ())
    _tell_all(report, as_json)


def _tell_all(report: Report, as_json: bool) -> None:
    """Print a report; where something was rejected the exit code is 1."""
    if as_json:
        print_json(summary(report))
    else:
        tell(report)
    if report.rejected:
        raise typer.Exit(1)


def _shards(paths: Sequence[str], alone: bool) -> list[str]:
    """List the shards among the paths; raises UsageError for some beside others, or where they cannot be loaded."""
    from sayso.loaders.shards.taking import is_shard

    shards = [path for path in paths if is_shard(path)]
    if shards and (len(shards) < len(paths) or not alone):
        raise UsageError(f"{shards[0]}: shards are loaded by themselves, into a store here")
    return shards


def _check_far(min_confidence: float | None, known: Sequence[Path] | None) -> None:
    """Raise UsageError for options that a service sets for itself."""
    if min_confidence is not None:
        raise UsageError("--min-confidence: with --to this is a setting of the service (SAYSO_MIN_CONFIDENCE)")
    if known:
        raise UsageError("--known: a service knows the figures that SaySo brings; load into the store beside it")


def _load_here(
    paths: Sequence[str],
    shards: Sequence[str],
    reading: ReadingOptions,
    batch: BatchOptions,
    settings: Settings,
    rejects: Path | None,
    known: Sequence[Path],
) -> Report:
    """Load paths, or the shards that they are, into the store; publish it with its index of actors."""
    from sayso.graph.actors.search.searching import keep_index
    from sayso.graph.store.store import Store

    with Store.open(settings.store, base=settings.base) as opened:
        if shards:
            report = take(opened, shards, batch, rejects)
        else:
            report = load_into(opened, paths, reading, batch, settings, rejects, tuple(map(str, known)))
        gather(opened, report)
        opened.publish()
        keep_index(opened)
    return report


def gather(store: Store, report: Report) -> bool:
    """Put the files of a store together after a load that brought many articles and most of them; say whether."""
    if report.loaded < _MANY or report.loaded < _articles(store) // 2:
        return False
    store.gather_files()
    return True


def _articles(store: Store) -> int:
    return sum(1 for _ in store.engine.quads_for_pattern(None, TYPE, ARTICLE))


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
