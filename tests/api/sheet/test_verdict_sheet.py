"""The sheet of verdicts, the command and the route that make it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sayso.api.command import run
from sayso.api.sheet.verdict_sheet import verdict_sheet, warning
from sayso.graph.answers.quotations.claim import Claim, ClaimedSpeaker
from sayso.graph.answers.quotations.verifying import verify
from sayso.graph.model.rendering import as_json
from sayso.graph.store.store import Store
from tests.api.service.serving import Served, assert_problem, served
from tests.api.sheet.test_article_sheet import HOSTILE, Elements, everywhere
from tests.sample import sample_quads

DRAFT = (
    "“The League must open its archives,” Anna Zenda said.\n"
    "“We never want to leave the League,” Rudolf Hentzau said.\n"
    "“The moon is made of good cheese,” he added.\n"
)


@pytest.fixture
def told(store: Store) -> dict[str, Any]:
    """Three quotations, one of each verdict."""
    store.apply([], sample_quads())
    spans = [
        (1, 35),
        (DRAFT.index("We never"), DRAFT.index(",” Rudolf")),
        (DRAFT.index("The moon"), DRAFT.index(",” he")),
    ]
    speakers = (ClaimedSpeaker("Rudolf Hentzau", "", "person"),)
    found = as_json(verify(store, [Claim(DRAFT[a:b], a, b, "quotation", speakers) for a, b in spans]))
    return {"text": DRAFT, **found}


def test_each_quotation_has_its_verdict_and_evidence(told: dict[str, Any]) -> None:
    page = Elements(verdict_sheet(told))
    prose = "".join(page.text)
    for words in (
        "found, word for word",
        "found, with differences",
        "not in these articles",
        "said by another",
        "never",
    ):
        assert words in prose
    ids = {attributes.get("id") for _, attributes in page.found}
    assert {"q1", "q2", "q3", "t1", "t2", "t3"} <= ids


def test_hostile_text_is_text(told: dict[str, Any]) -> None:
    harmless = {tag for tag, _ in Elements(verdict_sheet(told)).found} | {"mark", "ins", "del"}
    kept = {"verdict": "nearly"}
    hostile = everywhere(told) | {"counts": told["counts"]}
    hostile["claims"] = [
        {**claim, "verdict": "nearly", "kind": "quotation", "matches": [{**one, **kept} for one in claim["matches"]]}
        for claim in hostile["claims"]
    ]
    page = Elements(verdict_sheet(hostile))
    assert {tag for tag, _ in page.found} <= harmless
    assert not [name for _, attributes in page.found for name in attributes if name.startswith("on")]
    assert HOSTILE[:8] not in verdict_sheet(hostile).partition("<body>")[2].rpartition("<script>")[0]


@pytest.mark.parametrize(
    ("match", "said"),
    [
        ({"sameSpeaker": False, "form": "direct", "verdict": "verbatim", "differences": []}, "said by another"),
        (
            {"sameSpeaker": True, "form": "indirect", "verdict": "verbatim", "differences": []},
            "the article tells it in its own words",
        ),
        ({"sameSpeaker": None, "form": "direct", "verdict": "nearly", "differences": [{"grave": False}]}, ""),
    ],
)
def test_what_has_to_be_known_first_is_said(match: dict[str, Any], said: str) -> None:
    assert warning(match) == said


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the two sample articles."""
    folder = tmp_path_factory.mktemp("verify") / "some.store"
    with Store.open(folder) as opened:
        opened.apply([], sample_quads())
    return folder


def test_the_command(filled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft, page = tmp_path / "draft.txt", tmp_path / "checked.html"
    draft.write_text(DRAFT, "utf-8")
    assert run(["verify", str(draft), "--store", str(filled)]) == 1  # one is absent
    out = capsys.readouterr().out
    assert "verbatim" in out
    assert "added: never" in out
    assert run(["verify", str(draft), "--store", str(filled), "--html", str(page)]) == 1
    assert "said by another" in page.read_text("utf-8")
    draft.write_text("“The League must open its archives,” Zenda said.", "utf-8")
    capsys.readouterr()
    assert run(["verify", str(draft), "--store", str(filled), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["counts"] == {"verbatim": 1}
    assert run(["verify", str(tmp_path / "missing"), "--store", str(filled)]) == 2


@pytest.fixture(scope="module")
def service(filled: Path) -> Any:
    """A service over it that gives no texts away."""
    with served(filled, full_text="off") as running:
        yield running


def test_the_route(service: Served) -> None:
    plain = {"Content-Type": "text/plain; charset=utf-8"}
    answer = service.client.post("/verify", content=DRAFT.encode(), headers=plain)
    assert answer.status_code == 200, answer.text
    told = answer.json()
    assert [claim["verdict"] for claim in told["claims"] if claim["kind"] == "quotation"] == [
        "verbatim",
        "nearly",
        "absent",
    ]
    assert told["texts"] is False
    page = service.client.post("/verify", content=DRAFT.encode(), headers={**plain, "Accept": "text/html"})
    assert page.headers["content-type"].startswith("text/html")
    assert "script-src 'sha256-" in page.headers["content-security-policy"]
    assert "found, word for word" in page.text
    refused = service.client.post("/verify", content=b"x", headers={"Content-Type": "image/png"})
    assert_problem(refused, 415)
    assert_problem(service.client.post("/verify", content=b"x", headers={**plain, "Accept": "image/png"}), 406)


def test_the_sheet_of_an_article_over_http(service: Served) -> None:
    answer = service.client.get("/sheets/summit-1")
    assert answer.status_code == 200, answer.text
    assert "script-src 'sha256-" in answer.headers["content-security-policy"]
    assert "Anna Zenda" in answer.text
    assert service.client.head("/sheets/summit-1").status_code == 200
    assert_problem(service.client.get("/sheets/nowhere"), 404)
