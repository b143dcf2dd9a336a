"""Kindred words: which of some statements are linked with others, or have words like those of others.

All other statements have no links, whoever says them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Set
from itertools import batched, islice
from typing import cast

from pyoxigraph import Literal, NamedNode

from sayso.graph.statements.overlay import Overlay
from sayso.graph.statements.repeating import wording_of
from sayso.graph.statements.repetition import alike
from sayso.graph.statements.wording import FORM_WORDS, Wording, wording
from sayso.graph.store.asking import walk_query
from sayso.graph.store.solutions import Table, Term
from sayso.graph.store.store import Store
from sayso.ontology.iris import article_of
from sayso.queries.catalogue import bind

_AT_ONCE = 500

type _Told = Iterator[tuple[Term | None, ...]]


def kindred(store: Store, view: Overlay, statements: Set[NamedNode], turned: Set[NamedNode]) -> list[NamedNode]:
    """Return the statements whose links may change with their speakers; words and fingerprints are the store's.

    No two are compared neither of which is `turned`.
    """
    linked = _all_or_some(store, "statements-linked", statements, 10)
    found = {node for (node,) in linked if isinstance(node, NamedNode) and node in statements}
    numbers = {number for (number,) in _all_or_some(store, "prints-shared", turned, 2)}
    others = _others(store, numbers, statements - found, turned)
    words = _words(store, view, others.keys() | {other for its in others.values() for other in its})
    found |= {one for one, its in others.items() if any(alike(words[one], words[other]) for other in its)}
    return sorted(found, key=str)


def _all_or_some(store: Store, name: str, statements: Collection[NamedNode], part: int) -> _Told:
    """Yield the rows that a query has for all statements, or its other form for some.

    Where one of `part` graphs holds some of them, to ask for all there is takes less time than to ask for each.
    """
    most = part * len({article_of(one.value) for one in statements})
    if next(islice(store.engine.named_graphs(), most, None), None) is None:
        return iter(cast(Table, store.query(walk_query(name).text)).rows)
    return _rows(store, f"{name}-of", "statement", statements)


def _rows(store: Store, name: str, given: str, things: Iterable[Term]) -> _Told:
    for batch in batched(sorted(things, key=str), _AT_ONCE):
        bound = bind(walk_query(name), {given: cast(tuple[NamedNode | Literal, ...], batch)})
        yield from cast(Table, store.query(bound)).rows


def _others(
    store: Store, numbers: Iterable[Term | None], statements: Collection[NamedNode], turned: Collection[NamedNode]
) -> dict[NamedNode, set[NamedNode]]:
    """Return with what each statement shares one of these numbers, where either is turned."""
    holders: defaultdict[Term | None, list[NamedNode]] = defaultdict(list)
    for number, holder in _rows(store, "print-holders-of", "number", (one for one in numbers if one is not None)):
        holders[number].append(cast(NamedNode, holder))
    found: defaultdict[NamedNode, set[NamedNode]] = defaultdict(set)
    for group in holders.values():
        for one in group:
            its = group if one in turned else [other for other in group if other in turned]
            if one in statements and its:
                found[one].update(other for other in its if other != one)
    return found


def _words(store: Store, view: Overlay, statements: Collection[NamedNode]) -> dict[NamedNode, Wording]:
    """Return what statements say."""
    rows = list(_rows(store, "words-of", "statement", statements))
    times = Counter(row[0] for row in rows)
    found = {
        cast(NamedNode, statement): wording(content.value, FORM_WORDS[form])
        for statement, content, form in rows
        if isinstance(content, Literal) and isinstance(form, NamedNode) and form in FORM_WORDS and times[statement] == 1
    }
    # An update may have left one without a form, or with two contents.
    return found | {one: wording_of(view, one) for one in set(statements) - found.keys()}
