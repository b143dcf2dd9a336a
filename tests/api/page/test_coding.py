"""Coding in the reader: words are selected and become a statement, marks are changed in place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from sayso.graph.edits.articles import Seen, replace_article
from sayso.graph.store.store import Store
from sayso.loaders.mapping import actor_quads, article_quads
from tests.api.page.faults import faults_in_light_and_dark
from tests.api.page.visiting import Visit, at_rest, eventually, top, visit
from tests.api.service.serving import KEY, Served, served
from tests.sample import LATER, SUMMIT, later, summit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

# Where the words of an article are on the screen: the middles of the first and of the last letter.
_ENDS = """(text, words) => {
    const at = text.textContent.indexOf(words);
    const middle = (unit) => {
        const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(), left = unit; node; left -= node.length, node = walker.nextNode()) {
            if (left >= node.length) continue;
            const range = document.createRange();
            range.setStart(node, left);
            range.setEnd(node, left + 1);
            const { x, y, width, height } = range.getBoundingClientRect();
            return [x, width, y + height / 2];
        }
    };
    return [middle(at), middle(at + words.length - 1)];
}"""


@pytest.fixture
def writable(tmp_path: Path) -> Iterator[Served]:
    """A service over two articles, with a key."""
    with Store.open(tmp_path / "some.store") as store:
        for document, facts in ((SUMMIT, summit()), (LATER, later())):
            quads = [*article_quads(document, facts), *actor_quads(facts.actors.values())]
            replace_article(store, document.id, quads, Seen("m", "o"))
    with served(tmp_path / "some.store", api_key=f"coder={KEY}") as running:
        yield running


@pytest.fixture
def coder(browser: Browser, writable: Served) -> Iterator[Visit]:
    with visit(browser, writable.url) as person:
        yield person


def select(page: Page, words: str) -> None:
    """Select words of the article with the mouse, again where the text moved under it."""
    text = page.locator(".text")
    text.wait_for()
    # Words stand elsewhere once their typeface is there, and what stands beside them has found its place.
    page.evaluate("document.fonts.ready.then(() => null)")

    for _ in range(5):
        (left, _, above), (right, width, below) = at_rest(page, lambda: text.evaluate(_ENDS, words))
        page.mouse.move(left + 1, above)
        page.mouse.down()
        page.mouse.move(right + width / 2, below, steps=4)
        page.mouse.move(right + width - 1, below)
        selected = page.evaluate("getSelection().toString()")
        page.mouse.up()
        if selected == words:
            return
    raise AssertionError(f"{selected!r} was selected, not {words!r}")


def marked(page: Page, kind: str, words: str) -> None:
    """Wait until the chosen marks of a kind cover these words."""
    marks = page.locator(f".text mark.{kind}.on")
    eventually(page, lambda: "".join(marks.all_text_contents()), lambda found: found == words)


def sign_in(page: Page) -> None:
    page.get_by_label("Paste a key").fill(KEY)
    page.get_by_role("dialog").get_by_role("button", name="Sign in").click()


def begin(page: Page, words: str) -> Locator:
    """Open the form of a new statement on selected words, and return it."""
    select(page, words)
    page.get_by_role("toolbar", name="The selected words").get_by_role("button", name="New statement").click()
    if not page.evaluate("sessionStorage.getItem('sayso-key')"):
        sign_in(page)
    form = page.get_by_role("form", name="New statement")
    form.wait_for()
    return form


def article(person: Visit) -> Page:
    page = person.go("#/articles")
    page.get_by_role("link", name="Ruritania stays").click()
    page.locator(".text").wait_for()
    return page


def test_selected_words_become_a_statement(coder: Visit, writable: Served) -> None:
    page = article(coder)
    cards = page.locator(".margin [data-statement]")
    cards.first.wait_for()
    before = cards.count()
    form = begin(page, "close its offices")
    expect(form.get_by_label("Words, as they stand")).to_have_value("close its offices")
    form.get_by_role("button", name="she", exact=True).click()
    form.get_by_role("button", name="added").click()
    speaks = form.get_by_role("group", name="Who speaks")
    speaks.get_by_role("combobox").fill("zen")
    speaks.get_by_role("option", name=re.compile("Anna Zenda")).click()
    form.get_by_role("combobox", name="Act", exact=True).select_option("accuse")
    form.get_by_label("The speaker takes a side").select_option("against")
    select(page, "its offices")
    page.get_by_role("toolbar", name="The selected words").get_by_role("button", name="Matter").click()
    expect(form.get_by_label("On which words")).to_have_value("its offices")
    assert faults_in_light_and_dark(page) == []
    form.get_by_role("button", name="Save the statement").click()
    card = page.locator(".margin li.on")
    expect(card.locator(".to-review")).to_have_text("added by coder")
    expect(card.locator(".act")).to_have_text("accuse")
    expect(card.locator(".who")).to_contain_text("Anna Zenda")
    expect(card.locator(".stances")).to_contain_text("Anna Zenda is against its offices")
    expect(cards).to_have_count(before + 1)
    marked(page, "m-content", "close its offices")
    told = writable.client.get("/reviews?verdict=add").json()["items"]
    assert [(one["words"], one["cue"], one["by"]) for one in told] == [("close its offices", "she added", "coder")]


def test_the_form_offers_who_is_named_near_and_stands_beside_the_words(coder: Visit) -> None:
    page = article(coder)
    form = begin(page, "leave the League")
    form.get_by_role("group", name="Who speaks").get_by_role("button", name="+ Anna Zenda").click()
    expect(form.get_by_role("button", name="Take out Anna Zenda")).to_be_focused()
    highlighted = "[...(CSS.highlights.get('fresh') ?? [])].map(String)"
    eventually(page, lambda: page.evaluate(highlighted), lambda words: words == ["leave the League"])
    entry, text = page.locator(".margin li.making"), page.locator(".text")
    eventually(page, lambda: top(entry) - top(text), lambda apart: abs(apart) < 80)
    page.keyboard.press("Escape")
    expect(page.get_by_role("form", name="New statement")).to_have_count(0)


def test_words_that_stand_apart_are_one_statement(coder: Visit) -> None:
    page = article(coder)
    form = begin(page, "Observers warned")
    select(page, "raise prices")
    page.get_by_role("toolbar", name="The selected words").get_by_role("button", name="Add to the words").click()
    expect(form.get_by_label("Words, as they stand")).to_have_value("Observers warned … raise prices")
    form.get_by_role("button", name="Leave it").click()
    expect(form).to_have_count(0)


def test_a_statement_is_made_with_the_keyboard_alone(coder: Visit) -> None:
    page = article(coder)
    page.get_by_role("button", name="New statement").focus()
    page.keyboard.press("Enter")
    sign_in(page)
    form = page.get_by_role("form", name="New statement")
    words = form.get_by_label("Words, as they stand")
    expect(words).to_be_focused()
    page.keyboard.type("a dispute")
    page.keyboard.press("Tab")
    word = form.get_by_role("button", name="warned")
    word.focus()
    page.keyboard.press("Space")
    expect(word).to_have_attribute("aria-pressed", "true")
    expect(word).to_be_focused()
    form.get_by_role("button", name="Save the statement").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".margin li.on .to-review")).to_have_text("added by coder")
    marked(page, "m-cue", "warned")


def test_words_that_are_nowhere_are_told(coder: Visit) -> None:
    page = article(coder)
    page.get_by_role("button", name="New statement").click()
    sign_in(page)
    form = page.get_by_role("form", name="New statement")
    form.get_by_label("Words, as they stand").fill("of which nobody spoke")
    form.get_by_role("button", name="Save the statement").click()
    expect(form.get_by_role("alert")).to_contain_text("do not stand in the text")


def test_words_that_are_a_statement_already_are_told(coder: Visit) -> None:
    page = article(coder)
    form = begin(page, "a dispute could raise prices")
    form.get_by_role("button", name="Save the statement").click()
    expect(page.get_by_role("alert").filter(has_text="correct it instead")).to_be_visible()


def test_where_nobody_may_write_nothing_is_offered(browser: Browser, tmp_path: Path) -> None:
    with Store.open(tmp_path / "some.store") as store:
        replace_article(store, SUMMIT.id, [*article_quads(SUMMIT, summit())], Seen("m", "o"))
    with served(tmp_path / "some.store") as running, visit(browser, running.url) as person:
        page = article(person)
        select(page, "ignored the treaty")
        eventually(page, lambda: str(page.evaluate("String(getSelection())")), lambda words: "ignored" in words)
        expect(page.get_by_role("button", name="New statement")).to_have_count(0)


def test_a_new_statement_of_a_phone_comes_up_from_below(browser: Browser, writable: Served) -> None:
    with visit(browser, writable.url, viewport={"width": 390, "height": 780}, has_touch=True) as person:
        page = article(person)
        form = begin(page, "Borduria has")
        eventually(page, lambda: top(form), lambda above: above > 300)

        def words_above_the_form() -> list[float]:
            (_, _, middle), _ = page.locator(".text").evaluate(_ENDS, "Borduria has")
            return [0, middle, top(form)]

        # The words stay in sight.
        eventually(page, words_above_the_form, lambda ys: ys == sorted(ys))
        box = form.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390


def test_a_side_that_is_missing_is_added_in_place(coder: Visit) -> None:
    page = article(coder)
    page.locator(".text mark.m-content", has_text="raise prices").click()
    card = page.locator(".margin li.on")
    card.get_by_role("button", name="Change or confirm").click()
    sign_in(page)
    form = card.get_by_role("form", name="Correct this statement")
    form.get_by_label("The speaker takes a side").select_option("against")
    form.get_by_label("On which words").fill("raise prices")
    form.get_by_role("button", name="Save the correction").click()
    expect(page.locator(".margin li.on .stances")).to_contain_text("observers is against raise prices")


def test_matters_are_grouped_by_drag_and_drop_and_by_keys(coder: Visit, writable: Served) -> None:
    page = coder.go("#/networks?view=matters")
    wordings = page.get_by_role("region", name="Wordings").get_by_role("button")
    expect(wordings).not_to_have_count(0)
    told = writable.client.get("/matters").json()
    assert told["matters"] == []
    first, second, third = (one["words"] for one in told["wordings"][:3])
    page.evaluate(f"sessionStorage.setItem('sayso-key', '{KEY}')")
    items = page.get_by_role("region", name="Wordings").get_by_role("listitem")
    items.filter(has_text=first).drag_to(items.filter(has_text=second))
    matter = page.get_by_role("region", name="Matters").locator(".matter")
    expect(matter.get_by_role("heading")).to_contain_text(second)
    expect(matter.get_by_role("button", name=first)).to_be_visible()
    expect(wordings.filter(has_text=first)).to_have_count(0)
    wordings.filter(has_text=third).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Picked up")).to_be_visible()
    matter.get_by_role("button", name="Put").focus()
    page.keyboard.press("Enter")
    # Exactly its name: "Put … here" holds it too, before the service has answered.
    expect(matter.get_by_role("button", name=third, exact=True)).to_be_visible()
    matter.get_by_role("button", name=third, exact=True).focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Let it stand alone").focus()
    page.keyboard.press("Enter")
    expect(wordings.filter(has_text=third)).to_have_count(1)
    # The page shows it before the service has answered.
    [kept] = eventually(
        page,
        lambda: writable.client.get("/matters").json()["matters"],
        lambda matters: [matter["wordings"] for matter in matters] == [[first]],
    )
    assert kept["label"] == second
