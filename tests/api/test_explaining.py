import json
from pathlib import Path

import pytest
from rich.console import Console

from sayso.api.command import run
from sayso.api.explaining import marked, stretches
from sayso.graph.statements.explanation import explain
from sayso.graph.store.store import Store
from tests.sample import SUMMIT, sample_quads


@pytest.fixture
def statement(folder: Path) -> str:
    """The statement about the archives, in a store that is filled by hand."""
    with Store.open(folder) as store:
        store.apply((), sample_quads())
        (row,) = store.query(
            'SELECT ?s { ?s sayso:content ?c ; a sayso:Statement FILTER(CONTAINS(?c, "open its archives")) }'
        ).records()
    return row["s"]


def test_the_sentence_is_marked_and_the_speaker_explained(
    folder: Path, statement: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["explain", statement.rpartition("/")[2], "--store", str(folder)]) == 0
    out = capsys.readouterr().out
    flat = " ".join(out.split())
    assert "[content: “The League must open its archives,”] [source: she] [cue: added]" in flat
    assert "“she” is a pronoun, taken for Anna Zenda" in flat
    assert "demand Anna Zenda: “open its archives” (of The League)" in flat
    assert statement in out


def test_json_tells_the_same(folder: Path, statement: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", statement, "--store", str(folder), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["statement"] == statement
    assert told["act"] == "demand"
    assert [place["words"] for place in told["source"]] == ["she"]
    assert {demand["matter"] for demand in told["demands"]} == {"open its archives", "close its offices"}
    for place in (told["text"], *told["source"], *told["cue"], *told["content"]):
        assert SUMMIT.text[place["start"] : place["end"]] == place["words"]


def test_what_is_not_there_is_a_line_and_exit_code_2(
    folder: Path, statement: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["explain", "nothing", "--store", str(folder)]) == 2
    assert "sayso query statements" in capsys.readouterr().err


def test_on_a_terminal_styles_mark_what_brackets_mark_elsewhere(folder: Path, statement: str) -> None:
    with Store.open(folder, read_only=True) as store:
        found = explain(store, statement)
    console = Console(force_terminal=True, color_system="truecolor", width=300)
    with console.capture() as capture:
        console.print(marked(found, styled=True))
    assert "\x1b[1;36mshe\x1b[0m" in capture.get()
    assert "[source" not in capture.get()
    assert "".join(words for _, words in stretches(found)) == found.shown.words
