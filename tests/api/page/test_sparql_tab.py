"""The SPARQL tab: examples, results as table, graph or file; what was asked is in the address."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from sayso.ontology.namespaces import PREFIXES
from sayso.queries.catalogue import names
from tests.api.page.visiting import Visit

KINDS = "SELECT ?kind (COUNT(*) AS ?count) WHERE { ?thing a ?kind } GROUP BY ?kind"
DEMANDS = "CONSTRUCT { ?by sayso:demandedOf ?of } WHERE { ?d sayso:demandedBy ?by ; sayso:demandedOf ?of }"


def asked(person: Visit, query: str, more: str = "") -> None:
    person.page.goto("about:blank")
    person.page.goto(f"{person.url}/#/sparql")
    person.page.evaluate(
        f"query => {{ location.hash = '#/sparql?query=' + encodeURIComponent(query) + '{more}' }}", query
    )
    person.page.get_by_role("region", name="Answer").locator("> *").first.wait_for()


def typed(person: Visit, query: str) -> None:
    content = person.page.locator(".editor .cm-content")
    content.click()
    person.page.keyboard.press("Control+a")
    person.page.keyboard.press("Delete")
    person.page.keyboard.insert_text(query)


def test_the_editor_comes_with_its_tab_alone(demo: Visit) -> None:
    scripts: list[str] = []
    demo.page.on("request", lambda request: scripts.append(request.url))
    page = demo.go("")
    assert not any("sparql" in script for script in scripts)
    page.get_by_role("navigation", name="Views").get_by_role("link", name="SPARQL").click()
    page.get_by_role("textbox", name="SPARQL query").wait_for()
    assert any(re.search(r"/page/sparql-[\w-]+\.js", script) for script in scripts)


def test_a_query_is_typed_and_run_and_stays_in_the_address(demo: Visit) -> None:
    page = demo.go("#/sparql")
    typed(demo, KINDS)
    page.keyboard.press("Control+Enter")
    page.get_by_role("cell", name="sayso:Statement").wait_for()
    demo.tells({"query": [KINDS]})
    page.reload()
    page.get_by_role("cell", name="sayso:Statement").wait_for()
    head = page.get_by_role("button", name="count")
    head.click()
    head.click()
    expect(page.get_by_role("columnheader", name="count")).to_have_attribute("aria-sort", "descending")
    counts = [int(text) for text in page.locator("td.number").all_inner_texts()]
    assert counts
    assert counts == sorted(counts, reverse=True)


def test_the_service_brings_the_examples(demo: Visit) -> None:
    page = demo.go("#/sparql")
    select = page.get_by_label("Examples")
    expect(select.locator("optgroup").nth(1).locator("option")).to_have_count(len(names()))
    options = select.locator("optgroup").nth(1).locator("option").all_inner_texts()
    assert [option.partition(":")[0] for option in options] == list(names())
    for label in (options[names().index("demands")], "Who said what about whom"):
        select.select_option(label=label)
        page.get_by_role("button", name="Run").click()
        page.get_by_text(re.compile(r"\d+ rows in")).wait_for()
        page.locator("tbody tr").first.wait_for()
        page.go_back()


def test_things_of_the_store_lead_to_where_the_page_shows_them(demo: Visit) -> None:
    asked(demo, "SELECT ?who ?s { ?s sayso:speaker ?who } LIMIT 5")
    page = demo.page
    row = page.locator("tbody tr").first
    expect(row.get_by_role("link").first).to_have_attribute("href", re.compile("#/actor.id="))
    row.get_by_role("link").nth(1).click()
    page.wait_for_url(re.compile("#/articles.article=.*statement="))


def test_triples_are_drawn_and_listed(demo: Visit) -> None:
    asked(demo, DEMANDS)
    page = demo.page
    page.get_by_role("cell", name="sayso:demandedOf").first.wait_for()
    page.get_by_role("button", name="Graph").click()
    page.get_by_text("triples drawn").wait_for()
    page.locator(".picture canvas").first.wait_for()
    demo.tells({"view": ["graph"]})
    page.go_back()
    page.get_by_role("cell", name="sayso:demandedOf").first.wait_for()


@pytest.mark.parametrize(
    ("query", "ending", "begins"),
    [(KINDS, "csv", "kind,count"), (KINDS, "json", "{"), (DEMANDS, "ttl", "@prefix"), (DEMANDS, "nt", "<http")],
)
def test_answers_are_downloaded(demo: Visit, query: str, ending: str, begins: str) -> None:
    asked(demo, query)
    with demo.page.expect_download() as download:
        demo.page.get_by_label("Download").select_option(ending)
    assert download.value.suggested_filename == f"answer.{ending}"
    assert Path(download.value.path()).read_text("utf-8").startswith(begins)


def test_yes_or_no(demo: Visit) -> None:
    asked(demo, "ASK { ?s a sayso:Statement }")
    demo.page.get_by_text("Yes", exact=True).wait_for()


def test_a_fault_is_told_with_its_place(demo: Visit) -> None:
    asked(demo, "SELECT * {\n  ?s ?p }")
    page = demo.page
    page.get_by_role("alert").filter(has_text="this is not SPARQL").wait_for()
    page.get_by_role("button", name="Go to line 2").click()
    expect(page.locator(".editor:focus")).to_have_count(1)


def test_hostile_values_are_shown_as_text(demo: Visit) -> None:
    asked(
        demo,
        'SELECT * { VALUES (?a ?b) { ("<img src=x onerror=alert(1)>" <javascript:alert(1)>) '
        '("\\u202Eabc"@en <https://elsewhere.example/a>) } }',
    )
    page = demo.page
    page.locator("tbody").get_by_text("<img src=x onerror=alert(1)>").wait_for()
    expect(page.locator("tbody img")).to_have_count(0)
    link = page.locator("tbody a")
    expect(link).to_have_count(1)
    expect(link).to_have_attribute("href", "https://elsewhere.example/a")
    expect(link).to_have_attribute("rel", "noopener noreferrer nofollow")
    expect(page.locator("tbody")).to_contain_text("U+202E")


def test_terms_are_completed_with_what_they_mean(demo: Visit) -> None:
    page = demo.go("#/sparql")
    typed(demo, "SELECT * { ?s ")
    page.keyboard.type("sayso:demandedB")
    page.locator(".editor .cm-tooltip-autocomplete li").filter(has_text="sayso:demandedBy").wait_for()
    page.locator(".editor .cm-completionInfo").filter(has_text="Who demands").wait_for()


def test_the_prefixes_are_those_that_the_service_knows(demo: Visit) -> None:
    page = demo.go("#/sparql")
    page.get_by_text("Prefixes", exact=True).click()
    expect(page.locator(".prefixes li")).to_have_count(len(PREFIXES))
    told = dict(line.split(": ", 1) for line in page.locator(".prefixes li").all_inner_texts())
    assert told == dict(PREFIXES)


def test_a_long_query_is_stopped(demo: Visit) -> None:
    asked(demo, "ASK {}")
    page = demo.page
    typed(demo, "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")
    page.get_by_role("button", name="Run").click()
    page.get_by_role("button", name="Stop").click()
    page.get_by_text("Stopped").wait_for()
