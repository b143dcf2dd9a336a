"""Fuller: a noun alone means whom the text called by more words before."""

from __future__ import annotations

import pytest

from tests.loaders.actors.scenes import speakers


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He has told the tourism department in Tessen. The department said no.", "tourism department"),
        ("She asked the data protection agency for help. The agency said no.", "data protection agency"),
        # two of a kind: nobody knows which
        ("The health ministry and the justice ministry met. The ministry said no.", "ministry"),
        ("Another department refused. The department said no.", "department"),
    ],
)
def test_a_body_without_a_name_keeps_its_fuller_words(text: str, name: str) -> None:
    source = text.split(". ")[1].removesuffix(" said no.")
    assert speakers(text, (source, "said", "no")) == [(name,)]
