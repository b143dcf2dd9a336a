"""About: who is talked about, and who only stands there."""

from __future__ import annotations

import pytest

from sayso.loaders.actors.casting import find_cast
from sayso.loaders.actors.speaker import resolve_speakers
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


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("[Reed|s] [said|q] [he saw Mexicans at the gate|c].", ("Mexicans",)),
        ("[Reed|s] [said|q] [the rule insults Muslims and the Kurds|c].", ("Muslims", "Kurds")),
        ("[Reed|s] [said|q] [the families of the victims wept|c].", ("families",)),
        ("[Reed|s] [said|q] [Boris Johnson photographs were sold|c].", ()),
        ("[Reed|s] [said|q] [a protester had left early|c].", ("protester",)),
        ("[Reed|s] [said|q] [it began at Leeds Airport|c].", ()),
        ("[Reed|s] [said|q] [it began in Gdansk, Poland|c].", ()),
        ("[Reed|s] [said|q] [Daesh had left|c].", ("Islamic State",)),
        ("[Reed|s] [said|q] [captured Kenyan fighters had left|c].", ("captured Kenyan fighters",)),
        ("[Reed|s] [said|q] [the Johnson government had failed|c].", ("Johnson government",)),
    ],
)
def test_who_is_talked_about_in_a_cast_that_was_found(sentence: str, expected: tuple[str, ...]) -> None:
    text, attribution = marked(sentence)
    doc = parsed(text)
    cast = find_cast(doc, [attribution])
    found = about(doc, cast, attribution, resolve_speakers(doc, cast, attribution))
    assert tuple(cast.actors[key].name for key in found) == expected
