"""`sayso review` as its user meets it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.api.command import run
from sayso.graph.store.store import Store
from sayso.loaders.batch import BatchOptions, load
from sayso.loaders.document import Document
from tests.api.calling import Ended, calling, exported
from tests.api.test_identity import TEXTS
from tests.said import extract_said

DOCUMENTS = [Document(name, text, origin=f"{name}.txt") for name, text in TEXTS.items()]


@pytest.fixture
def sayso(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, folder: Path) -> Callable[..., Ended]:
    """Run a command line on a store with three articles."""
    with Store.open(folder) as store:
        load(DOCUMENTS, store, extract_said)
    return calling(capfd, monkeypatch, folder)


def without_reviews(sayso: Callable[..., Ended]) -> list[str]:
    return [line for line in exported(sayso) if "/graph/reviews>" not in line]


def words(sayso: Callable[..., Ended]) -> set[str]:
    found = json.loads(sayso("query", "statements", "--json").out)["results"]["bindings"]
    return {row["words"]["value"] for row in found}


def identifier(sayso: Callable[..., Ended], text: str) -> str:
    found = json.loads(sayso("query", "statements", "--param", f"words={text}", "--json").out)["results"]["bindings"]
    return str(found[0]["statement"]["value"])


def test_a_statement_is_rejected_stays_so_and_comes_back(sayso: Callable[..., Ended], folder: Path) -> None:
    before = without_reviews(sayso)
    iri = identifier(sayso, "court waits")
    made = sayso("review", "reject", iri, "--why", "a heading", "--by", "Ada", "--json")
    assert made.code == 0, made.err
    assert "the court waits" not in words(sayso)
    with Store.open(folder) as store:
        load(DOCUMENTS, store, extract_said, BatchOptions(again=True))
    assert "the court waits" not in words(sayso)
    assert "the court waits" in sayso("review", "list").out
    assert sayso("validate").code == 0
    review = json.loads(made.out)["id"]
    assert "taken back: that Ada rejected" in sayso("review", "undo", review).out
    assert without_reviews(sayso) == before
    assert "took this review back" in sayso("review", "undo", review).err


def test_a_rejected_statement_may_be_accepted_after_all(sayso: Callable[..., Ended]) -> None:
    iri = identifier(sayso, "court waits")
    sayso("review", "reject", iri)
    assert sayso("review", "accept", iri).code == 0
    assert "the court waits" in words(sayso)


def test_corrections_are_told_and_exported(sayso: Callable[..., Ended], tmp_path: Path) -> None:
    iri = identifier(sayso, "court waits")
    assert "no actor" in sayso("review", "correct", iri, "--speaker", "Rudolf V").err
    made = sayso("review", "correct", iri, "--speaker", "Rudolf V", "--new", "--about", "Bill Clinton", "--act", "deny",
                 "--content", "20-25")  # fmt: skip
    assert made.code == 0, made.err
    assert "speaker: John Smith → Rudolf V" in made.out
    assert "act: state → deny" in made.out
    output = tmp_path / "reviews.jsonl"
    assert sayso("review", "export", "--output", output).code == 0
    [line] = [json.loads(line) for line in output.read_text("utf-8").splitlines()]
    assert (line["article"], line["verdict"], line["current"]) == ("c", "correct", True)
    text = TEXTS["c"]
    assert [text[start:end] for start, end in line["spans"]["content"]] == ["the court waits"]
    assert [text[start:end] for start, end in line["spans"]["speaker"]] == ["John Smith"]
    fields = {one["field"]: one["becomes"] for one in line["corrections"]}
    assert fields["content"] == [[20, 25]]
    assert fields["act"] == ["deny"]
    assert [actor["name"] for actor in fields["speaker"]] == ["Rudolf V"]
    sayso("review", "undo", line["statement"] and json.loads(sayso("review", "list", "--json").out)[0]["review"])
    assert sayso("review", "export").out == ""
    assert len(sayso("review", "export", "--taken-back").out.splitlines()) == 1


def test_a_statement_is_added_stays_and_is_exported(sayso: Callable[..., Ended], folder: Path) -> None:
    before = without_reviews(sayso)
    sayso("review", "reject", identifier(sayso, "court waits"))
    made = sayso("review", "add", "c", "--content", "24-29", "--cue", "0-4", "--speaker", "Rudolf V", "--new", "--act",
                 "deny", "--position", "against:24-29", "--json")  # fmt: skip
    assert made.code == 0, made.err
    added = json.loads(made.out)
    assert added["words"] in words(sayso)
    with Store.open(folder) as store:
        load(DOCUMENTS, store, extract_said, BatchOptions(again=True))
    assert added["words"] in words(sayso)
    assert sayso("validate").code == 0
    lines = [json.loads(line) for line in sayso("review", "export").out.splitlines()]
    assert [line["verdict"] for line in lines] == ["reject", "add"]
    assert lines[1]["spans"]["content"] == [[24, 29]]
    assert {one["field"] for one in lines[1]["corrections"]} == {"speaker", "act", "form", "stance"}
    for line in json.loads(sayso("review", "list", "--json").out):
        sayso("review", "undo", line["review"].rpartition("/")[2])
    assert without_reviews(sayso) == before


def test_what_is_decided_leaves_the_queue(sayso: Callable[..., Ended]) -> None:
    """Obama and Barack Obama say the same words: as long as they are two, that is a sign."""
    table = sayso("review", "queue")
    assert "2 statements" in table.out
    assert "the same words elsewhere from another speaker" in " ".join(table.out.split())
    first, second = (row["statement"] for row in json.loads(sayso("review", "queue", "--json").out))
    sayso("review", "accept", first)
    assert [row["statement"] for row in json.loads(sayso("review", "queue", "--json").out)] == [second]
    sayso("merge", "Obama", "Barack Obama")
    assert "0 statements" in sayso("review", "queue").out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("accept", "nowhere"), "no such statement"),
        (("undo", "nowhere"), "no such review"),
        (("correct", "STATEMENT"), "at least one value"),
        (("correct", "STATEMENT", "--act", "sing"), "one of state"),
        (("correct", "STATEMENT", "--content", "1"), "two numbers"),
        (("correct", "STATEMENT", "--content", "0-100000"), "no words"),
        (("correct", "STATEMENT", "--stance", "x"), "for, against or none"),
        (("correct", "STATEMENT", "--stance", "x=for"), "no such position"),
        (("correct", "STATEMENT", "--nobody", "--speaker", "Obama"), "somebody or nobody"),
        (("accept", "STATEMENT", "--by", " "), "who decides"),
        (("accept", "STATEMENT", "--why", "a\nb"), "a line"),
        (("list", "--limit", "-1"), "limit"),
    ],
)
def test_what_cannot_be_done_says_why_and_changes_nothing(
    sayso: Callable[..., Ended], arguments: tuple[str, ...], told: str
) -> None:
    before = exported(sayso)
    given = [identifier(sayso, "court waits") if one == "STATEMENT" else one for one in arguments]
    ended = sayso("review", *given)
    assert ended.code == 2
    assert told in ended.err
    assert exported(sayso) == before


def test_without_a_store_none_is_made(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    missing = str(tmp_path / "none.store")
    for command in (["queue"], ["list"], ["export"], ["accept", "x"], ["undo", "x"]):
        assert run(["review", *command, "--store", missing]) == 2
        assert "no store" in capfd.readouterr().err
    assert not (tmp_path / "none.store").exists()


def test_two_coders_code_apart_and_are_compared(sayso: Callable[..., Ended]) -> None:
    before = words(sayso)
    iri = identifier(sayso, "court waits")
    for coder, act in (("ann", "deny"), ("ben", "warn")):
        made = sayso("review", "correct", iri, "--act", act, "--apart", "--by", coder)
        assert made.code == 0, made.err
        assert "no article that both" in sayso("agreement", "--coder", "ann", "--coder", "ben").err
        assert f"{coder} is done with c" in sayso("review", "done", "c", "--by", coder).out
    assert words(sayso) == before
    told = json.loads(sayso("agreement", "--coder", "ann", "--coder", "ben", "--json").out)
    [act] = [one for one in told["variables"] if one["variable"] == "act"]
    assert act["units"] - act["equal"] == 1
    assert {"one": "deny", "other": "warn", "units": 1} in act["confusion"]
    assert sayso("validate").code == 0
    assert sayso("agreement").code != 0
