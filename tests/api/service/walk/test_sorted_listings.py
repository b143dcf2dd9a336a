"""Sorted listings, their files and the timeline over HTTP."""

from __future__ import annotations

import pytest

from tests.api.service.serving import Served, assert_problem


@pytest.mark.parametrize(
    ("path", "total"),
    [
        ("/statements?sort=-day", 6),
        ("/statements?sort=speaker&by=Zenda", 3),
        ("/demands?sort=matter", 2),
        ("/demands?source=the+strelsau+courier", 2),
        ("/positions?sort=holder&stance=for", 1),
        ("/posts?sort=person", 2),
    ],
)
def test_pages_say_how_much_there_is(service: Served, path: str, total: int) -> None:
    told = service.client.get(f"{path}&limit=1").json()
    assert (told["total"], len(told["items"])) == (total, 1)
    rows = told["items"]
    while told["next"]:
        told = service.client.get(told["next"]).json()
        assert told["total"] == total
        rows += told["items"]
    assert len(rows) == total
    ids = [str(row.get("demand") or row.get("position") or row.get("statement") or row) for row in rows]
    assert len(set(ids)) == total


@pytest.mark.parametrize(
    ("path", "begins", "type_"),
    [
        ("/statements.csv?act=deny", b"speaker,", "text/csv; charset=utf-8"),
        ("/statements.csv?act=deny&excel-safe=true", b"\xef\xbb\xbf", "text/csv; charset=utf-8"),
        ("/statements.parquet?by=Zenda&sort=day", b"PAR1", "application/vnd.apache.parquet"),
        ("/statements.gexf?shape=summed", b"<?xml", "application/xml"),
        ("/demands.turtle", b"# ", "text/turtle; charset=utf-8"),
        ("/positions.jsonl?stance=against", b"{", "application/jsonl"),
    ],
)
def test_files(service: Served, path: str, begins: bytes, type_: str) -> None:
    answer = service.client.get(path)
    assert answer.status_code == 200, answer.text
    assert answer.content.startswith(begins)
    assert answer.headers["content-type"].split(";")[0].endswith(type_.split(";")[0].split("/")[1].split("+")[-1])
    stem = path[1:].partition(".")[0]
    assert answer.headers["content-disposition"].startswith(f'attachment; filename="{stem}.')


@pytest.mark.parametrize(
    "path",
    [
        "/statements?sort=dance",
        "/statements?sort=",
        "/said?sort=day",
        "/posts?sort=-",
        "/demands?sort=by&dance=1",
        "/statements.csv?limit=1",
        "/statements.csv?shape=summed",
        "/statements.csv?shape=round",
        "/statements.csv?size=-1",
        "/statements.csv?excel-safe=perhaps",
        "/statements.jsonl?excel-safe=true",
        "/timeline?dance=1",
        "/timeline?act=dance",
        "/timeline?period=decade",
        "/timeline?since=soon",
        "/timeline?since=2020&since=2021",
        f"/timeline?{'&'.join(f'by={number}' for number in range(9))}",
    ],
)
def test_what_does_not_fit_is_refused(service: Served, path: str) -> None:
    answer = service.client.get(path)
    assert_problem(answer, 400)


def test_the_timeline(service: Served) -> None:
    told = service.client.get("/timeline", params={"by": ["Zenda", "Borduria"], "period": "month"}).json()
    assert [series["actor"]["id"] for series in told["series"]] == ["person/anna-zenda", "country/BO"]
    assert [series["total"] for series in told["series"]] == [3, 1]
    assert [one["begin"] for one in told["series"][0]["periods"]] == [f"2024-0{month}-01" for month in (3, 4, 5, 6)]
