"""Facets, pairs, questions and contradictions over HTTP."""

from __future__ import annotations

import pytest

from tests.api.service.serving import Served, assert_problem


def test_facets_of_a_listing(service: Served) -> None:
    told = service.client.get("/facets?of=act,source&act=deny,intend&act=reject").json()
    assert told["total"] == service.client.get("/statements?sort=day&act=deny,intend,reject").json()["total"] == 3
    assert {one["value"]: one["count"] for one in told["facets"]["source"]} == {
        "Bordurian Post": 2,
        "The Strelsau Courier": 1,
    }
    assert told["values"]["act"] == len(told["facets"]["act"]) == 6
    assert [*service.client.get("/facets?listing=positions").json()["facets"]][:3] == ["holder", "toward", "stance"]


def test_several_speakers_in_pages(service: Served) -> None:
    path = "/statements?sort=-day&by=Zenda&by=observers&limit=1"
    told = service.client.get(path).json()
    seen = [row["id"] for row in told["items"]]
    while told["next"]:
        told = service.client.get(told["next"]).json()
        seen += [row["id"] for row in told["items"]]
    assert len(set(seen)) == told["total"] == len(seen) == 4


def test_two_actors_side_by_side(service: Served) -> None:
    told = service.client.get("/between?a=Zenda&b=The+League").json()
    assert [way["total"] for way in told["ways"]] == [3, 0]
    cards = service.client.get("/between?a=Zenda&b=The+League&way=ab&limit=2").json()
    assert [card["act"] for card in cards["items"]] == ["deny", "demand"]
    assert [card["act"] for card in service.client.get(cards["next"]).json()["items"]] == ["intend"]


def test_a_question(service: Served) -> None:
    told = service.client.get("/question", params={"q": "What did Zenda say about the League?"}).json()
    assert (told["readings"][0]["by"]["name"], told["readings"][0]["total"]) == ("Anna Zenda", 3)


def test_contradictions(service: Served) -> None:
    told = service.client.get("/contradictions").json()["items"]
    assert [(row["earlierStance"], row["laterStance"], row["laterMatter"]) for row in told] == [
        ("against", "for", "leave the League")
    ]


@pytest.mark.parametrize(
    "path",
    [
        "/facets?listing=posts",
        "/facets?of=colour",
        "/facets?cursor=x",
        "/facets?limit=0",
        "/facets?stance=for&stance=against",
        "/facets?dance=1",
        "/between?a=Zenda",
        "/between?a=Zenda&b=Borduria&offices=perhaps",
        "/between?a=Zenda&b=Borduria&limit=2",
        "/between?a=Zenda&b=Borduria&way=up",
        "/between?a=Zenda&b=Borduria&way=ab&sort=speaker",
        "/question?q=a&q=b",
        f"/statements?{'&'.join(f'by={number}' for number in range(201))}",
    ],
)
def test_what_does_not_fit_is_refused(service: Served, path: str) -> None:
    assert_problem(service.client.get(path), 400)
