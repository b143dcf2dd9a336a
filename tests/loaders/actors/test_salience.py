"""Salience: whom a pronoun means."""

from __future__ import annotations

import pytest

from sayso.loaders.actors.casting import find_cast
from sayso.loaders.actors.speaker import meant_at
from sayso.loaders.facts import Span
from sayso.loaders.syntax import parse
from tests.loaders.actors.scenes import attributed


@pytest.mark.parametrize(
    ("text", "sources", "pronoun", "name"),
    [
        (
            "“Robert Stone was kind,” Paul Hill said. “He was a friend,” Mark Lund said.",
            [("Paul Hill", "said", "“Robert Stone was kind,”"), ("Mark Lund", "said", "“He was a friend,”")],
            "He", "Robert Stone",
        ),
        (
            "Paul Hill said Robert Stone was kind. He said that nothing works.",
            [("Paul Hill", "said", "Robert Stone was kind"), ("He", "said", "nothing works")],
            "He", "Paul Hill",
        ),
        (
            "Paul Hill said no. It rained. It snowed. The mayor, Robert Stone, has left. He said that nothing works.",
            [("Paul Hill", "said", "no"), ("He", "said", "nothing works")],
            "He", "Robert Stone",
        ),
        (
            "Paul Hill said no. His aide, Robert Stone, has left. He said that nothing works.",
            [("Paul Hill", "said", "no"), ("He", "said", "nothing works")],
            "He", "Paul Hill",
        ),
    ],
)  # fmt: skip
def test_he_is_whom_others_tell_of_in_their_words_and_who_spoke_before_outside_them(
    text: str, sources: list[tuple[str, str, str]], pronoun: str, name: str
) -> None:
    cast = find_cast(parse(text), attributed(text, *sources))
    at = text.index(pronoun)
    assert [cast.actors[a].name for a in meant_at(cast, Span(at, at + len(pronoun)))] == [name]
