"""The page over the sample, sixty articles of two years: its main views as a person uses them, and two who code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.api.page.faults import faults_in_light_and_dark
from tests.api.page.pictures import pixels, taken, vectors
from tests.api.page.test_citing import copied
from tests.api.page.test_coding import begin, sign_in
from tests.api.page.visiting import Visit, covered, eventually, fits, rows, visit
from tests.api.service.serving import KEY, Served, served
from tests.sample_store import sample_store

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

OTHER_KEY = f"{KEY}-of-ben"


@pytest.fixture(scope="module")
def orn_service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A service over the sample, for two coders."""
    folder = sample_store(tmp_path_factory, tmp_path_factory.mktemp("sample") / "orn.store")
    with served(folder, api_key=f"anna={KEY},ben={OTHER_KEY}") as running:
        yield running


@pytest.fixture
def orn(browser: Browser, orn_service: Served) -> Iterator[Visit]:
    with visit(browser, orn_service.url) as person:
        yield person


def items(service: Served, path: str) -> list[dict[str, Any]]:
    return list(service.client.get(path).json()["items"])


def test_start_has_questions_a_picture_and_who_changed_their_mind(orn: Visit) -> None:
    page = orn.go("")
    expect(page.get_by_role("list", name="Questions to begin with").get_by_role("link")).to_have_count(3)
    expect(page.get_by_role("group", name="The strongest ties").locator("circle").nth(5)).to_be_visible()
    changed = page.get_by_role("region", name="Newest contradictions").get_by_role("listitem")
    expect(changed).to_have_count(3)
    # "for it, then against it" tells nothing.
    matters = [re.findall("“(.+?)”", row) for row in changed.all_inner_texts()]
    assert not {"it", "that", "this", "them"} & {matter.lower() for row in matters for matter in row}
    changed.get_by_role("link").last.click()
    page.wait_for_url("**/#/articles**")
    expect(page.locator(".text mark.on").first).to_be_visible()


def test_from_two_names_to_both_sides(orn: Visit, orn_service: Served) -> None:
    page = orn.go("")
    page.get_by_role("combobox", name="Search actors").fill("Dreyl Varnholt")
    page.get_by_role("group", name="Answers").get_by_role("option", name="Tamsin Dreyl about Ilsa Varnholt").click()
    page.wait_for_url("**/#/between**")
    for one, other in (("Tamsin Dreyl", "Ilsa Varnholt"), ("Ilsa Varnholt", "Tamsin Dreyl")):
        total = orn_service.client.get("/statements", params={"sort": "day", "by": one, "about": other}).json()["total"]
        side = page.get_by_role("region", name=f"{one} about {other}")
        expect(side.locator("article.card")).to_have_count(total)
    # A bar has the tone of its act, whichever view came before.
    tones = "bars => bars.map(bar => getComputedStyle(bar).backgroundColor)"
    eventually(page, lambda: {*page.locator(".act-bar").evaluate_all(tones)}, lambda found: len(found) > 1)


def test_an_actors_statements_by_facet_and_its_offices(orn: Visit, orn_service: Served) -> None:
    [actor] = items(orn_service, "/actors?name=Ilsa+Varnholt&limit=1")
    page = orn.go(f"#/actor?id={actor['id']}")
    page.get_by_role("link", name=re.compile("over time")).wait_for()
    expect(page.get_by_role("region", name="Offices").locator("blockquote").first).not_to_be_empty()
    facet = page.get_by_role("group", name="Narrow by").get_by_role("region", name="Act").get_by_role("button").first
    count = int(facet.inner_text().split()[-1])
    facet.click()
    expect(page.locator("article.card")).to_have_count(min(count, 20))
    page.locator(".partner .act-bar").first.wait_for()
    lefts = "bars => bars.map(bar => Math.round(bar.getBoundingClientRect().x))"
    # Bars can be compared only from one line on.
    eventually(page, lambda: {*page.locator(".partner .act-bar").evaluate_all(lefts)}, lambda left: len(left) == 1)


def test_the_first_picture_names_its_actors_without_overlap_and_grows(orn: Visit) -> None:
    orn.listen()
    page = orn.go("#/graph")
    assert covered(eventually(page, orn.names, lambda names: len(names) > 20)) == 0
    counts = page.get_by_role("status").filter(has_text="busiest")
    expect(counts).to_have_text(re.compile("^25 actors, "))
    counts.get_by_role("button", name="Show 25 more").click()
    page.get_by_text("50 actors, ").wait_for()
    page = orn.go("#/graph?step=core+60")
    page.get_by_text("60 actors, ").wait_for()
    assert covered(eventually(page, orn.names, lambda names: len(names) > 30)) <= 0.02


def test_facets_count_and_narrow_several_at_once(orn: Visit, orn_service: Served) -> None:
    def total(**asked: str | list[str]) -> int:
        return int(orn_service.client.get("/statements", params={"sort": "day", **asked}).json()["total"])

    page = orn.go("#/tables")
    facets = page.get_by_role("group", name="Narrow by")
    for act in ("demand", "reject"):
        count = total(act=act)
        facets.get_by_role("region", name="Act").get_by_role("button", name=f"{act} {count}", exact=True).click()
    rows(page, total(act=["demand", "reject"]))
    source = facets.get_by_role("region", name="Source").get_by_role("button").first
    name = source.inner_text().rstrip("0123456789 \n")
    source.click()
    chips = page.get_by_role("list", name="Filters that are on")
    expect(chips.get_by_role("listitem")).to_have_count(3)
    rows(page, total(act=["demand", "reject"], source=name))
    tones = page.locator(".grid .act").evaluate_all(
        "acts => acts.map(act => [act.innerText, getComputedStyle(act).color])"
    )
    assert len({colour for _, colour in tones}) == len({act for act, _ in tones}) == 2
    # What begins with a mark gets no second one.
    assert not re.search('[“"]{2}', " ".join(page.locator(".grid [data-label=Words]").all_inner_texts()))


def test_networks_through_windows_and_as_a_matrix_of_any_two(orn: Visit, orn_service: Served) -> None:
    page = orn.go("#/networks?kind=subtract&view=list&window=6-months&kernel=gaussian")
    series = page.get_by_role("region", name="Windows")
    expect(series.get_by_role("status")).to_contain_text("1 of ")
    series.get_by_role("slider", name="Window").press("ArrowRight")
    page.wait_for_url("**nth=2**")
    expect(series.get_by_role("status")).to_contain_text("2 of ")
    asked = "/networks?kind=subtract&window=6&unit=months&kernel=gaussian&nth=2&size=2000&format=graphology"
    told = orn_service.client.get(asked).json()
    expect(page.get_by_role("status").filter(has_text="ties")).to_contain_text(f"{len(told['edges'])} ties")
    page = orn.go("#/networks?kind=two-mode&count=statements&variable1=source&variable2=act&view=matrix")
    cell = page.get_by_role("link", name=re.compile("^The Ansel Courier, demand: "))
    count = int(cell.inner_text())
    cell.click()
    expect(page.get_by_role("region", name="Behind this tie").locator(".card")).to_have_count(min(count, 20))


def test_two_code_apart_blind_to_each_other_and_are_compared(browser: Browser, orn: Visit, orn_service: Served) -> None:
    article = next(row for row in items(orn_service, "/articles?limit=50") if int(row["statements"]) > 2)
    place = f"#/articles?article={article['article'].rpartition('/')[2]}"

    def code(person: Visit, key: str, act: str) -> Page:
        page = person.go(place)
        page.get_by_role("switch", name="Code apart").click()
        page.get_by_label("Paste a key").fill(key)
        page.get_by_role("dialog").get_by_role("button", name="Sign in").click()
        own = page.get_by_role("region", name="Your coding")
        expect(own).to_contain_text("0 decisions")
        page.locator(".text mark.m-content").first.click()
        card = page.locator(".margin li.on")
        card.get_by_role("button", name="Change or confirm").click()
        form = card.get_by_role("form", name="Correct this statement")
        form.get_by_role("combobox", name=re.compile("^Act")).select_option(act)
        form.get_by_role("button", name="Save the correction").click()
        expect(own).to_contain_text("1 decision")
        own.get_by_role("button", name="I am done").click()
        expect(own).to_contain_text("done.")
        return page

    code(orn, KEY, "demand")
    with visit(browser, orn_service.url) as ben:
        # He sees nothing of hers while he codes.
        page = code(ben, OTHER_KEY, "reject")
        page.get_by_role("region", name="Your coding").get_by_role("link", name="Compare").click()
        table = page.get_by_role("table", name=re.compile("act", re.IGNORECASE)).first
        table.wait_for()
        expect(page.locator(".agreed")).to_contain_text("demand")
        expect(page.locator(".agreed")).to_contain_text("reject")


def test_a_new_statement_stands_where_its_words_were_selected(orn: Visit, orn_service: Served) -> None:
    row = next(row for row in items(orn_service, "/articles?limit=50") if int(row["statements"]) > 2)
    key = row["article"].rpartition("/")[2]
    told = orn_service.client.get(f"/articles/{key}").json()
    # The last words of the last sentence that is nobody's.
    taken = [span for card in told["statements"] for span in card["spans"]["content"]]
    last = max(end for _, end in taken)
    first = min(start for start, _ in taken)
    before, after = told["text"][:first], told["text"][last:]
    words = " ".join((after if len(after.split()) > 8 else before).strip(" .“”\n").split("\n")[-1].split()[:4])
    page = orn.go(f"#/articles?article={key}")
    form = begin(page, words)
    expect(form.get_by_label("Words, as they stand")).to_have_value(words)
    form.get_by_role("combobox", name="Act", exact=True).select_option("state")
    form.get_by_role("button", name="Save the statement").click()
    expect(page.locator(".margin li.on .to-review")).to_have_text("added by anna")


def test_wordings_are_grouped_and_tie_then(orn: Visit, orn_service: Served) -> None:
    page = orn.go("#/networks?view=matters")
    wordings = page.get_by_role("region", name="Wordings").get_by_role("listitem")
    one, other = (row["words"] for row in orn_service.client.get("/matters").json()["wordings"][:2])
    wordings.filter(has=page.get_by_text(one, exact=True)).get_by_role("button").click()
    wordings.filter(has=page.get_by_text(other, exact=True)).get_by_role("button").click()
    sign_in(page)
    matter = page.get_by_role("region", name="Matters").locator(".matter")
    expect(matter.get_by_role("heading")).to_contain_text(other)
    page.get_by_role("link", name="List").click()
    page.get_by_label("Tied are").select_option("actor-matter")
    expect(page.locator(".network-list")).to_contain_text(other)


def test_an_actors_topics_filter_and_it_is_shown_elsewhere(orn: Visit, orn_service: Served) -> None:
    [actor] = items(orn_service, "/actors?name=Ilsa+Varnholt&limit=1")
    page = orn.go(f"#/actor?id={actor['id']}")
    topic = page.get_by_role("group", name="Narrow by").get_by_role("region", name="Topic").get_by_role("button").first
    count = int(re.sub(r"\D", "", topic.inner_text()))
    topic.click()
    page.wait_for_url("**words=**")
    expect(page.locator("article.card")).to_have_count(min(count, 20))
    page.get_by_role("link", name="As a graph").click()
    page.wait_for_url("**/#/graph**")
    expect(page.get_by_role("region", name="Selected actor")).to_contain_text("Ilsa Varnholt")


def test_the_backbone_of_a_network(orn: Visit, orn_service: Served) -> None:
    asked = "/networks?kind=congruence&size=2000&format=graphology"
    whole = len(orn_service.client.get(asked).json()["edges"])
    page = orn.go("#/networks?kind=congruence&view=list")
    told = page.get_by_role("status").filter(has_text="ties")
    expect(told).to_contain_text(f"{whole} ties")
    page.get_by_label("Shown are").select_option("0.1")
    orn.tells({"backbone": ["0.1"]})
    expect(told).to_contain_text(re.compile(r", \d+ of them in the backbone"))


def test_what_is_shared_leads_back(orn: Visit, orn_service: Served, tmp_path: Path) -> None:
    orn.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    [row] = items(orn_service, "/statements?sort=-day&limit=1&by=Tamsin+Dreyl&form=direct")
    page = orn.go("#/tables?by=Tamsin+Dreyl&form=direct")
    page.get_by_role("button", name="Evidence").first.click()
    card = page.locator(".evidence-row")
    page.bring_to_front()
    told = copied(page, card.get_by_role("button", name="Copy quotation"))
    assert re.match(r"“[^“”]+” — Tamsin Dreyl, ", told)
    link = copied(page, card.get_by_role("button", name="Copy link"))
    assert told.endswith(link)
    page.goto("about:blank")
    page.goto(link)
    expect(page.locator(f".margin li.on [data-statement='{row['id']}']")).to_be_visible()
    expect(page).to_have_title(re.compile(re.escape(str(row["article"]))))
    page = orn.go("#/graph")
    page.wait_for_selector(".graph:not([data-moving]) .canvas canvas", state="attached")
    page.get_by_text("Download", exact=True).click()
    drawn = vectors(page, taken(page, "Picture as SVG", tmp_path))
    for words in ("Who speaks of whom", "25 of ", f"{orn.url}/#/graph"):
        assert words in " ".join(drawn.texts)
    assert len(drawn.actors()) == 25
    assert drawn.loose() == []
    assert pixels(page, taken(page, "Picture as PNG", tmp_path)).emptiest() < 0.2


@pytest.fixture
def adding(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Visit, Served]]:
    """A person at a sample of their own, which may grow."""
    folder = sample_store(tmp_path_factory, tmp_path_factory.mktemp("adding") / "orn.store")
    with served(folder, api_key=f"anna={KEY}") as running, visit(browser, running.url) as person:
        yield person, running


def test_an_article_is_added_to_the_sample(adding: tuple[Visit, Served]) -> None:
    person, service = adding
    page = person.go("#/add")
    page.set_default_timeout(60_000)
    page.get_by_role("textbox", name="Text").fill("“The ferry will sail on Monday,” said Tamsin Dreyl, the minister.")
    page.get_by_text("What is known of it").click()
    page.get_by_role("textbox", name="Identifier").fill("ferry-1")
    page.get_by_role("button", name="See what is found").click()
    found = page.get_by_role("region", name="What was found")
    expect(found.locator(".card .who").first).to_contain_text("Tamsin Dreyl")
    page.get_by_role("button", name="Store").click()
    sign_in(page)
    page.get_by_role("link", name="Stored").click()
    # The sample knows her already.
    [known] = items(service, "/actors?name=Tamsin+Dreyl&limit=1")
    link = page.locator(".margin .card .who a").first
    expect(link).to_have_attribute("href", re.compile(re.escape(known["id"])))


def test_doubtful_statements_of_the_sample_are_reviewed(orn: Visit, orn_service: Served) -> None:
    total = int(orn_service.client.get("/reviews/queue?act=demand").json()["total"])
    assert total > 1
    page = orn.go("#/review?act=demand")
    page.get_by_text(f"0 of {total} decided").wait_for()
    expect(page.locator(".desk-item .act")).to_have_text("demand")
    first = str(page.locator(".desk-item .card").get_attribute("data-statement"))
    page.get_by_role("button", name="Accept").click()
    sign_in(page)
    page.get_by_text(f"1 of {total} decided").wait_for()
    expect(page.locator(".desk-item .card")).not_to_have_attribute("data-statement", first)
    page.get_by_role("button", name="Undo").click()
    page.get_by_text(f"0 of {total} decided").wait_for()
    expect(page.locator(".desk-item .card")).to_have_attribute("data-statement", first)


VIEWS = {
    "#/start?q=Dreyl": "[role=option]",
    "#/results?q=Dreyl+Varnholt": "article.card",
    "#/graph": ".graph:not([data-moving]) .canvas canvas",
    "#/tables": ".grid tbody tr",
    "#/timeline": ".chart",
    "#/networks?kind=subtract&view=list": ".network-list tbody tr",
    "#/networks?kind=two-mode&count=statements&variable2=act&view=matrix": ".matrix td a",
    "#/networks?view=matters": ".wording",
    "#/articles": ".list li",
    "#/review": ".desk-item .card",
    "#/review?kind=merge": ".pair",
    "#/sparql": ".cm-content",
}


@pytest.mark.parametrize("place", VIEWS)
def test_nobody_is_kept_out_of_the_sample(orn: Visit, place: str) -> None:
    page = orn.go(place)
    page.locator(VIEWS[place]).first.wait_for(state="attached")
    assert faults_in_light_and_dark(page) == []
    page.set_viewport_size({"width": 390, "height": 780})
    fits(page)
