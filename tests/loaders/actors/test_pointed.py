"""Pointed: when the reading model's choice of a speaker stands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.loaders.actors.casting import find_cast
from sayso.loaders.actors.pointed import speakers_of
from sayso.loaders.facts import Attribution, Meaning, Span
from sayso.loaders.syntax import parse
from tests.loaders.actors.scenes import attributed

FILED = "Tessen Gas went to court on Friday. "


@pytest.mark.parametrize(
    ("source", "chance", "speaker"),
    [
        ("The motion", 0.9, "Tessen Gas"),
        ("The insider", 0.6, "insider"),  # not sure enough to speak for somebody without a name
        ("The motion", 0.6, "Tessen Gas"),  # of a document less is asked
        ("The motion", 0.4, "motion"),
        ("Study", 0.9, "Tessen Gas"),
        ("Several experts", 0.9, "experts"),  # these speak for themselves
        ("A witness", 0.9, "witness"),
        ("Mary Hill", 0.9, "Mary Hill"),  # a name is whose it is
    ],
)
def test_the_model_speaks_for_what_points_back(source: str, chance: float, speaker: str) -> None:
    text = f"{FILED}{source} said it was over."
    (one,) = attributed(text, (source, "said", "it was over"))
    one = replace(one, meaning=Meaning((), (), ((Span(0, len("Tessen Gas")), chance),)))
    doc = parse(text)
    cast = find_cast(doc, [one])
    assert [cast.actors[key].name for key in speakers_of(doc, cast, one)] == [speaker]


@pytest.mark.parametrize(
    ("cue", "speaker"),
    [("It was reported", []), ("It is absurd to think", []), ("Allegedly", []), ("adding", ["Tessen Gas"])],
)
def test_nobody_speaks_where_nobody_is_said_to(cue: str, speaker: list[str]) -> None:
    text = f"{FILED}{cue} that it was over."
    whole = Span(text.index(cue), text.index(cue) + len(cue))
    words = Span(text.index("it was over"), len(text) - 1)
    one = Attribution((words,), (whole,), (), 1.0, Meaning((), (), ((Span(0, len("Tessen Gas")), 0.9),)))
    doc = parse(text)
    cast = find_cast(doc, [one])
    assert [cast.actors[key].name for key in speakers_of(doc, cast, one)] == speaker


def test_a_namesake_does_not_speak_in_the_place_of_whom_the_source_names() -> None:
    text = "Robert Stone went to court on Friday. Mary Stone said it was over."
    (one,) = attributed(text, ("Mary Stone", "said", "it was over"))
    one = replace(one, meaning=Meaning((), (), ((Span(0, len("Robert")), 0.99),)))
    doc = parse(text)
    cast = find_cast(doc, [one])
    assert [cast.actors[key].name for key in speakers_of(doc, cast, one)] == ["Mary Stone"]


@pytest.mark.parametrize(
    ("text", "source", "words", "speaker"),
    [
        ("It was Ada Hill's brother who said the house was empty.", "who", "the house", "brother"),
        ("Ada Hill, whose father said the war was lost, left.", "whose father", "the war", "father"),
        ("Ada Hill and a neighbour who said it was late were unhurt.", "who", "it was", "neighbour"),
        ("The man who met Ada Hill said it was late.", "The man who met Ada Hill", "it was", "man"),
        ("Ada Hill's statement said it was late.", "Ada Hill's statement", "it was", "Ada Hill"),  # a thing is hers
    ],
)
def test_somebody_by_a_person_is_not_that_person(text: str, source: str, words: str, speaker: str) -> None:
    (one,) = attributed(text, (source, "said", words))
    place = text.index("Ada Hill")
    one = replace(one, meaning=Meaning((), (), ((Span(place, place + len("Ada Hill")), 0.95),)))
    doc = parse(text)
    cast = find_cast(doc, [one])
    assert [cast.actors[key].name for key in speakers_of(doc, cast, one)] == [speaker]


@pytest.mark.parametrize(
    ("told", "source", "speaker"),
    [
        ("Tom Hart met Anna Hill.", "he", ["Tom Hart"]),  # the model points at Anna Hill
        ("Tessen Gas met Anna Hill.", "it", ["Tessen Gas"]),
        (
            "Germany's foreign minister, Anna Hill, met her French counterpart, Tom Hart.", "the French minister",
            ["Tom Hart"],
        ),
        ("Anna Hill met Mary Hart.", "she", ["Anna Hill"]),
    ],
)  # fmt: skip
def test_the_model_does_not_speak_against_gender_kind_and_state(told: str, source: str, speaker: list[str]) -> None:
    text = f"{told} Later {source} said no to it."
    (one,) = attributed(text, (source, "said", "no to it"))
    place = text.index("Anna Hill")
    one = replace(one, meaning=Meaning((), (), ((Span(place, place + len("Anna Hill")), 0.99),)))
    doc = parse(text)
    cast = find_cast(doc, [one])
    assert [cast.actors[key].name for key in speakers_of(doc, cast, one)] == speaker


def test_an_office_is_its_holders_whoever_was_named_last() -> None:
    text = "Attorney General Ada Hill was late. Robert Stone heads another office. The attorney general said no."
    (one,) = attributed(text, ("The attorney general", "said", "no"))
    start = text.index("Robert")
    one = replace(one, meaning=Meaning((), (), ((Span(start, start + len("Robert")), 0.99),)))
    doc = parse(text)
    cast = find_cast(doc, [one])
    assert [cast.actors[key].name for key in speakers_of(doc, cast, one)] == ["Ada Hill"]


def test_an_office_elsewhere_is_nobody_of_whom_no_office_there_is_told() -> None:
    text = "Ada Hill was late. The Ohio secretary of state said no."
    (one,) = attributed(text, ("The Ohio secretary of state", "said", "no"))
    one = replace(one, meaning=Meaning((), (), ((Span(0, 3), 0.99),)))
    doc = parse(text)
    cast = find_cast(doc, [one])
    assert all(key.startswith("group/") for key in speakers_of(doc, cast, one))


def test_whom_a_body_is_named_after_does_not_speak_for_it() -> None:
    text = "Ada Hill painted. The Ada Hill Legacy Program opened on Friday. The program said it was over."
    (one,) = attributed(text, ("The program", "said", "it was over"))
    one = replace(one, meaning=Meaning((), (), ((Span(0, len("Ada Hill")), 0.99),)))
    doc = parse(text)
    cast = find_cast(doc, [one])
    assert [cast.actors[key].name for key in speakers_of(doc, cast, one)] == ["Ada Hill Legacy Program"]


RULED_BETTER = [
    ("Mary Bell spoke to Theo Brandt. She", "Theo Brandt", "Mary Bell"),
    ("Vusi Bello spoke. He left. Thandeka Nkosi waited. Nkosi doubted it. She", "Vusi Bello", "Thandeka Nkosi"),
    ("Senator Alda Pires met the teacher Bao Tran. The teacher", "Alda Pires", "Bao Tran"),
]


@pytest.mark.parametrize(("before", "pointed", "speaker"), RULED_BETTER)
def test_whom_the_article_tells_more_of_stands_against_a_sure_model(before: str, pointed: str, speaker: str) -> None:
    text = f"{before} said it was over."
    source = before.rpartition(". ")[2]
    start, at = len(before) - len(source), text.index(pointed)
    one = Attribution(
        (Span(text.index("it was over"), len(text) - 1),),
        (Span(len(before) + 1, len(before) + 5),),
        (Span(start, len(before)),),
        meaning=Meaning((), (), ((Span(at, at + len(pointed)), 0.98),)),
    )
    doc = parse(text)
    cast = find_cast(doc, [one])
    assert [cast.actors[key].name for key in speakers_of(doc, cast, one)] == [speaker]


@pytest.mark.parametrize(
    ("before", "pointed", "said"),
    [
        ("The judge turned to the driver, Bob Pope, and", "Bob Pope", False),
        ("The judge, Bob Pope, turned to the driver and", "Bob Pope", True),
        ("Bob Pope is a judge. He turned to the driver and", "Bob Pope", True),
    ],
)
def test_whom_a_source_met_before_speaking_does_not_speak(before: str, pointed: str, said: bool) -> None:
    text = f"{before} said it was over."
    source = "The judge" if "The judge" in before else "He"
    at, start = text.index(pointed), text.index(source)
    one = Attribution(
        (Span(text.index("it was over"), len(text) - 1),),
        (Span(len(before) + 1, len(before) + 5),),
        (Span(start, start + len(source)),),
        meaning=Meaning((), (), ((Span(at, at + len(pointed)), 0.98),)),
    )
    doc = parse(text)
    cast = find_cast(doc, [one])
    assert (pointed in {cast.actors[key].name for key in speakers_of(doc, cast, one)}) == said


def test_whom_a_cue_names_is_asked_and_does_not_speak() -> None:
    text = "The harbour union pressed Tessen Gas for an answer."
    (one,) = attributed(text, ("The harbour union", "pressed Tessen Gas for", "an answer"))
    at = text.index("Tessen Gas")
    one = replace(one, meaning=Meaning((), (), ((Span(at, at + len("Tessen Gas")), 0.99),)))
    doc = parse(text)
    cast = find_cast(doc, [one])
    assert [cast.actors[key].name for key in speakers_of(doc, cast, one)] == ["harbour union"]
