"""Claiming: what a text says that somebody said, its quotations and its paraphrases, with whom it gives them to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sayso.graph.answers.article import StoredArticle
from sayso.graph.answers.quotations.claim import Claim, ClaimedSpeaker
from sayso.graph.model.stored import StoredStatement
from sayso.graph.store.store import Store
from sayso.loaders.extractor.extracting import extract_article
from sayso.loaders.extractor.job import ExtractJob
from sayso.loaders.facts import Span
from sayso.loaders.quotations import quotations

_LEAST_WORDS: Final = 2
_LEAST_PARAPHRASE: Final = 5


@dataclass(frozen=True, slots=True)
class ClaimingText:
    """A text, and what it claims that somebody said, in text order."""

    text: str
    claims: tuple[Claim, ...]


def claims_of_text(job: ExtractJob, known: Store) -> ClaimingText:
    """Return what the text of a job claims.

    Quotations of one word are left out: they are anybody's. The text may be in any language, of which English alone
    tells who speaks. Raises as `extract_article` does.
    """
    told = extract_article(replace(job, purpose="show", any_language=True), known)
    if not isinstance(told, StoredArticle) or told.text is None:
        raise TypeError("an article that is shown has its text")
    return ClaimingText(told.text, tuple(_claims(told.text, told.statements)))


def quotations_of(text: str) -> Iterator[Span]:
    """Yield the stretches between quotation marks, marks left out, of at least two words."""
    for quotation in quotations(text):
        span = quotation.words
        if len(text[span.start : span.end].split()) >= _LEAST_WORDS:
            yield span


def _claims(text: str, statements: Sequence[StoredStatement]) -> Iterator[Claim]:
    quoted = list(quotations_of(text))
    found = [_claim(text, span, _speakers(span, statements)) for span in quoted]
    found += _paraphrases(quoted, statements)
    yield from sorted(found, key=lambda claim: (claim.start, claim.end))


def _paraphrases(quoted: Sequence[Span], statements: Sequence[StoredStatement]) -> Iterator[Claim]:
    for one in statements:
        spans = [Span(start, end) for start, end in one.spans.content]
        own = Span(spans[0].start, spans[-1].end) if spans else Span(0, 0)
        words = one.words or ""
        long_enough = len(words.split()) >= _LEAST_PARAPHRASE
        if one.form == "indirect" and long_enough and not any(quotation.overlaps(own) for quotation in quoted):
            yield Claim(words, own.start, own.end, "paraphrase", _named(one))


def _claim(text: str, span: Span, speakers: tuple[ClaimedSpeaker, ...]) -> Claim:
    return Claim(text[span.start : span.end], span.start, span.end, "quotation", speakers)


def _speakers(span: Span, statements: Sequence[StoredStatement]) -> tuple[ClaimedSpeaker, ...]:
    """Return who speaks a quotation: the speaker of the tightest statement that holds most of it."""
    best: tuple[int, StoredStatement] | None = None
    for statement in statements:
        contents = [Span(start, end) for start, end in statement.spans.content]
        shared = sum(max(0, min(one.end, span.end) - max(one.start, span.start)) for one in contents)
        size = sum(one.end - one.start for one in contents)
        if 2 * shared >= span.end - span.start and (best is None or size < best[0]):
            best = (size, statement)
    return _named(best[1]) if best else ()


def _named(statement: StoredStatement) -> tuple[ClaimedSpeaker, ...]:
    return tuple(ClaimedSpeaker(ref.name, ref.iri, ref.kind or "") for ref in statement.speakers)
