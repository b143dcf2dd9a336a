"""Form: quoted, told, or both."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.loaders.facts import Attribution, Form, Span
from sayso.loaders.meaning.form import form
from tests.loaders.meaning.marked import marked


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("“[We will stay|c],” [Reed|s] [said|q].", "direct"),
        ("[“We will stay,”|c] [Reed|s] [said|q].", "direct"),
        ('["We will stay,"|c] [Reed|s] [said|q], ["until May."|c]', "direct"),
        ('"[We will stay|c]," [Reed|s] [said|q]. "[Until May|c]."', "direct"),
        ("[Reed|s] [said|q] [they would stay until May|c].", "indirect"),
        ("[Reed|s] [said|q] [they would stay “until the bitter end”|c].", "mixed"),
        ("[Reed|s] [promises|q] [‘a fair trade’ with the north|c]", "mixed"),
        ("[Reed|s]: [‘We will stay’|c]", "direct"),
        ("[Reed|s] [said|q] [it’s the owners’ fault|c].", "indirect"),
        # a long quotation opens anew in each paragraph and closes only in the last
        ("“We will stay.\n“[We will not be moved|c],” [Reed|s] [said|q].", "direct"),
        # it opens in an earlier paragraph, and this one only closes
        ("“We will stay.\n[We will not be moved|c],” [Reed|s] [said|q].", "direct"),
        # a block quotation
        ("[Reed|s] [wrote|q]:\n[We will stay until May.|c]\n", "direct"),
        # told inside somebody else's quotation
        ("“[The owner|s] [says|q] [he will not sell|c], but he lies,” Byron said.", "indirect"),
    ],
)
def test_form(sentence: str, expected: Form) -> None:
    text, attribution = marked(sentence)
    assert form(text, attribution) == expected


@given(st.text(alphabet="ab \n“”\"'‘’", max_size=80), st.integers(0, 80), st.integers(0, 80))
def test_any_text_has_a_form(text: str, start: int, length: int) -> None:
    span = Span(min(start, len(text)), min(start + length, len(text)))
    assert form(text, Attribution((span,))) in {"direct", "indirect", "mixed"}
