"""Applying reviews: what was extracted from an article becomes what persons decided that it says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pyoxigraph import NamedNode, Quad

from sayso.graph.actors.rewriting import Naming
from sayso.graph.reviews.adding import add_position, add_statement
from sayso.graph.reviews.draft import Draft
from sayso.graph.reviews.places import relocated, share
from sayso.graph.reviews.relocating import found_again, statements_of, whereabouts
from sayso.graph.reviews.review import Review, Whereabouts
from sayso.graph.reviews.values import Stance
from sayso.graph.statements.evidence import EvidencePlace, Facts
from sayso.ontology import namespaces as ns
from sayso.ontology import terms

_SAME_MATTER = 0.5


@dataclass(frozen=True, slots=True)
class Reviewed:
    """An article's quads under its reviews, and which statement each review is about, by the review's number."""

    quads: set[Quad]
    about: Mapping[int, NamedNode]


def reviewed(extracted: Iterable[Quad], reviews: Sequence[Review], naming: Naming, base: str) -> Reviewed:
    """Apply reviews to the quads of their article, in the order of their numbers.

    Those that were taken back change nothing, but are found again. `naming` says whom the judgements make of an actor.
    """
    draft = Draft(extracted, naming.article, base)
    statements, text_hash = statements_of(draft.facts), draft.facts.text(naming.article, terms.TEXT_HASH)
    moved = {review.number for review in reviews if review.text_hash != text_hash}
    about: dict[int, NamedNode] = {}
    standing: defaultdict[NamedNode, list[Review]] = defaultdict(list)
    for review in sorted(reviews, key=lambda review: review.number):
        node = found_again(review.place, statements, review.number in moved)
        if node is None and review.verdict == "add" and review.taken_back is None:
            node = _added(draft, review, statements, base)
        if node is not None:
            about[review.number] = node
            if review.taken_back is None:
                standing[node].append(review)
    for node, decided in standing.items():
        _apply(draft, node, statements[node], decided, naming)
    return Reviewed(draft.quads(), about)


def _added(draft: Draft, review: Review, statements: dict[NamedNode, Whereabouts], base: str) -> NamedNode | None:
    """Add a statement that no extraction found; None where the text has its words no more."""
    wanted = review.place
    contents = _relocated(draft.text, wanted.contents, 0)
    if not contents:
        return None
    shift = contents[0].start - wanted.contents[0].start
    around = (_relocated(draft.text, places, shift) for places in (wanted.cues, wanted.sources))
    place = Whereabouts(contents, *around)
    node = add_statement(draft, review, place, base)
    statements[node] = place
    return node


def _apply(draft: Draft, statement: NamedNode, stood: Whereabouts, decided: Sequence[Review], naming: Naming) -> None:
    if decided[-1].verdict == "reject":
        draft.drop_statement(statement)
        return
    links: dict[NamedNode, tuple[NamedNode, ...]] = {}
    contents: tuple[EvidencePlace, ...] = ()
    for review in decided:
        shift = stood.contents[0].start - review.place.contents[0].start
        links |= review.values.links
        words = review.place.contents if review.verdict == "add" else review.values.contents
        contents = _relocated(draft.text, words, shift) or contents
        for actor, name in review.values.names.items():
            draft.introduce(naming.name(actor), name)
        for stance in review.values.stances:
            _correct_stance(draft, statement, stance, shift, naming)
    for predicate, values in links.items():
        named = dict.fromkeys(naming.name(value) for value in values)
        if predicate == terms.SPEAKER:
            _move_speaker(draft, statement, tuple(named))
        draft.put(statement, predicate, named)
    if terms.FORM in links:
        _tell_quotation(draft, statement)
    if contents:
        draft.move_content(statement, contents)


def _relocated(text: str, places: Iterable[EvidencePlace], shift: int) -> tuple[EvidencePlace, ...]:
    """Find places again; none at all where one of them is not found, or they came to overlap."""
    found = [relocated(text, place, shift) for place in places]
    kept = sorted(place for place in found if place is not None)
    apart = all(one.end <= other.start for one, other in pairwise(kept))
    return tuple(kept) if apart and len(kept) == len(found) else ()


def position_at(facts: Facts, statement: NamedNode, stance: Stance, naming: Naming) -> NamedNode | None:
    """Return the position of a statement that a corrected stance is about, where the statement still takes one."""
    found = []
    for node in facts.subjects(ns.WAS_DERIVED_FROM, statement):
        places = facts.places(node, terms.MATTER_SPAN)
        alike = share(places, (stance.matter,)) if places else 0.0
        if alike >= _SAME_MATTER and naming.name(stance.holder) in facts.nodes(node, terms.HOLDER):
            found.append((-alike, node.value, node))
    return min(found)[2] if found else None


def _correct_stance(draft: Draft, statement: NamedNode, stance: Stance, shift: int, naming: Naming) -> None:
    moved = relocated(draft.text, stance.matter, shift) or stance.matter
    there = Stance(moved, stance.holder, stance.becomes, stance.was)
    node = position_at(draft.facts, statement, there, naming)
    if node is None:
        holder = naming.name(stance.holder)
        if stance.was is None and stance.becomes is not None and draft.text[moved.start : moved.end] == moved.words:
            add_position(draft, statement, moved, holder, stance.becomes)
    elif stance.becomes is None:
        draft.drop_with_places(node)
    else:
        draft.put(node, terms.STANCE, [stance.becomes])


def _move_speaker(draft: Draft, statement: NamedNode, speakers: tuple[NamedNode, ...]) -> None:
    """Let what the old speaker was said to hold, and the mention beside the cue, follow the new one.

    With several new speakers it is not known whose they are, with none they are nobody's.
    """
    old = set(draft.facts.nodes(statement, terms.SPEAKER))
    if not old or old & set(speakers):
        return
    for expressed in draft.facts.subjects(ns.WAS_DERIVED_FROM, statement):
        for predicate in (terms.HOLDER, terms.DEMANDED_BY):
            if old & set(draft.facts.nodes(expressed, predicate)):
                if len(speakers) == 1:
                    draft.put(expressed, predicate, speakers)
                else:
                    draft.drop_with_places(expressed)
    if len(speakers) == 1:
        _move_mention(draft, statement, old, speakers[0])


def _move_mention(draft: Draft, statement: NamedNode, old: set[NamedNode], speaker: NamedNode) -> None:
    named = set(whereabouts(draft.facts, statement).sources)
    for actor in old:
        for mention in draft.facts.subjects(terms.MENTION_OF, actor):
            if named & set(draft.facts.places(mention, terms.MENTION_SPAN)):
                draft.put(mention, terms.MENTION_OF, [speaker])
                draft.put(mention, terms.ORIGINALLY, ())


def _tell_quotation(draft: Draft, statement: NamedNode) -> None:
    kinds = set(draft.facts.nodes(statement, ns.TYPE)) - {ns.QUOTATION}
    direct = terms.FORMS["direct"] in draft.facts.nodes(statement, terms.FORM)
    draft.put(statement, ns.TYPE, kinds | ({ns.QUOTATION} if direct else set()))
