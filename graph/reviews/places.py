"""Places of an article's text in reviews: told by offsets and quotation, compared, and found again when they moved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pyoxigraph import Literal, NamedNode

from sayso.graph.statements.evidence import EvidencePlace
from sayso.ontology import namespaces as ns

_CONTEXT = 32


def place_triples(
    node: NamedNode, predicate: NamedNode, places: Iterable[EvidencePlace]
) -> Iterator[tuple[NamedNode, NamedNode, NamedNode | Literal]]:
    """Point from a thing to places, each with its offsets (code points, end exclusive) and its words."""
    name = predicate.value.rpartition("#")[2]
    for place in places:
        told = NamedNode(f"{node.value}/{name}/{place.start}-{place.end}")
        yield node, predicate, told
        yield told, ns.START, Literal(place.start)
        yield told, ns.END, Literal(place.end)
        yield told, ns.EXACT, Literal(place.words)


def span_triples(
    article: NamedNode, text: str, place: EvidencePlace
) -> Iterator[tuple[NamedNode, NamedNode, NamedNode | Literal]]:
    """Describe a place in an article as extraction does: a span with its two selectors."""
    node = span_node(article, place)
    position, quote = NamedNode(f"{node.value}/position"), NamedNode(f"{node.value}/quote")
    yield node, ns.TYPE, ns.SPECIFIC_RESOURCE
    yield node, ns.HAS_SOURCE, article
    yield node, ns.HAS_SELECTOR, position
    yield position, ns.TYPE, ns.POSITION_SELECTOR
    yield position, ns.START, Literal(place.start)
    yield position, ns.END, Literal(place.end)
    yield node, ns.HAS_SELECTOR, quote
    yield quote, ns.TYPE, ns.QUOTE_SELECTOR
    yield quote, ns.EXACT, Literal(text[place.start : place.end])
    yield quote, ns.PREFIX, Literal(text[max(0, place.start - _CONTEXT) : place.start])
    yield quote, ns.SUFFIX, Literal(text[place.end : place.end + _CONTEXT])


def span_node(article: NamedNode, place: EvidencePlace) -> NamedNode:
    """Name a place of an article as extraction does."""
    return NamedNode(f"{article.value}/span/{place.start}-{place.end}")


def common(one: Sequence[EvidencePlace], other: Sequence[EvidencePlace]) -> int:
    """Count the code points that stand in both."""
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)


def share(one: Sequence[EvidencePlace], other: Sequence[EvidencePlace]) -> float:
    """Return how much of the code points that stand in either stands in both, 0 to 1."""
    shared = common(one, other)
    return shared / (sum(place.end - place.start for place in (*one, *other)) - shared or 1)


def relocated(text: str, place: EvidencePlace, shift: int = 0) -> EvidencePlace | None:
    """Find a place again in a text that may be another: where its words stand, nearest to the old place plus `shift`.

    None where the words are nowhere.
    """
    if text[place.start : place.end] == place.words and not shift:
        return place
    wanted = place.start + shift
    after, before = (
        text.find(place.words, max(0, wanted)),
        text.rfind(place.words, 0, max(0, wanted + len(place.words))),
    )
    found = [start for start in (before, after) if start >= 0]
    if not found or not place.words:
        return None
    start = min(found, key=lambda start: (abs(start - wanted), start))
    return EvidencePlace(start, start + len(place.words), place.words)


def placed(text: str, start: int, end: int) -> EvidencePlace:
    """Return a place of a text with its words."""
    return EvidencePlace(start, end, text[start:end])
