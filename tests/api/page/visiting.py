"""A person at the page: a browser window that is watched."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page, Route

# Software rendering draws WebGL where there is no graphics card; the sandbox needs rights that containers lack.
CHROMIUM_ARGS = ("--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader")

# Keeps what was written on the picture of the last frame: the canvas itself tells nobody.
_LISTENING = """() => {
    const told = CanvasRenderingContext2D.prototype;
    const { fillText, clearRect } = told;
    window.written = [];
    told.clearRect = function (...box) {
        if (this.canvas.className === "sigma-labels") window.written = [];
        return clearRect.apply(this, box);
    };
    told.fillText = function (text, x, y) {
        if (this.canvas.className === "sigma-labels") {
            window.written.push({ text, x, y, width: this.measureText(text).width });
        }
        return fillText.call(this, text, x, y);
    };
}"""


@dataclass(slots=True)
class Visit:
    """A window at the page; what went wrong in it is kept in `faults`."""

    page: Page
    url: str
    faults: list[str] = field(default_factory=list)

    def go(self, fragment: str) -> Page:
        """Open a place of the page as an address that somebody shared, and wait until nothing is being loaded."""
        from playwright.sync_api import expect

        self.page.goto("about:blank")
        self.page.goto(f"{self.url}/{fragment}")
        self.page.locator("main .tab > *").first.wait_for(state="attached")
        expect(self.page.locator(".loading, .busy")).to_have_count(0, timeout=30_000)
        return self.page

    def listen(self) -> None:
        """Have the names on pictures noted, from the next place on."""
        self.page.add_init_script(f"({_LISTENING})()")

    def names(self) -> list[dict[str, Any]]:
        """Return the names on the picture, once it has come to rest: text, x, y (the baseline) and width in pixels."""
        self.page.wait_for_selector(".graph:not([data-moving]) .canvas canvas", state="attached", timeout=30_000)
        self.page.wait_for_timeout(150)
        return list(self.page.evaluate("window.written"))

    @property
    def params(self) -> dict[str, list[str]]:
        """The state in the address."""
        return parse_qs(urlsplit(self.page.url).fragment.partition("?")[2])


@contextmanager
def visit(browser: Browser, url: str, **options: Any) -> Iterator[Visit]:
    """Open a window; at its end, fail for each request to another host, error in the console, broken policy."""
    context = browser.new_context(**{"viewport": {"width": 1300, "height": 850}, "reduced_motion": "reduce", **options})
    context.set_default_timeout(20_000)
    person = Visit(context.new_page(), url)

    def guard(route: Route) -> None:
        address = route.request.url
        if address.startswith((f"{url}/", "blob:", "data:")):
            route.continue_()
        else:
            person.faults.append(f"a request to {address}")
            route.abort()

    def heard(message: ConsoleMessage) -> None:
        # Refused requests are told of here too; those that a test asks for are looked at there.
        if message.type in ("error", "warning") and "Failed to load resource" not in message.text:
            person.faults.append(f"{message.type}: {message.text}")

    context.route("**/*", guard)
    person.page.on("console", heard)
    person.page.on("pageerror", lambda error: person.faults.append(str(error)))
    try:
        yield person
    finally:
        context.close()
    assert person.faults == []
