"""Which sentence holds words that a person marked."""

import pytest

from sayso.graph.statements.sentences import sentence_around

TEXT = (
    "A title\n\nMr. Zenda of the U.S. said “no.” He left at 3.15 p.m. that day!\nObservers wondered: “Why? Nobody "
    "knows.” It rained."
)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("no", "Mr. Zenda of the U.S. said “no.”"),
        ("left", "He left at 3.15 p.m. that day!"),
        ("“no.” He", "Mr. Zenda of the U.S. said “no.” He left at 3.15 p.m. that day!"),
        ("Why", "Observers wondered: “Why?"),
        ("rained", "It rained."),
        ("title", "A title"),
        (TEXT, TEXT),
    ],
)
def test_the_sentence_that_holds_the_words(words: str, sentence: str) -> None:
    at = TEXT.index(words)
    begin, end = sentence_around(TEXT, at, at + len(words))
    assert TEXT[begin:end] == sentence
