"""Checking a store: are its files what was published, and does what it says hold together?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Literal, NamedNode
from pyoxigraph import Store as Engine

from sayso.graph.store.snapshots import latest
from sayso.graph.store.store import Store
from sayso.graph.store.sums import broken, broken_note, sums
from sayso.ontology import namespaces as ns
from sayso.ontology import terms

_SPANS = (
    terms.CONTENT_SPAN,
    terms.CUE_SPAN,
    terms.SPEAKER_SPAN,
    terms.MATTER_SPAN,
    terms.MENTION_SPAN,
    terms.EVIDENCE_SPAN,
)


@dataclass(frozen=True, slots=True, order=True)
class StoreFault:
    """Something that is not as it should be: `at` which file or thing, and what."""

    at: str
    what: str


def file_faults(folder: Path) -> Iterator[StoreFault]:
    """Yield the files of a store's last snapshot that are not what was published."""
    snapshot = latest(folder)
    if snapshot is None:
        yield StoreFault(str(folder), "nothing is published; the store's own files alone were looked at")
        return
    if (note := broken_note(snapshot)) is not None:
        yield StoreFault(str(note), "damaged: the list of the snapshot's files and hashes cannot be read")
    elif not sums(snapshot):
        yield StoreFault(str(snapshot), "an older release published it: there are no hashes to hold its files to")
    for path in broken(snapshot):
        yield StoreFault(str(path), "damaged: the file is not what was published")


def data_faults(store: Store) -> Iterator[StoreFault]:
    """Yield what does not hold together: statements, spans and what is expressed, each with its article."""
    engine = store.engine
    articles = {quad.subject for quad in engine.quads_for_pattern(None, ns.TYPE, terms.ARTICLE)}
    for quad in engine.quads_for_pattern(None, ns.TYPE, terms.STATEMENT):
        if not any(each.object in articles for each in engine.quads_for_pattern(quad.subject, terms.IN_ARTICLE, None)):
            yield StoreFault(_shown(quad.subject), "the statement has no article")
        if next(engine.quads_for_pattern(quad.subject, terms.CONTENT_SPAN, None), None) is None:
            yield StoreFault(_shown(quad.subject), "the statement stands nowhere in its article")
    for class_ in (terms.POSITION, terms.DEMAND):
        for quad in engine.quads_for_pattern(None, ns.TYPE, class_):
            if not _leads(engine, quad.subject, ns.WAS_DERIVED_FROM, terms.STATEMENT):
                yield StoreFault(_shown(quad.subject), "no statement expresses it")
    used = {quad.object for predicate in _SPANS for quad in engine.quads_for_pattern(None, predicate, None)}
    spans = {quad.subject for quad in engine.quads_for_pattern(None, ns.TYPE, ns.SPECIFIC_RESOURCE)}
    for span in sorted(used | spans, key=str):
        if span not in used:
            yield StoreFault(_shown(span), "nothing stands at this place of a text")
        elif span not in spans:
            yield StoreFault(_shown(span), "the place of a text is not described")
        elif isinstance(span, NamedNode):
            yield from _span_faults(engine, span)


def _span_faults(engine: Engine, span: NamedNode) -> Iterator[StoreFault]:
    texts = [
        body.object.value
        for source in engine.quads_for_pattern(span, ns.HAS_SOURCE, None)
        for body in engine.quads_for_pattern(_node(source.object), ns.ARTICLE_BODY, None)
        if isinstance(body.object, Literal)
    ]
    if len(texts) != 1:
        yield StoreFault(_shown(span), "the place has no article with a text")
        return
    selectors = [_node(quad.object) for quad in engine.quads_for_pattern(span, ns.HAS_SELECTOR, None)]
    told = {
        predicate: [
            quad.object.value
            for selector in selectors
            for quad in engine.quads_for_pattern(selector, predicate, None)
            if isinstance(quad.object, Literal)
        ]
        for predicate in (ns.START, ns.END, ns.EXACT)
    }
    if any(len(values) != 1 for values in told.values()):
        yield StoreFault(_shown(span), "the place has no start, end or quotation, or several")
        return
    try:
        start, end = int(told[ns.START][0]), int(told[ns.END][0])
    except ValueError:
        yield StoreFault(_shown(span), "the place's start or end is no number")
        return
    if not 0 <= start < end <= len(texts[0]):
        yield StoreFault(_shown(span), f"{start} to {end} is outside of the text, which has {len(texts[0])} characters")
    elif texts[0][start:end] != told[ns.EXACT][0]:
        yield StoreFault(_shown(span), "the text has other words at this place than the quotation")


def _leads(engine: Engine, subject: object, predicate: NamedNode, class_: NamedNode) -> bool:
    return any(
        next(engine.quads_for_pattern(_node(quad.object), ns.TYPE, class_), None) is not None
        for quad in engine.quads_for_pattern(_node(subject), predicate, None)
    )


def _node(term: object) -> NamedNode:
    return term if isinstance(term, NamedNode) else NamedNode("urn:sayso:nothing")


def _shown(term: object) -> str:
    return term.value if isinstance(term, NamedNode) else str(term)
