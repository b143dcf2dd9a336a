"""Scores of one window's tokens to attributions: which cue there is, which words it introduces, who is its source.

The network tags each token (outside, begin, inside; for source, cue and content apart) and gives vectors whose inner
products say which cue a content token points to, and where a cue's source begins and ends. Contents are read off by
Viterbi over the states "outside" and "content of cue j", so that neighbouring contents of two cues are told apart.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import log
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
DIM = 128  # of each pointer vector
POINTERS = 8  # a query and a key of: content → cue, cue → source's start, cue → its end, source → name
SOURCE, CUE, CONTENT = range(3)
LONGEST_SOURCE = 80  # tokens
SURELY_OUTSIDE = -0.005  # log-probability over which a token is taken for outside without weighing it


@dataclass(frozen=True, slots=True)
class Thresholds:
    """How sure the decoder has to be; tuned on held-out training articles."""

    cue: float = 0.05  # of a cue's first token
    confidence: float = 0.35  # of the whole attribution, once calibrated
    switch: float = 1.0  # weight of the begin/inside scores between two content tokens
    null: float = 0.0  # added to "no source"
    inner_cue: float = 0.8  # of a cue among the words of another
    inner_none: float = 0.0  # added to "no cue inside", in log-probability
    inner_switch: float = 1.0  # what it costs to begin the words of a cue inside


@dataclass(frozen=True, slots=True)
class Scores:
    """What the network says of a window of n tokens.

    `tag` holds n×3×3 log-probabilities, `vectors` the n×8 pointer vectors (a query and a key for each of content → cue,
    cue → source's start, cue → source's end, source → name), `relative` what the distance alone adds, 4×33, `words`
    the vectors of the tokens as they enter the network, which the second network reads, too.
    """

    tag: Floats
    vectors: Floats
    relative: Floats
    words: Floats

    def to_cues(self, firsts: NDArray[Any]) -> Floats:
        """Score each token pointing to each of the cues that begin at `firsts`: n×k."""
        distance = firsts[None, :] - np.arange(len(self.tag))[:, None]
        found: Floats = self._inner(self.vectors[:, 0], self.vectors[firsts, 1]) + self.relative[0][_buckets(distance)]
        return found

    def from_cue(self, first: int, which: int) -> Floats:
        """Score the cue at `first` pointing to each token as its source's start (`which` = 1) or end (2): n.

        With 3, score the source at `first` pointing to each token as the first of its name.
        """
        distance = np.arange(len(self.tag)) - first
        inner = self._inner(self.vectors[first : first + 1, 2 * which], self.vectors[:, 2 * which + 1])[0]
        found: Floats = inner + self.relative[which][_buckets(distance)]
        return found

    @staticmethod
    def _inner(queries: Floats, keys: Floats) -> Floats:
        found: Floats = queries @ keys.T / np.float32(np.sqrt(DIM))
        return found


@dataclass(frozen=True, slots=True)
class TokenAttribution:
    """An attribution in token positions of the window, ends exclusive.

    `features` feed the confidence: the log-odds of cue, content, weakest content word, pointer and source, then whether
    there is a source, the logarithm of the content's length in tokens, and its number of pieces.
    """

    cue: tuple[int, int]
    contents: list[tuple[int, int]]
    source: tuple[int, int] | None
    features: tuple[float, ...]
    inside: bool = False


def read_scores(tag: Floats, vectors: Floats, relative: Floats, words: Floats) -> Scores:
    """Turn the network's outputs (n×9 logits, n×8·DIM vectors, 4×33 distance weights, states) into scores."""
    n = len(tag)
    return Scores(_log_softmax(tag.reshape(n, 3, 3)), vectors.reshape(n, POINTERS, DIM), relative, words)


def decode(scores: Scores, thresholds: Thresholds) -> list[TokenAttribution]:
    """Return the attributions of a window; position 0 is [CLS], which also stands for "no source"."""
    cues = _cues(scores.tag[:, CUE], thresholds.cue)
    if not cues:
        return []
    firsts = np.array([a for a, _ in cues])
    owner, pointing = _contents(scores, firsts, thresholds)
    found = []
    for j, cue in enumerate(cues):
        tokens = np.flatnonzero(owner == j)
        if len(tokens):
            found.append(_found(scores, cue, tokens, pointing[tokens, j], thresholds))
            found += _inside(scores, cues, j, owner, thresholds)
    return found


def _found(
    scores: Scores,
    cue: tuple[int, int],
    tokens: NDArray[Any],
    pointing: Floats,
    thresholds: Thresholds,
    inside: bool = False,
) -> TokenAttribution:
    """Put an attribution together from its cue, its content tokens and how surely each of them points to the cue."""
    sure_content = 1 - np.exp(scores.tag[tokens, CONTENT, 0])
    source, sure_source = _source(scores, cue[0], thresholds)
    contents = runs(tokens)
    features = (
        _logit(1 - np.exp(scores.tag[cue[0] : cue[1], CUE, 0]).mean()),
        _logit(sure_content.mean()),
        _logit(sure_content.min()),
        _logit(float(pointing.mean())),
        _logit(sure_source),
        float(source is not None),
        float(np.log(len(tokens))),
        float(len(contents)),
    )
    return TokenAttribution(cue, contents, source, features, inside)


def _cues(tag: Floats, threshold: float) -> list[tuple[int, int]]:
    """Read off the cue spans: a token begins one where B is likely, or inside-ness follows an outside token."""
    begin, inside = np.exp(tag[:, 1]), np.exp(tag[:, 2])
    cues: list[tuple[int, int]] = []
    open_at = None
    for t in range(1, len(tag) - 1):
        begins = begin[t] >= threshold and begin[t] >= inside[t]
        goes_on = open_at is not None and inside[t] >= 0.5 * (1 - begin[t])
        if open_at is not None and (begins or not goes_on):
            cues.append((open_at, t))
            open_at = None
        if begins:
            open_at = t
    if open_at is not None:
        cues.append((open_at, len(tag) - 1))
    return cues


def _contents(scores: Scores, firsts: NDArray[Any], thresholds: Thresholds) -> tuple[NDArray[Any], Floats]:
    """Assign each token to a cue (index) or to none (-1), by Viterbi; also return the pointer probabilities.

    Tokens that are surely outside part the window into stretches, each decoded by itself.
    """
    tag = scores.tag[:, CONTENT]
    pointer = _log_softmax(scores.to_cues(firsts))
    inside = np.logaddexp(tag[:, 1], tag[:, 2])
    emission = np.concatenate([tag[:, :1], inside[:, None] + pointer], axis=1)
    begin, go_on = thresholds.switch * (tag[:, 1] - inside), thresholds.switch * (tag[:, 2] - inside)
    owner = np.full(len(tag), -1, np.int64)
    for a, b in runs(np.flatnonzero(tag[1:-1, 0] < SURELY_OUTSIDE) + 1):
        owner[a:b] = _best_path(emission[a:b], begin[a:b], go_on[a:b]) - 1
    return owner, np.exp(pointer)


def _inside(
    scores: Scores, cues: list[tuple[int, int]], outer: int, owner: NDArray[Any], thresholds: Thresholds
) -> list[TokenAttribution]:
    """Find the attributions inside the content of a cue: "the government has said that …" among somebody's words.

    Its tokens choose once more, that cue left out, between the cues among them and none ([CLS]).
    """
    own = owner == outer
    inner = [
        j
        for j, (a, b) in enumerate(cues)
        if own[a:b].all() and np.exp(scores.tag[a, CUE, 1]) >= thresholds.inner_cue and not (owner == j).any()
    ]
    if not inner:
        return []
    others = [0, *(cues[j][0] for j in inner)]
    pointer = _log_softmax(scores.to_cues(np.array(others)))
    emission = pointer.copy()
    emission[:, 0] += thresholds.inner_none
    begin = np.full(len(own), -thresholds.inner_switch, np.float32)
    path = np.zeros(len(own), np.int64)
    for a, b in runs(np.flatnonzero(own)):
        path[a:b] = _best_path(emission[a:b], begin[a:b], np.zeros(b - a, np.float32))
    found = []
    for state, j in enumerate(inner, start=1):
        mine = path == state
        mine[cues[j][0] : cues[j][1]] = False
        source, _ = _source(scores, cues[j][0], thresholds)
        if source:
            mine[source[0] : source[1]] = False
        tokens = np.flatnonzero(mine)
        if len(tokens):
            found.append(_found(scores, cues[j], tokens, np.exp(pointer[tokens, state]), thresholds, inside=True))
    return found


def _best_path(emission: Floats, begin: Floats, go_on: Floats) -> NDArray[Any]:
    """Return the best state of each token: 0 is outside, j + 1 the content of cue j; before the first is outside."""
    n, states = emission.shape
    same = np.arange(states)
    best = np.full(states, -1e4, np.float32)
    best[0] = 0
    back = np.zeros((n, states), np.int64)
    for t in range(n):
        top = int(best.argmax())
        fresh = best[top] + begin[t]  # a content begins, whatever stood before
        stay = best + go_on[t]
        back[t] = np.where(stay > fresh, same, top)
        back[t, 0] = top
        step = np.maximum(stay, fresh)
        step[0] = best[top]
        best = step + emission[t]
    path = np.zeros(n, np.int64)
    state = int(best.argmax())
    for t in range(n - 1, -1, -1):
        path[t] = state
        state = int(back[t, state])
    return path


def _source(scores: Scores, first: int, thresholds: Thresholds) -> tuple[tuple[int, int] | None, float]:
    """Find the best source span of the cue that begins at `first`, and how sure it is."""
    start, end = _log_softmax(scores.from_cue(first, 1)), _log_softmax(scores.from_cue(first, 2))
    last = len(start) - 1
    none = start[0] + end[0] + thresholds.null
    begins = np.argsort(-start[1:last])[:4] + 1
    best, span = none, None
    for a in begins:
        b = int(end[a : min(a + LONGEST_SOURCE, last)].argmax()) + int(a)
        if start[a] + end[b] > best:
            best, span = start[a] + end[b], (int(a), b + 1)
    return span, float(np.exp(best / 2))


def runs(tokens: Iterable[int]) -> list[tuple[int, int]]:
    """Join ascending token positions to spans, ends exclusive."""
    result: list[tuple[int, int]] = []
    for t in map(int, tokens):
        if result and result[-1][1] == t:
            result[-1] = (result[-1][0], t + 1)
        else:
            result.append((t, t + 1))
    return result


def _buckets(distance: NDArray[Any]) -> NDArray[Any]:
    """Signed distance buckets 0..32 of key minus query: single steps to 8, then logarithmic."""
    size = np.abs(distance).astype(np.float32)
    scaled = np.where(size < 8, size, 8 + np.log2(np.maximum(size, 8) / 8) * (8 / 6)).clip(max=16)
    return (16 + np.sign(distance) * np.rint(scaled)).astype(np.int64)


def _log_softmax(x: Floats) -> Floats:
    shifted = x - x.max(axis=-1, keepdims=True)
    result: Floats = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return result


def _logit(p: float) -> float:
    p = min(max(float(p), 1e-4), 1 - 1e-4)
    return log(p / (1 - p))
