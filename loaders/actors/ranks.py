"""Ranks of two words: "Lt. Gen."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.loaders.word_lists import word_tables

if TYPE_CHECKING:
    from spacy.tokens import Doc

HIGHER: dict[str, str] = word_tables("actors/ranks")


def rank_above(doc: Doc, head: int) -> int:
    """Return the token of "Lt." before the rank at `head`; `head` where there is none."""
    before = head - 1 - (head > 1 and doc[head - 1].text == ".")
    return before if before >= 0 and doc[before].text.rstrip(".") in HIGHER else head
