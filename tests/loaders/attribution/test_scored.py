"""Windows with their scores: all kept of an article, a few of a long text, and the same told of both."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from sayso.loaders.attribution.decode import Scores
from sayso.loaders.attribution.encoding import Window
from sayso.loaders.attribution.scored import ScoredWindows
from sayso.loaders.attribution.tagger import tagger

WINDOWS = [Window(10 * n, 10 * n + 14, 10 * n + 2 * bool(n), 10 * n + 12) for n in range(6)]


def scored(kept: int) -> tuple[list[int], ScoredWindows]:
    """Windows, and the list of those for which the network was asked."""
    asked: list[int] = []

    def score(window: Window) -> Scores:
        asked.append(window.start)
        return Scores(*(np.full((1, 1), window.start, np.float32) for _ in range(4)))

    return asked, ScoredWindows(WINDOWS, score, kept)


@pytest.mark.parametrize(("kept", "again"), [(6, 0), (2, 6)])
def test_each_window_is_scored_when_it_is_asked_for(kept: int, again: int) -> None:
    asked, windows = scored(kept)
    assert len(windows) == 6
    assert windows.is_long is (kept < 6)
    assert asked == []
    for _ in range(2):
        assert [float(scores.tag[0, 0]) for _, scores in windows] == [0, 10, 20, 30, 40, 50]
    assert len(asked) == 6 + again


@pytest.mark.parametrize(("token", "number"), [(0, 0), (11, 0), (12, 1), (61, 5)])
def test_a_token_has_one_owner(token: int, number: int) -> None:
    assert scored(6)[1].owner(token) == number


def test_a_token_behind_the_text_has_none() -> None:
    with pytest.raises(ValueError, match="no window"):
        scored(6)[1].owner(62)


def test_a_long_text_says_what_it_says_with_all_windows_kept() -> None:
    model = tagger()
    text = "\n\n".join(f"“We will not pay {n} cents,” Anna Berg said. She told Paul Okoro to go." for n in range(40))
    encoded, windows = model.run(text)
    found = [one for one, _ in model.read(text, encoded, windows)]
    few = ScoredWindows([w for w, _ in windows], lambda window: model.score(encoded, window), kept=1)
    assert len(few) > 1
    assert [one for one, _ in model.read(text, encoded, few)] == found
    told = model.understand(text, encoded, few, found)
    # those of a short text are read together, so the last digits may differ
    whole = model.understand(text, encoded, windows, found)
    assert [replace(one, meaning=None) for one in told] == found
    assert [one.meaning.acts[0][0] for one in told if one.meaning] == [o.meaning.acts[0][0] for o in whole if o.meaning]
