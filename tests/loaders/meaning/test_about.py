"""About: who is talked about, and who only stands there."""

from __future__ import annotations

import pytest

from sayso.loaders.meaning.about import about
from tests.loaders.meaning.marked import cast_in, marked, parsed, speakers_in


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("[Reed|s] [said|q] [Russia had attacked Ukraine|c].", ("country/RU", "country/UA")),
        ("[Moscow|s] [said|q] [Russia had not attacked NATO|c].", ("organisation/nato",)),
        ("[Reed|s] [said|q] [prices are rising in Ukraine|c].", ()),
        ("[Reed|s] [said|q] [prices are rising across the US|c].", ()),
        ("[Reed|s] [said|q] [the Senate met twice|c].", ("organisation/senate",)),
        ("[Reed|s] [said|q] [the protesters left early|c].", ("group/protesters",)),
        ("[Reed|s] [said|q] [people left early|c].", ()),
        ("[Reed|s] [said|q] [the 2020 U.S. election was fair|c].", ()),
        ("[Reed|s] [called on|q] Western allies [to send engineers|c].", ("group/western-allies",)),
        ("[Reed|s] [accused|q] Byron [of leaving early|c].", ("person/ada-byron",)),
        ("[Moscow|s] [said|q] [the US had left|c].", ("country/US",)),
        ("[Reed|s] [urged|q] Byron [to answer NATO|c].", ("person/ada-byron", "organisation/nato")),
    ],
)
def test_who_is_talked_about(sentence: str, expected: tuple[str, ...]) -> None:
    text, attribution = marked(sentence)
    assert about(parsed(text), cast_in(text), attribution, speakers_in(text, attribution)) == expected
