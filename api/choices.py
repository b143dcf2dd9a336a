"""What `sayso export` and `sayso network` may be asked for: their formats and options."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from sayso.ontology.vocabulary import Stance
from sayso.queries.fragments import parameter

FormatName = Literal[
    "nquads", "trig", "turtle", "jsonld", "csv", "jsonl", "parquet", "datapackage", "claims", "ftm", "gexf", "graphml",
    "graphml-yed", "cyjs", "cx2", "graphology", "d3", "dot", "pajek", "ucinet", "neo4j", "nodes-edges", "obsidian",
]  # fmt: skip
NetworkFormatName = Literal[
    "gexf", "graphml", "graphml-yed", "cyjs", "cx2", "graphology", "d3", "dot", "pajek", "ucinet", "neo4j",
    "nodes-edges", "obsidian",
]  # fmt: skip
KindName = Literal["about", "actor-matter", "ignore", "congruence", "conflict", "subtract"]
_DAY = "YYYY-MM-DD"
_PAIR = "VARIABLE=VALUE"


def _of_filter(name: str, more: str = "") -> str:
    """Return the help of an option that restricts statements: what queries/filters says of it."""
    told = parameter(name).description
    return f"{told[0].upper()}{told[1:]}{f'; {more}' if more else ''}."


FormatOption = Annotated[FormatName, typer.Option(help="docs/exports.md tells of each.")]
OutputOption = Annotated[Path | None, typer.Option(metavar="FILE", help="Where to. Default: the standard output.")]
AggregateOption = Annotated[bool, typer.Option("--aggregate", help="Networks: one edge a pair of actors.")]
NodesOption = Annotated[bool, typer.Option("--statements-as-nodes", help="Networks: statements are nodes, not edges.")]
ExcelOption = Annotated[
    bool, typer.Option("--excel-safe", help="CSV: what a spreadsheet would compute gets a ' before it.")
]
ActorsOption = Annotated[
    list[str] | None, typer.Option(help="Only what ties this actor, by name, id or IRI; repeat for several.")
]
DepthOption = Annotated[
    int, typer.Option(min=0, max=3, help="How many steps to go from --actor; 0: the ties among them.")
]
TiesOption = Annotated[str, typer.Option(help="Which ties to follow from --actor, with commas between.")]
BetweenOption = Annotated[bool, typer.Option("--between", help="With the ties among all that were reached.")]
ActsOption = Annotated[list[str] | None, typer.Option(help="Only this act; repeat for several.")]
StanceOption = Annotated[Stance | None, typer.Option(help="Only this stance.")]
FormsOption = Annotated[list[str] | None, typer.Option(help=_of_filter("form", "repeat for several"))]
StatusOption = Annotated[str, typer.Option(help=_of_filter("status", "without it said, in RDF any"))]
WordsOption = Annotated[str, typer.Option(help=_of_filter("words"))]
SinceOption = Annotated[str, typer.Option(metavar=_DAY, help=_of_filter("since"))]
UntilOption = Annotated[str, typer.Option(metavar=_DAY, help=_of_filter("until"))]
SourcesOption = Annotated[list[str] | None, typer.Option(help=_of_filter("source", "repeat for several"))]
ArticlesOption = Annotated[list[str] | None, typer.Option(help=_of_filter("article", "repeat for several"))]
ConfidenceOption = Annotated[float, typer.Option(min=0, max=1, help=_of_filter("confidence"))]
SizeOption = Annotated[int | None, typer.Option(min=1, help="The most edges, or statements of a table.")]

KindArgument = Annotated[KindName, typer.Argument(metavar="KIND", help="docs/networks.md tells what each counts.")]
NetworkFormatOption = Annotated[
    NetworkFormatName | None, typer.Option(help="Write a file for another tool. Default: a table.")
]
NormalisationOption = Annotated[
    Literal["none", "average", "jaccard", "cosine", "activity", "prominence"],
    typer.Option(help="The last two are for actor-matter, the three before for actors."),
]
QualifierOption = Annotated[
    Literal["ignore", "subtract", "combine"], typer.Option(help="actor-matter: what becomes of stances.")
]
DuplicatesOption = Annotated[
    Literal["all", "document", "week", "month", "year"], typer.Option(help="Count once in each of these.")
]
ExcludeOption = Annotated[
    list[str] | None, typer.Option(metavar=_PAIR, help="Leave out: actor, type, matter, source …")
]
OnlyOption = Annotated[list[str] | None, typer.Option(metavar=_PAIR, help="Leave out all others.")]
MinActorOption = Annotated[int, typer.Option(min=1, help="The least number of positions of an actor.")]
MinMatterOption = Annotated[int, typer.Option(min=1, help="The least number of positions on a matter.")]
IsolatesOption = Annotated[bool, typer.Option("--isolates", help="Keep actors without a position that counts.")]
ReportedOption = Annotated[bool, typer.Option("--reported", help="Count positions that somebody else tells of, too.")]
WindowOption = Annotated[int | None, typer.Option(min=1, help="A network for each span of so many units.")]
UnitOption = Annotated[Literal["days", "weeks", "months", "years"], typer.Option(help="Of --window.")]
MeasuresOption = Annotated[
    bool, typer.Option("--measures", help="Degree, strength, betweenness, community of each node.")
]
