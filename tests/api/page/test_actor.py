"""An actor's page: its statements first, narrowed by facets; offices, whom it meets, merging."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from sayso.graph.store.store import Store
from tests.api.page.dated import dated_quads
from tests.api.page.faults import faults_in_light_and_dark
from tests.api.page.visiting import Visit, fits, visit
from tests.api.service.serving import KEY, Served, served

MAYOR, PORT = "person/ada-brook", "organisation/port-authority"


@pytest.fixture(scope="module")
def dated_service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A service over a quarrel about a bridge."""
    folder = tmp_path_factory.mktemp("actor") / "some.store"
    with Store.open(folder) as store:
        store.apply([], dated_quads())
    with served(folder, api_key=f"tester={KEY}") as running:
        yield running


@pytest.fixture
def dated(browser: Browser, dated_service: Served) -> Iterator[Visit]:
    with visit(browser, dated_service.url) as person:
        yield person


def test_statements_come_first_and_are_narrowed_by_several_facets(dated: Visit) -> None:
    page = dated.go(f"#/actor?id={MAYOR}")
    cards = page.locator("article.card")
    expect(cards).to_have_count(3)
    facets = page.get_by_role("group", name="Narrow by")
    facets.get_by_role("region", name="Act").get_by_role("button", name="promise 2").click()
    expect(cards).to_have_count(2)
    facets.get_by_role("region", name="Act").get_by_role("button", name="demand 1").click()
    expect(cards).to_have_count(3)
    dated.tells({"act": ["promise", "demand"]})
    facets.get_by_role("region", name="Source").get_by_role("button", name="Quay News 1").click()
    expect(cards).to_have_count(1)
    page.reload()
    expect(cards).to_have_count(1)
    chips = page.get_by_role("list", name="Filters that are on")
    expect(chips.get_by_role("listitem")).to_have_count(3)
    chips.get_by_role("button", name="Without Source: Quay News").click()
    expect(cards).to_have_count(3)
    expect(page).to_have_title("Ada Brook · SaySo")


def test_what_is_said_of_it_and_the_same_elsewhere(dated: Visit) -> None:
    page = dated.go(f"#/actor?id={PORT}")
    page.get_by_role("link", name="Is spoken of (6)").click()
    expect(page.locator("article.card")).to_have_count(6)
    page.get_by_role("group", name="Narrow by").get_by_role("button", name="Ada Brook 3").click()
    expect(page.locator("article.card")).to_have_count(3)
    page.get_by_role("link", name="As a table").click()
    expect(page.locator("tbody tr")).to_have_count(3)
    page.go_back()
    page.get_by_role("link", name="As a timeline").click()
    expect(page.locator("main [role=status]").filter(has_text="3 statements")).to_be_visible()


def test_offices_have_their_sentence_and_those_whom_it_meets_lead_on(dated: Visit) -> None:
    page = dated.go(f"#/actor?id={MAYOR}")
    offices = page.get_by_role("region", name="Offices")
    expect(offices.locator("blockquote")).to_have_text("Brook")
    offices.get_by_role("link", name="Read in: Bridge 1").wait_for()
    page.get_by_role("region", name="Speaks most of").get_by_role("link", name="Port Authority").click()
    page.wait_for_url("**/#/between**")
    page.go_back()
    page.get_by_role("link", name=re.compile("over time")).click()
    page.wait_for_url("**/#/timeline**")


def test_merging_with_any_other_says_when_it_is_done(browser: Browser, dated_service: Served) -> None:
    with visit(browser, dated_service.url) as person:
        page = person.go("#/actor?id=person/eva-zell")
        page.get_by_text("Merge with another").click()
        page.get_by_role("combobox", name="Merge Éva Zell with").press_sequentially("brook")
        page.get_by_role("option").filter(has_text="Ada Brook").click()
        page.get_by_role("button", name="Merge: Ada Brook is Éva Zell").click()
        page.get_by_label("Paste a key").fill(KEY)
        page.get_by_role("dialog").get_by_role("button", name="Sign in").click()
        page.get_by_text("are one now").wait_for()
        expect(page.get_by_role("link", name="Says (6)")).to_be_visible()
    [row] = dated_service.client.get("/merges").json()["items"]
    headers = {"Authorization": f"Bearer {KEY}"}
    undone = dated_service.client.post(f"/merges/{row['judgementId']}/undo", headers=headers)
    assert undone.status_code == 200


@pytest.mark.parametrize("place", [f"#/actor?id={MAYOR}", f"#/between?a={MAYOR}&b={PORT}", "#/results?q=Brook"])
def test_no_serious_fault_and_no_width_too_much(dated: Visit, place: str) -> None:
    page = dated.go(place)
    page.locator("article.card").first.wait_for()
    assert faults_in_light_and_dark(page) == []
    page.set_viewport_size({"width": 390, "height": 780})
    fits(page)


def test_nobody_is_told(dated: Visit) -> None:
    page = dated.go("#/actor?id=person/nobody")
    page.get_by_role("alert").filter(has_text="no actor has this name").wait_for()
    page.get_by_role("combobox", name="Find an actor").wait_for()
