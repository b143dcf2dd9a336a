"""Words that end in the middle of a phrase go on, and gaps in them are closed."""

from __future__ import annotations

import pytest

from sayso.loaders.attribution.completed import whole
from sayso.loaders.facts import Attribution, Span
from sayso.loaders.syntax import parse


@pytest.mark.parametrize(
    ("text", "cue", "words", "all_of_them"),
    [
        ("Ada Hill cited health issues.", "cited", "health", "health issues"),
        ("Ada Hill said it began in the old harbour.", "said", "it began in the old", "it began in the old harbour"),
        ("Ada Hill described a unique chance to see it.", "described", "a unique", "a unique chance to see it"),
        ("Ada Hill denied any plans, Orlen Radio reported.", "denied", "any", "any plans"),
        ("Ada Hill said the bridge was safe.", "said", "the bridge was safe", "the bridge was safe"),
        ("Ada Hill praised the bridge that Bell had built.", "praised", "the bridge", "the bridge"),
        ("Ada Hill denied the.", "denied", "the", "the"),
        ("Ada Hill said it was safe and smiled.", "said", "it was safe and", "it was safe"),
        ("Ada Hill praised the bridge, which leaks.", "praised", "the bridge, which", "the bridge"),
        ("Ada Hill praised the pier they sat on.", "praised", "the pier they sat on", "the pier they sat on"),
    ],
)  # fmt: skip
def test_words_end_where_their_last_phrase_does(text: str, cue: str, words: str, all_of_them: str) -> None:
    start, at = text.index(words, text.index(cue)), text.index(cue)
    one = Attribution((Span(start, start + len(words)),), (Span(at, at + len(cue)),), (Span(0, 8),))
    [found] = whole(parse(text), [one])
    assert [text[c.start : c.end] for c in found.contents] == [all_of_them]


def test_words_stop_before_the_cue_and_the_source() -> None:
    text = "The old mayor said so."
    one = Attribution((Span(0, 7),), (Span(14, 18),), (Span(8, 13),))
    assert whole(parse(text), [one]) == [one]


@pytest.mark.parametrize("span", [Span(0, 0), Span(40, 50), Span(3, 3)])
def test_words_that_are_nowhere_stay(span: Span) -> None:
    one = Attribution((span,))
    assert whole(parse("Nobody said so."), [one]) == [one]


@pytest.mark.parametrize(
    ("text", "stretches", "left"),
    [
        ("Hill said the old bridge in Tessen was safe.", ("the old bridge", "was safe"), 1),
        ("The old bridge, said Hill, was safe.", ("The old bridge", "was safe"), 2),
        ("Hill said it was safe.\nIt was not.", ("it was safe", "It was not"), 2),
        ("Hill said it is a bridge that nobody who lives here would cross.", ("it is", "cross"), 2),
    ],
)
def test_stretches_with_a_few_words_between_are_one(text: str, stretches: tuple[str, str], left: int) -> None:
    one, other = (Span(text.index(words), text.index(words) + len(words)) for words in stretches)
    at, who = text.index("said"), text.index("Hill")
    [found] = whole(parse(text), [Attribution((one, other), (Span(at, at + 4),), (Span(who, who + 4),))])
    assert len(found.contents) == left


GOING_ON = [
    ("as Mary Bell looked on", "Mary Bell", "looked on", 1),
    ("while Mary Bell added", "Mary Bell", "added", 2),  # she speaks herself
]


@pytest.mark.parametrize(("meanwhile", "source", "cue", "statements"), GOING_ON)
def test_a_quotation_goes_on_behind_what_another_does(meanwhile: str, source: str, cue: str, statements: int) -> None:
    text = f"“I won't resign,” Robert Hall said, {meanwhile}, “and I won't be pushed.”"

    def place(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    first = Attribution((place("“I won't resign,”"),), (place("said"),), (place("Robert Hall"),))
    second = Attribution((place("“and I won't be pushed.”"),), (place(cue),), (place(source),))
    assert len(whole(parse(text), [first, second])) == statements


CUES = [  # text; the cue as the tagger cuts it, the words, the whole cue
    ("Hill made a desperate plea for help.", "made a desperate", "help", "made a desperate plea for"),
    ("Hill insisted on an apology.", "insisted on an", "an apology", "insisted on"),
    ("Hill rejected claims that he lied.", "rejected claims", "claims that he lied", "rejected"),
    ("Hill shrugged off criticism of the tax.", "shrugged off criticism of", "criticism of the tax", None),
    ("Hill said on Monday it was over.", "said", "it was over", None),
]


@pytest.mark.parametrize(("text", "cut", "words", "cue"), CUES)
def test_a_cue_ends_where_its_words_begin(text: str, cut: str, words: str, cue: str | None) -> None:
    spans = [Span(text.index(part), text.index(part) + len(part)) for part in (words, cut)]
    [found] = whole(parse(text), [Attribution((spans[0],), (spans[1],), (Span(0, 4),))])
    assert text[found.cues[0].start : found.cues[0].end] == (cue or cut)
