"""Likeness of names: tables that whoever knows names can extend."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.graph.actors.likeness import bodies, near, people, slips, words_of

ANY = st.text(max_size=40)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Jens Stoltenberg", "jens stoltenberg"),
        ("Mr. Joseph R. Biden Jr.", "joseph r biden"),
        ("O’Neill", "oneill"),
        ("The United Nations", "united nations"),
        ("Ursula von der Leyen’s", "ursula von der leyen"),
        ("Володимир Зеленський", "volodimir zelenskiy"),
        ("Sr.", "sr"),
        ("—", "-"),
    ],
)
def test_words(name: str, expected: str) -> None:
    assert " ".join(words_of(name)) == expected.strip("-")


ONE_PERSON = [
    ("Hillary Clinton", "Hillary Rodham Clinton"),
    ("John F. Kerry", "John Kerry"),
    ("J. Smith", "John Smith"),
    ("Joe Biden", "Joseph Biden"),
    ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
    ("Dmitry Peskov", "Dmitri Peskov"),
    ("Debbie Wasserman Schultz", "Wasserman Schultz"),
    ("Xi Jinping", "Jinping Xi"),
    ("Robert C. “Bobby” Scott", "Bobby Scott"),
    ("Ben Rhodes", "Benjamin Rhodes"),
]


@pytest.mark.parametrize(("one", "other"), ONE_PERSON)
def test_names_that_may_be_one_persons(one: str, other: str) -> None:
    found = people(words_of(one), words_of(other))
    assert found is not None
    assert 0.5 <= found.score <= 1
    assert found.reason
    assert found == people(words_of(other), words_of(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bill Clinton", "Hillary Clinton"),
        ("John Smith", "Jane Smith"),
        ("John A. Smith", "John B. Smith"),
        ("George W. Bush", "George H. Bush"),
        ("Boris Johnson", "Lyndon Johnson"),
        ("J. Smith", "Mary Smith"),
        ("Ann Lee", "Ann Lea"),
        ("Theresa May", "Theresa Mayer"),
        ("Obama", "Barack Obama"),
    ],
)
def test_names_that_are_hardly_one_persons(one: str, other: str) -> None:
    assert people(words_of(one), words_of(other)) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("NATO", "North Atlantic Treaty Organization"),
        ("S.E.C.", "Securities and Exchange Commission"),
        ("State Department", "Department of State"),
        ("Tax Policy Center", "Urban-Brookings Tax Policy Center"),
        ("Ministry of Defence", "Ministry of Defense"),
        ("Wikileaks", "WikiLeaks"),
        ("Democratic Party", "Democrat Party"),
    ],
)
def test_names_that_may_be_one_bodys(one: str, other: str) -> None:
    found = bodies(words_of(one), words_of(other))
    assert found is not None
    assert found == bodies(words_of(other), words_of(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ministry of Defence", "Ministry of Finance"),
        ("Senate Intelligence Committee", "House Intelligence Committee"),
        ("Channel 4", "Channel 5"),
        ("Time", "Times"),
        ("Fox", "Fox News"),
        ("Radio Free Europe", "Radio Free Asia"),
    ],
)
def test_names_that_are_hardly_one_bodys(one: str, other: str) -> None:
    assert bodies(words_of(one), words_of(other)) is None


@given(ANY, ANY)
def test_any_two_names_are_compared_alike_both_ways(one: str, other: str) -> None:
    a, b = words_of(one), words_of(other)
    for compare in (people, bodies):
        if a and b:
            assert compare(a, b) == compare(b, a)


@given(st.text(st.characters(codec="ascii", categories=["Ll"]), min_size=6, max_size=9), st.data())
def test_words_that_differ_by_a_letter_share_a_key(word: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(word) - 1))
    letter = data.draw(st.sampled_from("abcxyz"))
    for other in (word[:place] + word[place + 1 :], word[:place] + letter + word[place + 1 :]):
        assert slips(word) & slips(other)
        assert near(word, other)
