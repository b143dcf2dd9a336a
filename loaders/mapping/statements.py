"""Statements as triples, and the positions and demands that they express."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pyoxigraph import Literal, NamedNode

from sayso.loaders.facts import Demand, Extraction, Position, Statement
from sayso.loaders.mapping.frame import Frame, Triple, numbered, offsets
from sayso.loaders.mapping.posts import post_iri
from sayso.loaders.mapping.values import day, decimal
from sayso.ontology import namespaces as ns
from sayso.ontology import terms


def statement_iris(statements: Sequence[Statement], frame: Frame) -> list[NamedNode]:
    """Name statements by the offsets of their contents and cues: two cues may share their words."""
    parts = ((offsets(s.attribution.contents), offsets(s.attribution.cues)) for s in statements)
    return [frame.under("statement", name) for name in numbered(".".join(filter(None, pair)) for pair in parts)]


def statement_triples(extraction: Extraction, activity: NamedNode, frame: Frame) -> Iterator[Triple]:
    """Tell every statement, then what the statements express.

    Raises ValueError for an index of a statement that is not there.
    """
    nodes = statement_iris(extraction.statements, frame)
    for node, statement in zip(nodes, extraction.statements, strict=True):
        yield node, ns.TYPE, terms.STATEMENT
        if statement.form == "direct":
            yield node, ns.TYPE, ns.QUOTATION
        yield node, terms.IN_ARTICLE, frame.article
        yield from _who(node, statement, frame)
        known = [
            a.identity for key in statement.speakers if (a := extraction.actors.get(key)) and a.identity is not None
        ]
        yield from _sure(node, terms.IDENTITY_CONFIDENCE, min(known, default=None))
        yield from _words(node, statement, frame)
        if statement.part_of is not None:
            yield node, terms.PART_OF, _at(nodes, statement.part_of)
        yield node, ns.WAS_GENERATED_BY, activity
    yield from position_triples(extraction.positions, nodes, frame)
    yield from demand_triples(extraction.demands, nodes, frame)


def _who(node: NamedNode, statement: Statement, frame: Frame) -> Iterator[Triple]:
    yield from frame.link(node, terms.SPEAKER, statement.speakers)
    yield from frame.link(node, terms.ABOUT, statement.about)
    yield from frame.link(node, terms.ADDRESSEE, statement.addressees)
    yield from frame.link(node, terms.MEDIUM, statement.media)
    if statement.speaking_as is not None:
        yield node, terms.SPEAKING_AS, post_iri(statement.speaking_as, frame)


def _words(node: NamedNode, statement: Statement, frame: Frame) -> Iterator[Triple]:
    found = statement.attribution
    yield node, terms.ACT, terms.ACTS[statement.act]
    yield node, terms.FORM, terms.FORMS[statement.form]
    yield node, terms.STATUS, terms.STATUSES[statement.status]
    yield node, terms.CONTENT, Literal(frame.words(found.contents))
    if found.cues:
        yield node, terms.CUE, Literal(frame.words(found.cues))
    if statement.when:
        yield node, terms.WHEN, Literal(statement.when)
    if statement.said_on is not None:
        yield node, terms.SAID_ON, day(statement.said_on)
    yield node, terms.SENTENCE, Literal(frame.words([statement.sentence]))
    yield node, terms.CONFIDENCE, decimal(found.confidence)
    yield from _sure(node, terms.ACT_CONFIDENCE, statement.act_confidence)
    yield from _sure(node, terms.SPEAKER_CONFIDENCE, statement.speaker_confidence)
    yield from frame.point(node, terms.CONTENT_SPAN, found.contents)
    yield from frame.point(node, terms.CUE_SPAN, found.cues)
    yield from frame.point(node, terms.SPEAKER_SPAN, found.sources)


def _sure(node: NamedNode, term: NamedNode, confidence: float | None) -> Iterator[Triple]:
    if confidence is not None:
        yield node, term, decimal(confidence)


def position_triples(positions: Sequence[Position], statements: list[NamedNode], frame: Frame) -> Iterator[Triple]:
    """Tell each position once: who is for or against which words, toward whom."""
    positions = tuple(dict.fromkeys(positions))
    names = numbered(f"{offsets([p.matter])}/{p.holder}" for p in positions)
    for name, position in zip(names, positions, strict=True):
        node = frame.under("position", name)
        yield node, ns.TYPE, terms.POSITION
        yield node, terms.HOLDER, frame.actor(position.holder)
        yield node, terms.STANCE, terms.STANCES[position.stance]
        yield node, terms.MATTER, Literal(frame.words([position.matter]))
        yield from frame.point(node, terms.MATTER_SPAN, [position.matter])
        yield from frame.link(node, terms.TOWARD, position.toward)
        yield from _sure(node, terms.CONFIDENCE, position.confidence)
        yield node, ns.WAS_DERIVED_FROM, _at(statements, position.statement)


def demand_triples(demands: Sequence[Demand], statements: list[NamedNode], frame: Frame) -> Iterator[Triple]:
    """Tell each demand once: who wants which words done, and by whom."""
    demands = tuple(dict.fromkeys(demands))
    names = numbered(f"{offsets([d.matter])}/{d.by}" for d in demands)
    for name, demand in zip(names, demands, strict=True):
        node = frame.under("demand", name)
        yield node, ns.TYPE, terms.DEMAND
        yield node, terms.DEMANDED_BY, frame.actor(demand.by)
        yield from frame.link(node, terms.DEMANDED_OF, demand.of)
        yield node, terms.MATTER, Literal(frame.words([demand.matter]))
        yield from frame.point(node, terms.MATTER_SPAN, [demand.matter])
        yield from _sure(node, terms.CONFIDENCE, demand.confidence)
        yield node, ns.WAS_DERIVED_FROM, _at(statements, demand.statement)


def _at(statements: Sequence[NamedNode], index: int) -> NamedNode:
    if not 0 <= index < len(statements):
        raise ValueError(f"there is no statement {index}, only {len(statements)}")
    return statements[index]
