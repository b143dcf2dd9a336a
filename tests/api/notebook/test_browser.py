"""The widget and the one-file page in a real browser, offline."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sayso.api.notebook.drawing.data import BUNDLE
from sayso.api.notebook.network import DrawnNetwork
from sayso.graph.networks.network import Edge, Network, Node
from tests.api.notebook.networks import network
from tests.api.page.visiting import at_rest

if TYPE_CHECKING:
    from playwright.sync_api import Page

# What anywidget hands to a front end, as far as the widget uses it: https://anywidget.dev/en/afm/.
MODEL = """async ([source, state]) => {
  const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const { default: widget } = await import(address);
  const heard = new Map();
  window.model = {
    get: (name) => state[name],
    set: (name, value) => { state[name] = value; },
    save_changes: () => { window.saved = { ...state }; },
    on: (event, listener) => heard.set(event, listener),
    off: (event) => heard.delete(event),
    tell: (name, value) => { state[name] = value; heard.get(`change:${name}`)(); },
  };
  window.end = await widget.render({ model: window.model, el: document.body });
}"""


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    """A page of Chromium, where the machine has it, that reaches nothing; errors in it fail the test."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("no Chromium here (Debian: apt-get install chromium)")
    flags = ["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
    sync_api.expect.set_options(timeout=120_000)
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=flags)
        opened = browser.new_page(viewport={"width": 900, "height": 700})
        opened.set_default_timeout(120_000)
        asked: list[str] = []
        opened.on("request", lambda request: asked.append(request.url))
        errors: list[str] = []
        opened.on("pageerror", lambda error: errors.append(str(error)))
        yield opened
        browser.close()
    assert errors == []
    assert [url for url in asked if not url.startswith(("file:", "blob:", "data:", "about:"))] == []


def test_a_click_on_a_node_reaches_python_and_back(page: Page) -> None:
    from playwright.sync_api import expect

    page.goto("about:blank")
    alone = Network((Node("n0", "<b>Anna</b>", "Person"),), (), True, {"title": "One"})
    state = {
        "network": DrawnNetwork.of(alone).widget().network,
        "height": 300,
        "selected": "",
        "selected_edge": "",
    }
    page.evaluate(MODEL, [BUNDLE.read_text("utf-8"), state])
    page.locator(".stage canvas").first.wait_for()
    box = at_rest(page, page.locator(".stage").bounding_box)
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_function("window.saved?.selected === 'n0'")
    expect(page.locator(".panel h4")).to_have_text("<b>Anna</b> (Person)")
    page.evaluate("window.model.tell('selected', '')")
    expect(page.locator(".panel h4")).to_have_count(0)
    page.evaluate("window.end()")


def test_the_page_is_walked_without_a_mouse(page: Page, tmp_path: Path) -> None:
    from playwright.sync_api import expect

    some = network(["Anna Zenda", "The League", "Borduria"])
    told = {"sentence": "“Open it,” she <i>said</i>.", "url": "https://courier.example/1", "label": "demand 1"}
    edges = (Edge("e1", "n0", "n1", "demand", attributes=told), Edge("e2", "n2", "n0"))
    DrawnNetwork.of(Network(some.nodes, edges, True, {"title": "Who <speaks>"})).save(tmp_path / "net.html")
    page.goto((tmp_path / "net.html").as_uri())
    expect(page.locator("h3")).to_have_text("Who <speaks>")
    page.get_by_label("Choose a node").select_option("n0")
    ties = page.locator(".panel li button")
    expect(ties).to_have_count(2)
    assert sorted(ties.all_inner_texts()) == ["Anna Zenda → The League", "Borduria → Anna Zenda"]
    page.get_by_role("button", name="Anna Zenda → The League").press("Enter")
    expect(page.locator(".panel blockquote")).to_have_text(told["sentence"])
    expect(page.get_by_role("link")).to_have_attribute("href", told["url"])
    page.get_by_role("button", name="All of it").click()


def test_without_scripts_the_page_shows_the_picture(page: Page, tmp_path: Path) -> None:
    context = page.context.browser.new_context(java_script_enabled=False)  # type: ignore[union-attr]
    DrawnNetwork.of(network(["Anna Zenda", "The League"])).save(tmp_path / "net.html")
    still = context.new_page()
    still.goto((tmp_path / "net.html").as_uri())
    assert "Anna Zenda" in (still.locator("noscript svg").text_content() or "")
    context.close()
