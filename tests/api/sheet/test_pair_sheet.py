"""Two actors as one page: what each says about the other, and nothing that is not text."""

from collections.abc import Iterator

import pytest

from sayso.api.sheet.pair_sheet import SheetSide, pair_sheet
from sayso.graph.store.store import Store
from tests.api.service.serving import Served, assert_problem, served
from tests.sample import sample_quads


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A service over the two sample articles."""
    folder = tmp_path_factory.mktemp("pair") / "some.store"
    with Store.open(folder) as store:
        store.apply([], sample_quads())
    with served(folder) as running:
        yield running


def test_both_sides_over_http(service: Served) -> None:
    answer = service.client.get("/sheets", params={"one": "person/anna-zenda", "other": "The League"})
    assert answer.status_code == 200, answer.text
    assert "script-src 'sha256-" in answer.headers["content-security-policy"]
    assert "Anna%20Zenda%20and%20The%20League.html" in answer.headers["content-disposition"]
    for heading in ("Anna Zenda</bdi> about", "The League</bdi> about"):
        assert heading in answer.text
    assert "no plans" in answer.text
    assert "Nothing, as far as the articles go." in answer.text
    assert service.client.head("/sheets?one=person/anna-zenda&other=The League").status_code == 200


def test_what_is_missing_or_unknown_is_told(service: Served) -> None:
    assert_problem(service.client.get("/sheets?one=person/anna-zenda"), 400)
    assert_problem(service.client.get("/sheets?one=person/anna-zenda&other=person/nobody"), 404)
    assert_problem(service.client.get("/sheets?one=a&other=b&third=c"), 400)


def test_whatever_a_card_holds_is_text() -> None:
    evil = "<script>alert(1)</script>"
    card = {
        "id": evil,
        "act": "state",
        "form": "direct",
        "words": evil,
        "sentence": evil,
        "marks": [{"start": 0, "end": 8, "kind": "content"}],
        "speakers": [{"name": evil, "kind": "person"}],
        "speakingAs": [evil],
        "speakerText": None,
        "about": [{"name": evil, "kind": "country"}],
        "addressees": [],
        "medium": [],
        "positions": [],
        "demands": [],
        "saidOn": None,
        "when": evil,
        "confidence": 0.5,
        "article": {"title": evil, "identifier": "x", "source": evil, "url": "javascript:alert(1)", "published": evil},
    }
    page = pair_sheet([SheetSide(evil, evil, [card, card], True), SheetSide("b", "a", [], False)])
    assert evil not in page
    assert "javascript:" not in page
    assert "There is more than these." in page
