import pytest

from sayso.api.progress import shard_progress


def test_it_tells_how_many_shards_and_articles_are_done(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")  # then rich takes what is captured for a terminal
    monkeypatch.setenv("TERM", "xterm")
    with shard_progress(3) as show:
        show(1000)
        show(234)
    told = capsys.readouterr().err
    assert "2/3" in told
    assert "shards, 1,234 articles" in told


def test_it_is_silent_without_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with shard_progress(3) as show:
        show(1000)
    assert capsys.readouterr().err == ""
