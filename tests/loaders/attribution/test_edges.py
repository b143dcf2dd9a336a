"""What stands at the edge of words, and whose a quotation in a paragraph of its own is."""

from __future__ import annotations

import pytest

from sayso.loaders.attribution.edges import tidied
from sayso.loaders.document import Document
from sayso.loaders.extraction import extract
from sayso.loaders.facts import Attribution, Span


def place(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(("words", "left"), [('"Hello"--', '"Hello"'), ("– we go –", "we go"), ("--", "--")])
def test_dashes_are_no_words(words: str, left: str) -> None:
    text = f"{words} said Ann Lee."
    (found,) = tidied(text, [Attribution((Span(0, len(words)),), (place(text, "said"),))])
    assert [text[c.start : c.end] for c in found.contents] == [left]


QUOTED = '"The city is safe," Ruth Day said.\n\n"We did all we could."\n\nPaul Kerr disagreed.'


def test_a_quoted_paragraph_is_of_who_was_quoted_before_it() -> None:
    first = Attribution((place(QUOTED, '"The city is safe,"'),), (place(QUOTED, "said"),), (place(QUOTED, "Ruth Day"),))
    second = Attribution(
        (place(QUOTED, '"We did all we could."'),), (place(QUOTED, "disagreed"),), (place(QUOTED, "Paul Kerr"),)
    )
    assert [a.sources for a in tidied(QUOTED, [first, second])] == [first.sources, first.sources]


def test_a_quoted_paragraph_after_one_without_a_quotation_stays_with_its_cue() -> None:
    text = 'Ruth Day said that it rained.\n\n"We did all we could."\n\nSo said Paul Kerr.'
    first = Attribution((place(text, "it rained"),), (place(text, "said"),), (place(text, "Ruth Day"),))
    second = Attribution(
        (place(text, '"We did all we could."'),), (place(text, "So said"),), (place(text, "Paul Kerr"),)
    )
    assert tidied(text, [first, second]) == [first, second]


def test_who_is_quoted_as_saying_speaks_and_the_agency_passes_it_on() -> None:
    text = "Reuters quoted Anna Bell as saying that the deal was dead."
    found = extract(Document("a", text))
    (statement,) = found.statements
    assert [found.actors[k].name for k in statement.speakers] == ["Anna Bell"]
    assert [found.actors[k].name for k in statement.media] == ["Reuters"]


TURNS = '"Did you sign?" Ruth Day asked.\n\n"I did," said Paul Kerr.\n\n{}\n\n{}'


def turns(third: str, fourth: str) -> list[str]:
    """Return who speaks the last two paragraphs of a dialogue."""
    text = TURNS.format(third, fourth)
    first = Attribution((place(text, '"Did you sign?"'),), (place(text, "asked"),), (place(text, "Ruth Day"),))
    second = Attribution(
        tuple(place(text, words) for words in ('"I did,"', third, fourth)),
        (place(text, "said"),),
        (place(text, "Paul Kerr"),),
    )
    found = {text[a.contents[0].start : a.contents[0].end]: a.sources for a in tidied(text, [first, second])}
    return ["".join(text[s.start : s.end] for s in found[words]) for words in (third, fourth)]


def test_question_and_answer_go_on_in_turns() -> None:
    assert turns('"And who told you to?"', '"Nobody did."') == ["Ruth Day", "Paul Kerr"]


def test_a_dialogue_goes_on_in_paragraphs_that_the_reader_leaves_out() -> None:
    text = TURNS.format('"And who told you to?"', '"Nobody did."')
    first = Attribution((place(text, '"Did you sign?"'),), (place(text, "asked"),), (place(text, "Ruth Day"),))
    second = Attribution((place(text, '"I did,"'),), (place(text, "said"),), (place(text, "Paul Kerr"),))
    assert [text[s.start : s.end] for a in tidied(text, [first, second]) for s in a.sources] == [
        "Ruth Day",
        "Paul Kerr",
        "Ruth Day",
        "Paul Kerr",
    ]


def test_a_dialogue_whose_turns_are_not_clear_is_nobodys() -> None:
    assert turns('"It was late."', '"It rained."') == ["", ""]


PASSED_ON = [
    ('"The deal is dead," Anna Bell was quoted as saying by Reuters.', '"The deal is dead,"'),
    ('"The deal is dead," Anna Bell, a trade minister, was quoted by Reuters as saying.', '"The deal is dead,"'),
    ("Anna Bell was also cited by Reuters as saying that the deal was dead.", "the deal was dead"),
    ("Anna Bell was quoted as saying by Reuters that the deal was dead.", "the deal was dead"),
    ("The deal was dead, Anna Bell was quoted by Reuters as saying on Monday.", "The deal was dead"),
]


@pytest.mark.parametrize(("text", "words"), PASSED_ON)
def test_who_is_quoted_speaks_and_not_who_passes_the_words_on(text: str, words: str) -> None:
    found = extract(Document("a", text))
    (statement,) = found.statements
    assert [found.actors[k].name for k in statement.speakers] == ["Anna Bell"]
    assert [found.actors[k].name for k in statement.media] == ["Reuters"]
    told = [text[c.start : c.end] for c in statement.attribution.contents]
    assert any(words in piece for piece in told)
    assert not any("Bell" in piece for piece in told)


def test_a_noun_that_nobody_is_named_for_is_who_he_is() -> None:
    text = 'The defendant wept. "I did not kill her," he told the jury.'
    found = extract(Document("a", text))
    assert [[found.actors[k].name for k in s.speakers] for s in found.statements] == [["defendant"]]
