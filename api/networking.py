"""`sayso network`: who speaks about whom, and the networks of discourse analysis."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.api.choices import (
    DuplicatesOption,
    ExcludeOption,
    FormsOption,
    IsolatesOption,
    KindArgument,
    MeasuresOption,
    MinActorOption,
    MinMatterOption,
    NetworkFormatName,
    NetworkFormatOption,
    NormalisationOption,
    OnlyOption,
    OutputOption,
    QualifierOption,
    ReportedOption,
    SinceOption,
    StatusOption,
    UnitOption,
    UntilOption,
    WindowOption,
)
from sayso.api.console import complain, print_json, print_table, say
from sayso.api.exporting import opened_output
from sayso.api.options import JsonOption, StoreOption
from sayso.ontology.errors import UsageError

if TYPE_CHECKING:
    from sayso.graph.networks.kinds import Choice
    from sayso.graph.networks.network import Network
    from sayso.graph.networks.windows import Unit
    from sayso.graph.statements.rows.filter import Filter

_MOST = 40


def network(
    kind: KindArgument,
    store: StoreOption = None,
    format: NetworkFormatOption = None,
    output: OutputOption = None,
    normalisation: NormalisationOption = "none",
    qualifier: QualifierOption = "subtract",
    duplicates: DuplicatesOption = "all",
    form: FormsOption = None,
    status: StatusOption = "",
    since: SinceOption = "",
    until: UntilOption = "",
    exclude: ExcludeOption = None,
    only: OnlyOption = None,
    min_actor: MinActorOption = 1,
    min_matter: MinMatterOption = 1,
    isolates: IsolatesOption = False,
    reported: ReportedOption = False,
    window: WindowOption = None,
    unit: UnitOption = "months",
    measures: MeasuresOption = False,
    as_json: JsonOption = False,
) -> None:
    """Make a network of actors, or of actors and matters.

    Who speaks about whom (about), and discourse networks with DNA's arithmetic.

    \b
    sayso network congruence
    sayso network subtract --normalisation average --format gexf --output subtract.gexf
    sayso network actor-matter --duplicates document --measures
    sayso network congruence --window 3 --unit months --format graphml --output quarters.zip
    """
    from sayso.graph.networks.kinds import Choice
    from sayso.graph.networks.selection import Selection
    from sayso.graph.statements.rows.filter import Filter

    selection = Selection(
        since,
        until,
        duplicates,
        _values("--exclude", exclude),
        _values("--only", only),
        min_actor,
        min_matter,
    )
    choice = Choice(kind, normalisation, qualifier, selection, isolates, reported, measures)
    keep = Filter(forms=frozenset(form or ()), status=status)
    _run(store, choice, keep, format, output, (window, unit) if window else None, as_json)


def _run(
    store: Path | None,
    choice: Choice,
    keep: Filter,
    format: NetworkFormatName | None,
    output: Path | None,
    window: tuple[int, Unit] | None,
    as_json: bool,
) -> None:
    from sayso.api.settings import read_settings
    from sayso.graph.export.registry import write_network
    from sayso.graph.export.series import write_series
    from sayso.graph.networks.kinds import make, series
    from sayso.graph.statements.rows.reading import rows
    from sayso.graph.statements.rows.spool import Spool
    from sayso.graph.store.store import Store

    if output is not None and format is None:
        raise UsageError("--output needs a --format: gexf, graphml, nodes-edges …")
    settings = read_settings(store=store)
    with Store.open(settings.store, read_only=True, base=settings.base) as opened:
        read = partial(iter, Spool(lambda: rows(opened, keep, "words")))
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
