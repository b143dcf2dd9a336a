"""Candidates for matters: pairs of wordings that may mean one thing, with a score and the reason; a person decides.

They are compared by their content words' stems, the rarer the more they count. Two that share nothing but the names of
actors ("invade Ukraine", "support Ukraine") are not proposed. Only wordings with a word in common that few others have
are compared, so that the work grows with the wordings, not with their square.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from pyoxigraph import Literal
from rapidfuzz import fuzz

from sayso.graph.matters.uses import Uses, wordings
from sayso.graph.statements.stems import core, stems
from sayso.graph.store.store import Store
from sayso.ontology.iris import actors_graph
from sayso.ontology.namespaces import ALT_LABEL, LABEL

type MatterPair = tuple[str, str]

_LARGEST_BLOCK = 60
_CONTAINED, _SHARED, _FUZZY = 0.5, 0.3, 0.15
_SAME_ACTORS, _NAMED = 0.05, 0.1
# A single word says little about what a long wording that holds it means.
_SINGLE = 0.6


@dataclass(frozen=True, slots=True)
class MatterCandidate:
    """Two wordings that may mean one matter; `reason` says in words why, `uses` who uses either how often."""

    one: str
    other: str
    score: float
    reason: str
    uses: tuple[Uses, Uses]


@dataclass(frozen=True, slots=True)
class _Words:
    uses: Uses
    stems: frozenset[str]


def matter_candidates(store: Store, min_score: float = 0.5) -> list[MatterCandidate]:
    """List the pairs of wordings that may mean one matter, the likeliest first, then the ones used most.

    Wordings that are on one matter already are left out.
    """
    known = {key: _Words(uses, stems(core(uses.words))) for key, uses in wordings(store).items()}
    frequency = Counter(stem for words in known.values() for stem in words.stems)
    weights = {stem: math.log(1 + len(known) / count) for stem, count in frequency.items()}
    names = _names(store)
    found = []
    for one, other in sorted(_pairs(known, names)):
        a, b = known[one], known[other]
        if (a.uses.matters & b.uses.matters) - {None}:
            continue
        score, reason = _compared(a, b, weights, names)
        if score >= min_score:
            found.append(MatterCandidate(a.uses.words, b.uses.words, score, reason, (a.uses, b.uses)))
    return sorted(found, key=lambda c: (-c.score, -sum(u.positions + u.demands for u in c.uses), c.one, c.other))


def _names(store: Store) -> frozenset[str]:
    """Return the stems of which the names of actors consist, one name a word or several."""
    quads = (
        q for p in (LABEL, ALT_LABEL) for q in store.engine.quads_for_pattern(None, p, None, actors_graph(store.base))
    )
    labels = (quad.object.value for quad in quads if isinstance(quad.object, Literal))
    return frozenset(stem for label in labels if label[:1].isupper() for stem in stems(label))


def _pairs(known: Mapping[str, _Words], names: frozenset[str]) -> set[MatterPair]:
    """Return the pairs that share a word which is no name: a rare one, or a common one and another one."""
    blocks: defaultdict[str, list[str]] = defaultdict(list)
    for key, words in known.items():
        for stem in words.stems - names:
            blocks[stem].append(key)
    found: set[MatterPair] = set()
    finer: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for stem, block in blocks.items():
        if len(block) <= _LARGEST_BLOCK:
            found.update(combinations(sorted(block), 2))
            continue
        for key in block:
            for second in known[key].stems - {stem}:
                finer[min(stem, second), max(stem, second)].append(key)
    for block in finer.values():
        if len(block) <= _LARGEST_BLOCK:
            found.update(combinations(sorted(set(block)), 2))
    return found


def _compared(one: _Words, other: _Words, weights: Mapping[str, float], names: frozenset[str]) -> tuple[float, str]:
    shared = one.stems & other.stems
    if not shared - names:
        return 0.0, ""
    short, long = sorted((one, other), key=lambda words: len(words.stems))
    common, least = _weight(shared, weights), min(_weight(words.stems, weights) for words in (one, other))
    contained = common / least * (_SINGLE if len(shared) == 1 and len(long.stems) > 1 else 1)
    fuzzy = fuzz.token_set_ratio(" ".join(sorted(one.stems)), " ".join(sorted(other.stems))) / 100
    whole = _weight(one.stems | other.stems, weights)
    score = _CONTAINED * contained + _SHARED * common / whole + _FUZZY * fuzzy
    reasons = ["; ".join(_told(short, long, shared))]
    for bonus, reason in _actors(one, other, names):
        score += bonus
        reasons.append(reason)
    return round(min(0.99, score), 2), "; ".join(reasons)


def _told(short: _Words, long: _Words, shared: frozenset[str]) -> Iterator[str]:
    if short.stems == long.stems:
        yield "the same words but for their endings and small words"
    elif short.stems <= long.stems:
        yield "all words of the shorter one are in the longer one"
    else:
        yield "both have " + ", ".join(f"“{stem}…”" for stem in sorted(shared))


def _actors(one: _Words, other: _Words, names: frozenset[str]) -> Iterator[tuple[float, str]]:
    concerned = [words.uses.concerned | words.uses.actors for words in (one, other)]
    if concerned[0] & concerned[1]:
        yield _SAME_ACTORS, "of or about the same actor"
    for words, actors in ((one, concerned[1]), (other, concerned[0])):
        told = {part for actor in actors for part in stems(actor.value.rpartition("/")[2].replace("-", " "))}
        alone = words.stems - one.stems.intersection(other.stems)
        if alone & names & told:
            yield _NAMED, "whom the one names the other is about"
            return


def _weight(found: frozenset[str], weights: Mapping[str, float]) -> float:
    return sum(weights[stem] for stem in found)
