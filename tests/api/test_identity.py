"""`sayso candidates`, `merge` and `split` as their user meets them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.api.command import run
from sayso.graph.store.store import Store
from sayso.loaders.batch import load
from sayso.loaders.document import Document
from tests.api.calling import Ended, calling, exported
from tests.said import extract_said

TEXTS = {
    "a": "Obama said the treaty holds. John Smith said no.",
    "b": "Barack Obama said the treaty holds. Bill Clinton said yes.",
    "c": "John Smith said the court waits. Hillary Clinton said more.",
}


@pytest.fixture
def sayso(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, folder: Path) -> Callable[..., Ended]:
    """Run a command line on a store with three articles."""
    with Store.open(folder) as store:
        load([Document(name, text, origin=f"{name}.txt") for name, text in TEXTS.items()], store, extract_said)
    return calling(capfd, monkeypatch, folder)


def dump(sayso: Callable[..., Ended]) -> list[str]:
    return [line for line in exported(sayso) if "/graph/judgements>" not in line]


def test_candidates_are_listed_merged_and_split_again(sayso: Callable[..., Ended]) -> None:
    before = dump(sayso)
    table = sayso("candidates")
    assert table.code == 0
    assert "person/barack-obama" in table.out
    assert "1 pair\n" in table.out
    (found,) = json.loads(sayso("candidates", "--json").out)
    assert {found["one"]["id"], found["other"]["id"]} == {"person/obama", "person/barack-obama"}
    assert found["reason"]

    merged = sayso("merge", "person/obama", "Barack Obama", "--why", "the President", "--by", "Ada")
    assert (merged.code, merged.err) == (0, "")
    assert "Barack Obama (person/barack-obama) is now also person/obama" in merged.out
    assert "already" in sayso("merge", "person/obama", "person/barack-obama").out
    assert sayso("candidates").out == "no pairs\n"
    rows = json.loads(sayso("query", "statements", "--json").out)["results"]["bindings"]
    assert [row["speaker"]["value"] for row in rows if row["identifier"]["value"] in "ab"].count("Barack Obama") == 2
    assert sayso("validate").code == 0

    split = sayso("split", "Barack Obama", "--by", "Ada", "--json")
    assert json.loads(split.out)["apart"] == ["person/obama"]
    assert dump(sayso) == before
    assert sayso("candidates").out == "no pairs\n"
    again = sayso("merge", "person/obama", "person/barack-obama", "--json")
    assert json.loads(again.out)["taken_back"] == [["person/barack-obama", "person/obama"]]


def test_two_of_one_name_are_told_apart_in_an_article(sayso: Callable[..., Ended]) -> None:
    split = sayso("split", "John Smith", "--article", "c", "--why", "the judge")
    assert split.code == 0
    (other,) = json.loads(sayso("split", "person/john-smith", "--article", "c", "--json").out)["apart"]
    assert other.startswith("person/john-smith~")
    assert other in split.out
    ambiguous = sayso("split", "John Smith")
    assert ambiguous.code == 2
    assert "(person/john-smith)" in ambiguous.err
    assert other in ambiguous.err


def test_two_names_are_told_apart(sayso: Callable[..., Ended]) -> None:
    assert sayso("split", "Obama", "Barack Obama").code == 0
    assert sayso("candidates").out == "no pairs\n"
    assert "before" in sayso("split", "Barack Obama", "Obama").out


def test_who_decides_and_why_is_kept(sayso: Callable[..., Ended]) -> None:
    sayso("merge", "Obama", "person/barack-obama", "--why", "one “president”", "--by", "Ada")
    text = sayso("export").out
    assert '"Ada"' in text
    assert '"one “president”"' in text


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("merge", "Clinton", "Obama"), 2, "2 actors"),
        (("merge", "Nobody", "Obama"), 2, "no actor"),
        (("split", "Obama"), 2, "nobody was merged"),
        (("split", "Obama", "Obama"), 2, "itself"),
        (("split", "Obama", "--article", "nowhere"), 2, "no article"),
        (("split", "Obama", "--article", "b"), 2, "does not name"),
        (("split", "Obama", "John Smith", "--article", "b"), 2, "not both"),
        (("merge", "Obama", "John Smith", "--by", " "), 2, "who decides"),
        (("merge", "Obama", "John Smith", "--why", "a\nb"), 2, "line of text"),
        (("merge", "Obama", "John Smith", "--by", "\ud800"), 2, "line of text"),
        (("merge", "Obama"), 2, "Missing argument"),
        (("candidates", "--min-score", "2"), 2, "min-score"),
    ],
)
def test_what_cannot_be_done_says_why_and_changes_nothing(
    sayso: Callable[..., Ended], arguments: tuple[str, ...], code: int, words: str
) -> None:
    before = exported(sayso)
    ended = sayso(*arguments)
    assert ended.code == code
    assert words in ended.err
    assert exported(sayso) == before


def test_without_a_store_none_is_made(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    missing = str(tmp_path / "none.store")
    for command in (["candidates"], ["merge", "A", "B"], ["split", "A"]):
        assert run([*command, "--store", missing]) == 2
        assert "no store" in capfd.readouterr().err
    assert not (tmp_path / "none.store").exists()
