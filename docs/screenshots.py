"""Make the pictures of the page that the README shows, from the demo's articles.

    .venv/bin/python docs/screenshots.py
    .venv/bin/python docs/screenshots.py --views FOLDER [--store FOLDER]

Needs Chromium (Debian: apt-get install chromium). Writes docs/images/graph.png and docs/images/reader.png. With
`--views` each view goes into a folder instead, on a desktop and on a phone, in light and in dark, to be looked at after
a change; with `--store` they show that store.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote_plus

sys.path.insert(0, str(Path(__file__).parents[1]))

from playwright.sync_api import expect, sync_playwright

from sayso.api.demo import examples, reading
from sayso.api.loading import load_into
from sayso.api.settings import read_settings
from sayso.graph.store.store import Store
from sayso.loaders.batch import BatchOptions
from tests.api.page.visiting import CHROMIUM_ARGS
from tests.api.service.serving import Served, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

IMAGES = Path(__file__).parent / "images"
_SIZE = {"width": 1200, "height": 720}
_SCREENS = {"desktop": {"width": 1280, "height": 800}, "phone": {"width": 390, "height": 780}}
_AT_WORK = ".loading, .busy, [data-moving], .working:not(:empty)"
_VIEWS = {
    "start": "#/start",
    "results": "#/results?q={words}",
    "graph": "#/graph",
    "actor": "#/actor?id={actor}",
    "between": "#/between?a={actor}&b={other}",
    "tables": "#/tables",
    "timeline": "#/timeline",
    "networks": "#/networks?kind=actor-matter",
    "matrix": "#/networks?kind=two-mode&count=statements&variable2=act&view=matrix",
    "reader": "#/articles?article={article}",
    "add": "#/add",
    "review": "#/review",
    "sparql": "#/sparql",
}


def graph(page: Page, service: Served) -> None:
    """Show the graph with the evidence of a tie."""
    page.goto(f"{service.url}/#/graph?tie=speaks-of+country/RU+organisation/nato")
    page.locator(".card").first.wait_for()
    page.wait_for_selector(".graph:not([data-moving]) .canvas canvas")
    page.wait_for_timeout(1000)
    page.screenshot(path=IMAGES / "graph.png")


def reader(page: Page, service: Served) -> None:
    """Show the reader with a statement chosen."""
    rows = service.client.get("/articles").json()["items"]
    article = max(rows, key=lambda row: int(row["statements"]))["article"].rpartition("/")[2]
    statements = service.client.get(f"/articles/{article}").json()["statements"]
    first = min(statements, key=lambda card: (not card["demands"], card["spans"]["content"][0][0]))
    # A smaller window keeps the file small: much text, much colour.
    page.set_viewport_size({"width": 1020, "height": 580})
    page.goto(f"{service.url}/#/articles?article={article}&statement={first['id']}")
    page.locator(".text mark.on").first.wait_for()
    page.screenshot(path=IMAGES / "reader.png")


def views(browser: Browser, service: Served, folder: Path) -> None:
    """Show each view of the page, on each screen, in light and in dark."""
    folder.mkdir(parents=True, exist_ok=True)
    first, second = service.client.get("/actors?limit=2").json()["items"]
    told = {"actor": first["id"], "other": second["id"], "words": quote_plus(f"{first['name']} {second['name']}")}
    article = service.client.get("/articles").json()["items"][0]["article"].rpartition("/")[2]
    for screen, size in _SCREENS.items():
        for scheme in ("light", "dark"):
            page = browser.new_page(viewport=size, color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
            for name, place in _VIEWS.items():
                page.goto("about:blank")
                page.goto(f"{service.url}/{place.format(**told, article=article)}")
                page.locator("main .tab > *").first.wait_for(state="attached")
                for _ in range(2):
                    # What is asked for last may begin when all else has come.
                    expect(page.locator(_AT_WORK)).to_have_count(0, timeout=60_000)
                    page.wait_for_timeout(500)
                page.screenshot(path=folder / f"{name}-{screen}-{scheme}.png")
            page.close()


def main() -> None:
    """Serve the demo's articles, or a store, and take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--views", type=Path, help="put each view into this folder instead")
    parser.add_argument("--store", type=Path, help="of this store")
    arguments = parser.parse_args()
    IMAGES.mkdir(exist_ok=True)
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as parent:
        folder = arguments.store or Path(parent) / "demo.store"
        settings = read_settings(store=folder)
        if arguments.store is None:
            with Store.open(folder, base=settings.base) as store:
                load_into(store, [str(examples())], reading(), BatchOptions(any_language=True), settings)
        with served(folder) as service, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=[*CHROMIUM_ARGS, "--disable-lcd-text"])
            if arguments.views:
                views(browser, service, arguments.views)
            else:
                page = browser.new_page(viewport=_SIZE, reduced_motion="reduce")  # type: ignore[arg-type]
                graph(page, service)
                reader(page, service)
            browser.close()


if __name__ == "__main__":
    main()
