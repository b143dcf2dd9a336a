"""Graph: actors and signed ties, the evidence behind each, and every state in the address."""

import re
import xml.etree.ElementTree as ET
from itertools import combinations
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from tests.api.page.visiting import Visit
from tests.api.service.serving import Served

TIE = "speaks-of person/liz-truss country/UA"
# The picture is there, and the layout has come to rest.
DRAWN = ".graph:not([data-moving]) .canvas canvas"


def test_the_picture_is_drawn_with_lists_beside_it(demo: Visit) -> None:
    page = demo.go("#/graph?step=top+100")
    page.wait_for_selector(DRAWN, state="attached")
    page.get_by_role("button", name="Actors and ties").click()
    lists = page.get_by_role("region", name="Actors and ties")
    ties = int(lists.get_by_role("heading", name="Ties").inner_text().partition("(")[2].rstrip(")"))
    assert lists.locator("a.tie").count() == ties > 10
    assert page.get_by_text("all that was asked for").count() == 1


def test_a_tie_leads_to_its_sentences_and_these_to_the_article(demo: Visit) -> None:
    page = demo.go("#/graph?side=open")
    page.get_by_role("link", name="Liz Truss speaks of Ukraine").click()
    evidence = page.get_by_role("region", name="Evidence")
    card = evidence.locator(".card").first
    card.wait_for()
    for mark in ("m-speaker", "m-cue", "m-content"):
        assert card.locator(f".{mark}").count() > 0
    assert "% sure" in card.inner_text()
    assert demo.params["tie"] == [TIE]
    card.get_by_role("link", name="Read in").click()
    page.locator(".text mark.on").first.wait_for()


def test_a_shared_address_shows_the_same(demo: Visit) -> None:
    page = demo.go(f"#/graph?tie={TIE.replace(' ', '+')}")
    page.get_by_role("region", name="Evidence").locator(".card").first.wait_for()
    page.get_by_role("link", name="All actors and ties").click()
    page.get_by_role("region", name="Actors and ties").wait_for()
    page.go_back()
    page.get_by_role("region", name="Evidence").locator(".card").first.wait_for()


def test_what_is_cut_off_is_said_and_more_can_be_had(demo: Visit) -> None:
    page = demo.go("#/graph?step=top+5")
    counts = page.get_by_role("status").filter(has_text="strongest")
    assert "The strongest 5 of" in counts.inner_text()
    counts.get_by_role("button", name="More").click()
    page.get_by_text("all that was asked for").wait_for()
    page.get_by_role("button", name="Undo").click()
    page.get_by_text("The strongest 5 of").wait_for()


@pytest.mark.parametrize(
    ("label", "value", "name", "told"),
    [
        ("Act", "threaten", "act", "threaten"),
        ("Stance", "for", "stance", "for"),
        ("At least this sure", "0.97", "confidence", "0.97"),
    ],
)
def test_filters_leave_fewer_ties(demo: Visit, label: str, value: str, name: str, told: str) -> None:
    page = demo.go("#/graph?step=top+100&side=open")
    ties = page.locator("a.tie")
    before = ties.count()
    page.get_by_text("Filters", exact=True).click()
    field = page.locator("form.filters").get_by_label(label, exact=True)
    if field.evaluate("field => field.tagName") == "SELECT":
        field.select_option(value)
    else:
        field.fill(value)
        field.blur()
    page.get_by_text("Filters (on)").wait_for()
    expect(ties).not_to_have_count(before)
    assert ties.count() < before
    assert demo.params[name] == [told]
    page.get_by_role("button", name="No filters").click()
    expect(ties).to_have_count(before)


def test_the_picture_by_keyboard(demo: Visit) -> None:
    page = demo.go("#/graph?step=top+100")
    page.wait_for_selector(DRAWN, state="attached")
    page.get_by_role("application").focus()
    page.keyboard.press("ArrowRight")
    first = demo.params["at"]
    page.keyboard.press("ArrowRight")
    assert demo.params["at"] != first
    chosen = demo.params["at"][0]
    page.keyboard.press("h")
    page.wait_for_url("**step=hide**")
    assert demo.params["step"][-1] == f"hide {chosen}"
    page.get_by_role("application").focus()
    page.keyboard.press("u")
    assert demo.params["step"] == ["top 100"]


def test_an_actor_is_dragged_and_stays_pinned(demo: Visit) -> None:
    page = demo.go("#/graph?step=add+country/RU")
    page.wait_for_selector(DRAWN, state="attached")
    box = page.get_by_role("application").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 40, y + 20, steps=4)
    page.mouse.up()
    page.wait_for_url("**step=pin**")
    assert demo.params["step"][-1].startswith("pin country/RU ")


def test_a_tie_is_clicked_in_the_picture(demo: Visit) -> None:
    page = demo.go("#/graph?step=add+person/liz-truss&step=add+country/UA")
    page.wait_for_selector(DRAWN, state="attached")
    box = page.get_by_role("application").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    # The tie runs beside the line from centre to centre, on one side of it.
    for aside_x, aside_y in ((0, 0), (4, 0), (-4, 0), (0, 4), (0, -4), (3, 3), (-3, -3), (3, -3), (-3, 3)):
        page.mouse.click(x + aside_x, y + aside_y)
        page.wait_for_timeout(350)
        if "tie" in demo.params:
            break
    assert demo.params["tie"] == [TIE]


def test_a_tie_says_on_what_it_is_where_one_points_at_it(demo: Visit) -> None:
    page = demo.go("#/graph?step=add+person/liz-truss&step=add+country/UA")
    page.wait_for_selector(DRAWN, state="attached")
    box = page.get_by_role("application").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    tip = page.locator(".tie-tip")
    for aside_x, aside_y in ((0, 0), (4, 0), (-4, 0), (0, 4), (0, -4), (3, 3), (-3, -3), (3, -3), (-3, 3)):
        page.mouse.move(x + aside_x, y + aside_y)
        page.wait_for_timeout(200)
        if tip.is_visible():
            break
    assert re.match(r"Liz Truss speaks of Ukraine: \d+ statements?\. Sides on Ukraine: ", tip.inner_text())


def test_facets_and_chips_narrow_the_picture(demo: Visit) -> None:
    page = demo.go("#/graph?step=top+100&side=open")
    ties = page.locator("a.tie")
    before = ties.count()
    page.get_by_text("Filters", exact=True).click()
    acts = page.get_by_role("group", name="Narrow by").get_by_role("region", name="Act")
    acts.get_by_role("button").nth(0).click()
    expect(ties).not_to_have_count(before)
    one = ties.count()
    acts.locator("[aria-pressed=false]").first.click()
    expect(page.get_by_role("list", name="Filters that are on").get_by_role("listitem")).to_have_count(2)
    expect(ties).not_to_have_count(one)
    assert len(demo.params["act"]) == 2
    for _ in range(2):
        page.get_by_role("button", name="Without Act").first.click()
    expect(ties).to_have_count(before)
    expect(page.get_by_role("list", name="Filters that are on")).to_be_hidden()


@pytest.mark.parametrize(
    ("button", "ending", "begins"), [("Picture as PNG", "png", b"\x89PNG"), ("Picture as SVG", "svg", b"<svg")]
)
def test_the_picture_is_downloaded(demo: Visit, tmp_path: Path, button: str, ending: str, begins: bytes) -> None:
    page = demo.go("#/graph")
    page.wait_for_selector(DRAWN, state="attached")
    page.get_by_text("Download", exact=True).click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button).click()
    file = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(file)
    assert re.fullmatch(rf"who-speaks-of-whom-\d{{4}}-\d\d-\d\d\.{ending}", file.name)
    assert file.read_bytes().startswith(begins)
    if ending == "svg":
        names = {element.text for element in ET.parse(file).iter("{http://www.w3.org/2000/svg}text")}
        assert {"Russia", "Ukraine", "for", "against"} <= names


def test_gephi_lite_is_a_link_with_the_address_of_a_file(demo: Visit) -> None:
    page = demo.go("#/graph")
    page.get_by_text("Download", exact=True).click()
    link = page.get_by_role("link", name="Open in Gephi Lite").get_attribute("href")
    assert link is not None
    assert urlsplit(link).hostname == "gephi.org"
    [file] = parse_qs(urlsplit(link).query)["file"]
    assert file.startswith(f"{demo.url}/subgraph.gexf?")
    assert file.endswith(".gexf")
    answer = page.request.get(file)
    assert answer.ok
    assert b"<gexf" in answer.body()
    assert page.get_by_text("SAYSO_CORS_ORIGINS").count() == 1


def test_a_list_instead_of_the_picture(demo: Visit) -> None:
    page = demo.go("#/graph")
    page.get_by_role("link", name="List", exact=True).click()
    page.locator(".stage").wait_for(state="hidden")
    assert demo.params["view"] == ["list"]
    page.get_by_role("link", name="Picture", exact=True).click()
    page.locator(".stage").wait_for()


def test_without_webgl_the_lists_take_over(demo: Visit) -> None:
    demo.page.add_init_script("HTMLCanvasElement.prototype.getContext = () => null")
    page = demo.go("#/graph")
    page.get_by_text("draws no picture here").wait_for()
    page.get_by_role("button", name="Actors and ties").click()
    assert page.locator("a.tie").count() > 10


def test_a_phone_shows_lists_and_evidence(phone: Visit) -> None:
    page = phone.go("#/graph")
    assert page.locator(".stage").is_hidden()
    page.locator("a.tie").first.tap()
    page.get_by_role("region", name="Evidence").locator(".card").first.wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("place", ["#/start?q=nato", "#/graph?actor=country/RU&at=country/RU", "#/articles", "reader"])
def test_nothing_runs_out_of_a_phones_screen(phone: Visit, demo_service: Served, place: str) -> None:
    if place == "reader":
        row = demo_service.client.get("/articles").json()["items"][0]
        place = f"#/articles?article={row['article'].rpartition('/')[2]}"
    page = phone.go(place)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_counts_are_seen_before_opening(demo: Visit) -> None:
    page = demo.go("#/graph?step=add+country/RU&at=country/RU")
    panel = page.get_by_role("region", name="Selected actor")
    row = panel.get_by_role("listitem").filter(has_text="Is spoken of by")
    told = int(row.locator("b").inner_text())
    assert told > 3
    row.get_by_role("button").click()
    panel.get_by_text(f"{told} of {told} shown").wait_for()
    assert demo.params["step"] == ["add country/RU", "open spoken-of-by country/RU 25"]
    page.get_by_role("button", name="Undo").click()
    panel.get_by_text("shown").wait_for(state="detached")
    page.go_back()
    panel.get_by_text(f"{told} of {told} shown").wait_for()


def test_what_is_opened_in_part_says_so(demo: Visit) -> None:
    page = demo.go("#/graph?step=open+spoken-of-by+country/RU+2")
    cut = page.locator(".counts .cut")
    assert "is spoken of by 2 of " in cut.inner_text()
    cut.get_by_role("button", name="More").click()
    page.get_by_text("all that was asked for").wait_for()


@pytest.mark.parametrize("kind", ["demands-of", "stands-toward", "addresses"])
def test_other_ties_have_their_evidence_too(demo: Visit, kind: str) -> None:
    page = demo.go(f"#/graph?step=open+{kind}+country/RU+25&side=open")
    words = {"demands-of": "demands of", "stands-toward": "stands toward", "addresses": "speaks to"}[kind]
    page.get_by_role("link", name=f"Russia {words}").first.click()
    page.get_by_role("region", name="Evidence").locator(".card").first.wait_for()


def test_a_double_click_opens_around_an_actor(demo: Visit) -> None:
    page = demo.go("#/graph?step=add+country/RU")
    page.wait_for_selector(DRAWN, state="attached")
    box = page.get_by_role("application").bounding_box()
    assert box is not None
    page.mouse.dblclick(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_url("**step=around**")
    page.locator("a.tie").or_(page.get_by_text("of 25 shown")).or_(page.get_by_text("Around it")).first.wait_for()
    # One step to take back.
    assert demo.params["step"][1:] == ["around country/RU 25"]
    page.get_by_role("button", name="Undo").click()
    page.wait_for_url(lambda url: "around" not in url)
    assert demo.params["step"] == ["add country/RU"]
    assert demo.params["at"] == ["country/RU"]


def test_hiding_and_asking_again(demo: Visit) -> None:
    page = demo.go("#/graph?actor=country/RU&at=country/UA&side=open")
    page.get_by_role("button", name="Hide").click()
    expect(page.get_by_role("link", name="Russia speaks of Ukraine")).to_have_count(0)
    box = page.get_by_role("combobox", name="Add an actor")
    box.press_sequentially("Ukraine")
    page.get_by_role("listbox").get_by_role("option").first.wait_for()
    box.press("Enter")
    page.get_by_role("link", name="All actors and ties").click()
    expect(page.get_by_role("link", name="Russia speaks of Ukraine")).to_have_count(1)


def test_the_path_between_two_actors(demo: Visit) -> None:
    page = demo.go("#/graph?step=add+person/john-sullivan&at=person/john-sullivan")
    box = page.get_by_role("combobox", name="Path from John Sullivan to")
    box.press_sequentially("Truss")
    page.get_by_role("listbox").get_by_role("option").first.wait_for()
    box.press("Enter")
    path = page.get_by_role("region", name="Path")
    path.get_by_role("link").first.click()
    page.get_by_role("region", name="Evidence").locator(".card").first.wait_for()
    assert demo.params["step"][-1] == "path person/john-sullivan person/liz-truss"


def test_a_tab_is_come_back_to_where_it_was_left(demo: Visit) -> None:
    page = demo.go("#/graph?step=add+country/RU&at=country/RU")
    page.get_by_role("navigation").get_by_role("link", name="Articles").click()
    page.get_by_role("list", name="Articles").wait_for()
    page.get_by_role("navigation").get_by_role("link", name="Graph").click()
    page.get_by_role("region", name="Selected actor").wait_for()
    assert demo.params == {"step": ["add country/RU"], "at": ["country/RU"]}


def test_going_on_by_keyboard_where_the_panel_changes(demo: Visit) -> None:
    page = demo.go("#/graph?side=open")
    page.get_by_role("link", name="Liz Truss speaks of Ukraine").focus()
    page.keyboard.press("Enter")
    page.get_by_role("region", name="Evidence").wait_for()
    assert page.evaluate("document.activeElement.textContent") == "← All actors and ties"
    page.keyboard.press("Enter")
    page.get_by_role("region", name="Actors and ties").wait_for()


@pytest.mark.parametrize(
    ("place", "word"),
    [
        ("#/graph?tie=speaks-of+country/XX+country/YY", "not among those that are shown"),
        ("#/graph?actor=person/nobody-at-all", "no actor has this name or id"),
        ("#/graph?step=nonsense&step=open+x+y+z&step=pin", "Nobody is shown"),
        ("#/graph?since=yesterday", "since"),
        ("#/no-such-tab", "Who said what about whom"),
    ],
)
def test_an_address_that_leads_nowhere_is_told_in_words(demo: Visit, place: str, word: str) -> None:
    page = demo.go(place)
    page.get_by_role("main").get_by_text(word).first.wait_for()


def test_the_kinds_of_edges_count_statements(demo: Visit, demo_service: Served) -> None:
    kinds = demo_service.client.get("/actors/organisation/nato/neighbours").json()["kinds"]
    spoken = next(kind for kind in kinds if kind["kind"] == "spoken-of-by")
    page = demo.go("#/graph?step=add+organisation/nato&at=organisation/nato")
    expect(page.get_by_role("region", name="Selected actor")).to_contain_text(f"(in {spoken['statements']} statements)")


@pytest.mark.parametrize(("name", "value"), [("Status", "any"), ("Form", "indirect")])
def test_status_and_form_are_filters_too(demo: Visit, name: str, value: str) -> None:
    page = demo.go("#/graph")
    page.get_by_text("Filters", exact=True).click()
    page.locator("form.filters").get_by_label(name, exact=True).select_option(value)
    page.get_by_text("Filters (on)").wait_for()
    assert demo.params[name.lower()] == [value]


def test_the_first_picture_is_of_few_actors_and_more_come_on_demand(demo: Visit) -> None:
    page = demo.go("#/graph")
    counts = page.get_by_role("status").filter(has_text="busiest")
    assert counts.inner_text().startswith("25 actors, ")
    more = counts.get_by_role("button", name=re.compile(r"^Show \d+ more$"))
    all_of_them = 25 + int(more.inner_text().split()[1])
    more.click()
    page.get_by_text(f"{all_of_them} actors, ").wait_for()
    assert demo.params["step"][-1] == "core 50"


def _covered(names: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """Return the pairs of names that lie on one another."""
    return [
        (one["text"], other["text"])
        for one, other in combinations(names, 2)
        if one["x"] < other["x"] + other["width"]
        and other["x"] < one["x"] + one["width"]
        and abs(one["y"] - other["y"]) < 12
    ]


def test_no_name_lies_on_another(demo: Visit) -> None:
    demo.listen()
    demo.go("#/graph")
    names = demo.names()
    assert len(names) > 20
    assert _covered(names) == []


def _at_rest(demo: Visit) -> dict[str, Any]:
    """Return the names by their text once they stand still, however slow the machine draws."""
    before: dict[str, Any] = {}
    for _ in range(60):
        found = {name["text"]: name for name in demo.names()}
        if found and found == before:
            break
        before = found
        demo.page.wait_for_timeout(300)
    return before


def test_what_was_moved_and_what_was_not_comes_back_where_it_was(demo: Visit) -> None:
    demo.listen()
    page = demo.go("#/graph")
    canvas = page.get_by_role("application")
    box = canvas.bounding_box()
    assert box is not None
    for number in range(10):
        # Most actors stand just before their names. Beside an actor the whole picture is moved, with its names.
        names = list(_at_rest(demo).values())
        name = names[number % len(names)]
        x, y = box["x"] + name["x"] - 10, box["y"] + name["y"] - 4
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x - 60, y + 40, steps=4)
        page.mouse.up()
        if "spots" in demo.params:
            break
    assert demo.params["step"][-1].startswith("pin ")
    page.get_by_role("button", name="Show all").click()
    page.wait_for_timeout(800)
    moved = _at_rest(demo)
    page.reload()
    again = _at_rest(demo)
    assert len(again) > 20
    for text in again.keys() & moved.keys():
        assert abs(moved[text]["x"] - again[text]["x"]) < 4, text
        # A name may come to stand on the other side of its point, twenty pixels away, where both have room.
        away = abs(moved[text]["y"] - again[text]["y"])
        assert away < 4 or abs(away - 20) < 2, text


def test_arrow_keys_tell_what_they_come_to(demo: Visit) -> None:
    page = demo.go("#/graph")
    page.wait_for_selector(DRAWN, state="attached")
    page.get_by_role("application").focus()
    page.keyboard.press("ArrowRight")
    said = page.locator(".stage [aria-live]")
    expect(said).to_contain_text(re.compile(r"^.+, (person|organisation|country|group): ties to \d+, from \d+"))


def test_communities_are_colours_and_lists(demo: Visit) -> None:
    page = demo.go("#/graph?side=open")
    page.get_by_role("combobox", name="Colour by").select_option("community")
    page.get_by_role("heading", name="Community 1").wait_for()
    assert page.get_by_role("heading", name="Community").count() > 2
    assert demo.params["colour"] == ["community"]


def test_a_drawer_is_opened_and_shut(demo: Visit) -> None:
    page = demo.go("#/graph")
    lists = page.get_by_role("region", name="Actors and ties")
    expect(lists).to_be_hidden()
    page.get_by_role("button", name="Actors and ties").click()
    expect(lists).to_be_visible()
    page.get_by_role("link", name="Close").click()
    expect(lists).to_be_hidden()


def test_the_window_is_called_after_what_it_shows(demo: Visit) -> None:
    page = demo.go("#/graph?tie=speaks-of+country/RU+organisation/nato")
    expect(page).to_have_title("Russia speaks of NATO · SaySo")
    page = demo.go("#/graph?actor=country/RU")
    expect(page).to_have_title("Around Russia · SaySo")
