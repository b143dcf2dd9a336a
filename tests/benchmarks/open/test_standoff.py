"""The standoff: judgements without texts, and back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.open import standoff

TEXT = "Anna Berg said on Monday that the bridge was safe."
ARTICLE = {
    "id": "bridge",
    "title": "The bridge",
    "url": "https://example.org/bridge",
    "licence": "CC0",
    "text": TEXT,
    "statements": [
        {"source": [[0, 9]], "cue": [[10, 14]], "content": [[30, 49]], "speaker": ["Anna Berg"], "act": "state",
         "positions": [{"stance": "for", "span": [30, 40]}], "when": "on Monday"},
    ],
    "posts": [],
}  # fmt: skip


def test_no_words_are_kept_but_names() -> None:
    kept = json.dumps(standoff.strip(ARTICLE))
    assert "Anna Berg" in kept
    assert not any(word in kept for word in ("bridge was", "Monday", "The bridge", "safe"))


def test_with_its_text_an_article_is_whole_again() -> None:
    joined = standoff.whole(standoff.strip(ARTICLE), ARTICLE)
    assert {key: joined[key] for key in ARTICLE} == ARTICLE


def test_another_text_is_left_out_and_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus, texts, out = (tmp_path / name for name in ("corpus.jsonl", "texts.jsonl", "out.jsonl"))
    corpus.write_text(json.dumps(ARTICLE) + "\n", "utf-8")
    monkeypatch.setattr(standoff, "FILE", tmp_path / "judgements.jsonl.gz")
    standoff.make(corpus)
    texts.write_text(json.dumps({"id": "bridge", "text": TEXT + " "}) + "\n", "utf-8")
    standoff.join(texts, out)
    assert out.read_text("utf-8") == ""
    assert "bridge: another text" in capsys.readouterr().err
    texts.write_text(json.dumps({"url": "https://example.org/bridge", "text": TEXT}) + "\n", "utf-8")
    standoff.join(texts, out)
    assert json.loads(out.read_text("utf-8"))["statements"][0]["when"] == "on Monday"


def test_the_committed_file_holds_no_texts() -> None:
    articles = list(standoff.judgements())
    assert len(articles) == 415
    assert sum(len(a["statements"]) for a in articles) == 3589
    assert not any({"text", "title"} & set(a) for a in articles)
    assert all(not isinstance(s.get("when"), str) for a in articles for s in a["statements"])
