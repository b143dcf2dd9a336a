"""Invented articles: places found by their words, and every fault told with its line."""

import importlib.util
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]


def load() -> Any:
    """Load the script, which stands beside others and not in a package."""
    spec = importlib.util.spec_from_file_location("invented", ROOT / "training/reading/invented.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["invented"] = module
    spec.loader.exec_module(module)
    return module


INVENTED = load()
TEXT = """# Harbour to close
date: 2024-05-02
The harbour will close in June, the mayor said. She said that nobody had asked the fishers.

"We were not asked," said Ada Hill, who leads the fishers. "And we will not leave." The mayor, Bob Pope, was urged to
resign.
===
"""
RIGHT = """say: the mayor | said | The harbour … in June
  by: Bob Pope
  act: intend, state
  for: close
say: She | said | nobody … the fishers
  by: Bob Pope
  act: state
  when: in June
say: Ada Hill | said | "We were not asked," + "And we will not leave."
  by: Ada Hill
  act: reject
  about: fishers; Bob Pope
  against: leave @ Ada Hill
say: | was urged to | resign
  act: demand
  demand: resign @ Bob Pope
post: Bob Pope | mayor | Port Ellen | former
"""


def read(tmp_path: Path, notes: str) -> Any:
    (tmp_path / "some.txt").write_text(TEXT + notes, "utf-8")
    return INVENTED.read_folder(tmp_path)


def test_places_are_found_by_their_words(tmp_path: Path) -> None:
    [article] = read(tmp_path, RIGHT)
    text = article["text"]

    def words(spans: list[list[int]]) -> list[str]:
        return [text[a:b] for a, b in spans]

    assert text.startswith("Harbour to close\n\nThe harbour")
    assert article["published"] == "2024-05-02"
    assert [words(s["content"]) for s in article["statements"]] == [
        ["The harbour will close in June"],
        ["nobody had asked the fishers"],
        ['"We were not asked,"', '"And we will not leave."'],
        ["resign"],
    ]
    assert [words(s["source"]) for s in article["statements"]] == [["the mayor"], ["She"], ["Ada Hill"], []]
    first, second, third, last = article["statements"]
    # The cue of each is the one beside it, not the first in the text.
    assert first["cue"][0][0] < second["cue"][0][0] < third["cue"][0][0]
    assert (first["act"], first["act_also"]) == ("intend", ["state"])
    assert words([first["positions"][0]["span"]]) == ["close"]
    assert second["when"] == "in June"
    assert third["about"] == ["fishers", "Bob Pope"]
    assert third["positions"][0]["holder"] == "Ada Hill"
    assert last["demands"] == [{"span": last["content"][0], "of": ["Bob Pope"]}]
    assert article["posts"] == [{"person": "Bob Pope", "title": "mayor", "organisation": "Port Ellen", "former": True}]


def test_a_numbered_word_is_that_place_of_it(tmp_path: Path) -> None:
    [article] = read(tmp_path, "say: The mayor#1 | said#3 | We were not asked\n  act: state\n")
    [statement] = article["statements"]
    assert statement["cue"] == [[article["text"].index("said Ada"), article["text"].index("said Ada") + 4]]


@pytest.mark.parametrize(
    ("notes", "told"),
    [
        ("say: the mayor | said | the sea", "not in the text: 'the sea'"),
        ("say: the mayor | said | The harbour … the sky", "not in the text: 'The harbour … the sky'"),
        ("say: the mayor | The harbour will close", "not SOURCE | CUE | CONTENT"),
        ("say: the mayor | said | ", "not SOURCE | CUE | CONTENT"),
        ("say: harbour | said | The harbour", "stands only inside the content"),
        ("say: the mayor | said | The harbour", "no act"),
        ("say: the mayor | said | The harbour\n  act: shout", "no act shout"),
        ("say: the mayor | said | The harbour\n  act: state\n  mood: sad", "no key mood"),
        ("say: | was urged to | resign\n  act: state\n  for: Harbour", "far from its statement: 'Harbour'"),
        ("act: state", "no statement yet"),
        ("nothing at all", "no key"),
    ],
)
def test_each_fault_is_told(tmp_path: Path, notes: str, told: str) -> None:
    with pytest.raises(INVENTED.Fault) as caught:
        read(tmp_path, notes + "\n")
    assert told in str(caught.value)
    assert "some.txt: 'Harbour to close'" in str(caught.value)


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(INVENTED.Fault) as caught:
        read(tmp_path, "one\ntwo\n")
    assert len(str(caught.value).splitlines()) == 2


def test_the_articles_of_the_project_are_right() -> None:
    for article in INVENTED.read_folder(ROOT / "training/invented"):
        for statement in article["statements"]:
            assert statement["content"]
            assert statement["act"]
