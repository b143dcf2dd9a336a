import json
from pathlib import Path

import pytest

from sayso.api.command import run

BODY = "Ann Lee said the bridge is safe. It was built in 1990."


def test_a_dry_run_shows_three_articles_and_where_their_fields_stand(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, store = tmp_path / "t.csv", tmp_path / "s.store"
    path.write_text("Day,Inhalt,title\n" + "".join(f"2024-03-1{n},{BODY},Part {n}\n" for n in range(5)))
    line = ["load", str(path), "--store", str(store), "--dry-run", "--map", "text=Inhalt,published=Day"]
    assert run([*line, "--published", "2020-01-01"]) == 0
    out = capsys.readouterr().out
    assert "published  2024-03-10   ← Day\n" in out
    assert "text       54 characters   ← Inhalt\n" in out
    assert "title      Part 2   ← title\n" in out
    assert "Part 3" not in out
    assert not store.exists()
    assert run([*line, "--json"]) == 0
    articles = json.loads(capsys.readouterr().out)["articles"]
    assert articles[0]["text"] == {"value": BODY, "from": "Inhalt"}


def test_a_dry_run_tells_rejects(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.csv").write_text("a,b\n1,2\n")
    (tmp_path / "b.txt").write_text(BODY)
    assert run(["load", str(tmp_path), "--dry-run", "--published", "2024-03-12"]) == 1
    told = capsys.readouterr()
    assert "say --map text=COLUMN" in told.err
    assert "2024-03-12   ← --published" in told.out
