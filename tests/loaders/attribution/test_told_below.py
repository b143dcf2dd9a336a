"""A quotation in a paragraph of its own is given to whom the line below it tells."""

from __future__ import annotations

import pytest

from sayso.loaders.attribution.told_below import told_below
from sayso.loaders.facts import Attribution, Span

QUOTED = "“They took the doors.”"
LINES = [  # the line below; its source, cue and words; whether the quotation is its source's
    ("Those were the words of Tom Hart.", ("Tom Hart", "were", "Those"), True),
    ("It was Tom Hart who said it.", ("Tom Hart", "said", "it"), True),
    ("These are the words of Tom Hart.", ("Tom Hart", "words of", "These"), True),
    ("That is what Tom Hart told us.", ("Tom Hart", "told", "That is what"), True),
    ("It was Tom Hart who denied it.", ("Tom Hart", "denied", "it"), False),
    ("Those were the days, Tom Hart said.", ("Tom Hart", "said", "Those were the days"), False),
    ("Nobody but Tom Hart said it.", ("Tom Hart", "said", "it"), False),
]


@pytest.mark.parametrize(("line", "parts", "given"), LINES)
def test_the_line_below_tells_who_spoke(line: str, parts: tuple[str, str, str], given: bool) -> None:
    text = f"{QUOTED}\n\n{line}"
    source, cue, words = (Span(text.index(part), text.index(part) + len(part)) for part in parts)
    words = Span(text.rindex(parts[2]), text.rindex(parts[2]) + len(parts[2]))
    above, below = Attribution((Span(0, len(QUOTED)),)), Attribution((words,), (cue,), (source,))
    found = told_below(text, [above, below])
    assert found == ([Attribution(above.contents, (cue,), (source,))] if given else [above, below])


def test_words_that_are_somebody_s_stay_theirs() -> None:
    text = f"{QUOTED}\n\nThose were the words of Tom Hart."
    at = text.index("Tom Hart")
    above = Attribution((Span(0, len(QUOTED)),), (), (Span(0, 3),))
    below = Attribution((Span(24, 29),), (Span(30, 34),), (Span(at, at + 8),))
    assert told_below(text, [above, below]) == [above, below]
