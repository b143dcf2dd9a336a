"""`sayso network`: who speaks about whom, and the networks of discourse analysis."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from api.console import complain, print_json, print_table, say
from api.exporting import OutputOption, opened_output
from api.options import JsonOption, StoreOption
from ontology.errors import UsageError

if TYPE_CHECKING:
    from graph.networks.kinds import Choice
    from graph.networks.network import Network
    from graph.networks.windows import Unit

KindName = Literal["about", "actor-matter", "ignore", "congruence", "conflict", "subtract"]
NetworkFormatName = Literal[
    "gexf", "graphml", "graphml-yed", "cyjs", "cx2", "graphology", "d3", "dot", "pajek", "ucinet", "neo4j",
    "nodes-edges", "obsidian",
]  # fmt: skip
_DAY = "YYYY-MM-DD"
_MOST = 40


def network(
    kind: Annotated[KindName, typer.Argument(metavar="KIND", help="docs/networks.md tells what each counts.")],
    store: StoreOption = None,
    format: Annotated[
        NetworkFormatName | None, typer.Option(help="Write a file for another tool. Default: a table.")
    ] = None,
    output: OutputOption = None,
    normalisation: Annotated[
        Literal["none", "average", "jaccard", "cosine", "activity", "prominence"],
        typer.Option(help="The last two are for actor-matter, the three before for actors."),
    ] = "none",
    qualifier: Annotated[
        Literal["ignore", "subtract", "combine"], typer.Option(help="actor-matter: what becomes of stances.")
    ] = "subtract",
    duplicates: Annotated[
        Literal["all", "document", "week", "month", "year"], typer.Option(help="Count once in each of these.")
    ] = "all",
    since: Annotated[str, typer.Option(metavar=_DAY, help="The first day.")] = "",
    until: Annotated[str, typer.Option(metavar=_DAY, help="The last day.")] = "",
    exclude: Annotated[
        list[str] | None, typer.Option(metavar="VARIABLE=VALUE", help="Leave out: actor, type, matter, source …")
    ] = None,
    only: Annotated[list[str] | None, typer.Option(metavar="VARIABLE=VALUE", help="Leave out all others.")] = None,
    min_actor: Annotated[int, typer.Option(min=1, help="The least number of positions of an actor.")] = 1,
    min_matter: Annotated[int, typer.Option(min=1, help="The least number of positions on a matter.")] = 1,
    isolates: Annotated[bool, typer.Option("--isolates", help="Keep actors without a position that counts.")] = False,
    reported: Annotated[
        bool, typer.Option("--reported", help="Count positions that somebody else tells of, too.")
    ] = False,
    window: Annotated[int | None, typer.Option(min=1, help="A network for each span of so many units.")] = None,
    unit: Annotated[Literal["days", "weeks", "months", "years"], typer.Option(help="Of --window.")] = "months",
    measures: Annotated[
        bool, typer.Option("--measures", help="Degree, strength, betweenness, community of each node.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Make a network of actors, or of actors and matters.

    Who speaks about whom (about), and discourse networks with DNA's arithmetic.

    \\b
    sayso network congruence
    sayso network subtract --normalisation average --format gexf --output subtract.gexf
    sayso network actor-matter --duplicates document --measures
    sayso network congruence --window 3 --unit months --format graphml --output quarters.zip
    """
    from graph.networks.kinds import Choice
    from graph.networks.selection import Selection

    selection = Selection(
        _day("--since", since),
        _day("--until", until),
        duplicates,
        _values("--exclude", exclude),
        _values("--only", only),
        min_actor,
        min_matter,
    )
    choice = Choice(kind, normalisation, qualifier, selection, isolates, reported, measures)
    _run(store, choice, format, output, (window, unit) if window else None, as_json)


def _run(
    store: Path | None,
    choice: Choice,
    format: NetworkFormatName | None,
    output: Path | None,
    window: tuple[int, Unit] | None,
    as_json: bool,
) -> None:
    from api.settings import read_settings
    from graph.export.registry import write_network
    from graph.export.series import write_series
    from graph.networks.kinds import make, series
    from graph.rows.reading import rows
    from graph.store import Store

    if output is not None and format is None:
        raise UsageError("--output needs a --format: gexf, graphml, nodes-edges …")
    settings = read_settings(store=store)
    with Store.open(settings.store, read_only=True, base=settings.base) as opened:
        read = partial(rows, opened)
        if format is None:
            made = series(read, choice, window[1], window[0]) if window else [(None, None, make(read, choice))]
            _show(((f"{start} – {end}" if start else "", one) for start, end, one in made), as_json)
            return
        with opened_output(output) as stream:
            if window:
                notices = write_series(series(read, choice, window[1], window[0]), format, stream)
            else:
                notices = write_network(make(read, choice), format, stream)
        for notice in notices:
            complain(f"{format}: {notice}")


def _day(option: str, value: str) -> str:
    from graph.networks.selection import as_date

    if value and (day := as_date(value)) is None:
        raise UsageError(f"{option} {value}: write the day as {_DAY}")
    return day.isoformat() if value and day else ""


def _values(option: str, given: list[str] | None) -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one in given or ():
        variable, equals, value = one.partition("=")
        if not equals:
            raise UsageError(f"{option} {one}: write it as VARIABLE=VALUE")
        found[variable].add(value)
    return {variable: frozenset(values) for variable, values in found.items()}


def _show(made: Iterable[tuple[str, Network]], as_json: bool) -> None:
    if as_json:
        print_json([{"window": window, **_plain(network)} for window, network in made])
        return
    for window, network in made:
        say(f"{network.attributes['title']}{f', {window}' if window else ''}")
        labels = {node.id: node.label for node in network.nodes}
        edges = sorted(network.edges, key=lambda edge: -abs(edge.weight))
        if not edges:
            say("no ties")
            continue
        rows = (
            {
                "one": labels[edge.source],
                "other": labels[edge.target],
                "weight": f"{edge.weight:.4g}",
                "sign": str(edge.attributes.get("sign", "")),
                "what": str(edge.attributes.get("about", edge.attributes.get("acts", ""))),
            }
            for edge in edges[:_MOST]
        )
        print_table(("one", "other", "weight", "sign", "what"), rows)
        if len(edges) > _MOST:
            say(f"{len(edges) - _MOST:,} weaker ties are not shown: --json or --format shows all")
        _show_measures(network)


def _show_measures(network: Network) -> None:
    if "degree" not in network.node_fields:
        return
    names = [name for name in network.node_fields if name not in ("start", "end")]
    nodes = sorted(network.nodes, key=lambda node: -float(node.attributes["strength"]))
    rows = [{"name": node.label, **{name: f"{node.attributes.get(name, ''):.4g}" for name in names}} for node in nodes]
    print_table(("name", *names), rows[:_MOST])
    if told := network.attributes.get("balanced_triangles"):
        say(f"balanced triangles: {told}")


def _plain(network: Network) -> dict[str, object]:
    return {
        **network.attributes,
        "nodes": [{"id": n.id, "label": n.label, "kind": n.kind, **n.attributes} for n in network.nodes],
        "edges": [
            {"source": e.source, "target": e.target, "kind": e.kind, "weight": e.weight, **e.attributes}
            for e in network.edges
        ],
    }
