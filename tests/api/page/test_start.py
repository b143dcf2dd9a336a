"""Start: find an actor, an office or words while typing; the busiest actors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote_plus

import pytest
from playwright.sync_api import Browser, expect

from sayso.graph.store.store import Store
from tests.api.page.visiting import Visit, visit
from tests.api.service.serving import KEY, Served, served


@pytest.mark.parametrize(
    ("typed", "group", "found", "tab"),
    [
        ("Stolten", "Actors", "Jens Stoltenberg", "#/actor"),
        ("secretary general", "Offices", "Jens Stoltenberg, Secretary General", "#/actor"),
        ("troops", "Words", "troops", "#/articles"),
        ("Russia NATO", "Answers", "Russia about NATO", "#/between"),
        ("what did Russia say about NATO", "Answers", "Russia about NATO", "#/between"),
        ("Russia demand", "Answers", "Russia demand", "#/actor"),
        ("Stoltenberg troops", "Answers", "Jens Stoltenberg with “troops”", "#/tables"),
        ("troops", "All statements", "all", "#/tables"),
    ],
)
def test_searching(demo: Visit, typed: str, group: str, found: str, tab: str) -> None:
    page = demo.go("")
    box = page.get_by_role("combobox", name="Search actors, offices, words")
    box.press_sequentially(typed)
    hit = page.get_by_role("group", name=group).get_by_role("option").filter(has_text=found).first
    hit.wait_for()
    page.wait_for_url(f"**/*?q={quote_plus(typed)}")
    hit.click()
    page.wait_for_url(f"**/{tab}**")


def test_searching_by_keyboard(demo: Visit) -> None:
    page = demo.go("")
    box = page.get_by_role("combobox", name="Search actors, offices, words")
    box.press_sequentially("Lavrov")
    page.get_by_role("option").first.wait_for()
    box.press("ArrowDown")
    expect(box).to_have_attribute("aria-activedescendant", re.compile("."))
    expect(page.locator(f"#{box.get_attribute('aria-activedescendant')}")).to_have_attribute("aria-selected", "true")
    box.press("Enter")
    page.wait_for_url("**/#/actor**")
    demo.tells({"id": ["person/sergei-lavrov"]})


def test_enter_opens_results(demo: Visit, demo_service: Served) -> None:
    out, home = (
        demo_service.client.get("/statements", params={"sort": "day", "by": one, "about": other}).json()["total"]
        for one, other in (("Russia", "NATO"), ("NATO", "Russia"))
    )
    page = demo.go("")
    box = page.get_by_role("combobox", name="Search actors, offices, words")
    box.fill("Russia NATO")
    box.press("Enter")
    page.wait_for_url("**/#/results**")
    expect(page.locator("article.card")).to_have_count(out)
    expect(page).to_have_title("Russia NATO · SaySo")
    page.get_by_role("list", name="What was meant").get_by_role("link", name="NATO about Russia").click()
    expect(page.locator("article.card")).to_have_count(home)
    page.reload()
    expect(page.locator("article.card")).to_have_count(home)


def test_a_word_is_no_actor_and_finds_all_statements_with_it(demo: Visit, demo_service: Served) -> None:
    total = demo_service.client.get("/statements?sort=day&words=sanctions").json()["total"]
    page = demo.go("")
    page.get_by_role("combobox", name="Search actors").press_sequentially("sanctions")
    last = page.get_by_role("option").last
    expect(last).to_have_text(f"all {total} statements with “sanctions”")
    last.click()
    expect(page.locator(".grid caption")).to_contain_text(f"{total} of {total}")


def test_the_questions_to_begin_with_have_an_answer(demo: Visit) -> None:
    page = demo.go("")
    links = page.get_by_role("list", name="Questions to begin with").get_by_role("link")
    expect(links).to_have_count(3)
    for address in [str(link.get_attribute("href")) for link in links.all()]:
        page = demo.go(address)
        page.locator("article.card, tbody tr").first.wait_for()


def test_a_small_picture_leads_on(demo: Visit) -> None:
    page = demo.go("")
    ring = page.get_by_role("group", name="The strongest ties")
    expect(ring.locator("circle").nth(5)).to_be_visible()
    ring.get_by_role("link", name=re.compile("speaks of")).first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/#/between**")


@pytest.fixture
def empty(browser: Browser, tmp_path: Path) -> Iterator[Visit]:
    """A person at the page of a store without an article."""
    Store.open(tmp_path / "some.store").close()
    with served(tmp_path / "some.store", api_key=f"tester={KEY}") as running, visit(browser, running.url) as person:
        yield person


def test_an_empty_store_offers_a_beginning(empty: Visit) -> None:
    page = empty.go("")
    page.get_by_role("link", name="Paste an article").click()
    page.get_by_role("heading", name="Add articles").wait_for()
    page.go_back()
    page.get_by_role("link", name="Load the sample").click()
    expect(page.get_by_role("list", name="Articles to add").get_by_role("listitem")).to_have_count(60)
    # Reading all sixty takes a minute: the rest of the way is that of any other file.
    page.get_by_role("button", name="Stop").click()


def test_a_search_that_finds_nothing_says_so_and_can_be_shared(demo: Visit) -> None:
    page = demo.go("#/start?q=zzzzqqqq")
    page.get_by_text("no statement with “zzzzqqqq”").wait_for()
    expect(page.get_by_role("combobox", name="Search actors")).to_have_value("zzzzqqqq")


def test_the_busiest_actors_lead_to_their_pages(demo: Visit) -> None:
    page = demo.go("")
    first = page.get_by_role("list", name="Busiest actors").get_by_role("link").first
    name = first.inner_text()
    first.click()
    page.wait_for_url("**/#/actor**")
    page.get_by_role("heading", name=name).wait_for()
