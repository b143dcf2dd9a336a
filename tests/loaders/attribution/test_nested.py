"""Statements inside statements."""

from __future__ import annotations

import pytest

from sayso.loaders.attribution.nested import nested
from sayso.loaders.facts import Attribution, Span
from sayso.loaders.syntax import parse

CASES = [  # quotation, the inner words; None where there is no inner statement
    ("“The Polish government has said that it will close the border,” she said.", "it will close the border"),
    ("“He said it was fine,” she said.", None),  # a pronoun is nobody's safe guess
    ("“We say that it must stop,” she said.", None),
    ("“The Polish government will close the border,” she said.", None),
]


@pytest.mark.parametrize(("text", "inner"), CASES)
def test_reported_speech_inside_a_quotation(text: str, inner: str | None) -> None:
    outer = Attribution((Span(0, text.index("”") + 1),), (Span(len(text) - 5, len(text) - 1),))
    found = nested(parse(text), [outer])
    assert [text[a.contents[0].start : a.contents[0].end] for a, _ in found] == ([inner] if inner else [])
    assert all(index == 0 and a.sources for a, index in found)
