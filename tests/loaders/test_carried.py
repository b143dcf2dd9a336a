"""Carried on: a listener and a time hold for what the same speaker says next in the sentence."""

from __future__ import annotations

import pytest

from sayso.loaders.carried import carried
from sayso.loaders.facts import Statement
from sayso.loaders.syntax import parse
from tests.loaders.actors.scenes import attributed

STONE = ("person/robert-stone",)


def heard(text: str, first: str, second: str, speakers: tuple[str, ...] = STONE) -> Statement:
    """Return what is known of the second of two sayings, when the first was told to reporters on Monday."""
    found = attributed(text, ("Stone", first, "it was over"), (second, second, "all was well"))
    one, other = (Statement(a, a.contents[0], "indirect", "state", STONE) for a in found)
    told = Statement(
        one.attribution, one.sentence, one.form, one.act, STONE, addressees=("group/reporters",), when="on Monday"
    )
    last = Statement(other.attribution, other.sentence, other.form, other.act, speakers)
    return carried(parse(text), [told, last])[1]


def test_what_was_told_goes_on_in_the_sentence() -> None:
    statement = heard("Stone told reporters on Monday it was over, adding that all was well.", "told", "adding")
    assert (statement.addressees, statement.when) == (("group/reporters",), "on Monday")


@pytest.mark.parametrize(
    ("text", "second", "speakers"),
    [
        ("Stone told reporters on Monday it was over. Stone added that all was well.", "added", STONE),
        ("Stone told reporters on Monday it was over, and Hill added that all was well.", "added", ("person/hill",)),
        ("Stone told reporters on Monday it was over, and Hill added that all was well.", "added", ()),
    ],
)
def test_neither_to_the_next_sentence_nor_to_another(text: str, second: str, speakers: tuple[str, ...]) -> None:
    statement = heard(text, "told", second, speakers)
    assert (statement.addressees, statement.when) == ((), None)


def test_who_is_urged_is_not_told_the_rest() -> None:
    statement = heard("Stone urged reporters on Monday it was over, adding that all was well.", "urged", "adding")
    assert (statement.addressees, statement.when) == ((), "on Monday")
