"""Words that were given to another: the name in a source speaks, or nobody known does."""

from __future__ import annotations

import pytest

from sayso.loaders.actors.casting import find_cast
from sayso.loaders.actors.speaker import resolve_speakers
from sayso.loaders.facts import Attribution, Span
from sayso.loaders.syntax import parse
from tests.loaders.actors.scenes import speakers


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("Ada Hill died. A statement posted to her Twitter account said no.", "A statement", "statement"),
        ("A note released by Ada Hill's office said no.", "A note released by Ada Hill's office", "Ada Hill's office"),
        (
            "Findings published in Leeds University's Archive by a team of astronomers said no.",
            "Findings published in Leeds University's Archive by a team of astronomers",
            "astronomers",
        ),
        ("Ada Hill is the mayor of Tessen. In the letter, the writer said no.", "the writer", "writer"),
        ("Judge Ada Hill ruled on Monday. The judge in that case said no.", "The judge in that case", "judge"),
        ("Judge Ada Hill ruled on Monday. The judge said no.", "The judge", "Ada Hill"),
        (
            "It names House Speaker Ada Hill, protesters in Kenya, and a Kenyan whistleblower who said no.",
            "a Kenyan whistleblower",
            "Kenyan whistleblower",
        ),
        ("It rained, and a worker named Antonio Vargas said no.", "a worker named Antonio Vargas", "Antonio Vargas"),
        (
            "The UN met. According to the official WHO report, all said no.",
            "the official WHO report",
            "World Health Organization",
        ),
        ("It rained. Nordan half back Jason Kidder said no.", "Nordan half back Jason Kidder", "Jason Kidder"),
        ("It rained, the Reuters news agency said, no.", "the Reuters news agency", "Reuters"),
        ("Michigan and Ohio voted. Critics on both sides of the aisle said no.", "both sides of the aisle", "sides"),
        ("Michael Jordan came. On Monday Jordan said no.", "Jordan", "Michael Jordan"),
        ("Wanda Paris, a Kenyan woman, came. In tears, Paris said no.", "Paris", "Wanda Paris"),
    ],
)
def test_who_is_named_speaks(text: str, source: str, name: str) -> None:
    doc = parse(text)
    places = [Span(text.rindex(words), text.rindex(words) + len(words)) for words in (source, "said", "no")]
    told = Attribution(sources=(places[0],), cues=(places[1],), contents=(places[2],))
    cast = find_cast(doc, [told])
    assert [cast.actors[key].name for key in resolve_speakers(doc, cast, told)] == [name]


@pytest.mark.parametrize(("ruler", "full"), [("Queen Astrid", "Queen Astrid II"), ("King Olav", "King Olav IX")])
def test_a_ruler_without_the_number_is_the_one_who_has_it(ruler: str, full: str) -> None:
    text = f"{ruler} agrees to leave\n\nOn Monday, {full} said no."
    short, long = speakers(text, (ruler, "agrees", "to leave"), (full, "said", "no"))
    assert short == long


@pytest.mark.parametrize("noun", ["barrister", "Paraguayan counterpart", "landlord", "colleague"])
def test_who_is_somebody_s_does_not_speak_for_them(noun: str) -> None:
    text = f"Minister Ada Hill said no. Her {noun} said yes."
    assert ("Ada Hill",) not in speakers(text, (f"Her {noun}", "said", "yes"))
