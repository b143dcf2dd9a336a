"""The W3C's query and syntax tests, read from its manifests, and what their answers have to be."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from sayso.ontology.namespaces import XSD

SUITE = Path(__file__).parents[5] / "shared" / "w3c-sparql11"
HOME = "http://www.w3.org/2009/sparql/docs/tests/data-sparql11/"
_CASES = """
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX mf: <http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#>
PREFIX qt: <http://www.w3.org/2001/sw/DataAccess/tests/test-query#>
SELECT ?test ?type ?text ?result
  (GROUP_CONCAT(DISTINCT STR(?data); SEPARATOR=" ") AS ?default)
  (GROUP_CONCAT(DISTINCT STR(?graph); SEPARATOR=" ") AS ?named)
WHERE {
  ?manifest mf:entries/rdf:rest*/rdf:first ?test .
  ?test rdf:type ?type ; mf:action ?action .
  OPTIONAL { ?action qt:query ?query }
  BIND(COALESCE(?query, ?action) AS ?text)
  OPTIONAL { ?action qt:data ?data }
  OPTIONAL { ?action qt:graphData ?graph }
  OPTIONAL { ?test mf:result ?result }
}
GROUP BY ?test ?type ?text ?result
ORDER BY ?test
"""
_RS = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"
_FORMATS = {
    ".srx": ox.QueryResultsFormat.XML,
    ".srj": ox.QueryResultsFormat.JSON,
    ".tsv": ox.QueryResultsFormat.TSV,
}
_NUMBERS = frozenset(
    XSD + name for name in "integer decimal double float nonNegativeInteger negativeInteger int long".split()
)

# A row as comparable text, cell by cell; blank nodes under names of their own, to be matched.
type Cell = tuple[str, str, str] | None
type Table = bool | tuple[tuple[str, ...], list[tuple[Cell, ...]]]


@dataclass(frozen=True)
class Case:
    """A test: `default` and `named` are the graphs it asks over, as addresses under HOME."""

    folder: str
    name: str
    kind: str
    text: str
    base: str
    default: tuple[str, ...]
    named: tuple[str, ...]
    result: Path | None

    @property
    def id(self) -> str:
        """The test's name with its folder: names repeat."""
        return f"{self.folder}/{self.name}"


@cache
def cases(folder: str) -> tuple[Case, ...]:
    """Read the tests of a folder; none where the suite is absent."""
    manifest = SUITE / folder / "manifest.ttl"
    if not manifest.is_file():
        return ()
    store = ox.Store()
    store.load(path=manifest, format=ox.RdfFormat.TURTLE, base_iri=f"{HOME}{folder}/manifest.ttl")
    rows = store.query(_CASES)
    assert isinstance(rows, ox.QuerySolutions)
    return tuple(_case(folder, *(row[name] for name in "test type text result default named".split())) for row in rows)


def _case(
    folder: str, test: object, type_: object, text: object, result: object, default: object, named: object
) -> Case:
    def value(term: object) -> str:
        return term.value if isinstance(term, ox.NamedNode | ox.Literal) else ""

    return Case(
        folder,
        value(test).rpartition("#")[2],
        value(type_).rpartition("#")[2],
        path_of(value(text)).read_text("utf-8"),
        value(text),
        tuple(value(default).split()),
        tuple(value(named).split()),
        path_of(value(result)) if result is not None else None,
    )


def path_of(address: str) -> Path:
    """Return where a file of the suite lies."""
    return SUITE / address.removeprefix(HOME)


def data(all_: Iterable[Case]) -> Iterator[ox.Quad]:
    """Yield the data of tests, each file in a graph of its own name."""
    for address in sorted({graph for case in all_ for graph in (*case.default, *case.named)}):
        kind = ox.RdfFormat.from_extension(path_of(address).suffix.removeprefix("."))
        for quad in ox.parse(path=path_of(address), format=kind, base_iri=address):
            yield ox.Quad(quad.subject, quad.predicate, quad.object, ox.NamedNode(address))


def expected(case: Case) -> Table:
    """Read what a test expects."""
    assert case.result is not None
    if case.result.suffix == ".ttl":
        return _of_graph(case.result, f"{HOME}{case.folder}/{case.result.name}")
    if case.result.suffix == ".csv":
        return of_csv(case.result.read_text("utf-8"))
    return of_results(case.result.read_bytes(), _FORMATS[case.result.suffix])


def of_results(body: bytes, format_: ox.QueryResultsFormat) -> Table:
    """Read an answer in one of the formats that keep types."""
    told = ox.parse_query_results(body, format=format_)
    if isinstance(told, ox.QueryBoolean):
        return bool(told)
    variables = tuple(sorted(variable.value for variable in told.variables))
    return variables, [tuple(_cell(row[name]) for name in variables) for row in told]


def of_csv(text: str) -> Table:
    """Read an answer as CSV, where all that is left of a term is its text."""
    head, *rows = csv.reader(io.StringIO(text))
    order = sorted(range(len(head)), key=lambda place: head[place])
    return tuple(head[place] for place in order), [tuple(_text(row[place]) for place in order) for row in rows]


def same(one: Table, other: Table) -> bool:
    """Say whether two answers hold the same rows, as often, whatever their order and their blank nodes' names."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    return one[0] == other[0] and len(one[1]) == len(other[1]) and _canonical(one[1]) == _canonical(other[1])


def _of_graph(path: Path, base: str) -> Table:
    store = ox.Store()
    store.load(path=path, format=ox.RdfFormat.TURTLE, base_iri=base)

    def objects(subject: object, name: str) -> list[object]:
        return [quad.object for quad in store.quads_for_pattern(subject, ox.NamedNode(_RS + name), None)]  # type: ignore[arg-type]

    variables = tuple(sorted(term.value for term in objects(None, "resultVariable") if isinstance(term, ox.Literal)))
    rows = []
    for solution in objects(None, "solution"):
        cells: dict[str, Cell] = {}
        for binding in objects(solution, "binding"):
            [variable], [value] = objects(binding, "variable"), objects(binding, "value")
            cells[variable.value] = _cell(value)  # type: ignore[attr-defined]
        rows.append(tuple(cells.get(name) for name in variables))
    return variables, rows


def _cell(term: object) -> Cell:
    match term:
        case None:
            return None
        case ox.BlankNode(value=value):
            return "blank", value, ""
        case ox.Literal(value=value, datatype=datatype, language=language):
            return "literal", _number(value, datatype.value), language or datatype.value
        case _:
            return "iri", str(term), ""


def _text(value: str) -> Cell:
    if value.startswith("_:"):
        return "blank", value, ""
    return "literal", _number(value, next(iter(_NUMBERS))), ""


def _number(value: str, datatype: str) -> str:
    """Return a number's value in one spelling: the engine keeps values, not spellings."""
    if datatype not in _NUMBERS:
        return value
    try:
        number = Decimal(value)
    except ArithmeticError:
        return value
    return f"{number.normalize():f}" if number.is_finite() else value


def _canonical(rows: list[tuple[Cell, ...]]) -> ox.Dataset:
    quads = []
    for row in rows:
        node = ox.BlankNode()
        for place, cell in enumerate(row):
            predicate = ox.NamedNode(f"urn:column:{place}")
            if cell is not None and cell[0] == "blank":
                quads.append(ox.Quad(node, predicate, ox.BlankNode(f"b{cell[1].encode().hex()}")))
            else:
                quads.append(ox.Quad(node, predicate, ox.Literal(repr(cell))))
    dataset = ox.Dataset(quads)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return dataset
