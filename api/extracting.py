"""`sayso extract`: a part of the inputs into a file, on as many machines as there are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from sayso.api.console import complain, say
from sayso.api.grouped import grouped
from sayso.api.load_options import (
    FetchOption,
    JobsOption,
    MaxCharactersOption,
    MinConfidenceOption,
    ReadAs,
)
from sayso.ontology.errors import SaysoError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.loaders.shards.shard import Shard
    from sayso.loaders.shards.task import ShardTask

EngineName = Literal["dask"]
_SHARDS = 100


@dataclass(frozen=True, slots=True)
class Share:
    """Which shards are made, and where."""

    shard: Annotated[
        str | None, typer.Option("--shard", metavar="N/COUNT", help="Which part of the inputs. Default: 1/1")
    ] = None
    engine: Annotated[
        EngineName | None, typer.Option(help="Make all shards, on the workers of this (docs/shards.md).")
    ] = None
    scheduler: Annotated[
        str | None, typer.Option(metavar="tcp://HOST:PORT", help="Where the engine's scheduler is.")
    ] = None
    shards: Annotated[
        int | None,
        typer.Option(min=1, help=f"How many shards an engine makes. Default: {_SHARDS}, or as many as inputs"),
    ] = None

    def of(self, inputs: Sequence[str]) -> list[Shard]:
        """List the shards that these inputs are parted into, or the one that is wanted."""
        from sayso.loaders.shards.shard import Shard

        part = Shard.of(self.shard or "1/1")
        count = self.shards or max(1, min(_SHARDS, len(inputs)))
        return [part] if self.engine is None else [Shard(number, count) for number in range(1, count + 1)]

    def check(self) -> None:
        """Raise UsageError for options that cannot be meant together."""
        if self.engine is None and (self.scheduler is not None or self.shards is not None):
            raise UsageError("--scheduler and --shards are for an --engine, as --engine dask")
        if self.engine is not None and self.shard is not None:
            raise UsageError("--shard: an engine makes all shards; say with --shards how many")
        if self.engine is not None and not is_scheduler(self.scheduler):
            raise UsageError(
                f"--engine {self.engine}: name its scheduler, as --scheduler tcp://10.0.0.1:8786; "
                "on one machine `dask scheduler --host 127.0.0.1` is one (docs/shards.md)"
            )


@grouped
def extract(
    manifest: Annotated[str, typer.Argument(metavar="MANIFEST", help="A text file with a path a line, or a folder.")],
    *,
    to: Annotated[Path, typer.Option("--to", metavar="FOLDER", help="Where the shards go; it is made if need be.")],
    share: Share,
    read_as: ReadAs,
    jobs: JobsOption = None,
    min_confidence: MinConfidenceOption = None,
    max_characters: MaxCharactersOption = None,
    fetch: FetchOption = None,
) -> None:
    """Extract a shard of the inputs into FOLDER, for `sayso load FOLDER/*.nq.zst` afterwards.

    Shard 3/100 becomes 00003.nq.zst, under another name until it is whole; its rejects and its report stand beside it.
    A shard that exists is skipped, so the same command again does what is left. Rejects are no failure here.

    \b
    sayso extract manifest.txt --shard 3/100 --to shards/
    sayso extract manifest.txt --to shards/ --engine dask --scheduler tcp://10.0.0.1:8786
    sayso load shards/*.nq.zst
    """
    from sayso.api.settings import read_settings
    from sayso.loaders.shards.shard import read_manifest
    from sayso.loaders.shards.task import tasks

    settings = read_settings(jobs=jobs, min_confidence=min_confidence, max_characters=max_characters)
    share.check()
    reading = read_as.options(settings.max_characters, fetch)
    inputs = read_manifest(manifest)
    found = tasks(
        share.of(inputs),
        inputs,
        to,
        reading,
        base=settings.base,
        min_confidence=settings.min_confidence,
        jobs=settings.jobs,
    )
    if share.engine is not None:
        _make_all(list(found), share.engine, share.scheduler or "")
        return
    try:
        for task in found:
            _make_one(task)
    except OSError as error:
        raise SaysoError(f"--to {to}: cannot be written ({error.strerror or error})") from error


def is_scheduler(address: str | None) -> bool:
    """Say whether this is the address of a scheduler: a protocol, a host and a port."""
    return address is not None and re.fullmatch(r"(tcp|tls|ws|wss)://[^\s/]+:\d{1,5}", address) is not None


def _make_one(task: ShardTask) -> None:
    from sayso.api.progress import progress
    from sayso.loaders.readers import Meter
    from sayso.loaders.shards.task import make

    if task.is_done():
        say(f"{task.path}: exists, skipped")
        return
    meter = Meter()
    with progress(task.inputs, task.reading, meter) as show:
        report = make(task, lambda text: complain(f"note: {text}"), meter, show)
    say(f"{task.path}: {report.loaded:,} articles, {report.statements:,} statements, {report.rejects:,} rejected")


def _make_all(tasks: Sequence[ShardTask], engine: EngineName, scheduler: str) -> None:
    """Make what is missing of all shards on an engine. Raises SaysoError, at the end, for those that were not made."""
    from sayso.api.progress import shard_progress
    from sayso.loaders.shards.engines import ENGINES

    missing = [task for task in tasks if not task.is_done()]
    articles = statements = rejects = failed = 0
    with shard_progress(len(missing)) as show:
        for _, made in ENGINES[engine](scheduler).make_all(missing) if missing else ():
            if isinstance(made, SaysoError):
                complain(f"error: {made}")
                failed += 1
                continue
            articles, statements = articles + made.articles, statements + made.statements
            rejects += made.rejects
            show(made.articles)
    there = len(tasks) - len(missing)
    say(
        f"shards: {len(missing) - failed:,} made, {there:,} there already; "
        f"{articles:,} articles, {statements:,} statements, {rejects:,} rejected"
    )
    if failed:
        raise SaysoError(f"{failed:,} shards were not made; the same command does what is left")
