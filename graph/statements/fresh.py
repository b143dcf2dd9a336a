"""Fresh articles: which of many that come share words with others, so that all the rest need not be looked at.

Fingerprints can be told of an article by itself, where it is extracted. What shares none with anything has no links:
its fingerprints are noted as they are. What shares some is compared, and linked where the words are alike.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain, islice
from typing import Final

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode, Quad

from sayso.graph.statements import duplicates, repetition
from sayso.graph.statements.prints import COPY_PRINT, TEXT_PRINT, WORDS_PRINT
from sayso.graph.statements.sieve import Sieve
from sayso.graph.statements.wording import FORM_WORDS, Wording, wording
from sayso.ontology.iris import loading_graph, names_statement
from sayso.ontology.namespaces import ARTICLE_BODY
from sayso.ontology.terms import CONTENT, FORM

_MOST_SIZES: Final = 500_000  # some 100 MB
_MANY: Final = 1_000  # fingerprints: more than enough ask for

type Prints = Mapping[str, tuple[int, ...]]
"""Fingerprints by the IRI of the text or statement that has them."""


def worded(quads: Iterable[Quad]) -> dict[str, Wording]:
    """Return the words of each statement that an article's quads tell."""
    contents: dict[str, str] = {}
    forms: dict[str, str] = {}
    for quad in quads:
        node, value = quad.subject, quad.object
        if isinstance(node, NamedNode) and quad.predicate == CONTENT and isinstance(value, Literal):
            contents.setdefault(node.value, value.value)
        elif isinstance(node, NamedNode) and quad.predicate == FORM and value in FORM_WORDS:
            forms[node.value] = FORM_WORDS[value]  # type: ignore[index]
    return {node: wording(content, forms.get(node, "indirect")) for node, content in contents.items()}


def prints_of(article: NamedNode, quads: Iterable[Quad]) -> dict[str, tuple[int, ...]]:
    """Return all fingerprints of an article, from the quads of its graph."""
    quads = list(quads)
    found = {node: words.fingerprints for node, words in worded(quads).items()}
    text = next((q.object.value for q in quads if q.predicate == ARTICLE_BODY and isinstance(q.object, Literal)), "")
    found[article.value] = duplicates.sketch(text)
    return {node: tuple(sorted(numbers)) for node, numbers in found.items() if numbers}


def print_quads(prints: Prints, base: str) -> Iterator[Quad]:
    """Yield what loading remembers of fingerprints, each of a text or statement that stands for itself."""
    graph = loading_graph(base)
    for node, numbers in prints.items():
        kind = WORDS_PRINT if names_statement(node) else TEXT_PRINT
        yield from (Quad(NamedNode(node), kind, Literal(number), graph) for number in numbers)


class Known:
    """The fingerprints that a store has: most others are known not to be there without asking it.

    Where the store had some before, each is asked for. `wordings` are those that were read so far, by statement.
    """

    def __init__(self, store: ox.Store, base: str) -> None:
        self._store, self._graph = store, loading_graph(base)
        kinds = (TEXT_PRINT, WORDS_PRINT)
        self._empty = all(next(store.quads_for_pattern(None, one, None, self._graph), None) is None for one in kinds)
        self._numbers, self._of_small, self._small = Sieve(), Sieve(), Sieve()
        self.wordings: dict[str, Wording] = {}
        self._having: dict[tuple[int, tuple[NamedNode, ...]], list[str]] = {}
        self._sizes: dict[tuple[str, int], int] = {}

    def add(self, prints: Prints) -> None:
        """Note fingerprints that have come to the store."""
        self._having.clear()
        if len(self._sizes) > _MOST_SIZES:
            self._sizes.clear()
        if self._empty:
            self._numbers.note(chain.from_iterable(prints.values()))
            small = {node: numbers for node, numbers in prints.items() if _is_small(node, len(numbers))}
            self._of_small.note(chain.from_iterable(small.values()))
            self._small.note(map(hash, small))

    def among(self, numbers: Iterable[int], needed: int) -> list[int]:
        """List the numbers that may lead to what shares enough of them: `needed`, or of what is small, fewer."""
        if not self._empty:
            return list(numbers)
        found = list(filter(self._numbers.passes, numbers))
        # Runs that a tenth of all articles hold ("the ministry of finance said") need not be followed to each.
        return found if len(found) >= needed else list(filter(self._of_small.passes, found))

    def small(self, node: str) -> bool:
        """Say whether a text or statement of the store may have so few numbers that fewer than of others are enough."""
        return not self._empty or self._small.passes(hash(node))

    def having(self, number: int, kinds: tuple[NamedNode, ...]) -> list[str]:
        """List what has a number in the store, which is asked once for each until more is noted."""
        if (found := self._having.get((number, kinds))) is None:
            value = Literal(number)
            quads = (q for kind in kinds for q in self._store.quads_for_pattern(None, kind, value, self._graph))
            found = [quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode)]
            self._having[number, kinds] = found
        return found

    def size(self, node: str, most: int) -> int:
        """Return how many numbers a text or statement has, `most` where there are more."""
        if (size := self._sizes.get((node, most))) is None:
            kinds = (WORDS_PRINT,) if names_statement(node) else (TEXT_PRINT, COPY_PRINT)
            one = NamedNode(node)
            found = (quad for kind in kinds for quad in self._store.quads_for_pattern(one, kind, None, self._graph))
            size = self._sizes[node, most] = sum(1 for _ in islice(found, most))
        return size


def entangled(prints: Prints, known: Known, words: Callable[[str], Wording]) -> set[str]:
    """Return what may have links among texts and statements that come: all others have none.

    These are texts that share enough fingerprints with others, and statements whose words are alike, too; `words`
    returns those of a statement that comes or is in the store.
    """
    owners: defaultdict[int, list[str]] = defaultdict(list)
    for node, numbers in prints.items():
        for number in numbers:
            owners[number].append(node)
    found: set[str] = set()
    for node, numbers in prints.items():
        if node not in found:
            others = _sharing(node, numbers, owners, prints, known)
            if names_statement(node):
                own = words(node) if others else None
                others = [other for other in others if own is not None and repetition.alike(own, words(other))]
            if others:
                found.update((node, *others))
    return found & prints.keys()


def _sharing(
    node: str, numbers: tuple[int, ...], owners: Mapping[int, list[str]], prints: Prints, known: Known
) -> list[str]:
    says = names_statement(node)
    kinds = (WORDS_PRINT,) if says else (TEXT_PRINT, COPY_PRINT)
    enough = _enough(node)
    shared: Counter[str] = Counter()
    for number in numbers:
        if len(owners[number]) > 1:
            shared.update(other for other in owners[number] if other != node and names_statement(other) == says)
    for number in known.among(numbers, enough(len(numbers))):
        shared.update(known.having(number, kinds))
    found = []
    for other, count in shared.items():
        if count >= enough(len(numbers)):
            found.append(other)
        elif other in prints or known.small(other):
            # What needs no more of this one needs no more of the smaller one; of a larger one, more would be needed.
            size = len(prints.get(other, ())) or known.size(other, 4 * count + 4)
            if count >= enough(min(len(numbers), size)):
                found.append(other)
    return found


def _enough(node: str) -> Callable[[int], int]:
    return repetition.needed if names_statement(node) else duplicates.needed


def _is_small(node: str, size: int) -> bool:
    enough = _enough(node)
    return enough(size) < enough(_MANY)
