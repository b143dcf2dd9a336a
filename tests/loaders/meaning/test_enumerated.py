"""Enumerated: each thing or deed that one cue governs is an item of its own, and what is one stays one."""

from __future__ import annotations

import pytest

from sayso.loaders.meaning.cueing import judge
from sayso.loaders.meaning.reading import read
from tests.loaders.meaning.marked import marked, parsed, words

ROWS = [
    ("[Reed|s] [called for|q] [a ferry, dry hay and the repair of a mill|c].",
     "a ferry|dry hay|the repair of a mill"),
    ("[Reed|s] [called for|q] [a ferry and a bridge over the brook|c].", "a ferry|a bridge over the brook"),
    ("[Reed|s] [demanded|q] [longer breaks and a stove in every barn|c].", "longer breaks|a stove in every barn"),
    ("[Reed|s] [demanded|q] [peace, bread and land|c].", "peace|bread|land"),
    ("[Reed|s] [demanded|q] [safer roads as well as a new school|c].", "safer roads|a new school"),
    ("[Reed|s] [demanded|q] [the resignation of Governor Luka Moro and fresh elections|c].",
     "the resignation of Governor Luka Moro|fresh elections"),
    ("[Reed|s] [demanded|q] [three things: a fair price, a dry road and respect for carters|c].",
     "a fair price|a dry road|respect for carters"),
    ("[Reed|s] [urged|q] [the mayor to raise wages, hire carters and mend the road|c].",
     "raise wages|hire carters|mend the road"),
    ("[Reed|s] [demanded|q] that [the mill be closed, that the owners pay for the wells and that the mayor go|c].",
     "the mill be closed|the owners pay for the wells|the mayor go"),
    ("[Reed|s] [insisted|q] that [the mayor resign, that the vote be repeated and that observers be invited|c].",
     "the mayor resign|the vote be repeated|observers be invited"),
    # what is announced
    ("[The carters|s] [have four|q] demands: [a lift, hay, a stove in every barn and the return of the horses|c].",
     "a lift|hay|a stove in every barn|the return of the horses"),
    ("[The carters'|s] [demands|q] [include better food, family visits and an end to fines|c].",
     "better food|family visits|an end to fines"),
    ("[The group's|s] [main demands|q] are [the release of its leader and a date for elections|c].",
     "the release of its leader|a date for elections"),
    ("[The carters|s] [made two demands:|q] [an inquiry into the flood and compensation for farmers|c].",
     "an inquiry into the flood|compensation for farmers"),
]  # fmt: skip

ONE = [
    "[Reed|s] [called for|q] [new health and safety rules|c].",
    "[Reed|s] [asked for|q] [search and rescue teams|c].",
    "[Reed|s] [called for|q] [talks between the carters, the millers and the town|c].",
    "[Reed|s] [demanded|q] [the release and immediate return of the horses|c].",
    "[Reed|s] [demanded|q] [the arrest and the trial of the general|c].",
    "[Reed|s] [demanded|q] [better roads, schools and clinics|c].",
    "[Reed|s] [demanded|q] [an inquiry into the deaths of three boys, two girls and a nurse|c].",
    "[Reed|s] [demanded|q] [the resignation of the minister and the head of police|c].",
    "[Reed|s] [demanded|q] [the resignation of the minister of trade, industry and tourism|c].",
    "[Reed|s] [demanded|q] [a refund or a new ticket|c].",
]


def demanded(sentence: str) -> list[str]:
    text, attribution = marked(sentence)
    found = [j for j in judge(read(parsed(text), attribution)) if j.demanded]
    return [words(text, j.item or j.matter) for j in found if j.matter is not None]


@pytest.mark.parametrize(("sentence", "items"), ROWS)
def test_each_item_of_a_row_is_demanded(sentence: str, items: str) -> None:
    assert demanded(sentence) == items.split("|")


@pytest.mark.parametrize("sentence", ONE)
def test_what_is_one_stays_one(sentence: str) -> None:
    text, attribution = marked(sentence)
    assert demanded(sentence) == [words(text, attribution.contents[0])]


@pytest.mark.parametrize(
    "sentence",
    [
        "[The carters|s] [have no|q] demands.",
        "[Reed|s] [said|q] [the mill has three rooms: a hall, a loft and a cellar|c].",
        "[Reed|s] [insisted|q] that [the mayors resign too often|c].",
    ],
)
def test_other_rows_demand_nothing(sentence: str) -> None:
    assert demanded(sentence) == []
