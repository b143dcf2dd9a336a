import pytest

from sayso.api.console import print_table, printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain “text” 漢字 \U0001f600", "plain “text” 漢字 \U0001f600"),
        ("\x1b[2J\x1b]0;title\x07", "\ufffd[2J\ufffd]0;title\ufffd"),
        ("\x9b31m", "\ufffd31m"),
        ("a\u202eb\u2066c", "a\ufffdb\ufffdc"),
        ("\ud800", "\\ud800"),
        ("a\nb\tc", "a\nb\tc"),
    ],
)
def test_no_text_steers_the_terminal(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_a_cell_is_text_not_markup(capsys: pytest.CaptureFixture[str]) -> None:
    print_table(("words",), [{"words": "[bold]loud[/bold] :smile: \x1b[31m"}])
    out = capsys.readouterr().out
    assert "[bold]loud[/bold] :smile: \ufffd[31m" in out


def test_evidence_stands_once_below_the_rows_that_share_it(capsys: pytest.CaptureFixture[str]) -> None:
    rows = [{"words": word, "sentence": "Both said so."} for word in ("one", "two")]
    left = print_table(("words", "missing"), rows, evidence="sentence")
    out = capsys.readouterr().out
    assert left == []
    assert out.count("↳ Both said so.") == 1
    assert out.index("one") < out.index("two") < out.index("Both")


def test_headings_stand_over_their_columns(capsys: pytest.CaptureFixture[str]) -> None:
    print_table(("speaker", "act", "words"), [{"speaker": "Ann Lee", "act": "state", "words": "yes"}])
    heading, rule, row = (line.rstrip() for line in capsys.readouterr().out.splitlines())
    assert heading == "speaker  act    words"
    assert row == "Ann Lee  state  yes"
    assert rule == "─" * len(heading)


def test_columns_without_room_are_returned(capsys: pytest.CaptureFixture[str]) -> None:
    names = [f"column{number}" for number in range(30)]
    left = print_table(names, [dict.fromkeys(names, "a long enough cell")])
    assert left
    assert left == names[-len(left) :]
    assert left[0] not in capsys.readouterr().out
