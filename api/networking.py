"""`sayso network`: who speaks about whom, and the networks of discourse analysis."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.api.choices import KindArgument, NetworkChoices, NetworkFormatName, OutputOption
from sayso.api.console import complain, print_json, print_table, say
from sayso.api.exporting import opened_output, tell_origin
from sayso.api.grouped import grouped
from sayso.api.options import JsonOption, StoreOption
from sayso.api.stores import to_read
from sayso.ontology.errors import UsageError

if TYPE_CHECKING:
    from sayso.graph.networks.kinds import Choice
    from sayso.graph.networks.making import NetworkWindow
    from sayso.graph.networks.network import Network

_MOST = 40


@grouped
def network(
    kind: KindArgument,
    *,
    store: StoreOption = None,
    format: Annotated[
        NetworkFormatName | None, typer.Option(help="Write a file for another tool. Default: a table.")
    ] = None,
    output: OutputOption = None,
    choices: NetworkChoices,
    as_json: JsonOption = False,
) -> None:
    """Make a network of actors, of actors and matters, or of any two variables.

    Who speaks about whom (about), and discourse networks with DNA's arithmetic.

    \b
    sayso network congruence
    sayso network subtract --normalisation average --format gexf --output subtract.gexf
    sayso network actor-matter --duplicates document --measures
    sayso network two-mode --count statements --variable2 month --format matrix --output months.csv
    sayso network congruence --window 3 --unit months --format graphml --output quarters.zip
    """
    choice = choices.choice(kind)
    if output is not None and format is None:
        raise UsageError("--output needs a --format: gexf, graphml, nodes-edges …")
    _run(store, choice, format, output, as_json)


def _run(
    store: Path | None, choice: Choice, format: NetworkFormatName | None, output: Path | None, as_json: bool
) -> None:
    from sayso.graph.networks.making import network_of, series_of

    with to_read(store) as opened:
        if choice.is_series:
            made = series_of(opened, choice)
            if format is not None:
                _write_series(made, format, output)
            else:
                _show(((f"{one.start} – {one.end}", one.network) for one in made), as_json)
            return
        found = network_of(opened, choice)
        if format is not None:
            _write(found, format, output)
        else:
            _show([(found.attributes.get("window", ""), found)], as_json)


def _write(network: Network, format: NetworkFormatName, output: Path | None) -> None:
    from sayso.graph.export.registry import beside, write_network

    with opened_output(output) as stream:
        notices = write_network(network, format, stream)
    for notice in notices:
        complain(f"{format}: {notice}")
    tell_origin(beside(network, format), format, output)


def _write_series(made: Iterable[NetworkWindow], format: NetworkFormatName, output: Path | None) -> None:
    from sayso.graph.export.series import write_series

    with opened_output(output) as stream:
        for notice in write_series(made, format, stream):
            complain(f"{format}: {notice}")


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
