"""The reader: the whole article with everything marked in place, and a margin that explains it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from sayso.graph.store.store import Store
from tests.api.page.visiting import Visit, visit
from tests.api.service.serving import KEY, Served, served
from tests.sample import sample_quads


@pytest.fixture(scope="session")
def article(demo_service: Served) -> dict[str, object]:
    """The demo's article with the most statements, as the service tells it."""
    rows = demo_service.client.get("/articles").json()["items"]
    busiest = max(rows, key=lambda row: row["statements"])
    told: dict[str, object] = demo_service.client.get(f"/articles/{busiest['article'].rpartition('/')[2]}").json()
    return told


def _address(article: dict[str, object]) -> str:
    return f"#/articles?article={str(article['id']).removeprefix('article/')}"


def test_the_list_leads_to_the_article(demo: Visit) -> None:
    page = demo.go("#/articles")
    page.get_by_role("list", name="Articles").get_by_role("link").first.click()
    page.get_by_role("complementary", name="What is marked").wait_for()
    assert "article" in demo.params


def test_the_text_stands_there_whole(demo: Visit, article: dict[str, object]) -> None:
    page = demo.go(_address(article))
    assert page.locator(".text").text_content() == article["text"]


def test_every_statement_is_marked_in_place(demo: Visit, article: dict[str, object]) -> None:
    page = demo.go(_address(article))
    text = str(article["text"])
    said = page.locator(".text mark.m-content").all_text_contents()
    covered = sorted(
        {
            place
            for card in article["statements"]
            for start, end in card["spans"]["content"]
            for place in range(start, end)
        }
    )
    assert "".join(said) == "".join(text[place] for place in covered)


def test_each_statement_is_explained_and_found_both_ways(demo: Visit, article: dict[str, object]) -> None:
    page = demo.go(_address(article))
    margin = page.get_by_role("complementary", name="What is marked")
    assert margin.locator("[data-statement]").count() == len(article["statements"])  # type: ignore[arg-type]
    margin.get_by_role("link", name="Show in the text").nth(2).click()
    assert page.locator(".text mark.on").count() > 0
    chosen = demo.params["statement"]
    page.locator(".text mark.m-content:not(.on)").first.click()
    assert demo.params["statement"] != chosen
    assert margin.locator("li.on").count() == 1
    page.go_back()
    assert demo.params["statement"] == chosen


def test_layers_are_switched_off_and_stay_off(demo: Visit, article: dict[str, object]) -> None:
    page = demo.go(_address(article))
    assert page.locator(".text .m-mention").count() > 0
    page.get_by_role("checkbox", name="Actors").uncheck()
    assert page.locator(".text .m-mention").count() == 0
    page.reload()
    page.locator(".text .m-content").first.wait_for()
    assert page.locator(".text .m-mention").count() == 0


def test_an_article_that_is_not_there_is_told_in_words(demo: Visit) -> None:
    page = demo.go("#/articles?article=nothing-of-the-kind")
    assert re.search("no article has this id", page.get_by_role("alert").inner_text())


@pytest.fixture(scope="module")
def reserved(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A service without keys that keeps whole texts to itself."""
    folder = tmp_path_factory.mktemp("reserved") / "some.store"
    with Store.open(folder) as store:
        store.apply([], sample_quads())
    with served(folder, full_text="off") as running:
        yield running


def test_without_whole_texts_the_sentences_are_shown(browser: Browser, reserved: Served) -> None:
    with visit(browser, reserved.url) as person:
        page = person.go("#/articles")
        page.get_by_role("link", name="Ruritania stays").click()
        page.get_by_text("does not show whole texts").wait_for()
        assert page.locator("blockquote").filter(has_text="has “no plans” to leave the League").count() > 0
        assert page.locator(".text").count() == 0
        assert page.get_by_role("button", name="Sign in").count() == 0


def test_an_article_can_be_saved_as_one_page(demo: Visit) -> None:
    page = demo.go("#/articles")
    page.get_by_role("list", name="Articles").get_by_role("link").first.click()
    with page.expect_download() as download:
        page.get_by_role("link", name="As one page to send").click()
    assert download.value.suggested_filename.endswith(".html")
    assert "<mark" in Path(download.value.path()).read_text("utf-8")


def test_a_phone_shows_the_sentence_and_not_the_card(phone: Visit, demo_service: Served) -> None:
    row = demo_service.client.get("/statements?sort=-day&words=sanctions").json()["items"][-1]
    page = phone.go(f"#/articles?article={row['articleId'].removeprefix('article/')}&statement={row['id']}")
    mark = page.locator(".text mark.on").first
    mark.wait_for()
    top = mark.evaluate("mark => mark.getBoundingClientRect().top")
    assert 0 <= top < page.evaluate("innerHeight")


def test_all_tabs_are_in_sight_on_a_phone(phone: Visit) -> None:
    page = phone.go("")
    for link in page.get_by_role("navigation", name="Views").get_by_role("link").all():
        box = link.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390


def test_the_chosen_card_stands_beside_its_sentence(demo: Visit, article: dict[str, object]) -> None:
    cards = sorted(article["statements"], key=lambda card: card["spans"]["content"][0][0])  # type: ignore[attr-defined]
    page = demo.go(f"{_address(article)}&statement={cards[-1]['id']}")
    mark, card = page.locator(".text mark.on").first, page.locator(".margin li.on")
    mark.wait_for()
    card.wait_for()

    def apart() -> float:
        one, other = mark.bounding_box(), card.bounding_box()
        assert one is not None
        assert other is not None
        return abs(one["y"] - other["y"])

    # Cards find their places once the typeface is there.
    for _ in range(50):
        if apart() < 20:
            break
        page.wait_for_timeout(100)
    assert apart() < 20
    expect(page.locator(".margin li:not(.on) footer").first).to_be_hidden()


def test_on_a_phone_a_statements_link_shows_the_sentence_and_its_card(phone: Visit, article: dict[str, object]) -> None:
    cards = sorted(article["statements"], key=lambda card: card["spans"]["content"][0][0])  # type: ignore[attr-defined]
    page = phone.go(f"{_address(article)}&statement={cards[-1]['id']}")
    mark, card = page.locator(".text mark.on").first.bounding_box(), page.locator(".margin li.on").bounding_box()
    assert mark is not None
    assert card is not None
    assert 0 <= mark["y"] < card["y"] < 780
    page.get_by_role("link", name="Close").click()
    expect(page.locator(".margin li.on")).to_have_count(0)


@pytest.fixture
def writable(tmp_path: Path) -> Iterator[Served]:
    """A service over the sample, with a key."""
    with Store.open(tmp_path / "some.store") as store:
        store.apply([], sample_quads())
    with served(tmp_path / "some.store", api_key=f"coder={KEY}") as running:
        yield running


def test_a_statement_is_changed_where_it_stands(browser: Browser, writable: Served) -> None:
    with visit(browser, writable.url) as person:
        page = person.go("#/articles")
        page.get_by_role("link", name="Ruritania stays").click()
        page.locator(".text mark.m-content").first.click()
        card = page.locator(".margin li.on")
        was = card.locator(".act").inner_text()
        becomes = "threaten" if was != "threaten" else "warn"
        card.get_by_role("button", name="Change or confirm").click()
        page.get_by_label("Paste a key").fill(KEY)
        page.get_by_role("dialog").get_by_role("button", name="Sign in").click()
        form = card.get_by_role("form", name="Correct this statement")
        form.get_by_role("combobox", name="Act", exact=True).select_option(becomes)
        form.get_by_role("button", name="Save the correction").click()
        expect(page.locator(".margin li.on .act")).to_have_text(becomes, timeout=15_000)
        expect(page.locator(".margin li.on .to-review")).to_have_text("corrected by coder")


def test_two_actors_can_be_saved_as_one_page(demo: Visit) -> None:
    page = demo.go("#/graph?tie=speaks-of+country/RU+organisation/nato")
    with page.expect_download() as download:
        page.get_by_role("link", name="Both as one page to send").click()
    assert download.value.suggested_filename == "Russia and NATO.html"
    assert "about" in Path(download.value.path()).read_text("utf-8")
