"""Two actors side by side: by date, by act, with those who hold their offices."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.api.page.visiting import Visit
from tests.api.service.serving import Served

PAIR = "#/between?a=country/RU&b=organisation/nato"


def said(service: Served, by: str, about: str) -> int:
    """Return how many statements one makes about the other."""
    return int(service.client.get("/statements", params={"sort": "day", "by": by, "about": about}).json()["total"])


def test_each_says_what_it_says_of_the_other(demo: Visit, demo_service: Served) -> None:
    out, home = said(demo_service, "Russia", "NATO"), said(demo_service, "NATO", "Russia")
    assert out > home > 0
    page = demo.go(PAIR)
    there = page.get_by_role("region", name="Russia about NATO")
    back = page.get_by_role("region", name="NATO about Russia")
    expect(there.locator("article.card")).to_have_count(out)
    expect(back.locator("article.card")).to_have_count(home)
    expect(there).to_contain_text(f"{out} statements")
    expect(page).to_have_title("Russia and NATO · SaySo")
    page.get_by_role("link", name="Swap").click()
    expect(page.locator("section").filter(has=page.locator("article.card")).first).to_have_attribute(
        "aria-label", "NATO about Russia"
    )


def test_who_holds_an_office_counts_if_wanted(demo: Visit) -> None:
    page = demo.go(PAIR)
    page.get_by_label("with those who hold their offices").check()
    there = page.get_by_role("region", name="Russia about NATO")
    expect(there.locator("article.card")).to_have_count(5)
    expect(page.locator("main")).to_contain_text("Sergei Lavrov (Foreign Minister)")
    demo.tells({"offices": ["true"]})
    page.reload()
    expect(there.locator("article.card")).to_have_count(5)


def test_bars_of_acts_narrow_and_a_side_on_a_matter_is_none_on_the_other(demo: Visit) -> None:
    page = demo.go(f"{PAIR}&offices=true")
    there = page.get_by_role("region", name="Russia about NATO")
    expect(there).to_contain_text("on matters alone")
    there.get_by_role("button", name="demand").click()
    expect(there.locator("article.card")).to_have_count(3)
    demo.tells({"act": ["demand"]})
    there.get_by_role("button", name="demand").click()
    expect(there.locator("article.card")).to_have_count(5)
    expect(there.locator(".side-on").filter(has_text="on no actor").first).to_be_visible()


def test_from_start_to_the_sentence_in_two_clicks(demo: Visit) -> None:
    page = demo.go("")
    page.get_by_role("combobox", name="Search actors").press_sequentially("Russia about NATO")
    page.get_by_role("option").filter(has_text="Russia about NATO").first.click()
    page.get_by_role("region", name="Russia about NATO").get_by_role("link", name="Read in").first.click()
    page.locator(".text mark.on").first.wait_for()


def test_two_are_chosen(demo: Visit) -> None:
    page = demo.go("#/between")
    for label, name in (("The one", "Lavrov"), ("The other", "Ukraine")):
        page.get_by_role("combobox", name=label).press_sequentially(name)
        page.get_by_role("option").filter(has_text=name).first.click()
    page.get_by_role("heading", name=re.compile(r"Sergei Lavrov.*and.*Ukraine")).wait_for()


def test_a_tie_leads_here(demo: Visit) -> None:
    page = demo.go("#/graph?tie=speaks-of+country/RU+organisation/nato")
    panel = page.get_by_role("region", name="Evidence")
    expect(panel).to_contain_text("3 statements. Sides on NATO:")
    panel.get_by_role("link", name="Both ways, side by side").click()
    page.get_by_role("region", name="NATO about Russia").wait_for()
