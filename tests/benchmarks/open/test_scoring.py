"""The scores of the open benchmark, on judgements and findings by hand."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from benchmarks.open.__main__ import COLUMNS, READINGS, cells, dev
from benchmarks.open.extractors import rules
from benchmarks.open.found import Found, FoundStatement, FoundWords
from benchmarks.open.scoring import normal, paired, score
from sayso.loaders.document import Document

CARD = (Path(__file__).parents[3] / "docs" / "corpus.md").read_text("utf-8")
ANNA = frozenset({"Anna Berg", "Berg"})
WANTED: dict[str, Any] = {
    "statements": [
        {
            "source": [[0, 9]],
            "cue": [[10, 14]],
            "content": [[15, 35]],
            "speaker": ["Anna Berg"],
            "act": "deny",
            "act_also": ["state"],
            "positions": [{"stance": "for", "span": [15, 25]}],
            "demands": [{"span": [20, 30]}],
        },
        {"source": [[50, 55]], "cue": [], "content": [[60, 70]], "speaker": ["Carl"], "act": "state"},
    ]
}


def test_what_is_all_right_scores_a_hundred_of_what_there_is() -> None:
    first = FoundStatement(((15, 35),), ((5, 9),), (ANNA,), "state")
    second = FoundStatement(((60, 70),), ((50, 55),), (frozenset({"the Carl’s"}),), "state")
    found = Found((first, second), (FoundWords((15, 25), ANNA, "for"),), (FoundWords((20, 30), ANNA),))
    assert set(score([(WANTED, found)]).values()) == {100.0}


def test_each_fault_costs_its_own_measure() -> None:
    found = Found(
        (
            FoundStatement(((15, 35),), ((40, 45),), (frozenset({"Carl"}),), "threaten"),
            FoundStatement(((90, 99),)),
        ),
        (FoundWords((15, 25), ANNA, "against"), FoundWords((15, 25), ANNA, "for")),
        (FoundWords((20, 22), ANNA),),
    )
    told = score([(WANTED, found)])
    assert told == {
        "attribution": 0.0,
        "statement": 50.0,
        "speaker": 0.0,
        "act": 0.0,
        "positions": pytest.approx(200 / 3),
        "demands": 0.0,
    }


def test_what_an_extractor_does_not_look_for_is_no_nought() -> None:
    told = score([(WANTED, Found((FoundStatement(((15, 35),)),)))])
    assert [told[each] for each in ("act", "positions", "demands")] == [None] * 3
    assert cells("x", [None, 1.25, 7]) == "| x | — | 1.2 | 7 |"


def test_pairs_are_one_to_one_and_the_best_first() -> None:
    wanted, found = [set(range(10)), set(range(10, 20))], [set(range(2, 12)), set(range(10))]
    assert dict(paired(wanted, found, 0.5, lambda *_: True)) == {0: 1}
    assert normal("The Prime Minister’s") == "prime minister"


def test_the_rules_find_clauses_and_according_to() -> None:
    text = "Anna Berg said that the bridge was safe. According to Carl Lund, the road is closed."
    found = rules(Document("a", text)).statements
    told = {(next(iter(one.speakers[0])), text[slice(*one.content[0])]) for one in found}
    assert told == {("Anna Berg", "the bridge was safe"), ("Carl Lund", "the road is closed")}


def test_the_last_row_is_the_data_card() -> None:
    told = CARD.partition("| Two readings |")[2].partition("\n")[0]
    shown = {name: float(value) for name, value in re.findall(r"(\w+) (\d+(?:\.\d)?)", told)}
    assert {
        "attribution": shown["statements"],
        "speaker": shown["speaker"],
        "act": float(re.findall(r"acts (\d+) of 100", told)[0]),
        "positions": shown["positions"],
        "demands": shown["demands"],
    } == READINGS
    assert list(READINGS) == sorted(READINGS, key=COLUMNS.index)
    assert len(dev()) == 83
