"""Labelled articles to batches of windows."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import torch
from data import NONE, Labelled
from excerpts import IGNORE
from torch import Tensor

from sayso.loaders.attribution.encoding import WINDOW, Window, window_inputs, windows

MASK_TOKEN, FIRST_WORD = 103, 999


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
    meant = []
    for s in article.statements:
        if s.cue[0][0] in inside and all(a in inside and b in inside for a, b in s.content):
            query = s.source[0][0] if s.source else s.cue[0][0]
            targets = [t + shift for t in s.names or () if t in inside]
            if s.names is not None and query in inside:
                meant.append((query + shift, targets or [query + shift]))
    return {
        "ids": ids,
        "cases": cases,
        "bio": [pad(row) for row in article.bio],
        "cue_of": [c + shift if c in inside else IGNORE for c in pad(article.cue_of)],
        "inner_of": [0 if c == NONE else c + shift if c in inside else IGNORE for c in pad(article.inner_of)],
        "sources": sources,
        "meant": meant,
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
    meant = [(k, *m) for k, e in enumerate(examples) for m in e["meant"]]
    targets = torch.zeros(len(meant), longest, dtype=torch.long)
    for i, (_, _, places_of) in enumerate(meant):
        targets[i, places_of] = 1
    return {
        "ids": ids,
        "cases": padded("cases", 0),
        "mask": present,
        "bio": torch.tensor(bio),
        "cue_of": padded("cue_of", IGNORE),
        "inner_of": padded("inner_of", IGNORE),
        "sources": torch.tensor(sources, dtype=torch.long).view(-1, 4),
        "meant_of": torch.tensor([m[:2] for m in meant], dtype=torch.long).view(-1, 2),
        "meant": targets,
    }
