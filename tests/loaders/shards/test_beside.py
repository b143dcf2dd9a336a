"""A shard in a process beside: it may die, and what it dies of is found."""

import json
import pickle
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.loaders.readers import ReadingOptions
from sayso.loaders.shards.beside import ShardNumbers, make_beside
from sayso.loaders.shards.shard import Shard
from sayso.loaders.shards.shard_journal import KILLED, Journal
from sayso.loaders.shards.task import ShardTask, make, tasks
from sayso.ontology.errors import SaysoError, UsageError
from sayso.ontology.iris import BASE
from tests.loaders.shards.dying import extract_or_die
from tests.loaders.test_workers import is_running
from tests.said import extract_said

ROOT = Path(__file__).parents[3]


@pytest.fixture(autouse=True)
def importable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the processes beside find the extractor of these tests."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))


def written(place: Path, texts: Sequence[str]) -> str:
    path = place / "dump.jsonl"
    path.write_text("".join(json.dumps({"id": f"a{n}", "text": text}) + "\n" for n, text in enumerate(texts)))
    return str(path)


def task_of(folder: Path, *inputs: str) -> ShardTask:
    (task,) = tasks([Shard(1, 1)], inputs, folder, ReadingOptions(language="en"), base=BASE)
    return replace(task, extract=extract_or_die)


def told(task: ShardTask) -> list[dict[str, str]]:
    return [json.loads(line) for line in task.shard.rejects(task.folder).read_text().splitlines()]


def test_it_makes_the_same_bytes_as_this_process(tmp_path: Path) -> None:
    path = written(tmp_path, ["Ann Lee said the bridge is safe. Lee said more.", "Bob Ray said no."])
    here, beside = task_of(tmp_path / "here", path), task_of(tmp_path / "beside", path)
    make(replace(here, extract=extract_said))
    assert make_beside(beside, str(tmp_path)) == ShardNumbers(2, 3, 0)
    for one in here.folder.iterdir():
        assert (beside.folder / one.name).read_bytes() == one.read_bytes()
    before = beside.path.stat().st_mtime_ns
    assert make_beside(beside, str(tmp_path)) == ShardNumbers(2, 3, 0)
    assert beside.path.stat().st_mtime_ns == before
    assert sorted(one.name for one in beside.folder.iterdir()) == [
        "00001.nq.zst", "00001.rejects.jsonl", "00001.report.json",
    ]  # fmt: skip


def test_an_article_that_kills_runs_is_left_out_and_named(tmp_path: Path) -> None:
    path = written(tmp_path, ["Ann Lee said yes.", "POISON", "Bob Ray said no.", "VENOM", "Zoe Fox said so."])
    task = task_of(tmp_path / "shards", path)
    for _ in range(KILLED):
        with pytest.raises(SaysoError, match="shard 1 of 1: the process that made it ended with -9"):
            make_beside(task, str(tmp_path))
        assert not task.path.exists()
    assert make_beside(task, str(tmp_path)) == ShardNumbers(3, 3, 2)
    assert [one["where"].rpartition("/")[2] for one in told(task)] == ["dump.jsonl:2", "dump.jsonl:4"]
    assert "ended the process that read it" in told(task)[0]["reason"]
    assert "runs were killed while it was read" in told(task)[1]["reason"]
    assert not list(task.folder.glob(".*.journal"))


def test_errors_come_back_as_what_they_are(tmp_path: Path) -> None:
    task = task_of(tmp_path / "shards", written(tmp_path, ["Ann Lee said yes."]))
    wanted = {**json.loads(task.made_of), "method": {"sayso": "0"}}
    with pytest.raises(UsageError, match="other versions"):
        make_beside(replace(task, made_of=json.dumps(wanted)), str(tmp_path))
    with pytest.raises(SaysoError, match="every worker has to see it"):
        make_beside(task, str(tmp_path / "nowhere"))
    (tmp_path / "file").write_text("")
    with pytest.raises(SaysoError, match="cannot be written"):
        make_beside(replace(task, folder=tmp_path / "file"), str(tmp_path))


def test_it_ends_with_the_process_that_asked(tmp_path: Path) -> None:
    """A worker that is killed leaves no process behind that goes on."""
    task = task_of(
        tmp_path / "shards", written(tmp_path, ["Ann Lee said yes."] + [f"Bob Ray said {n}." for n in range(900)])
    )
    code = (
        "import sys, pickle; from sayso.loaders.shards.beside import make_beside\n"
        "make_beside(pickle.load(sys.stdin.buffer), '.')"
    )
    asking = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, cwd=ROOT)
    assert asking.stdin is not None
    asking.stdin.write(pickle.dumps(task))
    asking.stdin.flush()
    journal = task.shard.journal(task.folder)
    until(lambda: asking.poll() is not None or (journal.exists() and "dump.jsonl:2" in journal.read_text()))
    assert asking.poll() is None
    (making,) = map(int, Path(f"/proc/{asking.pid}/task/{asking.pid}/children").read_text().split())
    assert is_running(making)
    asking.kill()
    asking.wait()
    asking.stdin.close()
    until(lambda: not is_running(making))
    assert Journal(journal).follows_death


def until(holds: object, seconds: float = 600) -> None:
    assert callable(holds)
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.05)
