"""A shard to be made: all that it is made of, so that any process on any machine makes the same of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import Path

from sayso.loaders.batch import Report
from sayso.loaders.extraction import extract, method
from sayso.loaders.language import is_english
from sayso.loaders.readers import Meter, ReadingOptions, read
from sayso.loaders.rejects import rejects_file
from sayso.loaders.shards.making import ShardExtractor, make_shard, read_report, write_report, written_whole
from sayso.loaders.shards.shard import Shard
from sayso.loaders.shards.shard_journal import Journal
from sayso.ontology.errors import UsageError


@dataclass(frozen=True, slots=True)
class ShardTask:
    """One shard: its own inputs, a digest of all of them, and how they are read and extracted.

    `made_of` tells the same as JSON, with the versions of software and models of the machine that asks. `extract` has
    to be a function of a module: other processes call it.
    """

    shard: Shard
    folder: Path
    inputs: tuple[str, ...]
    reading: ReadingOptions
    extract: ShardExtractor
    base: str
    made_of: str
    jobs: int = 1

    @property
    def path(self) -> Path:
        """Where the shard goes."""
        return self.shard.path(self.folder)

    def is_done(self) -> bool:
        """Say whether the shard exists. Raises UsageError where one of this name was made of something else."""
        if not self.path.exists():
            return False
        told = read_report(self.shard, self.folder)
        if told is not None and told.get("made_of") != json.loads(self.made_of):
            raise UsageError(f"{self.path}: was made of other inputs, options or models; name another folder with --to")
        return True


def tasks(
    shards: Iterable[Shard],
    inputs: Sequence[str],
    folder: Path,
    reading: ReadingOptions,
    *,
    base: str,
    min_confidence: float = 0.0,
    jobs: int = 1,
) -> Iterator[ShardTask]:
    """Yield the tasks that make some of the shards of these inputs."""
    told: dict[str, object] = {
        "inputs": sha256("\n".join(inputs).encode("utf-8", "surrogateescape")).hexdigest(),
        # Where feeds are fetched to says nothing of what is made of them.
        "options": sha256(repr((replace(reading, fetch=None), min_confidence, base)).encode()).hexdigest(),
        "method": dict(method(min_confidence)),
    }
    extracting = partial(extract, min_confidence=min_confidence)
    for shard in shards:
        made_of = json.dumps({"shard": f"{shard.number}/{shard.count}", **told})
        yield ShardTask(shard, folder, tuple(shard.share(inputs)), reading, extracting, base, made_of, jobs)


def make(
    task: ShardTask,
    note: Callable[[str], object] = lambda _: None,
    meter: Meter | None = None,
    on_progress: Callable[[Report], object] = lambda _: None,
) -> Report:
    """Make a shard with its rejects and its report.

    An article that ends the process that reads it is a reject, as is one at which several runs were killed.

    `note`, `meter` and `on_progress` are as of `read` and `make_shard`. Raises OSError where the folder cannot be
    written.
    """
    task.folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        journal = stack.enter_context(Journal(task.shard.journal(task.folder)))
        jobs = 1 if journal.follows_death else task.jobs  # one by one it shows which article it is
        report = Report(on_reject=stack.enter_context(rejects_file(task.shard.rejects(task.folder))))
        stream = stack.enter_context(written_whole(task.path, lambda: write_report(task.shard, task.folder, {
            "made_of": json.loads(task.made_of), "articles": report.loaded, "unchanged": report.unchanged,
            "rejected": report.rejects, "statements": report.statements,
        })))  # fmt: skip
        make_shard(
            journal.watched(read(task.inputs, task.reading, note, meter), one_by_one=jobs == 1),
            task.extract,
            stream,
            report,
            base=task.base,
            any_language=is_english(task.reading.language),
            jobs=jobs,
            apart=True,
            on_progress=on_progress,
        )
    return report
