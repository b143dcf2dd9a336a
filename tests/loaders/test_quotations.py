"""Quotations: which stretches of a text stand in quotation marks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.loaders.facts import Span
from sayso.loaders.quotations import quotations, with_marks

CASES = [  # kind, text, the words inside
    ("curly", "“A b,” she said. “C d.”", ["A b,", "C d."]),
    ("straight", '"A b," she said. "C d."', ["A b,", "C d."]),
    ("straight opens, curly closes", 'He said "a b” and left.', ["a b"]),
    ("German", "„Ja“, sagte er, „nein.”", ["Ja", "nein."]),
    ("French", "« Oui », dit-il.", [" Oui "]),
    ("German books", "»Ja«, sagte er.", ["Ja"]),
    ("Chinese and Japanese", "他说「是」，又说『不』。", ["是", "不"]),
    ("TeX", "He said ``a b'' and ``c''.", ["a b", "c"]),
    ("two apostrophes", "He said ''a b'' there.", ["a b"]),
    ("nested", "“He told me ‘go away’ twice,” she said.", ["He told me ‘go away’ twice,"]),
    (
        "double ones within single ones",
        "'He said \"go\", and left,' she said. 'So.'",
        ['He said "go", and left,', "So."],
    ),
    ("single, where no double ones are", "He said ‘so be it’ and left.", ["so be it"]),
    ("straight single", "He said 'so be it' and left.", ["so be it"]),
    ("apostrophes are no marks", "The ministers' plan doesn't work, it's said.", []),
    ("opened anew in each paragraph", "“One.\n“Two.\n“Three,” he said.", ["One.", "Two.", "Three,"]),
    ("closed in the next paragraph", "She said: “One.\nTwo,” and left.", ["One.", "Two,"]),
    ("never closed", "She said: “One.\nNothing here.\nAnd “two” there.", ["One.", "two"]),
    ("closes only", "Nothing here” he said.", []),
    ("inches", 'The 5" pipe, he said, is "too small".', ["too small"]),
    ("no marks", "Nobody said anything.", []),
]


@pytest.mark.parametrize(("text", "words"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_the_words_inside_are_found(text: str, words: list[str]) -> None:
    assert [text[q.words.start : q.words.end] for q in quotations(text)] == words


@given(st.text(st.sampled_from("ab .,\n“”\"'‘’«»„`「」"), max_size=120))
def test_no_text_breaks_it_and_none_lies_within_another(text: str) -> None:
    found = quotations(text)
    for q in found:
        assert 0 <= q.whole.start <= q.words.start <= q.words.end <= q.whole.end <= len(text)
    assert all(a.whole.end <= b.whole.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("text", "words", "whole"),
    [
        ("wants “open” talks now", "open” talks", "“open” talks"),
        ("wants talks that are “open” now", "talks that are “open", "talks that are “open”"),
        ('wants "open" talks now', 'open" talks', '"open" talks'),
        ('wants talks that are "open" now', 'talks that are "open', 'talks that are "open"'),
        ("wants “open” talks now", "“open” talks", "“open” talks"),
        ("wants the town’s talks now", "town’s talks", "town’s talks"),
        ("wants «open» talks now", "open» talks", "«open» talks"),
        ("wants ‘open’ talks now", "open’ talks", "‘open’ talks"),
        ("wants “open” and “free” talks now", "open” and “free", "“open” and “free”"),
        ("open” talks", "open” talks", "open” talks"),
    ],
)
def test_words_take_in_the_mark_beside_them_whose_other_end_they_hold(text: str, words: str, whole: str) -> None:
    found = with_marks(text, Span(text.index(words), text.index(words) + len(words)))
    assert text[found.start : found.end] == whole
