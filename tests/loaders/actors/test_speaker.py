"""Speakers: from the words of a source span to the actors who speak."""

from __future__ import annotations

import pytest

from sayso.loaders.actors.casting import find_cast
from sayso.loaders.actors.speaker import resolve_speakers, speaking_as
from sayso.loaders.facts import Attribution, Post, Span
from sayso.loaders.syntax import parse
from tests.loaders.actors.scenes import attributed, speakers


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        ("The US and the UK said it was over.", "The US and the UK", ("United States", "United Kingdom")),
        ("Moscow said it was over.", "Moscow", ("Russia",)),
        ("The Russian government said it was over.", "The Russian government", ("Russia",)),
        ("Republicans said it was over.", "Republicans", ("Republican Party",)),
        ("Several experts said it was over.", "Several experts", ("experts",)),
        ("A federal judge said it was over.", "A federal judge", ("federal judge",)),
        (
            "Many voting rights advocates said it was over.",
            "Many voting rights advocates",
            ("voting rights advocates",),
        ),
        (
            "A lawyer for the family, David Stone, said it was over.",
            "A lawyer for the family, David Stone,",
            ("David Stone",),
        ),
        ("A Reuters survey said it was over.", "A Reuters survey", ("Reuters",)),
        ("A study by professor Mary Hill said it was over.", "A study by professor Mary Hill", ("Mary Hill",)),
        (
            "Sens. Robert Stone (D-Mont.) and Mary Hill (R-La.) said it was over.",
            "Sens. Robert Stone (D-Mont.) and Mary Hill (R-La.)",
            ("Robert Stone", "Mary Hill"),
        ),
        (
            "Robert Stone, who has met Anna Miller, said it was over.",
            "Robert Stone, who has met Anna Miller,",
            ("Robert Stone",),
        ),
        ("It said it was over.", "It", ()),
        ("A Wednesday editorial said it was over.", "A Wednesday editorial", ("editorial",)),
        ("Everyone said it was over.", "Everyone", ("everyone",)),
        ("Kenya's interior ministry said it was over.", "Kenya's interior ministry", ("Kenya's interior ministry",)),
        ("The Kenyan authorities said it was over.", "The Kenyan authorities", ("Kenya",)),
        ("Robert Stone’s office said it was over.", "Robert Stone’s office", ("Robert Stone’s office",)),
        ("Foreign Minister Said al-Badri said it was over.", "Foreign Minister Said al-Badri", ("Said al-Badri",)),
        (
            "The trio of firms, Nordlux Oil, Tessen Gas and Balto Power, said it was over.",
            "The trio of firms, Nordlux Oil, Tessen Gas and Balto Power,",
            ("Nordlux Oil", "Tessen Gas", "Balto Power"),
        ),
    ],
)
def test_speakers_of_one_sentence(text: str, source: str, expected: tuple[str, ...]) -> None:
    assert speakers(text, (source, "said", "it was over")) == [expected]


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        ("Mary Hill met Robert Stone. She said it was over.", "She", ("Mary Hill",)),
        ("Robert Stone met Mary Hill. He said it was over.", "He", ("Robert Stone",)),
        ("NATO met on Friday. The alliance said it was over.", "The alliance", ("NATO",)),
        ("NATO and Russia met on Friday. They said it was over.", "They", ("NATO", "Russia")),
        (
            "Russian Foreign Minister Sergei Lavrov met French Foreign Minister Anne Roux. "
            "The Russian foreign minister said it was over.",
            "The Russian foreign minister",
            ("Sergei Lavrov",),
        ),
        ("Robert Stone married Mary Hill. His wife said it was over.", "His wife", ("wife",)),
        ("Robert Stone and his wife Mary came. His wife said it was over.", "His wife", ("Mary",)),
        ("Tessen Gas met NATO. Tessen said it was over.", "Tessen", ("Tessen Gas",)),
        ("Mayor Anna de Boer came. De Boer said it was over.", "De Boer", ("Anna de Boer",)),
        ("James O’Hara came. O'Hara said it was over.", "O'Hara", ("James O’Hara",)),
        ("A source spoke to reporters. The source said it was over.", "The source", ("source",)),
        ("Peter Miller wrote a letter to the mayor. The letter said it was over.", "The letter", ("Peter Miller",)),
    ],
)
def test_speakers_named_before(text: str, source: str, expected: tuple[str, ...]) -> None:
    (found,) = speakers(text, (source, "said", "it was over"))
    assert sorted(found) == sorted(expected)


def test_the_last_speaker_goes_on() -> None:
    text = '"Go home," Robert Stone told Peter Miller. "It is late," he said.'
    found = speakers(text, ("Robert Stone", "told", '"Go home,"'), ("he", "said", '"It is late,"'))
    assert found == [("Robert Stone",), ("Robert Stone",)]


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        # whom the lead describes is named below; the president, who is named beside, does not lead the opposition
        (
            "Kenya's opposition leader on Monday rejected the result that made President Peter Otieno the winner.\n\n"
            "Mary Wanjiku of the Renewal Party said her agents had been chased out.",
            "Kenya's opposition leader",
            ("Mary Wanjiku",),
        ),
        # one country's article leaves no doubt whose government it is
        (
            "Kenya votes on Monday. Kenyan voters are calm, and Kenya is proud. Nairobi is quiet, in Kenya.\n\n"
            "The French ambassador came.\n\nThe government said it was over.",
            "The government",
            ("Kenya",),
        ),
    ],
)
def test_speakers_of_a_whole_article(text: str, source: str, expected: tuple[str, ...]) -> None:
    cue = "rejected" if "rejected" in text else "said"
    below = [("Mary Wanjiku", "said", "her agents")] if "Wanjiku" in text else []
    content = "the result" if "rejected" in text else "it was over"
    assert speakers(text, (source, cue, content), *below)[0] == expected


def test_the_government_of_a_country_whose_bodies_alone_are_named() -> None:
    text = "The Senate met. The FBI met the Pentagon. The White House rang.\n\nThe government said it was over."
    assert speakers(text, ("The government", "said", "it was over")) == [("United States",)]


def test_rows_of_names_that_a_span_cuts() -> None:
    text = "Germany, France and the Netherlands said it was over."
    assert speakers(text, ("France and the Netherlands", "said", "it was over")) == [
        ("Germany", "France", "Netherlands")
    ]
    text = "Pakistan, Oman call for calm\n\nThey met on Friday."
    assert speakers(text, ("Pakistan, Oman", "call", "calm")) == [("Pakistan", "Oman")]


def test_the_subject_of_a_cue_speaks() -> None:
    text = "Kenya on Thursday accused the guards of lying and demanded that they leave."
    accused, demanded = (
        attributed(text, ("Kenya", cue, content))[0]
        for cue, content in (("accused", "the guards"), ("demanded", "that they leave"))
    )
    bare = [Attribution(a.contents, a.cues) for a in (accused, demanded)]
    doc = parse(text)
    cast = find_cast(doc, bare)
    assert [resolve_speakers(doc, cast, a) for a in bare] == [("country/KE",), ("country/KE",)]


def test_no_source_no_speaker() -> None:
    doc = parse("It is said that all is well.")
    attribution = Attribution(contents=(Span(11, 28),))
    assert resolve_speakers(doc, find_cast(doc, [attribution]), attribution) == ()


def test_the_office_named_with_the_speaker() -> None:
    text = "French President Emmanuel Macron met Robert Stone. Macron said it was over."
    whole = "French President Emmanuel Macron"
    named, later = attributed(text, (whole, "met", "Robert Stone"), ("Macron said"[:6], "said", "it was over"))
    later = Attribution(later.contents, later.cues, (Span(text.rindex("Macron"), text.rindex("Macron") + 6),))
    doc = parse(text)
    cast = find_cast(doc, [named, later])
    assert speaking_as(doc, cast, named) == Post("President", "country/FR")
    assert speaking_as(doc, cast, later) is None


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("the WHO's guidelines", "World Health Organization"),
        ("Its polling", "Tessen Group"),
        ("Ada Hill's research", "Ada Hill"),
        ("Its advisers", "advisers"),
        ("Its spokesman", "spokesman"),
    ],
)
def test_a_thing_speaks_for_whose_it_is_and_people_for_themselves(source: str, speaker: str) -> None:
    text = f"Tessen Group said yes. {source[0].upper()}{source[1:]} said no."
    found = speakers(text, ("Tessen Group", "said", "yes"), (source[0].upper() + source[1:], "said", "no"))
    assert found[1][0] == speaker


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Ada Hill, along with Senator Jo Stone,", ("Ada Hill", "Jo Stone")),
        ("Unions such as Nordlux Workers and Tessen Staff", ("unions", "Nordlux Workers", "Tessen Staff")),
        ("Countries including Kenya and Ghana", ("countries", "Kenya", "Ghana")),
    ],
)
def test_those_named_behind_along_with_and_such_as_speak_too(source: str, expected: tuple[str, ...]) -> None:
    found = speakers(f"It rained. {source} said no.", (source, "said", "no"))
    assert [tuple(name[0].lower() + name[1:] for name in one) for one in found] == [
        tuple(name[0].lower() + name[1:] for name in expected)
    ]


def test_what_is_expected_or_announced_speaks_not() -> None:
    text = "Airbus built it. The flight is expected to take off. It was announced that the line would close."
    doc = parse(text)
    given = [
        Attribution((Span(text.index(c), text.index(c) + len(c)),), (Span(text.index(q), text.index(q) + len(q)),))
        for q, c in (("is expected", "to take off"), ("was announced", "the line would close"))
    ]
    cast = find_cast(doc, given)
    assert [resolve_speakers(doc, cast, one) for one in given] == [(), ()]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Member of Parliament (MP) Mary Hill of the Labour Party", ("Mary Hill",)),
        ("United States Senator from Vermont Robert Stone", ("Robert Stone",)),
        ("NATO President and CEO Mary Hill", ("Mary Hill",)),
        ("The Balto Rights Union of Montana and Tessen Law Fund", ("Balto Rights Union of Montana", "Tessen Law Fund")),
    ],
)
def test_one_holder_of_a_long_title_and_two_bodies(source: str, expected: tuple[str, ...]) -> None:
    assert speakers(f"{source} said it was over.", (source, "said", "it was over")) == [expected]


@pytest.mark.parametrize(
    ("before", "source", "expected"),
    [
        # no office of a health minister is told of anybody, so nobody is he
        ("Mayor Robert Stone came to Leeds.", "The local health minister", ("local health minister",)),
        ("Leeds Police came on Friday.", "The police", ("Leeds Police",)),
        ("South Korean police came on Friday.", "Police", ("South Korean police",)),
    ],
)
def test_who_is_meant_by_an_office_or_a_body_without_a_name(
    before: str, source: str, expected: tuple[str, ...]
) -> None:
    first = before.split(" came")[0]
    text = f"{first} said it was late. {before} {source} said it was over."
    assert speakers(text, (first, "said", "it was late"), (source, "said", "it was over"))[1] == expected


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("The government of Samoa", "government of Samoa"),
        ("The Seoul government", "Seoul government"),
        ("The Tessen Court in Leeds", "Tessen Court in Leeds"),
        ("A group of Oslo politicians", "group of Oslo politicians"),
    ],
)
def test_those_who_speak_are_found_as_they_are_called(source: str, name: str) -> None:
    text = f"{source} said it was over."
    doc, (one,) = parse(text), attributed(text, (source, "said", "it was over"))
    cast = find_cast(doc, [one])
    (key,) = resolve_speakers(doc, cast, one)
    assert name in {cast.actors[key].name, *cast.actors[key].names}


def test_the_capitals_before_a_question_are_the_name_that_they_are_letters_of() -> None:
    text = "Newsweek met Ada Hill, who runs for mayor.\n\n((Newsweek)) Why?\n\nIt was time.\n\n((NW)) What is next?"
    assert speakers(text, ("((NW))", "((NW))", "What is next?")) == [("Newsweek",)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("A statement released by her family", ("family",)),
        ("A report by a military laboratory", ("military laboratory",)),
        ("The eyewitness reports", ("eyewitness",)),
    ],
)
def test_a_document_speaks_for_whoever_issued_it_without_a_name(source: str, expected: tuple[str, ...]) -> None:
    text = f"Ada Hill died. {source} said it was over."
    assert [tuple(n.lower() for n in row) for row in speakers(text, (source, "said", "it was over"))] == [expected]


def test_a_minister_of_another_portfolio_is_not_the_head_of_the_government() -> None:
    text = "Prime Minister Ada Hill met guests on Friday. The local health minister said it was over."
    assert speakers(text, ("The local health minister", "said", "it was over")) == [("local health minister",)]


def test_whoever_works_for_somebody_is_somebody_else() -> None:
    text = "Robert Stone died on Friday. His agent said it was over."
    assert speakers(text, ("His agent", "said", "it was over")) == [("agent",)]


def test_a_ruler_is_called_by_the_style_too() -> None:
    text = "King Harald Thorsen spoke on Friday. The king said it was over."
    doc, (one,) = parse(text), attributed(text, ("The king", "said", "it was over"))
    cast = find_cast(doc, [one])
    assert any("King Harald Thorsen" in {a.name, *a.names} for a in cast.actors.values())


def test_the_authors_are_the_scientists_who_were_told_of() -> None:
    text = "A team of scientists spoke on Friday. The scientists said yes. The authors said it was over."
    found = speakers(text, ("The scientists", "said", "yes"), ("The authors", "said", "it was over"))
    assert found[0] == found[1]


def test_the_kin_of_somebody_are_called_by_whose_they_are() -> None:
    text = "Ada Hill died on Friday. Her auditors said it was over."
    doc, (one,) = parse(text), attributed(text, ("Her auditors", "said", "it was over"))
    cast = find_cast(doc, [one])
    (key,) = resolve_speakers(doc, cast, one)
    assert "Ada Hill's auditors" in cast.actors[key].names


def test_a_body_called_by_its_kind_alone_is_the_one_that_was_named() -> None:
    text = "The Oslo Department of Fisheries met on Friday. The Department said it was over."
    assert speakers(text, ("The Department", "said", "it was over")) == [("Oslo Department of Fisheries",)]


@pytest.mark.parametrize(
    "source",
    [
        "The wife of Senator John Hart",
        "The daughter of the late President John Hart",
        "Rivals of the government of Prime Minister John Hart",
        "Members of the cabinet of Prime Minister John Hart",
        "Aides to Foreign Minister John Hart",
        "A critic of US Senator John Hart",
        "Allies of former President John Hart",
        "Challenger of Deputy Mayor John Hart",
    ],
)
def test_whose_wife_or_rival_somebody_is_does_not_speak(source: str) -> None:
    assert speakers(f"{source} said no to it.", (source, "said", "no to it")) != [("John Hart",)]


@pytest.mark.parametrize(
    "office",
    [
        "US Ambassador to Germany", "Chairman of the Joint Chiefs General", "Commander in Chief", "Secretary of State",
        "Deputy Minister of Foreign Affairs", "Speaker of the House",
    ],
)  # fmt: skip
def test_who_holds_an_office_of_several_words_speaks(office: str) -> None:
    assert speakers(f"{office} Ada Hill said no to it.", (f"{office} Ada Hill", "said", "no to it")) == [("Ada Hill",)]


@pytest.mark.parametrize(
    ("text", "source", "cue", "words", "speaker"),
    [
        (
            "John Hart listened as a colleague told the court that it was gone.",
            "John Hart listened as a colleague", "told", "that it", "colleague",
        ),
        ("John Hart, a spokeswoman said, was ill.", "John Hart, a spokeswoman", "said", "was ill", "spokeswoman"),
        ("John Hart, a judge, said it was gone.", "John Hart, a judge,", "said", "it was", "John Hart"),
    ],
)  # fmt: skip
def test_the_subject_of_the_cue_speaks_where_a_source_holds_another(
    text: str, source: str, cue: str, words: str, speaker: str
) -> None:
    assert speakers(text, (source, cue, words)) == [(speaker,)]


def test_an_office_in_one_state_is_not_that_of_another() -> None:
    text = (
        "Trump-backed Secretary of State Kris Kobach was waiting. The Ohio secretary of state said no. On Monday he "
        "endorsed Kobach, the Kansas secretary of state known for it."
    )
    (found,) = speakers(text, ("The Ohio secretary of state", "said", "no"))
    assert found != ("Kris Kobach",)


@pytest.mark.parametrize(
    ("other", "found"),
    [("Tessen Gas", ("Tessen Gas",)), ("Ada Hill", ())],
    ids=["of a release", "of an author"],
)
def test_we_outside_marks_are_the_body_that_speaks_more_than_others(other: str, found: tuple[str, ...]) -> None:
    text = f"Tessen Gas said it was late. {other} said it was over. We believe that it will rain."
    sources = (("Tessen Gas", "said", "it was late"), (other, "said", "it was over"))
    assert speakers(text, *sources, ("We", "believe", "it will rain"))[-1] == found


NAMELESS = [
    ("A shopkeeper was sweeping at dawn. She said it rained.", "She", "shopkeeper"),
    ("Residents met before dawn. They said it rained.", "They", "residents"),
    ("The teacher Bao Tran met Alda Pires. The teacher said it rained.", "The teacher", "Bao Tran"),
]


@pytest.mark.parametrize(("text", "source", "name"), NAMELESS)
def test_who_was_told_of_by_a_noun_speaks(text: str, source: str, name: str) -> None:
    at = text.rindex(f"{source} said")
    one = Attribution(
        (Span(len(text) - 10, len(text) - 1),),
        (Span(text.rindex("said"), text.rindex("said") + 4),),
        (Span(at, at + len(source)),),
    )
    doc = parse(text)
    cast = find_cast(doc, [one])
    assert [cast.actors[key].name for key in resolve_speakers(doc, cast, one)] == [name]


@pytest.mark.parametrize(
    ("text", "cue", "content", "names"),
    [
        ("Ada Hill left on Monday, citing her health.", "citing", "her health", ["Ada Hill"]),
        (
            "Ada Hill left on Monday. In her letter, the city must pay.",
            "In her letter",
            "the city must pay",
            ["Ada Hill"],
        ),
        ("The road was closed on Monday, citing frost.", "citing", "frost", []),
    ],
)
def test_a_cue_without_a_source_is_of_whom_its_clause_tells(
    text: str, cue: str, content: str, names: list[str]
) -> None:
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in (cue, content)]
    said = Attribution(contents=(spans[1],), cues=(spans[0],), sources=())
    doc = parse(text)
    cast = find_cast(doc, [said])
    assert [cast.actors[key].name for key in resolve_speakers(doc, cast, said)] == names


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("A spokeswoman for Mayor Ada Hill", "spokeswoman"),
        ("A spokesperson for Public Safety Minister Ada Hill", "spokesperson"),
        ("A representative of Housing Minister Ada Hill", "representative"),
        ("An aide to Senator Ada Hill", "aide"),
        ("A lawyer for former housing minister Ada Hill", "lawyer"),
        ("The widow of Public Works Director Ada Hill", "widow"),
        ("US Ambassador to Germany Ada Hill", "Ada Hill"),
        ("The leader of the committee Senator Ada Hill", "Ada Hill"),
        ("Minister for Public Safety Ada Hill", "Ada Hill"),
    ],
)
def test_who_serves_somebody_is_not_they(source: str, speaker: str) -> None:
    """The words of an aide, a lawyer or kin are never those of the named person whom they serve."""
    assert speakers(f"{source} said that it was over.", (source, "said", "that it was over")) == [(speaker,)]


@pytest.mark.parametrize(
    ("question", "answer", "speaker"),
    [
        ("Dafydd Pope asked Ms Hill whether she would go", "replied", "Ada Hill"),
        ("Dafydd Pope pressed Ms Hill on whether she would go", "answered", "Ada Hill"),
    ],
)
def test_who_asked_somebody_does_not_answer(question: str, answer: str, speaker: str) -> None:
    text = f"Ada Hill came. Chair {question}. She {answer}: “No.”"
    verb = question.split()[2]
    said = ("Dafydd Pope", verb, question.rpartition(" ")[2]), ("She", answer, "“No.”")
    assert speakers(text, *said)[1] == (speaker,)
