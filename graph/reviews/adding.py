"""Adding: statements and positions that a person found where extraction found none, told as extraction tells them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count

from pyoxigraph import Literal, NamedNode, Quad

from sayso.graph.actors.names import contribution
from sayso.graph.reviews.draft import GAP, Draft
from sayso.graph.reviews.places import placed, span_node, span_triples
from sayso.graph.reviews.review import Review, Whereabouts
from sayso.graph.statements.evidence import EvidencePlace
from sayso.graph.statements.sentences import sentence_around
from sayso.ontology import namespaces as ns
from sayso.ontology import terms
from sayso.ontology.iris import activity_iri, statements_of


def add_statement(draft: Draft, review: Review, place: Whereabouts, base: str) -> NamedNode:
    """Put a statement into a draft that stands at a place; return its IRI, of the form that extraction gives.

    What it says of speaker, act and form is the review's to put there, as for any other.
    """
    parts = filter(None, (_offsets(place.contents), _offsets(place.cues)))
    node = _free(draft, statements_of(draft.article.value) + ".".join(parts), terms.STATEMENT)
    draft.add(((node, ns.TYPE, terms.STATEMENT), (node, terms.IN_ARTICLE, draft.article)))
    draft.add(((node, terms.STATUS, terms.STATUSES["said"]), (node, terms.CONTENT, _words(place.contents))))
    if place.cues:
        draft.add(((node, terms.CUE, _words(place.cues)),))
    first, last = place.contents[0].start, place.contents[-1].end
    sentence = placed(draft.text, *sentence_around(draft.text, first, last))
    draft.add(((node, terms.SENTENCE, Literal(sentence.words)),))
    for predicate, places in (
        (terms.CONTENT_SPAN, place.contents),
        (terms.CUE_SPAN, place.cues),
        (terms.SPEAKER_SPAN, place.sources),
    ):
        _point(draft, node, predicate, places)
    draft.add(((node, ns.WAS_GENERATED_BY, _by_hand(draft, review.decision.by, base)),))
    return node


def add_position(
    draft: Draft, statement: NamedNode, matter: EvidencePlace, holder: NamedNode, stance: NamedNode
) -> None:
    """Put a position into a draft that a statement of it expresses; toward nobody, for it is on the matter's words."""
    own = f"{draft.article.value}/"
    key = holder.value.removeprefix(own) if holder.value.startswith(own) else "/".join(holder.value.split("/")[-2:])
    node = _free(draft, f"{own}position/{_offsets((matter,))}/{key}", terms.POSITION)
    draft.add(((node, ns.TYPE, terms.POSITION), (node, terms.HOLDER, holder), (node, terms.STANCE, stance)))
    draft.add(((node, terms.MATTER, Literal(matter.words)), (node, ns.WAS_DERIVED_FROM, statement)))
    _point(draft, node, terms.MATTER_SPAN, (matter,))


def _by_hand(draft: Draft, by: str, base: str) -> NamedNode:
    """Name the coding by one person as the activity that a statement comes from; the article tells what it is."""
    activity = activity_iri({"coder": by}, base)
    told = [
        Quad(activity, ns.TYPE, ns.ACTIVITY, draft.article),
        Quad(activity, ns.LABEL, Literal(f"coded by {by}"), draft.article),
    ]
    draft.extend(contribution(told, draft.article, base))
    return activity


def _point(draft: Draft, node: NamedNode, predicate: NamedNode, places: Iterable[EvidencePlace]) -> None:
    for place in places:
        draft.add(((node, predicate, span_node(draft.article, place)),))
        draft.add(span_triples(draft.article, draft.text, place))


def _free(draft: Draft, iri: str, class_: NamedNode) -> NamedNode:
    """Return an IRI that names nothing yet: the second of one name gets a number, as in extraction."""
    names = (NamedNode(iri if number == 1 else f"{iri}.{number}") for number in count(1))
    return next(name for name in names if class_ not in draft.facts.nodes(name, ns.TYPE))


def _offsets(places: Iterable[EvidencePlace]) -> str:
    return "_".join(f"{place.start}-{place.end}" for place in places)


def _words(places: Iterable[EvidencePlace]) -> Literal:
    return Literal(GAP.join(place.words for place in places))
