"""`sayso show`: an article of the store, or of a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sayso.api.command import run
from sayso.api.demo import examples
from sayso.graph.store.store import Store
from tests.sample import SUMMIT, sample_quads


@pytest.fixture
def filled(folder: Path) -> Path:
    """A store with the two sample articles."""
    with Store.open(folder) as store:
        store.apply([], sample_quads())
    return folder


def test_an_article_of_the_store(filled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.html"
    assert run(["show", SUMMIT.id, "--store", str(filled), "--html", str(page)]) == 0
    assert "Anna Zenda" in page.read_text("utf-8")
    capsys.readouterr()
    assert run(["show", SUMMIT.id, "--store", str(filled)]) == 0
    assert "4 statements" in capsys.readouterr().out


def test_a_page_may_go_to_the_standard_output(filled: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["show", SUMMIT.id, "--store", str(filled), "--html", "-"]) == 0
    assert capfdbinary.readouterr().out.startswith(b"<!doctype html>")


def test_an_unknown_article_and_a_place_that_cannot_be_written(filled: Path, tmp_path: Path) -> None:
    assert run(["show", "nowhere", "--store", str(filled)]) == 2
    nowhere = tmp_path / "missing" / "page.html"
    assert run(["show", SUMMIT.id, "--store", str(filled), "--html", str(nowhere)]) == 2


def test_a_file_needs_no_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    letter = examples() / "001_fc1c69b70c19711e.txt"
    assert run(["show", str(letter), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["text"] == letter.read_text("utf-8")
    assert len(told["statements"]) > 5
    assert list(tmp_path.iterdir()) == []


def test_a_file_of_several_articles_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    several = tmp_path / "several.jsonl"
    several.write_text("".join(json.dumps({"id": str(n), "text": "A text."}) + "\n" for n in range(2)), "utf-8")
    assert run(["show", str(several)]) == 2
    assert "2 articles" in capsys.readouterr().err
