"""Reviewing over HTTP: the queue, decisions with a key, their history, undoing; the next answer shows them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sayso.graph.edits.articles import Seen, replace_article
from sayso.graph.store.store import Store
from sayso.loaders.mapping import actor_quads, article_quads
from tests.api.service.serving import KEY, MAY_WRITE, Served, assert_problem, served
from tests.sample import LATER, SUMMIT, later, summit


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A service over the two articles of the sample, with the key of Ada."""
    folder: Path = tmp_path_factory.mktemp("reviews") / "some.store"
    with Store.open(folder) as store:
        for document, facts in ((SUMMIT, summit()), (LATER, later())):
            quads = [*article_quads(document, facts), *actor_quads(facts.actors.values())]
            replace_article(store, document.id, quads, Seen("m", "o"))
    with served(folder, api_key=f"Ada={KEY}") as running:
        yield running


def got(service: Served, path: str) -> dict[str, Any]:
    answer = service.client.get(path)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def posted(service: Served, path: str, **body: object) -> dict[str, Any]:
    answer = service.client.post(path, json=body, headers=MAY_WRITE)
    assert answer.status_code in (200, 201), answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_the_most_doubtful_statement_comes_first_and_leaves_once_decided(service: Served) -> None:
    queue = got(service, "/reviews/queue")
    doubts = [item["doubt"] for item in queue["items"]]
    assert doubts == sorted(doubts, reverse=True)
    assert queue["total"] == len(doubts) == 2
    first = queue["items"][0]
    assert first["speakerText"] == "the report"
    assert first["signs"] == ["the speaker is not known", "unsure"]
    assert first["review"] is None
    made = posted(service, "/reviews", statement=first["id"], verdict="accept", note="as it stands")
    assert (made["by"], made["verdict"], made["note"], made["statement"]) == (
        "Ada",
        "accept",
        "as it stands",
        first["id"],
    )
    after = got(service, "/reviews/queue")
    assert first["id"] not in [item["id"] for item in after["items"]]
    assert got(service, f"/statements/{first['id']}")["review"]["by"] == "Ada"
    undone = service.client.delete(f"/reviews/{made['id']}", headers=MAY_WRITE)
    assert undone.json()["takenBack"]["by"] == "Ada"
    assert got(service, "/reviews/queue")["items"][0]["id"] == first["id"]


def test_pages_of_the_queue_fit_together(service: Served) -> None:
    first = got(service, "/reviews/queue?limit=1")
    second = got(service, first["next"])
    assert second["next"] is None
    assert len({item["id"] for item in (*first["items"], *second["items"])}) == 2


def test_a_rejected_statement_is_gone_and_comes_back(service: Served) -> None:
    before = got(service, "/statements?words=archives")["items"]
    made = posted(service, "/reviews", statement=before[0]["statement"], verdict="reject")
    assert got(service, "/statements?words=archives")["items"] == []
    assert_problem(service.client.get(f"/statements/{made['statement']}"), 404)
    history = got(service, "/reviews?verdict=reject")["items"]
    assert history[0]["id"] == made["id"]
    assert "archives" in history[0]["words"]
    service.client.delete(f"/reviews/{made['id']}", headers=MAY_WRITE).raise_for_status()
    assert got(service, "/statements?words=archives")["items"] == before
    assert_problem(service.client.delete(f"/reviews/{made['id']}", headers=MAY_WRITE), 400)


def test_a_statement_is_corrected_in_every_way(service: Served) -> None:
    [row] = got(service, "/statements?words=no+plans")["items"]
    card = got(service, f"/statements/{row['statement'].split('/id/')[1]}")
    [[start, end]] = card["spans"]["content"]
    made = posted(
        service,
        "/reviews",
        statement=card["id"],
        verdict="correct",
        speakers=["Borduria", {"name": "Rudolf V", "kind": "person"}],
        about=[],
        act="promise",
        form="direct",
        content=[[start + 13, end]],
        stances={card["positions"][0]["iri"]: "for"},
    )
    fields = {one["field"]: one for one in made["corrections"]}
    assert set(fields) == {"speaker", "about", "act", "form", "content", "stance"}
    assert [actor["name"] for actor in fields["speaker"]["was"]] == ["Anna Zenda"]
    after = got(service, f"/statements/{card['id']}")
    assert [actor["name"] for actor in after["speakers"]] == ["Borduria", "Rudolf V"]
    assert (after["about"], after["act"], after["form"]) == ([], "promise", "direct")
    assert after["words"] == "“no plans” to leave the League"
    assert after["positions"][0]["stance"] == "for"
    assert after["review"]["verdict"] == "correct"
    service.client.delete(f"/reviews/{made['id']}", headers=MAY_WRITE).raise_for_status()
    assert got(service, f"/statements/{card['id']}") == card


def test_a_statement_that_was_not_found_is_added_counted_and_taken_back(service: Served) -> None:
    before = got(service, "/statements?limit=1000")["items"]
    at = SUMMIT.text.index("ignored the treaty")
    said = {
        "article": SUMMIT.id,
        "verdict": "add",
        "content": [[at, at + 18]],
        "source": [[SUMMIT.text.index("Borduria"), SUMMIT.text.index("Borduria") + 8]],
        "speakers": ["Borduria"],
        "act": "deny",
        "positions": [{"holder": "Borduria", "stance": "against", "matter": [at + 8, at + 18]}],
    }
    cue = SUMMIT.text.index("dispute")
    made = posted(service, "/reviews", cue=[[cue, cue + 7]], **said)
    assert made["words"] == "ignored the treaty"
    card = got(service, f"/statements/{made['statement']}")
    assert [actor["name"] for actor in card["speakers"]] == ["Borduria"]
    assert [(one["stance"], one["matter"]) for one in card["positions"]] == [("against", "the treaty")]
    assert card["review"]["verdict"] == "add"
    assert len(got(service, "/statements?limit=1000")["items"]) == len(before) + 1
    assert got(service, "/reviews?verdict=add")["items"][0]["id"] == made["id"]
    assert_problem(service.client.post("/reviews", json={**said, "cue": [[cue, cue + 7]]}, headers=MAY_WRITE), 400)
    service.client.delete(f"/reviews/{made['id']}", headers=MAY_WRITE).raise_for_status()
    assert got(service, "/statements?limit=1000")["items"] == before


def test_actors_are_merged_told_apart_and_neither(service: Served) -> None:
    made = posted(service, "/merges", one="country/RU1", other="organisation/the-league", note="one side")
    assert made["changed"]
    assert got(service, "/merges")["items"][0]["by"] == "Ada"
    undone = posted(service, f"/merges/{made['id']}/undo")
    assert [actor["id"] for actor in undone["apart"]] == ["organisation/the-league"]
    assert got(service, "/merges")["items"] == []
    two = posted(service, "/merges", one="country/RU1", other="organisation/the-league", same=False)
    assert [row["verdict"] for row in got(service, "/merges")["items"]] == ["two"]
    posted(service, f"/merges/{two['id']}/undo")
    assert_problem(service.client.post(f"/merges/{two['id']}/undo", headers=MAY_WRITE), 404)
    assert got(service, "/reviews/queue?kind=merge") | {"snapshot": ""} == {
        "items": [], "limit": 100, "next": None, "snapshot": "", "total": 0,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("/reviews", {}, 400),
        ("/reviews", {"statement": "article/x/statement/1-2", "verdict": "accept"}, 404),
        ("/reviews", {"statement": "a b", "verdict": "accept"}, 400),
        ("/reviews", {"statement": "x", "verdict": "maybe"}, 400),
        ("/reviews", {"statement": "x", "verdict": "accept", "more": 1}, 400),
        ("/reviews", {"statement": "x", "verdict": "accept", "note": "a\nb"}, 400),
        ("/reviews", {"statement": "x", "verdict": "correct", "speakers": ["nobody at all"]}, 404),
        ("/reviews", {"statement": "x", "verdict": "correct", "act": "sing"}, 400),
        ("/reviews", {"statement": "x", "verdict": "correct", "content": [[1]]}, 400),
        ("/reviews", {"statement": "x", "verdict": "correct", "speakers": [{"name": "\u0007", "kind": "person"}]}, 400),
        ("/merges", {"one": "country/RU1"}, 400),
        ("/merges", {"one": "country/RU1", "other": "person/anna-zenda"}, 400),
        ("/merges", {"one": "country/RU1", "other": "country/RU1", "same": False}, 400),
        ("/merges", {"one": "nobody at all", "other": "country/RU1"}, 404),
        ("/merges/none/undo", {}, 404),
    ],
)
def test_what_cannot_be_decided_says_why(service: Served, path: str, body: dict[str, object], status: int) -> None:
    assert_problem(service.client.post(path, json=body, headers=MAY_WRITE), status)


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b"\xff", b"null", b'{"statement": "\\ud800", "verdict": "accept"}'])
def test_any_body_is_answered(service: Served, body: bytes) -> None:
    headers = {**MAY_WRITE, "Content-Type": "application/json"}
    assert_problem(service.client.post("/reviews", content=body, headers=headers), 400)
    assert_problem(service.client.post("/reviews", content=body, headers=MAY_WRITE), 415)


def test_deciding_needs_a_key_and_looking_does_not(service: Served) -> None:
    body = json.dumps({"statement": "x", "verdict": "accept"})
    for method, path in (
        ("POST", "/reviews"),
        ("DELETE", "/reviews/x"),
        ("POST", "/merges"),
        ("POST", "/merges/x/undo"),
    ):
        assert_problem(service.client.request(method, path, content=body), 401)
    assert got(service, "/reviews?by=Bob")["items"] == []
    assert_problem(service.client.get("/reviews/queue?kind=other"), 400)
    assert_problem(service.client.get("/reviews/queue?kind=merge&score=2"), 400)
    assert_problem(service.client.get("/reviews/queue?below=2"), 400)
