"""Scores of one statement to its meaning: what it does, and which of its words are what.

The second network reads one statement's tokens, each with its part in it, and gives scores of the acts and, for each
role that words can have, of outside, begin and inside.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, get_args

import numpy as np
from numpy.typing import NDArray

from sayso.loaders.attribution.decode import Floats, Scores
from sayso.loaders.attribution.encoding import Window, statement_tokens
from sayso.loaders.facts import Act, WordRole

ACTS: tuple[Act, ...] = get_args(Act)
WORD_ROLES: tuple[WordRole, ...] = get_args(WordRole)
LIKELY = 0.05  # an act below this probability is not told
NAMES_TOLD = 8  # places of a speaker's name that are told
NAME_LIKELY = 0.02


@dataclass(frozen=True, slots=True)
class MeaningQuestion:
    """One statement as the second network reads it.

    `tokens` are positions in the whole text, `at` the same in the window ([CLS] counted), `roles` their parts.
    """

    tokens: list[int]
    at: list[int]
    roles: list[int]
    scores: Scores


@dataclass(frozen=True, slots=True)
class MeaningAnswer:
    """What the network says of one statement: probabilities of ACTS, and log-probabilities (tokens × roles × 3)."""

    tokens: list[int]
    acts: Floats
    tags: Floats


@dataclass(frozen=True, slots=True)
class MarkThresholds:
    """How sure the decoder has to be that a word has a role.

    Of a role in `faint`, words that reach only that are marked too, where nothing surer stands: others weigh them.
    """

    least: dict[str, float] = field(
        default_factory=lambda: {"for": 0.5, "against": 0.5, "demand": 0.5, "about": 0.2, "told": 0.4, "when": 0.4}
    )
    faint: dict[str, float] = field(default_factory=lambda: {"for": 0.25, "against": 0.25, "demand": 0.25})


def question(
    window: Window, scores: Scores, cue: Iterable[int], source: Iterable[int], content: Iterable[int]
) -> MeaningQuestion:
    """Choose what the network reads of a statement.

    Positions are tokens of the whole text; those outside the window are left out.
    """
    inside = range(window.start, window.end)
    cue, source, content = ([t for t in part if t in inside] for part in (cue, source, content))
    tokens, roles = statement_tokens(cue, source, content, window.start, window.end)
    return MeaningQuestion(tokens, [t - window.start + 1 for t in tokens], roles, scores)


def answer(session: Any, questions: Sequence[MeaningQuestion]) -> list[MeaningAnswer]:
    """Run the second network over statements.

    Each is read by itself: a batch of several lengths costs a fifth more, and since the network finds its 8-bit scales
    for a whole batch, a statement's scores would hang on what it is read with.
    """
    return [_answer(session, question) for question in questions]


def _answer(session: Any, question: MeaningQuestion) -> MeaningAnswer:
    n = len(question.tokens)
    if not n:
        empty = np.zeros((0, len(WORD_ROLES), 3), np.float32)
        return MeaningAnswer([], np.zeros(len(ACTS), np.float32), empty)
    words = question.scores.words[None, question.at].astype(np.float32, copy=False)
    inputs = {"words": words, "roles": np.array([question.roles], np.int64), "mask": np.ones((1, n), np.int64)}
    acts, tags = session.run(None, inputs)
    return MeaningAnswer(
        question.tokens, np.exp(_log_softmax(acts[0])), _log_softmax(tags[0].reshape(n, len(WORD_ROLES), 3))
    )


def likely_acts(found: MeaningAnswer) -> tuple[tuple[Act, float], ...]:
    """List the acts that are likely, the likeliest first."""
    order = np.argsort(-found.acts)
    return tuple((ACTS[i], round(float(found.acts[i]), 3)) for i in order if found.acts[i] >= LIKELY)


def marks(found: MeaningAnswer, least: MarkThresholds) -> list[tuple[WordRole, list[int], float]]:
    """Read off the stretches that have a role: tokens of the whole text in order, and how sure the network is."""
    result: list[tuple[WordRole, list[int], float]] = []
    for k, role in enumerate(WORD_ROLES):
        begin, inside = np.exp(found.tags[:, k, 1]), np.exp(found.tags[:, k, 2])
        kept = _stretches(found.tokens, begin, inside, least.least[role])
        if role in least.faint:
            more = _stretches(found.tokens, begin, inside, least.faint[role])
            kept += [(a, b) for a, b in more if not any(a < y and x < b for x, y in kept)]
        for a, b in kept:
            sure = float((begin[a:b] + inside[a:b]).mean())
            result.append((role, found.tokens[a:b], round(sure, 3)))
    return result


def _stretches(tokens: list[int], begin: Floats, inside: Floats, least: float) -> list[tuple[int, int]]:
    """Find runs of neighbouring tokens that are probably in; one that begins anew starts the next run."""
    found: list[tuple[int, int]] = []
    start: int | None = None
    for i in range(len(tokens)):
        within = begin[i] + inside[i] >= least
        apart = i > 0 and tokens[i] != tokens[i - 1] + 1
        if start is not None and (not within or apart or (begin[i] > inside[i] and begin[i] > 0.5)):
            found.append((start, i))
            start = None
        if within and start is None:
            start = i
    if start is not None:
        found.append((start, len(tokens)))
    return found


def names(scores: Scores, query: int) -> list[tuple[int, float]]:
    """List the positions of the window where the name of the source at `query` may begin, with their probabilities."""
    chances = np.exp(_log_softmax(scores.from_cue(query, 3)))
    order: NDArray[Any] = np.argsort(-chances)[:NAMES_TOLD]
    return [(int(i), float(chances[i])) for i in order if chances[i] >= NAME_LIKELY and i > 0]


def _log_softmax(x: Floats) -> Floats:
    shifted = x - x.max(axis=-1, keepdims=True)
    result: Floats = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return result
