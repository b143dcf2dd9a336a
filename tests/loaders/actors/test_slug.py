"""Slugs of names in any script."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.loaders.actors.slug import key, slug


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Jens Stoltenberg", "jens-stoltenberg"),
        ("G.K. Butterfield", "gk-butterfield"),
        ("Martin O’Malley", "martin-omalley"),
        ("Владимир Путин", "vladimir-putin"),
        ("Dilma Rousseff (PT)", "dilma-rousseff-pt"),
        ("  The   Hague ", "the-hague"),
    ],
)
def test_names_become_slugs(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_a_name_without_letters_gets_a_hash() -> None:
    assert re.fullmatch(r"[0-9a-f]{12}", slug("!!!"))
    assert slug("!!!") != slug("???")


def test_long_names_that_begin_alike_stay_apart() -> None:
    assert slug("a" * 500 + "x") != slug("a" * 500 + "y")


@given(st.text())
def test_any_text_gives_a_slug(name: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(name))
    assert key("person", name).startswith("person/")
