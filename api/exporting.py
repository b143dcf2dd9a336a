"""`sayso export`, `ontology` and `validate`: the graph as it is, its words, and whether it keeps to them."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import IO, Annotated

import typer

from sayso.api.choices import ExportFilter, ExportReach, ExportShape, FormatName, OutputOption
from sayso.api.console import complain, print_json, print_table, say
from sayso.api.grouped import grouped
from sayso.api.options import JsonOption, StoreOption
from sayso.api.stores import to_read
from sayso.ontology.errors import UsageError


@grouped
def export(
    *,
    store: StoreOption = None,
    format: Annotated[FormatName, typer.Option(help="docs/exports.md tells of each.")] = "nquads",
    output: OutputOption = None,
    shape: ExportShape,
    reach: ExportReach,
    keep: ExportFilter,
    size: Annotated[int | None, typer.Option(min=1, help="The most edges, or statements of a table.")] = None,
) -> None:
    """Write everything, or what is asked for, in the format of another tool.

    RDF; tables of statements; networks of actors. Always in the same order.

    \b
    sayso export --output graph.nq
    sayso export --format csv --output statements.csv
    sayso export --format gexf --actor NATO --depth 2 --since 2024-01-01 --output nato.gexf
    """
    from sayso.graph.actors.resolver import resolve
    from sayso.graph.export.options import ExportOptions
    from sayso.graph.export.registry import prepared
    from sayso.graph.networks.around import Around

    kept = keep.filter()
    with to_read(store) as opened:
        iris = tuple(dict.fromkeys(resolve(opened, actor) for actor in reach.actor or ()))
        around = Around(actors=iris, keep=kept, size=size, **reach.given())
        made = prepared(opened, format, ExportOptions(**asdict(shape), around=around))
        with opened_output(output) as stream:
            for notice in made.write(stream):
                complain(f"{format}: {notice}")
        tell_origin(made.beside, format, output)
        if made.shown is not None and made.total is not None and made.shown < made.total:
            complain(f"{format}: {made.shown:,} of {made.total:,} are written; --size sets how many")


def tell_origin(told: Mapping[str, str], format: str, output: Path | None) -> None:
    """Write where an export comes from beside its file, where the format has no room for it; else say it.

    Raises UsageError where the file cannot be written.
    """
    from sayso.graph.export.origin_file import ORIGIN_FILE, write_origin

    if told and output is None:
        complain(f"{format} has no room to say where it comes from: " + "; ".join(f"{k} {v}" for k, v in told.items()))
    elif told and output is not None:
        path = output.with_name(f"{output.name}.{ORIGIN_FILE}")
        with whole_file(path) as stream:
            write_origin(told, stream)
        complain(f"{format}: where it comes from stands in {path}")


@contextmanager
def opened_output(path: Path | None) -> Iterator[IO[bytes]]:
    """Open the file, or the standard output where there is none."""
    if path is not None:
        with whole_file(path) as stream:
            yield stream
        return
    sys.stdout.flush()
    yield sys.stdout.buffer
    sys.stdout.buffer.flush()


@contextmanager
def whole_file(path: Path) -> Iterator[IO[bytes]]:
    """Write to a file that appears under its name only once it is complete.

    Raises UsageError where the file cannot be written.
    """
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as stream:
            temporary = Path(stream.name)
            try:
                yield stream
                stream.flush()
                os.fsync(stream.fileno())
                temporary.chmod(0o666 & ~_umask())
                temporary.replace(path)
            finally:
                temporary.unlink(missing_ok=True)
    except OSError as error:
        raise UsageError(f"--output {path}: cannot be written ({error.strerror or error})") from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def ontology() -> None:
    """Print the ontology and its schemes as Turtle."""
    from sayso.ontology.files import turtle

    say(turtle())


def validate(store: StoreOption = None, as_json: JsonOption = False) -> None:
    """Check the store against its SHACL shapes.

    What breaks one is listed, and the exit code is 1.
    """
    from sayso.graph.answers.validation import violations

    with to_read(store) as opened:
        found = violations(opened)
    rows = [{"at": v.focus, "path": v.path, "value": v.value, "breaks": v.message} for v in found]
    if as_json:
        print_json({"conforms": not rows, "violations": rows})
    elif rows:
        print_table(("at", "path", "value", "breaks"), rows)
        say(f"{len(rows):,} violation{'s' * (len(rows) != 1)}")
    else:
        say("the store conforms to the shapes")
    if rows:
        raise typer.Exit(1)
