"""A person at the page: a browser window that is watched."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import permutations
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page, Request

# Software rendering draws WebGL where there is no graphics card, and nothing else: the page itself is drawn in a third
# of the time without. No name leads anywhere. The sandbox needs rights that containers lack.
CHROMIUM_ARGS = (
    "--no-sandbox",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-gpu-compositing",
    "--disable-gpu-rasterization",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)
# Refused requests are told of by the browser too, and looked at by the tests that ask for them; that a picture is
# copied from where it was drawn is the way of software rendering.
_OF_NO_CONCERN = ("Failed to load resource", "GPU stall due to ReadPixels")
# Windows that nobody uses, by how they look: one that has loaded the page before opens it in half the time.
_IDLE: WeakKeyDictionary[Browser, dict[str, BrowserContext]] = WeakKeyDictionary()

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
        expect(self.page.locator(".loading, .busy")).to_have_count(0, timeout=120_000)
        return self.page

    def listen(self) -> None:
        """Have the names on pictures noted, from the next place on."""
        self.page.add_init_script(f"({_LISTENING})()")

    def names(self) -> list[dict[str, Any]]:
        """Return the names on the picture, once it has come to rest: text, x, y (the baseline) and width in pixels."""
        self.page.wait_for_selector(".graph:not([data-moving]) .canvas canvas", state="attached", timeout=120_000)
        # What was asked for last is drawn with the next frame.
        self.page.evaluate("() => new Promise(go => requestAnimationFrame(() => requestAnimationFrame(go)))")
        return list(self.page.evaluate("window.written"))

    @property
    def params(self) -> dict[str, list[str]]:
        """The state in the address, as it is at this moment."""
        return parse_qs(urlsplit(self.page.evaluate("location.href")).fragment.partition("?")[2])

    def tells(self, values: dict[str, list[str]], *, alone: bool = False) -> None:
        """Wait until the address tells these values, and no others where these are `alone`."""
        eventually(
            self.page,
            lambda: self.params,
            lambda params: params == values if alone else {**params, **values} == params,
        )

    def last_step(self, begins: str) -> None:
        """Wait until the last of the picture's steps in the address begins like this."""
        eventually(self.page, lambda: self.params.get("step", [""])[-1], lambda step: step.startswith(begins))


def eventually[T](page: Page, read: Callable[[], T], right: Callable[[T], bool]) -> T:
    """Read again and again until it is right, for what `expect` has no word for; AssertionError with what was last."""
    for _ in range(1200):
        if right(found := read()):
            return found
        page.wait_for_timeout(100)
    raise AssertionError(f"this came to be at last: {found!r}")


def at_rest[T](page: Page, read: Callable[[], T]) -> T:
    """Read again and again until the same comes twice, a tenth of a second apart."""
    seen: list[T] = []

    def still(now: T) -> bool:
        seen.append(now)
        return seen[-2:-1] == [now]

    return eventually(page, read, still)


def covered(names: list[dict[str, Any]]) -> float:
    """Return the share of the area of a picture's names, as `Visit.names` has them, that lies under other names."""
    boxes = [(one["x"], one["y"] - 12, one["x"] + one["width"], one["y"] + 4) for one in names]
    area = sum((right - left) * (bottom - top) for left, top, right, bottom in boxes)
    return sum(_shared(one, other) for one, other in permutations(boxes, 2)) / area if area else 0.0


def _shared(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return max(0.0, wide) * max(0.0, high)


def top(locator: Locator) -> float:
    """Return the pixels between the window's upper edge and an element's."""
    box = locator.bounding_box()
    assert box is not None
    return box["y"]


def rows(page: Page, total: int, shown: int | None = None) -> None:
    """Wait until a table holds its first fifty rows, or `shown`, of `total`: what is read of it then stays there."""
    from playwright.sync_api import expect

    there = min(total, 50) if shown is None else shown
    expect(page.locator(".grid caption")).to_contain_text(f"{there} of {total}")
    expect(page.locator(".grid tbody tr:not(.evidence-row)")).to_have_count(there)


def fits(page: Page) -> None:
    """Wait until nothing runs out of the window's side."""
    page.wait_for_function("document.documentElement.scrollWidth <= innerWidth")


@contextmanager
def visit(browser: Browser, url: str, **options: Any) -> Iterator[Visit]:
    """Open a window; at its end, fail for each request to another host, error in the console, broken policy."""
    context = _window(browser, options)
    person = Visit(context.new_page(), url)

    def asked(request: Request) -> None:
        if not request.url.startswith((f"{url}/", "blob:", "data:", "about:")):
            person.faults.append(f"a request to {request.url}")

    def heard(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not any(told in message.text for told in _OF_NO_CONCERN):
            person.faults.append(f"{message.type}: {message.text}")

    # Listened to, not routed: what is routed is never taken from the browser's own store.
    person.page.on("request", asked)
    person.page.on("console", heard)
    person.page.on("pageerror", lambda error: person.faults.append(str(error)))
    try:
        yield person
        _leave(context, person)
    except BaseException:
        context.close()
        raise
    if _IDLE.setdefault(browser, {}).setdefault(repr(options), context) is not context:
        context.close()
    assert person.faults == []


def _window(browser: Browser, options: dict[str, Any]) -> BrowserContext:
    if context := _IDLE.setdefault(browser, {}).pop(repr(options), None):
        if permissions := options.get("permissions"):
            context.grant_permissions(permissions)
        return context
    context = browser.new_context(**{"viewport": {"width": 1300, "height": 850}, "reduced_motion": "reduce", **options})
    context.set_default_timeout(120_000)
    return context


def _leave(context: BrowserContext, person: Visit) -> None:
    """Close the tab; what it kept is not there for the next one."""
    session = context.new_cdp_session(person.page)
    session.send("Storage.clearDataForOrigin", {"origin": person.url, "storageTypes": "cookies,local_storage"})
    person.page.close()
    for other in context.pages:
        other.close()
    context.clear_permissions()
