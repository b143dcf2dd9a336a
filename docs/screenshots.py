"""Make the pictures of the page that the README shows, from the demo's articles.

    .venv/bin/python docs/screenshots.py

Needs Chromium (Debian: apt-get install chromium). Writes docs/images/graph.png and docs/images/reader.png.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[1]))

from playwright.sync_api import sync_playwright

from sayso.api.demo import examples, reading
from sayso.api.loading import load_into
from sayso.api.settings import read_settings
from sayso.graph.store.store import Store
from sayso.loaders.batch import BatchOptions
from tests.api.page.visiting import CHROMIUM_ARGS
from tests.api.service.serving import Served, served

if TYPE_CHECKING:
    from playwright.sync_api import Page

IMAGES = Path(__file__).parent / "images"
_SIZE = {"width": 1200, "height": 720}


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


def main() -> None:
    """Serve the demo's articles and take the pictures."""
    IMAGES.mkdir(exist_ok=True)
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as parent:
        folder = Path(parent) / "demo.store"
        settings = read_settings(store=folder)
        with Store.open(folder, base=settings.base) as store:
            load_into(store, [str(examples())], reading(), BatchOptions(any_language=True), settings)
        with served(folder) as service, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=[*CHROMIUM_ARGS, "--disable-lcd-text"])
            page = browser.new_page(viewport=_SIZE, reduced_motion="reduce")  # type: ignore[arg-type]
            graph(page, service)
            reader(page, service)
            browser.close()


if __name__ == "__main__":
    main()
