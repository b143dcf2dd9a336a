"""Kindred words: which of some statements are linked with others, or have words like those of others.

All other statements have no links, whoever says them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
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
# Where so many of all graphs hold one of the statements, to ask for all there is takes less time than to ask for each.
_PART = 10
_ASKED = ("statements-linked", "prints-shared")

type _Told = Iterator[tuple[Term | None, ...]]


def kindred(store: Store, view: Overlay, statements: Collection[NamedNode]) -> list[NamedNode]:
    """Return the statements whose links may change with their speakers; words and fingerprints are the store's."""
    articles = {article_of(one.value) for one in statements}
    most = _PART * len(articles)
    everywhere = next(islice(store.engine.named_graphs(), most, None), None) is None
    linked, shared = (_all_or_some(store, name, None if everywhere else statements) for name in _ASKED)
    found = {node for (node,) in linked if isinstance(node, NamedNode) and node in statements}
    groups = _groups(store, {number for (number,) in shared}, statements)
    compared = {other for one, its in groups.items() if one not in found for group in its for other in group}
    words = _words(store, view, compared)
    for one in groups.keys() - found:
        own = words[one]
        if any(other != one and alike(own, words[other]) for group in groups[one] for other in group):
            found.add(one)
    return sorted(found, key=str)


def _all_or_some(store: Store, name: str, statements: Iterable[NamedNode] | None) -> _Told:
    """Yield the rows that a query has for all statements (for None), or its other form for some."""
    if statements is None:
        return iter(cast(Table, store.query(walk_query(name).text)).rows)
    return _rows(store, f"{name}-of", "statement", statements)


def _rows(store: Store, name: str, given: str, things: Iterable[Term]) -> _Told:
    for batch in batched(sorted(things, key=str), _AT_ONCE):
        bound = bind(walk_query(name), {given: cast(tuple[NamedNode | Literal, ...], batch)})
        yield from cast(Table, store.query(bound)).rows


def _groups(
    store: Store, numbers: Iterable[Term | None], statements: Collection[NamedNode]
) -> dict[NamedNode, list[list[NamedNode]]]:
    """Return, of each statement that shares numbers, who has these."""
    holders: defaultdict[Term | None, list[NamedNode]] = defaultdict(list)
    for number, holder in _rows(store, "print-holders-of", "number", (one for one in numbers if one is not None)):
        holders[number].append(cast(NamedNode, holder))
    found: defaultdict[NamedNode, list[list[NamedNode]]] = defaultdict(list)
    for group in holders.values():
        for one in group:
            if one in statements:
                found[one].append(group)
    return found


def _words(store: Store, view: Overlay, statements: set[NamedNode]) -> dict[NamedNode, Wording]:
    """Return what statements say."""
    rows = list(_rows(store, "words-of", "statement", statements))
    times = Counter(row[0] for row in rows)
    found = {
        cast(NamedNode, statement): wording(content.value, FORM_WORDS[form])
        for statement, content, form in rows
        if isinstance(content, Literal) and isinstance(form, NamedNode) and form in FORM_WORDS and times[statement] == 1
    }
    # An update may have left one without a form, or with two contents.
    return found | {one: wording_of(view, one) for one in statements - found.keys()}
