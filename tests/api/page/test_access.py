"""Nobody is kept out: axe-core finds no serious or critical fault, in light and in dark."""

import pytest
from playwright.sync_api import expect

from tests.api.page.faults import faults_in_light_and_dark
from tests.api.page.visiting import Visit
from tests.api.service.serving import KEY, Served

PLACES = {
    "start": "#/start?q=nato",
    "graph": "#/graph",
    "actor": "#/graph?at=country/RU",
    "evidence": "#/graph?tie=speaks-of+person/liz-truss+country/UA",
    "list": "#/graph?view=list",
    "network": "#/networks?kind=actor-matter",
    "matters": "#/networks?view=matters",
    "articles": "#/articles",
    "add": "#/add",
    "review": "#/review",
    "merges": "#/review?kind=merge",
    "decided": "#/review?kind=decided",
    "sparql": "#/sparql?query=DESCRIBE+%3Fs+%7B+%3Fs+a+sayso:Position+%7D+LIMIT+5",
}


@pytest.mark.parametrize("place", [*PLACES, "reader"])
def test_no_serious_fault(demo: Visit, demo_service: Served, place: str) -> None:
    article = demo_service.client.get("/articles").json()["items"][0]["article"].rpartition("/")[2]
    page = demo.go({**PLACES, "reader": f"#/articles?article={article}"}[place])
    assert faults_in_light_and_dark(page) == []


def test_the_way_past_the_navigation(demo: Visit) -> None:
    page = demo.go("#/start")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to content")
    expect(skip).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def test_the_theme_is_chosen_and_kept(demo: Visit) -> None:
    page = demo.go("#/start")
    for theme in ("Light", "Dark"):
        page.get_by_role("button", name="Theme").click()
        expect(page.get_by_role("button", name="Theme")).to_contain_text(theme)
    page.reload()
    page.get_by_role("button", name="Theme: dark").wait_for()
    expect(page.locator("body")).to_have_css("background-color", "rgb(22, 24, 27)")


def test_signing_in_is_pasting_a_key_that_the_window_forgets(demo: Visit) -> None:
    page = demo.go("#/start")
    page.get_by_role("button", name="Sign in").click()
    box = page.get_by_role("dialog", name="Sign in")
    box.get_by_label("Paste a key").fill("not-the-key-of-anybody")
    box.get_by_role("button", name="Sign in").click()
    expect(box.get_by_role("alert")).to_contain_text("key")
    box.get_by_label("Paste a key").fill(KEY)
    box.get_by_role("button", name="Sign in").click()
    page.get_by_role("button", name="Sign out").wait_for()
    assert page.evaluate("[sessionStorage.length, Object.values(localStorage).join()]") == [1, ""]
    assert KEY not in page.url
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("button", name="Sign in").wait_for()
    assert page.evaluate("sessionStorage.length") == 0
