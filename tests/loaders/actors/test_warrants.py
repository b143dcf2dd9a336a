"""Who becomes a known figure, by which warrant, and who stays a person of this article."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.loaders.actors.casting import find_cast
from sayso.loaders.actors.gazetteer import Gazetteer, GazetteerEntry, GazetteerTerm, figures_of
from sayso.loaders.syntax import parse


@pytest.mark.parametrize(
    ("text", "figure", "warrant"),
    [
        ("Angela Merkel said no.", "angela-merkel", "full name"),
        ("Volodymyr Zelenskyy said no.", "volodymyr-zelensky", "full name"),
        ("Chancellor Merkel said no.", "angela-merkel", "office"),
        ("Former President Obama said no.", "barack-obama", "office"),
        ("Secretary of State Blinken said no.", "antony-blinken", "office"),
        ("Russian Foreign Minister Lavrov said no.", "sergei-lavrov", "office"),
        ("Lavrov, Russia's foreign minister, said no.", "sergei-lavrov", "office"),
        ("The Obama administration said no.", "barack-obama", "office"),
        ("Merkel said Germany would help.", "angela-merkel", "setting"),
        ("Mr. Putin said that Moscow would not wait.", "vladimir-putin", "setting"),
        ("Stoltenberg said NATO was ready.", "jens-stoltenberg", "setting"),
    ],
)
def test_a_link_says_its_warrant(text: str, figure: str, warrant: str) -> None:
    actor = find_cast(parse(text), []).actors[f"person/{figure}"]
    assert warrant in actor.warrant
    assert actor.identity is not None
    assert 0.9 <= actor.identity < 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“This is a shame,” said Officer Tusk of the Reno Police Department.", "tusk"),
        ("Sgt. Biden of Leeds police said the road was closed.", "biden"),
        ("Judge Merkel said the case was closed.", "merkel"),
        ("Dr. Putin, a dentist, said that Russia was far away.", "putin"),
        ("Tusk, a plumber from Warsaw, said Poland was cold.", "tusk"),
        ("Merkel, 34, of Leeds, said Germany was beautiful.", "merkel"),
        ("Ford chief executive Musk said sales had risen.", "musk"),
        ("President Merkel said the club would play on.", "merkel"),
        ("Tusk said no.", "tusk"),
        ("Officer Donald Tusk of the Reno Police said no.", "donald-tusk"),
    ],
)
def test_a_surname_is_no_identity(text: str, name: str) -> None:
    actors = find_cast(parse(text), []).actors
    assert f"here/person/{name}" in actors
    assert not any(key.startswith("person/") for key in actors)


def _minister(begin: int, end: int) -> GazetteerTerm:
    return GazetteerTerm("Prime Minister", "", "DK", date(begin, 4, 5), date(end, 4, 5))


_KNOWN = Gazetteer(
    figures_of(
        [
            GazetteerEntry("a", "Ada Rasmus", "Person", ("Rasmus",), "DK", _minister(2001, 2009)),
            GazetteerEntry("b", "Bo Rasmus", "Person", ("Rasmus",), "DK", _minister(2009, 2011)),
            GazetteerEntry(
                "c", "Ada Rasmus", "Person", ("Rasmus",), "NO", GazetteerTerm("Mayor", "Oslo", "NO", date(2015, 1, 1))
            ),
        ]
    )
)


@pytest.mark.parametrize(
    ("published", "key"),
    [
        (date(2005, 6, 1), "person/ada-rasmus"),
        (date(2010, 6, 1), "person/bo-rasmus"),
        (date(1999, 6, 1), "here/person/rasmus"),
        (None, "here/person/rasmus"),
    ],
)
def test_the_articles_day_decides_who_holds_an_office(published: date | None, key: str) -> None:
    doc = parse("Danish Prime Minister Rasmus said that the bridge would open.")
    assert key in find_cast(doc, [], known=_KNOWN, published=published).actors


def test_two_of_one_name_are_told_apart_by_their_offices() -> None:
    doc = parse("Ada Rasmus, the mayor of Oslo, said that Norway would pay.")
    assert "person/ada-rasmus~c" in find_cast(doc, [], known=_KNOWN).actors


def test_what_the_parser_sets_in_apposition_from_afar_is_not_told_of_a_name() -> None:
    text = (
        "President Trump lashed out at two justices. In 2018, Chief Justice Roberts admonished Mr. Trump for calling a "
        "federal judge who ruled against one of his administration’s policies, “an Obama judge.”"
    )
    assert "person/donald-trump" in find_cast(parse(text), []).actors
