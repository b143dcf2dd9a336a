"""Review: one doubtful statement or pair of actors after the other, by mouse or keyboard, and the way back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from sayso.graph.edits.articles import Seen, replace_article
from sayso.graph.store.store import Store
from sayso.loaders.batch import load
from sayso.loaders.document import Document
from sayso.loaders.mapping import actor_quads, article_quads
from tests.api.page.visiting import Visit, eventually, visit
from tests.api.service.serving import KEY, MAY_WRITE, Served, served
from tests.said import extract_said
from tests.sample import LATER, SUMMIT, later, sample_quads, summit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

TEXTS = {
    "a": "Hentzau said the crown is lost.",
    "b": "Rupert Hentzau said the castle stands. Sapt said the king lives.",
    "c": "Colonel Sapt said the duke waits.",
}


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Served]:
    """A service that a test may change, with the key of Ada."""
    folder = tmp_path / "some.store"
    with Store.open(folder) as store:
        for document, facts in ((SUMMIT, summit()), (LATER, later())):
            quads = [*article_quads(document, facts), *actor_quads(facts.actors.values())]
            replace_article(store, document.id, quads, Seen("m", "o"))
        load([Document(name, text, origin=f"{name}.txt") for name, text in TEXTS.items()], store, extract_said)
    with served(folder, api_key=f"Ada={KEY}") as running:
        yield running


@pytest.fixture
def person(browser: Browser, service: Served) -> Iterator[Visit]:
    """A person at that service's page, not signed in."""
    with visit(browser, service.url) as visitor:
        yield visitor


def signed_in(person: Visit, fragment: str) -> Page:
    page = person.go(fragment)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_label("Paste a key").fill(KEY)
    page.get_by_role("dialog").get_by_role("button", name="Sign in").click()
    page.get_by_role("dialog").wait_for(state="detached")
    return page


def press(page: Page, key: str) -> None:
    """Press a key that decides, and wait until the service has it."""
    with page.expect_response(lambda answer: answer.request.method in ("POST", "DELETE")) as answer:
        page.keyboard.press(key)
    assert answer.value.ok


def got(service: Served, path: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = service.client.get(path).raise_for_status().json()["items"]
    return found


def total(service: Served, **asked: str) -> int:
    return int(service.client.get("/reviews/queue", params={"below": "1", **asked}).json()["total"])


def current(page: Page) -> str:
    return str(page.locator(".desk-item .card").get_attribute("data-statement"))


def comes(page: Page, statement: str) -> None:
    """Wait until this statement is the one to decide about."""
    expect(page.locator(".desk-item .card")).to_have_attribute("data-statement", statement)


def test_statements_are_decided_by_keyboard_one_after_the_other(person: Visit, service: Served) -> None:
    page = signed_in(person, "#/review")
    queue = [item["id"] for item in got(service, "/reviews/queue")]
    assert len(queue) == 2
    page.get_by_text("0 of 2 decided").wait_for()
    comes(page, queue[0])
    expect(page.locator(".signs")).to_contain_text("the speaker is not known")
    press(page, "a")
    page.get_by_text("1 of 2 decided").wait_for()
    comes(page, queue[1])
    press(page, "r")
    page.get_by_text("2 of 2 decided").wait_for()
    page.get_by_text("Nothing is left to review").wait_for()
    assert {(item["verdict"], item["by"]) for item in got(service, "/reviews")} == {
        ("accept", "Ada"),
        ("reject", "Ada"),
    }
    page.keyboard.press("u")
    page.get_by_text("Taken back: Rejected").wait_for()
    page.get_by_text("1 of 2 decided").wait_for()
    comes(page, queue[1])
    assert [item["takenBack"] is not None for item in got(service, "/reviews?verdict=reject")] == [True]


def test_what_is_put_off_comes_again_at_the_end(person: Visit, service: Served) -> None:
    page = signed_in(person, "#/review")
    queue = [item["id"] for item in got(service, "/reviews/queue")]
    page.locator(f'[data-statement="{queue[0]}"]').wait_for()
    page.keyboard.press("s")
    page.locator(f'[data-statement="{queue[1]}"]').wait_for()
    page.keyboard.press("s")
    page.locator(f'[data-statement="{queue[0]}"]').wait_for()


def test_what_is_put_off_stays_so_when_the_page_is_loaded_anew(person: Visit, service: Served) -> None:
    page = person.go("#/review")
    queue = [item["id"] for item in got(service, "/reviews/queue")]
    page.locator(f'[data-statement="{queue[0]}"]').wait_for()
    page.get_by_role("button", name="Later").click()
    page.locator(f'[data-statement="{queue[1]}"]').wait_for()
    page.reload()
    page.locator(f'[data-statement="{queue[1]}"]').wait_for()


def test_a_decision_is_told_as_saved_when_it_is(person: Visit) -> None:
    page = signed_in(person, "#/review?kind=merge")
    page.locator(".pair blockquote").nth(1).wait_for()
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/merges", hold)
    page.keyboard.press("m")
    last = page.locator(".desk-last")
    expect(last).to_contain_text("Saving…")
    [first] = eventually(page, lambda: held, bool)
    first.continue_()
    expect(last).to_contain_text(": one")
    expect(last).not_to_contain_text("Saving…")


def test_nobody_decides_where_there_are_no_keys(browser: Browser, tmp_path: Path) -> None:
    with Store.open(tmp_path / "read.store") as store:
        store.apply([], sample_quads())
    with served(tmp_path / "read.store") as running, visit(browser, running.url) as reader:
        page = reader.go("#/review")
        page.get_by_text("This service is read-only").wait_for()
        for name in ("Accept", "Correct", "Reject"):
            expect(page.get_by_role("button", name=name)).to_be_disabled()
        before = current(page)
        page.keyboard.press("a")
        assert current(page) == before
        page.get_by_role("button", name="Later").click()
        page.locator(f'.desk-item .card:not([data-statement="{before}"])').wait_for()


def test_a_statement_is_corrected(person: Visit, service: Served) -> None:
    page = signed_in(person, "#/review?below=0.99")
    wanted = next(item for item in got(service, "/reviews/queue?below=0.99") if "no plans" in item["words"])
    while (now := current(page)) != wanted["id"]:
        page.keyboard.press("s")
        expect(page.locator(".desk-item .card")).not_to_have_attribute("data-statement", now)
    page.keyboard.press("c")
    form = page.get_by_role("form", name="Correct this statement")
    form.get_by_role("button", name="Take out Anna Zenda").click()
    speaker = form.get_by_role("combobox", name="Who speaks: add an actor")
    speaker.press_sequentially("Bord")
    page.get_by_role("option").filter(has_text="Borduria").click()
    speaker.fill("Rudolf V")
    form.get_by_role("group", name="Who speaks").get_by_role("button", name="New person").click()
    form.get_by_role("combobox", name="Act", exact=True).select_option("promise")
    form.get_by_role("textbox", name="Words").fill("words that nobody said")
    form.get_by_role("button", name="Save").click()
    form.get_by_text("These words are not in the sentence").wait_for()
    form.get_by_role("textbox", name="Words").fill("“no plans” to leave the League")
    form.get_by_label("Ruritania on").select_option("for")
    form.get_by_label("Note").fill("read it twice")
    with page.expect_response("**/reviews"):
        form.get_by_role("button", name="Save").click()
    page.get_by_text("1 of").wait_for()
    card = service.client.get(f"/statements/{wanted['id']}").json()
    assert [actor["name"] for actor in card["speakers"]] == ["Borduria", "Rudolf V"]
    assert (card["act"], card["words"]) == ("promise", "“no plans” to leave the League")
    assert (card["review"]["by"], card["review"]["note"]) == ("Ada", "read it twice")


def test_a_correction_can_be_left_as_it_was(person: Visit) -> None:
    page = signed_in(person, "#/review")
    page.keyboard.press("c")
    form = page.get_by_role("form", name="Correct this statement")
    form.get_by_role("button", name="Save").click()
    form.get_by_text("Nothing is changed yet").wait_for()
    form.get_by_label("Note").press("a")
    page.keyboard.press("Escape")
    form.wait_for(state="detached")
    page.get_by_text("0 of 2 decided").wait_for()


def test_any_statement_can_be_reviewed_from_where_it_is_read(person: Visit, service: Served) -> None:
    [row] = got(service, "/statements?words=archives")
    article, statement = row["statement"].split("/article/")[1].split("/", 1)
    page = signed_in(person, f"#/articles?article={article}&statement=article/{article}/{statement}")
    page.locator(f'[data-statement$="{statement}"]').get_by_role("link", name="Review").click()
    page.get_by_text("you asked for it").wait_for()
    press(page, "r")
    page.get_by_text("It was decided about").wait_for()
    assert got(service, "/statements?words=archives") == []
    press(page, "u")
    page.locator(".desk-item .card").wait_for()
    assert got(service, "/statements?words=archives") == [row]
    press(page, "a")
    page.go_back()
    page.locator(f'[data-statement$="{statement}"]').get_by_text("accepted by Ada").wait_for()


def test_keys_can_be_switched_off(person: Visit) -> None:
    page = signed_in(person, "#/review")
    page.get_by_label("keys").uncheck()
    page.keyboard.press("a")
    page.reload()
    page.get_by_text("0 of 2 decided").wait_for()
    page.keyboard.press("a")
    expect(page.get_by_label("keys")).not_to_be_checked()
    page.get_by_label("keys").check()
    press(page, "a")
    page.get_by_text("1 of 2 decided").wait_for()


def test_two_actors_are_merged_told_apart_and_neither(person: Visit, service: Served) -> None:
    page = signed_in(person, "#/review?kind=merge")
    pairs = got(service, "/reviews/queue?kind=merge")
    assert len(pairs) == 2
    page.get_by_role("heading", name="Are these two one?").wait_for()
    page.locator(".pair blockquote").nth(1).wait_for()
    press(page, "m")
    page.get_by_text("1 of 2 decided").wait_for()
    press(page, "n")
    page.get_by_text("2 of 2 decided").wait_for()
    assert {row["verdict"] for row in got(service, "/merges")} == {"one", "two"}
    assert got(service, "/reviews/queue?kind=merge") == []
    page.keyboard.press("u")
    page.get_by_text("Taken back:").wait_for()
    assert [row["verdict"] for row in got(service, "/merges")] == ["one"]
    page.get_by_role("link", name="Decided").click()
    page.get_by_text("by Ada").first.wait_for()
    page.get_by_role("button", name="Take back").click()
    page.get_by_role("button", name="Taken back").wait_for()
    assert got(service, "/merges") == []


def test_who_decided_what_and_when_is_told(person: Visit, service: Served) -> None:
    [first, _] = got(service, "/reviews/queue")
    body = {"statement": first["id"], "verdict": "correct", "act": "deny", "note": "<b>bold</b>"}
    service.client.post("/reviews", json=body, headers=MAY_WRITE).raise_for_status()
    page = person.go("#/review?kind=decided")
    row = page.locator(".decided")
    for told in ("by Ada", "<b>bold</b>", "accuse → deny"):
        expect(row).to_contain_text(told)
    row.get_by_role("link").click()
    page.wait_for_url("**/#/articles?**")


def test_deciding_asks_for_a_key_and_a_failure_is_told(person: Visit, service: Served) -> None:
    page = person.go("#/review")
    page.keyboard.press("r")
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="Cancel").click()
    page.get_by_text("0 of 2 decided").wait_for()
    page.get_by_role("button", name="Reject").click()
    page.get_by_label("Paste a key").fill(KEY)
    with page.expect_response("**/reviews"):
        dialog.get_by_role("button", name="Sign in").click()
    page.get_by_text("1 of 2 decided").wait_for()
    page.evaluate("sessionStorage.setItem('sayso-key', 'another')")
    page.keyboard.press("a")
    page.get_by_role("alert").filter(has_text="Not decided").wait_for()
    page.get_by_text("1 of 2 decided").wait_for()
    assert len(got(service, "/reviews")) == 1


def test_a_long_queue_goes_on_without_a_break(person: Visit, service: Served) -> None:
    names = ["Anna", "Boris", "Clara", "Dora", "Emil", "Fritz"]
    texts = [f"{name} Hentzau said the same old thing." for name in names for _ in range(8)]
    for number, text in enumerate(texts):
        inserted = f"""INSERT DATA {{ GRAPH <https://w3id.org/sayso/id/article/t{number}> {{
          <https://w3id.org/sayso/id/article/t{number}/statement/0-1> a sayso:Statement ; sayso:confidence 0.3 ;
            sayso:inArticle <https://w3id.org/sayso/id/article/t{number}> ; sayso:content "{text}" ;
            sayso:sentence "{text}" ; sayso:act <https://w3id.org/sayso/act/state> ;
            sayso:form <https://w3id.org/sayso/form/direct> .
          <https://w3id.org/sayso/id/article/t{number}> a sayso:Article ; dcterms:identifier "t{number}" }} }}"""
        headers = {**MAY_WRITE, "Content-Type": "application/sparql-update"}
        service.client.post("/sparql/update", content=inserted, headers=headers).raise_for_status()
    page = signed_in(person, "#/review")
    seen: list[str] = []
    for _ in range(len(texts) + 2):
        page.locator(".desk-item .card").wait_for()
        seen.append(current(page))
        page.keyboard.press("s")
    assert len(set(seen)) == len(texts) + 2, "each is shown once before any comes again"


def test_the_queue_is_narrowed_to_an_act_and_the_address_keeps_it(person: Visit, service: Served) -> None:
    acts = {item["act"] for item in got(service, "/reviews/queue?below=1")}
    page = person.go("#/review?below=1")
    page.locator(".narrowing summary").click()
    for act in sorted(acts):
        page.get_by_role("form", name="Filters").get_by_role("combobox", name="Act", exact=True).select_option(act)
        page.wait_for_url(f"**act={act}**")
        page.locator(".desk-item .act").filter(has_text=act).wait_for()
    page.reload()
    page.locator(".desk-item .act").filter(has_text=act).wait_for()


def test_the_queue_is_narrowed_to_a_source_a_speaker_and_how_sure(person: Visit, service: Served) -> None:
    page = person.go("#/review?below=1")
    page.locator(".narrowing summary").click()
    form = page.get_by_role("form", name="Filters")
    form.get_by_label("At least this sure").fill("0.5")
    form.get_by_label("At least this sure").blur()
    page.get_by_text(f"0 of {total(service, confidence='0.5')} decided").wait_for()
    form.get_by_role("combobox", name="Speaker").press_sequentially("zenda")
    page.get_by_role("option").filter(has_text="Anna Zenda").click()
    page.get_by_text(f"0 of {total(service, confidence='0.5', by='person/anna-zenda')} decided").wait_for()
    page.get_by_role("button", name="No filters").click()
    source = str(SUMMIT.source)
    form.get_by_label("Source").fill(source)
    page.get_by_text(f"0 of {total(service, source=source)} decided").wait_for()
    assert 0 < total(service, source=source) < total(service)
