"""Names whole, spellings, accounts, issuers: who speaks, by the fullest name."""

from __future__ import annotations

import pytest

from sayso.loaders.actors.casting import find_cast
from sayso.loaders.actors.speaker import resolve_speakers
from sayso.loaders.facts import Attribution, Span
from sayso.loaders.syntax import parse
from tests.loaders.actors.scenes import speakers


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "name"),
    [
        ("Kemi Badenoch said the plan had failed.", "Kemi Badenoch", "said", "the plan had failed", "Kemi Badenoch"),
        ("Chukwuemeka Obi-Nwosu said no.", "Chukwuemeka Obi-Nwosu", "said", "no", "Chukwuemeka Obi-Nwosu"),
        ("Bilawal Bhutto Zardari said no.", "Bilawal Bhutto Zardari", "said", "no", "Bilawal Bhutto Zardari"),
        ("Shri Narendra Modi said no.", "Shri Narendra Modi", "said", "no", "Narendra Modi"),
        ("Prime Minister Keir\u00a0Starmer said no.", "Prime Minister Keir\u00a0Starmer", "said", "no", "Keir Starmer"),
        ("@elonmusk wrote that it was late.", "@elonmusk", "wrote", "it was late", "@elonmusk"),
        ("The mayor of London, Sadiq Khan, said no.", "The mayor of London, Sadiq Khan,", "said", "no", "Sadiq Khan"),
        ("US Ambassador to Germany Jo Hill said no.", "US Ambassador to Germany Jo Hill", "said", "no", "Jo Hill"),
        ("NASA Administrator Jo Hill said no.", "NASA Administrator Jo Hill", "said", "no", "Jo Hill"),
    ],
)
def test_a_source_that_is_a_name_speaks(text: str, source: str, cue: str, content: str, name: str) -> None:
    assert speakers(text, (source, cue, content)) == [(name,)]


def test_a_spokesman_speaks_for_the_body_too() -> None:
    found = speakers("A spokesman for Boeing said no.", ("A spokesman for Boeing", "said", "no"))
    assert found == [("spokesman", "Boeing")]


def test_a_projection_by_two_is_both_outlets() -> None:
    found = speakers("Projections by CNN and NPR showed a tie.", ("Projections by CNN and NPR", "showed", "a tie"))
    assert found == [("CNN", "NPR")]


def test_spellings_of_one_name_are_one_person() -> None:
    text = "Lydia Buchtmann said no. Ms. Bauchtman said it was late."
    found = speakers(text, ("Lydia Buchtmann", "said", "no"), ("Ms. Bauchtman", "said", "it was late"))
    assert found == [("Lydia Buchtmann",)] * 2


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("President of Kenya Wanjiru Otieno", "Wanjiru Otieno"),
        ("First Minister of Scotland Isla Kerr", "Isla Kerr"),
        ("Kenyan Ambassador to the United States Hamisi Omolo", "Hamisi Omolo"),
        ("Secretary of Defense Rob Stone", "Rob Stone"),
        ("Chief investment officer at Tessen Capital Group Ada Hill", "Ada Hill"),
        ("The firm's then-manager, Ada Hill,", "Ada Hill"),
        ("a State Department spokesperson, Wanjiru Otieno,", "Wanjiru Otieno"),
        ("One of the study's authors, herpetologist Jo Stone,", "Jo Stone"),
        ("the general manager of Tessen Media, Dr Ali bin Omar,", "Ali bin Omar"),
        ("Ada's husband, Bert,", "Bert"),
        ("Labour MP Isla Kerr", "Isla Kerr"),
        ("Voter Isla Kerr", "Isla Kerr"),
        ("the Greek gas producer Tessenean", "Tessenean"),
        ("British and American airline Nordic Atlantic", "Nordic Atlantic"),
        ("Rob Stone, commander of U.S. Central Command,", "Rob Stone"),
    ],
)
def test_the_name_behind_an_office_a_kind_or_a_comma_speaks(source: str, name: str) -> None:
    text = f"It rained on Sunday. {source[0].upper()}{source[1:]} said no."
    found = speakers(text, (text[21 : text.index(" said no")], "said", "no"))
    assert [one[-1] for one in found] == [name]


@pytest.mark.parametrize(
    ("full", "again", "same"),
    [
        ("Kristen Vale", "Kristin Vale", True),
        ("K.C. Maurer", "Mauer", True),
        ("Jan Brudziński", "Brudzinski", True),
        ("Robert Dunney Jr.", "Dunney", True),
        ("Wanda Vázquez Garza", "Vázquez", True),
        ("Pedro R. Rivera Urrutia", "Pedro Rivera", True),
        ("Daniel Vale", "Daniela Vale", False),
        ("Anna Maurer", "Sergeant Mauer", False),
        ("Anna Hart", "Hurt", False),
    ],
)
def test_a_name_written_otherwise_is_the_same_person_only_without_doubt(full: str, again: str, same: bool) -> None:
    text = f"{full} said yes. On Friday {again} said no."
    found = speakers(text, (full, "said", "yes"), (again, "said", "no"))
    assert (found[0] == found[1]) == same


@pytest.mark.parametrize(
    ("line", "source", "name"),
    [
        ("Isla Kerr isn't shy.", "Kerr", "Isla Kerr"),  # a sentence, no headline
        ("Can Mary Johnson Win This?", "Johnson", "Mary Johnson"),
    ],
)
def test_a_first_line_gives_the_first_name(line: str, source: str, name: str) -> None:
    doc = parse(f"{line}\nIt rained all day on Sunday in the south. In the end {source} said no.")
    start = doc.text.index(f"{source} said")
    said = Attribution((Span(start + len(source) + 6, len(doc.text) - 1),), (), (Span(start, start + len(source)),))
    cast = find_cast(doc, [said])
    assert [cast.actors[key].name for key in resolve_speakers(doc, cast, said)] == [name]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("The Liberal Democrats", "Liberal Democrats"),
        ("Democrats", "Democratic Party"),
        ("Labour", "Labour Party"),
        ("The Sweden Democrats", "Sweden Democrats"),
    ],
)
def test_a_party_is_not_another_whose_name_it_ends_with(source: str, name: str) -> None:
    assert speakers(f"{source} said no.", (source, "said", "no")) == [(name,)]


def test_those_who_speak_together_are_not_called_by_both_names() -> None:
    text = "The farmers and Labour said no."
    cast = find_cast(parse(text), [Attribution((Span(28, 30),), (Span(23, 27),), (Span(0, 22),))])
    assert {name for actor in cast.actors.values() for name in (actor.name, *actor.names) if " and " in name} == set()


def test_an_article_in_which_only_the_people_of_a_state_are_told_of_is_not_about_it() -> None:
    text = "The minister loves French food. French is spoken here, and French is taught here. The government said no."
    assert speakers(text, ("The government", "said", "no")) == [("government",)]
