"""Statements that are a side taken, without a verb of saying."""

from __future__ import annotations

import pytest

from sayso.loaders.attribution.sided import sided
from sayso.loaders.facts import Attribution, Span
from sayso.loaders.syntax import parse

CASES = [  # text; source, cue and words, None where nobody takes a side
    (
        "Ada Hill came out in favour of a new ferry.",
        ("Ada Hill", "came out in favour of", "a new ferry"),
    ),
    (
        "Senator Tom Reed has thrown his weight behind the harbour bill.",
        ("Senator Tom Reed", "thrown his weight behind", "the harbour bill"),
    ),
    (
        "The wage offer was turned down by the miners' leader, Tom Reed, on Friday.",
        ("the miners' leader, Tom Reed", "was turned down by", "The wage offer"),
    ),
    ("Russia spurned the offer of a truce.", ("Russia", "spurned", "the offer of a truce")),
    ("Russia met the envoy and rejected his offer of a truce.", ("Russia", "rejected", "his offer of a truce")),
    ("The teachers' union came out against longer days.", ("The teachers' union", "came out against", "longer days")),
    ("Ada Hill appealed for calm.", ("Ada Hill", "appealed for", "calm")),
    ("Ada Hill appealed to Tom Reed to spare the tree.", ("Ada Hill", "appealed to", "Tom Reed to spare the tree")),
    ("Ada Hill pressed Tom Reed for an answer.", ("Ada Hill", "pressed Tom Reed for", "an answer")),
    ("Ada Hill sought an apology from the bank.", ("Ada Hill", "sought", "an apology from the bank")),
    ("Ada Hill appealed to voters.", None),
    ("Ada Hill called for a taxi.", None),
    ("Some people came out against longer days.", None),
    ("Ada Hill came out of the house.", None),
    ("Russia did not reject the offer.", None),
    ("Russia may turn down the offer.", None),
    ("She rejected the offer.", None),
    ("The offer was turned down.", None),
    ("Ambassador Ada Hill welcomed guests at the gate.", None),
]


@pytest.mark.parametrize(("text", "parts"), CASES)
def test_a_side_taken_is_a_statement(text: str, parts: tuple[str, str, str] | None) -> None:
    spans = [(*a.sources, *a.cues, *a.contents) for a in sided(parse(text), [])]
    found = [tuple(text[span.start : span.end] for span in row) for row in spans]
    assert found == ([parts] if parts else [])


def test_what_is_found_already_is_not_found_again() -> None:
    text = "Russia rejected the offer of a truce."
    cue = Span(text.index("rejected"), text.index(" the offer"))
    assert sided(parse(text), [Attribution((Span(cue.end + 1, len(text) - 1),), (cue,))]) == []
    told = "Russia rejected reports that it had left."
    noun = Attribution((Span(told.index("that"), len(told) - 1),), (Span(16, 23),))
    assert len(sided(parse(told), [noun])) == 1
    inside = Attribution((Span(0, len(text)),))
    assert sided(parse(text), [inside]) == []
