"""Coding apart over HTTP: each key codes for itself, blind to the others until all are done."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sayso.graph.edits.articles import Seen, replace_article
from sayso.graph.store.store import Store
from sayso.loaders.mapping import actor_quads, article_quads
from tests.api.service.serving import Served, assert_problem, served
from tests.sample import SUMMIT, summit

ANN, BEN = ({"Authorization": f"Bearer {name}-key-of-tests"} for name in ("ann", "ben"))
KEYS = "ann:review=ann-key-of-tests,ben:review=ben-key-of-tests,guest:read=guest-key-of-tests"


@pytest.fixture(params=["until-done", "always"])
def service(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Served]:
    """A service over one article with the keys of two coders."""
    with Store.open(tmp_path / "some.store") as store:
        facts = summit()
        quads = [*article_quads(SUMMIT, facts), *actor_quads(facts.actors.values())]
        replace_article(store, SUMMIT.id, quads, Seen("m", "o"))
    with served(tmp_path / "some.store", api_key=KEYS, blind=request.param, query_seconds=120) as running:
        yield running


def got(service: Served, path: str, headers: dict[str, str] | None = None) -> Any:
    answer = service.client.get(path, headers=headers)
    assert answer.status_code == 200, answer.text
    return answer.json()


def posted(service: Served, path: str, headers: dict[str, str], **body: object) -> Any:
    answer = service.client.post(path, json=body, headers=headers)
    assert answer.status_code in (200, 201), answer.text
    return answer.json()


def act_of(told: Any, words: str) -> str:
    [card] = [card for card in told["statements"] if words in card["words"]]
    return str(card["act"])


def test_two_coders_are_blind_until_both_are_done(service: Served, request: pytest.FixtureRequest) -> None:
    always = "always" in request.node.name
    before = got(service, f"/articles/{SUMMIT.id}")
    [plans] = [card["id"] for card in before["statements"] if "no plans" in card["words"]]
    [prices] = [card["id"] for card in before["statements"] if "prices" in card["words"]]
    path = f"/codings/{SUMMIT.id}"
    made = posted(service, "/reviews", ANN, statement=plans, verdict="correct", act="promise", apart=True)
    posted(service, "/reviews", BEN, statement=plans, verdict="correct", act="state", speakers=["The League"],
           apart=True)  # fmt: skip
    posted(service, "/reviews", BEN, statement=prices, verdict="reject", apart=True)
    at = SUMMIT.text.index("ignored")
    new = {"name": "Rudolf V", "kind": "person"}
    posted(service, "/reviews", BEN, article=SUMMIT.id, verdict="add", content=[[at, at + 7]], act="deny",
           speakers=[new], cue=[[0, 9]], apart=True)  # fmt: skip
    assert got(service, f"/articles/{SUMMIT.id}") == before
    assert got(service, "/reviews")["items"] == []
    ann, ben = (got(service, path, who) for who in (ANN, BEN))
    assert (act_of(ann, "no plans"), act_of(ben, "no plans")) == ("promise", "state")
    assert len(ben["statements"]) == len(ann["statements"]) == len(before["statements"])
    assert [one["id"] for one in ann["decisions"]] == [made["id"]]
    assert "Rudolf V" in {actor["name"] for card in ben["statements"] for actor in card["speakers"]}
    assert_problem(service.client.get(path), 401)
    assert_problem(service.client.get(path, headers={"Authorization": "Bearer guest-key-of-tests"}), 403)
    assert_problem(service.client.get(f"{path}?of=ben", headers=ANN), 400)
    assert_problem(service.client.get("/codings/agreement?one=ann&other=ben"), 400)
    told = got(service, "/codings")["items"]
    assert [(one["coder"], one["decisions"], one["doneOn"]) for one in told] == [("ann", 1, None), ("ben", 3, None)]

    for who in (ANN, BEN):
        assert posted(service, "/codings", who, article=SUMMIT.id)["done"] is True
    assert service.client.get(f"{path}?of=ben", headers=ANN).status_code == (400 if always else 200)
    agreed = got(service, "/codings/agreement?one=ann&other=ben")
    acts = next(one for one in agreed["variables"] if one["variable"] == "act")
    assert acts["units"] == 3
    assert acts["equal"] == 2
    assert acts["alpha"] < 1
    assert {"one": "promise", "other": "state", "units": 1} in acts["confusion"]
    assert sum(one["units"] for one in acts["confusion"]) == 3
    assert (agreed["onlyOneInAll"], agreed["onlyOtherInAll"]) == (1, 1)
    assert bool(agreed["disagreements"]) is not always
    assert_problem(
        service.client.post("/reviews", json={"statement": plans, "verdict": "accept", "apart": True}, headers=ANN), 400
    )
    assert_problem(service.client.delete(f"/reviews/{made['id']}", headers=BEN), 400)
    service.client.delete(f"/reviews/{made['id']}", headers=ANN).raise_for_status()
    assert act_of(got(service, path, ANN), "no plans") == act_of(before, "no plans")
