"""Networks: who agrees with whom, as a picture, a matrix and a list, over time, with what stands behind a tie."""

import csv
import io
from zipfile import ZipFile

from playwright.sync_api import expect

from tests.api.page.visiting import Visit, at_rest, eventually, fits


def test_kinds_are_chosen_and_kept_in_the_address(demo: Visit) -> None:
    page = demo.go("#/networks?view=list")
    page.get_by_role("status").filter(has_text="ties").wait_for()
    page.get_by_label("Tied are").select_option("actor-matter")
    page.get_by_label("Divided by").select_option("activity")
    expect(page.locator(".network-list tbody tr").first).to_be_visible()
    demo.tells({"kind": ["actor-matter"]})
    demo.tells({"normalisation": ["activity"]})
    expect(page).to_have_title("Actors and matters · Networks · SaySo")
    page.get_by_label("Tied are").select_option("conflict")
    page.wait_for_url("**kind=conflict**")
    # A choice of the other kind goes with it.
    eventually(page, lambda: demo.params, lambda params: "normalisation" not in params)


def test_the_matrix_leads_to_what_stands_behind_a_tie(demo: Visit) -> None:
    page = demo.go("#/networks?kind=actor-matter&view=matrix")
    cell = page.get_by_role("region", name="Matrix").get_by_role("link").first
    told = cell.get_attribute("aria-label")
    cell.click()
    behind = page.get_by_role("region", name="Behind this tie")
    behind.locator(".card blockquote").first.wait_for()
    expect(behind).to_contain_text(str(told).partition(",")[0])
    page.get_by_role("link", name="Close").click()
    behind.wait_for(state="detached")


def test_the_picture_is_drawn_without_arrows_and_by_keyboard(demo: Visit) -> None:
    demo.listen()
    page = demo.go("#/networks?kind=actor-matter")
    page.wait_for_selector(".networks:not([data-moving]) .canvas canvas", state="attached")
    page.get_by_role("application").focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**at=**")
    expect(page.locator(".stage [aria-live]")).not_to_be_empty()


def test_files_for_other_tools_are_those_of_what_is_chosen(demo: Visit) -> None:
    page = demo.go("#/networks?kind=actor-matter&view=list&duplicates=document")
    page.get_by_text("Download this network").click()
    for name in ("visone", "Gephi", "nodes and edges", "UCINET", "Pajek"):
        address = page.get_by_role("link", name=name).get_attribute("href")
        assert address is not None
        assert "kind=actor-matter" in address
        assert "duplicates=document" in address
        assert page.request.get(address).ok


def test_nodes_and_edges_are_what_r_reads(demo: Visit) -> None:
    """`graph_from_data_frame`: the first two columns of the edges are ends that the first of the nodes names, once."""
    page = demo.go("#/networks?kind=actor-matter&view=list")
    page.get_by_text("Download this network").click()
    expect(page.locator(".network-files code")).to_contain_text("graph_from_data_frame")
    address = page.get_by_role("link", name="nodes and edges").get_attribute("href")
    with ZipFile(io.BytesIO(page.request.get(str(address)).body())) as archive:
        nodes, edges = (
            [[*row.values()] for row in csv.DictReader(io.StringIO(archive.read(name).decode("utf-8-sig")))]
            for name in ("nodes.csv", "edges.csv")
        )
    named = [row[0] for row in nodes]
    assert edges
    assert len(named) == len({*named})
    assert {end for row in edges for end in row[:2]} <= {*named}


def test_any_two_variables_with_the_very_statements_behind_a_tie(dated: Visit) -> None:
    page = dated.go("#/networks?view=matrix")
    page.get_by_label("Tied are").select_option("two-mode")
    page.get_by_label("Counted are").select_option("statements")
    page.get_by_role("combobox", name="The first", exact=True).select_option("source")
    second = page.get_by_role("combobox", name="The second", exact=True)
    second.select_option("act")
    # A statement as such is on no matter.
    expect(second.locator("option[value=matter]")).to_have_count(0)
    expect(page).to_have_title("Sources and acts · Networks · SaySo")
    page.get_by_role("link", name="The Ferry Post, promise: 1").click()
    behind = page.get_by_role("region", name="Behind this tie")
    expect(behind.locator(".card")).to_have_count(1)
    expect(behind.locator(".card")).to_contain_text("the bridge would open in May")


def test_windows_have_a_slider_weigh_and_play(dated: Visit) -> None:
    page = dated.go("#/networks?kind=two-mode&count=statements&variable2=act&view=list")
    ties = page.get_by_role("status").filter(has_text="ties")
    expect(ties).to_contain_text("6 ties")
    page.get_by_label("Windows of").select_option("1-months")
    series = page.get_by_role("region", name="Windows")
    expect(series.get_by_role("status")).to_have_text("1 of 3: 2024-01-01 – 2024-01-31")
    expect(ties).to_contain_text("4 ties")
    slider = series.get_by_role("slider", name="Window")
    slider.focus()
    page.keyboard.press("End")
    page.wait_for_url("**nth=3**")
    expect(series.get_by_role("status")).to_have_text("3 of 3: 2024-03-01 – 2024-03-31")
    expect(ties).to_contain_text("2 ties")
    page.get_by_label("What is said weighs").select_option("triangular")
    page.wait_for_url("**kernel=triangular**")
    # Another series begins at its first.
    eventually(page, lambda: dated.params, lambda params: "nth" not in params)
    expect(page.locator(".network-list td.number").first).not_to_have_text("1")
    series.get_by_role("button", name="Play").click()
    # It plays to the last and stops there.
    page.wait_for_url("**nth=3**")
    expect(series.get_by_role("button", name="Play")).to_be_visible()
    page.get_by_text("Download this network").click()
    one = page.get_by_role("link", name="visone").first.get_attribute("href")
    every = page.get_by_role("link", name="visone").last.get_attribute("href")
    assert {"kernel=triangular", "nth=3"} <= {*str(one).partition("?")[2].split("&")}
    with ZipFile(io.BytesIO(page.request.get(str(every)).body())) as archive:
        assert len(archive.namelist()) == 3


def test_a_phone_begins_with_a_list_and_has_the_picture_where_asked(phone: Visit) -> None:
    page = phone.go("#/networks?kind=actor-matter")
    expect(page.locator(".network-list tbody tr").first).to_be_visible()
    shown = page.get_by_role("group", name="Shown as")
    expect(shown.get_by_role("link", name="List")).to_have_attribute("aria-current", "true")
    shown.get_by_role("link", name="Picture").click()
    page.wait_for_selector(".networks:not([data-moving]) .canvas canvas", state="attached")
    fits(page)


def test_nothing_to_show_is_told(demo: Visit) -> None:
    page = demo.go("#/networks?min-actor=10&view=list")
    page.get_by_text("No two are tied here").wait_for()


def test_a_window_of_time_is_moved_by_keyboard_and_opened_again(dated: Visit) -> None:
    page = dated.go("#/networks?kind=actor-matter&view=list")
    begin = page.get_by_role("slider", name="Begin")
    begin.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**since=**")
    first = dated.params["since"]
    expect(begin).to_have_attribute("aria-valuenow", "1")
    page.keyboard.press("ArrowRight")
    page.wait_for_url(lambda url: f"since={first[0]}" not in url)
    page.get_by_role("button", name="All time").click()
    page.wait_for_url(lambda url: "since=" not in url)


def test_a_window_is_dragged_beneath_the_graph_and_plays(dated: Visit) -> None:
    page = dated.go("#/graph")
    bars = page.get_by_role("group", name="Statements over time")
    bars.locator(".bar-of-time").first.wait_for()
    page.wait_for_selector(".graph:not(.busy):not([data-moving]) .canvas canvas", state="attached")
    line = at_rest(page, bars.bounding_box)
    assert line is not None
    y = line["y"] + line["height"] / 2
    page.mouse.move(line["x"] + 3, y)
    page.mouse.down()
    page.mouse.move(line["x"] + line["width"] * 0.3, y, steps=3)
    page.mouse.up()
    page.wait_for_url("**until=**")
    until = dated.params["until"][0]
    page.get_by_role("button", name="Play").click()
    page.wait_for_url(lambda url: f"until={until}" not in url and "until=" in url)
    page.get_by_role("button", name="Pause").click()
    expect(page.get_by_role("button", name="Play")).to_be_visible()
