"""Statements as a large model reads them: each alone, with the words around it, in one stretch where that is short."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.loaders.attribution.encoding import Encoded, statement_tokens

IGNORE = -100  # the label of what nobody judged
CONTEXT = 8  # tokens that are read on either side, beside those that the small model reads
STRETCH = 192  # tokens; a statement that reaches further is read without what lies between its parts
POOL = 40  # batches that are sorted by length together
Ranges = list[tuple[int, int]]  # first and last token


@dataclass(frozen=True, slots=True)
class Judged:
    """A statement in tokens of its article, with what was judged of it.

    `acts` is a distribution over ACTS, `rows` what is marked in each of ROWS (None: not judged), `names` the first
    tokens of all places that name the speaker (None: not judged).
    """

    cue: Ranges
    source: Ranges
    content: Ranges
    acts: tuple[float, ...] | None
    rows: tuple[Ranges | None, ...]
    names: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One statement of an article: tokens (their positions in the article, ascending), vocabulary ids, token types and
    parts in the statement, all parallel; acts as a distribution over ACTS, rows of tags (6×n, IGNORE: not judged)."""

    tokens: list[int]
    ids: list[int]
    cases: list[int]
    roles: list[int]
    acts: tuple[float, ...] | None
    rows: list[list[int]]


def excerpt(article: Encoded, s: Judged) -> Excerpt:
    """Cut a statement out of its article, with its labels."""
    cue, source, content = ([t for a, b in ranges for t in range(a, b + 1)] for ranges in (s.cue, s.source, s.content))
    total = len(article.ids)
    tokens, roles = statement_tokens(cue, source, content, 0, total)
    low, high = max(0, tokens[0] - CONTEXT), min(total, tokens[-1] + 1 + CONTEXT)
    if high - low <= STRETCH:
        part = dict(zip(tokens, roles, strict=True))
        tokens = list(range(low, high))
        roles = [part.get(t, 0) for t in tokens]
    ids, cases = ([values[t] for t in tokens] for values in (article.ids, article.cases))
    return Excerpt(tokens, ids, cases, roles, s.acts, marked(s, tokens))


def marked(s: Judged, tokens: list[int]) -> list[list[int]]:
    """Lay a statement's rows onto tokens: 1 where a stretch begins, 2 inside, IGNORE in a row that nobody judged."""
    at = {t: i for i, t in enumerate(tokens)}
    rows = []
    for ranges in s.rows:
        row = [0 if ranges is not None else IGNORE] * len(tokens)
        for a, b in ranges or ():
            for t in range(a, b + 1):
                if t in at:
                    row[at[t]] = 1 if t == a else 2
        rows.append(row)
    return rows


def grouped(lengths: list[int], budget: int, draw: random.Random | None = None) -> Iterator[list[int]]:
    """Yield groups of like lengths, as numbers of the items, each of at most `budget` tokens when padded (or of one).

    With `draw` the order is random, and lengths are alike only within a pool of groups.
    """
    order = list(range(len(lengths)))
    if draw:
        draw.shuffle(order)
        pool = max(1, POOL * budget * len(lengths) // max(1, sum(lengths)))
    else:
        pool = max(1, len(order))
    groups: list[list[int]] = []
    for start in range(0, len(order), pool):
        group: list[int] = []
        for i in sorted(order[start : start + pool], key=lambda i: lengths[i]):
            if group and lengths[i] * (len(group) + 1) > budget:
                groups.append(group)
                group = []
            group.append(i)
        groups.append(group)
    if draw:
        draw.shuffle(groups)
    yield from groups
