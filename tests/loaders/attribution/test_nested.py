"""Statements inside statements."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from sayso.loaders.attribution.nested import nested, outer_ones
from sayso.loaders.facts import Attribution, Span
from sayso.loaders.syntax import english, parse

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
    assert [text[a.contents[0].start : a.contents[0].end] for a in found] == ([inner] if inner else [])
    assert all(a.sources for a in found)
    assert outer_ones([outer, *found]) == [None, *([0] if inner else [])]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Russia refused to sign the accord, Berg said.", "to sign the accord"),
        ("Russia has rejected the offer of a truce, Berg said.", "the offer of a truce"),
        ("Russia urged France to open the border, Berg said.", "France to open the border"),
        ("Russia did not reject the offer, Berg said.", None),
        ("Russia may reject the offer, Berg said.", None),
        ("She rejected the offer, Berg said.", None),
        ("Russia rejected by France, Berg said.", None),
    ],
)
def test_a_side_that_somebody_is_told_to_have_taken(text: str, words: str | None) -> None:
    outer = Attribution((Span(0, text.index(", Berg")),), (Span(len(text) - 5, len(text) - 1),))
    found = nested(parse(text), [outer])
    assert [text[a.contents[0].start : a.contents[0].end] for a in found] == ([words] if words else [])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The driver, Kyle Bell, 29, told officers he had slept at the wheel, Berg said.", "he had slept at the wheel"),
        ("Kyle Bell admitted that he had slept, Berg said.", "he had slept"),
        ("Kyle Bell never told officers he had slept, Berg said.", None),
        ("The driver told officers he had slept, Berg said.", None),
    ],
)
def test_what_somebody_is_reported_to_have_told(text: str, words: str | None) -> None:
    outer = Attribution((Span(0, text.index(", Berg")),), (Span(len(text) - 5, len(text) - 1),))
    found = nested(parse(text), [outer])
    assert [text[a.contents[0].start : a.contents[0].end] for a in found] == ([words] if words else [])


def test_a_clause_that_is_nothing_but_that_is_no_statement() -> None:
    # The words began behind "that" and so ended before they began, which cost the article.
    words = ["“", "Russia", "said", "that", "”", "she", "said", "."]
    doc = Doc(
        english().vocab,
        words=words,
        spaces=[False, True, True, False, True, True, False, False],
        heads=[2, 2, 6, 2, 2, 6, 6, 6],
        deps=["punct", "nsubj", "ccomp", "ccomp", "punct", "nsubj", "ROOT", "punct"],
        tags=["``", "NNP", "VBD", "DT", "''", "PRP", "VBD", "."],
        lemmas=["“", "Russia", "say", "that", "”", "she", "say", "."],
        ents=["O", "B-GPE", "O", "O", "O", "O", "O", "O"],
    )
    assert nested(doc, [Attribution((Span(0, doc.text.index("”") + 1),))]) == []
