"""The reader: the whole article with everything marked in place, and a margin that explains it."""

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from sayso.graph.store.store import Store
from tests.api.page.faults import faults_in_light_and_dark
from tests.api.page.visiting import Visit, eventually, top, visit
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
    rows = page.get_by_role("list", name="Articles").get_by_role("listitem")
    for title in ("NATO and Britain: no troops to Ukraine", "Stoltenberg: no combat troops to Ukraine"):
        row = rows.filter(has=page.get_by_role("link", name=title))
        for told in ("SaySo example", "2022-01-30"):
            expect(row).to_contain_text(told)
    rows.get_by_role("link").first.click()
    page.get_by_role("complementary", name="What is marked").wait_for()
    page.wait_for_url("**article=**")


def test_the_text_stands_there_whole(demo: Visit, article: dict[str, object]) -> None:
    page = demo.go(_address(article))
    text = page.locator(".text")
    eventually(page, text.text_content, lambda shown: shown == article["text"])


def test_every_statement_is_marked_in_place(demo: Visit, article: dict[str, object]) -> None:
    page = demo.go(_address(article))
    text = str(article["text"])
    covered = sorted(
        {
            place
            for card in article["statements"]
            for start, end in card["spans"]["content"]
            for place in range(start, end)
        }
    )
    words = "".join(text[place] for place in covered)
    marks = page.locator(".text mark.m-content")
    eventually(page, lambda: "".join(marks.all_text_contents()), lambda said: said == words)


def test_each_statement_is_explained_and_found_both_ways(demo: Visit, article: dict[str, object]) -> None:
    page = demo.go(_address(article))
    margin = page.get_by_role("complementary", name="What is marked")
    expect(margin.locator("[data-statement]")).to_have_count(len(article["statements"]))  # type: ignore[arg-type]
    margin.get_by_role("link", name="Show in the text").nth(2).click()
    expect(page.locator(".text mark.on").first).to_be_visible()
    chosen = demo.params["statement"]
    page.locator(".text mark.m-content:not(.on)").first.click()
    eventually(page, lambda: demo.params["statement"], lambda now: now != chosen)
    expect(margin.locator("li.on")).to_have_count(1)
    page.go_back()
    demo.tells({"statement": chosen})


def test_layers_are_switched_off_and_stay_off(demo: Visit, article: dict[str, object]) -> None:
    page = demo.go(_address(article))
    expect(page.locator(".text .m-mention").first).to_be_visible()
    page.get_by_role("checkbox", name="Actors").uncheck()
    expect(page.locator(".text .m-mention")).to_have_count(0)
    page.reload()
    page.locator(".text .m-content").first.wait_for()
    expect(page.locator(".text .m-mention")).to_have_count(0)


def test_an_article_that_is_not_there_is_told_in_words(demo: Visit) -> None:
    page = demo.go("#/articles?article=nothing-of-the-kind")
    expect(page.get_by_role("alert")).to_contain_text("no article has this id")


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
        expect(page.locator("blockquote").filter(has_text="has “no plans” to leave the League").first).to_be_visible()
        expect(page.locator(".text")).to_have_count(0)
        expect(page.get_by_role("button", name="Sign in")).to_have_count(0)


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
    eventually(page, lambda: top(mark), lambda above: 0 <= above < 780)


def test_all_tabs_are_in_sight_on_a_phone(phone: Visit) -> None:
    page = phone.go("")
    links = page.get_by_role("navigation", name="Views").get_by_role("link")
    links.last.wait_for()
    for link in links.all():
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
    # Cards find their places once the typeface is there.
    eventually(page, lambda: top(mark) - top(card), lambda apart: abs(apart) < 20)
    expect(page.locator(".margin li:not(.on) footer").first).to_be_hidden()


def test_on_a_phone_a_statements_link_shows_the_sentence_and_its_card(phone: Visit, article: dict[str, object]) -> None:
    cards = sorted(article["statements"], key=lambda card: card["spans"]["content"][0][0])  # type: ignore[attr-defined]
    page = phone.go(f"{_address(article)}&statement={cards[-1]['id']}")
    mark, card = page.locator(".text mark.on").first, page.locator(".margin li.on")
    eventually(page, lambda: (0, top(mark), top(card), 780), lambda ys: list(ys) == sorted(ys))
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
        assert faults_in_light_and_dark(page) == []
        page.get_by_role("dialog").get_by_role("button", name="Sign in").click()
        form = card.get_by_role("form", name="Correct this statement")
        form.get_by_role("combobox", name="Act", exact=True).select_option(becomes)
        assert faults_in_light_and_dark(page) == []
        form.get_by_role("button", name="Save the correction").click()
        expect(page.locator(".margin li.on .act")).to_have_text(becomes)
        expect(page.locator(".margin li.on .to-review")).to_have_text("corrected by coder")


def test_two_actors_can_be_saved_as_one_page(demo: Visit) -> None:
    page = demo.go("#/graph?tie=speaks-of+country/RU+organisation/nato")
    with page.expect_download() as download:
        page.get_by_role("link", name="Both as one page to send").click()
    assert download.value.suggested_filename == "Russia and NATO.html"
    assert "about" in Path(download.value.path()).read_text("utf-8")


def test_no_card_lies_on_another(demo: Visit, article: dict[str, object]) -> None:
    cards = sorted(article["statements"], key=lambda card: card["spans"]["content"][0][0])  # type: ignore[attr-defined]
    page = demo.go(f"{_address(article)}&statement={cards[len(cards) // 2]['id']}")
    boxes = """cards => cards.map(card => card.getBoundingClientRect()).map(({ top, bottom }) => [top, bottom])"""

    def apart(found: list[list[float]]) -> bool:
        found = sorted(found)
        return len(found) == len(cards) and all(upper[1] <= lower[0] for upper, lower in itertools.pairwise(found))

    page.locator(".margin li.on").wait_for()
    eventually(page, lambda: page.locator(".margin .cards > li").evaluate_all(boxes), apart)
