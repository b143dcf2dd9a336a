import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.graph.statements.repetition import needed, same
from sayso.graph.statements.wording import Wording, wording

LONG = (
    "“We have no intention of sending engineers to Strelsau. We are focusing on repairs at home, "
    "and the ferry will not run before the harbour is dredged.”"
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("“The ferry will not run before May,”", "direct"), ('"The ferry will not run before May."', "direct")),
        (("“The ferry will not run – before May!”", "direct"), ("“THE FERRY WILL NOT RUN BEFORE MAY”", "direct")),
        (("“The ferry will not run before the harbour is dredged”", "direct"), (LONG, "direct")),
        (("“We are focusing on repairs at home”", "direct"), (LONG, "direct")),
        (("“no intention of sending engineers”", "direct"), (LONG, "direct")),
        (
            (
                "“We have no intention of sending engineers ... the ferry will not run before the harbour is dredged”",
                "direct",
            ),
            (LONG, "direct"),
        ),
        (("that there was “no intention of sending engineers” to the capital", "mixed"), (LONG, "direct")),
        (
            ("that the council “would be glad to repair the old harbour bridge”", "mixed"),
            ("would “be glad to repair the old harbour bridge”", "mixed"),
        ),
        (
            ("“First we repair the harbour wall,” … “then we dredge the northern channel.”", "direct"),
            ("“First we repair the harbour wall, then we dredge the northern channel.”", "direct"),
        ),
        (
            ("“Good morning. We repair the harbour wall before anything else this year.”", "direct"),
            ("“We repair the harbour wall before anything else this year. That is what we promised.”", "direct"),
        ),
        (
            ("that the council would repair the harbour wall before winter", "indirect"),
            ("the council would repair the harbour wall before winter", "indirect"),
        ),
    ],
)
def test_the_same_words_re_punctuated_or_shortened(one: tuple[str, str], other: tuple[str, str]) -> None:
    a, b = wording(*one), wording(*other)
    assert same(a, b)
    assert same(b, a)
    shared = len(a.fingerprints & b.fingerprints)
    assert shared >= needed(min(len(a.fingerprints), len(b.fingerprints))), "it has to be found, too"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("“I do not know”", "direct"), ("“I do not know”", "direct")),
        (("“I do not know what you mean by that”", "direct"), ("“I do not know what you mean by that”", "direct")),
        (("“Thank you very much, thank you”", "direct"), ("“Thank you very much, thank you”", "direct")),
        (("“We will see what we can do about it”", "direct"), ("“We'll see what we can do about it.”", "direct")),
        (("“no plans”", "direct"), (LONG, "direct")),
        (("“We are focusing on ferries”", "direct"), (LONG, "direct")),
        (("“We have no intention of closing the old brewery”", "direct"), (LONG, "direct")),
        (("“The harbour is dredged and the ferry runs”", "direct"), (LONG, "direct")),
        (
            ("that the council would repair the harbour wall", "indirect"),
            ("that the council would repair the harbour wall and the church before the end of the year", "indirect"),
        ),
        (
            ("the council will repair the “old” wall of the northern harbour before winter", "mixed"),
            ("the council will not repair any “old” wall before the northern winter ends", "mixed"),
        ),
        (("", "direct"), ("", "direct")),
    ],
)
def test_other_words_and_what_anybody_may_say(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert not same(wording(*one), wording(*other))
    assert not same(wording(*other), wording(*one))


def test_more_words_are_needed_where_the_speaker_may_be_another() -> None:
    short, long = wording("“no intention of sending engineers”", "direct"), wording(LONG, "direct")
    assert not same(short, long, speaker_known=False)
    assert same(wording("“We are focusing on repairs at home, and the ferry will not run”", "direct"), long,
                speaker_known=False)  # fmt: skip


@given(st.text(), st.text(), st.sampled_from(["direct", "mixed", "indirect"]))
def test_any_two_texts_can_be_compared_in_either_order(one: str, other: str, form: str) -> None:
    a, b = wording(one, form), wording(other, form)
    assert same(a, b) == same(b, a)


@given(st.lists(st.sampled_from("harbour wall ferry dredge council engineers repairs winter".split()), min_size=5))
def test_a_quotation_repeats_itself_when_it_tells_something(words: list[str]) -> None:
    whole = Wording((tuple(words),), quoted=True)
    assert same(whole, whole) == (len(set(words)) >= 2)
