"""The Turtle files of this folder, as text and as quads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, parse

from sayso.ontology.iris import BASE, ontology_graph

FOLDER = Path(__file__).parent
VOCABULARY = FOLDER / "sayso.ttl"
SCHEMES = FOLDER / "schemes.ttl"
SHAPES = FOLDER / "shapes.ttl"


def turtle() -> str:
    """Return the ontology with its schemes as one Turtle document (neither file holds a blank node)."""
    return VOCABULARY.read_text("utf-8") + "\n" + SCHEMES.read_text("utf-8")


def shapes() -> str:
    """Return the SHACL shapes that every graph of SaySo conforms to, as Turtle."""
    return SHAPES.read_text("utf-8")


def ontology_quads(base: str = BASE) -> Iterator[Quad]:
    """Yield ontology and schemes as quads of the ontology's graph; the shapes stay out, they have blank nodes."""
    graph = ontology_graph(base)
    for quad in parse(turtle(), format=RdfFormat.TURTLE):
        yield Quad(quad.subject, quad.predicate, quad.object, graph)
