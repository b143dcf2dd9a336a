"""Behind a comma, or behind what somebody goes by: the name of who speaks, however far from what she is."""

from __future__ import annotations

import pytest

from sayso.loaders.actors.casting import find_cast
from sayso.loaders.syntax import parse
from tests.loaders.actors.scenes import attributed, speakers


@pytest.mark.parametrize(
    ("text", "source", "names"),
    [
        ("Few were left. One, Danuta Zielinska, said no.", "One, Danuta Zielinska,", ("Danuta Zielinska",)),
        (
            "An analyst at the Tessen institute Caucasus Lens, Levan Ugulava, said no.",
            "An analyst at the Tessen institute Caucasus Lens, Levan Ugulava,",
            ("Levan Ugulava",),
        ),
        (
            "The man who led the march, Bob Pope, said no.",
            "The man who led the march, Bob Pope,",
            ("Bob Pope",),
        ),
        (
            "The mining firm that uses the road, Antacocha Norte, said no.",
            "The mining firm that uses the road, Antacocha Norte,",
            ("Antacocha Norte",),
        ),
        (
            "A group styling itself the Silent Homeland said no.",
            "A group styling itself the Silent Homeland",
            ("Silent Homeland",),
        ),
        (
            "The rebels' commander, who goes by the name of Ilamaran, said no.",
            "The rebels' commander, who goes by the name of Ilamaran,",
            ("Ilamaran",),
        ),
        ("The lawyer, Maître Octave Perigord, said no.", "The lawyer, Maître Octave Perigord,", ("Octave Perigord",)),
        (
            "The governor, Colonel Ibrahim ag Sidi Maïga, said no.",
            "The governor, Colonel Ibrahim ag Sidi Maïga,",
            ("Ibrahim ag Sidi Maïga",),
        ),
        (
            "The leader of the bloc, Tserendorj Battulga, said no.",
            "The leader of the bloc, Tserendorj Battulga,",
            ("Tserendorj Battulga",),
        ),
        (
            "The managing director of Kumul Wings, Leith Barraclough, said no.",
            "The managing director of Kumul Wings, Leith Barraclough,",
            ("Leith Barraclough",),
        ),
        (
            "The general secretary of the governing party, Oyunbileg Dashnyam, said no.",
            "The general secretary of the governing party, Oyunbileg Dashnyam,",
            ("Oyunbileg Dashnyam",),
        ),
        (
            "Laura Fenyvesi left. Her counterpart in Bratislava, Juraj Holecka, said no.",
            "Her counterpart in Bratislava, Juraj Holecka,",
            ("Juraj Holecka",),
        ),
        (
            "The bus fell. One of the survivors, 19-year-old Wilma Choquehuara, said no.",
            "One of the survivors, 19-year-old Wilma Choquehuara,",
            ("Wilma Choquehuara",),
        ),
        (
            "Nathaniel Maelanga was seized. The leader of the armed men, who styles himself Commander Bosi, said no.",
            "The leader of the armed men, who styles himself Commander Bosi,",
            ("Bosi",),
        ),
        (
            "The mayor of Bergen, Labour's Ragnhild Mjelde, said no.",
            "The mayor of Bergen, Labour's Ragnhild Mjelde,",
            ("Ragnhild Mjelde",),
        ),
        (
            "Ines Galvan left. Her colleague Skip Durbin said no.",
            "Her colleague Skip Durbin",
            ("Skip Durbin",),
        ),
        # whom somebody shot does not speak, nor does who only stands in a row
        ("The man who shot Bob Pope said no.", "The man who shot Bob Pope", ("man",)),
        ("The representative of Kenya said no.", "The representative of Kenya", ("representative",)),
    ],
)
def test_the_name_behind_what_somebody_is_speaks(text: str, source: str, names: tuple[str, ...]) -> None:
    assert speakers(text, (source, "said", "no")) == [names]


def test_a_group_is_called_all_that_the_article_calls_it() -> None:
    text = "Archaeologists said yes. The research team said no."
    cast = find_cast(
        parse(text), attributed(text, ("Archaeologists", "said", "yes"), ("The research team", "said", "no"))
    )
    [group] = [actor for key, actor in cast.actors.items() if key.startswith("group/")]
    assert {"archaeologists", "research team"} <= {group.name, *group.names}
