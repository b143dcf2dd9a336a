"""Quotation marks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.loaders.actors.quotes import quotations


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('He said "yes" and "no".', ['"yes"', '"no"']),
        ("He said “yes”.", ["“yes”"]),
        ("“One paragraph.\n“And the next.”", ["“One paragraph.", "“And the next.”"]),
        ('An inch is 1".\nHe said "yes".', ['".', '"yes"']),
        ("It’s nobody’s.", []),
    ],
)
def test_stretches_inside_marks(text: str, inside: list[str]) -> None:
    assert [text[s.start : s.end] for s in quotations(text)] == inside


@given(st.text(alphabet='ab"“”\n '))
def test_stretches_never_overlap(text: str) -> None:
    found = quotations(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
