"""Copies: which articles have nearly the same text, each linked with one that stands for its like.

In the order of IRIs, an article that is near to none of those that stand for others stands for itself, and those after
it; any other is a copy of the first of these that it is near to, and linked with this one alone. So who is linked with
whom follows from the articles alone, and a text that thousands share makes as many links, not one for each two.
An IRI is a hash, so that whatever order articles are loaded in, it seldom comes before those of all its copies.
"""

from __future__ import annotations

from collections.abc import Iterable
from heapq import heapify, heappop, heappush

from pyoxigraph import Literal, NamedNode, Quad

from sayso.graph.statements import duplicates
from sayso.graph.statements.overlay import Overlay
from sayso.graph.statements.prints import COPY_PRINT, TEXT_PRINT, note, noted, sharing
from sayso.ontology.namespaces import ARTICLE_BODY
from sayso.ontology.terms import NEAR_DUPLICATE_OF


def recopied(view: Overlay, articles: Iterable[NamedNode]) -> None:
    """Link articles anew, and those that were their copies; what is gone from the view loses its links."""
    articles = list(articles)
    waiting = {article.value for one in articles for article in (one, *_withdrawn(view, one))}
    queue = list(waiting)
    heapify(queue)
    # Which article stands for a text, as long as no other one has come to stand for any.
    known: dict[str, NamedNode] = {}
    while queue:
        article = NamedNode(heappop(queue))
        # Whom this one takes from others comes after it, so that all before it are settled.
        for other in _placed(view, article, known):
            if other.value not in waiting:
                waiting.add(other.value)
                heappush(queue, other.value)
        waiting.discard(article.value)


def _placed(view: Overlay, article: NamedNode, known: dict[str, NamedNode]) -> list[NamedNode]:
    """Make an article a copy, or one that stands for others; return those who have to be placed again after it."""
    text = view.text(article, ARTICLE_BODY)
    if text in known:
        _link(view, article, known[text])
        return []
    sketch = duplicates.sketch(text)
    numbers = [Literal(number) for number in sketch]
    standing = sorted(_near(view, article, text, numbers, TEXT_PRINT), key=_iri)
    if standing and standing[0].value < article.value:
        _link(view, article, standing[0])
        if text == view.text(standing[0], ARTICLE_BODY):
            # What is near to it is near to that one, too, and found by it.
            known[text] = standing[0]
        else:
            note(view, article, COPY_PRINT, sketch)
        return []
    known.clear()
    if sketch:
        known[text] = article
    note(view, article, TEXT_PRINT, sketch)
    again = [one for other in standing for one in (other, *_withdrawn(view, other))]
    for copy in _near(view, article, text, numbers, COPY_PRINT):
        if all(other.value > article.value for other in view.nodes(copy, NEAR_DUPLICATE_OF)):
            again += [copy, *_withdrawn(view, copy)]
    return again


def _link(view: Overlay, copy: NamedNode, first: NamedNode) -> None:
    view.put(Quad(copy, NEAR_DUPLICATE_OF, first, view.derived))
    view.put(Quad(first, NEAR_DUPLICATE_OF, copy, view.derived))


def _withdrawn(view: Overlay, article: NamedNode) -> list[NamedNode]:
    """Take away fingerprints and links of an article; return its copies, which have lost theirs with it."""
    found, left = [], [article]
    while left:
        one = left.pop()
        stood = noted(view, one, TEXT_PRINT)
        linked = view.nodes(one, NEAR_DUPLICATE_OF)
        view.take([*stood, *noted(view, one, COPY_PRINT)])
        view.take(view.find(one, NEAR_DUPLICATE_OF, None, view.derived))
        view.take(view.find(None, NEAR_DUPLICATE_OF, one, view.derived))
        if stood:
            # Earlier releases had each stand for itself, linked with all others.
            found += linked
            left += linked
    return found


def _near(view: Overlay, article: NamedNode, text: str, numbers: list[Literal], kind: NamedNode) -> list[NamedNode]:
    return [
        other
        for other in sharing(view, article, numbers, kind, duplicates.needed)
        if duplicates.nearly_same(text, view.text(other, ARTICLE_BODY))
    ]


def _iri(node: NamedNode) -> str:
    return node.value
