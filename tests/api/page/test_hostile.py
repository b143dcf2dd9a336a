"""Hostile text is shown as text: scripts, directions turned around, words without an end."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from sayso.graph.store.store import Store
from tests.api.page.hostile import ENDLESS, IMAGE, SCRIPT, TEXT, hostile_quads
from tests.api.page.visiting import Visit, fits, visit
from tests.api.service.serving import Served, served


@pytest.fixture(scope="module")
def hostile_service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("hostile") / "some.store"
    with Store.open(folder) as store:
        store.apply([], hostile_quads())
    with served(folder) as running:
        yield running


@pytest.fixture
def hostile(browser: Browser, hostile_service: Served) -> Iterator[Visit]:
    with visit(browser, hostile_service.url, viewport={"width": 900, "height": 700}) as person:
        yield person


@pytest.fixture(scope="module")
def places(hostile_service: Served) -> dict[str, str]:
    article = hostile_service.client.get("/articles").json()["items"][0]["article"].rpartition("/")[2]
    return {
        "start": "#/start?q=Archer",
        "graph": "#/graph",
        "list": "#/graph?view=list",
        "evidence": "#/graph?tie=speaks-of+person/ann-archer+organisation/script",
        "articles": "#/articles",
        "reader": f"#/articles?article={article}",
    }


@pytest.mark.parametrize("place", ["start", "graph", "list", "evidence", "articles", "reader"])
def test_nothing_of_it_becomes_part_of_the_page(hostile: Visit, places: dict[str, str], place: str) -> None:
    page = hostile.go(places[place])
    page.get_by_text("onerror").first.wait_for(state="attached")
    expect(page.locator("img, main script, iframe, object, embed")).to_have_count(0)
    expect(page).not_to_have_title("taken")
    expect(page.locator("a[href^='javascript']")).to_have_count(0)
    # Nothing is pushed out of the window, however long a word.
    fits(page)


def test_the_text_stands_there_letter_by_letter(hostile: Visit, places: dict[str, str]) -> None:
    page = hostile.go(places["reader"])
    page.locator(".text mark").first.wait_for()
    shown = page.locator(".text").evaluate(
        """text => {
            const copy = text.cloneNode(true);
            for (const sign of copy.querySelectorAll('.control'))
                sign.replaceWith(String.fromCodePoint(parseInt(sign.textContent.slice(2), 16)));
            return copy.textContent;
        }"""
    )
    assert shown == TEXT


def test_controls_of_direction_are_shown_instead_of_obeyed(hostile: Visit, places: dict[str, str]) -> None:
    page = hostile.go(places["reader"])
    page.locator(".text .control").first.wait_for()
    signs = page.locator(".text .control").all_text_contents()
    assert set(signs) == {"U+202E", "U+202C", "U+2067"}
    expect(page.locator("main")).not_to_contain_text("\u202e")


def test_marks_hold_among_emoji(hostile: Visit, places: dict[str, str]) -> None:
    page = hostile.go(places["reader"])
    expect(page.locator(".text .m-cue")).to_have_text(["said", "added"])
    expect(page.locator(".text .m-position")).to_have_text(["done"])


def test_names_are_clipped_and_whole_where_they_are_pointed_at(hostile: Visit, places: dict[str, str]) -> None:
    page = hostile.go(places["list"])
    row = page.locator("a.actor").filter(has_text=SCRIPT[:8]).first
    assert len(row.inner_text()) < 200
    title = row.locator("bdi").get_attribute("title")
    assert title is not None
    assert ENDLESS in title
    expect(page.locator("a.actor").filter(has_text="Archer").first).to_contain_text(IMAGE)
