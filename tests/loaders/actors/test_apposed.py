"""Apposed: whom "the firm" and "the two" mean by what has just been told."""

from __future__ import annotations

import pytest

from tests.loaders.actors.scenes import speakers


@pytest.mark.parametrize(
    ("text", "source", "speaker"),
    [
        (
            "Gadgets of Orra Computer passed Tess Mart in sales, according to figures by Vale Group, a market research "
            "firm. The firm said sales rose.",
            ("The firm", "said", "sales rose"),
            {"Vale Group"},
        ),
        (
            "Tess Airlines says that it will be paid by Orra Industries. In a statement on the Orra Industries "
            "website, the company said that the cause is known.",
            ("the company", "said", "the cause is known"),
            {"Orra Industries"},
        ),
        # the statement of nobody else
        (
            "Tess Bank says that it will be paid by Orra Industries. In a statement, the bank said that it is over.",
            ("the bank", "said", "it is over"),
            {"Tess Bank"},
        ),
        (
            "Mary Hill has praised John Stone, and the two discussed the issue.",
            ("the two", "discussed", "the issue"),
            {"Mary Hill", "John Stone"},
        ),
        # who else they are is not told here
        (
            "Ada Vale met Robert Moss. Mary Hill has praised the pastor, and the two discussed the issue.",
            ("the two", "discussed", "the issue"),
            {"two"},
        ),
    ],
)
def test_a_noun_means_whom_the_words_beside_it_tell(text: str, source: tuple[str, str, str], speaker: set[str]) -> None:
    (found,) = speakers(text, source)
    assert set(found) == speaker


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("The operator, Halden Terminals,", "Halden Terminals"),
        ("Its owner, Tessen Chemicals,", "Tessen Chemicals"),
        ("The contractor, Blue Anchor Works,", "Blue Anchor Works"),
        ("A Republican on the panel, Carl Voss of Iowa,", "Carl Voss"),
        ("One Republican, Carl Voss of Iowa,", "Carl Voss"),
        ("The promoter, Bob Pope,", "Bob Pope"),
        ("A conservative on the court, Justice Piers Holt,", "conservative"),
    ],
)
def test_who_is_named_behind_what_they_are_speaks(source: str, name: str) -> None:
    assert speakers(f"It rained. {source} said it was late.", (source, "said", "it was late")) == [(name,)]
