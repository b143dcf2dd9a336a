"""Graphs of networkx from answers: a table's rows as edges, triples as edges and attributes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import pyoxigraph as ox

from sayso.api.notebook.tables import short_iri
from sayso.api.notebook.values import Value, read_term
from sayso.graph.store.solutions import Table, text_of
from sayso.ontology.errors import UsageError

if TYPE_CHECKING:
    import networkx


def of_table(table: Table, source: str | None, target: str | None) -> networkx.MultiDiGraph:
    """Make a graph with an edge a row, from one column to another; the other columns are the edge's attributes.

    Without names the first two columns are taken. Rows in which one of the two is unbound are left out.
    """
    import networkx as nx

    ends = _ends(table.variables, source, target)
    graph = nx.MultiDiGraph()
    for number, row in enumerate(table.rows):
        told = dict(zip(table.variables, row, strict=True))
        start, end = (told.pop(name) for name in ends)
        if start is None or end is None:
            continue
        graph.add_edge(text_of(start), text_of(end), key=number)
        # Set apart from add_edge, whose own parameters a column may be called.
        graph.edges[text_of(start), text_of(end), number].update(
            {name: read_term(term)[1] for name, term in told.items() if term is not None}
        )
    return graph


def _ends(names: Sequence[str], source: str | None, target: str | None) -> tuple[str, str]:
    if len(names) < 2:
        raise UsageError("a graph needs two columns, its edges' ends; ask for two, or take .df()")
    ends = (source or names[0], target or names[1])
    if unknown := [end for end in ends if end not in names]:
        raise UsageError(f"{unknown[0]!r} is no column; there are {', '.join(names)}")
    if ends[0] == ends[1]:
        raise UsageError(f"source and target are both {ends[0]}; name two columns")
    return ends


def of_triples(triples: Iterable[ox.Triple]) -> networkx.MultiDiGraph:
    """Make a graph of triples: those between things are edges, whose key is the predicate; literals are attributes.

    Several literals of one thing and predicate become a list, sorted as text.
    """
    import networkx as nx

    graph = nx.MultiDiGraph()
    told: dict[tuple[str, str], list[Value]] = {}
    for triple in triples:
        subject, predicate = str_of(triple.subject), short_iri(triple.predicate.value)
        graph.add_node(subject)
        if isinstance(triple.object, ox.Literal):
            told.setdefault((subject, predicate), []).append(read_term(triple.object)[1])
        else:
            graph.add_edge(subject, str_of(triple.object), key=predicate)
    for (subject, predicate), values in told.items():
        graph.nodes[subject][predicate] = values[0] if len(values) == 1 else sorted(values, key=str)
    return graph


def str_of(term: object) -> str:
    """Return an IRI as it is, any other term in its Turtle writing."""
    return term.value if isinstance(term, ox.NamedNode) else str(term)
