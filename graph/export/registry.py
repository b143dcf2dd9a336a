"""The registry: every format by its name, and the one function that writes a store in any of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from types import MappingProxyType
from typing import IO, Final

from sayso.graph.export.claims import Claims
from sayso.graph.export.csv_rows import CsvRows
from sayso.graph.export.data_package import DataPackage
from sayso.graph.export.edge_list import EdgeList
from sayso.graph.export.format import Format
from sayso.graph.export.ftm import Ftm
from sayso.graph.export.jsonl_rows import JsonlRows
from sayso.graph.export.jsonld import JsonLd
from sayso.graph.export.matrix import MatrixFile
from sayso.graph.export.network_formats import NETWORK_FORMATS
from sayso.graph.export.nodes_edges import NodesEdges
from sayso.graph.export.options import ExportOptions, told_options
from sayso.graph.export.origin_file import told_origin
from sayso.graph.export.parquet_rows import ParquetRows
from sayso.graph.export.rdf import RdfWriter
from sayso.graph.export.writer import Notices
from sayso.graph.networks.actors import actor_network
from sayso.graph.networks.around import Around
from sayso.graph.networks.network import Network
from sayso.graph.networks.origin import origin, with_origin
from sayso.graph.networks.statements import statement_network
from sayso.graph.networks.subgraph import Form, statements, subgraph
from sayso.graph.networks.summed import summed
from sayso.graph.statements.rows.dataset import Based, Dataset, Part, Whole
from sayso.graph.statements.rows.filter import Filter
from sayso.graph.statements.rows.reading import Answering, rows
from sayso.graph.statements.rows.row import Row
from sayso.graph.statements.rows.spool import Spool
from sayso.ontology.errors import UsageError
from sayso.queries.binder import ANY


def _by_name[Content](*formats: Format[Content]) -> Mapping[str, Format[Content]]:
    return MappingProxyType({format.name: format for format in formats})


GRAPH_FORMATS: Final[Mapping[str, Format[Dataset]]] = _by_name(
    Format("nquads", "nq", "application/n-quads", "any RDF store", RdfWriter("nquads")),
    Format("trig", "trig", "application/trig", "any RDF store", RdfWriter("trig")),
    Format("turtle", "ttl", "text/turtle", "any RDF tool", RdfWriter("turtle")),
    Format("jsonld", "jsonld", "application/ld+json", "JSON-LD tools", JsonLd(), notes=False),
)
ROW_FORMATS: Final[Mapping[str, Format[Iterable[Row]]]] = _by_name(
    Format("csv", "csv", "text/csv", "spreadsheets, R, pandas", CsvRows(), notes=False),
    Format("jsonl", "jsonl", "application/jsonl", "jq, pandas, DuckDB", JsonlRows(), notes=False),
    Format("parquet", "parquet", "application/vnd.apache.parquet", "DuckDB, polars, pandas, R", ParquetRows()),
    Format("datapackage", "zip", "application/zip", "Frictionless, R, pandas, Open Data Editor", DataPackage()),
    Format("claims", "jsonld", "application/ld+json", "fact-checkers' tools (schema.org)", Claims(), notes=False),
    Format("ftm", "ftm.json", "application/jsonl", "OpenAleph, FollowTheMoney", Ftm(), notes=False),
)
NAMES: Final = (*GRAPH_FORMATS, *ROW_FORMATS, *NETWORK_FORMATS)


def write(store: Based, name: str, output: IO[bytes], options: ExportOptions = ExportOptions()) -> Notices:  # noqa: B008
    """Write a store, or a part of it, in a format; return what the format could not hold as it is.

    Raises UsageError for an unknown format, and for an option that the format does not know.
    """
    return prepared(store, name, options).write(output)


@dataclass(frozen=True, slots=True)
class Prepared:
    """An export that only has to be written: what is left out of it is known. `None` stands for: it is everything.

    `origin` is what is told of where it comes from; `beside` what a file beside it has to tell, where the format has no
    room for it.
    """

    write: Callable[[IO[bytes]], Notices]
    shown: int | None = None
    total: int | None = None
    origin: Mapping[str, str] = field(default=MappingProxyType({}))
    beside: Mapping[str, str] = field(default=MappingProxyType({}))


def prepared(store: Based, name: str, options: ExportOptions = ExportOptions()) -> Prepared:  # noqa: B008
    """Make ready to write a store, or a part of it, in a format. Raises as `write` does."""
    if name not in NAMES:
        raise UsageError(f"--format {name}: there is no such format; there are {', '.join(NAMES)}")
    _refuse(name, options)
    if name in NETWORK_FORMATS:
        made = network(store, options)
        shown, total = (int(made.attributes[key]) if key in made.attributes else None for key in ("shown", "total"))
        return Prepared(
            lambda output: write_network(made, name, output, excel_safe=options.excel_safe),
            shown,
            total,
            told_origin(made),
            beside(made, name),
        )
    around = options.around
    if name in GRAPH_FORMATS and not around.keep.status:
        # RDF hides nothing.
        around = replace(around, keep=replace(around.keep, status=ANY))
    told = origin(store, told_options(replace(options, around=around)))
    if name in GRAPH_FORMATS and around == Around(keep=Filter(status=ANY)):
        return prepared_graph(Whole(store), name, told)
    if name in ROW_FORMATS and not around.actors and around.size is None:
        return prepared_rows(rows(store, around.keep), name, told, excel_safe=options.excel_safe)
    found, total, _ = statements(store, around)
    if name in ROW_FORMATS:
        made_rows = prepared_rows(found, name, told, excel_safe=options.excel_safe)
        return replace(made_rows, shown=len(found), total=total)
    part = Part(store, [row.iri for row in found])
    return replace(prepared_graph(part, name, told), shown=len(found), total=total)


def prepared_rows(found: Iterable[Row], name: str, told: Mapping[str, str], *, excel_safe: bool = False) -> Prepared:
    """Make ready to write rows in a format of tables, with what is told of their origin in it or beside it."""
    format, writer = ROW_FORMATS[name], ROW_FORMATS[name].writer
    if isinstance(writer, CsvRows):
        writer = replace(writer, excel_safe=excel_safe)
    elif isinstance(writer, ParquetRows | DataPackage):
        writer = replace(writer, told=told)
    return Prepared(partial(writer.write, found), origin=told, beside={} if format.notes else told)


def prepared_graph(content: Dataset, name: str, told: Mapping[str, str]) -> Prepared:
    """Make ready to write graphs in a format of RDF, with what is told of their origin in it or beside it."""
    format, writer = GRAPH_FORMATS[name], GRAPH_FORMATS[name].writer
    if isinstance(writer, RdfWriter):
        writer = replace(writer, told=told)
    return Prepared(partial(writer.write, content), origin=told, beside={} if format.notes else told)


def beside(network: Network, name: str) -> Mapping[str, str]:
    """Return what a file beside a network's has to tell of it: nothing where the format has room for it."""
    return {} if NETWORK_FORMATS[name].notes else network.attributes


def network(store: Answering, options: ExportOptions = ExportOptions()) -> Network:  # noqa: B008
    """Return the network that is exported: actors and, where asked for, statements as nodes.

    Its attributes tell snapshot, models and filters.
    """
    return with_origin(_network(store, options), origin(store, told_options(options)))


def _network(store: Answering, options: ExportOptions) -> Network:
    around = options.around
    if around.actors or around.size is not None or around.core is not None:
        form: Form = "nodes" if options.statements_as_nodes else "summed" if options.aggregate else "edges"
        return subgraph(store, around, form)
    # Once out of the store, then out of a file: nodes come before edges, with what all edges say of them.
    read = partial(rows, store, around.keep, "words")
    if options.statements_as_nodes:
        return statement_network(partial(iter, Spool(read)))
    found = actor_network(read, around.keep.stance)
    return summed(found) if options.aggregate else found


def write_network(network: Network, name: str, output: IO[bytes], *, excel_safe: bool = False) -> Notices:
    """Write any network in one of the formats of networks. Raises UsageError for another one."""
    if name not in NETWORK_FORMATS:
        raise UsageError(f"--format {name}: this is a network; its formats are {', '.join(NETWORK_FORMATS)}")
    writer = NETWORK_FORMATS[name].writer
    if isinstance(writer, NodesEdges | EdgeList | MatrixFile):
        writer = replace(writer, excel_safe=excel_safe)
    return writer.write(network, output)


def _refuse(name: str, options: ExportOptions) -> None:
    if options.excel_safe and name not in ("csv", "nodes-edges", "edges", "matrix"):
        raise UsageError(f"--excel-safe is for csv and nodes-edges, edges and matrix too, not for {name}")
    if (options.aggregate or options.statements_as_nodes) and name not in NETWORK_FORMATS:
        raise UsageError(f"--aggregate and --statements-as-nodes are for networks, which {name} is not")
    if options.around.core is not None and not options.aggregate:
        raise UsageError("--core is for --aggregate: the busiest actors are found among ties that are summed")
    if options.aggregate and options.statements_as_nodes:
        raise UsageError("--aggregate or --statements-as-nodes, not both: there is nothing to sum between statements")
