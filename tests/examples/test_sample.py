"""The sample: sixty invented articles that fit together, described as they are, with something of everything."""

from __future__ import annotations

import importlib.util
import json
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from sayso.api.command import run
from sayso.api.demo import identifiers, sample_file
from sayso.graph.store.solutions import Table, text_of
from sayso.graph.store.store import Store

ROOT = Path(__file__).parents[2]
ARTICLES: list[dict[str, Any]] = [json.loads(line) for line in sample_file().read_text("utf-8").splitlines()]
_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"


def test_there_are_sixty_over_two_years() -> None:
    assert len(ARTICLES) == 60
    assert len(identifiers(sample=True)) == 60
    days = sorted(article["published"] for article in ARTICLES)
    assert [article["published"] for article in ARTICLES] == days
    assert 650 < (date.fromisoformat(days[-1]) - date.fromisoformat(days[0])).days < 731
    assert sample_file().stat().st_size < 60_000


def test_every_manner_is_there() -> None:
    sources = Counter("press release" if "press" in one["source"] else one["source"] for one in ARTICLES)
    assert min(sources.values()) >= 6
    assert len(sources) == 6


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article["id"])
def test_an_article_is_short_whole_and_of_its_day(article: dict[str, Any]) -> None:
    assert 30 < len(article["text"].split()) < 160
    assert article["text"].endswith("\n")
    assert (urlsplit(article["url"]).hostname or "").endswith(".example")
    assert article["text"].count("“") == article["text"].count("”")
    if line := re.match(rf"[A-Z ,a-z]+, (\w+) (\d+) – .*?\bon ({_DAYS})\b", article["text"]):
        day = date.fromisoformat(article["published"])
        assert int(line[2]) == day.day
        assert day.strftime("%B").startswith(line[1][:3])


def test_its_description_is_of_this_file() -> None:
    path = ROOT / "examples" / "sample_croissant.py"
    spec = importlib.util.spec_from_file_location("sample_croissant", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.CROISSANT.read_text("utf-8") == module.text(), "run examples/sample_croissant.py"
    assert set(module.FIELDS) == set(ARTICLES[0])


def test_the_demo_of_it_has_something_to_show_in_every_table(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "sample.store"
    assert run(["demo", "--sample", "--store", str(folder), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["loaded"] == 60
    assert len(told["statements"]) > 250
    assert len(told["demands"]) > 20
    assert {row["former"] for row in told["posts"]} == {"true", "false"}
    # Whoever changes sides is found: Dreyl on the cable, Tiel on the toll, Varnholt on the plan.
    assert {row["holder"] for row in told["contradictions"]} >= {"Jonas Tiel", "Tamsin Dreyl"}
    with Store.open(folder, read_only=True) as store:
        answer = store.query("SELECT (COUNT(*) AS ?n) { ?s sayso:repeats ?other }")
        acts = store.query("SELECT DISTINCT ?act { ?s sayso:act ?act }")
    assert isinstance(answer, Table)
    assert isinstance(acts, Table)
    assert int(text_of(answer.rows[0][0])) > 0
    assert len(acts.rows) >= 11
