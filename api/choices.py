"""What `sayso export` and `sayso network` may be asked for: their formats and options."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from sayso.graph.networks.kinds import Choice
from sayso.graph.networks.options import OPTIONS, choice_of, numbers_of, pairs_of
from sayso.graph.statements.rows.filter import Filter
from sayso.ontology.vocabulary import Stance
from sayso.queries.fragments import parameter

FormatName = Literal[
    "nquads", "trig", "turtle", "jsonld", "csv", "jsonl", "parquet", "datapackage", "claims", "ftm", "gexf", "graphml",
    "graphml-yed", "cyjs", "cx2", "graphology", "d3", "dot", "pajek", "ucinet", "neo4j", "nodes-edges", "edges",
    "matrix", "obsidian",
]  # fmt: skip
NetworkFormatName = Literal[
    "gexf", "graphml", "graphml-yed", "cyjs", "cx2", "graphology", "d3", "dot", "pajek", "ucinet", "neo4j",
    "nodes-edges", "edges", "matrix", "obsidian",
]  # fmt: skip
KindName = Literal["about", "actor-matter", "two-mode", "ignore", "congruence", "conflict", "subtract"]
VariableWord = Literal[
    "actor", "type", "matter", "stance", "act", "form", "status", "about", "source", "author", "article",
    "day", "month", "year",
]  # fmt: skip
_DAY = "YYYY-MM-DD"
_PAIR = "VARIABLE=VALUE"
_REPEAT = "repeat for several"


def _of_filter(name: str, more: str = "") -> str:
    """Return the help of an option that restricts statements: what queries/filters says of it."""
    told = parameter(name).description
    return f"{told[0].upper()}{told[1:]}{f'; {more}' if more else ''}."


def _of_network(name: str, more: str = "") -> str:
    """Return the help of an option of networks: what every face says of it."""
    told = OPTIONS[name].meaning
    return f"{told[0].upper()}{told[1:]}{f'; {more}' if more else ''}."


KindArgument = Annotated[KindName, typer.Argument(metavar="KIND", help=_of_network("kind"))]
OutputOption = Annotated[Path | None, typer.Option(metavar="FILE", help="Where to. Default: the standard output.")]
FormsOption = Annotated[list[str] | None, typer.Option(help=_of_filter("form", _REPEAT))]
StatusOption = Annotated[str, typer.Option(help=_of_filter("status", "without it said, in RDF any"))]
SinceOption = Annotated[str, typer.Option(metavar=_DAY, help=_of_filter("since"))]
UntilOption = Annotated[str, typer.Option(metavar=_DAY, help=_of_filter("until"))]
ConfidenceOption = Annotated[float, typer.Option(min=0, max=1, help=_of_filter("confidence"))]


@dataclass(frozen=True, slots=True)
class ExportShape:
    """How an export is made, beside its format."""

    aggregate: Annotated[bool, typer.Option("--aggregate", help="Networks: one edge a pair of actors.")] = False
    statements_as_nodes: Annotated[
        bool, typer.Option("--statements-as-nodes", help="Networks: statements are nodes, not edges.")
    ] = False
    excel_safe: Annotated[
        bool, typer.Option("--excel-safe", help="CSV: what a spreadsheet would compute gets a ' before it.")
    ] = False


@dataclass(frozen=True, slots=True)
class ExportReach:
    """Which actors an export is of, and how far it goes from them."""

    actor: Annotated[
        list[str] | None, typer.Option(help="Only what ties this actor, by name, id or IRI; repeat for several.")
    ] = None
    depth: Annotated[
        int, typer.Option(min=0, max=3, help="How many steps to go from --actor; 0: the ties among them.")
    ] = 1
    kinds: Annotated[str, typer.Option(help="Which ties to follow from --actor, with commas between.")] = ""
    between: Annotated[bool, typer.Option("--between", help="With the ties among all that were reached.")] = False
    core: Annotated[
        int | None,
        typer.Option(min=1, help="With --aggregate: the so many actors that take most part, and their ties."),
    ] = None

    def given(self) -> dict[str, Any]:
        """Return what is given of it as `Around` names it, the actors aside."""
        ties = frozenset(part.strip() for part in self.kinds.split(",")) if self.kinds else None
        more = {name: value for name, value in (("core", self.core), ("kinds", ties)) if value}
        return {"depth": self.depth, "between": self.between, **more}


@dataclass(frozen=True, slots=True)
class ExportFilter:
    """Which statements an export is of."""

    act: Annotated[list[str] | None, typer.Option(help="Only this act; repeat for several.")] = None
    form: FormsOption = None
    status: StatusOption = ""
    stance: Annotated[Stance | None, typer.Option(help="Only this stance.")] = None
    words: Annotated[str, typer.Option(help=_of_filter("words"))] = ""
    since: SinceOption = ""
    until: UntilOption = ""
    source: Annotated[list[str] | None, typer.Option(help=_of_filter("source", _REPEAT))] = None
    article: Annotated[list[str] | None, typer.Option(help=_of_filter("article", _REPEAT))] = None
    confidence: ConfidenceOption = 0

    def filter(self) -> Filter:
        """Return the filter; raises UsageError for what is no value of an option."""
        return Filter(
            acts=frozenset(self.act or ()),
            forms=frozenset(self.form or ()),
            status=self.status,
            stance=self.stance or "",
            words=self.words,
            since=self.since,
            until=self.until,
            sources=frozenset(self.source or ()),
            articles=frozenset(self.article or ()),
            confidence=self.confidence,
        )


@dataclass(frozen=True, slots=True)
class NetworkChoices:
    """The options of networks, under the names that they have everywhere."""

    variable1: Annotated[VariableWord, typer.Option(help=_of_network("variable1"))] = "actor"
    variable2: Annotated[VariableWord, typer.Option(help=_of_network("variable2"))] = "matter"
    count: Annotated[Literal["positions", "statements"], typer.Option(help=_of_network("count"))] = "positions"
    normalisation: Annotated[
        Literal["none", "average", "jaccard", "cosine", "activity", "prominence"],
        typer.Option(help=_of_network("normalisation")),
    ] = "none"
    qualifier: Annotated[
        Literal["ignore", "subtract", "combine"] | None, typer.Option(help=_of_network("qualifier"))
    ] = None
    duplicates: Annotated[
        Literal["all", "document", "week", "month", "year"], typer.Option(help=_of_network("duplicates"))
    ] = "all"
    form: FormsOption = None
    status: StatusOption = ""
    confidence: ConfidenceOption = 0
    since: SinceOption = ""
    until: UntilOption = ""
    exclude: Annotated[list[str] | None, typer.Option(metavar=_PAIR, help=_of_network("exclude", _REPEAT))] = None
    only: Annotated[list[str] | None, typer.Option(metavar=_PAIR, help=_of_network("only", _REPEAT))] = None
    min_actor: Annotated[int, typer.Option(min=1, help=_of_network("min_actor"))] = 1
    min_matter: Annotated[int, typer.Option(min=1, help=_of_network("min_matter"))] = 1
    minimum: Annotated[
        list[str] | None, typer.Option(metavar="VARIABLE=NUMBER", help=_of_network("minimum", _REPEAT))
    ] = None
    isolates: Annotated[bool, typer.Option("--isolates", help=_of_network("isolates"))] = False
    reported: Annotated[bool, typer.Option("--reported", help=_of_network("reported"))] = False
    measures: Annotated[bool, typer.Option("--measures", help=_of_network("measures"))] = False
    window: Annotated[int | None, typer.Option(min=1, help=_of_network("window"))] = None
    unit: Annotated[Literal["events", "days", "weeks", "months", "years"], typer.Option(help=_of_network("unit"))] = (
        "months"
    )
    step: Annotated[int, typer.Option(min=1, help=_of_network("step"))] = 1
    nth: Annotated[int | None, typer.Option(min=1, help=_of_network("nth"))] = None
    kernel: Annotated[
        Literal["none", "uniform", "triangular", "epanechnikov", "gaussian"],
        typer.Option(help=_of_network("kernel")),
    ] = "none"
    size: Annotated[int | None, typer.Option(min=1, help=_of_network("size"))] = None

    def choice(self, kind: KindName) -> Choice:
        """Return the choice that these options make; raises UsageError for what is no value of one."""
        chosen: dict[str, Any] = {one.name: getattr(self, one.name) for one in fields(self)}
        chosen = {name: value for name, value in chosen.items() if value is not None}
        for name in {"exclude", "only"} & chosen.keys():
            chosen[name] = pairs_of(f"--{name}", chosen[name])
        return choice_of(kind, **{**chosen, "minimum": numbers_of("--minimum", self.minimum or ())})
