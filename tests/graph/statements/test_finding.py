"""How a speaker was found, on articles of one statement each: marks in the text say who is meant where."""

import re

import pytest

from sayso.graph.statements.explanation import explain
from sayso.graph.store.store import Store
from sayso.loaders.document import Document
from sayso.loaders.facts import Actor, Attribution, Extraction, Membership, Mention, Post, Span, Statement
from sayso.loaders.mapping import actor_quads, article_quads

ACTOR = {
    "A": Actor("person/ann-lee", "Person", "Ann Lee"),
    "C": Actor("country/RU1", "Country", "Ruritania", frozenset({"RU", "Ruritanian"})),
    "O": Actor("organisation/league", "Organisation", "The League of Free Ports", frozenset({"the League"})),
}
_MARK = re.compile(r"\[(?P<key>\w)(?P<source>!?) (?P<words>[^\]]+)\]")


def found(marked: str, title: str | None = None) -> tuple[str, ...]:
    """Explain a text in which [A Ann Lee] is a mention of A and [A! she] the speaker; it ends in “said yes.”"""
    text, mentions, sources, speakers = "", [], [], []
    last = 0
    for match in _MARK.finditer(marked):
        text += marked[last : match.start()]
        span = Span(len(text), len(text) + len(match["words"]))
        text += match["words"]
        mentions.append(Mention(span, ACTOR[match["key"]].key))
        if match["source"]:
            sources.append(span)
            speakers.append(ACTOR[match["key"]].key)
        last = match.end()
    text += marked[last:]
    said = Attribution((Span(len(text) - 4, len(text) - 1),), (Span(len(text) - 9, len(text) - 5),), tuple(sources))
    statement = Statement(said, Span(0, len(text)), "indirect", "state", tuple(speakers))
    posts = (Membership("person/ann-lee", Post(title, "country/RU1"), mentions[0].span),) if title else ()
    extraction = Extraction(
        {a.key: a for a in ACTOR.values()}, tuple(mentions), posts, (statement,), method=(("x", "1"),)
    )
    store = Store.in_memory()
    store.apply((), [*article_quads(Document("x", text), extraction), *actor_quads(extraction.actors.values())])
    (row,) = store.query("SELECT ?s { ?s a sayso:Statement }").records()
    return explain(store, row["s"]).found


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "[A! Ann Lee] said yes.",
            "named as “Ann Lee”",
        ),
        (
            "[A! Mayor Ann Lee] said yes.",
            "named as “Mayor Ann Lee”",
        ),
        (
            "[A Ann Lee] went. [A! Lee] said yes.",
            "“Lee” is a part of the name, which the article gives in full: “Ann Lee” (code points 0 to 7)",
        ),
        (
            "[A! Lee] said yes.",
            "“Lee” is a part of the name",
        ),
        (
            "[A Ann Lee] went. [A! She] said yes.",
            "“She” is a pronoun, taken for Ann Lee, who is meant before by “Ann Lee” (code points 0 to 7)",
        ),
        (
            "[A! She] said yes.",
            "“She” is a pronoun, taken for Ann Lee",
        ),
        (
            "[C! Ruritania] said yes.",
            "named as “Ruritania”",
        ),
        (
            "[C! RU] said yes.",
            "“RU” is another name of Ruritania",
        ),
        (
            "[C! The Ruritanian government] said yes.",
            "“The Ruritanian government” holds “Ruritanian”, another name of Ruritania",
        ),
        (
            "[C! Strelsau] said yes.",
            "“Strelsau” stands for the state, as capitals, seats of government and peoples do",
        ),
        (
            "[C Ruritania] went. [C! It] said yes.",
            "“It” is a pronoun, taken for Ruritania, who is meant before by “Ruritania” (code points 0 to 9)",
        ),
        (
            "[O The League of Free Ports] went. [O! The alliance] said yes.",
            "“The alliance” is a description, taken for The League of Free Ports, who is meant before by "
            "“The League of Free Ports” (code points 0 to 24)",
        ),
    ],
)
def test_how_a_speaker_was_found(marked: str, expected: str) -> None:
    (told,) = found(marked)
    assert told.partition(": ")[2] == expected


@pytest.mark.parametrize("words", ["The foreign minister", "the Ruritanian foreign minister"])
def test_a_description_that_fits_a_post(words: str) -> None:
    (told,) = found(f"[A Ann Lee] went. [A! {words}] said yes.", "foreign minister")
    assert told.startswith(f"Ann Lee: “{words}” fits the post Foreign Minister of Ruritania")
    assert told.endswith("which the article gives this person: “Ann Lee”")


def test_every_speaker_is_told() -> None:
    assert set(found("[A! Ann Lee] and [C! Ruritania] said yes.")) == {
        "Ann Lee: named as “Ann Lee”",
        "Ruritania: named as “Ruritania”",
    }


def test_a_speaker_who_is_not_named_is_told_as_such() -> None:
    assert found("It is said that nobody said yes.") == ("not named: no words at this cue say who speaks",)
