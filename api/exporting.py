"""`sayso export`, `ontology` and `validate`: the graph as it is, its words, and whether it keeps to them."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Annotated, Literal

import typer

from api.console import complain, print_json, print_table, say
from api.options import JsonOption, StoreOption
from ontology.errors import UsageError

FormatName = Literal[
    "nquads", "trig", "turtle", "jsonld", "csv", "jsonl", "parquet", "claims", "ftm", "gexf", "graphml", "graphml-yed",
    "cyjs", "cx2", "graphology", "d3", "dot", "pajek", "ucinet", "neo4j", "nodes-edges", "obsidian",
]  # fmt: skip
OutputOption = Annotated[Path | None, typer.Option(metavar="FILE", help="Where to. Default: the standard output.")]


def export(
    store: StoreOption = None,
    format: Annotated[FormatName, typer.Option(help="docs/exports.md tells of each.")] = "nquads",
    output: OutputOption = None,
    aggregate: Annotated[bool, typer.Option("--aggregate", help="Networks: one edge a pair of actors.")] = False,
    statements_as_nodes: Annotated[
        bool, typer.Option("--statements-as-nodes", help="Networks: statements are nodes, not edges.")
    ] = False,
    excel_safe: Annotated[
        bool, typer.Option("--excel-safe", help="CSV: what a spreadsheet would compute gets a ' before it.")
    ] = False,
) -> None:
    """Write everything, in the format of another tool.

    RDF; tables of statements; networks of actors. Always in the same order.

    \b
    sayso export --output graph.nq
    sayso export --format csv --output statements.csv
    sayso export --format gexf --output network.gexf
    """
    from api.settings import read_settings
    from graph.export.options import Options
    from graph.export.registry import write
    from graph.store import Store

    settings = read_settings(store=store)
    options = Options(excel_safe, aggregate, statements_as_nodes)
    with Store.open(settings.store, read_only=True, base=settings.base) as opened, opened_output(output) as stream:
        for notice in write(opened, format, stream, options):
            complain(f"{format}: {notice}")


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
    from ontology.files import turtle

    say(turtle())


def validate(store: StoreOption = None, as_json: JsonOption = False) -> None:
    """Check the store against its SHACL shapes.

    What breaks one is listed, and the exit code is 1.
    """
    from api.settings import read_settings
    from graph.store import Store
    from graph.validation import violations

    settings = read_settings(store=store)
    with Store.open(settings.store, read_only=True, base=settings.base) as opened:
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
