"""Add: paste a text or choose files, see what was found, and store it with a key."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.api.page.visiting import Visit, visit
from tests.api.service.serving import KEY, Served, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, FilePayload, Page

TEXT = (
    "The harbour stays open\n\n"
    "“The harbour will stay open,” said Anna Kowalska, the mayor of Gdansk. "
    "Kowalska accused Poland of delaying the work. 🙂\n"
)


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A service over an empty store, with the key of Ada."""
    with served(tmp_path_factory.mktemp("add") / "some.store", api_key=f"Ada={KEY}") as running:
        yield running


@pytest.fixture
def person(browser: Browser, service: Served) -> Iterator[Visit]:
    """A person at that service's page; extraction takes its time."""
    with visit(browser, service.url) as visitor:
        visitor.page.set_default_timeout(60_000)
        yield visitor


def articles(service: Served) -> dict[str, dict[str, Any]]:
    return {row["identifier"]: row for row in service.client.get("/articles").json()["items"]}


def sign_in(page: Page) -> None:
    page.get_by_label("Paste a key").fill(KEY)
    page.get_by_role("dialog").get_by_role("button", name="Sign in").click()
    page.get_by_role("dialog").wait_for(state="detached")


def file(name: str, text: str) -> FilePayload:
    return {"name": name, "mimeType": "application/octet-stream", "buffer": text.encode()}


def test_a_draft_outlives_a_look_at_another_tab_and_a_reload(person: Visit) -> None:
    page = person.go("#/add")
    page.get_by_role("textbox", name="Text").fill("A text that is not sent yet.")
    page.get_by_text("What is known of it").click()
    page.get_by_label("Title").fill("A draft")
    page.get_by_role("link", name="Tables").click()
    page.get_by_role("heading", name="Statements").wait_for()
    page.get_by_role("link", name="Add", exact=True).click()
    expect(page.get_by_role("textbox", name="Text")).to_have_value("A text that is not sent yet.")
    page.reload()
    expect(page.get_by_role("textbox", name="Text")).to_have_value("A text that is not sent yet.")
    page.get_by_text("What is known of it").click()
    expect(page.get_by_label("Title")).to_have_value("A draft")


def test_a_pasted_text_is_shown_first_and_stored_on_demand(person: Visit, service: Served) -> None:
    page = person.go("#/add")
    page.get_by_role("textbox", name="Text").fill(TEXT)
    page.get_by_text("What is known of it").click()
    page.get_by_label("Title").fill("The harbour")
    page.get_by_role("textbox", name="Identifier").fill("harbour-1")
    page.get_by_role("button", name="See what is found").click()
    preview = page.get_by_role("region", name="What was found")
    preview.get_by_text("Anna Kowalska").first.wait_for()
    expect(preview.get_by_role("heading", name="The harbour")).to_be_visible()
    expect(preview.locator("mark").nth(3)).to_be_visible()
    assert articles(service) == {}
    page.get_by_role("button", name="Store").click()
    sign_in(page)
    link = page.get_by_role("link", name="Stored")
    link.wait_for()
    assert articles(service)["harbour-1"]["title"] == "The harbour"
    link.click()
    page.wait_for_url("**/#/articles?**")
    page.get_by_role("heading", name="The harbour").wait_for()


def test_several_files_each_with_what_became_of_it(person: Visit, service: Served) -> None:
    page = person.go("#/add")
    page.locator("#files").set_input_files(
        [
            file("one.txt", TEXT.replace("harbour", "bridge")),
            file(
                "two.jsonl", '{"id": "r1", "text": "Poland denied that."}\n{"text": "Gdansk agreed, the mayor said."}\n'
            ),
            file("three.json", '{"no": "text"}'),
            file("four.pdf", "%PDF"),
            file("five.json", "{"),
        ]
    )
    page.get_by_text("Files of this kind are not read here").wait_for()
    page.get_by_text("This is not JSON").wait_for()
    rows = page.get_by_role("list", name="Articles to add").get_by_role("listitem")
    page.get_by_text("4 of 4 read, 1 with an error").wait_for()
    expect(rows).to_have_count(4)
    expect(rows.filter(has_text="one.txt")).to_contain_text("statements")
    expect(rows.filter(has_text="three.json")).to_have_attribute("data-state", "failed")
    rows.filter(has_text="three.json").get_by_role("button", name="Take three.json off").click()
    page.get_by_role("button", name="Store").click()
    sign_in(page)
    page.get_by_text("3 of 3 stored").wait_for()
    assert {"one", "r1", "two-2"} <= articles(service).keys()
    page.get_by_role("button", name="Store", exact=True).click()
    page.get_by_text("0 of 0 stored").wait_for()


def test_a_file_of_the_same_name_with_another_text_is_refused_and_may_replace(person: Visit, service: Served) -> None:
    body, headers = TEXT.encode(), {"Authorization": f"Bearer {KEY}", "Content-Type": "text/plain; charset=utf-8"}
    service.client.post("/articles?id=same", content=body, headers=headers).raise_for_status()
    page = person.go("#/add")
    page.get_by_role("textbox", name="Text").fill(TEXT.replace("open", "closed"))
    page.get_by_text("What is known of it").click()
    page.get_by_role("textbox", name="Identifier").fill("same")
    page.get_by_role("button", name="See what is found").click()
    page.get_by_role("button", name="Show").wait_for()
    page.get_by_role("button", name="Store").click()
    sign_in(page)
    page.locator('[data-state="failed"]').wait_for()
    page.get_by_label("let it take the place").check()
    page.get_by_role("button", name="Store").click()
    page.get_by_role("link", name="Stored in the place of what was there").wait_for()


def test_what_is_dropped_is_taken(person: Visit) -> None:
    page = person.go("#/add")
    transfer = page.evaluate_handle(
        """text => { const data = new DataTransfer();
        data.items.add(new File([text], "dropped.txt")); return data; }""",
        TEXT,
    )
    page.locator(".drop").dispatch_event("drop", {"dataTransfer": transfer})
    page.get_by_role("region", name="What was found").get_by_text("Anna Kowalska").first.wait_for()


def test_a_hostile_text_is_shown_as_text(person: Visit) -> None:
    page = person.go("#/add")
    hostile = (
        "<script>alert(1)</script> said <img src=x onerror=alert(2)> \u202ethe mayor. “No,” said <b>Anna Kowalska</b>."
    )
    page.get_by_role("textbox", name="Text").fill(hostile)
    page.get_by_role("button", name="See what is found").click()
    page.get_by_role("region", name="What was found").get_by_text("<script>alert(1)</script>").first.wait_for()
    expect(page.locator(".preview script, .preview img, .preview b")).to_have_count(0)
