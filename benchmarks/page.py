"""Measure the page's picture: time until it is there, frames a second, and how much of its names is covered.

    .venv/bin/python -m benchmarks.page [--nodes 5000] [--edges 20000] [--seconds 4]
    .venv/bin/python -m benchmarks.page --names
    .venv/bin/python -m benchmarks.page --clicks
    .venv/bin/python -m benchmarks.page --store FOLDER

With `--names` pictures of 25 and of 60 actors are drawn, and it is measured which share of the area of their names
lies under other names, and how many actors have a name. With `--clicks` the clicks are counted from Start to the
sentence for "Russia about NATO" in the demo's articles, or in a `--store` with these two. With `--store` the page is
used over a store (`benchmarks.synthetic` makes one of 10,000 statements): how long each step takes until it is done,
when a sign of work is seen, how long the page does not answer at all, and how many serious faults axe finds.

A service over an empty store serves the page; the network itself is invented here and handed to the browser in its
place, so that the page alone is measured. Without a graphics card Chromium draws in software, on the processor: a
machine with one is faster by far.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import tempfile
import time
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from benchmarks.page_use import clicks, use
from sayso.api.demo import examples, reading
from sayso.api.loading import load_into
from sayso.api.settings import read_settings
from sayso.graph.store.store import Store
from sayso.loaders.batch import BatchOptions
from sayso.ontology.vocabulary import ACTOR_KINDS
from tests.api.page.visiting import CHROMIUM_ARGS, Visit, covered
from tests.api.service.serving import served

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Page, Playwright, Route

BASE = "https://w3id.org/sayso/id/"
_FRAMES = """seconds => new Promise(done => {
    const began = performance.now();
    const times = [];
    const frame = now => {
        times.push(now);
        if (performance.now() - began < seconds * 1000) requestAnimationFrame(frame);
        else done(times);
    };
    requestAnimationFrame(frame);
})"""


def network(nodes: int, edges: int) -> str:
    """Invent a network as the service tells it: few actors are tied to many, many to few."""
    chance = random.Random(1)
    kinds = ("Person", *ACTOR_KINDS)
    keys = [f"{BASE}person/p{number}" for number in range(nodes)]
    weights = [1 / (number + 5) for number in range(nodes)]
    pairs: dict[tuple[str, str], None] = {}
    while len(pairs) < edges:
        drawn = chance.choices(keys, weights, k=2 * edges)
        # Each actor has a tie, the busiest have most.
        ends = [
            *zip(keys, chance.choices(keys, weights, k=nodes), strict=True),
            *zip(drawn[::2], drawn[1::2], strict=True),
        ]
        pairs |= {pair: None for pair in ends if pair[0] != pair[1]}
    told = {
        "attributes": {"shown": str(edges), "total": str(edges)},
        "nodes": [
            {
                "key": key,
                "attributes": {
                    "label": f"Actor {number}",
                    "kind": kinds[number % 5],
                    "mentions": nodes // (number + 1),
                },
            }
            for number, key in enumerate(keys)
        ],
        "edges": [
            {
                "source": source,
                "target": target,
                "attributes": {
                    "weight": chance.choice((1, 1, 1, 2, 5)),
                    "for": chance.choice((0, 0, 1)),
                    "against": chance.choice((0, 0, 1)),
                },
            }
            for source, target in list(pairs)[:edges]
        ],
    }
    return json.dumps(told)


def frames(page: Page, seconds: float, *, moving: bool) -> str:
    """Count frames for some seconds, in which the picture is zoomed and moved where `moving` says so."""
    box = page.get_by_role("application").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.evaluate("() => { window.frames_told = null }")
    page.evaluate(f"seconds => {{ ({_FRAMES})(seconds).then(times => {{ window.frames_told = times }}) }}", seconds)
    until = time.monotonic() + seconds
    turn = 0
    while time.monotonic() < until:
        if moving:
            page.mouse.wheel(0, -120 if turn % 20 < 10 else 120)
            turn += 1
        page.wait_for_timeout(50)
    while (times := page.evaluate("window.frames_told")) is None:
        page.wait_for_timeout(50)
    gaps = sorted(later - earlier for earlier, later in pairwise(times))
    rate = 1000 * len(gaps) / sum(gaps)
    median, worst = gaps[len(gaps) // 2], gaps[-1]
    return f"{rate:5.1f} frames a second; a frame takes {median:.0f} ms in the median, {worst:.0f} ms at worst"


def measure(page: Page, url: str, nodes: int, edges: int, seconds: float) -> None:
    """Open the picture and print what was measured."""
    told = network(nodes, edges)
    page.route("**/subgraph?**", lambda route: _answer(route, told))
    began = time.monotonic()
    page.goto(f"{url}/#/graph?step=top+{edges}")
    page.wait_for_selector(".graph:not(.busy) .canvas canvas")
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    print(f"{nodes} actors, {edges} ties")
    print(f"first picture      {time.monotonic() - began:5.1f} s after the address was opened")
    print(f"while arranging    {frames(page, seconds, moving=False)}")
    page.wait_for_selector(".graph:not([data-moving])", timeout=120_000)
    print(f"arranged           {time.monotonic() - began:5.1f} s after the address was opened")
    print(f"zooming            {frames(page, seconds, moving=True)}")
    clicked = time.monotonic()
    page.get_by_role("button", name="Actors and ties").click()
    page.locator("a.tie").first.click()
    page.get_by_role("region", name="Evidence").wait_for()
    print(f"choosing a tie     {1000 * (time.monotonic() - clicked):5.0f} ms")


def names(page: Page, url: str, actors: int) -> None:
    """Draw a picture of so many actors and print how much of their names is covered."""
    told = network(actors, 2 * actors)
    page.route("**/subgraph?**", lambda route: _answer(route, told))
    page.goto("about:blank")
    page.goto(f"{url}/#/graph?step=top+{2 * actors}")
    page.wait_for_selector(".graph:not(.busy):not([data-moving]) .canvas canvas", timeout=120_000)
    page.wait_for_timeout(300)
    written = page.evaluate("window.written")
    page.unroute("**/subgraph?**")
    share = 100 * covered(written)
    print(f"{actors} actors: {len(written)} have a name; {share:.1f} % of the names' area is covered")


def from_start(play: Playwright, chromium: str | None, drawing: Sequence[str]) -> None:
    """Read the demo's two articles and print how many clicks lead to what one says of another."""
    with tempfile.TemporaryDirectory() as parent:
        folder = Path(parent) / "demo.store"
        settings = read_settings(store=folder)
        with Store.open(folder, base=settings.base) as store:
            load_into(store, [str(examples())], reading(), BatchOptions(any_language=True), settings)
        with served(folder) as service:
            browser = play.chromium.launch(executable_path=chromium, args=[*drawing])
            for told in clicks(browser.new_page(), service.url):
                print(told)
            browser.close()


def _answer(route: Route, told: str) -> None:
    route.fulfill(body=told, content_type="application/json")


def main() -> None:
    """Read the arguments and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--nodes", type=int, default=5_000)
    parser.add_argument("--edges", type=int, default=20_000)
    parser.add_argument("--seconds", type=float, default=4.0, help="of each measurement of frames")
    parser.add_argument("--names", action="store_true", help="measure names at 25 and 60 actors instead")
    parser.add_argument("--clicks", action="store_true", help="count the clicks from Start to a sentence instead")
    parser.add_argument("--held", type=int, default=0, help="with --store: milliseconds by which each answer is later")
    parser.add_argument("--store", type=Path, help="use the page over this store instead")
    parser.add_argument("--graphics", action="store_true", help="draw with the machine's graphics card")
    arguments = parser.parse_args()
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    drawing = CHROMIUM_ARGS[:1] if arguments.graphics else CHROMIUM_ARGS
    with (
        tempfile.TemporaryDirectory() as folder,
        served(arguments.store or Path(folder) / "empty.store") as service,
        sync_playwright() as play,
    ):
        browser = play.chromium.launch(executable_path=chromium, args=[*drawing], headless=not arguments.graphics)
        page = browser.new_page(viewport={"width": 1300, "height": 850})
        if arguments.names:
            Visit(page, service.url).listen()
            for actors in (25, 60):
                names(page, service.url, actors)
        elif arguments.clicks and arguments.store:
            print("\n".join(clicks(page, service.url)))
        elif arguments.clicks:
            from_start(play, chromium, drawing)
        elif arguments.store:
            use(page, service.url, arguments.held)
        else:
            measure(page, service.url, arguments.nodes, arguments.edges, arguments.seconds)
        browser.close()


if __name__ == "__main__":
    main()
