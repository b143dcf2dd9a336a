"""JSON-LD: every graph with its nodes, under the prefixes of the ontology."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import IO

from pyoxigraph import Literal, NamedNode, Quad

from sayso.graph.export.text import TextFile
from sayso.graph.export.writer import Notices
from sayso.graph.statements.rows.dataset import Dataset
from sayso.ontology.namespaces import PREFIXES, TYPE, XSD

_LOCAL = re.compile(r"[A-Za-z_][\w-]*")
_STRING = XSD + "string"

type JsonLdValue = str | dict[str, JsonLdValue] | list[JsonLdValue]


@dataclass(frozen=True, slots=True)
class JsonLd:
    """One graph is held in memory at a time; properties are compact, the names of things are whole IRIs."""

    def write(self, content: Dataset, output: IO[bytes]) -> Notices:
        """Write articles, actors, judgements, ontology and schemes, each in its graph."""
        file = TextFile(output)
        file.write(f'{{"@context": {json.dumps(dict(PREFIXES))},\n"@graph": [')
        for number, graph in enumerate(content.graphs()):
            file.write(",\n" if number else "\n")
            nodes = _nodes(content.quads(graph))
            file.write(json.dumps({"@id": graph.value, "@graph": nodes}, ensure_ascii=False))
        file.write("\n]}\n")
        return file.notices()


def _nodes(quads: Iterable[Quad]) -> JsonLdValue:
    found: defaultdict[str, defaultdict[str, list[JsonLdValue]]] = defaultdict(lambda: defaultdict(list))
    for quad in quads:
        node = found[_name(quad.subject)]
        if quad.predicate == TYPE and isinstance(quad.object, NamedNode):
            node["@type"].append(compact(quad.object.value))
        else:
            node[compact(quad.predicate.value)].append(_value(quad.object))
    return [{"@id": name, **node} for name, node in found.items()]


def compact(iri: str) -> str:
    """Return a property's or a class's IRI with its prefix, or whole where none fits."""
    for prefix, start in PREFIXES.items():
        if iri.startswith(start) and _LOCAL.fullmatch(iri, len(start)):
            return f"{prefix}:{iri[len(start) :]}"
    return iri


def _name(node: object) -> str:
    return node.value if isinstance(node, NamedNode) else str(node)


def _value(term: object) -> JsonLdValue:
    if not isinstance(term, Literal):
        return {"@id": _name(term)}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    if term.datatype.value == _STRING:
        return term.value
    return {"@value": term.value, "@type": compact(term.datatype.value)}
