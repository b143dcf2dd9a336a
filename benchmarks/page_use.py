"""Use the page over a store, as a person would, and tell what took how long; the steps of `benchmarks.page --store`.

Times are the browser's own, from the event that begins a step: whatever else the machine does between is none of them.
A sign is a word or a bar that says that something is going on, or what was asked for.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from tests.api.page.faults import serious_faults

if TYPE_CHECKING:
    from playwright.sync_api import Page

SILENCE_MS: Final = 200
_LONGEST_SECONDS: Final = 120
_SIGNS: Final = ".working:not(:empty), .loading"
# Answers come later, as over a slow line: what has no sign until then has none.
_HELD: Final = """milliseconds => {
    const asked = window.fetch;
    window.fetch = (...all) => new Promise(go => setTimeout(go, milliseconds)).then(() => asked(...all));
}"""
_WATCH: Final = """([done, signs]) => {
    const watch = { from: null, sign: null, done: null, blocked: 0 };
    window.watch = watch;
    for (const type of ["click", "input", "change", "hashchange", "keydown"])
        addEventListener(type, () => { watch.from ??= performance.now(); }, { capture: true, once: true });
    const look = () => {
        if (watch.from === null || watch.done !== null) return;
        const busy = document.querySelector(signs);
        if (busy) watch.sign ??= performance.now() - watch.from;
        else if (document.querySelector(done)) watch.done = performance.now() - watch.from;
    };
    // What is drawn next to a change counts, not the change.
    const seen = new MutationObserver(() => requestAnimationFrame(look));
    seen.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    new PerformanceObserver(list => {
        for (const { duration } of list.getEntries()) watch.blocked = Math.max(watch.blocked, duration);
    }).observe({ type: "longtask" });
}"""


@dataclass(frozen=True, slots=True)
class Step:
    """What a person does, and what is there (a CSS selector) once it is done; `view` is looked at by axe then."""

    told: str
    act: Callable[[Page], object]
    done: str
    view: bool = False


def _to(fragment: str) -> Callable[[Page], object]:
    return lambda page: page.evaluate("fragment => { location.hash = fragment }", fragment)


def _click(selector: str) -> Callable[[Page], object]:
    return lambda page: page.locator(selector).first.click()


def _choose(name: str, value: str) -> Callable[[Page], object]:
    return lambda page: page.locator(f"select[name={name}]").select_option(value)


STEPS: Final = (
    Step("Start", _to("#/start"), "[aria-label='Busiest actors'] li", view=True),
    Step("words are typed", lambda page: page.get_by_role("combobox").first.fill("talks"), "[role=option]"),
    Step("Enter opens results", lambda page: page.get_by_role("combobox").first.press("Enter"), ".found", view=True),
    Step("the graph", _to("#/graph"), ".graph:not(.busy):not([data-moving]) .counts p", view=True),
    Step("25 more", _click(".counts button"), ".graph:not(.busy):not([data-moving]) .counts p"),
    Step("all actors and ties", lambda page: page.get_by_role("button", name="Actors and ties").click(), "a.tie"),
    Step("a tie", _click("a.tie"), ".tie-panel .card"),
    Step("both ways", _click(".tie-panel .facts a"), ".two-sides article.card", view=True),
    Step("an actor", _click(".page-between h1 a"), ".page-actor article.card", view=True),
    Step("its acts narrow", _click(".page-actor .facet-value"), ".page-actor .chip"),
    Step("statements", _to("#/tables"), ".grid tbody tr", view=True),
    Step("sorted by speaker", _click(".grid th button"), ".grid:has(th[aria-sort=ascending]) tbody tr"),
    Step("narrowed", _click(".facets .facet-value"), ".active-filters .chip"),
    Step("positions", _to("#/tables?kind=positions"), ".grid tbody tr"),
    Step("the timeline", _to("#/timeline"), ".timeline .chart", view=True),
    Step("one act of it", _click(".timeline .acts button:nth-of-type(2)"), ".timeline .acts [aria-pressed=true]"),
    Step("networks", _to("#/networks?view=list"), ".networks:not(.busy) [role=status]:not(:empty)", view=True),
    Step("agreement less", _choose("kind", "subtract"), ".networks:not(.busy) [role=status]:not(:empty)"),
    Step("windows", _choose("window", "6-months"), ".networks:not(.busy) .slide:not([hidden])"),
    Step("the next window", lambda page: page.get_by_label("Window", exact=True).press("ArrowRight"), ".slide output"),
    Step("a matrix", _to("#/networks?kind=two-mode&count=statements&variable2=act&view=matrix"), ".matrix td a"),
    Step("matters", _to("#/networks?view=matters"), ".matters-board .wording", view=True),
    Step("articles", _to("#/articles"), ".list li", view=True),
    Step("the reader", _click(".list li a"), ".text mark", view=True),
    Step("a statement in it", _click(".text mark.m-content"), ".margin li.on"),
    Step("review", _to("#/review"), ".card", view=True),
)


def use(page: Page, url: str, held: int = 0) -> None:
    """Take the steps and print, for each, when a sign was seen and when it was done; then what was silent, and axe.

    Each answer of the service is held back for `held` milliseconds.
    """
    if held:
        page.add_init_script(f"({_HELD})({held})")
    page.goto(f"{url}/#/articles")
    page.locator("main .tab > *").first.wait_for()
    silent: list[str] = []
    faults: list[str] = []
    for step in STEPS:
        told = _timed(page, step)
        first = min((told[name] for name in ("sign", "done") if told[name] is not None), default=None)
        if first is None or first > SILENCE_MS:
            silent.append(step.told)
        print(f"{step.told:20s} {_ms(told['done'])}, a sign after {_ms(first)}, blocked for {_ms(told['blocked'])}")
        if step.view:
            faults += [f"{step.told}: {fault}" for fault in serious_faults(page)]
    print(f"{len(STEPS)} steps; silent for longer than {SILENCE_MS} ms: {', '.join(silent) or 'none'}")
    print(f"{sum(step.view for step in STEPS)} views; serious faults that axe finds: {len(faults)}")
    for fault in faults:
        print(f"  {fault[:300]}")


def _timed(page: Page, step: Step) -> dict[str, Any]:
    page.evaluate(f"told => ({_WATCH})(told)", [step.done, _SIGNS])
    step.act(page)
    until = time.monotonic() + _LONGEST_SECONDS
    while time.monotonic() < until:
        told: dict[str, Any] = page.evaluate("window.watch")
        if told["done"] is not None:
            return told
        page.wait_for_timeout(50)
    return told


def _ms(milliseconds: float | None) -> str:
    return "    never" if milliseconds is None else f"{milliseconds:6.0f} ms"


def clicks(page: Page, url: str) -> Iterator[str]:
    """Go from Start to the first sentence of "Russia about NATO"; yield what was done, the clicks counted."""
    page.set_default_timeout(1000 * _LONGEST_SECONDS)
    page.goto(f"{url}/#/start")
    page.evaluate("() => { window.clicked = 0; addEventListener('click', () => window.clicked++, true) }")
    page.get_by_role("combobox", name="Search actors").fill("Russia NATO")
    page.get_by_role("option").filter(has_text="Russia about NATO").first.click()
    card = page.get_by_role("region", name="Russia about NATO").locator("article.card blockquote").first
    card.wait_for()
    yield f"from Start to “{card.inner_text()[:60]}…”: {page.evaluate('window.clicked')} click(s), and words typed"
