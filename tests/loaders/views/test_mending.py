"""The view in which an article is read, and the way back to the article's own words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.loaders.document import Document
from sayso.loaders.extraction import extract
from sayso.loaders.facts import Span
from sayso.loaders.views.mending import mended
from sayso.loaders.views.view import Edit, view_of

READ = [  # as it stands, as it is read
    ("Nothing to mend here.", "Nothing to mend here."),
    ("&quot;It is dead,&quot; she said &amp; left.", '"It is dead," she said & left.'),
    ("A &lt;b&gt; stays &unknown; as it is.", "A &lt;b> stays &unknown; as it is."),
    ("``It is dead,'' she said.", "“It is dead,” she said."),
    ("„It is dead“, she said.", "“It is dead”, she said."),
    ("「It is dead」 she said.", "“It is dead” she said."),
    ("«It is dead», she said.", "“It is dead”, she said."),
    ('"It is dead, she said. He added: "It is a bad deal."', 'It is dead, she said. He added: "It is a bad deal."'),
    ('"It is dead," she said. "Very dead."', '"It is dead," she said. "Very dead."'),
    ("Prime\u00a0Minister Ann\u200b Lee", "Prime Minister Ann Lee"),
    ("Jose\u0301 said", "José said"),
    ("The gov-\nernment said", "The government said"),
    ("A long-\nterm plan", "A long-term plan"),
    ("â€œIt is dead,â€\x9d she said.", "“It is dead,” she said."),
    ("Juli\u00c3\u00a1n said", "Julián said"),
]


@pytest.mark.parametrize(("text", "read"), READ)
def test_characters_are_read_as_they_are_meant(text: str, read: str) -> None:
    assert mended(text).text == read


APART = [  # what stands in [ ] is no part of the discourse
    "One.\n\n[Read more: Ann Lee says all must go\n\n]Two.",
    "One.\n\n[Also on this site\n\n][Ann Lee says all must go\n\n][Bob Ray wins the cup\n\n]He left at once.",
    "[By Ann Lee and Bob Ray\n\n]It was late.",
    "[Photo: Ann Lee at the gate.\n\n]It was late.",
    "[PARIS, Feb 24 (Reuters) - ]France will fight.",
    "[Washington (AFP) – ]It was late.",
    "[WASHINGTON — ]It was late.",
    "[08:17 CAT – ]Ann Lee has won.\n\n[08.31 – ]“No,” she said.",
    "09:00 – They met.",
    "NATO — which is old — met.",
    "Ann Lee said on Monday - in a letter - that it was late.",
    "A bridge is lost.\n\n[“We will never give it up”\n\n]Then Ann Lee said: “We will never give it up”, and left.",
    "Related matters were discussed at length by the council.",
    "More on this was said by the mayor in the evening.",
    "By then it was late and nobody came.",
]


@pytest.mark.parametrize("marked", APART)
def test_what_is_no_part_of_the_discourse_is_not_read(marked: str) -> None:
    text = marked.replace("[", "").replace("]", "")
    kept = "".join(part.rpartition("]")[2] for part in marked.split("["))
    assert mended(text).text == kept


def test_a_page_header_inside_a_sentence_is_not_read_and_parts_the_words() -> None:
    text = "Ann Lee said the bridge had\n\nPage 3 of 7\n\nbeen closed for good."
    view = mended(text)
    assert view.text == "Ann Lee said the bridge had been closed for good."
    start = view.text.index("the bridge")
    pieces = view.pieces(Span(start, len(view.text) - 1))
    assert [text[p.start : p.end] for p in pieces] == ["the bridge had", "been closed for good"]


LISTS = [
    ("The union called for:\n• higher pay\n• shorter hours", "The union called for higher pay and shorter hours."),
    ("It asked that he:\n\n1. go;\n2. pay; and\n3. rest.\n\nLater", "It asked that he go, pay and rest.\n\nLater"),
    ("She said:\n- “One.”\n- “Two.”", "She said:\n- “One.”\n- “Two.”"),
    ("She said:\n- It is late. We must go.\n- It rains.", "She said:\n- It is late. We must go.\n- It rains."),
    ("It has one point:\n- pay", "It has one point:\n- pay"),
]


@pytest.mark.parametrize(("text", "read"), LISTS)
def test_a_list_is_read_as_a_sentence(text: str, read: str) -> None:
    assert mended(text).text == read


def test_every_item_of_a_list_is_demanded_and_stands_in_its_own_place() -> None:
    text = "The nurses demanded that the city:\n\n- raise their pay by a tenth\n- hire more nurses\n- reopen the wards"
    found = extract(Document("a", text))
    matters = {text[d.matter.start : d.matter.end] for d in found.demands}
    assert matters == {"raise their pay by a tenth", "hire more nurses", "reopen the wards"}


def test_mojibake_and_lost_characters_are_told() -> None:
    assert "1 places" in mended("Juli\u00c3\u00a1n said").notes[0]
    assert "U+FFFD" in mended("Juli\ufffdn said").notes[0]


@given(
    st.text(max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 6), st.text(max_size=3)), max_size=5),
)
def test_every_character_of_a_view_has_its_place(text: str, changes: list[tuple[int, int, str]]) -> None:
    edits = [Edit(min(a, len(text)), min(a + n, len(text)), reading) for a, n, reading in changes]
    view = view_of(text, edits)
    places = [view.original(Span(i, i + 1)) for i in range(len(view.text))]
    assert all(0 <= p.start <= p.end <= len(text) for p in places)
    assert places == sorted(places)
    unchanged = [i for i, p in enumerate(places) if p.end - p.start == 1 and text[p.start] == view.text[i]]
    assert all(view.reading(places[i]).start <= i for i in unchanged)


@given(st.text(alphabet=st.sampled_from("ab -\n\"“”„&quot;`'•1.:A\u00a0\u200bÃ©"), max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    view = mended(text)
    assert view.original(Span(0, len(view.text))).end <= len(text)


def test_places_are_those_of_the_article() -> None:
    text = "PARIS, Feb 24 (Reuters) - France will fight, Anna Bell said on Thursday."
    found = extract(Document("a", text, published="2022-02-25"))
    (statement,) = found.statements
    assert [text[s.start : s.end] for s in statement.attribution.contents] == ["France will fight"]
    assert all("Reuters" not in found.actors[m.actor].name for m in found.mentions)


LINES = [
    ("It demands (a) hay, (b) a dry road and (c) rest. Later", "It demands hay, a dry road and rest. Later"),
    ("They asked for 1) hay; 2) oats; and 3) a road.", "They asked for hay, oats and a road."),
    ("She urged him first, to go; second, to pay; and third, to rest.", "She urged him to go, to pay and to rest."),
    ("They demand (i) hay; (ii) oats; (iii) rest", "They demand hay, oats and rest"),
    # no list, or none that is asked for
    ("She told Ann (1) and Bob (2) to go.", "She told Ann (1) and Bob (2) to go."),
    ("He asked under section 4(a) and (b) of the act.", "He asked under section 4(a) and (b) of the act."),
    ("It asked for the first, second, and third.", "It asked for the first, second, and third."),
    ("The plan will (a) cost less and (b) last longer.", "The plan will (a) cost less and (b) last longer."),
]


@pytest.mark.parametrize(("text", "read"), LINES)
def test_a_list_within_a_line_that_asks_is_read_without_its_signs(text: str, read: str) -> None:
    assert mended(text).text == read


def demanded(text: str) -> list[str]:
    return sorted(text[d.matter.start : d.matter.end] for d in extract(Document("a", text)).demands)


def test_items_of_a_list_within_a_line_are_demanded_in_their_own_places() -> None:
    text = "Villagers are demanding (a) a bridge over the river, (b) a doctor and (c) the arrest of the smugglers."
    assert demanded(text) == ["a bridge over the river", "a doctor", "the arrest of the smugglers"]


def test_the_last_item_of_a_list_is_whole_and_the_next_paragraph_no_part_of_it() -> None:
    text = "The union demanded:\n\n- clean masks\n- a doctor in every ward\n\nThe strike began on Monday."
    assert demanded(text) == ["a doctor in every ward", "clean masks"]


def test_what_one_item_demands_by_its_own_words_is_not_demanded_by_the_others() -> None:
    text = "The mayor said:\n\n- the road is closed\n- the council must pay for the repair\n- snow will fall on Monday"
    assert demanded(text) == ["pay for the repair"]


@pytest.mark.parametrize(
    "caption",
    [
        "[Image caption: Ada Hill checks a pod. Picture by Bob Ray]",
        "(Caption: Ada Hill at the gate)",
        "Image caption, Ada Hill at the gate",
        "Ada Hill at the gate (Photo by Bob Ray)",
        "Ada Hill at the gate. Photo: Bob Ray/Gazette",
    ],
)
def test_captions_and_credits_are_left_out(caption: str) -> None:
    assert mended(f"It burned.\n\n{caption}\n\nHe left.").text == "It burned.\n\nHe left."


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("Ada Hill took the picture by the gate.", "Ada Hill took the picture by the gate."),
        ("He fled. Video by a neighbour shows it, Hill said.", "He fled. Video by a neighbour shows it, Hill said."),
        ("“It fell,” Hill said. Photo by Bob Ray.", "“It fell,” Hill said."),
    ],
)
def test_what_tells_something_stays(line: str, left: str) -> None:
    assert mended(f"It burned.\n\n{line}\n\nHe left.").text == f"It burned.\n\n{left}\n\nHe left."
