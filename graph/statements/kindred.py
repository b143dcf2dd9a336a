"""Kindred words: which of some statements are linked with others, or have words like those of others.

All other statements have no links, whoever says them. Of many that share a fingerprint each is read once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from itertools import batched, islice
from typing import cast

from pyoxigraph import Literal, NamedNode

from sayso.graph.statements.overlay import Overlay
from sayso.graph.statements.prints import WORDS_PRINT
from sayso.graph.statements.repeating import wording_of
from sayso.graph.statements.repetition import alike
from sayso.graph.statements.wording import Wording
from sayso.graph.store.asking import walk_query
from sayso.graph.store.solutions import Table, Term
from sayso.graph.store.store import Store
from sayso.ontology.iris import article_of
from sayso.queries.catalogue import bind

_AT_ONCE = 500
# Where so many of all graphs hold one of the statements, to ask for all there is takes less time than to ask for each.
_PART = 10


def kindred(store: Store, view: Overlay, statements: Collection[NamedNode]) -> list[NamedNode]:
    """Return the statements whose links may change with their speakers; the view has the words and fingerprints."""
    articles = {article_of(one.value) for one in statements}
    most = _PART * len(articles)
    asked = None if next(islice(store.engine.named_graphs(), most, None), None) is None else statements
    found = {node for node in _asked(store, "statements-linked", asked) if node in statements}
    groups = _groups(view, _asked(store, "prints-shared", asked), statements)
    words: dict[NamedNode, Wording] = {}
    for one, others in groups.items():
        if one not in found and any(_is_near(view, words, one, other) for group in others for other in group):
            found.add(one)
    return sorted(found, key=str)


def _asked(store: Store, name: str, statements: Collection[NamedNode] | None) -> Iterator[Term | None]:
    """Yield what a query tells of all statements (for None), or its other form of some."""
    if statements is None:
        yield from (row[0] for row in cast(Table, store.query(walk_query(name).text)).rows)
        return
    for batch in batched(sorted(statements, key=str), _AT_ONCE):
        answer = store.query(bind(walk_query(f"{name}-of"), {"statement": batch}))
        yield from (row[0] for row in cast(Table, answer).rows)


def _groups(
    view: Overlay, numbers: Iterator[Term | None], statements: Collection[NamedNode]
) -> dict[NamedNode, list[list[NamedNode]]]:
    """Return, of each statement that shares numbers, who has these."""
    found: defaultdict[NamedNode, list[list[NamedNode]]] = defaultdict(list)
    for number in set(numbers):
        group = view.subjects(WORDS_PRINT, cast(Literal, number), view.loading)
        for one in group:
            if one in statements:
                found[one].append(group)
    return found


def _is_near(view: Overlay, words: dict[NamedNode, Wording], one: NamedNode, other: NamedNode) -> bool:
    if one == other:
        return False
    for statement in (one, other):
        if statement not in words:
            words[statement] = wording_of(view, statement)
    return alike(words[one], words[other])
