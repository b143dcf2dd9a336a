"""Gendered: an article about one person tells her gender by its pronouns."""

from __future__ import annotations

import pytest

from sayso.loaders.actors.casting import find_cast
from sayso.loaders.actors.speaker import resolve_speakers
from sayso.loaders.facts import Attribution, Span
from sayso.loaders.syntax import parse

LIFE = "In 2001 she left the army. She moved to the coast, where her boats lay. Her songs were sold."


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"Peter Hill was born in Tessen. Hill joined a band. Hill sang. {LIFE}", ["Peter Hill"]),
        # somebody else is named as often: the first names count
        (f"Peter Hill met Bob Pope in Tessen. Pope and Hill sang. {LIFE}", []),
        # a woman without a name is there: it may be hers
        (f"Peter Hill was born in Tessen. Hill met a woman. Hill sang. {LIFE}", []),
        # a title says otherwise
        (f"Mr Peter Hill was born in Tessen. Mr Hill joined a band. Mr Hill sang. {LIFE}", []),
        # one pronoun tells nothing
        ("Peter Hill was born in Tessen. Hill joined a band. Hill sang.", []),
    ],
)
def test_pronouns_tell_the_gender_of_whom_an_article_is_about(text: str, who: list[str]) -> None:
    whole = f"{text} “No,” she said."
    content, source, cue = (
        Span(whole.rindex(words), whole.rindex(words) + len(words)) for words in ("“No,”", "she", "said")
    )
    doc, said = parse(whole), Attribution(contents=(content,), cues=(cue,), sources=(source,))
    cast = find_cast(doc, [said])
    assert [cast.actors[key].name for key in resolve_speakers(doc, cast, said)] == who
