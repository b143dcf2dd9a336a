"""Whose a post is: the states, towns and bodies that stand around an office."""

from __future__ import annotations

import pytest

from tests.loaders.actors.scenes import posts


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Ohio Gov. Mary Hill vetoed it.", ("Mary Hill", "Governor", "Ohio", False)),
        ("Texas Sen. Paul Reed objected.", ("Paul Reed", "Senator", "Texas", False)),
        ("Foreign Minister Ines Prado of Spain left.", ("Ines Prado", "Foreign Minister", "Spain", False)),
        ("Mayor Lena Olsen of Bergen agreed.", ("Lena Olsen", "Mayor", "Bergen", False)),
        ("Bergen Mayor Lena Olsen agreed.", ("Lena Olsen", "Mayor", "Bergen", False)),
        ("Lena Olsen, mayor of Bergen since 2014, agreed.", ("Lena Olsen", "mayor", "Bergen", False)),
        ("Oslo Mayor Lena Olsen agreed.", ("Lena Olsen", "Mayor", "City of Oslo", False)),
        ("Bavaria's premier, Karl Huber, agreed.", ("Karl Huber", "premier", "Bavaria", False)),
        ("Poland's Defense Minister Jan Kowal agreed.", ("Jan Kowal", "Defense Minister", "Poland", False)),
        (
            "IMF Managing Director Nadia Karim agreed.",
            ("Nadia Karim", "Managing Director", "International Monetary Fund", False),
        ),
        ("Spain's envoy in Geneva, Ines Prado, denied it.", ("Ines Prado", "envoy", "Spain", False)),
        ("Ines Prado, 63, Spain's finance minister, left.", ("Ines Prado", "finance minister", "Spain", False)),
        ("Ines Prado, who heads the European Union, left.", ("Ines Prado", "head", "European Union", False)),
        (
            "Ines Prado, who became Spanish defense minister in May, left.",
            ("Ines Prado", "defense minister", "Spain", False),
        ),
        (
            "Anna Rossi, the Italian interior minister, and her Greek counterpart, Nikos Pappas, agreed.",
            ("Nikos Pappas", "interior minister", "Greece", False),
        ),
        (
            "Presidents Anna Rossi of Italy and Andrew Kowalski of Poland will meet.",
            ("Andrew Kowalski", "President", "Poland", False),
        ),
        (
            "Sens. Paul Reed (D-N.J.), Joe Mann (D-W.Va.) and Mary Hill (R-Fla.) objected.",
            ("Joe Mann", "Senator", "West Virginia", False),
        ),
        (
            "Spain’s ambassador to the U.N., Ines El Prado, thanked Moscow.",
            ("Ines El Prado", "ambassador to U.N.", "Spain", False),
        ),
        ("Trade Minister Park Ji-won told reporters.", ("Park Ji-won", "Trade Minister", None, False)),
        ("Fisheries Minister Ines Prado left.", ("Ines Prado", "Fisheries Minister", None, False)),
        (
            "The European Commission met. European Fisheries Commissioner Ines Prado left.",
            ("Ines Prado", "Fisheries Commissioner", "European Commission", False),
        ),
        (
            "Paul Reed, an analyst at the consultancy Meridian Research in London, left.",
            ("Paul Reed", "analyst", "Meridian Research", False),
        ),
        ("Iranian Supreme Leader Ayatollah Ali Karimi left.", ("Ali Karimi", "Supreme Leader", "Iran", False)),
        ("Pentagon spokesman Navy Capt. Paul Reed left.", ("Paul Reed", "spokesman", "Defense Department", False)),
    ],
)
def test_owners(text: str, post: tuple[str, str, str | None, bool]) -> None:
    assert post in posts(text)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Attorney General Paul Reed agreed.", 1),
        ("Police commissioner Lt. Gen. Mary Hill agreed.", 1),
        ("The ambassador for Mary Hill left.", 0),
    ],
)
def test_how_many_posts_a_phrase_tells(text: str, count: int) -> None:
    assert len(posts(text)) == count


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Ecologist Ada Hill of the University of Leeds said no.", ("Ada Hill", "Ecologist", "University of Leeds")),
        ("Union spokeswoman Ada Hill said no.", ("Ada Hill", "spokeswoman", "Union")),
        (
            "Ada Hill, the Democratic chairman of the House Intelligence Committee, said no.",
            ("Ada Hill", "chairman", "House Intelligence Committee"),
        ),
        (
            "Greek prime minister Ada Hill and energy minister Jo Stone met.",
            ("Jo Stone", "energy minister", "Greece"),
        ),
        ("Foreign Office Minister Jo Stone went to Iraq.", ("Jo Stone", "Minister", "Foreign Office")),
        ("Conservative Party MP Jo Stone said no.", ("Jo Stone", "MP", "Conservative Party")),
    ],
)
def test_whose_a_post_is_stands_behind_the_name_before_it_or_in_the_row(text: str, post: tuple[str, str, str]) -> None:
    assert (*post, False) in posts(text)
