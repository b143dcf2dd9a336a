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

from api.console import print_json, print_table, say
from api.options import JsonOption, StoreOption
from ontology.errors import UsageError


def export(
    store: StoreOption = None,
    format: Annotated[
        Literal["nquads", "trig", "turtle"], typer.Option(help="Turtle has no graphs: it gets the union of all.")
    ] = "nquads",
    output: Annotated[Path | None, typer.Option(metavar="FILE", help="Where to. Default: the standard output.")] = None,
) -> None:
    """Write everything as RDF.

    Articles, actors, judgements, ontology and schemes, always in the same order.

    \b
    sayso export --output graph.nq
    sayso export --format turtle | less
    """
    from api.settings import read_settings
    from graph.exports import export as write
    from graph.store import Store

    settings = read_settings(store=store)
    with Store.open(settings.store, read_only=True, base=settings.base) as opened:
        if output is None:
            sys.stdout.flush()
            write(opened, sys.stdout.buffer, format)
            sys.stdout.buffer.flush()
        else:
            with whole_file(output) as stream:
                write(opened, stream, format)


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
