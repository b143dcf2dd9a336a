"""Told: addressee or medium."""

from __future__ import annotations

import pytest

from sayso.loaders.actors.casting import find_cast
from sayso.loaders.syntax import parse
from sayso.loaders.told import told
from tests.loaders.actors.scenes import attributed


@pytest.mark.parametrize(
    ("text", "cue", "content", "to", "via"),
    [
        ("Stone told Emmanuel Macron that it was over.", "told", "it was over", {"Emmanuel Macron"}, set()),
        ("Stone told BBC Television it was over.", "told", "it was over", set(), {"BBC"}),
        ("Stone said in an interview with CNN it was over.", "said", "it was over", set(), {"CNN"}),
        ("Stone said on Fox News that it was over.", "said", "it was over", set(), {"Fox News"}),
        ("Stone called on Russia to leave the city.", "called on", "to leave the city", {"Russia"}, set()),
        ("Stone urged NATO to leave the city.", "urged", "to leave the city", {"NATO"}, set()),
        ("Stone tweeted that it was over.", "tweeted", "it was over", set(), {"Twitter"}),
        ("Stone said it was over.", "said", "it was over", set(), set()),
        ("Drivers were told to stay at home.", "were told", "to stay at home", {"drivers"}, set()),
        ("Stone told the press it was over.", "told", "it was over", {"press"}, set()),
        ("Stone told local media the game was over.", "told", "the game was over", {"local media"}, set()),
        ("In remarks to NATO, Stone said it was over.", "said", "it was over", {"NATO"}, set()),
        (
            "Stone called his rival, Gerald Pope, a coward.",
            "called",
            "his rival, Gerald Pope, a coward",
            set(),
            set(),
        ),
        ("Stone shouted at Gerald Pope that it was over.", "shouted", "it was over", {"Gerald Pope"}, set()),
        ("Stone called it a mistake.", "called", "a mistake", set(), set()),
        ("Stone posted a note on Facebook announcing it was over.", "announcing", "it was over", set(), {"Facebook"}),
        ("Stone tweeted to NATO that it was over.", "tweeted", "that it was over", {"NATO"}, {"Twitter"}),
        ("In remarks published by CNN, Stone said it was over.", "said", "it was over", set(), {"CNN"}),
        ("Stone sent a letter to NATO. Stone’s letter said it was over.", "said", "it was over", {"NATO"}, set()),
        ("Stone told reporters it was over.", "told", "it was over", {"reporters"}, set()),
        ("Stone insisted in talks with NATO that it was over.", "insisted", "it was over", {"NATO"}, set()),
        ("Stone told Nordlyset Ada Hill had left.", "told", "Ada Hill had left", set(), {"Nordlyset"}),
        ("Stone told Nordlyset yesterday it was over.", "told", "it was over", set(), {"Nordlyset"}),
        ("Speaking to NATO, Stone said it was over.", "said", "it was over", {"NATO"}, set()),
        ("Stone told reporters in Bishkek it was over.", "told", "it was over", {"reporters"}, set()),
        ("Stone told state broadcaster KTBQ it was over.", "told", "it was over", set(), {"KTBQ"}),
        ("Stone said in a speech to delegates that it was over.", "said", "it was over", {"delegates"}, set()),
        ("Stone appealed to Washington to leave the city.", "appealed", "to leave the city", {"United States"}, set()),
        ("Stone asked Brussels to leave the city.", "asked", "to leave the city", {"European Union"}, set()),
        ("Stone wrote on X that it was over.", "wrote", "it was over", set(), {"Twitter"}),
        ("Stone said in an interview with Asia-Minus that it was over.", "said", "it was over", set(), {"Asia-Minus"}),
        ("Stone told Tessen City Council it was over.", "told", "it was over", {"Tessen City Council"}, set()),
        ("“It is over,” Stone told the court.", "told", "“It is over,”", {"court"}, set()),
        ("Stone told the newspaper Nordlyset it was over.", "told", "it was over", set(), {"Nordlyset"}),
        ("Stone, writing on Chatterbox, said it was over.", "said", "it was over", set(), {"Chatterbox"}),
        ("Stone threatened strikes at all plants.", "threatened", "strikes at all plants", set(), set()),
        ("Stone said on CNBC that it was over.", "said", "it was over", set(), {"CNBC"}),
        ("Stone urged the health ministry to leave.", "urged", "to leave", {"health ministry"}, set()),
        ("Stone told Gerald Pope, the chairman, that it was over.", "told", "it was over", {"Gerald Pope"}, set()),
        ("“It is over,” Stone told the Wearside Gazette.", "told", "“It is over,”", set(), {"Wearside Gazette"}),
        (
            "Stone said Emmanuel Macron told him it was over.",
            "said",
            "Emmanuel Macron told him it was over",
            set(),
            set(),
        ),
    ],
)
def test_who_is_told(text: str, cue: str, content: str, to: set[str], via: set[str]) -> None:
    text = "Robert Stone came. " + text
    source = "Stone’s letter" if "’s letter" in text else "Stone"
    (attribution,) = attributed(text, (source, cue, content))
    doc = parse(text)
    cast = find_cast(doc, [attribution])
    addressees, media = told(doc, cast, attribution)
    assert {cast.actors[k].name for k in addressees} == to
    assert {cast.actors[k].name for k in media} == via
