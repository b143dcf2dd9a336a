"""Act: what a statement does, by its cue and by its words."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.loaders.facts import Act, Attribution, Meaning, Span
from sayso.loaders.meaning.act import act
from sayso.loaders.syntax import parse
from tests.loaders.meaning.marked import marked, parsed


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # by the cue
        ("[Reed|s] [said|q] [the bridge was built in spring|c].", "state"),
        ("[The mayor|s] [denied|q] [taking any money|c].", "deny"),
        ("[The court|s] [rejected|q] [a request to open the files|c].", "reject"),
        ("[The union|s] [ruled out|q] [a strike before May|c].", "reject"),
        ("[Byron|s] [refused|q] [to sign the letter|c].", "reject"),
        ("[The club|s] [has not endorsed|q] [the plan|c].", "reject"),
        ("[The minister|s] [accused|q] [the bank of hiding losses|c].", "accuse"),
        ("[Farmers|s] [blasted|q] [the new tax|c].", "accuse"),
        ("[The teachers|s] [called for|q] [smaller classes|c].", "demand"),
        ("[Byron|s] [called on|q] the council [to reopen the park|c].", "demand"),
        ("[Reed|s] [wants|q] [the company to leave the valley|c].", "demand"),
        ("[The owners|s] [insisted|q] [that the gate be closed|c].", "demand"),
        ("[The army|s] [threatened|q] [to shell the port|c].", "threaten"),
        ("[Doctors|s] [warned|q] [that the water could make people ill|c].", "warn"),
        ("[The city|s] [promised|q] [to repair the roof|c].", "promise"),
        ("[She|s] [recommended|q] [closing the road at night|c].", "propose"),
        ("[The firm|s] [seeks|q] [a new harbour|c].", "intend"),
        ("[The council|s] [voted for|q] [the new library|c].", "support"),
        ("[Analysts|s] [predicted|q] [a cold winter|c].", "predict"),
        ("[Reporters|s] [asked|q] [whether the bridge was safe|c].", "question"),
        # by the words
        ("[The firm|s] [said|q] [it has no plans to close the mill|c].", "deny"),
        ("[The firm|s] [said|q] [it will not close the mill|c].", "deny"),
        ("[The firm|s] [said|q] [it will not accept the offer|c].", "reject"),
        ("[The drivers|s] [said|q] [they will not go home until the firm pays|c].", "reject"),
        ("[The drivers|s] [said|q] [they will boycott the meeting|c].", "threaten"),
        ("[Byron|s] [warned|q] [the envoy that his government would expel him if he stayed|c].", "threaten"),
        ("“[What should be done about the tunnel?|c]” [Reed|s] [said|q].", "question"),
        ("[Byron|s] [said|q] [the tolls are not up for negotiation|c].", "reject"),
        ("[Byron|s] [said|q] [the rumours are unfounded|c].", "reject"),
        ("[Reed|s] [said|q] [the owners must first pay their debts|c].", "demand"),
        ("“[Open the gates now|c],” [Byron|s] [said|q].", "demand"),
        ("“[If they cut our pay, we will strike|c],” [the drivers|s] [said|q].", "threaten"),
        ("“[We will rebuild the school|c],” [the mayor|s] [said|q].", "promise"),
        ("“[We want a quiet street|c],” [the neighbours|s] [said|q].", "intend"),
        ("“[This plan is a wonderful success|c],” [Reed|s] [said|q].", "support"),
        ("“[The governor ignored our letters|c],” [Byron|s] [said|q].", "accuse"),
        ("[Reed|s] [said|q] [he thinks the tunnel should be closed|c].", "demand"),
        ("“[Who paid for the tunnel?|c]” [Reed|s] [said|q].", "question"),
        ("[Reed|s] [called|q] [the verdict a disgrace|c].", "accuse"),
        # the cue's noun in the content
        ("[The guild|s] [expressed|q] [its opposition to the tunnel|c].", "reject"),
        ("[The guild|s] [filed|q] [a lawsuit against the owners|c].", "accuse"),
        # a cue that is turned over by its second word
        ("[The president|s] [vowed to veto|q] [the bill|c].", "promise"),
        ("[The minister|s] [summoned|q] [the envoy to protest against the raid|c].", "accuse"),
        ("[The guild|s] [sued|q] [the owners over the tunnel|c].", "accuse"),
        ("[The owner|s] [pleaded guilty to|q] [two charges|c].", "state"),
    ],
)
def test_what_a_statement_does(sentence: str, expected: Act) -> None:
    text, attribution = marked(sentence)
    assert act(parsed(text), attribution) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("[The mill|s] [issued a denial|q] [that its dam leaked|c].", "deny"),
        ("Staff [were given an assurance by|q] [Reed|s] [that no jobs would go|c].", "promise"),
        ("[Byron|s] [welcomed|q] [the ferry|c].", "support"),
        ("[Byron|s] [insisted on|q] [an apology|c].", "demand"),
        ("[Byron|s] [threw her weight behind|q] [the ferry|c].", "support"),
        ("[Byron|s] [has not welcomed|q] [the ferry|c].", "state"),
        ("[Byron|s] [described|q] [the ferry|c].", "state"),
    ],
)
def test_a_plain_cue_outweighs_what_is_guessed(sentence: str, expected: Act) -> None:
    text, attribution = marked(sentence)
    guessed = replace(attribution, meaning=Meaning((("state", 0.9), ("predict", 0.04))))
    assert act(parsed(text), guessed) == expected


@settings(max_examples=25)
@given(
    st.text(max_size=200), st.tuples(st.integers(0, 200), st.integers(0, 60), st.integers(0, 200), st.integers(0, 60))
)
def test_any_text_has_one_act(text: str, places: tuple[int, int, int, int]) -> None:
    start, length, cue, cue_length = places
    spans = [Span(min(a, len(text)), min(a + n, len(text))) for a, n in ((start, length), (cue, cue_length))]
    attribution = Attribution((spans[0],), (spans[1],))
    assert act(parse(text), attribution) in get_args(Act)
