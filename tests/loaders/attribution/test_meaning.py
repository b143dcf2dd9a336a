"""Meaning: hand-made scores of one statement to what it does and which of its words are what."""

from __future__ import annotations

import numpy as np
import pytest

from sayso.loaders.attribution.meaning import (
    ACTS,
    WORD_ROLES,
    MarkThresholds,
    MeaningAnswer,
    likely_acts,
    marks,
)

CASES = [  # kind, tags of the role "for" (a letter a token), positions of the tokens, the stretches
    ("one stretch", "OBIIO", [3, 4, 5, 6, 7], [[4, 5, 6]]),
    ("two that touch", "BIBIO", [3, 4, 5, 6, 7], [[3, 4], [5, 6]]),
    ("a gap between tokens parts them", "OIIIO", [3, 4, 5, 9, 10], [[4, 5], [9]]),
    ("to the end", "OOOBI", [3, 4, 5, 6, 7], [[6, 7]]),
    ("inside without a beginning", "OIIOO", [3, 4, 5, 6, 7], [[4, 5]]),
    ("none", "OOOOO", [3, 4, 5, 6, 7], []),
]


def answer(tags: str, tokens: list[int]) -> MeaningAnswer:
    """Build the network's answer: sure of one role's tags, sure that no word has another role."""
    scores = np.full((len(tags), len(WORD_ROLES), 3), -9, np.float32)
    scores[:, 1:, 0] = 0
    for t, letter in enumerate(tags):
        scores[t, 0, "OBI".index(letter)] = -0.05
    acts = np.zeros(len(ACTS), np.float32)
    acts[ACTS.index("deny")], acts[ACTS.index("state")] = 0.7, 0.28
    return MeaningAnswer(tokens, acts, scores)


@pytest.mark.parametrize(("tags", "tokens", "wanted"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_stretches_are_read_off(tags: str, tokens: list[int], wanted: list[list[int]]) -> None:
    found = marks(answer(tags, tokens), MarkThresholds())
    assert [(role, stretch) for role, stretch, _ in found] == [("for", stretch) for stretch in wanted]
    assert all(0.9 < sure <= 1 for _, _, sure in found)


def test_acts_come_with_their_probability_the_likeliest_first() -> None:
    assert [act for act, _ in likely_acts(answer("OOO", [0, 1, 2]))] == ["deny", "state"]
