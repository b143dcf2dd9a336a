"""Positions and demands from marked words: whose, toward whom, of whom."""

from __future__ import annotations

import pytest

from sayso.loaders.actors.cast import Cast
from sayso.loaders.facts import Act, Actor, Attribution, Marked, Mention, Span, WordRole
from sayso.loaders.meaning.marked import marked_demands, marked_positions

KEYS = {"Paris": "country/FR", "Rome": "country/IT", "Anna Berg": "person/anna-berg", "Oslo": "country/NO"}
SIDES: list[tuple[str, str, Act, str, WordRole, list[str]]] = [  # kind, text ({…} cue, […] mark), act, role, toward
    ("blamed conduct", "Anna Berg {condemned} [Rome's blockade of the port].", "accuse", "against", ["country/IT"]),
    ("an actor alone", "Anna Berg {praised} [Rome] for its help.", "support", "for", ["country/IT"]),
    ("named before the deed", "Anna Berg {accused} Rome of [closing the port].", "accuse", "against", ["country/IT"]),
    ("a deed that only names", "Anna Berg {refused} to [send ships to Rome].", "reject", "against", []),
    ("a plan of the own side", "Anna Berg {promised} to [reopen the port].", "promise", "for", []),
    ("never toward oneself", "Anna Berg {defended} [Anna Berg's own record].", "support", "for", []),
]
ITEMS = [  # kind, text, addressees, of whom
    ("who is urged", "Anna Berg {urged} Rome to [open the port].", (), ["country/IT"]),
    ("the clause's subject", "Anna Berg {demanded} that [Rome open the port].", (), ["country/IT"]),
    ("who is spoken to", "Anna Berg {demanded} to [open the port].", ("country/NO",), ["country/NO"]),
    ("nobody", "Anna Berg {called for} [a ceasefire].", (), []),
]


def lay(text: str) -> tuple[str, Attribution, Span, Cast]:
    """Take a text's marks out; return it with its attribution, the marked words and a cast of the names in it."""
    plain, places = "", {}
    for char in text:
        if char in "{}[]":
            places[char] = len(plain)
        else:
            plain += char
    cue, mark = Span(places["{"], places["}"]), Span(places["["], places["]"])
    attribution = Attribution((Span(cue.end + 1, len(plain) - 1),), (cue,), (Span(0, len("Anna Berg")),))
    mentions = sorted(
        Mention(Span(at, at + len(name)), key)
        for name, key in KEYS.items()
        for at in range(len(plain))
        if plain.startswith(name, at)
    )
    return plain, attribution, mark, Cast({k: Actor(k, "Country", n) for n, k in KEYS.items()}, tuple(mentions))


@pytest.mark.parametrize(("text", "act", "role", "toward"), [c[1:] for c in SIDES], ids=[c[0] for c in SIDES])
def test_a_side_is_taken_on_an_actor_only_where_its_conduct_is_the_matter(
    text: str, act: Act, role: WordRole, toward: list[str]
) -> None:
    _, attribution, mark, cast = lay(text)
    (found,) = marked_positions(cast, attribution, Marked(role, mark, 0.8), act, ["person/anna-berg"], 3)
    assert (found.statement, found.holder, found.stance, found.matter) == (3, "person/anna-berg", role, mark)
    assert list(found.toward) == toward
    assert found.confidence == 0.8


@pytest.mark.parametrize(("text", "addressees", "of"), [c[1:] for c in ITEMS], ids=[c[0] for c in ITEMS])
def test_a_demand_is_of_whom_the_words_name(text: str, addressees: tuple[str, ...], of: list[str]) -> None:
    _, attribution, mark, cast = lay(text)
    (found,) = marked_demands(cast, attribution, Marked("demand", mark, 0.8), ["person/anna-berg"], addressees, 0)
    assert (found.by, found.matter, list(found.of)) == ("person/anna-berg", mark, of)


def test_without_a_speaker_nobody_takes_a_side() -> None:
    _, attribution, mark, cast = lay("Anna Berg {condemned} [the blockade].")
    assert marked_positions(cast, attribution, Marked("against", mark, 0.8), "accuse", [], 0) == []
    assert marked_demands(cast, attribution, Marked("demand", mark, 0.8), [], (), 0) == []
