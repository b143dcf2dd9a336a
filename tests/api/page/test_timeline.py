"""The timeline: bars by period and act, narrowed by the legend, leading to the statements, with a table behind."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from sayso.graph.store.store import Store
from sayso.loaders.mapping import article_quads
from tests.api.page.faults import faults_in_light_and_dark
from tests.api.page.hostile import hostile_quads
from tests.api.page.visiting import Visit, fits, visit
from tests.api.service.serving import Served, served
from tests.sample import SUMMIT, summit


def opened(person: Visit, fragment: str) -> Page:
    """Open the timeline and wait until it has counted."""
    page = person.go(fragment)
    page.locator("main [role=status]").filter(has_text=re.compile(r"\d+ statements")).first.wait_for()
    return page


def bars(page: Page, *labels: str) -> None:
    """Wait until these are the bars, each by what it says of itself."""
    told = page.locator("svg .bar-of")
    expect(told).to_have_count(len(labels))
    for number, label in enumerate(labels):
        expect(told.nth(number)).to_have_attribute("aria-label", label)


def test_everybodys_statements_by_period_and_act(dated: Visit) -> None:
    page = opened(dated, "#/timeline?period=month")
    bars(
        page,
        "January 2024: 4 statements: 1 deny, 1 accuse, 1 demand, 1 promise",
        "March 2024: 2 statements: 1 reject, 1 promise",
    )
    expect(page.locator("main p[role=status]")).to_contain_text(
        "6 statements, 2024-01-10 to 2024-03-20, by month. 1 more have no date and are not shown."
    )
    # Bars are as high as they count.
    heights = page.locator("svg .bar-of").evaluate_all(
        "bars => bars.map(bar => [...bar.querySelectorAll('rect:not(.hit)')]"
        ".reduce((sum, rect) => sum + rect.height.baseVal.value, 0))"
    )
    assert heights[0] == pytest.approx(2 * heights[1])


@pytest.mark.parametrize(("period", "count"), [("day", 3), ("week", 2), ("month", 2), ("year", 1)])
def test_the_period_is_chosen(dated: Visit, period: str, count: int) -> None:
    page = opened(dated, "#/timeline")
    page.get_by_label("Counted by").select_option(period)
    expect(page.locator("svg .bar-of")).to_have_count(count)
    dated.tells({"period": [period]})


def test_the_legend_filters(dated: Visit) -> None:
    page = opened(dated, "#/timeline?period=month")
    page.get_by_role("button", name="promise 2").click()
    expect(page.get_by_role("button", name="promise 2")).to_have_attribute("aria-pressed", "true")
    bars(page, "January 2024: 1 statement: 1 promise", "March 2024: 1 statement: 1 promise")
    page.get_by_role("button", name="reject 1").click()
    expect(page.locator("svg .bar-of").last).to_have_attribute("aria-label", re.compile("1 reject, 1 promise"))
    dated.tells({"act": ["promise,reject"]})
    page.reload()
    expect(page.locator("svg .bar-of").last).to_have_attribute("aria-label", re.compile("1 reject, 1 promise"))
    page.get_by_role("button", name="All acts").click()
    expect(page.locator("svg .bar-of").first).to_have_attribute("aria-label", re.compile("4 statements"))


def test_actors_are_compared(dated: Visit) -> None:
    page = opened(dated, "#/timeline?period=month")
    for name in ("brook", "zell"):
        page.get_by_role("combobox", name="Speakers").press_sequentially(name)
        page.get_by_role("option").filter(has_text=re.compile(name, re.IGNORECASE)).first.click()
        page.get_by_role("button", name=re.compile(f"Without .*{name}", re.IGNORECASE)).first.wait_for()
    dated.tells({"by": ["person/ada-brook", "person/eva-zell"]})
    charts = page.locator("svg.chart")
    expect(charts).to_have_count(2)
    for number, name in enumerate(("Ada Brook", "Éva Zell")):
        expect(charts.nth(number)).to_have_attribute("aria-label", f"Statements by {name}")
    page.get_by_text("1 without a date").wait_for()
    page.get_by_role("button", name="Without Ada Brook", exact=True).click()
    expect(charts).to_have_count(1)


def test_a_bar_leads_to_its_statements(dated: Visit) -> None:
    page = opened(dated, "#/timeline?period=month&by=person/ada-brook")
    page.locator("svg .bar-of").first.click()
    cards = page.locator(".of-bar .card")
    expect(cards).to_have_count(2)
    expect(cards.first.locator(".m-content")).to_have_text("the bridge would open in May")
    dated.tells({"at": ["2024-01-01"]})
    page.reload()
    expect(cards).to_have_count(2)
    cards.first.get_by_role("link", name="Read in: Bridge 1").click()
    page.wait_for_url(re.compile("#/articles.article=.*statement="))
    page.go_back()
    page.get_by_role("link", name="The same as a table").click()
    expect(page.locator("tbody tr")).to_have_count(2)


def test_bars_by_keyboard(dated: Visit) -> None:
    page = opened(dated, "#/timeline?period=month")
    page.get_by_role("button", name="promise 2").focus()
    page.keyboard.press("Tab")
    on = page.locator("svg .bar-of:focus")
    expect(on).to_have_attribute("aria-label", re.compile("^January 2024"))
    page.keyboard.press("ArrowRight")
    expect(on).to_have_attribute("aria-label", re.compile("^March 2024"))
    page.keyboard.press("Enter")
    expect(page.locator(".of-bar .card")).to_have_count(2)
    expect(on).to_have_attribute("aria-label", re.compile("^March 2024"))
    page.keyboard.press("Home")
    expect(on).to_have_attribute("aria-label", re.compile("^January 2024"))


def test_chosen_acts_are_listed_one_by_one(dated: Visit) -> None:
    page = opened(dated, "#/timeline?period=month&act=deny,demand&at=2024-01-01")
    section = page.locator(".of-bar")
    expect(section.get_by_role("heading", name="deny (1)")).to_be_visible()
    expect(section.get_by_role("heading", name="demand (1)")).to_be_visible()
    expect(section.locator(".card")).to_have_count(2)


def test_days_that_are_asked_for_bound_the_list_too(dated: Visit) -> None:
    page = opened(dated, "#/timeline?period=month&since=2024-01-11&at=2024-01-01")
    expect(page.locator("svg .bar-of").first).to_have_attribute("aria-label", re.compile("January 2024: 2 statements"))
    expect(page.locator(".of-bar .card")).to_have_count(2)
    expect(page.locator(".of-bar")).not_to_contain_text("in May")


def test_the_table_behind(dated: Visit) -> None:
    page = opened(dated, "#/timeline?period=month")
    page.get_by_text("As a table", exact=True).click()
    table = page.get_by_role("table")
    expect(table.locator("caption")).to_have_text("Statements by everybody, by month")
    lines = [["January 2024", "1", "0", "1", "1", "1", "4"], ["March 2024", "0", "1", "0", "0", "1", "2"]]
    expect(table.locator("tbody tr")).to_have_count(2)
    for number, cells in enumerate(lines):
        expect(table.locator("tbody tr").nth(number).locator("th, td")).to_have_text(cells)
    table.get_by_role("button", name="March 2024").click()
    expect(page.locator(".of-bar .card")).to_have_count(2)


def test_without_dates_it_says_so(browser: Browser, tmp_path: Path) -> None:
    undated = replace(summit(), statements=tuple(replace(one, said_on=None) for one in summit().statements))
    with Store.open(tmp_path / "some.store") as store:
        store.apply([], article_quads(replace(SUMMIT, published=None), undated))
    with served(tmp_path / "some.store") as running, visit(browser, running.url) as person:
        page = person.go("#/timeline")
        page.get_by_text(re.compile(r"0 statements\. [\d,]+ more have no date")).wait_for()
        page.get_by_text("no statement with a date").wait_for()


@pytest.mark.parametrize("place", ["#/timeline?period=month&act=deny&at=2024-01-01", "#/timeline?by=person/ada-brook"])
def test_no_serious_fault(dated: Visit, place: str) -> None:
    page = opened(dated, place)
    page.get_by_text("As a table", exact=True).click()
    assert faults_in_light_and_dark(page) == []


def test_a_phone(browser: Browser, dated_service: Served) -> None:
    with visit(browser, dated_service.url, viewport={"width": 390, "height": 780}, has_touch=True) as person:
        page = opened(person, "#/timeline?period=day")
        # The filters are folded away, so that the chart is what one sees.
        expect(page.get_by_label("Words", exact=True)).to_be_hidden()
        expect(page.locator(".chart").first).to_be_in_viewport()
        page.locator("svg .bar-of").first.tap()
        page.locator(".of-bar .card").first.wait_for()
        fits(page)


def test_hostile_names_are_text(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("hostile-timeline") / "some.store"
    with Store.open(folder) as store:
        store.apply([], hostile_quads())
    with served(folder) as running, visit(browser, running.url) as person:
        page = opened(person, "#/timeline?by=person/ann-archer&about=organisation/script")
        page.locator("svg .bar-of").first.click()
        page.locator(".of-bar .card").first.wait_for()
        expect(page.locator("img, main script, iframe")).to_have_count(0)
        expect(page).not_to_have_title("taken")
        fits(page)


def test_a_fault_is_told(dated: Visit) -> None:
    page = dated.go("#/timeline?by=person/nobody")
    page.get_by_role("alert").filter(has_text="no actor has this name").wait_for()


def test_the_same_filters_as_in_tables(dated: Visit) -> None:
    page = opened(dated, "#/timeline?period=month")
    facets = page.get_by_role("group", name="Narrow by")
    facets.get_by_role("region", name="Source").get_by_role("button", name="Quay News").click()
    expect(page.locator("svg .bar-of")).to_have_count(1)
    page.get_by_role("form", name="Filters").get_by_label("Status", exact=True).select_option("asked")
    expect(page.locator("main [role=status]").filter(has_text="0 statements")).to_be_visible()
    dated.tells({"period": ["month"], "source": ["Quay News"], "status": ["asked"]}, alone=True)
    page.get_by_role("button", name="Without Status: asked").click()
    expect(page.locator("svg .bar-of")).to_have_count(1)


def test_it_opens_on_a_period_that_has_several_bars(dated: Visit) -> None:
    page = opened(dated, "#/timeline")
    expect(page.locator("svg .bar-of").nth(1)).to_be_visible()
