"""The extractors that are compared: SaySo, textacy's direct quotations, and rules over a dependency parse.

The last two are given the very parse that SaySo uses. Neither knows who is one with whom: a speaker is called as the
words before or behind the cue call it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from benchmarks.open.found import Extractor, Found, FoundStatement, FoundWords
from sayso.loaders.document import Document
from sayso.loaders.extraction import extract
from sayso.loaders.facts import Attribution
from sayso.loaders.syntax import parse

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

# Verbs that take what was said as their clause.
_SAYING = frozenset(
    "accuse acknowledge add admit advise affirm agree allege announce argue assert believe claim comment complain "
    "conclude confirm contend declare demand deny describe disclose estimate expect explain express feel hope indicate "
    "insist maintain mention note observe predict promise propose read reiterate remark remember reply report request "
    "respond reveal say state stress suggest tell think threaten tweet urge vow warn wonder write".split()
)
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_CLAUSES = frozenset({"ccomp", "parataxis"})


def sayso(document: Document) -> Found:
    """Extract with SaySo; what is unsaid, asked or supposed is left out."""
    facts = extract(document)

    def names(key: str) -> frozenset[str]:
        actor = facts.actors[key]
        return frozenset({actor.name, *actor.names})

    said = [each for each in facts.statements if each.status == "said"]
    return Found(
        tuple(FoundStatement(*_places(each.attribution), tuple(map(names, each.speakers)), each.act) for each in said),
        tuple(FoundWords((p.matter.start, p.matter.end), names(p.holder), p.stance) for p in facts.positions),
        tuple(FoundWords((d.matter.start, d.matter.end), names(d.by)) for d in facts.demands),
    )


def textacy(document: Document) -> Found:
    """Find direct quotations with textacy. Raises ModuleNotFoundError where it is not installed."""
    from textacy.extract.triples import direct_quotations

    doc = parse(document.text)
    try:
        found = list(direct_quotations(doc))
    except ValueError:
        # Of an article with a quotation mark too many it reads nothing, and says so in this way.
        return Found()
    return Found(tuple(_statement(content, doc[by[0].i : by[-1].i + 1]) for by, _, content in found))


def rules(document: Document) -> Found:
    """Find the clauses of verbs of saying, and what stands with "according to"."""
    doc = parse(document.text)
    pairs = (pair for token in doc for pair in (*_of_verb(token), *_according(token)))
    return Found(tuple(_statement(content, source) for content, source in pairs))


EXTRACTORS: dict[str, Extractor] = {"textacy": textacy, "rules": rules, "SaySo": sayso}


def _places(attribution: Attribution) -> tuple[tuple[tuple[int, int], ...], tuple[tuple[int, int], ...]]:
    contents, sources = ([(span.start, span.end) for span in s] for s in (attribution.contents, attribution.sources))
    return tuple(contents), tuple(sources)


def _statement(content: Span, source: Span) -> FoundStatement:
    # The name inside the words, where there is one: "Prime Minister Anna Berg" is Anna Berg.
    named = next((entity.text for entity in source.ents), source.text)
    spans = ((content.start_char, content.end_char),), ((source.start_char, source.end_char),)
    return FoundStatement(*spans, (frozenset({named}),))


def _of_verb(verb: Token) -> Iterator[tuple[Span, Span]]:
    if verb.lemma_.lower() not in _SAYING or verb.pos_ != "VERB":
        return
    source = next((child for child in verb.children if child.dep_ in _SUBJECTS), None)
    clause = next((child for child in verb.children if child.dep_ in _CLAUSES), None)
    if source is not None and clause is not None:
        yield _below(verb.doc, clause), _below(verb.doc, source)


def _according(token: Token) -> Iterator[tuple[Span, Span]]:
    if token.lower_ != "according":
        return
    to = next((child for child in token.children if child.lower_ == "to"), None)
    source = next((child for child in to.children if child.dep_ == "pobj"), None) if to is not None else None
    if source is not None:
        words = _below(token.doc, source)
        sentence = token.sent
        rest = (
            token.doc[words.end : sentence.end]
            if token.i - sentence.start < sentence.end - words.end
            else token.doc[sentence.start : token.i]
        )
        if len(rest):
            yield _trimmed(rest), words


def _below(doc: Doc, token: Token) -> Span:
    return _trimmed(doc[token.left_edge.i : token.right_edge.i + 1])


def _trimmed(span: Span) -> Span:
    start, end = span.start, span.end
    while start < end - 1 and (span.doc[start].is_punct or span.doc[start].is_space or span.doc[start].dep_ == "mark"):
        start += 1
    while end > start + 1 and (span.doc[end - 1].is_punct or span.doc[end - 1].is_space):
        end -= 1
    return span.doc[start:end]
