"""Finding a reviewed statement again: where it stood, or where a better model or a changed text moved it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pyoxigraph import NamedNode

from sayso.graph.reviews.places import common, share
from sayso.graph.reviews.review import Whereabouts
from sayso.graph.statements.evidence import EvidencePlace, Facts
from sayso.graph.statements.wording import words_of
from sayso.ontology import namespaces as ns
from sayso.ontology import terms

# How much of two contents' characters, and of their words, has to be common for the one to be the other, moved.
_SAME_PLACE, _SAME_WORDS = 0.5, 0.5


def whereabouts(facts: Facts, statement: NamedNode) -> Whereabouts:
    """Read where a statement stands."""
    return Whereabouts(*(facts.places(statement, p) for p in (terms.CONTENT_SPAN, terms.CUE_SPAN, terms.SPEAKER_SPAN)))


def statements_of(facts: Facts) -> dict[NamedNode, Whereabouts]:
    """Read where each statement of a store stands; it should hold one article."""
    found = facts.subjects(ns.TYPE, terms.STATEMENT)
    return {node: whereabouts(facts, node) for node in found}


def found_again(place: Whereabouts, statements: Mapping[NamedNode, Whereabouts], moved: bool) -> NamedNode | None:
    """Return the statement that stood at a place; None where no statement is it any more.

    First whatever has its words and cue at the same offsets, then what shares most of its characters, at least half,
    and whose cue overlaps. Where the text is another now (`moved`), at last whatever has its words and cue anywhere:
    the nearest.
    """
    exact = [node for node, other in statements.items() if _at(other) == _at(place)]
    if exact:
        return min(exact, key=_iri)
    near = [
        (share(place.contents, other.contents), other.cues == place.cues, node)
        for node, other in statements.items()
        if _cues_meet(place, other) and _akin(_words(place.contents), _words(other.contents))
    ]
    near = [claim for claim in near if claim[0] >= _SAME_PLACE]
    if near:
        return min(near, key=lambda claim: (-claim[0], not claim[1], claim[2].value))[2]
    if not moved:
        return None
    key = _words(place.contents), _words(place.cues)
    same = [
        (abs(_start(other) - _start(place)), node.value, node)
        for node, other in statements.items()
        if key == (_words(other.contents), _words(other.cues))
    ]
    return min(same)[2] if same else None


def _at(place: Whereabouts) -> tuple[tuple[EvidencePlace, ...], tuple[EvidencePlace, ...]]:
    return place.contents, place.cues


def _cues_meet(one: Whereabouts, other: Whereabouts) -> bool:
    """Two cues about the same words are two statements; a model that finds none leaves the one that was meant."""
    return not one.cues or not other.cues or common(one.cues, other.cues) > 0


def _words(places: Sequence[EvidencePlace]) -> tuple[str, ...]:
    return words_of(" ".join(place.words for place in places))


def _akin(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    a, b = set(one), set(other)
    return one == other or len(a & b) >= _SAME_WORDS * len(a | b)


def _start(place: Whereabouts) -> int:
    return min((content.start for content in place.contents), default=0)


def _iri(node: NamedNode) -> str:
    return node.value
