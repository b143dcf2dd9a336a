"""Which texts of a store may hold some words: found by their longest words, so that few texts are read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import batched
from math import ceil
from typing import Final

from pyoxigraph import Literal, NamedNode

from sayso.graph.answers.quotations.placed import placed
from sayso.graph.statements.wording import telling
from sayso.graph.store.asking import ask, walk_query
from sayso.graph.store.solutions import nodes_of
from sayso.graph.store.store import Store
from sayso.ontology.namespaces import ARTICLE_BODY
from sayso.ontology.terms import SENTENCE

MOST_TEXTS: Final = 200
_WORDS: Final = 6
_SHARE: Final = 0.5
_AT_ONCE: Final = 50
_MOST_ROWS: Final = "500000"


def text_property(store: Store) -> NamedNode:
    """Return what holds the words of a store: the articles' texts, or the statements' sentences where these are out."""
    return ARTICLE_BODY if ask(store, walk_query("has-texts"), {}) else SENTENCE


def holding(store: Store, property_: NamedNode, wanted: Sequence[str]) -> list[list[str]]:
    """Return for each of some quotations the things whose text may hold it, those with most of its words first.

    At most MOST_TEXTS each. One query goes over all texts once, whatever the number of quotations.
    """
    keys = [_keys(words) for words in wanted]
    words = sorted({word for some in keys for word in some})
    if not words:
        return [[] for _ in wanted]
    terms = tuple(map(Literal, words))
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in ask(store, walk_query("texts-holding"), {"word": terms, "property": property_, "limit": _MOST_ROWS}):
        found[str(row["word"])].add(str(row["thing"]))
    return [_best(some, found) for some in keys]


def texts(store: Store, property_: NamedNode, things: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield some things with their texts, a few read at a time."""
    for batch in batched(dict.fromkeys(things), _AT_ONCE):
        for row in ask(store, walk_query("texts-of"), {"thing": tuple(nodes_of(batch)), "property": property_}):
            yield str(row["thing"]), str(row["text"])


def _keys(words: str) -> tuple[str, ...]:
    """Return the longest of the words that not everybody uses; of a quotation without such the longest."""
    some = dict.fromkeys(placed(words).words)
    best = sorted((word for word in some if telling((word,))), key=len, reverse=True) or sorted(some, key=len)[-2:]
    return tuple(best[:_WORDS])


def _best(keys: Sequence[str], found: dict[str, set[str]]) -> list[str]:
    held: defaultdict[str, int] = defaultdict(int)
    for key in keys:
        for thing in found.get(key, ()):
            held[thing] += 1
    least = ceil(_SHARE * len(keys))
    return sorted((thing for thing in held if held[thing] >= least), key=lambda one: (-held[one], one))[:MOST_TEXTS]
