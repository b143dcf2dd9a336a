"""Whose words a document is that is told of again, and who is meant by a row that names some of a kind."""

from __future__ import annotations

import pytest

from tests.loaders.actors.scenes import speakers


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "names"),
    [
        (
            "In a statement, Mary Hill said it was late. The statement also said that nothing works.",
            "The statement", "also said", "nothing works", ("Mary Hill",),
        ),
        (
            "A complaint was filed by the Tessen Union. The complaint says that it is late.",
            "The complaint", "says", "it is late", ("Tessen Union",),
        ),
        (
            "The Tessen Union sued the city of Leeds on Monday. The complaint says that it is late.",
            "The complaint", "says", "it is late", ("Tessen Union",),
        ),
        (
            "On Monday, Mary Hill filed a lawsuit against the city. It is late, the complaint says.",
            "the complaint", "says", "It is late", ("Mary Hill",),
        ),
        (
            "Princess Ada Thorsen spoke on Friday. The princess said it was over.",
            "The princess", "said", "it was over", ("Ada Thorsen",),
        ),
        (
            "In a Tessen Times report, Mary Hill said it was late. The report said that nothing works.",
            "The report", "said", "nothing works", ("Tessen Times",),
        ),
        ("It must be easy, per WHO guidelines.", "WHO guidelines", "per", "It must", ("World Health Organization",)),
        ("An internal memo at Apple said it failed.", "An internal memo at Apple", "said", "it failed", ("Apple",)),
        (
            "Foreign Secretary meets Iraqi minister\n\nMary Hill met Ibrahim al-Jaafari in London today.\n"
            "The Foreign Secretary underlined that they are friends.",
            "The Foreign Secretary", "underlined", "they are friends", ("Mary Hill",),
        ),
        (
            "She gave to the Violence Archive. The archive said that it was late.",
            "The archive", "said", "it was late", ("Violence Archive",),
        ),
        (
            "German firms including Siemens and Daimler said no to it.",
            "German firms including Siemens and Daimler", "said", "no to it", ("Siemens", "Daimler"),
        ),
        (
            "One of these groups, the Syrian Democratic Forces (SDF), said no to it.",
            "One of these groups, the Syrian Democratic Forces (SDF),", "said", "no to it",
            ("Syrian Democratic Forces",),
        ),
        (
            "They met Chris Fallow of Apex Shark Expeditions in May. Fallow said no to it.",
            "Fallow", "said", "no to it", ("Chris Fallow",),
        ),
        ("Jim Press, vice chairman of it, said no to it.", "Jim Press", "said", "no to it", ("Jim Press",)),
        (
            "Judge Amy Berman Jackson said no to it.",
            "Judge Amy Berman Jackson", "said", "no to it", ("Amy Berman Jackson",),
        ),
    ],
)  # fmt: skip
def test_who_speaks(text: str, source: str, cue: str, content: str, names: tuple[str, ...]) -> None:
    assert speakers(text, (source, cue, content)) == [names]
