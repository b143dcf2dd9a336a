"""Fingerprints: the numbers by which the engine's index leads from words to the few places worth comparing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Final, cast

from pyoxigraph import Literal, NamedNode, Quad

from sayso.graph.statements.overlay import Overlay
from sayso.graph.store.solutions import Term

# Of texts and statements that stand for themselves and for what is linked to them.
TEXT_PRINT: Final = NamedNode("urn:sayso:loading:text-print")
WORDS_PRINT: Final = NamedNode("urn:sayso:loading:words-print")
# Of texts that are near one of those.
COPY_PRINT: Final = NamedNode("urn:sayso:loading:copy-print")


def note(view: Overlay, node: NamedNode, kind: NamedNode, numbers: Iterable[int]) -> None:
    """Note the numbers of a text's or statement's words."""
    for number in numbers:
        view.put(Quad(node, kind, Literal(number), view.loading))


def noted(view: Overlay, node: NamedNode, kind: NamedNode) -> list[Quad]:
    """List what was noted of a text or statement."""
    return view.find(node, kind, None, view.loading)


def sharing(
    view: Overlay, node: NamedNode, numbers: Iterable[Term], kind: NamedNode, needed: Callable[[int], int]
) -> Iterator[NamedNode]:
    """Yield what shares enough numbers with a node; of both the one with fewer decides what is enough."""
    numbers = list(numbers)
    shared = Counter(
        cast(NamedNode, quad.subject) for number in numbers for quad in view.find(None, kind, number, view.loading)
    )
    del shared[node]
    for other, count in shared.items():
        if count >= needed(len(numbers)) or count >= needed(min(len(noted(view, other, kind)), len(numbers))):
            yield other
