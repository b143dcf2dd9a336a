"""Labelled articles to batches of windows."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import torch
from data import NONE, Labelled
from excerpts import IGNORE, Judged, marked
from torch import Tensor

from sayso.loaders.attribution.encoding import WINDOW, Window, statement_tokens, window_inputs, windows

MASK_TOKEN, FIRST_WORD = 103, 999


def batches(articles: list[Labelled], size: int, mask: float, judged: bool = False) -> Iterator[dict[str, Tensor]]:
    """Yield an epoch's batches: windows cut anew at random places, grouped by length; a share of words masked.

    `judged` leaves out the windows without a statement that was judged.
    """
    items = [
        (article, window)
        for article in articles
        for window in windows(article.encoded, overlap=32, first=random.randint(60, WINDOW - 2))
        if window.end - window.start > 8
        and not (
            judged
            and not any(s.acts is not None and window.start <= s.cue[0][0] < window.end for s in article.statements)
        )
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
    statements, meant = [], []
    for s in article.statements:
        if s.cue[0][0] in inside and all(a in inside and b in inside for a, b in s.content):
            if s.acts is not None:
                statements.append(statement(s, window))
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
        "statements": statements,
        "meant": meant,
    }


def statement(s: Judged, window: Window) -> dict[str, Any]:
    """Choose a statement's tokens and lay its rows onto them; positions are those of the window, [CLS] counted."""
    inside = range(window.start, window.end)
    cue, source, content = (
        [t for a, b in ranges for t in range(a, b + 1) if t in inside] for ranges in (s.cue, s.source, s.content)
    )
    tokens, roles = statement_tokens(cue, source, content, window.start, window.end)
    at = [t + 1 - window.start for t in tokens]
    return {"tokens": at, "roles": roles, "acts": s.acts, "words": marked(s, tokens)}


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
        **collate_statements([(k, s) for k, e in enumerate(examples) for s in e["statements"]]),
    }


def collate_statements(found: list[tuple[int, dict[str, Any]]]) -> dict[str, Tensor]:
    """Pad the statements of a batch, each with the number of its window."""
    longest = max((len(s["tokens"]) for _, s in found), default=1)

    def padded(row: list[int], filler: int) -> list[int]:
        return [*row, *[filler] * (longest - len(row))]

    return {
        "statements": torch.tensor([k for k, _ in found], dtype=torch.long),
        "tokens": torch.tensor([padded(s["tokens"], 0) for _, s in found], dtype=torch.long),
        "roles": torch.tensor([padded(s["roles"], 0) for _, s in found], dtype=torch.long),
        "seen": torch.tensor([padded([1] * len(s["tokens"]), 0) for _, s in found], dtype=torch.long),
        "acts": torch.tensor([s["acts"] for _, s in found]),
        "words": torch.tensor([[padded(row, IGNORE) for row in s["words"]] for _, s in found], dtype=torch.long),
    }
