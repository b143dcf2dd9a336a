import json
from pathlib import Path

import pytest

from sayso.api.command import run
from sayso.api.loading import summary, tell
from sayso.api.progress import progress, told
from sayso.loaders.batch import Copy, Note, Report
from sayso.loaders.readers import Meter, ReadingOptions, read, total_bytes
from sayso.ontology.errors import RejectedInput

REPORT = Report(loaded=3, statements=7, copies=[Copy("b.txt", "b", ("a",)), Copy("c.txt", "c", ("a", "b", "d"))])


def test_copies_are_named_after_the_numbers(capsys: pytest.CaptureFixture[str]) -> None:
    tell(REPORT)
    assert capsys.readouterr().out.splitlines() == [
        "articles: 3 loaded; 7 statements extracted",
        "2 articles are nearly the same as others: b (as a), c (as a, b …)",
    ]


def test_of_many_copies_a_few_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    tell(Report(loaded=9, copies=[Copy(f"{n}.txt", str(n), ("0",)) for n in range(1, 9)]))
    assert capsys.readouterr().out.endswith("5 (as 0), and 3 more\n")


def test_without_copies_nothing_is_said_of_them(capsys: pytest.CaptureFixture[str]) -> None:
    tell(Report(unchanged=1))
    assert "nearly" not in capsys.readouterr().out


def test_json_names_them_all() -> None:
    json_told = summary(Report(copies=REPORT.copies, rejected=[RejectedInput("x.txt", "why")]))
    assert json_told["near_duplicates"] == [
        {"where": "b.txt", "id": "b", "others": ["a"]},
        {"where": "c.txt", "id": "c", "others": ["a", "b", "d"]},
    ]
    assert json_told["rejected"] == [{"where": "x.txt", "reason": "why"}]


def test_notes_are_told_with_their_place(capsys: pytest.CaptureFixture[str]) -> None:
    report = Report(loaded=1, notes=[Note("a.txt", "left out the act of a statement")])
    tell(report)
    assert capsys.readouterr().err.splitlines() == ["note: a.txt: left out the act of a statement"]
    assert summary(report)["notes"] == [{"where": "a.txt", "note": "left out the act of a statement"}]


def test_of_many_rejects_a_hundred_are_shown_and_all_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    heard: list[RejectedInput] = []
    report = Report(on_reject=heard.append)
    for number in range(250):
        report.reject(RejectedInput(f"dump.jsonl:{number}", "why"))
    tell(report)
    shown = capsys.readouterr()
    assert shown.err.count("rejected: ") == 100
    assert "and 150 more; --rejects" in shown.err
    assert "250 rejected" in shown.out
    assert (len(heard), report.read, summary(report)["rejects"]) == (250, 250, 250)


def test_all_rejects_go_into_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, path = tmp_path / "in", tmp_path / "in" / "rejects.jsonl"
    folder.mkdir()
    (folder / "dump.jsonl").write_text("{}\n" * 120)
    line = ["load", str(folder), "--store", str(tmp_path / "s.store"), "--rejects", str(path)]
    assert run(line) == 1
    assert run(line) == 1
    lines = [json.loads(line) for line in path.read_text().splitlines()]
    assert [line["where"].rpartition(":")[2] for line in lines] == [str(number) for number in range(1, 121)]
    assert "there is no text in it" in lines[0]["reason"]
    capsys.readouterr()
    assert run([*line[:-1], str(tmp_path)]) == 2
    assert "--rejects" in capsys.readouterr().err


def test_progress_tells_the_rate_and_what_is_left(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.jsonl").write_text('{"text": "A text."}\n' * 10)
    meter = Meter()
    articles = read([str(tmp_path)], ReadingOptions(), meter=meter)
    next(articles)
    assert 0 < meter.done < 400
    assert len(list(articles)) == 19
    assert meter.done == total_bytes([str(tmp_path)], ReadingOptions()) == 400
    assert told(Report(loaded=30, statements=70), 10.0) == "30 articles, 3.0 a second, 70 statements"
    with progress([str(tmp_path)], ReadingOptions(), meter, shown=True) as show:
        show(Report(loaded=20))
