"""Annotated articles to batches of windows."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from sayso.loaders.attribution.encoding import WINDOW, Encoded, Window, encode, window_inputs, windows

KINDS = ("source", "cue", "content")
IGNORE, MASK_TOKEN, FIRST_WORD = -100, 103, 999


@dataclass(frozen=True, slots=True)
class Labelled:
    """An encoded article with, by token: tags (3×n), the first token of the cue that it belongs to, if it is content;
    and by cue (its first token) the first and last token of its source, or None."""

    encoded: Encoded
    bio: np.ndarray[Any, Any]
    cue_of: np.ndarray[Any, Any]
    sources: dict[int, tuple[int, int] | None]


def tokenizer(path: Path) -> Tokenizer:
    """Load a tokenizer without truncation or padding."""
    loaded = Tokenizer.from_file(str(path))
    loaded.no_truncation()
    loaded.no_padding()
    return loaded


def read(path: Path, tokens: Tokenizer) -> list[Labelled]:
    """Read JSON lines as ../shared/score/attributions.py has them, "text" included."""
    records = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [label(encode(tokens, r["text"]), r["attributions"]) for r in records]


def label(encoded: Encoded, attributions: list[dict[str, list[list[int]]]]) -> Labelled:
    """Lay character spans onto tokens."""
    starts, ends = (np.array([o[i] for o in encoded.offsets] or [0]) for i in (0, 1))
    bio = np.zeros((3, len(starts)), np.int64)
    cue_of = np.full(len(starts), IGNORE, np.int64)
    sources: dict[int, tuple[int, int] | None] = {}

    def ranges(spans: list[list[int]]) -> list[tuple[int, int]]:
        hits = [np.flatnonzero((starts < b) & (ends > a) & (ends > starts)) for a, b in spans]
        return [(int(h[0]), int(h[-1])) for h in hits if len(h)]

    for attribution in attributions:
        of_kind = [ranges(attribution[kind]) for kind in KINDS]
        for row, spans in zip(bio, of_kind, strict=True):
            for first, last in spans:
                row[first : last + 1] = 2
                row[first] = 1
        source, cue, content = of_kind
        if cue:
            head = min(cue)[0]
            sources[head] = source[0] if source else None
            for first, last in content:
                cue_of[first : last + 1] = head
    return Labelled(encoded, bio, cue_of, sources)


def batches(articles: list[Labelled], size: int, mask: float) -> Iterator[dict[str, Tensor]]:
    """Yield an epoch's batches: windows cut anew at random places, grouped by length; a share of words masked."""
    items = [
        (article, window)
        for article in articles
        for window in windows(article.encoded, overlap=32, first=random.randint(60, WINDOW - 2))
        if window.end - window.start > 8
    ]
    random.shuffle(items)
    pools = [items[i : i + size * 20] for i in range(0, len(items), size * 20)]
    groups = []
    for pool in pools:
        pool.sort(key=lambda item: item[1].end - item[1].start)
        groups += [pool[i : i + size] for i in range(0, len(pool), size)]
    random.shuffle(groups)
    for group in groups:
        yield collate([example(*item) for item in group], mask)


def example(article: Labelled, window: Window) -> dict[str, Any]:
    """Cut a window out of an article; what points outside the window teaches nothing and is left out."""
    ids, cases = window_inputs(article.encoded, window)
    inside, shift = range(window.start, window.end), 1 - window.start
    pad = lambda row: [IGNORE, *row[window.start : window.end], IGNORE]  # noqa: E731
    sources = []
    for cue, source in article.sources.items():
        if cue in inside and source is None:
            sources.append((cue + shift, 0, 0))
        elif cue in inside and source and source[0] in inside and source[1] in inside:
            sources.append((cue + shift, source[0] + shift, source[1] + shift))
    return {
        "ids": ids,
        "cases": cases,
        "bio": [pad(row) for row in article.bio],
        "cue_of": [c + shift if c in inside else IGNORE for c in pad(article.cue_of)],
        "sources": sources,
    }


def collate(examples: list[dict[str, Any]], mask: float) -> dict[str, Tensor]:
    """Pad examples to one length; hide a share of the words, so that the network leans on the sentence."""
    longest = max(len(e["ids"]) for e in examples)

    def padded(key: str, filler: int) -> Tensor:
        rows = [[*e[key], *[filler] * (longest - len(e[key]))] for e in examples]
        return torch.tensor(rows)

    ids = padded("ids", 0)
    present = (ids != 0).long()
    if mask:
        ids = ids.masked_fill((torch.rand(ids.shape) < mask) & (ids >= FIRST_WORD), MASK_TOKEN)
    bio = [[[*row, *[IGNORE] * (longest - len(row))] for row in e["bio"]] for e in examples]
    sources = [(k, *source) for k, e in enumerate(examples) for source in e["sources"]]
    return {
        "ids": ids,
        "cases": padded("cases", 0),
        "mask": present,
        "bio": torch.tensor(bio),
        "cue_of": padded("cue_of", IGNORE),
        "sources": torch.tensor(sources, dtype=torch.long).view(-1, 4),
    }
