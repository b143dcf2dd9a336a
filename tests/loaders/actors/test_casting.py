"""Casting: who is one actor, who are two, and where they are meant."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.loaders.actors.casting import find_cast
from sayso.loaders.actors.speaker import resolve_speakers
from sayso.loaders.facts import Attribution, Span
from sayso.loaders.syntax import parse
from tests.loaders.actors.scenes import attributed, cast_of

SHARED = Path(__file__).parents[4] / "shared"


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Angela Merkel met Jens Stoltenberg. Merkel smiled.", {"person/angela-merkel", "person/jens-stoltenberg"}),
        ("Bill Clinton and Hillary Clinton came.", {"person/bill-clinton", "person/hillary-clinton"}),
        (
            "The Union of Fruit Sellers (UFS) met. The UFS voted.",
            {"organisation/union-of-fruit-sellers"},
        ),
        (
            "The Rapid Support Forces (RSF) met. The RSF left.",
            {"organisation/rapid-support-forces"},
        ),
        ("The island nation of Tuvalu agreed.", {"country/TV"}),
        ("Choi Sung-ho spoke. Choi left.", {"person/choi-sung-ho"}),
        ("The US, the U.S. and the United States are one.", {"country/US"}),
        ("The World Health Organization met. The WHO said so.", {"organisation/world-health-organization"}),
        ("The Kremlin refused.", {"country/RU"}),
        ("They met in Moscow.", set()),
        ("Beijing’s demands were refused.", {"country/CN"}),
        ("The Obama administration agreed.", {"organisation/obama-administration", "person/barack-obama"}),
        ("The Saudi government agreed.", {"country/SA"}),
        ("The White House declined.", {"organisation/white-house"}),
        ("Voters in Ohio and Florida were polled.", {"country/US-OH", "country/US-FL"}),
        ("Georgia and Armenia accused Russia.", {"country/GE", "country/AM", "country/RU"}),
        (
            "Georgia, Ohio, Florida and Texas vote today.",
            {"country/US-GA", "country/US-OH", "country/US-FL", "country/US-TX"},
        ),
    ],
)
def test_who_is_in_a_text(text: str, keys: set[str]) -> None:
    assert set(cast_of(text).actors) == keys


def test_a_bare_surname_is_no_name_of_the_actor() -> None:
    actor = cast_of("Hillary Clinton spoke. Clinton left.").actors["person/hillary-clinton"]
    assert "Clinton" not in {actor.name, *actor.names}


def test_a_first_name_alone_finds_its_family() -> None:
    text = "Peter Miller spoke. His divorce from Anna Miller took years. Anna disagreed."
    cast = cast_of(text)
    start = text.rindex("Anna")
    assert cast.actors_within([Span(start, start + 4)]) == ["person/anna-miller"]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("NATO met. The military alliance will grow.", "The military alliance", "NATO"),
        ("Peter Miller spoke. He was tired.", "He", "Peter Miller"),
        ("Anna Miller met Peter Stone. She left early.", "She", "Anna Miller"),
        ("NATO met in Ukraine. The country asked for help.", "The country", "Ukraine"),
        ("French President Emmanuel Macron came. The president smiled.", "The president", "Emmanuel Macron"),
        ("Germany said it would help.", "it", "Germany"),
        ("The Bergen Institute met. The institute voted.", "The institute", "Bergen Institute"),
    ],
)
def test_who_is_meant(text: str, words: str, name: str) -> None:
    cast = cast_of(text)
    start = text.index(words)
    meant = [m.actor for m in cast.mentions if m.span == Span(start, start + len(words))]
    assert [cast.actors[k].name for k in meant] == [name]


def test_i_is_the_speaker_and_he_is_not() -> None:
    text = 'Peter Miller met Robert Stone. "I like his style and he likes mine," Stone said.'
    attributions = attributed(text, ("Stone said"[:5], "said", '"I like his style and he likes mine,"'))
    cast = find_cast(parse(text), attributions)
    at = {text[m.span.start : m.span.end]: m.actor for m in cast.mentions if m.span.start > text.index('"')}
    assert at["I"] == at["mine"] == "person/robert-stone"
    assert at["his"] == at["he"] == "person/peter-miller"


def test_mentions_are_in_order_and_lie_in_the_text() -> None:
    text = "The US and the UK have threatened Russia. Moscow denied it. He said they knew."
    cast = cast_of(text)
    assert list(cast.mentions) == sorted(cast.mentions)
    assert all(0 <= m.span.start < m.span.end <= len(text) and m.actor in cast.actors for m in cast.mentions)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300), st.tuples(st.integers(0, 400), st.integers(0, 400)))
def test_no_text_breaks_it(text: str, ends: tuple[int, int]) -> None:
    doc = parse(text)
    span = Span(min(ends), max(ends))
    attribution = Attribution(contents=(span,), cues=(span,), sources=(span,))
    cast = find_cast(doc, [attribution])
    assert set(resolve_speakers(doc, cast, attribution)) <= set(cast.actors)


def test_the_example_articles_have_the_speakers_that_were_found_by_hand() -> None:
    if not (SHARED / "gold" / "seeds.json").exists():
        pytest.skip("needs ../shared/gold")
    wrong = 0
    for article in json.loads((SHARED / "gold" / "seeds.json").read_text("utf8")):
        doc = parse((SHARED / "articles" / article["file"]).read_text("utf8"))

        def spans(pairs: list[list[int]]) -> tuple[Span, ...]:
            return tuple(Span(a, b) for a, b in pairs)

        attributions = [
            Attribution(spans(s["content"]), spans(s["cue"]), spans(s["source"])) for s in article["statements"]
        ]
        cast = find_cast(doc, attributions)
        for statement, attribution in zip(article["statements"], attributions, strict=True):
            names = [cast.actors[k].name for k in resolve_speakers(doc, cast, attribution)]
            wrong += names != statement["speaker"]
    assert wrong <= 2


@pytest.mark.parametrize(
    "piece", ["Ann and ", "A ", "he said they ", '"', "“", "the court of ", "President ", "his wife's "]
)
def test_endless_repetition_ends(piece: str) -> None:
    text = piece * 1500
    doc = parse(text)
    whole = Span(0, len(text))
    attribution = Attribution(contents=(whole,), cues=(Span(0, 3),), sources=(whole,))
    cast = find_cast(doc, [attribution])
    assert set(resolve_speakers(doc, cast, attribution)) <= set(cast.actors)


def test_a_capital_that_speaks_is_a_name_of_its_state() -> None:
    assert "Moscow" in cast_of("Moscow demanded an answer. Tourists like Moscow.").actors["country/RU"].names
    assert "country/RU" not in cast_of("Tourists arrived in Moscow.").actors


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Germany's chancellor, Merkel, disagreed.", "person/angela-merkel"),
        ("Mrs. Merkel said Germany disagreed.", "person/angela-merkel"),
        ("Merkel disagreed.", "here/person/merkel"),
        ("Ruth Merkel disagreed. Mrs. Merkel left.", "person/ruth-merkel"),
        ("President Chilufya disagreed.", "here/person/chilufya"),
    ],
)
def test_a_surname_is_a_public_figures_where_something_says_so_and_nobody_else_has_it(text: str, key: str) -> None:
    assert key in find_cast(parse(text), []).actors
    assert sum("person/" in k for k in find_cast(parse(text), []).actors) == 1
