"""What CONSTRUCT and DESCRIBE answer, in a notebook: triples that show themselves and become graphs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from sayso.api.notebook.graphs import of_triples
from sayso.api.notebook.result import Result
from sayso.graph.store.solutions import Table
from sayso.ontology.errors import UsageError
from sayso.ontology.namespaces import PREFIXES

if TYPE_CHECKING:
    import networkx
    import pandas
    import polars
    import rdflib
    from rdflib.term import Node

_NAMES = ("subject", "predicate", "object")


@dataclass(frozen=True, slots=True, repr=False)
class Triples:
    """A graph of RDF. `triples` holds the RDF terms themselves."""

    triples: tuple[ox.Triple, ...]

    def __len__(self) -> int:
        return len(self.triples)

    def __iter__(self) -> Iterator[ox.Triple]:
        return iter(self.triples)

    @property
    def result(self) -> Result:
        """The triples as a table of subject, predicate and object."""
        return Result(Table(_NAMES, tuple(tuple(triple) for triple in self.triples)))

    def records(self) -> list[dict[str, object]]:
        """Return each triple as a dict of Python values: subject, predicate, object."""
        return [dict(record) for record in self.result]

    def df(self) -> pandas.DataFrame:
        """Return a DataFrame of pandas: subject, predicate, object. Raises MissingExtra without pandas."""
        return self.result.df()

    def pl(self) -> polars.DataFrame:
        """Return a DataFrame of polars: subject, predicate, object. Raises MissingExtra without polars."""
        return self.result.pl()

    def graph(self) -> networkx.MultiDiGraph:
        """Return a graph of networkx: triples between things are edges, literals are attributes of their subject."""
        return of_triples(self.triples)

    def rdf(self) -> rdflib.Graph:
        """Return a graph of rdflib, literals as they are written, with the ontology's prefixes.

        Raises UsageError for triples about triples, which rdflib does not know.
        """
        import rdflib

        graph = rdflib.Graph()
        for prefix, namespace in PREFIXES.items():
            graph.bind(prefix, namespace)
        for triple in self.triples:
            graph.add((_rdf(triple.subject), _rdf(triple.predicate), _rdf(triple.object)))
        return graph

    def turtle(self) -> str:
        """Return the triples as Turtle, with the ontology's prefixes."""
        told = ox.serialize(self.triples, format=ox.RdfFormat.TURTLE, prefixes=dict(PREFIXES))
        return (told or b"").decode()

    def __repr__(self) -> str:
        return repr(self.result)

    def _repr_html_(self) -> str:
        return self.result._repr_html_()


def _rdf(term: object) -> Node:
    import rdflib

    match term:
        case ox.NamedNode():
            return rdflib.URIRef(term.value)
        case ox.BlankNode():
            return rdflib.BNode(term.value)
        case ox.Literal(language=str(language)):
            return rdflib.Literal(term.value, lang=language)
        case ox.Literal():
            plain = term.datatype == ox.Literal("").datatype
            datatype = None if plain else rdflib.URIRef(term.datatype.value)
            return rdflib.Literal(term.value, datatype=datatype, normalize=False)
    raise UsageError("rdflib knows no triples about triples; take .turtle() or .records()")
