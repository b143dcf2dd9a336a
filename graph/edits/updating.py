"""A SPARQL update from outside: what it may hold, the graphs that the protocol says it uses, and what it must leave."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pyoxigraph import NamedNode

from sayso.graph.store.guard import Token, keywords, tokens
from sayso.graph.store.store import Store
from sayso.ontology.errors import QueryError

MAX_LENGTH = 64_000_000
MAX_EMPTIED = 10_000

# Each leaves a mark over a range of keys, and the engine takes the square of their number to open the store again.
_EMPTYING = re.compile("CLEAR|DROP|MOVE|COPY", re.IGNORECASE)


def update(
    store: Store,
    *,
    by: str,
    text: str,
    using: Sequence[str] = (),
    using_named: Sequence[str] = (),
    base_iri: str | None = None,
) -> None:
    """Run a SPARQL update, all of it or nothing; the ontology's graph is put back where it was changed.

    `using` and `using_named` are the graphs that the protocol says the patterns are matched against. Raises QueryError
    where the text does not parse, reaches out, nests too deep, or names such graphs itself.
    """
    _check_emptied(text)
    if using or using_named:
        text = with_dataset(text, using, using_named)
    store.update(text, base_iri=base_iri, longest=MAX_LENGTH)
    store.refresh_ontology()


def _check_emptied(text: str) -> None:
    # Few texts have the letters so often, and their tokens are many.
    if sum(1 for _ in _EMPTYING.finditer(text)) <= MAX_EMPTIED:
        return
    if sum(1 for token in tokens(text) if token.kind == "word" and _EMPTYING.fullmatch(token.text)) > MAX_EMPTIED:
        raise QueryError(f"the update empties graphs more than {MAX_EMPTIED:,} times; send it in parts")


def with_dataset(text: str, using: Sequence[str], using_named: Sequence[str]) -> str:
    """Return an update whose every pattern is matched against these graphs.

    The engine takes no dataset for updates, so it goes in as the clauses that say the same. Raises QueryError where the
    update has such clauses of its own, or a graph's name is no IRI.
    """
    if {"USING", "WITH"} & keywords(text):
        raise QueryError(
            "the request names graphs (using-graph-uri, using-named-graph-uri) and the update does so too "
            "(USING, WITH); leave out one of them"
        )
    try:
        clauses = [f"USING {NamedNode(iri)}" for iri in using] + [
            f"USING NAMED {NamedNode(iri)}" for iri in using_named
        ]
    except ValueError as error:
        raise QueryError(f"a graph's name is no IRI: {error}") from error
    clause = f" {' '.join(clauses)} "
    parts, done = [], 0
    for where, pattern in _patterns(text):
        # `DELETE WHERE { pattern }` has no place for the clause, its long form has.
        parts += [text[done:where], pattern, clause]
        done = where
    return "".join([*parts, text[done:]])


def _patterns(text: str) -> Iterator[tuple[int, str]]:
    """Yield where the WHERE of each operation begins, and what stands between a DELETE and it in the long form."""
    depth, before = 0, ""
    found = [token for token in tokens(text) if token.kind != "comment"]
    for index, token in enumerate(found):
        if token.kind == "open":
            depth += 1
        elif token.kind == "close":
            depth -= 1
        elif token.kind == "word" and depth == 0 and token.text.upper() == "WHERE":
            yield token.start, _group(text, found[index + 1 :]) if before == "DELETE" else ""
        before = token.text.upper()


def _group(text: str, following: Sequence[Token]) -> str:
    depth = 0
    for token in following:
        depth += (token.kind == "open") - (token.kind == "close")
        if depth <= 0:
            return " " + text[following[0].start : token.start + 1] if token.kind == "close" else ""
    return ""
