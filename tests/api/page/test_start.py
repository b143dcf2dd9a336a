"""Start: find an actor, an office or words while typing; the busiest actors."""

import pytest

from tests.api.page.visiting import Visit


@pytest.mark.parametrize(
    ("typed", "group", "found", "tab"),
    [
        ("Stolten", "Actors", "Jens Stoltenberg", "#/graph"),
        ("secretary general", "Offices", "Jens Stoltenberg, Secretary General", "#/graph"),
        ("troops", "Words", "troops", "#/articles"),
    ],
)
def test_searching(demo: Visit, typed: str, group: str, found: str, tab: str) -> None:
    page = demo.go("")
    box = page.get_by_role("combobox", name="Search actors, offices, words")
    box.press_sequentially(typed)
    hit = page.get_by_role("group", name=group).get_by_role("option").filter(has_text=found).first
    hit.wait_for()
    assert demo.params["q"] == [typed]
    hit.click()
    page.wait_for_url(f"**/{tab}**")


def test_searching_by_keyboard(demo: Visit) -> None:
    page = demo.go("")
    box = page.get_by_role("combobox", name="Search actors, offices, words")
    box.press_sequentially("Lavrov")
    page.get_by_role("option").first.wait_for()
    box.press("ArrowDown")
    active = box.get_attribute("aria-activedescendant")
    assert page.locator(f"#{active}").get_attribute("aria-selected") == "true"
    box.press("Enter")
    page.wait_for_url("**/#/graph**")
    assert demo.params["actor"] == ["person/sergei-lavrov"]


def test_a_search_that_finds_nothing_says_so_and_can_be_shared(demo: Visit) -> None:
    page = demo.go("#/start?q=zzzzqqqq")
    page.get_by_text("Nothing found").wait_for()
    assert page.get_by_role("combobox", name="Search actors").input_value() == "zzzzqqqq"


def test_the_busiest_actors_lead_to_their_graph(demo: Visit) -> None:
    page = demo.go("")
    first = page.get_by_role("list", name="Busiest actors").get_by_role("link").first
    name = first.inner_text()
    first.click()
    page.wait_for_url("**/#/graph**")
    page.get_by_role("heading", name=name).or_(page.get_by_role("link", name=name)).first.wait_for()
