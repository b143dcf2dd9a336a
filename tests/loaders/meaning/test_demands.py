"""Demands: item by item, of whom."""

from __future__ import annotations

import pytest

from sayso.loaders.meaning.demands import demands
from tests.loaders.meaning.marked import cast_in, marked, parsed, speakers_in, words

Item = tuple[str, str, tuple[str, ...]]


@pytest.mark.parametrize(
    ("sentence", "items"),
    [
        (
            "[Reed|s] [sought|q] [an apology from NATO|c].",
            [("person/tom-reed", "an apology", ("organisation/nato",))],
        ),
        (
            "[Reed|s] [called on|q] NATO [to leave the valley and return the horses|c].",
            [
                ("person/tom-reed", "leave the valley", ("organisation/nato",)),
                ("person/tom-reed", "return the horses", ("organisation/nato",)),
            ],
        ),
        (
            "[Moscow|s] [demanded|q] [guarantees from NATO that it will leave the valley and return the horses|c].",
            [
                ("country/RU", "leave the valley", ("organisation/nato",)),
                ("country/RU", "return the horses", ("organisation/nato",)),
            ],
        ),
        (
            "[Moscow|s] [demanded|q] [a guarantee that NATO will not admit Ukraine|c].",
            [("country/RU", "NATO will not admit Ukraine", ("organisation/nato",))],
        ),
        # whom the words ask, the speaker asks; what others ask, the speaker only tells
        (
            "[Anyone with news is urged to call the harbour|c], [Reed|s] [said|q].",
            [("person/tom-reed", "call the harbour", ())],
        ),
        ("[Anyone with news is urged by NATO to call the harbour|c], [Reed|s] [said|q].", []),
        ("[Anyone with news was urged to call the harbour|c], [Reed|s] [said|q].", []),
        (
            "[Reed|s] [insisted|q] [that NATO leave the valley|c].",
            [("person/tom-reed", "NATO leave the valley", ("organisation/nato",))],
        ),
        # a deed of two words, or either of two deeds, is one item
        (
            "[Reed|s] [called on|q] NATO [to return the horses or stay silent|c].",
            [("person/tom-reed", "return the horses or stay silent", ("organisation/nato",))],
        ),
        (
            '[Byron|s] [said|q] "[We ask Russia to show restraint and to leave the valley|c]."',
            [
                ("person/ada-byron", "show restraint", ("country/RU",)),
                ("person/ada-byron", "leave the valley", ("country/RU",)),
            ],
        ),
        ("[Byron|s] [asked|q] Ukraine [for a ferry|c].", [("person/ada-byron", "a ferry", ("country/UA",))]),
        (
            "[Moscow|s] [threatened|q] [to close the pass unless Ukraine returns the horses|c].",
            [("country/RU", "Ukraine returns the horses", ("country/UA",))],
        ),
        # in the passive the whole clause is demanded, of nobody who is named
        (
            "[Byron|s] [said|q] [the ferry should be repaired|c].",
            [("person/ada-byron", "the ferry should be repaired", ())],
        ),
        # a question is no duty
        ('[Byron|s] [asked|q] "[What do you have to lose|c]?"', []),
        (
            "[Byron|s] [said|q] [Russia must withdraw its ships|c].",
            [("person/ada-byron", "withdraw its ships", ("country/RU",))],
        ),
        # what only others can give is demanded, anything else that is wanted is not
        (
            "“[We want a full apology from the Senate|c],” [Reed|s] [said|q].",
            [("person/tom-reed", "a full apology from the Senate", ("organisation/senate",))],
        ),
        ("“[We want a larger farm|c],” [Reed|s] [said|q].", []),
        (
            "[Russia|c] [was told by|q] [Reed|s] [to leave the valley|c].",
            [("person/tom-reed", "leave the valley", ("country/RU",))],
        ),
        (
            "[Reed|s] [demanded|q] [an apology from the Senate|c].",
            [("person/tom-reed", "an apology from the Senate", ("organisation/senate",))],
        ),
        (
            "[Reed|s] [rejected|q] [a request from Byron to open the files|c].",
            [("person/ada-byron", "open the files", ("person/tom-reed",))],
        ),
        ("“[Let the horses go|c]!” [Reed|s] [said|q].", [("person/tom-reed", "the horses go", ())]),
        # what is only added is no part of it
        (
            "[Reed|s] [urged|q] Russia [to leave the valley, particularly around the mill|c].",
            [("person/tom-reed", "leave the valley", ("country/RU",))],
        ),
        # the deed, not who is asked, wherever syntax hangs it
        (
            '[Reed|s] [said|q] "[I would urge anyone with any information to contact police|c]."',
            [("person/tom-reed", "contact police", ())],
        ),
        ("[Reed|s] [called for|q] [the bill to be dropped|c].", [("person/tom-reed", "the bill to be dropped", ())]),
        # foretold, asked, told of: nothing is demanded
        ("[Reed|s] [said|q] [the Senate would have to find new horses|c].", []),
        ("“[What should be done about the horses?|c]” [Reed|s] [said|q].", []),
        ("[Reed|s] [said|q] he “[didn’t know about the horses|c]”.", []),
        ("[Reed|s] [said|q] [the horses ran away|c].", []),
        ("[Reed|s] [hopes|q] [to see the horses again|c].", []),
    ],
)
def test_demands(sentence: str, items: list[Item]) -> None:
    text, attribution = marked(sentence)
    doc, speakers = parsed(text), speakers_in(text, attribution)
    found = demands(doc, cast_in(text), attribution, speakers)
    assert [(d.by, words(text, d.matter), d.of) for d in found] == items


def test_addressees_are_asked_where_the_words_name_nobody() -> None:
    text, attribution = marked("[Reed|s] [called for|q] [a new bridge|c].")
    (demand,) = demands(parsed(text), cast_in(text), attribution, ("person/tom-reed",), ("country/US",), 7)
    assert (demand.of, demand.statement) == (("country/US",), 7)
