import pytest

from sayso.api.loading import summary, tell
from sayso.loaders.batch import Copy, Note, Report
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
    told = summary(Report(copies=REPORT.copies, rejected=[RejectedInput("x.txt", "why")]))
    assert told["near_duplicates"] == [
        {"where": "b.txt", "id": "b", "others": ["a"]},
        {"where": "c.txt", "id": "c", "others": ["a", "b", "d"]},
    ]
    assert told["rejected"] == [{"where": "x.txt", "reason": "why"}]


def test_notes_are_told_with_their_place(capsys: pytest.CaptureFixture[str]) -> None:
    report = Report(loaded=1, notes=[Note("a.txt", "left out the act of a statement")])
    tell(report)
    assert capsys.readouterr().err.splitlines() == ["note: a.txt: left out the act of a statement"]
    assert summary(report)["notes"] == [{"where": "a.txt", "note": "left out the act of a statement"}]
