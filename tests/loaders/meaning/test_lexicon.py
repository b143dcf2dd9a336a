"""The lexicon: its file can be read, and the deciding cue is found."""

from __future__ import annotations

import pytest

from sayso.loaders.meaning.appraisal import lists
from sayso.loaders.meaning.lexicon import find, lexicon, read
from tests.loaders.meaning.marked import parsed


def test_the_lexicon_is_broad() -> None:
    assert sum(map(len, lexicon().values())) > 800


def test_every_list_has_words_in_lower_case() -> None:
    assert all(words and all(word == word.lower() for word in words) for words in lists().values())


@pytest.mark.parametrize(
    ("text", "complements", "act"),
    [
        ("brushed it off", {"np"}, "reject"),
        ("pushed back against", {"np"}, "reject"),
        ("expressed deep concern about", {"np"}, "warn"),
        ("asked", {"to"}, "demand"),
        ("asked", {"wh"}, "question"),
        ("suggested", {"ing"}, "propose"),
        ("suggested", {"that"}, "state"),
        ("vowed to fight", {"np"}, "promise"),
    ],
)
def test_the_cue_that_decides(text: str, complements: set[str], act: str) -> None:
    match = find(list(parsed(text)), frozenset(complements))
    assert match is not None
    assert match.cue.act == act


def test_of_two_that_rank_alike_the_base_form_decides() -> None:
    [match] = {find(list(parsed("She encouraged them to go"))[1:2], frozenset({"to"})) for _ in range(3)}
    assert match is not None
    assert match.cue.words == (("encourage", ""),)  # and never "encouraged", which the order of a set once chose


def test_an_unreadable_entry_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot be read"):
        read("call [", "state", None)
