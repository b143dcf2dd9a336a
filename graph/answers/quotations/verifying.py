"""Verifying: which quotations of a text stand in the articles, verbatim, nearly or not at all, and whose they are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from pyoxigraph import NamedNode

from sayso.graph.answers.quotations.claim import Claim
from sayso.graph.answers.quotations.comparison import Comparison, QuotationVerdict, compare
from sayso.graph.answers.quotations.holding import holding, text_property, texts
from sayso.graph.answers.quotations.match import QuotationHit, QuotationMatch, matches_of, passage
from sayso.graph.answers.quotations.placed import placed
from sayso.graph.model.stored import model_parts
from sayso.graph.statements.stems import stems
from sayso.graph.store.store import Store
from sayso.ontology.terms import SENTENCE

MOST_CLAIMS: Final = 100
MOST_MATCHES: Final = 5
_MOST_TOLD: Final = 20
_LONGEST: Final = 4_000
# Of the content words of a paraphrase, so many have to stand in a sentence for it to be shown as one that may be meant.
_LEAST_SHARED, _LEAST_STEMS = 0.6, 3


@dataclass(frozen=True, slots=True)
class VerifiedClaim(Claim):
    """A claim with what the articles say of it, the best match first."""

    verdict: QuotationVerdict | Literal["alike"] = "absent"
    matches: tuple[QuotationMatch, ...] = ()


@dataclass(frozen=True, slots=True)
class VerifiedClaims:
    """Claims, how many there are of each verdict, how many were left, and whether there are texts to look in."""

    claims: tuple[VerifiedClaim, ...]
    counts: Mapping[str, int]
    left: int
    texts: bool


def verify(store: Store, claims: Sequence[Claim]) -> VerifiedClaims:
    """Say of each claim where its words stand.

    What comes after the first MOST_CLAIMS is not looked for, and `left` says how many that are. Each has a `verdict`
    and up to MOST_MATCHES `matches`, the best first. Where the store leaves texts out (`texts` is false), the sentences
    of statements are looked through. Of a paraphrase the verdict is "alike" where a sentence shares most of its content
    words, which says nothing of what it means.
    """
    read = claims[:MOST_CLAIMS]
    exact = [one for one in read if one.kind == "quotation"]
    loose = [one for one in read if one.kind == "paraphrase"]
    property_ = text_property(store)
    found = dict(_quotations(store, exact)) | dict(_paraphrases(store, loose))
    told: list[VerifiedClaim] = []
    for claim in read:
        hits = found.get(claim, [])
        best = hits[0].comparison.verdict if hits else "absent"
        verdict = "alike" if claim.kind == "paraphrase" and hits else best
        matches = sorted(matches_of(store, hits, claim.speakers), key=_agreeing)[:MOST_MATCHES]
        told.append(VerifiedClaim(**model_parts(claim), verdict=verdict, matches=tuple(matches)))
    counts = Counter[str](one.verdict for one in told)
    return VerifiedClaims(tuple(told), counts, len(claims) - len(read), property_ != SENTENCE)


def _by_thing(store: Store, property_: NamedNode, claims: Sequence[Claim]) -> dict[str, list[Claim]]:
    """Return the claims by what may hold their words in such a property."""
    found: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim, things in zip(claims, holding(store, property_, [claim.words for claim in claims]), strict=True):
        for thing in things:
            found[thing].append(claim)
    return found


def _quotations(store: Store, claims: Sequence[Claim]) -> Iterator[tuple[Claim, list[QuotationHit]]]:
    """Yield each quotation with its hits; every text is parted into its words once."""
    property_ = text_property(store)
    wanted = {claim: placed(claim.words[:_LONGEST]) for claim in claims}
    by_thing = _by_thing(store, property_, claims)
    found: defaultdict[Claim, list[QuotationHit]] = defaultdict(list)
    for thing, text in texts(store, property_, by_thing):
        words = placed(text)
        for claim in by_thing[thing]:
            if comparison := compare(wanted[claim], words):
                found[claim].append(QuotationHit(thing, comparison, *passage(text, comparison.start, comparison.end)))
    for claim, hits in found.items():
        yield claim, _best(hits)


def _paraphrases(store: Store, claims: Sequence[Claim]) -> Iterator[tuple[Claim, list[QuotationHit]]]:
    """Yield each paraphrase with sentences of statements that share most of its content words."""
    by_thing = _by_thing(store, SENTENCE, claims)
    found: defaultdict[Claim, list[QuotationHit]] = defaultdict(list)
    for thing, sentence in texts(store, SENTENCE, by_thing):
        for claim in by_thing[thing]:
            if share := _shared(claim.words, sentence):
                comparison = Comparison("nearly", 0, len(sentence), share)
                found[claim].append(QuotationHit(thing, comparison, sentence, 0))
    for claim, hits in found.items():
        yield claim, _best(hits)


def _shared(words: str, sentence: str) -> float:
    own = stems(words)
    share = len(own & stems(sentence)) / len(own) if len(own) >= _LEAST_STEMS else 0.0
    return round(share, 3) if share >= _LEAST_SHARED else 0.0


def _best(hits: list[QuotationHit]) -> list[QuotationHit]:
    return sorted(hits, key=lambda hit: (-hit.comparison.likeness, hit.thing))[:_MOST_TOLD]


def _agreeing(match: QuotationMatch) -> tuple[float, bool]:
    """Order matches: the likest first, of those as like the ones by the claimed speaker."""
    return -match.likeness, match.same_speaker is not True
