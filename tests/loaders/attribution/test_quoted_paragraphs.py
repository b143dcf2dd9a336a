"""Whose a quotation in a paragraph of its own is. Each row: paragraphs, what was found, whose each quotation is."""

from __future__ import annotations

import pytest

from sayso.loaders.attribution.quoted_paragraphs import own_paragraphs
from sayso.loaders.facts import Attribution, Span

# What was found: the source, the cue and the words, each by its text.
Found = tuple[str, str, tuple[str, ...]]
CASES: list[tuple[list[str], list[Found], dict[str, str]]] = [
    (  # a listener who nods is no speaker
        ['"We must go," said Tom Hart.', "Anna Bell nodded.", '"It is late."'],
        [("Tom Hart", "said", ('"We must go,"', '"It is late."'))],
        {'"It is late."': "Tom Hart"},
    ),
    (  # two who alternate: nobody can tell by the paragraphs
        ['"We must go," said Tom Hart.', '"It is early," said Anna Bell.', '"It is late."'],
        [("Tom Hart", "said", ('"We must go,"',)), ("Anna Bell", "said Anna", ('"It is early,"', '"It is late."'))],
        {'"It is late."': ""},
    ),
    (  # the paragraph behind tells something else of somebody else
        ["Ruth Day thanked the crowd.", '"We did it."', '"It is safe."', "Paul Kerr disagreed."],
        [("Ruth Day", "thanked", ("the crowd",)), ("Paul Kerr", "disagreed", ('"We did it."', '"It is safe."'))],
        {'"We did it."': "Ruth Day", '"It is safe."': "Ruth Day"},
    ),
    (  # a cue that has words of its own needs no others
        ["It was a bad day.", '"They lied to us."', "Ruth Day said the city was safe."],
        [("Ruth Day", "said", ('"They lied to us."', "the city was safe"))],
        {'"They lied to us."': ""},
    ),
    (  # a cue that has none does
        ["Ruth Day was not there.", '"They lied to us."', "So said Paul Kerr."],
        [("Paul Kerr", "So said", ('"They lied to us."',))],
        {'"They lied to us."': "Paul Kerr"},
    ),
    (  # a headline speaks for nobody below it, and a signature stands below its words
        ["Leeds people share their views", '"They lied to us."', "— Paul Kerr, 34, teaches"],
        [("Leeds people", "share", ("their views",)), ("Paul Kerr", "teaches", ('"They lied to us."',))],
        {'"They lied to us."': "Paul Kerr"},
    ),
    (  # announced before
        ["Paul Kerr said:", '"They lied to us."', "Ruth Day left."],
        [("Paul Kerr", "said", ('"They lied to us."',))],
        {'"They lied to us."': "Paul Kerr"},
    ),
]


@pytest.mark.parametrize(("paragraphs", "found", "whose"), CASES)
def test_whose_it_is(paragraphs: list[str], found: list[Found], whose: dict[str, str]) -> None:
    text = "\n\n".join(paragraphs)

    def place(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    given = [Attribution(tuple(map(place, words)), (place(cue),), (place(who),)) for who, cue, words in found]
    told = {
        text[c.start : c.end]: "".join(text[s.start : s.end] for s in one.sources)
        for one in own_paragraphs(text, given)
        for c in one.contents
    }
    assert {words: told[words] for words in whose} == whose
