"""Claiming: what a text says that somebody said, its quotations and its paraphrases, with whom it gives them to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from sayso.graph.answers.quotations.claim import Claim, ClaimedSpeaker
from sayso.graph.model.json_value import Json
from sayso.graph.store.store import Store
from sayso.loaders.extractor.extracting import extract_article
from sayso.loaders.extractor.job import ExtractJob
from sayso.loaders.facts import Span
from sayso.loaders.quotations import quotations

_LEAST_WORDS: Final = 2
_LEAST_PARAPHRASE: Final = 5


def claims_of_text(job: ExtractJob, known: Store) -> Json:
    """Return what the text of a job claims: `{"text": …, "claims": […]}`, in text order.

    Quotations of one word are left out: they are anybody's. The text may be in any language, of which English alone
    tells who speaks. Raises as `extract_article` does.
    """
    told = extract_article(replace(job, purpose="show", any_language=True), known)
    if not isinstance(told, dict) or not isinstance(told["text"], str):
        raise TypeError("an article is told as an object with its text")
    claims: list[Json] = [claim.told() for claim in _claims(told["text"], told["statements"])]
    return {"text": told["text"], "claims": claims}


def quotations_of(text: str) -> Iterator[Span]:
    """Yield the stretches between quotation marks, marks left out, of at least two words."""
    for quotation in quotations(text):
        span = quotation.words
        if len(text[span.start : span.end].split()) >= _LEAST_WORDS:
            yield span


def _claims(text: str, statements: Any) -> Iterator[Claim]:
    quoted = list(quotations_of(text))
    found = [_claim(text, span, _speakers(span, statements)) for span in quoted]
    found += _paraphrases(text, quoted, statements)
    yield from sorted(found, key=lambda claim: (claim.start, claim.end))


def _paraphrases(text: str, quoted: Sequence[Span], statements: Any) -> Iterator[Claim]:
    for card in statements:
        spans = [Span(start, end) for start, end in card["spans"]["content"]]
        own = Span(spans[0].start, spans[-1].end) if spans else Span(0, 0)
        long_enough = len(str(card["words"] or "").split()) >= _LEAST_PARAPHRASE
        if card["form"] == "indirect" and long_enough and not any(one.overlaps(own) for one in quoted):
            yield Claim(str(card["words"]), own.start, own.end, "paraphrase", _named(card))


def _claim(text: str, span: Span, speakers: tuple[ClaimedSpeaker, ...]) -> Claim:
    return Claim(text[span.start : span.end], span.start, span.end, "quotation", speakers)


def _speakers(span: Span, statements: Any) -> tuple[ClaimedSpeaker, ...]:
    """Return who speaks a quotation: the speaker of the tightest statement that holds most of it."""
    best: tuple[int, Mapping[str, Any]] | None = None
    for card in statements:
        contents = [Span(start, end) for start, end in card["spans"]["content"]]
        shared = sum(max(0, min(one.end, span.end) - max(one.start, span.start)) for one in contents)
        size = sum(one.end - one.start for one in contents)
        if 2 * shared >= span.end - span.start and (best is None or size < best[0]):
            best = (size, card)
    return _named(best[1]) if best else ()


def _named(card: Mapping[str, Any]) -> tuple[ClaimedSpeaker, ...]:
    return tuple(ClaimedSpeaker(ref["name"], ref["iri"], ref["kind"] or "") for ref in card["speakers"])
