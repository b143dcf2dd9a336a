"""Repeating: which statements have the same words, each linked with those that stand for all of exactly its words.

Statements of exactly the same words, act and speakers repeat the same others. One of them, the first by IRI, stands for
all: it alone has fingerprints and links with other words, and the others are linked with it. So words that thousands
of articles hold make as many links, and which ones follows from the statements alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad

from sayso.graph.statements.overlay import Overlay
from sayso.graph.statements.prints import WORDS_PRINT, note, noted, sharing
from sayso.graph.statements.repetition import needed, same
from sayso.graph.statements.wording import FORM_WORDS, Wording, wording
from sayso.ontology.iris import article_of
from sayso.ontology.namespaces import MEMBER, MEMBERSHIP_ORGANIZATION
from sayso.ontology.terms import ACT, CONTENT, FORM, REPEATS, SAME_WORDS_AS, SPEAKER


@dataclass(frozen=True, slots=True)
class Said:
    """A statement as far as repeating goes. `bodies` are those that its speakers belong to, as its article tells."""

    wording: Wording
    speakers: frozenset[NamedNode]
    bodies: frozenset[NamedNode]
    acts: frozenset[NamedNode] = frozenset()


def repeated(one: Said, other: Said) -> bool:
    """Say whether two statements repeat the same words of one speaker, or of speakers of whom one is not known.

    Somebody and the body that he speaks for are one speaker, two who speak for one body are not.
    """
    known = bool(one.speakers and other.speakers)
    agreed = one.speakers & (other.speakers | other.bodies) or one.bodies & other.speakers
    return bool(agreed or not known) and same(one.wording, other.wording, speaker_known=known)


def said(view: Overlay, statement: NamedNode) -> Said:
    """Return a statement as the view has it."""
    article = NamedNode(article_of(statement.value))
    # A group is a group of its own article: who the "observers" are is not known in another one.
    own = f"{article.value}/"
    speakers = {one for one in view.nodes(statement, SPEAKER) if not one.value.startswith(own)}
    memberships = {one for speaker in speakers for one in view.subjects(MEMBER, speaker, article)}
    bodies = {body for membership in memberships for body in view.nodes(membership, MEMBERSHIP_ORGANIZATION)}
    return Said(
        wording_of(view, statement), frozenset(speakers), frozenset(bodies), frozenset(view.nodes(statement, ACT))
    )


def wording_of(view: Overlay, statement: NamedNode) -> Wording:
    """Return a statement's words as the view has them."""
    forms = (FORM_WORDS[form] for form in view.nodes(statement, FORM) if form in FORM_WORDS)
    return wording(view.text(statement, CONTENT), next(forms, "indirect"))


def restated(view: Overlay, gone: Iterable[NamedNode], come: Iterable[NamedNode]) -> None:
    """Link statements anew: those that are gone lose their links, those that come get theirs, others follow."""
    gone, come = set(gone), set(come)
    left = {one for statement in gone for one in withdrawn(view, statement)}
    alike: defaultdict[Said, set[NamedNode]] = defaultdict(set)
    for statement in come | (left - gone):
        told = said(view, statement)
        if told.wording.fingerprints:
            alike[told].add(statement)
    for told, statements in alike.items():
        _stated(view, told, statements)


def withdrawn(view: Overlay, statement: NamedNode) -> list[NamedNode]:
    """Take away fingerprints and links of a statement; return those that it stood for, which have no links any more."""
    view.take(noted(view, statement, WORDS_PRINT))
    stood = view.subjects(SAME_WORDS_AS, statement, view.derived)
    for predicate in (REPEATS, SAME_WORDS_AS):
        view.take(view.find(statement, predicate, None, view.derived))
        view.take(view.find(None, predicate, statement, view.derived))
    return stood


def _stated(view: Overlay, told: Said, statements: set[NamedNode]) -> None:
    """Link statements of exactly the same words, which have no links, with each other and with what they repeat."""
    first = min(statements, key=_iri)
    numbers = [Literal(number) for number in told.wording.fingerprints]
    others = {other: said(view, other) for other in sharing(view, first, numbers, WORDS_PRINT, needed)}
    standing = [other for other, its in others.items() if its == told]
    if len(standing) == 1 and standing[0].value < first.value:
        first = standing[0]
    else:
        # There are several where an earlier release had each stand for itself.
        statements = statements.union(standing, *(withdrawn(view, one) for one in standing))
        first = min(statements, key=_iri)
        note(view, first, WORDS_PRINT, told.wording.fingerprints)
        for other, its in others.items():
            if other not in standing and repeated(told, its):
                _join(view, first, other)
    for statement in statements - {first}:
        view.put(Quad(statement, SAME_WORDS_AS, first, view.derived))
        _join(view, statement, first)


def _join(view: Overlay, one: NamedNode, other: NamedNode) -> None:
    # What one article says twice is no repetition.
    if article_of(one.value) != article_of(other.value):
        view.put(Quad(one, REPEATS, other, view.derived))
        view.put(Quad(other, REPEATS, one, view.derived))


def _iri(node: NamedNode) -> str:
    return node.value
