"""`sayso extract`: a part of the inputs into a file, on as many machines as there are."""

from __future__ import annotations

import json
from contextlib import ExitStack
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.api.console import complain, say
from sayso.ontology.errors import SaysoError, UsageError

if TYPE_CHECKING:
    from sayso.api.settings import Settings
    from sayso.loaders.readers import ReadingOptions
    from sayso.loaders.shards.shard import Shard


def extract(
    manifest: Annotated[str, typer.Argument(metavar="MANIFEST", help="A text file with a path a line, or a folder.")],
    to: Annotated[Path, typer.Option("--to", metavar="FOLDER", help="Where the shards go; it is made if need be.")],
    shard: Annotated[str, typer.Option("--shard", metavar="N/COUNT", help="Which part of the inputs.")] = "1/1",
    format: Annotated[str | None, typer.Option(help="As that of load. Default: by each file's ending.")] = None,
    encoding: Annotated[str | None, typer.Option(help="The files' encoding. Default: UTF-8.")] = None,
    map: Annotated[
        str | None, typer.Option("--map", metavar="FIELD=COLUMN,…", help="Where fields stand, as that of load.")
    ] = None,
    published: Annotated[str | None, typer.Option(metavar="DATE", help="The date of articles that tell none.")] = None,
    language: Annotated[
        str | None,
        typer.Option(metavar="TAG", help="The language of articles that tell none; en insists that all are English."),
    ] = None,
    id_prefix: Annotated[str, typer.Option(metavar="TEXT", help="Is put before every article's id.")] = "",
    jobs: Annotated[int | None, typer.Option(help="How many processes extract (or SAYSO_JOBS). Default: 1")] = None,
    min_confidence: Annotated[
        float | None, typer.Option(help="Keep statements at least so sure, 0 to 1 (or SAYSO_MIN_CONFIDENCE).")
    ] = None,
    max_characters: Annotated[
        int | None, typer.Option(help="The longest text of one article (or SAYSO_MAX_CHARACTERS).")
    ] = None,
) -> None:
    """Extract a shard of the inputs into FOLDER, for `sayso load FOLDER/*.nq.zst` afterwards.

    Shard 3/100 becomes 00003.nq.zst, under another name until it is whole; its rejects and its report stand beside it.
    A shard that exists is skipped, so the same command again does what is left. Rejects are no failure here.

    \b
    sayso extract manifest.txt --shard 3/100 --to shards/
    sayso load shards/*.nq.zst
    """
    from sayso.api.settings import read_settings
    from sayso.loaders.readers import ReadingOptions
    from sayso.loaders.readers.options import field_map
    from sayso.loaders.shards.shard import Shard, read_manifest

    settings = read_settings(jobs=jobs, min_confidence=min_confidence, max_characters=max_characters)
    reading = ReadingOptions(
        format=format,
        encoding=encoding,
        published=published,
        language=language,
        id_prefix=id_prefix,
        max_characters=settings.max_characters,
        mapped=field_map(map) if map else {},
    )
    part = Shard.of(shard)
    inputs = read_manifest(manifest)
    try:
        to.mkdir(parents=True, exist_ok=True)
        _make(part, inputs, to, reading, settings)
    except OSError as error:
        raise SaysoError(f"--to {to}: cannot be written ({error.strerror or error})") from error


def _make(shard: Shard, inputs: list[str], folder: Path, reading: ReadingOptions, settings: Settings) -> None:
    from sayso.api.progress import progress
    from sayso.api.rejects import rejects_file
    from sayso.loaders.batch import Report
    from sayso.loaders.extraction import extract as extract_article
    from sayso.loaders.extraction import method
    from sayso.loaders.language import is_english
    from sayso.loaders.readers import Meter, read
    from sayso.loaders.shards.making import make_shard, read_report, write_report, written_whole

    path = shard.path(folder)
    made_of = {
        "shard": f"{shard.number}/{shard.count}",
        "inputs": sha256("\n".join(inputs).encode("utf-8", "surrogateescape")).hexdigest(),
        "options": sha256(repr((reading, settings.min_confidence, settings.base)).encode()).hexdigest(),
        "method": dict(method(settings.min_confidence)),
    }
    if path.exists():
        told = read_report(shard, folder)
        if told is not None and told.get("made_of") != json.loads(json.dumps(made_of)):
            raise UsageError(f"{path}: was made of other inputs, options or models; name another folder with --to")
        say(f"{path}: exists, skipped")
        return
    meter, own = Meter(), shard.share(inputs)
    with ExitStack() as stack:
        reject = stack.enter_context(rejects_file(shard.rejects(folder)))
        show = stack.enter_context(progress(own, reading, meter))
        report = Report(on_reject=reject)
        stream = stack.enter_context(written_whole(path, lambda: write_report(shard, folder, {
            "made_of": made_of, "articles": report.loaded, "unchanged": report.unchanged,
            "rejected": report.rejects, "statements": report.statements,
        })))  # fmt: skip
        make_shard(
            read(own, reading, lambda text: complain(f"note: {text}"), meter),
            partial(extract_article, min_confidence=settings.min_confidence),
            stream,
            report,
            base=settings.base,
            any_language=is_english(reading.language),
            jobs=settings.jobs,
            on_progress=show,
        )
    say(f"{path}: {report.loaded:,} articles, {report.statements:,} statements, {report.rejects:,} rejected")
