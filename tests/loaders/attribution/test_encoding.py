"""Encoding: offsets hold for any text, and windows cover every token once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.loaders.attribution.encoding import (
    BREAK,
    CONTENT_ROLE,
    CUE_ROLE,
    LONGEST,
    LOWER,
    OTHER,
    QUOTED,
    SOURCE_ROLE,
    TITLE,
    UPPER,
    Encoded,
    encode,
    statement_tokens,
    windows,
)
from sayso.loaders.attribution.tagger import tagger

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)


@pytest.mark.parametrize(
    ("word", "case"), [("nato", LOWER), ("Moscow", TITLE), ("NATO", UPPER), ("I", TITLE), ("1997", OTHER), ("…", OTHER)]
)
def test_the_case_of_a_word_is_kept(word: str, case: int) -> None:
    assert encode(tagger().tokenizer, word).cases == [case]


def test_words_in_quotation_marks_are_told_apart() -> None:
    cases = encode(tagger().tokenizer, "“No,” he said.").cases
    assert [case >= QUOTED for case in cases] == [True, True, True, True, False, False, False]


def test_a_statement_is_read_with_what_stands_around_it() -> None:
    tokens, roles = statement_tokens([20, 21], [18], range(22, 30), 0, 100)
    assert tokens == sorted(tokens)
    assert set(range(10, 38)) == set(tokens)
    assert [roles[tokens.index(t)] for t in (17, 18, 20, 25)] == [0, SOURCE_ROLE, CUE_ROLE, CONTENT_ROLE]


def test_of_a_long_content_the_beginning_is_read_and_the_cue_behind_it() -> None:
    tokens, roles = statement_tokens([900], [899], range(300, 880), 0, 1000)
    assert len(tokens) == len(roles) <= LONGEST
    assert {300, 899, 900} <= set(tokens)


def test_lines_are_told_apart_and_blank_ones_are_not_counted() -> None:
    assert encode(tagger().tokenizer, "A title\n\n \nIt said so.").ids.count(BREAK) == 1


@given(TEXT)
def test_offsets_are_code_points_of_the_text(text: str) -> None:
    encoded = encode(tagger().tokenizer, text)
    assert len(encoded.ids) == len(encoded.cases) == len(encoded.offsets)
    assert all(0 <= a <= b <= len(text) for a, b in encoded.offsets)
    assert encoded.offsets == sorted(encoded.offsets)


@given(st.integers(1, 2000), st.integers(0, 150), st.booleans())
def test_windows_own_every_token_once(total: int, overlap: int, stops: bool) -> None:
    ids = [1012 if stops and i % 30 == 29 else 2003 for i in range(total)]
    cut = windows(Encoded(ids, [LOWER] * total, [(i, i + 1) for i in range(total)]), overlap=overlap)
    assert [t for w in cut for t in range(w.own_start, w.own_end)] == list(range(total))
    assert all(w.start <= w.own_start <= w.own_end <= w.end and w.end - w.start <= 382 for w in cut)
