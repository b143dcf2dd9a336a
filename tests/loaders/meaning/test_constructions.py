"""Constructions that tell a stance without a verb for it: what nobody wants, what there will not be, what is time."""

from __future__ import annotations

import pytest

from sayso.loaders.meaning.positions import positions
from tests.loaders.meaning.marked import cast_in, marked, parsed, speakers_in, words


@pytest.mark.parametrize(
    ("sentence", "stands"),
    [
        ("[Reed|s] [said|q] [he was not considering a sale|c].", {("against", "a sale")}),
        (
            "[“Leave the mill, or we will shut it,”|c] [Byron|s] [said|q].",
            {("for", "Leave the mill"), ("for", "shut it")},
        ),
        ("[Byron|s] [issued an ultimatum|q]: [“Leave the mill or face a strike”|c].", {("for", "Leave the mill")}),
        ("[Byron|s] [pointed|q] [the finger at Reed for the fire|c].", {("against", "the fire")}),
        ("[“It would be a mistake to sell the farm now,”|c] [Reed|s] [said|q].", {("against", "sell the farm now")}),
        ("[Reed|s] [said|q] [there would be no second vote|c].", {("against", "no second vote")}),
        ("[“There will be no winners,”|c] [Reed|s] [said|q].", set()),
        ("[“Nobody wants a strike,”|c] [Reed|s] [said|q].", {("against", "a strike")}),
        ("[“It is time to sell the farm,”|c] [Reed|s] [said|q].", {("for", "sell the farm")}),
        ("[“This law is an attack on free speech,”|c] [Reed|s] [said|q].", {("against", "This law")}),
        ("[“The deal is good for both towns,”|c] [Reed|s] [said|q].", {("for", "The deal")}),
        ("[Reed|s] [said|q] [the tariffs were not in the country's interest|c].", {("against", "the tariffs")}),
        ("[Reed|s] [said|q] [the tariffs had no basis in law|c].", {("against", "the tariffs")}),
        ("[“We will not abandon the village,”|c] [Reed|s] [said|q].", {("against", "abandon the village")}),
        ("[“What we will not do is take sides,”|c] [Reed|s] [said|q].", {("against", "take sides")}),
        ("[“We do not pay ransoms,”|c] [Reed|s] [said|q].", {("against", "pay ransoms")}),
        ("[“We do not know the price,”|c] [Reed|s] [said|q].", set()),
        ("[“A subsidy race helps nobody,”|c] [Reed|s] [said|q].", {("against", "A subsidy race")}),
        ("[Reed|s] [said|q] [such payments distort competition|c].", {("against", "such payments")}),
        ("[“The town threatens no one,”|c] [Reed|s] [said|q].", set()),
        ("[Reed|s] [condemned|q] [what he called “brutal repression”|c].", {("against", "“brutal repression")}),
        ("[Reed|s] [said|q] [a levy on wood would harm the town|c].", {("against", "a levy on wood")}),
        ("[“No state would negotiate with them,”|c] [Reed|s] [said|q].", {("against", "negotiate with them")}),
        ("[Reed|s] [blocked|q] [the town from selling the farm|c].", {("against", "selling the farm")}),
        ("[Reed|s] [called|q] [the claim a fairy tale|c].", {("against", "the claim")}),
        ("[“Nobody is trying to sell the farm,”|c] [Reed|s] [said|q].", {("against", "sell the farm")}),
        ("[Reed|s] [vowed|q] [to fight the levy|c].", {("against", "the levy")}),
        ("[Reed|s] [said|q] [he supports neither party|c].", {("against", "neither party")}),
        ("[Reed|s] [said|q] [he was not thinking about a levy|c].", {("against", "a levy")}),
        ("[Reed|s] [said|q] [he was disappointed by the outcome|c].", {("against", "the outcome")}),
        ("[Reed|s] [annulled|q] [the results of the vote|c].", {("against", "the results of the vote")}),
    ],
)
def test_stances_of_constructions(sentence: str, stands: set[tuple[str, str]]) -> None:
    text, attribution = marked(sentence)
    found = positions(parsed(text), cast_in(text), attribution, speakers_in(text, attribution))
    assert {(p.stance, words(text, p.matter)) for p in found} == stands
