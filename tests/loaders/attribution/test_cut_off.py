"""Words that end in the middle of a phrase are completed, and no others."""

from __future__ import annotations

import pytest

from sayso.loaders.attribution.cut_off import completed
from sayso.loaders.facts import Attribution, Span
from sayso.loaders.syntax import parse


@pytest.mark.parametrize(
    ("text", "cue", "words", "whole"),
    [
        ("Ada Hill cited health issues.", "cited", "health", "health issues"),
        ("Ada Hill said it began in the old harbour.", "said", "it began in the old", "it began in the old harbour"),
        ("Ada Hill described a unique chance to see it.", "described", "a unique", "a unique chance to see it"),
        ("Ada Hill denied any plans, Orlen Radio reported.", "denied", "any", "any plans"),
        ("Ada Hill said the bridge was safe.", "said", "the bridge was safe", "the bridge was safe"),
        ("Ada Hill praised the bridge that Bell had built.", "praised", "the bridge", "the bridge"),
        ("Ada Hill denied the.", "denied", "the", "the"),
    ],
)  # fmt: skip
def test_words_end_where_their_last_phrase_does(text: str, cue: str, words: str, whole: str) -> None:
    start, at = text.index(words, text.index(cue)), text.index(cue)
    one = Attribution((Span(start, start + len(words)),), (Span(at, at + len(cue)),), (Span(0, 8),))
    [found] = completed(parse(text), [one])
    assert [text[c.start : c.end] for c in found.contents] == [whole]


def test_words_stop_before_the_cue_and_the_source() -> None:
    text = "The old mayor said so."
    one = Attribution((Span(0, 7),), (Span(14, 18),), (Span(8, 13),))
    assert completed(parse(text), [one]) == [one]


@pytest.mark.parametrize("span", [Span(0, 0), Span(40, 50), Span(3, 3)])
def test_words_that_are_nowhere_stay(span: Span) -> None:
    one = Attribution((span,))
    assert completed(parse("Nobody said so."), [one]) == [one]
