"""The trained tagger on sentences of the kinds that it has to master."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.loaders.attribution.tagger import tagger, whole_words
from sayso.loaders.facts import Span

CASES = [  # sentence, source, cue (a part of it), words of the content
    ("“We will not pay a single cent,” Anna Berg said on Tuesday.", "Anna Berg", "said", "We will not pay"),
    ("Finance Minister Paul Okoro told reporters that taxes would rise.", "Paul Okoro", "told", "taxes would rise"),
    ("According to the central bank, inflation fell in May.", "the central bank", "ccording to", "inflation fell"),
    ("Beijing denied that its ships had crossed the line.", "Beijing", "denied", "its ships had crossed the line"),
    ("The union has called on the company to reopen the plant.", "The union", "called on", "to reopen the plant"),
    ("The senator’s claim that the vote was rigged drew laughter.", "The senator", "claim", "the vote was rigged"),
]  # fmt: skip


def words(text: str, spans: tuple[Span, ...]) -> str:
    return " … ".join(text[s.start : s.end] for s in spans)


@pytest.mark.parametrize(("text", "source", "cue", "content"), CASES)
def test_source_cue_and_content_are_found(text: str, source: str, cue: str, content: str) -> None:
    found = tagger().attributions(text)
    assert any(
        source in words(text, a.sources) and cue in words(text, a.cues) and content in words(text, a.contents)
        for a in found
    ), [(words(text, a.sources), words(text, a.cues), words(text, a.contents)) for a in found]


def test_a_quotation_in_two_parts_is_one_statement() -> None:
    text = "“The bridge is safe,” said Maria Lopez, the mayor. “It was inspected in March and again in June.”"
    (one,) = tagger().attributions(text)
    assert len(one.contents) == 2
    assert "Maria Lopez" in words(text, one.sources)


def test_plain_narration_has_no_attribution() -> None:
    assert tagger().attributions("The river rose by two metres overnight. Three bridges were closed.") == []


def test_an_attribution_far_into_a_long_text_is_found() -> None:
    filler = "The river rose by two metres overnight. " * 120
    text = filler + "“We will not pay a single cent,” Anna Berg said. " + filler
    assert any("Anna Berg" in words(text, a.sources) for a in tagger().attributions(text))


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=400))
def test_no_text_breaks_it_and_spans_lie_inside(text: str) -> None:
    for attribution in tagger().attributions(text):
        assert 0 <= attribution.confidence <= 1
        for span in (*attribution.contents, *attribution.cues, *attribution.sources):
            assert 0 <= span.start < span.end <= len(text)
            assert whole_words(text, span) == span


@pytest.mark.parametrize(
    ("text", "inside", "whole"),
    [
        ("I applaud the plan.", "app", "applaud"),
        ("I applaud the plan.", "laud the plan", "the plan"),
        ("I applaud the plan.", "laud", ""),
        ("I applaud the plan.", "I applaud", "I applaud"),
        ("It cost 4,000 euros.", "It cost 4,00", "It cost 4,000"),
    ],
)
def test_no_word_is_shared(text: str, inside: str, whole: str) -> None:
    at = text.index(inside)
    found = whole_words(text, Span(at, at + len(inside)))
    assert text[found.start : found.end] == whole
