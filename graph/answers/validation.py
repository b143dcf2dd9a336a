"""Validation: does what a store holds keep to the ontology's shapes?"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

import pyshacl
from rdflib import Graph, Node
from rdflib.namespace import RDF, SH

from sayso.graph.export.rdf import export
from sayso.graph.store.store import Store
from sayso.ontology.files import shapes


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """One place where the data break a shape: at `focus`, along `path`, because of `value` (each may be empty)."""

    focus: str
    path: str
    value: str
    message: str


def violations(store: Store) -> list[Violation]:
    """Check the union of all graphs against the ontology's SHACL shapes; an empty list where they conform.

    The whole store is held in memory as an rdflib graph: some 1 KB a triple.
    """
    text = io.BytesIO()
    export(store, text, "turtle")
    data = Graph().parse(data=text.getvalue(), format="turtle")
    rules = Graph().parse(data=shapes(), format="turtle")
    _, report, _ = pyshacl.validate(data, shacl_graph=rules, inference="none", advanced=True)
    return sorted(set(_read(report)))


def _read(report: Graph) -> Iterator[Violation]:
    for result in report.subjects(RDF.type, SH.ValidationResult):
        path, value = report.value(result, SH.resultPath), report.value(result, SH.value)
        messages = sorted(str(message) for message in report.objects(result, SH.resultMessage))
        yield Violation(_text(report.value(result, SH.focusNode)), _text(path), _text(value), "; ".join(messages))


def _text(node: Node | None) -> str:
    return "" if node is None else str(node)
