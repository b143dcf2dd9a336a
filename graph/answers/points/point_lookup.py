"""Answering point look-ups from the index: so much work and no more, whatever the store holds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice, product
from typing import Final

import pyoxigraph as ox

from sayso.graph.answers.points.shape import Pattern, Points
from sayso.ontology.namespaces import XSD

_MOST_EACH: Final = 64
_MOST_ROWS: Final = 256
_MOST_BYTES: Final = 1 << 16
_LONGEST: Final = 1 << 18
_STRING: Final = f"{XSD}string"

# What one triple binds: the terms' JSON by their variables, and its length.
type Bound = dict[str, str]


def answer_points(engine: ox.Store, asked: Points, most_rows: int) -> bytes | None:
    """Return the answer as SPARQL JSON over the union of all graphs; None where it is more than a little.

    At most 65 triples are looked at for each pattern, and up to the first that makes their texts too long. What the
    engine finds does not leave this thread.
    """
    found: list[list[Bound]] = []
    rows, length = 1, 0
    for pattern in asked.patterns:
        bound = _bound(engine, pattern, asked.variables)
        if bound is None:
            return None
        rows *= len(bound)
        length += max((sum(map(len, one.values())) for one in bound), default=0)
        if rows > _MOST_ROWS:
            return None
        found.append(bound)
    rows = rows if asked.limit is None else min(rows, asked.limit)
    if rows > most_rows or rows * length > _LONGEST:
        return None
    bindings = ",".join(islice(_rows(found, asked.variables), asked.limit))
    head = ",".join(f'"{name}"' for name in asked.variables)
    return f'{{"head":{{"vars":[{head}]}},"results":{{"bindings":[{bindings}]}}}}'.encode()


def _rows(found: list[list[Bound]], variables: tuple[str, ...]) -> Iterator[str]:
    for parts in product(*found):
        row: Bound = {}
        for part in parts:
            row |= part
        yield "{" + ",".join(f'"{name}":{row[name]}' for name in variables) + "}"


def _bound(engine: ox.Store, pattern: Pattern, variables: tuple[str, ...]) -> list[Bound] | None:
    known = pattern.predicate if isinstance(pattern.predicate, ox.NamedNode) else None
    found: list[Bound] = []
    length = 0
    for quad in engine.quads_for_pattern(pattern.subject, known, None):
        one: Bound = {}
        for name, term in ((pattern.predicate, quad.predicate), (pattern.object, quad.object)):
            if not isinstance(name, str):
                continue
            told = _told(term)
            if not told:
                return None
            length += len(told)
            if name in variables:
                one[name] = told
        found.append(one)
        if len(found) > _MOST_EACH or length > _MOST_BYTES:
            return None
    return found


def _told(term: object) -> str:
    """Return a term as JSON; nothing where it is long, or of a kind that is rare."""
    if len(getattr(term, "value", "")) > _MOST_BYTES:
        return ""
    match term:
        case ox.NamedNode():
            return f'{{"type":"uri","value":{_quoted(term.value)}}}'
        case ox.BlankNode():
            return f'{{"type":"bnode","value":{_quoted(term.value)}}}'
        case ox.Literal() if term.direction is None:
            told = f'{{"type":"literal","value":{_quoted(term.value)}'
            if term.language is not None:
                return f'{told},"xml:lang":{_quoted(term.language)}}}'
            if term.datatype.value != _STRING:
                return f'{told},"datatype":{_quoted(term.datatype.value)}}}'
            return told + "}"
    return ""


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
