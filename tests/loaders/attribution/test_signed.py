"""Signed lines: a round-up's quotations are whose name stands behind the dash."""

from __future__ import annotations

from sayso.loaders.attribution.signed import with_signed
from sayso.loaders.facts import Attribution, Span

ROUND_UP = "IN SHORT\n\n“We were out.” — Oona Stone, nurse\n\n“Never again.” — Bo Bell, Oulu\n\nIt rained, Ada said."


def span(words: str) -> Span:
    start = ROUND_UP.index(words)
    return Span(start, start + len(words))


def test_each_signed_line_is_its_signer_s() -> None:
    mixed = Attribution((span("“We were out.”"), span("“Never again.”")), (), (span("Bo Bell"),))
    other = Attribution((span("It rained"),), (span("said"),), (span("Ada"),))
    found = with_signed(ROUND_UP, [mixed, other])
    told = {ROUND_UP[a.contents[0].start : a.contents[0].end]: ROUND_UP[slice(*_ends(a))] for a in found}
    assert told == {"“We were out.”": "Oona Stone, nurse", "“Never again.”": "Bo Bell, Oulu", "It rained": "Ada"}


def _ends(one: Attribution) -> tuple[int, int]:
    return one.sources[0].start, one.sources[0].end


def test_a_single_line_with_a_dash_is_left_as_it_was_read() -> None:
    text = "“Never.” — Bo Bell"
    one = Attribution((Span(0, 8),), (), ())
    assert with_signed(text, [one]) == [one]


def test_a_dash_that_no_name_follows_signs_nothing() -> None:
    assert with_signed("“Never.” — so they went\n“Ever.” — and so on", []) == []
