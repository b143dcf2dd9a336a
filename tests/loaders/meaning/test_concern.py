"""Concern: rules and reading model joined to tell whom words are about."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.loaders.facts import Attribution, Marked, Meaning, Span
from sayso.loaders.meaning.about import about
from sayso.loaders.meaning.concern import ConcernWeights, concern_weights, concerned, concerns, features
from sayso.loaders.meaning.crowds import enlist
from tests.loaders.meaning.marked import cast_in, marked, parsed, speakers_in

WORDS = "[Reed|s] [said|q] [Russia had met Byron in Kyiv|c]."


def seen(sentence: str, *marks: tuple[str, float]) -> tuple[str, Attribution]:
    """Return a marked sentence whose words the model takes for whom it is about."""
    text, one = marked(sentence)
    places = [(Span(text.index(words), text.index(words) + len(words)), sure) for words, sure in marks]
    return text, replace(one, meaning=Meaning((), tuple(Marked("about", place, sure) for place, sure in places)))


def test_the_shipped_weights_fit_the_features() -> None:
    weights = concern_weights()
    assert weights is not None
    text, one = seen(WORDS)
    doc, cast = parsed(text), cast_in(text)
    found = concerned(doc, cast, one, speakers_in(text, one))
    assert [(c.actor, c.ruled) for c in found] == [
        ("country/RU", True),
        ("person/ada-byron", True),
        ("country/UA", False),
    ]
    assert {len(features(doc, cast, one, c, found)) for c in found} == {len(weights.weights) - 1}


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ((), ()),
        ((("Byron", 0.9),), ("person/ada-byron",)),
        ((("Byron", 0.9), ("Kyiv", 0.95)), ("person/ada-byron", "country/UA")),  # which the rules take for a place
    ],
)
def test_what_is_sure_enough_stays(marks: tuple[tuple[str, float], ...], expected: tuple[str, ...]) -> None:
    text, one = seen(WORDS, *marks)
    by_model = ConcernWeights((-1.0, 0.0, 1.0, 1.0, *(0.0,) * 19), 0.5)  # the model's odds alone
    assert concerns(parsed(text), cast_in(text), one, speakers_in(text, one), by_model) == expected


def test_without_weights_or_model_the_rules_decide() -> None:
    text, one = seen(WORDS)
    doc, cast, speakers = parsed(text), cast_in(text), speakers_in(text, one)
    ruled = about(doc, cast, one, speakers)
    assert concerns(doc, cast, one, speakers, None) == ruled
    assert concerns(doc, cast, replace(one, meaning=None), speakers, concern_weights()) == ruled


@pytest.mark.parametrize(
    ("words", "sure", "names"),
    [
        ("the loved ones who stayed", 0.8, {"loved ones", "ones", "loved ones who stayed"}),
        ("the loved ones of the lost", 0.8, {"loved ones", "ones", "loved ones of the lost"}),
        ("the town's loved ones", 0.8, {"loved ones", "ones", "town's loved ones"}),
        ("the loved ones who stayed", 0.3, set[str]()),  # the model is not sure
    ],
)
def test_those_whom_the_model_marks_join_the_cast(words: str, sure: float, names: set[str]) -> None:
    text, one = seen(f"[Reed|s] [said|q] [he thanked {words}|c].", (words, sure))
    before = cast_in(text)
    cast = enlist(parsed(text), before, [one])
    added = [actor for key, actor in cast.actors.items() if key not in before.actors]
    assert {name for actor in added for name in (actor.name, *actor.names)} == names
