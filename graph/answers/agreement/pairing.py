"""Pairing: which unit of one coder is the same as which of another."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from sayso.graph.answers.agreement.coded import CodedUnit

# Of the words of the shorter, so many have to stand in the other.
_LEAST_SHARED = 0.5
_SAME_STATEMENT = 3.0


def paired(ones: Sequence[CodedUnit], others: Sequence[CodedUnit]) -> list[tuple[CodedUnit, CodedUnit]]:
    """Return the units that are the same, each in one pair at the most, in the order of the first.

    The same are those that name one statement; else those of one article whose places overlap; else those of one
    article (of any, where none is named) of whose words half are the same. Of several the nearest, and of these the
    one with the most values in common.
    """
    found = sorted(_candidates(ones, others), key=lambda one: (-one[0], -one[1], one[2], one[3]))
    taken: set[int] = set()
    pairs: dict[int, int] = {}
    for _, _, number, other in found:
        if number not in pairs and other not in taken:
            pairs[number] = other
            taken.add(other)
    return [(ones[number], others[pairs[number]]) for number in sorted(pairs)]


def _candidates(ones: Sequence[CodedUnit], others: Sequence[CodedUnit]) -> Iterator[tuple[float, int, int, int]]:
    by_statement: defaultdict[str, list[int]] = defaultdict(list)
    by_word: defaultdict[str, list[int]] = defaultdict(list)
    by_article: defaultdict[str, list[int]] = defaultdict(list)
    for number, unit in enumerate(others):
        for name in _ends(unit.statement):
            by_statement[name].append(number)
        for word in set(unit.words):
            by_word[word].append(number)
        for article in unit.articles:
            by_article[article].append(number)
    for number, unit in enumerate(ones):
        named = by_statement.get(unit.statement, []) if unit.statement else []
        near = set(named)
        near |= {other for article in unit.articles for other in by_article.get(article, ()) if unit.span}
        # Who names a statement means no other.
        if not named and not (unit.statement and any(one.statement for one in others)):
            near |= set(Counter(other for word in set(unit.words) for other in by_word[word]))
        for other in near:
            score = _SAME_STATEMENT if other in named else _near(unit, others[other])
            if score and _same_article(unit, others[other]):
                yield score, _common(unit, others[other]), number, other


def _ends(iri: str) -> Iterator[str]:
    """Yield the ways to name a statement: its IRI, its id, the end of it."""
    if iri:
        yield iri
        _, found, rest = iri.partition("/article/")
        if found:
            yield f"article/{rest}"
        if "/" in iri:
            yield iri.rpartition("/")[2]


def _same_article(one: CodedUnit, other: CodedUnit) -> bool:
    return not (one.articles and other.articles) or bool(one.articles & other.articles)


def _near(one: CodedUnit, other: CodedUnit) -> float:
    """Return how near two units are: over 1 where their places overlap, else the share of common words, 0 for none."""
    if one.span and other.span and one.articles & other.articles:
        overlap = min(one.span[1], other.span[1]) - max(one.span[0], other.span[0])
        if overlap > 0:
            return 1 + overlap / (max(one.span[1], other.span[1]) - min(one.span[0], other.span[0]))
        return 0.0
    mine, theirs = set(one.words), set(other.words)
    shared = len(mine & theirs) / min(len(mine), len(theirs)) if mine and theirs else 0.0
    return shared if shared >= _LEAST_SHARED else 0.0


def _common(one: CodedUnit, other: CodedUnit) -> int:
    return sum(one.values[name] == other.values[name] for name in one.values.keys() & other.values.keys())
