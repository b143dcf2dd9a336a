"""The page over a store without an article: each view says so, or what there is to do, and nobody is kept out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from sayso.graph.store.store import Store
from tests.api.page.faults import serious_faults
from tests.api.page.pictures import is_light, pixels, taken, vectors
from tests.api.page.visiting import Visit, visit
from tests.api.service.serving import KEY, Served, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# What each view says where there is nothing.
VIEWS = {
    "#/start": "Nothing is here yet",
    "#/graph": "Nobody is shown",
    "#/tables": "Nothing here yet",
    "#/tables?kind=positions": "Nothing here yet",
    "#/timeline": "no statement with a date",
    "#/networks": "No two are tied here",
    "#/networks?kind=two-mode&count=statements&view=matrix": "No two are tied here",
    "#/networks?kind=conflict&window=3-months&kernel=gaussian": "There is no such window",
    "#/networks?view=matters": "they come with articles",
    "#/articles": "No articles yet",
    "#/review": "Nothing is left to review",
    "#/review?kind=merge": "No two actors look alike",
    "#/review?kind=coders": "once two coders are done",
    "#/review?kind=decided": "Nobody has reviewed a statement yet",
    "#/between": "Two actors, side by side",
    "#/results?q=tax": "Nothing found",
    "#/actor?id=country/RU": "no actor has this name or id",
    "#/articles?article=none": "no article has this id",
}


@pytest.fixture(scope="module")
def nothing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A service over a store without an article."""
    folder = tmp_path_factory.mktemp("nothing") / "some.store"
    Store.open(folder).close()
    with served(folder, api_key=f"tester={KEY}") as running:
        yield running


@pytest.fixture(scope="module")
def person(browser: Browser, nothing: Served) -> Iterator[Visit]:
    """One window for all views: there is nothing that one could leave to the next."""
    with visit(browser, nothing.url) as someone:
        yield someone


@pytest.mark.parametrize("place", VIEWS)
def test_each_view_says_what_there_is(person: Visit, place: str) -> None:
    page = person.go(place)
    expect(page.locator("main")).to_contain_text(VIEWS[place])
    assert serious_faults(page) == []


@pytest.mark.parametrize("place", ["#/review", "#/review?kind=merge"])
def test_nothing_can_be_decided(person: Visit, place: str) -> None:
    page = person.go(place)
    bar = page.get_by_role("button").filter(has=page.locator("kbd"))
    expect(bar.nth(3)).to_be_attached()
    for button in bar.all():
        expect(button).to_be_disabled()


def test_nothing_is_there_to_group(person: Visit) -> None:
    page = person.go("#/networks?view=matters")
    expect(page.get_by_text("No matters yet")).to_be_visible()
    expect(page.get_by_role("button", name="Let it stand alone")).to_be_hidden()
    expect(page).to_have_title("Group matters · Networks · SaySo")


def test_a_picture_of_nobody_says_so(person: Visit, tmp_path: Path) -> None:
    page = person.go("#/graph")
    page.get_by_text("Download", exact=True).click()
    drawn = vectors(page, taken(page, "Picture as SVG", tmp_path))
    assert "0 actors" in " ".join(drawn.texts)
    assert is_light(pixels(page, taken(page, "Picture as PNG", tmp_path)).ground)


def test_a_search_over_nothing_leads_nowhere_and_says_so(person: Visit) -> None:
    page = person.go("#/start")
    box = page.get_by_role("combobox", name="Search actors")
    box.press_sequentially("Russia NATO")
    expect(page.get_by_text("no statement with “Russia NATO”")).to_be_visible()
    box.press("Enter")
    page.wait_for_url("**/#/results**")
    expect(page.locator("main")).to_contain_text("Nothing found")
    page = person.go("#/between")
    page.get_by_role("combobox", name="The one").press_sequentially("Russia")
    expect(page.get_by_role("option")).to_have_count(0)
