"""A browser, and one service over the demo store for all tests of the page."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sayso.api.demo import examples, reading
from sayso.api.loading import load_into
from sayso.api.settings import read_settings
from sayso.graph.store.store import Store
from sayso.loaders.batch import BatchOptions
from tests.api.page.dated import dated_quads
from tests.api.page.visiting import CHROMIUM_ARGS, Visit, visit
from tests.api.service.serving import KEY, Served, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, where the machine has it; a file's, since its event loop would be in the way of other tests' own."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("no Chromium here (Debian: apt-get install chromium)")
    # Where many work on one machine an answer takes longer than a person would wait.
    sync_api.expect.set_options(timeout=120_000)
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=[*CHROMIUM_ARGS])
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def demo_service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A service over the demo's two articles, with a key."""
    folder = tmp_path_factory.mktemp("page") / "demo.store"
    settings = read_settings(store=folder)
    with Store.open(folder, base=settings.base) as store:
        load_into(store, [str(examples())], reading(), BatchOptions(any_language=True), settings)
    with served(folder, api_key=f"tester={KEY}", readers=2) as running:
        yield running


@pytest.fixture
def demo(browser: Browser, demo_service: Served) -> Iterator[Visit]:
    """A person at the demo's page; fails where the page asks another host or breaks its policy."""
    with visit(browser, demo_service.url) as person:
        yield person


@pytest.fixture(scope="session")
def dated_service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A service over a quarrel about a bridge."""
    folder = tmp_path_factory.mktemp("dated") / "some.store"
    with Store.open(folder) as store:
        store.apply([], dated_quads())
    with served(folder) as running:
        yield running


@pytest.fixture
def dated(browser: Browser, dated_service: Served) -> Iterator[Visit]:
    """A person at that service's page."""
    with visit(browser, dated_service.url) as person:
        yield person


@pytest.fixture
def phone(browser: Browser, demo_service: Served) -> Iterator[Visit]:
    """A person at the demo's page with a phone."""
    with visit(browser, demo_service.url, viewport={"width": 390, "height": 780}, has_touch=True) as person:
        yield person


@pytest.fixture(scope="session")
def built() -> Path:
    """The folder of the page's files."""
    from sayso.api.page.page_files import BUILT

    return BUILT
