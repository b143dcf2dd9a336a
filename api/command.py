"""The command line: its commands, and how it ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import cache
from typing import Annotated, NoReturn

import typer
from typer.main import get_command

from sayso.api.agreeing import agreement
from sayso.api.assisting import mcp
from sayso.api.checking import verify
from sayso.api.console import complain
from sayso.api.demo import demo
from sayso.api.explaining import explain
from sayso.api.exporting import export, ontology, validate
from sayso.api.extracting import extract
from sayso.api.identity import candidates, merge, split
from sayso.api.loading import load
from sayso.api.matters import matter, matters
from sayso.api.networking import network
from sayso.api.querying import queries, query, stats
from sayso.api.reviewing import review
from sayso.api.safekeeping import backup, check, erase, restore, upgrade
from sayso.api.serving import serve
from sayso.api.showing import show
from sayso.graph.store.damage import damage_of
from sayso.graph.store.room import is_full
from sayso.ontology.errors import AmbiguousName, NotFoundError, SaysoError, UsageError

app = typer.Typer(
    name="sayso",
    help="""Who said what about whom: news articles in, a knowledge graph with the sentence behind every edge out.

    \b
    sayso demo                      what it does, on two articles
    sayso load articles/            your own, into ./sayso.store
    sayso query statements          what they say
    sayso export --output graph.nq  everything as RDF
    """,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    # Boxes around the help cost more time than everything else that `--help` does.
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (
    load,
    extract,
    query,
    queries,
    explain,
    show,
    verify,
    agreement,
    stats,
    candidates,
    merge,
    split,
    matters,
    matter,
    export,
    serve,
    network,
    mcp,
    ontology,
    validate,
    check,
    backup,
    restore,
    erase,
    upgrade,
    demo,
):
    app.command()(command)
app.add_typer(review)


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"sayso {version('sayso')}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    pass


@cache
def _built() -> Callable[[list[str] | None], object]:
    # Made of all commands' signatures, which takes as long as most commands: once for all calls of a process.
    return get_command(app)


def run(arguments: list[str] | None = None) -> int:
    """Run a command line and return its exit code: 0, 1 for rejected input or a failure, 2 for a usage error."""
    try:
        try:
            _built()(arguments)
        finally:
            sys.stdout.flush()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1
    except SaysoError as error:
        complain(f"sayso: {error}")
        return 2 if isinstance(error, UsageError | NotFoundError | AmbiguousName) else 1
    except RuntimeError as error:
        # What the engine meets while it is read, where nothing else looks for it.
        if (damage := damage_of(error)) is None:
            raise
        complain(f"sayso: {damage}")
        return 1
    except BrokenPipeError:
        # The reader has enough (`| head`); nothing more may be flushed into the pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        if not is_full(error):
            raise
        complain(f"sayso: no room is left to write to ({error.strerror}); what is in the store stays")
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        complain("stopped; what was loaded so far is in the store")
        return 130
    return 0


def main() -> NoReturn:
    """Run the command line of this process."""
    sys.exit(run())
