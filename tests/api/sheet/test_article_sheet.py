"""The sheet of an article: everything inside, hostile text as text, usable without a script."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from sayso.api.sheet.article_sheet import article_sheet
from sayso.graph.answers.article import article
from sayso.graph.model.rendering import as_json
from sayso.graph.store.store import Store
from tests.api.page.conftest import browser  # noqa: F401  (a fixture)
from tests.sample import LATER, SUMMIT, sample_quads

if TYPE_CHECKING:
    from playwright.sync_api import Browser

HOSTILE = '<script>alert(1)</script><img src=x onerror="alert(2)">\u202e" onload=\'x\' </mark></style>'


class Elements(HTMLParser):
    """Notes the elements of a page with their attributes, and the text outside of scripts and styles."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self._inside = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        self._inside = tag if tag in ("script", "style") else self._inside

    def handle_endtag(self, tag: str) -> None:
        self._inside = "" if tag == self._inside else self._inside

    def handle_data(self, data: str) -> None:
        if not self._inside:
            self.text.append(data)


@pytest.fixture
def told(store: Store) -> dict[str, Any]:
    """The first sample article, as a store tells it."""
    store.apply([], sample_quads())
    return as_json(article(store, SUMMIT.id))


def test_every_statement_has_its_words_and_its_note(told: dict[str, Any]) -> None:
    page = Elements(article_sheet(told))
    ids = {attributes.get("id") for _, attributes in page.found}
    for number in range(1, len(told["statements"]) + 1):
        assert {f"s{number}", f"m{number}"} <= ids
    prose = "".join(page.text)
    for words in ("Anna Zenda", "demand", "open its archives", "− against", "not named", "Foreign Minister"):
        assert words in prose


def test_only_own_words_stand_as_a_quotation(told: dict[str, Any]) -> None:
    shapes = [
        (attributes["class"] or "").split()[0]
        for tag, attributes in Elements(article_sheet(told)).found
        if tag == "blockquote"
    ]
    assert shapes == [card["form"] for card in told["statements"]]


def test_numbers_lead_to_places_of_the_page(told: dict[str, Any]) -> None:
    page = Elements(article_sheet(told))
    ids = {attributes.get("id") for _, attributes in page.found}
    targets = [str(a["href"]) for tag, a in page.found if tag == "a" and str(a.get("href")).startswith("#")]
    assert targets
    assert {target[1:] for target in targets} <= ids


def test_the_text_stands_verbatim(told: dict[str, Any]) -> None:
    numberless = re.sub(r'<a class="ref".*?</a>', "", article_sheet(told))
    assert SUMMIT.text in "".join(Elements(numberless).text)


def test_nothing_comes_from_elsewhere(told: dict[str, Any]) -> None:
    page = article_sheet(told)
    for tag, attributes in Elements(page).found:
        assert tag not in ("link", "img", "iframe", "object", "embed", "base")
        assert "src" not in attributes
        assert not [name for name in attributes if name.startswith("on") or name == "style"]
    assert "url(" not in page
    assert "@import" not in page
    assert len(page.encode()) - len(SUMMIT.text) < 300_000


def everywhere(value: Any) -> Any:
    """Put hostile text into every text of an article, offsets and what is chosen from lists aside."""
    match value:
        case dict():
            kept = ("start", "end", "kind", "form", "stance")
            return {key: one if key in kept else everywhere(one) for key, one in value.items()}
        case list():
            return [everywhere(one) for one in value]
        case str():
            return HOSTILE
        case _:
            return value


def test_hostile_text_is_text(told: dict[str, Any]) -> None:
    harmless = {tag for tag, _ in Elements(article_sheet(told)).found}
    page = Elements(article_sheet({**everywhere(told), "published": HOSTILE}))
    assert {tag for tag, _ in page.found} <= harmless
    for _, attributes in page.found:
        assert not [name for name in attributes if name.startswith("on")]
    assert [tag for tag, _ in page.found].count("script") == 1


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "//evil.example", " JAVASCRIPT:x"])
def test_only_addresses_of_the_web_are_links(told: dict[str, Any], address: str) -> None:
    links = [a["href"] for tag, a in Elements(article_sheet({**told, "url": address})).found if tag == "a"]
    assert all(str(link).startswith("#") for link in links)


def test_without_the_text_the_sentences_stand(told: dict[str, Any]) -> None:
    page = "".join(Elements(article_sheet({**told, "text": None})).text)
    assert "Observers" in page
    assert "Anna Zenda" in page


def test_an_article_that_says_nothing_is_shown() -> None:
    with Store.in_memory() as store:
        store.apply([], sample_quads())
        found = as_json(article(store, LATER.id))
    assert isinstance(found, dict)
    empty = {**found, "statements": [], "text": "", "counts": dict.fromkeys(found["counts"], 0)}
    assert "Ruritania leaves" in article_sheet(empty)


@pytest.fixture
def page_file(told: dict[str, Any], tmp_path: Path) -> str:
    """The address of a file with the sheet."""
    path = tmp_path / "sheet.html"
    path.write_text(article_sheet(told), "utf-8")
    return path.as_uri()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_its_filters_work_and_its_policy_lets_only_itself_in(
    browser: Browser,  # noqa: F811
    page_file: str,
    scheme: Any,
) -> None:
    page = browser.new_page(color_scheme=scheme)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(page_file)
    page.get_by_text("demand 1", exact=False).first.click()
    assert page.locator(".note:visible").count() == 1
    assert page.locator("output").inner_text() == "1 of 4 shown"
    page.get_by_role("button", name="all").click()
    page.locator("output", has_text="4 of 4").wait_for()
    page.locator("#s2").hover()
    assert page.locator("mark.lit").count() == 2
    assert said == []
    page.close()


def test_it_works_without_a_script(browser: Browser, page_file: str) -> None:  # noqa: F811
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(page_file)
    assert page.locator(".note:visible").count() == 4
    assert page.locator("form.filters:visible").count() == 0
    page.locator("#m2").click()
    assert page.url.endswith("#s2")
    context.close()
