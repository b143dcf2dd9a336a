"""Graph: actors and signed ties, the evidence behind each, and every state in the address."""

import re
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, Route, expect

from tests.api.page.faults import faults_in_light_and_dark
from tests.api.page.pictures import is_light, pixels, taken, vectors
from tests.api.page.visiting import Visit, at_rest, covered, eventually, fits
from tests.api.service.serving import Served

TIE = "speaks-of person/liz-truss country/UA"
# The picture is there, and the layout has come to rest.
DRAWN = ".graph:not([data-moving]) .canvas canvas"
# A tie runs beside the line from centre to centre, on one side of it. A slow machine may miss a touch: it comes again.
BESIDE = ((0, 0), (4, 0), (-4, 0), (0, 4), (0, -4), (3, 3), (-3, -3), (3, -3), (-3, 3)) * 3


def _middle(page: Page) -> tuple[float, float]:
    """Return the middle of the picture once it is drawn and all that takes room beside it is there."""
    page.wait_for_selector(DRAWN, state="attached")
    expect(page.locator(".bar-of-time").first).to_be_attached()
    box = page.get_by_role("application").bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_the_picture_is_drawn_with_lists_beside_it(demo: Visit) -> None:
    page = demo.go("#/graph?step=top+100")
    page.wait_for_selector(DRAWN, state="attached")
    page.get_by_role("button", name="Actors and ties").click()
    lists = page.get_by_role("region", name="Actors and ties")
    ties = int(
        lists.get_by_role("heading", name=re.compile(r"Ties \(\d+\)")).inner_text().partition("(")[2].rstrip(")")
    )
    assert ties > 10
    expect(lists.locator("a.tie")).to_have_count(ties)
    expect(page.get_by_text("all that was asked for")).to_have_count(1)


def test_a_tie_leads_to_its_sentences_and_these_to_the_article(demo: Visit) -> None:
    page = demo.go("#/graph?side=open")
    page.get_by_role("link", name="Liz Truss speaks of Ukraine").click()
    evidence = page.get_by_role("region", name="Evidence")
    card = evidence.locator(".card").first
    card.wait_for()
    for mark in ("m-speaker", "m-cue", "m-content"):
        expect(card.locator(f".{mark}").first).to_be_visible()
    expect(card).to_contain_text("% sure")
    demo.tells({"tie": [TIE]})
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
    expect(counts).to_contain_text("The strongest 5 of")
    counts.get_by_role("button", name="More").click()
    page.get_by_text("all that was asked for").wait_for()
    page.get_by_role("button", name="Undo").click()
    page.get_by_text("The strongest 5 of").wait_for()


def _ties(service: Served, **asked: str | list[str]) -> int:
    """Return how many ties there are among the strongest hundred."""
    form = {"kinds": "speaks-of", "aggregate": "true", "format": "graphology", "size": "100"}
    return len(service.client.get("/subgraph", params={**form, **asked}).json()["edges"])


def test_filters_leave_fewer_ties(demo: Visit, demo_service: Served) -> None:
    before = _ties(demo_service)
    page = demo.go("#/graph?step=top+100&side=open")
    ties = page.locator("a.tie")
    expect(ties).to_have_count(before)
    page.get_by_text("Filters", exact=True).click()
    for label, value, name in (
        ("Act", "threaten", "act"),
        ("Stance", "for", "stance"),
        ("At least this sure", "0.97", "confidence"),
    ):
        field = page.locator("form.filters").get_by_label(label, exact=True)
        if field.evaluate("field => field.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)
            field.blur()
        page.get_by_text("Filters (on)").wait_for()
        left = _ties(demo_service, **{name: value})
        assert 0 < left < before
        expect(ties).to_have_count(left)
        demo.tells({name: [value]})
        page.get_by_role("button", name="No filters").click()
        expect(ties).to_have_count(before)
    for label, value in (("Status", "any"), ("Form", "indirect")):
        page.locator("form.filters").get_by_label(label, exact=True).select_option(value)
        page.get_by_text("Filters (on)").wait_for()
        demo.tells({label.lower(): [value]})
        expect(ties).to_have_count(_ties(demo_service, **{label.lower(): value}))
        page.get_by_role("button", name="No filters").click()
        expect(ties).to_have_count(before)


def test_the_picture_by_keyboard(demo: Visit) -> None:
    page = demo.go("#/graph?step=top+100")
    page.wait_for_selector(DRAWN, state="attached")
    page.get_by_role("application").focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**at=**")
    first = demo.params["at"]
    page.keyboard.press("ArrowRight")
    [chosen] = eventually(page, lambda: demo.params["at"], lambda at: at != first)
    page.keyboard.press("h")
    demo.tells({"step": ["top 100", f"hide {chosen}"]})
    page.get_by_role("application").focus()
    page.keyboard.press("u")
    demo.tells({"step": ["top 100"]})


def test_an_actor_is_dragged_and_stays_pinned(demo: Visit) -> None:
    page = demo.go("#/graph?step=add+country/RU")
    x, y = _middle(page)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 40, y + 20, steps=4)
    page.mouse.up()
    demo.last_step("pin country/RU ")


def test_a_tie_is_clicked_in_the_picture(demo: Visit) -> None:
    page = demo.go("#/graph?step=add+person/liz-truss&step=add+country/UA")
    x, y = _middle(page)
    for aside_x, aside_y in BESIDE:
        page.mouse.click(x + aside_x, y + aside_y)
        # Two clicks in short order would be a double click.
        page.wait_for_timeout(350)
        if "tie" in demo.params:
            break
    demo.tells({"tie": [TIE]})


def test_a_tie_says_on_what_it_is_where_one_points_at_it(demo: Visit) -> None:
    page = demo.go("#/graph?step=add+person/liz-truss&step=add+country/UA")
    x, y = _middle(page)
    tip = page.locator(".tie-tip")
    for aside_x, aside_y in BESIDE:
        page.mouse.move(x + aside_x, y + aside_y)
        page.wait_for_timeout(200)
        if tip.is_visible():
            break
    expect(tip).to_have_text(re.compile(r"^Liz Truss speaks of Ukraine: \d+ statements?\. Sides on Ukraine: "))


def test_facets_and_chips_narrow_the_picture(demo: Visit, demo_service: Served) -> None:
    before = _ties(demo_service)
    page = demo.go("#/graph?step=top+100&side=open")
    ties = page.locator("a.tie")
    expect(ties).to_have_count(before)
    page.get_by_text("Filters", exact=True).click()
    acts = page.get_by_role("group", name="Narrow by").get_by_role("region", name="Act")
    chips = page.get_by_role("list", name="Filters that are on")
    chosen: list[str] = []
    for number in (1, 2):
        button = acts.locator("[aria-pressed=false]").first
        chosen.append(button.inner_text().rstrip("0123456789 \n"))
        button.click()
        expect(chips.get_by_role("listitem")).to_have_count(number)
        left = _ties(demo_service, act=chosen)
        assert 0 < left < before
        expect(ties).to_have_count(left)
    demo.tells({"act": chosen})
    page.get_by_text("Download", exact=True).click()
    assert faults_in_light_and_dark(page) == []
    page.get_by_text("Download", exact=True).click()
    for number in (1, 0):
        page.get_by_role("button", name="Without Act").first.click()
        expect(chips.get_by_role("listitem")).to_have_count(number)
    expect(ties).to_have_count(before)
    expect(chips).to_be_hidden()


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
    expect(page.get_by_text("SAYSO_CORS_ORIGINS")).to_have_count(1)


def test_a_list_instead_of_the_picture(demo: Visit) -> None:
    page = demo.go("#/graph")
    page.get_by_role("link", name="List", exact=True).click()
    page.locator(".stage").wait_for(state="hidden")
    demo.tells({"view": ["list"]})
    page.get_by_role("link", name="Picture", exact=True).click()
    page.locator(".stage").wait_for()


def test_without_webgl_the_lists_take_over(demo: Visit) -> None:
    demo.page.add_init_script("HTMLCanvasElement.prototype.getContext = () => null")
    page = demo.go("#/graph")
    page.get_by_text("draws no picture here").wait_for()
    page.get_by_role("button", name="Actors and ties").click()
    expect(page.locator("a.tie").nth(10)).to_be_visible()


def test_a_phone_shows_lists_and_evidence(phone: Visit) -> None:
    page = phone.go("#/graph")
    expect(page.locator(".stage")).to_be_hidden()
    page.locator("a.tie").first.tap()
    page.get_by_role("region", name="Evidence").locator(".card").first.wait_for()
    fits(page)
    page = phone.go("#/graph?view=picture")
    page.wait_for_selector(DRAWN, state="attached")
    fits(page)
    # No button is so narrow that its word stands letter below letter.
    bar = page.locator(".graph-bar :is(button, .button)").filter(visible=True)
    assert max(box["height"] for button in bar.all() if (box := button.bounding_box())) < 60


@pytest.mark.parametrize("place", ["#/start?q=nato", "#/graph?actor=country/RU&at=country/RU", "#/articles", "reader"])
def test_nothing_runs_out_of_a_phones_screen(phone: Visit, demo_service: Served, place: str) -> None:
    if place == "reader":
        row = demo_service.client.get("/articles").json()["items"][0]
        place = f"#/articles?article={row['article'].rpartition('/')[2]}"
    page = phone.go(place)
    fits(page)


def test_counts_are_seen_before_opening(demo: Visit) -> None:
    page = demo.go("#/graph?step=add+country/RU&at=country/RU")
    panel = page.get_by_role("region", name="Selected actor")
    row = panel.get_by_role("listitem").filter(has_text="Is spoken of by")
    told = int(row.locator("b").inner_text())
    assert told > 3
    row.get_by_role("button").click()
    panel.get_by_text(f"{told} of {told} shown").wait_for()
    demo.tells({"step": ["add country/RU", "open spoken-of-by country/RU 25"]})
    page.get_by_role("button", name="Undo").click()
    panel.get_by_text("shown").wait_for(state="detached")
    page.go_back()
    panel.get_by_text(f"{told} of {told} shown").wait_for()


def test_what_is_opened_in_part_says_so(demo: Visit) -> None:
    page = demo.go("#/graph?step=open+spoken-of-by+country/RU+2")
    cut = page.locator(".counts .cut")
    expect(cut).to_contain_text("is spoken of by 2 of ")
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
    page.mouse.dblclick(*_middle(page))
    page.wait_for_url("**step=around**")
    page.locator("a.tie").or_(page.get_by_text("of 25 shown")).or_(page.get_by_text("Around it")).first.wait_for()
    # One step to take back.
    demo.tells({"step": ["add country/RU", "around country/RU 25"]})
    page.get_by_role("button", name="Undo").click()
    page.wait_for_url(lambda url: "around" not in url)
    demo.tells({"step": ["add country/RU"]})
    demo.tells({"at": ["country/RU"]})


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
    demo.last_step("path person/john-sullivan person/liz-truss")


def test_a_tab_is_come_back_to_where_it_was_left(demo: Visit) -> None:
    page = demo.go("#/graph?step=add+country/RU&at=country/RU")
    page.get_by_role("navigation").get_by_role("link", name="Articles").click()
    page.get_by_role("list", name="Articles").wait_for()
    page.get_by_role("navigation").get_by_role("link", name="Graph").click()
    page.get_by_role("region", name="Selected actor").wait_for()
    demo.tells({"step": ["add country/RU"], "at": ["country/RU"]}, alone=True)


def test_going_on_by_keyboard_where_the_panel_changes(demo: Visit) -> None:
    page = demo.go("#/graph?side=open")
    page.get_by_role("link", name="Liz Truss speaks of Ukraine").focus()
    page.keyboard.press("Enter")
    page.get_by_role("region", name="Evidence").wait_for()
    expect(page.get_by_role("link", name="← All actors and ties")).to_be_focused()
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


def test_the_first_picture_is_of_few_actors_and_more_come_on_demand(demo: Visit) -> None:
    page = demo.go("#/graph")
    counts = page.get_by_role("status").filter(has_text="busiest")
    expect(counts).to_have_text(re.compile("^25 actors, "))
    more = counts.get_by_role("button", name=re.compile(r"^Show \d+ more$"))
    all_of_them = 25 + int(more.inner_text().split()[1])
    more.click()
    page.get_by_text(f"{all_of_them} actors, ").wait_for()
    demo.last_step("core 50")


@pytest.mark.parametrize(("core", "share"), [(25, 0.0), (60, 0.02)])
def test_no_name_lies_on_another(demo: Visit, core: int, share: float) -> None:
    demo.listen()
    demo.go(f"#/graph?step=core+{core}")
    names = eventually(demo.page, demo.names, lambda names: len(names) > 20)
    assert covered(names) <= share


type Names = dict[str, tuple[float, float]]


def _names(demo: Visit) -> Names:
    return {name["text"]: (name["x"], name["y"]) for name in demo.names()}


def _resting(demo: Visit) -> Names:
    """Return where each name is once they stand still, however slow the machine draws."""
    eventually(demo.page, demo.names, bool)
    return at_rest(demo.page, lambda: _names(demo))


def test_what_was_moved_and_what_was_not_comes_back_where_it_was(demo: Visit) -> None:
    demo.listen()
    page = demo.go("#/graph")
    canvas = page.get_by_role("application")
    box = canvas.bounding_box()
    assert box is not None
    for number in range(10):
        # Most actors stand just before their names. Beside an actor the whole picture is moved, with its names.
        names = list(_resting(demo).values())
        name = names[number % len(names)]
        x, y = box["x"] + name[0] - 10, box["y"] + name[1] - 4
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x - 60, y + 40, steps=4)
        page.mouse.up()
        if "spots" in demo.params:
            break
    demo.last_step("pin ")
    page.get_by_role("button", name="Show all").click()
    moved = _resting(demo)
    assert len(moved) > 20

    def same(again: Names) -> bool:
        return again.keys() == moved.keys() and all(
            abs(one - other) < 1 for text in moved for one, other in zip(again[text], moved[text], strict=True)
        )

    page.reload()
    eventually(page, lambda: _names(demo), same)


def test_an_actor_pinned_by_keyboard_and_all_others_come_back_where_they_were(demo: Visit) -> None:
    demo.listen()
    page = demo.go("#/graph")
    page.wait_for_selector(DRAWN, state="attached")
    page.get_by_role("application").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("p")
    page.wait_for_url("**spots=**")
    pinned = _resting(demo)
    page.reload()
    eventually(page, lambda: _names(demo), lambda again: again == pinned)


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
    expect(page.get_by_role("heading", name="Community").nth(2)).to_be_visible()
    demo.tells({"colour": ["community"]})


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


def test_a_side_on_a_matter_colours_no_tie_to_an_actor(demo: Visit) -> None:
    """Who is against sending troops to Ukraine is against neither NATO nor Ukraine."""
    page = demo.go("#/graph?side=open")
    row = page.get_by_role("listitem").filter(has=page.get_by_role("link", name="Jens Stoltenberg speaks of Ukraine"))
    expect(row).to_have_text(re.compile(r"^Jens Stoltenberg speaks of Ukraine\s*\d+×$"))
    row.get_by_role("link").click()
    evidence = page.get_by_role("region", name="Evidence")
    expect(evidence).to_contain_text("Sides on Ukraine: none")
    expect(evidence.locator(".stance.against .side-on").first).to_contain_text("on this matter, on no actor")


def test_a_long_wait_has_a_sign(demo: Visit) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    demo.page.route("**/subgraph?**", hold)
    page = demo.page
    page.goto(f"{demo.url}/#/graph")
    expect(page.locator(".working:not(:empty)")).to_be_visible()
    [first] = eventually(page, lambda: held, bool)
    first.continue_()
    expect(page.locator(".working:not(:empty)")).to_have_count(0)
    page.wait_for_selector(DRAWN, state="attached")


def test_pictures_that_leave_are_light_full_and_say_what_they_show(demo: Visit, tmp_path: Path) -> None:
    demo.page.emulate_media(color_scheme="dark")
    place = f"#/graph?tie={TIE.replace(' ', '+')}"
    page = demo.go(place)
    page.wait_for_selector(DRAWN, state="attached")
    page.get_by_text("Download", exact=True).click()
    lines = taken(page, "Picture as SVG", tmp_path)
    assert re.fullmatch(r"liz-truss-speaks-of-ukraine-\d{4}-\d\d-\d\d\.svg", lines.name)
    drawn = vectors(page, lines)
    assert is_light(drawn.ground)
    assert {"Russia", "Ukraine", "Person", "Country", "for", "against"} <= {*drawn.texts}
    told = " ".join(drawn.texts)
    for words in ("Liz Truss speaks of Ukraine", "25 of ", datetime.now(UTC).date().isoformat()[:8]):
        assert words in told
    # An address is longer than a line.
    assert f"{demo.url}/{place.partition('?')[0]}" in "".join(drawn.texts)
    assert len(drawn.actors()) == 25
    assert drawn.loose() == []
    assert drawn.marked() == 1
    seen = pixels(page, taken(page, "Picture as PNG", tmp_path))
    assert is_light(seen.ground)
    assert abs(seen.width - 2 * drawn.width) <= 2
    assert abs(seen.height - 2 * drawn.height) <= 2
    assert seen.emptiest() < 0.2
    page.get_by_label("in dark colours").check()
    assert max(pixels(page, taken(page, "Picture as PNG", tmp_path)).ground) < 60


@pytest.mark.parametrize("kind", ["demands-of", "stands-toward", "addresses"])
def test_ties_of_one_kind_lead_from_actor_to_actor(demo: Visit, tmp_path: Path, kind: str) -> None:
    demo.listen()
    page = demo.go(f"#/graph?step=open+{kind}+country/RU+25&side=open")
    lists = page.get_by_role("region", name="Actors and ties")
    actors = [name.partition(" named")[0] for name in lists.locator("li:has(a.actor) a").all_inner_texts()]
    names = eventually(page, demo.names, lambda names: len(names) >= len(actors) > 1)
    assert {name["text"] for name in names} == {*actors}
    page.get_by_text("Download", exact=True).click()
    drawn = vectors(page, taken(page, "Picture as SVG", tmp_path))
    assert len(drawn.actors()) == len(actors)
    assert drawn.ties()
    assert drawn.loose() == []
    assert {*actors} <= {*drawn.texts}
