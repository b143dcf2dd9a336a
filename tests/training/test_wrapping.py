"""Sentences put into the mouths of invented speakers keep their own attributions."""

from __future__ import annotations

import random
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2] / "training/reading"))

from wrapping import wrapped

TEXT = (
    "It rained. Anna Bell said that the bridge would open in May. “We are glad of it,” said Tom Reed of the council. "
    "Fine."
)
PARTS = [
    ("Anna Bell", "said", "the bridge would open in May"),
    ("Tom Reed of the council", "said", "“We are glad of it,”"),
]


def place(words: str, after: int = 0) -> list[list[int]]:
    at = TEXT.index(words, after)
    return [[at, at + len(words)]]


def record() -> dict[str, Any]:
    statements = [
        {"source": place(source), "cue": place(cue, at), "content": place(content)}
        for (source, cue, content), at in zip(PARTS, (0, TEXT.index("it,”")), strict=True)
    ]
    return {"text": TEXT, "statements": statements, "nested": True}


def words(of: dict[str, Any], statement: dict[str, Any]) -> tuple[str, ...]:
    return tuple(of["text"][a:b] for kind in ("source", "cue", "content") for a, b in statement[kind])


def test_what_is_wrapped_keeps_its_words_and_stands_inside_those_of_another() -> None:
    seen = 0
    for seed in range(60):
        made = wrapped(record(), random.Random(seed))
        assert [words(made, s) for s in made["statements"][:2]] == PARTS
        for outer in made["statements"][2:]:
            ((start, end),) = outer["content"]
            inside = [s for s in made["statements"][:2] if start <= s["content"][0][0] and s["content"][0][1] <= end]
            assert len(inside) == 1
            assert "" not in words(made, outer)
            seen += 1
    assert seen > 10


def test_an_article_without_attributions_stays_as_it_is() -> None:
    plain = {"text": TEXT, "statements": [], "nested": True}
    assert wrapped(plain, random.Random(1))["text"] == TEXT
