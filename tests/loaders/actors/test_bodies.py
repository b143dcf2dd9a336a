"""Bodies: whole names, short names and spellings of one body are one actor; two bodies are two."""

from __future__ import annotations

import pytest

from tests.loaders.actors.scenes import cast_of, speakers


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("the Supreme Court of Kenya", "the Supreme Court"),
        ("the Parliament of Iraq", "the Iraqi Parliament"),
        ("NPT Group", "NPT"),
        ("Nordlux LLC", "Nordlux"),
        ("the Kenyan Interior Ministry", "the Interior Ministry"),
        ("the Nordic Institute of Volcano Research (Vulcos)", "Vulcos"),
        ("the Commission on Road Safety", "CRS"),
        ("the Commission of Dutch Debates", "CDD"),
        ("the United States Central Command", "CENTCOM"),
        ("Tessen Motors Co.", "Tessen Motors"),
    ],
)
def test_a_shorter_name_is_the_body_that_the_article_names_in_full(full: str, short: str) -> None:
    full, short = (name[0].upper() + name[1:] for name in (full, short))
    text = f"It rained on Sunday. {full} said yes.\n\n{short} said no."
    found = speakers(text, (full, "said", "yes"), (short, "said", "no"))
    assert found[0] == found[1]
    assert found[0] == (full.removeprefix("The ").partition(" (")[0],)


@pytest.mark.parametrize(
    "name",
    [
        "Institute of Allergy and Infectious Diseases",
        "Ministry of Works and Transport",
        "League for the Defence of Human Rights",
        "Commission on Road Safety",
    ],
)
def test_a_name_goes_on_behind_its_small_words(name: str) -> None:
    assert speakers(f"The {name} said no.", (f"The {name}", "said", "no")) == [(name,)]


def test_two_bodies_with_nouns_of_their_own_are_two() -> None:
    both = "The Center for Clean Rivers and Center for Road Safety"
    found = speakers(f"{both} said no.", (both, "said", "no"))
    assert found == [("Center for Clean Rivers", "Center for Road Safety")]


def test_the_state_before_a_body_is_part_of_the_name() -> None:
    cast = cast_of("The US Federal Reserve said no. The Federal Reserve waited.")
    assert [a.name for a in cast.actors.values() if a.kind == "Organisation"] == ["US Federal Reserve"]


def test_a_court_of_another_state_is_not_the_known_one() -> None:
    cast = cast_of("The Supreme Court of Kenya said no. The Supreme Court will hear it again.")
    assert "organisation/supreme-court" not in cast.actors


def test_a_town_that_speaks_is_a_body() -> None:
    assert speakers("Palm County said no.", ("Palm County", "said", "no")) == [("Palm County",)]
