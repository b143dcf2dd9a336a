"""Evidence: the sentences that hold a statement, and no more."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.loaders.facts import Attribution, Span
from sayso.loaders.meaning.evidence import sentence
from sayso.loaders.syntax import parse
from tests.loaders.meaning.marked import marked, parsed, words


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("It rained. [Reed|s] [said|q] [the bridge is closed|c]. It rained.", "Reed said the bridge is closed."),
        (
            "It rained. “[The bridge is closed|c],” [Reed|s] [said|q]. “[It will stay closed|c].” It rained.",
            "“The bridge is closed,” Reed said. “It will stay closed.”",
        ),
        ("[Mayor|s] [closes|q] [the bridge|c]\nIt rained all day in the city.", "Mayor closes the bridge"),
    ],
)
def test_evidence(text: str, evidence: str) -> None:
    plain, attribution = marked(text)
    assert words(plain, sentence(parsed(plain), attribution)) == evidence


@settings(max_examples=25)
@given(st.text(max_size=200), st.integers(0, 200), st.integers(1, 60))
def test_evidence_holds_the_content(text: str, start: int, length: int) -> None:
    content = Span(min(start, len(text)), min(start + length, len(text)))
    found = sentence(parse(text), Attribution((content,)))
    assert 0 <= found.start <= found.end <= len(text)
    assert text[content.start : content.end].strip() in text[found.start : found.end]
