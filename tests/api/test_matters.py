"""`sayso matters` and `matter` as their user meets them, and the queries that read what was decided."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.api.command import run
from sayso.graph.edits.articles import Seen, drop_article, replace_article
from sayso.graph.store.store import Store
from sayso.loaders.facts import Extraction
from sayso.loaders.mapping import actor_quads, article_quads
from tests.api.calling import Ended, calling, exported
from tests.sample import LATER, SUMMIT, later, span, summit

LABEL = "membership of the League"


def put(store: Store) -> None:
    for document, facts in ((SUMMIT, summit()), (LATER, reworded())):
        quads = [*article_quads(document, facts), *actor_quads(facts.actors.values())]
        replace_article(store, document.id, quads, Seen("m", "o"))


def reworded() -> Extraction:
    """The later article's facts, but for the words of the position: they are others than in the earlier article."""
    facts = later()
    (position,) = facts.positions
    return replace(facts, positions=(replace(position, matter=span(LATER, "want to leave the League")),))


@pytest.fixture
def sayso(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, folder: Path) -> Callable[..., Ended]:
    """Run a command line on a store with the two articles of `tests.sample`."""
    with Store.open(folder) as store:
        put(store)
    return calling(capfd, monkeypatch, folder)


def rows(sayso: Callable[..., Ended], name: str, *parameters: str) -> list[dict[str, str]]:
    given = [word for parameter in parameters for word in ("--param", parameter)]
    found = json.loads(sayso("query", name, *given, "--json").out)["results"]["bindings"]
    return [{key: value["value"] for key, value in row.items()} for row in found]


def both(sayso: Callable[..., Ended]) -> Ended:
    return sayso("matter", LABEL, "leave the League", "want to leave the League", "--why", "one exit", "--by", "Ada")


def test_candidates_are_put_under_a_matter_listed_and_taken_out_again(sayso: Callable[..., Ended]) -> None:
    before = exported(sayso)
    assert "no matters" in sayso("matters").out
    assert "leave the League" in sayso("matters", "--candidates").out
    (pair,) = json.loads(sayso("matters", "--candidates", "--json").out)
    assert {pair["one"]["words"], pair["other"]["words"]} == {"leave the League", "want to leave the League"}
    assert pair["one"]["actors"] == ["Ruritania"]

    made = both(sayso)
    assert (made.code, made.err) == (0, "")
    assert "matter/membership-of-the-league" in made.out
    assert "already" in both(sayso).out
    assert sayso("matters", "--candidates").out == "no pairs\n"
    (found,) = json.loads(sayso("matters", "--json").out)
    assert (found["label"], found["positions"], found["demands"], found["articles"]) == (LABEL, 2, 0, 2)
    assert (found["actors"], found["wordings"]) == (["Ruritania"], ["leave the League", "want to leave the League"])
    assert LABEL in sayso("matters").out
    assert sayso("validate").code == 0

    assert sayso("matter", "--remove", LABEL).code == 0
    assert exported(sayso) == before


def test_queries_count_what_shares_a_matter_as_one(sayso: Callable[..., Ended]) -> None:
    assert rows(sayso, "contradictions") == []
    assert len(rows(sayso, "who-stands-where")) == 2
    assert {row["change"] for row in rows(sayso, "what-changed", "since=2024-04-01")} == {"new"}
    both(sayso)
    (turned,) = rows(sayso, "contradictions")
    assert (turned["earlierStance"], turned["laterStance"]) == ("against", "for")
    stands = rows(sayso, "who-stands-where", f"matter={LABEL}")
    assert [(row["matter"], row["stance"], row["positions"]) for row in stands] == [
        (LABEL, "for", "1"),
        (LABEL, "against", "1"),
    ]
    (changed,) = rows(sayso, "what-changed", "since=2024-04-01")
    assert (changed["change"], changed["before"], changed["after"]) == ("turned", "against", "for")
    sayso("matter", "--remove", "leave the League")
    assert rows(sayso, "contradictions") == []


def test_it_holds_for_articles_that_are_loaded_later(sayso: Callable[..., Ended], folder: Path) -> None:
    both(sayso)
    after = exported(sayso)
    with Store.open(folder) as store:
        for document in (SUMMIT, LATER):
            drop_article(store, document.id)
        put(store)
    assert exported(sayso) == after


def test_words_can_mean_it_in_one_article(sayso: Callable[..., Ended]) -> None:
    made = sayso("matter", LABEL, "leave the League", "--article", SUMMIT.id, "--json")
    assert json.loads(made.out)["moved"] == 1
    assert "no matter" in sayso("matter", "--remove", "leave the League").err
    assert sayso("validate").code == 0
    assert sayso("matter", "--remove", "leave the League", "--article", SUMMIT.id).code == 0
    assert "no matters" in sayso("matters").out


def test_words_that_point_elsewhere_are_pointed_out(sayso: Callable[..., Ended]) -> None:
    assert "“its” of “its exit” may mean another" in sayso("matter", LABEL, "its exit").out
    assert "may mean another" not in sayso("matter", LABEL, "the exit").out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("matter", LABEL), "other words"),
        (("matter", LABEL, LABEL), "other words"),
        (("matter", LABEL, "a\nb"), "line of text"),
        (("matter", " ", "words"), "line of text"),
        (("matter", "matter/none", "words"), "no such matter"),
        (("matter", "--remove", "never said"), "no matter"),
        (("matter", LABEL, "leave the League", "--article", "nowhere"), "no article"),
        (("matter", LABEL, "never said", "--article", SUMMIT.id), "no position or demand"),
        (("matter", LABEL, "words", "--by", " "), "who decides"),
        (("matter",), "Missing argument"),
        (("matters", "--candidates", "--min-score", "2"), "min-score"),
    ],
)
def test_what_cannot_be_done_says_why_and_changes_nothing(
    sayso: Callable[..., Ended], arguments: tuple[str, ...], words: str
) -> None:
    before = exported(sayso)
    ended = sayso(*arguments)
    assert ended.code == 2
    assert words in ended.err
    assert exported(sayso) == before


def test_without_a_store_none_is_made(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    missing = str(tmp_path / "none.store")
    for command in (["matters"], ["matter", "A", "B"], ["matter", "--remove", "A"]):
        assert run([*command, "--store", missing]) == 2
        assert "no store" in capfd.readouterr().err
    assert not (tmp_path / "none.store").exists()
