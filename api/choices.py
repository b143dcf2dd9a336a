"""What `sayso export` and `sayso network` may be asked for: their formats and options."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from sayso.graph.networks.options import OPTIONS
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
CoreOption = Annotated[
    int | None, typer.Option(min=1, help="With --aggregate: the so many actors that take most part, and their ties.")
]
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

KindArgument = Annotated[KindName, typer.Argument(metavar="KIND", help=_of_network("kind"))]
NetworkFormatOption = Annotated[
    NetworkFormatName | None, typer.Option(help="Write a file for another tool. Default: a table.")
]
Variable1Option = Annotated[VariableWord, typer.Option(help=_of_network("variable1"))]
Variable2Option = Annotated[VariableWord, typer.Option(help=_of_network("variable2"))]
CountOption = Annotated[Literal["positions", "statements"], typer.Option(help=_of_network("count"))]
NormalisationOption = Annotated[
    Literal["none", "average", "jaccard", "cosine", "activity", "prominence"],
    typer.Option(help=_of_network("normalisation")),
]
QualifierOption = Annotated[
    Literal["ignore", "subtract", "combine"] | None, typer.Option(help=_of_network("qualifier"))
]
DuplicatesOption = Annotated[
    Literal["all", "document", "week", "month", "year"], typer.Option(help=_of_network("duplicates"))
]
ExcludeOption = Annotated[list[str] | None, typer.Option(metavar=_PAIR, help=_of_network("exclude", _REPEAT))]
OnlyOption = Annotated[list[str] | None, typer.Option(metavar=_PAIR, help=_of_network("only", _REPEAT))]
MinActorOption = Annotated[int, typer.Option(min=1, help=_of_network("min_actor"))]
MinMatterOption = Annotated[int, typer.Option(min=1, help=_of_network("min_matter"))]
MinimumOption = Annotated[
    list[str] | None, typer.Option(metavar="VARIABLE=NUMBER", help=_of_network("minimum", _REPEAT))
]
IsolatesOption = Annotated[bool, typer.Option("--isolates", help=_of_network("isolates"))]
ReportedOption = Annotated[bool, typer.Option("--reported", help=_of_network("reported"))]
MeasuresOption = Annotated[bool, typer.Option("--measures", help=_of_network("measures"))]
WindowOption = Annotated[int | None, typer.Option(min=1, help=_of_network("window"))]
UnitOption = Annotated[Literal["events", "days", "weeks", "months", "years"], typer.Option(help=_of_network("unit"))]
StepOption = Annotated[int, typer.Option(min=1, help=_of_network("step"))]
NthOption = Annotated[int | None, typer.Option(min=1, help=_of_network("nth"))]
KernelOption = Annotated[
    Literal["none", "uniform", "triangular", "epanechnikov", "gaussian"], typer.Option(help=_of_network("kernel"))
]
NetworkSizeOption = Annotated[int | None, typer.Option(min=1, help=_of_network("size"))]
