"""Each write is noted with who asked for it, shortly, and the journal does not grow without end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sayso.graph.store.snapshots import latest
from sayso.graph.store.store import Store
from sayso.loaders.writer import doing, noting
from sayso.loaders.writer.doing import do
from sayso.loaders.writer.job import WriteJob, write_job_of
from sayso.loaders.writer.noting import JOURNAL
from sayso.ontology.errors import QueryError


def update(text: str) -> WriteJob:
    return WriteJob("update", {"text": text}, "tester")


def noted(folder: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (folder / JOURNAL).read_text("utf-8").splitlines()]


def test_a_write_is_noted_before_it_is_written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(store: Store, **_: object) -> None:
        store.update("INSERT DATA { GRAPH <urn:g> { <urn:a> <urn:p> 1 } }")
        raise KeyboardInterrupt

    monkeypatch.setattr(doing, "WRITES", {"update": killed})
    with Store.open(folder) as store, pytest.raises(KeyboardInterrupt):
        do(store, update("INSERT DATA { <urn:a> <urn:p> 1 }"))
    begun, ended = noted(folder)
    assert (begun["state"], begun["by"]) == ("begun", "tester")
    assert (ended["state"], ended["id"]) == ("failed", begun["id"])


def test_a_write_is_noted_with_the_snapshot_that_shows_it(folder: Path) -> None:
    with Store.open(folder) as store:
        do(store, update("INSERT DATA { <urn:a> <urn:p> 1 }"))
        do(store, update(f"INSERT DATA {{ <urn:a> <urn:p> '{'x' * 1000}' }}"))
        with pytest.raises(QueryError):
            do(store, update("INSERT"))
    lines = noted(folder)
    assert [line["state"] for line in lines] == ["begun", "done"] * 2 + ["begun", "nothing written"]
    one, done, long, long_done = lines[:4]
    assert (one["id"], long["id"]) == (done["id"], long_done["id"])
    assert (one["by"], one["write"], one["arguments"]) == (
        "tester",
        "update",
        {"text": "INSERT DATA { <urn:a> <urn:p> 1 }"},
    )
    assert len(str(long["arguments"])) < 600
    snapshot = latest(folder)
    assert snapshot is not None
    assert long_done["snapshot"] == snapshot.name != done["snapshot"]


def test_the_journal_is_put_aside_when_it_is_long(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(noting, "_MOST_BYTES", 1)
    with Store.open(folder) as store:
        for number in range(3):
            do(store, update(f"INSERT DATA {{ <urn:a> <urn:p> {number} }}"))
    # The two lines of a write stay together.
    assert [len(path.read_text("utf-8").splitlines()) for path in sorted(folder.glob("writes*.jsonl"))] == [2, 2]


def test_a_job_survives_its_way_through_the_pipe() -> None:
    job = WriteJob("update", {"text": "“Zoë”", "using": ["urn:g"]}, "me")
    assert write_job_of(json.loads(json.dumps(job.told()))) == job


def test_a_write_that_fails_beside_an_unpublished_one_is_noted_as_what_it_is(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(folder) as store:
        with monkeypatch.context() as patched:
            patched.setattr(store, "publish", lambda: None)
            do(store, update("INSERT DATA { <urn:a> <urn:p> 1 }"))
            with pytest.raises(QueryError):
                do(store, update("INSERT"))
        assert store.unpublished()
    assert [line["state"] for line in noted(folder)] == ["begun", "done", "begun", "nothing written"]
