"""Tables: sorted, narrowed, opened, copied, downloaded; shared by their address; readable on a phone."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from sayso.api.service.walk.files import FORMATS
from sayso.graph.store.store import Store
from sayso.loaders.mapping import article_quads
from tests.api.page.dated import FORMULA
from tests.api.page.faults import faults_in_light_and_dark
from tests.api.page.hostile import SCRIPT, hostile_quads
from tests.api.page.visiting import Visit, eventually, fits, rows, visit
from tests.api.service.serving import Served, served
from tests.sample import SUMMIT, sample_quads, summit


@pytest.fixture
def dated(browser: Browser, dated_service: Served) -> Iterator[Visit]:
    with visit(browser, dated_service.url, permissions=["clipboard-read", "clipboard-write"]) as person:
        yield person


def column(page: Page, label: str) -> list[str]:
    """Return the cells of a column as they are read."""
    return [cell.inner_text() for cell in page.locator(f'tbody [data-label="{label}"]').all()]


def opened(person: Visit, fragment: str) -> Page:
    """Open a table and wait until it says how many rows it has."""
    page = person.go(fragment)
    page.locator(".grid caption").filter(has_text=re.compile(r"\d+ of \d+")).wait_for()
    return page


@pytest.mark.parametrize(
    ("kind", "count", "row"),
    [
        ("statements", 7, ["Ada Brook", "promise", "Port Authority", "the bridge would open in May"]),
        ("demands", 1, ["Ada Brook", "Port Authority", "the port pay its share", "2024-01-12", "The Ferry Post"]),
        ("positions", 2, ["Éva Zell", "against", "any tolls", "Port Authority"]),
        ("posts", 1, ["Ada Brook", "Mayor", "Port Authority", "at the time"]),
    ],
)
def test_each_table_is_there(dated: Visit, kind: str, count: int, row: list[str]) -> None:
    page = opened(dated, f"#/tables?kind={kind}")
    expect(page.locator(".grid caption")).to_contain_text(f"{count} of {count}")
    rows(page, count)
    lines = page.locator("tbody tr").all_inner_texts()
    assert any(all(cell in line for cell in row) for line in lines)


def test_going_from_table_to_table(dated: Visit) -> None:
    page = opened(dated, "#/tables?since=2024-03-01")
    page.get_by_role("navigation", name="Tables").get_by_role("link", name="Positions").click()
    expect(page.get_by_role("heading", name="Positions")).to_be_visible()
    dated.tells({"kind": ["positions"], "since": ["2024-03-01"]}, alone=True)
    page.go_back()
    expect(page.get_by_role("heading", name="Statements")).to_be_visible()


def test_a_head_sorts_by_mouse_and_keyboard(dated: Visit) -> None:
    page = opened(dated, "#/tables")
    head = page.get_by_role("columnheader", name="Day")
    expect(head).to_have_attribute("aria-sort", "descending")
    page.get_by_role("button", name="Speaker").click()
    expect(page.get_by_role("columnheader", name="Speaker")).to_have_attribute("aria-sort", "ascending")
    names = ["Ada Brook"] * 3 + ["Éva Zell"] * 3 + ["Port Authority"]
    expect(page.locator('tbody [data-label="Speaker"]')).to_have_text(names)
    dated.tells({"sort": ["speaker"]})
    page.get_by_role("button", name="Speaker").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("columnheader", name="Speaker")).to_have_attribute("aria-sort", "descending")
    expect(page.locator("tbody tr").first).to_contain_text("Port Authority")
    page.reload()
    expect(page.locator("tbody tr").first).to_contain_text("Port Authority")


@pytest.mark.parametrize(
    ("fragment", "count"),
    [
        ("kind=statements&act=promise", 2),
        ("kind=statements&by=person/ada-brook", 3),
        ("kind=statements&about=organisation/port-authority", 6),
        ("kind=statements&source=quay+news", 3),
        ("kind=statements&since=2024-01-11&until=2024-01-31", 2),
        ("kind=statements&confidence=0.8", 3),
        ("kind=statements&words=BRIDGE", 2),
        ("kind=positions&stance=for", 1),
        ("kind=demands&by=person/eva-zell", 0),
        ("kind=posts&title=mayor", 1),
    ],
)
def test_filters_are_in_the_address(dated: Visit, fragment: str, count: int) -> None:
    page = opened(dated, f"#/tables?{fragment}")
    expect(page.locator("tbody tr")).to_have_count(count)
    expect(page.locator("summary").filter(has_text="Filters")).to_contain_text("on)")


def test_filters_are_chosen_and_let_go(dated: Visit) -> None:
    page = opened(dated, "#/tables")
    page.locator("summary").filter(has_text="Filters").click()
    page.get_by_role("form", name="Filters").get_by_label("Act", exact=True).select_option("promise")
    expect(page.locator("tbody tr")).to_have_count(2)
    page.get_by_role("combobox", name="Speaker").press_sequentially("zell")
    page.get_by_role("option").filter(has_text="Éva Zell").click()
    expect(page.locator("tbody tr")).to_have_count(0)
    page.get_by_text("Nothing here").wait_for()
    dated.tells({"act": ["promise"], "by": ["person/eva-zell"]}, alone=True)
    page.get_by_role("button", name="Without Éva Zell", exact=True).click()
    expect(page.locator("tbody tr")).to_have_count(2)
    page.get_by_role("button", name="No filters").click()
    expect(page.locator("tbody tr")).to_have_count(7)
    dated.tells({}, alone=True)


def test_a_row_opens_its_sentence_and_the_reader(dated: Visit) -> None:
    page = opened(dated, "#/tables?kind=positions&sort=stance")
    button = page.get_by_role("button", name="Evidence").first
    button.focus()
    page.keyboard.press("Enter")
    evidence = page.locator(".evidence-row")
    expect(evidence.locator(".m-content")).to_have_text("any tolls")
    expect(evidence.locator(".m-cue")).to_have_text("said")
    expect(button).to_have_attribute("aria-expanded", "true")
    page.reload()
    expect(evidence.locator(".m-content")).to_have_text("any tolls")
    evidence.get_by_role("link", name="Read in: Bridge 3").click()
    page.wait_for_url(re.compile("#/articles.article=.*statement="))
    page.go_back()
    button.click()
    expect(evidence).to_have_count(0)


def test_a_post_opens_the_words_that_tell_of_it(dated: Visit) -> None:
    page = opened(dated, "#/tables?kind=posts")
    page.locator("tbody tr").first.locator("td").last.click()
    page.locator(".evidence-row blockquote").filter(has_text="Brook").wait_for()
    page.get_by_role("link", name="Read in: Bridge 1").click()
    page.wait_for_url(re.compile("#/articles.article="))


def test_more_are_loaded_and_stay_in_the_address(demo: Visit, demo_service: Served) -> None:
    total = demo_service.client.get("/statements?sort=-day&limit=1").json()["total"]
    page = opened(demo, "#/tables?sort=words")
    rows(page, total)
    if total <= 50:
        expect(page.get_by_role("button", name="More", exact=True)).to_have_count(0)
        return
    page.get_by_role("button", name="More", exact=True).click()
    rows(page, total, min(total, 100))
    page.reload()
    rows(page, total, min(total, 100))


def test_pages_follow_each_other(browser: Browser, tmp_path: Path) -> None:
    with Store.open(tmp_path / "some.store") as store:
        store.apply([], sample_quads())
        for number in range(20):
            store.apply([], article_quads(replace(SUMMIT, id=f"again-{number}"), summit()))
    with served(tmp_path / "some.store") as running, visit(browser, running.url) as person:
        page = opened(person, "#/tables?sort=speaker")
        rows(page, 86)
        page.get_by_role("button", name="More", exact=True).click()
        rows(page, 86, 86)
        person.tells({"shown": ["86"]})
        page.reload()
        rows(page, 86, 86)
        assert len(set(page.locator("tbody tr").all_inner_texts())) > 1
        first = [name.partition(",")[0] for name in column(page, "Speaker")]
        # Who is not named comes last.
        assert first == sorted(first, key=lambda name: (name == "not named", name.casefold()))


def test_rows_are_copied(dated: Visit) -> None:
    page = opened(dated, "#/tables?act=accuse")
    page.get_by_role("button", name="Copy").click()
    page.get_by_text("Copied, as shown: 1 row").wait_for()
    told = page.evaluate("navigator.clipboard.readText()").split("\n")
    assert told[0].split("\t")[:4] == ["Speaker", "Act", "About", "Words"]
    assert told[1].split("\t")[:4] == ["Éva Zell", "accuse", "Port Authority", FORMULA]
    page.get_by_text("Download", exact=True).click()
    page.get_by_label("For Excel").check()
    page.get_by_role("button", name="Copy").click()
    page.wait_for_function('navigator.clipboard.readText().then(text => text.includes("\'=cmd"))')


@pytest.mark.parametrize(("excel", "words"), [(False, FORMULA), (True, f"'{FORMULA}")])
def test_a_table_is_downloaded_as_csv(dated: Visit, excel: bool, words: str) -> None:
    page = opened(dated, "#/tables?act=accuse")
    page.get_by_text("Download", exact=True).click()
    if excel:
        page.get_by_label("For Excel").check()
    with page.expect_download() as download:
        page.get_by_role("button", name="Statements as CSV").click()
    assert download.value.suggested_filename == "statements.csv"
    text = Path(download.value.path()).read_bytes().decode()
    assert text.startswith("\ufeff") is excel
    [row] = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    assert (row["speaker"], row["words"], row["day"]) == ("Éva Zell", words, "2024-01-12")


def test_a_table_is_downloaded_as_json(dated: Visit) -> None:
    page = opened(dated, "#/tables?kind=demands")
    page.get_by_text("Download", exact=True).click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Demands as JSON lines").click()
    [line] = Path(download.value.path()).read_text("utf-8").splitlines()
    assert json.loads(line)["matter"] == "the port pay its share"


@pytest.mark.parametrize(
    ("label", "ending", "holds"),
    [
        ("CSV", "csv", "the tolls would fall"),
        ("JSON lines", "jsonl", "the tolls would fall"),
        ("Turtle", "ttl", "the tolls would fall"),
        ("Gephi (GEXF)", "gexf", "Ada Brook"),
    ],
)
def test_what_is_seen_is_downloaded_in_a_format_of_the_service(
    dated: Visit, label: str, ending: str, holds: str
) -> None:
    page = opened(dated, "#/tables?act=promise&since=2024-03-01")
    page.get_by_text("Download", exact=True).click()
    with page.expect_download() as download:
        page.get_by_role("link", name=label, exact=True).click()
    assert download.value.suggested_filename == f"statements.{ending}"
    text = Path(download.value.path()).read_text("utf-8")
    assert holds in text
    assert "in May" not in text


def test_every_format_of_the_service_is_offered_and_answers(dated: Visit, dated_service: Served) -> None:
    page = opened(dated, "#/tables?act=promise")
    page.get_by_text("Download", exact=True).click()
    expect(page.locator(".formats a")).to_have_count(len(FORMATS))
    links = [str(link.get_attribute("href")) for link in page.locator(".formats a").all()]
    offered = [link.partition("/statements.")[2].partition("?")[0] for link in links]
    assert sorted(offered) == sorted(FORMATS)
    for link in links:
        assert dated_service.client.get(link).status_code == 200


def test_a_phone_shows_rows_as_cards(browser: Browser, dated_service: Served) -> None:
    with visit(browser, dated_service.url, viewport={"width": 390, "height": 780}, has_touch=True) as person:
        page = opened(person, "#/tables?kind=positions")
        fits(page)
        rows(page, 2)
        row = page.locator("tbody tr").first
        boxes = [cell.bounding_box() for cell in row.locator("[data-label]").all()]
        assert len({round(box["x"]) for box in boxes if box}) == 1
        # Laid out as cards, it is a table still.
        expect(page.get_by_role("row")).to_have_count(2)
        page.get_by_text("Download", exact=True).tap()
        menu = page.locator(".table-menu").bounding_box()
        assert menu is not None
        assert menu["x"] >= 0
        assert menu["x"] + menu["width"] <= 390
        page.get_by_text("Download", exact=True).tap()
        page.get_by_label("Sorted by").select_option("stance")
        expect(page.locator("tbody tr").first).to_contain_text("against")
        person.tells({"sort": ["stance"]})
        page.get_by_role("button", name="Evidence").first.tap()
        page.locator(".evidence-row .m-content").wait_for()
        fits(page)


@pytest.mark.parametrize("place", ["#/tables?act=accuse", "#/tables?kind=posts", "#/tables?kind=demands&of=nobody"])
def test_no_serious_fault(dated: Visit, place: str) -> None:
    page = dated.go(place)
    page.locator(".list-status").filter(has_not_text="Loading").wait_for()
    if "nobody" not in place:
        page.get_by_role("button", name="Evidence").first.click()
        page.locator(".evidence-row").first.wait_for()
    page.locator("summary").filter(has_text="Filters").click()
    page.get_by_text("Download", exact=True).click()
    assert faults_in_light_and_dark(page) == []


@pytest.mark.parametrize("kind", ["statements", "positions", "posts"])
def test_hostile_text_is_text(browser: Browser, tmp_path: Path, kind: str) -> None:
    with Store.open(tmp_path / "some.store") as store:
        store.apply([], hostile_quads())
    with served(tmp_path / "some.store") as running, visit(browser, running.url) as person:
        page = opened(person, f"#/tables?kind={kind}")
        page.get_by_role("button", name="Evidence").first.click()
        page.locator(".evidence-row blockquote, .evidence-row .plain-list").first.wait_for()
        page.get_by_text("onerror").first.wait_for()
        expect(page.locator("img, main script, iframe")).to_have_count(0)
        expect(page).not_to_have_title("taken")
        fits(page)
        if kind != "posts":
            expect(page.locator("main")).to_contain_text(SCRIPT)


def test_a_fault_is_told_and_tried_again(dated: Visit) -> None:
    page = dated.go("#/tables?by=person/nobody")
    alert = page.get_by_role("alert")
    alert.filter(has_text="no actor has this name").wait_for()
    alert.get_by_role("button", name="Try again").click()
    alert.filter(has_text="no actor has this name").wait_for()


def test_facets_narrow_several_at_once_and_chips_take_them_off(dated: Visit) -> None:
    page = opened(dated, "#/tables")
    facets = page.get_by_role("group", name="Narrow by")
    facets.get_by_role("region", name="Act").get_by_role("button", name="promise 2").click()
    facets.get_by_role("region", name="Act").get_by_role("button", name="reject 1").click()
    expect(page.locator("tbody tr")).to_have_count(3)
    facets.get_by_role("region", name="Speaker").get_by_role("button", name="Ada Brook 2").click()
    expect(page.locator("tbody tr")).to_have_count(2)
    # Each facet counts as if it were not restricted itself.
    facets.get_by_role("region", name="Speaker").get_by_role("button", name="Éva Zell 1").wait_for()
    dated.tells({"act": ["promise", "reject"], "by": ["person/ada-brook"]}, alone=True)
    page.reload()
    expect(page.locator("tbody tr")).to_have_count(2)
    chips = page.get_by_role("list", name="Filters that are on")
    expect(chips.get_by_role("listitem")).to_have_count(3)
    chips.get_by_role("button", name="Without Speaker: Ada Brook").click()
    expect(page.locator("tbody tr")).to_have_count(3)


@pytest.mark.parametrize(
    ("facet", "button", "count", "params"),
    [
        ("Month", "March 2024 2", 2, {"since": ["2024-03-01"], "until": ["2024-03-31"]}),
        ("Stance", "against 1", 1, {"stance": ["against"]}),
        ("Source", "Quay News 3", 3, {"source": ["Quay News"]}),
        ("About", "Port Authority 6", 6, {"about": ["organisation/port-authority"]}),
    ],
)
def test_each_facet_is_a_filter(
    dated: Visit, facet: str, button: str, count: int, params: dict[str, list[str]]
) -> None:
    page = opened(dated, "#/tables")
    group = page.get_by_role("group", name="Narrow by").get_by_role("region", name=facet)
    group.get_by_role("button", name=button).click()
    expect(page.locator("tbody tr")).to_have_count(count)
    dated.tells(params, alone=True)
    group.get_by_role("button", name=button).click()
    expect(page.locator("tbody tr")).to_have_count(7)


def test_words_narrow_while_typing_and_the_next_click_counts(dated: Visit) -> None:
    page = opened(dated, "#/tables")
    page.locator("summary").filter(has_text="Filters").click()
    page.get_by_label("Words", exact=True).press_sequentially("bridge")
    expect(page.locator("tbody tr")).to_have_count(2)
    page.get_by_label("Words", exact=True).fill("toll")
    page.get_by_role("button", name="Speaker", exact=True).click()
    expect(page.get_by_role("columnheader", name="Speaker")).to_have_attribute("aria-sort", "ascending")
    expect(page.locator("tbody tr")).to_have_count(2)


@pytest.mark.parametrize("kind", ["statements", "demands", "positions"])
def test_status_and_form_are_asked_for_everywhere(dated: Visit, kind: str) -> None:
    page = opened(dated, f"#/tables?kind={kind}")
    before = {"statements": 7, "demands": 1, "positions": 2}[kind]
    rows(page, before)
    page.locator("summary").filter(has_text="Filters").click()
    form = page.get_by_role("form", name="Filters")
    form.get_by_label("Status", exact=True).select_option("any")
    form.get_by_label("Form", exact=True).select_option("indirect")
    expect(page.locator("tbody tr")).to_have_count(before)
    dated.tells({"status": ["any"], "form": ["indirect"]})
    form.get_by_label("Form", exact=True).select_option("direct")
    expect(page.locator("tbody tr")).to_have_count(0)


def test_no_act_is_broken_in_two(dated: Visit) -> None:
    page = opened(dated, "#/tables")
    page.set_viewport_size({"width": 800, "height": 700})
    rows(page, 7)
    lines = "cells => cells.map(cell => cell.getClientRects().length)"
    acts = page.locator('tbody [data-label="Act"] .act')
    eventually(page, lambda: acts.evaluate_all(lines), lambda found: found == [1] * 7)
