"""Making a shard: readings to N-Quads in a packed file, the same bytes for the same inputs."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from pyoxigraph import Quad, RdfFormat, serialize

from sayso.graph.actors.names import contribution
from sayso.graph.edits.articles import Seen
from sayso.graph.statements.fresh import print_quads, prints_of
from sayso.loaders.admission import incoming, taken
from sayso.loaders.batch import Report, told_by
from sayso.loaders.document import Document
from sayso.loaders.facts import Extraction
from sayso.loaders.language import check_language
from sayso.loaders.readers.reader import ReadOutcome
from sayso.loaders.shards.shard import Shard
from sayso.loaders.workers import MEMORY, extracted
from sayso.ontology.errors import RejectedInput
from sayso.ontology.iris import article_iri, loading_graph

_LEVEL = 9

type ShardExtractor = Callable[[Document], Extraction]


def make_shard(
    readings: Iterable[ReadOutcome],
    extract: ShardExtractor,
    stream: BinaryIO,
    report: Report,
    *,
    base: str,
    any_language: bool = False,
    jobs: int = 1,
    apart: bool = False,
    on_progress: Callable[[Report], object] = lambda _: None,
) -> None:
    """Write each article's quads to a stream and count them in the report; rejects are told to the report.

    An article's graph holds its namings of actors too, as in a store; then follows what loading remembers of it. Where
    the article lay is not among it: the shard is loaded on another machine perhaps. With `apart` other processes
    extract, even where it is one: an article that ends its process is a reject, and the shard is made all the same.
    """
    wanted = _wanted(readings, report, any_language, on_progress)
    for document, outcome in extracted(wanted, extract, jobs, MEMORY, apart=apart):
        try:
            quads, statements = told_by(document, outcome, base)
            stream.write(article_lines(document, quads, base))
        except RejectedInput as rejected:
            report.reject(rejected)
        except ValueError as error:
            report.reject(RejectedInput(document.origin, f"nothing could be extracted ({error}); leave it out"))
        else:
            report.loaded += 1
            report.statements += statements
        on_progress(report)


def article_lines(document: Document, quads: Iterable[Quad], base: str) -> bytes:
    """Return an article as N-Quads, in an order that depends on nothing but the quads.

    Fingerprints of its words are among them, so that loading need not read them to find what repeats what.
    """
    article = article_iri(document.id, base)
    found = list(quads)
    own = [quad for quad in found if quad.graph_name == article]
    names = contribution((quad for quad in found if quad.graph_name != article), article, base)
    seen = Seen(incoming(document).seen.metadata, "").quads(article, loading_graph(base))
    prints = print_quads(prints_of(article, own), base)
    ordered = [*own, *sorted(names, key=str), *sorted(seen, key=str), *sorted(prints, key=str)]
    return serialize(ordered, format=RdfFormat.N_QUADS) or b""


def _wanted(
    readings: Iterable[ReadOutcome], report: Report, any_language: bool, on_progress: Callable[[Report], object]
) -> Iterator[Document]:
    met: dict[str, tuple[str, str]] = {}
    for reading in readings:
        try:
            if isinstance(reading, RejectedInput):
                raise reading
            new = incoming(reading)
            if reading.id in met:
                origin, text_hash = met[reading.id]
                if text_hash != new.text_hash:
                    raise taken(new, f"{origin} in this shard")
                report.unchanged += 1
            else:
                met[reading.id] = (reading.origin, new.text_hash)
                if not any_language:
                    check_language(reading)
                yield reading
                continue
        except RejectedInput as rejected:
            report.reject(rejected)
        on_progress(report)


@contextmanager
def written_whole(path: Path, before: Callable[[], object]) -> Iterator[BinaryIO]:
    """Yield a stream to a file of another name, packed, which becomes `path` when the block ends well, else vanishes.

    `before` is called when all is written, before the file gets its name: nothing is left to do once it is there.
    """
    from sayso.loaders import zstd

    part = path.with_name(f".{path.name}.{platform.node()}.{os.getpid()}.part")
    settings: dict[int, int] = {
        zstd.CompressionParameter.compression_level: _LEVEL,
        zstd.CompressionParameter.checksum_flag: 1,
    }
    try:
        with part.open("wb") as raw:
            with zstd.ZstdFile(raw, "w", options=settings) as packed:
                yield cast("BinaryIO", packed)
            if raw.tell() == 0:
                raw.write(zstd.compress(b"", options=settings))  # a shard without an article is a shard all the same
            raw.flush()
            os.fsync(raw.fileno())
        before()
        try:
            part.replace(path)
        except FileNotFoundError:
            if not path.exists():  # then another process made it meanwhile, of the same bytes
                raise
        _remove_left(path)
    finally:
        part.unlink(missing_ok=True)


def _remove_left(path: Path) -> None:
    """Remove what killed processes have left of a shard that is there now."""
    for left in path.parent.glob(f".{path.name.partition('.')[0]}.*.part"):
        left.unlink(missing_ok=True)


def write_report(shard: Shard, folder: Path, told: Mapping[str, object]) -> None:
    """Write the report of a shard, whole or not at all."""
    path = shard.report(folder)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    part.write_text(json.dumps(told, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    part.replace(path)


def read_report(shard: Shard, folder: Path) -> dict[str, object] | None:
    """Return what the report of a shard tells, None where there is none that can be read."""
    try:
        told = json.loads(shard.report(folder).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return told if isinstance(told, dict) else None
