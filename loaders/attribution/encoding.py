"""Text to windows of token ids: the one encoding that training and inference share.

What a plain uncased tokenizer throws away is put back, because attribution lives on it: where a line ends (a token of
its own), whether a word is lower case, Capitalised or ALL CAPITALS, and whether it stands in quotation marks, whose
other end may lie outside the window (both are the token type).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from sayso.loaders.quotations import quotations

CLS, SEP, PAD, BREAK = 101, 102, 0, 2  # BREAK is the vocabulary's [unused1]
WINDOW = 384  # tokens, [CLS] and [SEP] included
OVERLAP = 96  # tokens that two neighbouring windows share
LOWER, TITLE, UPPER, OTHER = range(4)  # token types; QUOTED is added to those inside quotation marks
QUOTED = 4
SOURCE_ROLE, CUE_ROLE, CONTENT_ROLE = 1, 2, 3  # a token's part in a statement; 0: it only stands near
AROUND = 8  # tokens that are read beside those of a statement, on either side
LONGEST = 160  # tokens that are read of one statement


@dataclass(frozen=True, slots=True)
class Encoded:
    """The tokens of one text.

    `ids` and `cases` are parallel to `offsets`, each a pair of code point offsets into the text, end exclusive.
    """

    ids: list[int]
    cases: list[int]
    offsets: list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Window:
    """Tokens `start` to `end` (exclusive) of an encoded text; it owns those from `own_start` to `own_end`."""

    start: int
    end: int
    own_start: int
    own_end: int


def encode(tokenizer: Any, text: str) -> Encoded:
    """Split `text` into tokens, line by line.

    `tokenizer` is a `tokenizers.Tokenizer` without padding or truncation. A run of line breaks is one BREAK token.
    """
    ids: list[int] = []
    cases: list[int] = []
    offsets: list[tuple[int, int]] = []
    quoted = _quoted(text)
    for start, line in _lines(text):
        if ids:
            ids.append(BREAK)
            cases.append(LOWER)
            offsets.append((start, start))
        encoding = tokenizer.encode(line, add_special_tokens=False)
        for token, (a, b) in zip(encoding.ids, encoding.offsets, strict=True):
            ids.append(token)
            cases.append(_case(line[a:b]) + QUOTED * quoted[start + a])
            offsets.append((start + a, start + b))
    return Encoded(ids, cases, offsets)


def windows(encoded: Encoded, size: int = WINDOW, overlap: int = OVERLAP, first: int | None = None) -> list[Window]:
    """Cover the tokens with overlapping windows that start, where they can, behind a line's or a sentence's end.

    `first` shortens the first window (training uses it to vary the cuts). Every token is owned by exactly one window:
    the one in which it stands further from an edge.
    """
    room, total = size - 2, len(encoded.ids)
    spans: list[tuple[int, int]] = []
    start, length = 0, min(first or room, room)
    while True:
        end = min(start + length, total)
        spans.append((start, end))
        if end >= total:
            break
        start, length = _cut(encoded, max(start + 1, end - overlap), end - overlap // 3), room
    middles = [(b + c) // 2 for (_, b), (c, _) in pairwise(spans)]
    owned = pairwise([0, *middles, total])
    return [Window(a, b, c, d) for (a, b), (c, d) in zip(spans, owned, strict=True)]


def window_inputs(encoded: Encoded, window: Window) -> tuple[list[int], list[int]]:
    """Return the token ids and token types of a window, with [CLS] and [SEP] around them."""
    ids, cases = encoded.ids[window.start : window.end], encoded.cases[window.start : window.end]
    return [CLS, *ids, SEP], [LOWER, *cases, LOWER]


def statement_tokens(
    cue: Iterable[int], source: Iterable[int], content: Iterable[int], low: int, high: int
) -> tuple[list[int], list[int]]:
    """Choose the tokens that say what a statement means, ascending, and the part that each has in it (`ROLES`).

    These are the statement's own tokens and, from `low` to `high` (exclusive), a few before, behind and between them.
    Of a long content only the first tokens are taken, so that there are never more than LONGEST.
    """
    roles = dict.fromkeys(content, CONTENT_ROLE) | dict.fromkeys(source, SOURCE_ROLE) | dict.fromkeys(cue, CUE_ROLE)
    kept: set[int] = {t for t, role in roles.items() if role != CONTENT_ROLE}
    for token in sorted(t for t, role in roles.items() if role == CONTENT_ROLE):
        if len(kept) >= LONGEST - 2 * AROUND:
            break
        kept.add(token)
    around = {
        t + step
        for t in kept
        for step in range(-AROUND, AROUND + 1)
        if low <= t + step < high and t + step not in roles
    }
    far = dict.fromkeys(around, AROUND)
    for step in range(AROUND - 1, 0, -1):
        far.update((t, step) for k in kept for t in (k - step, k + step) if t in far)
    near = sorted(around, key=far.__getitem__)[: LONGEST - len(kept)]
    tokens = sorted(kept | set(near))
    return tokens[:LONGEST], [roles.get(t, 0) for t in tokens[:LONGEST]]


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, line
        start += len(line) + 1


def _quoted(text: str) -> bytearray:
    """Say of each code point whether it stands in quotation marks, the marks themselves included."""
    inside = bytearray(len(text) + 1)
    for quotation in quotations(text):
        span = quotation.whole
        inside[span.start : span.end] = b"\x01" * (span.end - span.start)
    return inside


def _case(piece: str) -> int:
    if not piece[:1].isupper():
        return LOWER if piece[:1].islower() else OTHER
    return UPPER if len(piece) > 1 and piece.isupper() else TITLE


def _cut(encoded: Encoded, low: int, high: int) -> int:
    """Find the best place for a window to begin between two tokens: behind a break, else behind a full stop."""
    stops: Sequence[int] = ()
    for wanted in ((BREAK,), (1012, 1029, 999)):  # . ? !
        stops = [i + 1 for i in range(low, high) if encoded.ids[i] in wanted]
        if stops:
            return stops[0]
    return low
