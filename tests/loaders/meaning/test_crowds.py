"""Crowds: who without a name is asked something."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.loaders.actors.cast import Cast
from sayso.loaders.facts import Membership, Post, Span
from sayso.loaders.meaning.about import about
from sayso.loaders.meaning.act import act
from sayso.loaders.meaning.crowds import enlist
from tests.loaders.meaning.marked import cast_in, marked, parsed, speakers_in


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("[Reed|s] [urged|q] county officials [to open the mill|c].", {"county officials"}),
        ("[Reed|s] [demanded|q] [that the cable operators repair the lines|c].", {"cable operators"}),
        ("[Reed|s] [said|q] [leaders should stop hiding|c].", {"leaders"}),
        ("[Reed|s] [said|q] [prices must fall|c].", set()),
        ("[Reed|s] [said|q] [complaints should be taken to the court|c].", set()),
        ("[Reed|s] [urged|q] NATO [to open the mill|c].", set()),
        # who is asked is somebody, also with a name that nothing recognises
        ("[Reed|s] [called on|q] [Brandovia to reopen the mill|c].", {"Brandovia"}),
        ("[Reed|s] [insisted|q] [that Pondara release the boat|c].", {"Pondara"}),
        ("[Brandovia|c] [was told by|q] [Reed|s] [to reopen the mill|c].", {"Brandovia"}),
        ("[Reed|s] [called for|q] [the mill to reopen on Monday|c].", set()),
    ],
)
def test_who_is_asked(sentence: str, expected: set[str]) -> None:
    text, attribution = marked(sentence)
    before = cast_in(text)
    after = enlist(parsed(text), before, [attribution])
    assert {after.actors[k].name for k in after.actors.keys() - before.actors.keys()} == expected
    assert list(after.mentions) == sorted(after.mentions)


def test_a_crowd_that_is_asked_is_talked_about() -> None:
    text, attribution = marked("[Reed|s] [urged|q] county officials [to open the mill|c].")
    cast = enlist(parsed(text), cast_in(text), [attribution])
    assert about(parsed(text), cast, attribution, speakers_in(text, attribution)) == ("group/county-officials",)


def test_who_speaks_for_a_country_promises_for_it() -> None:
    text, attribution = marked("[Byron|s] [said|q] [Russia will send a ferry|c].")
    cast = cast_in(text)
    assert act(parsed(text), attribution, cast, ("person/ada-byron",)) == "predict"
    envoy = Membership("person/ada-byron", Post("Envoy", "country/RU"), Span(0, 5))
    cast = Cast(cast.actors, cast.mentions, (envoy,))
    doc = parsed(text + " ")  # judgements are remembered with the parsed text
    assert act(doc, attribution, cast, ("person/ada-byron",)) == "promise"


def test_the_cast_keeps_the_genders_of_its_persons() -> None:
    text, attribution = marked("[Reed|s] [urged|q] county officials [to open the mill|c].")
    before = replace(cast_in(text), genders={"person/reed": "female"})
    assert enlist(parsed(text), before, [attribution]).genders == before.genders
