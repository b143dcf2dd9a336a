"""Answers to SPARQL queries, read whole, and the engine's failures as errors that say what to do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from sayso.graph.store.damage import damage_of
from sayso.graph.store.guard import is_update
from sayso.ontology.errors import QueryError
from sayso.ontology.namespaces import PREFIXES, XSD_BOOLEAN

type Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple

_BOOLEANS: Final[Mapping[Term, Term]] = {
    ox.Literal(digit, datatype=XSD_BOOLEAN): ox.Literal(word, datatype=XSD_BOOLEAN)
    for digit, word in (("0", "false"), ("1", "true"))
}


@dataclass(frozen=True, slots=True)
class Table:
    """The bindings of a SELECT: one row per solution, one cell per variable, None where it is unbound."""

    variables: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]

    def records(self) -> Iterator[dict[str, str]]:
        """Yield each row as variable to text; unbound cells are empty."""
        for row in self.rows:
            yield {name: text_of(term) for name, term in zip(self.variables, row, strict=True)}


type Answer = Table | bool | tuple[ox.Triple, ...]


def answer_of(found: ox.QuerySolutions | ox.QueryBoolean | Iterable[ox.Triple]) -> Answer:
    """Read a result to its end: it must not leave the thread that asked for it."""
    try:
        if isinstance(found, ox.QueryBoolean):
            return bool(found)
        if not isinstance(found, ox.QuerySolutions):
            return tuple(found)
        variables = found.variables
        rows = tuple(map(tuple, found))
        return Table(tuple(variable.value for variable in variables), rows)
    finally:
        # An error keeps its frames, and who keeps the error may let go of it in another thread.
        del found


def serialized(
    found: ox.QuerySolutions | ox.QueryBoolean | Iterable[ox.Triple],
    results: ox.QueryResultsFormat,
    triples: ox.RdfFormat | None,
) -> bytes:
    """Write a result in a format: `results` for SELECT and ASK, `triples` for CONSTRUCT and DESCRIBE.

    Raises QueryError where the answer is triples and there is no format for them.
    """
    try:
        if isinstance(found, ox.QuerySolutions | ox.QueryBoolean):
            return found.serialize(format=results) or b""
        if triples is None:
            raise QueryError("CONSTRUCT and DESCRIBE answer with triples, which do not fit this format")
        return ox.serialize(found, format=triples) or b""
    finally:
        del found  # as in answer_of


def canonical(term: Term) -> Term:
    """Return a boolean as the embedded engine writes it, true and false for 1 and 0, and any other term as it is."""
    return _BOOLEANS.get(term, term)


def text_of(term: Term | None) -> str:
    """Return what a reader wants to see of a term: an IRI or a literal's value, without the marks around it."""
    match term:
        case None:
            return ""
        case ox.NamedNode() | ox.Literal():
            return term.value
        case _:
            return str(term)


def nodes_of(texts: Iterable[str]) -> Iterator[ox.NamedNode]:
    """Yield the IRIs among some texts: an update may have put a literal or a blank node where an actor belongs."""
    for text in texts:
        try:
            node = ox.NamedNode(text)
        except ValueError:
            continue
        yield node


@contextmanager
def translated(text: str = "", updating: bool = False) -> Iterator[None]:
    """Turn the engine's exceptions into QueryError, with line and column where the text does not parse.

    `updating` tells that an update is what was asked for.
    """
    try:
        yield
    except SyntaxError as error:
        raise QueryError(_syntax(str(error), text, updating)) from error
    except (ValueError, RuntimeError, OSError) as error:
        if (damage := damage_of(error)) is not None:
            raise damage from error
        raise QueryError(f"the query cannot be answered: {error}") from error


# Characters as the engine's grammar has them, which tell nobody what to write.
_CLASSES: Final = re.compile(r"(?:, | or |(?<=expected) )?(?:\['[^\]]*\]|\[_\])")


def _syntax(message: str, text: str, updating: bool) -> str:
    place = re.match(r"error at (\d+):(\d+): ", message)
    if place is None:
        return f"this is not SPARQL: {message}"
    if "Prefix not found" in message and (prefix := _prefix_before(text, int(place[1]), int(place[2]))) is not None:
        return (
            f"line {place[1]}: the prefix “{prefix}:” is not known; declare it before the query, as "
            f"PREFIX {prefix}: <…> (known without are {', '.join(PREFIXES)})"
        )
    if not updating and is_update(text):
        return "this is an update, where a query is asked for: SELECT, ASK, CONSTRUCT or DESCRIBE"
    expected = _CLASSES.sub("", " ".join(message[place.end() :].split()))
    if expected in ("expected", "expected one of"):
        expected = "what stands there cannot follow"
    if len(expected) > 200:
        expected = expected[:200] + "…"
    return f"line {place[1]}, column {place[2]}: this is not SPARQL; {expected}"


def _prefix_before(text: str, line: int, column: int) -> str | None:
    lines = text.removeprefix("\ufeff").split("\n")
    before = lines[line - 1][: column - 1] if line <= len(lines) else ""
    found = re.search(r"([\w.-]*):[^\s:]*$", before)
    return found[1] if found else None
