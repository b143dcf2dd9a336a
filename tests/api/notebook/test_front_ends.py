"""The widget in JupyterLab and in marimo, each as a person has it: shown, clicked, and heard by Python and back."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.api.page.visiting import at_rest
from tests.graph.store.remote.server import free_port

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parents[3]
MADE = """import sayso
from sayso.graph.networks.network import Network, Node
network = sayso.DrawnNetwork.of(Network((Node("a", "<b>Anna</b>", "Person"),), (), True, {"title": "One"}))
widget = network.widget(height=300)"""
# What Python hears of the reader's choice stands below the widget, and a button takes the choice back.
JUPYTER = (
    f"{MADE}\nwidget",
    """import ipywidgets
heard = ipywidgets.Label("chosen: nobody")
widget.observe(lambda change: setattr(heard, "value", f"chosen: {change.new or 'nobody'}"), "selected")
forget = ipywidgets.Button(description="forget")
forget.on_click(lambda _: setattr(widget, "selected", ""))
ipywidgets.VBox([heard, forget])""",
)
MARIMO = """import marimo
app = marimo.App()

@app.cell
def _():
    import marimo as mo
{made}
    shown = mo.ui.anywidget(widget)
    shown
    return mo, shown, widget

@app.cell
def _(mo, shown):
    mo.md(f"chosen: {{shown.value['selected'] or 'nobody'}}")
    return

@app.cell
def _(mo, widget):
    mo.ui.button(label="forget", on_click=lambda _: setattr(widget, "selected", ""))
    return
"""


def jupyter(folder: Path, port: int) -> list[str]:
    """Write a notebook into a folder; return the command that serves it."""
    empty: dict[str, object] = {"cell_type": "code", "metadata": {}, "execution_count": None, "outputs": []}
    cells = [{**empty, "id": f"cell-{number}", "source": source} for number, source in enumerate(JUPYTER)]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    notebook = {"nbformat": 4, "nbformat_minor": 5, "metadata": kernel, "cells": cells}
    (folder / "one.ipynb").write_text(json.dumps(notebook), "utf-8")
    options = ("--no-browser", "--allow-root", "--IdentityProvider.token=", f"--ServerApp.root_dir={folder}")
    news = ("--LabApp.news_url=None", "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate")
    return [sys.executable, "-m", "jupyterlab", f"--ServerApp.port={port}", *options, *news]


def marimo(folder: Path, port: int) -> list[str]:
    """Write a marimo notebook into a folder; return the command that serves it."""
    indented = "\n".join(f"    {line}" for line in MADE.splitlines())
    (folder / "one.py").write_text(MARIMO.format(made=indented), "utf-8")
    options = ("--headless", "--no-token", "--host", "127.0.0.1", "--port", str(port))
    return [sys.executable, "-m", "marimo", "run", *options, str(folder / "one.py")]


FRONT_ENDS: dict[str, tuple[Callable[[Path, int], list[str]], str]] = {
    "jupyterlab": (jupyter, "lab/tree/one.ipynb"),
    "marimo": (marimo, ""),
}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, where the machine has it."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("no Chromium here (Debian: apt-get install chromium)")
    flags = ["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
    sync_api.expect.set_options(timeout=120_000)
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=flags)
        yield opened
        opened.close()


@pytest.fixture(params=FRONT_ENDS)
def page(request: pytest.FixtureRequest, browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """The notebook in one of the two, all of its cells run."""
    name = request.param
    if importlib.util.find_spec(name) is None:
        pytest.skip(f"{name} is not installed (uv sync --group front-ends)")
    made, path = FRONT_ENDS[name]
    port = free_port()
    with serving(made(tmp_path, port), tmp_path, f"http://127.0.0.1:{port}/"):
        opened = browser.new_page(viewport={"width": 1100, "height": 900})
        opened.set_default_timeout(120_000)
        # What the two front ends bring from elsewhere is theirs; nothing of it may be needed.
        opened.route(lambda url: "127.0.0.1" not in url and url.startswith("http"), lambda route: route.abort())
        opened.goto(f"http://127.0.0.1:{port}/{path}")
        if name == "jupyterlab":
            opened.locator(".jp-Notebook .jp-CodeCell").first.wait_for()
            # Whoever runs a cell before there is a kernel is asked for one.
            opened.get_by_text("Python 3 (ipykernel) | Idle").wait_for()
            opened.get_by_role("menuitem", name="Run", exact=True).click()
            opened.get_by_role("menuitem", name="Run All Cells", exact=True).click()
        yield opened
        opened.close()


@contextmanager
def serving(command: list[str], folder: Path, address: str) -> Iterator[None]:
    """Have a server run, with all that it writes for itself in a folder."""
    own = {name: str(folder / name) for name in ("HOME", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "XDG_CONFIG_HOME")}
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, env={**os.environ, **own}, stdout=log, stderr=log)
        try:
            end = time.monotonic() + 300
            while not answers(address):
                assert process.poll() is None, (folder / "log").read_text("utf-8", "replace")
                assert time.monotonic() < end, (folder / "log").read_text("utf-8", "replace")
                time.sleep(0.2)
            yield
        finally:
            process.terminate()
            process.wait(60)


def answers(address: str) -> bool:
    """Say whether somebody answers."""
    try:
        with urllib.request.urlopen(address, timeout=300) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def test_a_click_reaches_python_and_python_the_widget(page: Page) -> None:
    from playwright.sync_api import expect

    page.locator(".stage canvas").first.wait_for()
    page.get_by_text(re.compile("^chosen: nobody$")).wait_for()
    stage = page.locator(".stage").first
    stage.scroll_into_view_if_needed()
    box = at_rest(page, stage.bounding_box)
    assert box is not None
    stage.click(position={"x": box["width"] / 2, "y": box["height"] / 2})
    page.get_by_text(re.compile("^chosen: a$")).wait_for()
    expect(page.locator(".panel h4")).to_have_text("<b>Anna</b> (Person)")
    page.get_by_role("button", name="forget").click()
    # marimo runs no cell anew for what Python itself sets; the widget hears it in both.
    page.locator(".panel h4").wait_for(state="detached")
