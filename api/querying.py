"""`sayso query`, `queries` and `stats`: what the store answers."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.api.choices import OutputOption
from sayso.api.console import print_json, print_table, say, tell_cut
from sayso.api.exporting import opened_output, tell_origin
from sayso.api.options import JsonOption, StoreOption
from sayso.api.stores import to_read
from sayso.ontology.errors import NotFoundError, UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sayso.graph.store.asking import BoundValue
    from sayso.graph.store.solutions import Answer, Table
    from sayso.graph.store.store import Store
    from sayso.queries.catalogue import Query


def query(
    query: Annotated[
        str, typer.Argument(metavar="NAME|FILE.rq|SPARQL|-", help="A name that `sayso queries` lists, or SPARQL.")
    ],
    store: StoreOption = None,
    values: Annotated[
        list[str] | None, typer.Option("--param", "--set", "-p", metavar="NAME=VALUE", help="A value for the query.")
    ] = None,
    columns: Annotated[
        str | None, typer.Option(metavar="A,B,…", help="The table's columns. Default: what fits.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="SPARQL JSON results (JSON-LD for CONSTRUCT).")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="SPARQL CSV results.")] = False,
    output: OutputOption = None,
    limit: Annotated[
        int | None,
        typer.Option(min=0, metavar="N", help="At most so many rows, 0 for all. Default: 1000 in a table, else all."),
    ] = None,
) -> None:
    """Ask the store, by a query's name or in SPARQL.

    SPARQL stands there itself, in a file or, with -, on the standard input; the ontology's prefixes are known. A table
    shows the first 1,000 rows of a named query and says how many there are; --json and --csv write all, and say where
    it comes from: in FILE.origin.json, else on the standard error.

    \b
    sayso query statements
    sayso query statements --param by="Jens Stoltenberg" --param act=deny
    sayso query demands --csv --output demands.csv
    sayso query 'SELECT ?s { ?s a sayso:Statement }'
    """
    from sayso.graph.actors.resolver import with_actors
    from sayso.graph.dated.narrowing import answer

    _check(as_json, as_csv, output)
    asked = find(query)
    given = _limited(asked, pairs(values or []), limit)
    with to_read(store) as opened:
        meant = with_actors(opened, asked, given)
        if as_json or as_csv:
            _write_all(opened, asked, meant, output, as_json=as_json)
            return
        shown = _print_answer(answer(opened, asked, meant), columns)
        if shown and not given.get("limit"):
            _tell_left(opened, asked, meant, shown)


def _check(as_json: bool, as_csv: bool, output: Path | None) -> None:
    """Raise UsageError for options that cannot be meant together."""
    if as_json and as_csv:
        raise UsageError("--json or --csv, not both")
    if output is not None and not (as_json or as_csv):
        raise UsageError("--output is for --csv and --json")


def _write_all(
    store: Store, asked: Query, meant: Mapping[str, BoundValue], output: Path | None, *, as_json: bool
) -> None:
    """Write the whole answer, however many rows a table would show, and where it comes from."""
    from sayso.graph.dated.narrowing import narrowed
    from sayso.graph.networks.origin import origin, told_question
    from sayso.queries.whole import unlimited

    whole = unlimited(asked, meant)
    with opened_output(output) as stream:
        stream.write(_serialized(store, narrowed(store, asked, whole), as_json))
    tell_origin(origin(store, told_question(asked.name, whole)), "json" if as_json else "csv", output)


def _limited(query: Query, given: dict[str, str], limit: int | None) -> dict[str, str]:
    if limit is None:
        return given
    if "limit" not in query.parameter_names:
        raise UsageError("--limit is for named queries; in SPARQL of your own write LIMIT")
    if "limit" in given:
        raise UsageError("--limit: given twice, as --param limit too")
    return {**given, "limit": str(limit)}


def _tell_left(store: Store, query: Query, given: Mapping[str, BoundValue], shown: int) -> None:
    """Say on the standard error how many rows a table does not show because of the query's own limit."""
    from sayso.graph.store.asking import count_rows

    own = next((parameter.default for parameter in query.parameters if parameter.name == "limit"), None)
    if own == str(shown):
        tell_cut(shown, count_rows(store, query, given))


def find(name: str) -> Query:
    """Return the query that is meant: by name, in SPARQL, from a file or from the standard input."""
    from sayso.queries.catalogue import get, names, read

    if name in names():
        return get(name)
    if name != "-" and not _is_file(name):
        if "{" in name:
            return read("command line", name)
        raise NotFoundError(f"{name}: there is no such query and no such file; `sayso queries` lists the queries")
    try:
        text = sys.stdin.read() if name == "-" else Path(name).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{name}: the query cannot be read ({error})") from error
    return read("standard input" if name == "-" else name, text)


def _is_file(name: str) -> bool:
    try:
        return Path(name).is_file()
    except OSError:
        # Most queries are longer than a file's name may be.
        return False


def pairs(values: list[str]) -> dict[str, str]:
    """Split NAME=VALUE options."""
    found: dict[str, str] = {}
    for value in values:
        name, equals, rest = value.partition("=")
        if not equals or not name:
            raise UsageError(f"--param {value}: write it as NAME=VALUE")
        if name in found:
            raise UsageError(f"--param {name}: given twice")
        found[name] = rest
    return found


def queries(as_json: JsonOption = False) -> None:
    """List the queries that have a name, with their parameters."""
    from sayso.queries.catalogue import get, names

    found = [get(name) for name in names()]
    if as_json:
        print_json(
            [
                {
                    "name": one.name,
                    "title": one.title,
                    "description": one.description,
                    "parameters": [
                        {"name": p.name, "type": p.type, "description": p.description, "default": p.default}
                        for p in one.parameters
                    ],
                    "example": one.example,
                }
                for one in found
            ]
        )
        return
    rows = ({"name": one.name, "answers": one.title, "parameters": " ".join(one.parameter_names)} for one in found)
    print_table(("name", "answers", "parameters"), rows)
    say("sayso query NAME --param PARAMETER=VALUE")


def stats(store: StoreOption = None, as_json: JsonOption = False) -> None:
    """Count what the store holds.

    Articles are counted by the versions of the models that read them, too.
    """
    from sayso.graph.answers.statistics import statistics
    from sayso.loaders.extraction import method

    with to_read(store) as opened:
        found = statistics(opened)
    older = found.older(method())
    if as_json:
        print_json({**found.counts, "triples": found.triples, "methods": found.methods, "older": older})
        return
    counts = {**found.counts, "triples": found.triples}
    print_table(("what", "how many"), ({"what": name, "how many": f"{count:,}"} for name, count in counts.items()))
    for label, count in found.methods.items():
        say(f"{count:,} article{'s' * (count != 1)} extracted by {label}")
    if older:
        say(f"{older:,} of them not by the present models: `sayso load --again` with their files reads them anew")


def _serialized(store: Store, text: str, as_json: bool) -> bytes:
    from pyoxigraph import QueryResultsFormat, RdfFormat

    results = QueryResultsFormat.JSON if as_json else QueryResultsFormat.CSV
    return store.serialize(text, results, RdfFormat.JSON_LD if as_json else None)


def _print_answer(answer: Answer, columns: str | None) -> int:
    """Print an answer for people; return how many rows it has."""
    from pyoxigraph import RdfFormat, serialize

    from sayso.graph.store.solutions import Table as Rows
    from sayso.ontology.namespaces import PREFIXES

    match answer:
        case bool():
            say("yes" if answer else "no")
        case Rows():
            _print_rows(answer, columns)
            return len(answer.rows)
        case _:
            say((serialize(answer, format=RdfFormat.TURTLE, prefixes=dict(PREFIXES)) or b"").decode())
    return 0


def _print_rows(answer: Table, columns: str | None) -> None:
    chosen = tuple(name.strip() for name in columns.split(",")) if columns else answer.variables
    if unknown := [name for name in chosen if name not in answer.variables]:
        raise UsageError(f"--columns {unknown[0]}: the query has {', '.join(answer.variables)}")
    if not answer.rows:
        say("no rows")
        return
    left = print_table(chosen, answer.records())
    say(f"{len(answer.rows):,} row{'s' * (len(answer.rows) != 1)}")
    if left:
        say(f"not shown: {', '.join(left)} (--columns {left[0]}, --json or --csv)")
