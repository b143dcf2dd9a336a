"""Accord: whom the word that speaks cannot mean, however sure the reading model is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.loaders.actors.casting import find_cast
from sayso.loaders.actors.pointed import speakers_of
from sayso.loaders.facts import Meaning, Span
from sayso.loaders.syntax import parse
from tests.loaders.actors.scenes import attributed, speakers

SURE = 0.99


def pointed(text: str, *sources: tuple[str, str, str], name: str, chance: float = SURE) -> list[str]:
    """Return who speaks last where the model points at a name."""
    *before, one = attributed(text, *sources)
    start = text.index(name)
    one = replace(one, meaning=Meaning((), (), ((Span(start, start + len(name)), chance),)))
    doc = parse(text)
    cast = find_cast(doc, [*before, one])
    return [cast.actors[key].name for key in speakers_of(doc, cast, one)]


@pytest.mark.parametrize(
    ("text", "source", "name", "speaker"),
    [
        (
            "Several lawyers went to court for Mary Hill. They said it was over.",
            ("They", "said", "it was over"),
            "Mary Hill",
            [],
        ),
        (
            "Mary Hill met with her lawyers, who said it was over.",
            ("who", "said", "it was over"),
            "Mary Hill",
            ["lawyers"],
        ),
        (
            "Mary Hill went to court. The protesters said it was over.",
            ("The protesters", "said", "it was over"),
            "Mary Hill",
            ["protesters"],
        ),
        (
            "Mary Hill and other Republicans, who said it was over, went to court.",
            ("who", "said", "it was over"),
            "Mary Hill",
            ["Republican Party"],
        ),
    ],
)
def test_several_are_not_the_one_whom_they_belong_to(
    text: str, source: tuple[str, str, str], name: str, speaker: list[str]
) -> None:
    assert pointed(text, source, name=name) == speaker


def test_a_body_does_not_speak_for_its_people_who_spoke_before() -> None:
    text = "Tessen Gas officials said it was late. They said it was over."
    sources = ("Tessen Gas officials", "said", "it was late"), ("They", "said", "it was over")
    assert pointed(text, *sources, name="Tessen Gas") == ["Tessen Gas officials"]


def test_the_president_is_no_vice_president() -> None:
    text = "President Mary Hill met Vice President John Stone. The president said it was over."
    assert pointed(text, ("The president", "said", "it was over"), name="John Stone") == ["Mary Hill"]


@pytest.mark.parametrize(("chance", "speaker"), [(0.6, "motion"), (0.8, "Mary Hill")])
def test_a_document_is_a_person_s_only_where_the_model_is_surer(chance: float, speaker: str) -> None:
    text = "A motion was filed on Friday against Mary Hill. The motion said it was over."
    assert pointed(text, ("The motion", "said", "it was over"), name="Mary Hill", chance=chance) == [speaker]


@pytest.mark.parametrize(
    ("text", "source", "speaker"),
    [
        (
            "John Stone honoured Robert Hill on Friday. Hill was a legend. “Hill never gave up,” he said.",
            ("he", "said", "“Hill never gave up,”"),
            ("John Stone",),
        ),
        (
            "John Stone met Robert Hill on Friday. Hill was late. He said Hill had been asleep.",
            ("He", "said", "Hill had been asleep"),
            ("John Stone",),
        ),
        # what is not quoted may name the speaker before "he said"
        (
            "John Stone met Robert Hill on Friday. Hill was late. Hill would stay till midnight, he said.",
            ("he", "said", "Hill would stay till midnight"),
            ("Robert Hill",),
        ),
    ],
)
def test_he_is_not_whom_his_words_name(text: str, source: tuple[str, str, str], speaker: tuple[str, ...]) -> None:
    assert speakers(text, source) == [speaker]


def test_the_model_does_not_point_at_whom_the_words_of_he_name() -> None:
    text = "John Stone honoured Robert Hill on Friday. “Hill never gave up,” he said."
    assert pointed(text, ("he", "said", "“Hill never gave up,”"), name="Robert Hill") == ["John Stone"]


def test_what_happened_is_nobody_s_words() -> None:
    text = "Tessen Gas closed on Friday. That suggested it was over."
    assert pointed(text, ("That", "suggested", "it was over"), name="Tessen Gas") == []


@pytest.mark.parametrize(
    ("text", "source", "speaker"),
    [
        ("Mary Hill was late. Who knows if it is over?", ("Who", "knows", "it is over"), ()),
        ("Mary Hill was late. That suggested it was over.", ("That", "suggested", "it was over"), ()),
        (
            "Mary Hill was ill. The insider, who asked to remain anonymous, said it was over.",
            ("The insider", "said", "it was over"),
            ("insider",),
        ),
        (
            "A letter was sent. The letter, signed by 47 French senators, said it was over.",
            ("The letter", "said", "it was over"),
            ("French senators",),
        ),
        (
            "Scientists at Tessen met on Friday. The study, published in Tessen Journal One, said it was over.",
            ("The study", "said", "it was over"),
            ("study",),
        ),
    ],
)
def test_nobody_with_a_name_speaks_in_the_place_of_others(
    text: str, source: tuple[str, str, str], speaker: tuple[str, ...]
) -> None:
    assert speakers(text, source) == [speaker]
