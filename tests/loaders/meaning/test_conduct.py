"""Conduct: a side is taken on an actor or what it does, never because the words of the matter name it."""

from __future__ import annotations

import pytest

from sayso.loaders.actors.cast import Cast
from sayso.loaders.facts import Actor, Mention, Position, Span
from sayso.loaders.meaning.conduct import sided
from sayso.loaders.meaning.positions import positions
from tests.loaders.meaning.marked import cast_in, marked, parsed, speakers_in

NOBODY: tuple[str, ...] = ()


@pytest.mark.parametrize(
    ("sentence", "stance", "toward"),
    [
        ("[NATO|s] [said|q] [it has no plans to send troops to Ukraine|c].", "against", NOBODY),
        ("[Byron|s] [said|q] [“we have no plans to deploy NATO combat troops to Ukraine”|c].", "against", NOBODY),
        ("[Moscow|s] [denied|q] [it plans to invade Ukraine|c].", "against", NOBODY),
        ("[Kyiv|s] [wants|q] [NATO membership|c].", "for", NOBODY),
        ("[Reed|s] [rejected|q] [the invasion of Ukraine|c].", "against", NOBODY),
        ("[Byron|s] [promised|q] [to meet Reed next week|c].", "for", NOBODY),
        ("[Reed|s] [condemned|q] [Russia’s invasion of Ukraine|c].", "against", ("country/RU",)),
        ("[Reed|s] [rejected|q] [a proposal by the Senate|c].", "against", ("organisation/senate",)),
        ("[Byron|s] [promised|q] [to support Ukraine|c].", "for", ("country/UA",)),
        ("[Byron|s] [refused|q] [to support Ukraine|c].", "against", ("country/UA",)),
        ("[Byron|s] [criticised|q] [the Senate|c].", "against", ("organisation/senate",)),
        ("[Byron|s] [praised|q] [Russia and Ukraine|c].", "for", ("country/RU", "country/UA")),
    ],
)
def test_on_whom_a_side_is_taken(sentence: str, stance: str, toward: tuple[str, ...]) -> None:
    text, attribution = marked(sentence)
    found = positions(parsed(text), cast_in(text), attribution, speakers_in(text, attribution))
    assert {(position.stance, position.toward) for position in found} == {(stance, toward)}


@pytest.mark.parametrize(
    ("text", "matter", "toward"),
    [
        ("Anna Bell said that Reed had lied about the money.", "lied about the money", ("person/reed",)),
        ("Anna Bell said that the money had been lost by then.", "lost by then", NOBODY),
        ("Anna Bell said that she had lied about the money.", "lied about the money", NOBODY),
    ],
)
def test_who_does_what_is_blamed_is_who_is_blamed(text: str, matter: str, toward: tuple[str, ...]) -> None:
    doc, start = parsed(text), text.index(matter)
    position = Position(0, "person/anna-bell", "against", Span(start, start + len(matter)))
    named = [("person/reed", "Reed"), ("person/anna-bell", "she")]
    places = [(key, text.find(f"{name} "), len(name)) for key, name in named]
    mentions = tuple(Mention(Span(at, at + size), key) for key, at, size in places if at >= 0)
    cast = Cast({key: Actor(key, "Person", name) for key, name in named}, mentions)
    assert sided(doc, cast, position, judging=True) == toward
    assert sided(doc, cast, position) == ()
