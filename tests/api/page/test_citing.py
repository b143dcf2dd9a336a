"""Cards: a face for who speaks, the words as a quotation, and what is copied from them."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.api.page.visiting import Visit, eventually
from tests.api.service.serving import Served

NARROW = {"width": 390, "height": 780}


def copied(page: Page, button: Locator) -> str:
    """Press a button that copies; return what it copied. The button says so for a moment only."""
    page.evaluate("navigator.clipboard.writeText('')")
    button.click()
    return eventually(page, lambda: str(page.evaluate("navigator.clipboard.readText()")), bool)


def test_a_statement_is_copied_as_one_cites_it(demo: Visit, demo_service: Served) -> None:
    demo.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    cards = demo_service.client.get("/actors/person/jens-stoltenberg/statements").json()["items"]
    direct = next(card for card in cards if card["form"] == "direct")
    article = direct["article"]["id"].removeprefix("article/")
    page = demo.go(f"#/articles?article={article}&statement={direct['id']}")
    card = page.locator(f"[data-statement='{direct['id']}']")
    page.bring_to_front()
    told = copied(page, card.get_by_role("button", name="Copy quotation"))
    words, _, rest = told.partition(" — ")
    assert words.startswith("“")
    assert words.endswith("”")
    assert not set("“”") & set(words[1:-1])
    assert rest.startswith("Jens Stoltenberg, ")
    assert rest.endswith(f"statement={card.get_attribute('data-statement')}")
    link = copied(page, card.get_by_role("button", name="Copy link"))
    assert link.startswith(f"{demo.url}/#/articles?article=")
    assert told.endswith(link)


def test_indirect_speech_is_not_put_between_marks(demo: Visit) -> None:
    demo.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = demo.go("#/graph?tie=speaks-of+country/RU+organisation/nato")
    card = page.locator(".card").filter(has=page.get_by_text("indirect", exact=True)).first
    page.bring_to_front()
    told = copied(page, card.get_by_role("button", name="Copy quotation"))
    assert "(not verbatim) — Russia, " in told
    assert not told.startswith("“")


def test_a_face_tells_initials_and_kind(demo: Visit) -> None:
    page = demo.go("#/graph?tie=speaks-of+person/liz-truss+country/UA")
    face = page.locator(".card").first.get_by_role("img", name="Person").first
    expect(face).to_have_text("LT")


def test_quotations_are_read_in_a_serif_and_acts_have_the_tone_of_their_family(demo: Visit) -> None:
    page = demo.go("#/graph?tie=speaks-of+country/RU+organisation/nato")
    quote = page.locator(".card blockquote").first
    expect(quote).to_have_css("font-family", re.compile("^Newsreader"))
    assert page.evaluate("() => document.fonts.load('400 18px Newsreader').then(fonts => fonts.length)") == 1
    chip = page.locator(".act").first
    expect(chip).to_have_class(f"act a-{chip.inner_text()}")


def test_all_views_are_in_sight_on_a_phone(phone: Visit) -> None:
    page = phone.go("#/start")
    links = page.get_by_role("navigation", name="Views").get_by_role("link")
    links.last.wait_for()
    for link in links.all():
        box = link.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= NARROW["width"]
        assert box["height"] >= 24


def test_words_that_bring_their_own_marks_get_no_second_ones(demo: Visit) -> None:
    page = demo.go("#/between?a=country/RU&b=person/sergei-lavrov")
    words = page.locator(".stances .words")
    expect(words.filter(has_text=re.compile("^“")).first).to_be_visible()
    expect(page.locator(".stances q").filter(has_text=re.compile('^[“"]'))).to_have_count(0)
