"""Posts: title, organisation, holder, former or not."""

from __future__ import annotations

import pytest

from tests.loaders.actors.scenes import cast_of, posts


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("NATO Secretary General Jens Stoltenberg said so.", ("Jens Stoltenberg", "Secretary General", "NATO", False)),
        ("Russia’s Foreign Minister Sergei Lavrov spoke.", ("Sergei Lavrov", "Foreign Minister", "Russia", False)),
        ("Russian Foreign Minister Sergei Lavrov spoke.", ("Sergei Lavrov", "Foreign Minister", "Russia", False)),
        ("U.S. Ambassador to Warsaw Mark Brown left.", ("Mark Brown", "Ambassador to Warsaw", "United States", False)),
        (
            "Former Secretary of State Madeleine Albright wrote.",
            ("Madeleine Albright", "Secretary of State", None, True),
        ),
        ("House Speaker Nancy Pelosi agreed.", ("Nancy Pelosi", "Speaker", "House of Representatives", False)),
        (
            "Democratic presidential nominee John Kerry lost.",
            ("John Kerry", "presidential nominee", "Democratic Party", False),
        ),
        ("U.S. Senator from Ohio Sherrod Brown agreed.", ("Sherrod Brown", "Senator", "Ohio", False)),
        ("The Labour Party’s leader, Jane Doe announced it.", ("Jane Doe", "leader", "Labour Party", False)),
        ("In Ohio it rained. Governor Jane Doe stayed.", ("Jane Doe", "Governor", "Ohio", False)),
        (
            "Yemen mourned. Minister of Information Jane Doe spoke.",
            ("Jane Doe", "Minister of Information", "Yemen", False),
        ),
        ("Ada Hill, MP for Tessen, agreed.", ("Ada Hill", "MP", None, False)),
        ("Head coach Bob Pope praised him.", ("Bob Pope", "Head coach", None, False)),
        ("Rep. Maxine Waters voted no.", ("Maxine Waters", "Representative", "United States", False)),
        (
            "Peter Miller, head of the Bergen Institute, agreed.",
            ("Peter Miller", "head", "Bergen Institute", False),
        ),
        (
            "Laura Smith, president of the Teachers Union of Ohio, said it was fine.",
            ("Laura Smith", "president", "Teachers Union of Ohio", False),
        ),
        ("Obama spoke. President Obama left.", ("Barack Obama", "President", "United States", False)),
        (
            "Anna Miller, who served as ambassador to France, agreed.",
            ("Anna Miller", "ambassador to France", None, True),
        ),
        (
            "Lindani Khuma, an analyst at Tessenbank, disagreed.",
            ("Lindani Khuma", "analyst", "Tessenbank", False),
        ),
        (
            "Mwila Banta, a lecturer at the University of Kenya, agreed.",
            ("Mwila Banta", "lecturer", "University of Kenya", False),
        ),
        (
            "NAIROBI (Reuters) - Kenyan President Peter Otieno left.",
            ("Peter Otieno", "President", "Kenya", False),
        ),
        (
            "Police commissioner Lt. Gen. Mary Hill spoke.",
            ("Mary Hill", "Police commissioner", None, False),
        ),
        (
            "Kenya votes. Kenyan voters in Nairobi love Kenya. Kenya waits. Trade Minister Peter Otieno spoke.",
            ("Peter Otieno", "Trade Minister", "Kenya", False),
        ),
        (
            "Sens. Robert Stone and Mary Hill disagreed.",
            ("Mary Hill", "Senator", "United States", False),
        ),
        ("Robert Stone, a fire service spokesman, agreed.", ("Robert Stone", "spokesman", "fire service", False)),
        (
            "El Paso’s police chief Mary Hill said on Sunday it was late.",
            ("Mary Hill", "police chief", "El Paso", False),
        ),
        (
            "The sheriff came. Santa Rosa County Sheriff Bill Brown left.",
            ("Bill Brown", "Sheriff", "Santa Rosa County", False),
        ),
        ("They met the Bishop of Leeds, Mary Hill, on Sunday.", ("Mary Hill", "Bishop", "Leeds", False)),
        ("It snowed in Leeds. Mayor of Leeds Piotr Jedlinski agreed.", ("Piotr Jedlinski", "Mayor", "Leeds", False)),
        ("He came from Leeds. The mayor, Mary Hill, agreed.", ("Mary Hill", "mayor", "Leeds", False)),
        ("Puerto Rico voted. Governor Maria Ortiz agreed.", ("Maria Ortiz", "Governor", "Puerto Rico", False)),
        ("US Speaker Mary Hill agreed.", ("Mary Hill", "Speaker", "House of Representatives", False)),
        (
            "Haifa University security expert Mary Hill agreed.",
            ("Mary Hill", "security expert", "Haifa University", False),
        ),
        (
            "Mary Hill, editor at large at the Tessen Gazette, agreed.",
            ("Mary Hill", "editor at large", "Tessen Gazette", False),
        ),
        (
            "Robert Stone, a project manager and Tessenbank vice president, agreed.",
            ("Robert Stone", "vice president", "Tessenbank", False),
        ),
        ("Kenya mourned. Secretary of Justice Mary Hill spoke.", ("Mary Hill", "Secretary of Justice", None, False)),
    ],
)
def test_posts_that_are_told(text: str, post: tuple[str, str, str | None, bool]) -> None:
    assert post in posts(text)


@pytest.mark.parametrize(
    "text",
    [
        "The widow Mary Hill wept.",
        "Robert Stone is a good candidate.",
        "Anna Miller met reporters in Paris.",
        "Robert Stone, a donor, agreed.",
        "She is a professor at the Universidad Mayor de San Andres.",
        "Lead author Mary Hill of the University of Leeds agreed.",
        "Labour Party candidate Robert Stone agreed.",
    ],
)
def test_what_is_no_post(text: str) -> None:
    assert posts(text) == set()


def test_the_organisation_may_be_a_description() -> None:
    text = "The Labour Party met in York. Mary Hill, the party's leader, spoke."
    assert ("Mary Hill", "leader", "Labour Party", False) in posts(text)


@pytest.mark.parametrize(
    "text",
    [
        "The United States waits. The US sent help. In the US, Prime Minister Mary Hill agreed.",
        "Kenya votes. Kenyan voters in Nairobi love Kenya. Kenya waits. Minister Mary Hill agreed.",
        "The director of Kenya’s Rettungsverein, Mary Hill, agreed.",
    ],
)
def test_no_state_is_given_a_post_that_it_need_not_have(text: str) -> None:
    assert all(organisation is None for _, _, organisation, _ in posts(text))


def test_an_office_s_noun_that_is_a_verb_tells_of_no_post() -> None:
    assert posts("Ada Hill left. Asked whether he would counsel Hill to run, Bert Stone said no.") == set()


NO_POSTS = [
    "The governor's brother, Felix Stone, said it rained.",
    "Hugh Stone, who wants to become mayor of Cork, said it rained.",
    "Hugh Stone, who hopes to be elected mayor of Cork, said it rained.",
]


@pytest.mark.parametrize("text", NO_POSTS)
def test_a_brother_or_a_wish_is_no_post(text: str) -> None:
    assert posts(text) == set()


SENATORS = [
    ("Senator Ada Stone spoke in Manila on Monday.", None),
    ("Senator Ada Stone spoke in Ohio. The US Senate met.", "United States"),
]


@pytest.mark.parametrize(("text", "state"), SENATORS)
def test_a_senator_is_of_the_united_states_where_the_article_names_them(text: str, state: str | None) -> None:
    assert {organisation for _, _, organisation, _ in posts(text)} <= {state, "Philippines"}


def test_an_office_is_of_the_body_that_a_noun_behind_the_name_tells() -> None:
    told = posts("Director Ada Stone of the mining bureau denied it. Opposition Leader Rob Bell left.")
    assert told == {("Ada Stone", "Director", "mining bureau", False), ("Rob Bell", "Opposition Leader", None, False)}


def test_the_opposition_is_part_of_a_title() -> None:
    assert posts("Leader of the Opposition Ada Stone left.") == {("Ada Stone", "Leader of the Opposition", None, False)}


@pytest.mark.parametrize(("told", "american"), [("Bhopal waited.", False), ("The Senate waited.", True)])
def test_the_house_is_that_of_the_united_states_only_where_something_tells_so(told: str, american: bool) -> None:
    actors = cast_of(f"The minister told the House that it rained. {told}").actors
    assert ("organisation/house-of-representatives" in actors) == american
