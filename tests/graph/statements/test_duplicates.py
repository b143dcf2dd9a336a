import pytest

from sayso.graph.statements.duplicates import nearly_same, needed, sketch
from sayso.graph.statements.wording import words_of

SENTENCES = [
    "The council of Strelsau voted on Monday to repair the northern harbour wall before winter.",
    "“We have no intention of closing the ferry,” Mayor Anna Zenda told reporters after the vote.",
    "The wall was damaged in a storm that tore two fishing boats from their moorings in March.",
    "Engineers estimate the cost at four million crowns, half of which the League would pay.",
    "Opponents said the money was needed for schools and for the road to the old brewery.",
    "The harbour master warned that a second storm could close the channel for a month.",
    "Borduria, which shares the bay, has promised to lend its dredger for the northern channel.",
    "Work is to begin in August and to end before the first autumn gales arrive.",
    "The last repair, in the year of the great flood, took three summers instead of one.",
    "Fishermen asked for a temporary pier, a request that the council will hear next week.",
]
ARTICLE = "\n".join(SENTENCES)
OTHER = (
    "The council of Strelsau also heard a report on its schools. Mayor Anna Zenda told reporters that two of them "
    "would move into the old brewery, and that the League would pay for books. Parents from the villages across the "
    "bay asked for a bus, which the council refused because the road is closed in winter."
)


@pytest.mark.parametrize(
    "copy",
    [
        ARTICLE,
        ARTICLE.upper(),
        ARTICLE.replace("“", '"').replace("”", '"').replace("\n", "\n\n"),
        "Harbour wall to be repaired\n" + ARTICLE + "\nThe Strelsau Courier. All rights reserved.",
        "\n".join(SENTENCES[:6]),
        "\n".join(SENTENCES[3:]),
        ARTICLE.replace("Monday", "Tuesday").replace("four million", "4 million").replace("a month", "weeks"),
        "\n".join(reversed(SENTENCES)),
    ],
    ids=["the same", "in capitals", "other marks", "framed", "cut short", "without its lead", "edited", "turned round"],
)
def test_copies_are_recognised_and_found(copy: str) -> None:
    assert nearly_same(ARTICLE, copy)
    assert nearly_same(copy, ARTICLE)
    one, other = sketch(ARTICLE), sketch(copy)
    assert len(one & other) >= needed(min(len(one), len(other)))


@pytest.mark.parametrize(
    "other",
    [OTHER, SENTENCES[1], "\n".join(SENTENCES[:2]) + "\n" + OTHER, "", "Yes."],
    ids=["the same town", "one sentence of it", "a quarter of it in another article", "nothing", "one word"],
)
def test_other_articles_are_none(other: str) -> None:
    assert not nearly_same(ARTICLE, other)
    assert not nearly_same(other, ARTICLE)


def test_a_sketch_is_small_whatever_the_length_of_the_text() -> None:
    assert len(sketch(ARTICLE * 50)) == len(sketch(ARTICLE))
    assert len(sketch(SENTENCES[0])) == len(words_of(SENTENCES[0])) - 4
