"""The wordings of matters: in which words positions on each are told.

A question that compares what some say with what all say on the same matters has lines where wordings may be listed, so
that positions are looked up by their words and those on other matters are not read: `# alike ?wording` for those that
mean the matters of some articles, `# contested ?wording` for those of matters on which somebody stands on both sides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from pyoxigraph import NamedNode

from sayso.graph.store.asking import walk_query
from sayso.graph.store.keeping import version_of
from sayso.graph.store.solutions import Table, Term
from sayso.graph.store.store import Store
from sayso.queries.binder import ALIKE, CONTESTED, bind, filled
from sayso.queries.values import Term as Given

# Of more, the engine reads all positions as fast.
_MOST: Final = 1_000
_MOST_KEPT: Final = 2
# Where there is none, a question still wants one.
_NONE: Final = (NamedNode("urn:sayso:no-wording"),)


@dataclass(frozen=True, slots=True)
class Wordings:
    """In which words each matter is told, by what tells matters apart; `clear` says that all are words."""

    of: Mapping[Term, Sequence[Given]]
    clear: bool


def told_wordings(store: Store, text: str, articles: Iterable[NamedNode] = ()) -> str:
    """Return a question that is told which wordings can matter, of some articles or, without any, of all.

    It stays as it is where these are too many, or some matters are no words. Raises as `Store.query` does.
    """
    nodes = tuple(articles)
    if CONTESTED.search(text):
        place, known = CONTESTED, contested_of(store)
    elif nodes and ALIKE.search(text):
        place, known = ALIKE, wordings_of(store)
    else:
        return text
    keys: Iterable[Term | None] = _keys_within(store, nodes) if nodes else known.of
    found = tuple({wording: None for key in keys if key is not None for wording in known.of.get(key, ())})
    return filled(place, text, found or _NONE) if known.clear and len(found) <= _MOST else text


def wordings_of(store: Store) -> Wordings:
    """Return the wordings of every matter; those of a snapshot are read once.

    It takes time by the number of positions and demands.
    """
    version = version_of(store)
    return _kept_wordings(store, version) if version else _wordings(store)


def contested_of(store: Store) -> Wordings:
    """Return the wordings of the matters on which somebody stands on both sides; those of a snapshot are read once.

    It takes time by the number of positions.
    """
    version = version_of(store)
    return _kept_contested(store, version) if version else _contested(store)


@lru_cache(maxsize=_MOST_KEPT)
def _kept_wordings(store: Store, _version: str) -> Wordings:
    return _wordings(store)


@lru_cache(maxsize=_MOST_KEPT)
def _kept_contested(store: Store, _version: str) -> Wordings:
    return _contested(store)


def _wordings(store: Store) -> Wordings:
    found: defaultdict[Term, list[Given]] = defaultdict(list)
    clear = True
    for key, wording in _rows(store, walk_query("matter-wordings").text):
        if key is not None and isinstance(wording, Given):
            found[key].append(wording)
        else:
            clear = False
    return Wordings(found, clear)


def _contested(store: Store) -> Wordings:
    known, told = wordings_of(store), _rows(store, walk_query("contested").text)
    keys = {row[0] for row in told}
    return Wordings({key: words for key, words in known.of.items() if key in keys}, known.clear)


def _keys_within(store: Store, articles: Iterable[NamedNode]) -> Iterable[Term | None]:
    return [row[0] for row in _rows(store, bind(walk_query("matters-within"), {}, articles))]


def _rows(store: Store, text: str) -> Sequence[Sequence[Term | None]]:
    answer = store.query(text)
    if not isinstance(answer, Table):
        raise TypeError("no SELECT")
    return answer.rows
