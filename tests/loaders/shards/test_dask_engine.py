"""The engine on a real scheduler with two workers, of which one is killed, and with articles that kill."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.graph.store.store import Store
from sayso.loaders.batch import BatchOptions
from sayso.loaders.readers import ReadingOptions
from sayso.loaders.shards.beside import ShardNumbers
from sayso.loaders.shards.dask_engine import DaskEngine
from sayso.loaders.shards.shard import Shard
from sayso.loaders.shards.taking import take_shards
from sayso.loaders.shards.task import ShardTask, make, tasks
from sayso.ontology.errors import UsageError
from sayso.ontology.iris import BASE
from tests.loaders.shards.dying import extract_or_die
from tests.loaders.shards.test_beside import told

distributed = pytest.importorskip("distributed", reason="dask.distributed is not installed (the extra cluster)")
ROOT = Path(__file__).parents[3]
SHARDS, ARTICLES = 5, 15
KILLERS = {7: "POISON", 13: "PLAGUE"}


@pytest.fixture
def scheduler(tmp_path: Path) -> Iterator[str]:
    """The address of a scheduler on loopback, to which two workers have come."""
    place = tmp_path / "scheduler.json"
    start = [sys.executable, "-m", "dask"]
    own = ["--scheduler-file", str(place), "--host", "127.0.0.1", "--no-dashboard"]
    mine = ["--nthreads", "1", "--local-directory", str(tmp_path / "scratch")]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    commands = [[*start, "scheduler", *own, "--port", "0"], *[[*start, "worker", *own, *mine]] * 2]
    processes = [
        subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for command in commands
    ]
    try:
        with distributed.Client(scheduler_file=str(place), timeout=300, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=600)
            yield str(client.scheduler.address)
    finally:
        for process in reversed(processes):
            process.terminate()  # a worker's nanny takes its process along
        for process in processes:
            process.wait(60)


def made_of(place: Path, folder: Path) -> list[ShardTask]:
    inputs = []
    for n in range(ARTICLES):
        (place / f"a{n}.txt").write_text(f"Ann Lee said {KILLERS.get(n, 'number')} {n}.")
        inputs.append(str(place / f"a{n}.txt"))
    shards = [Shard(number, SHARDS) for number in range(1, SHARDS + 1)]
    found = tasks(shards, inputs, folder, ReadingOptions(language="en"), base=BASE)
    return [replace(task, extract=extract_or_die) for task in found]


def test_a_worker_dies_and_articles_kill_and_every_other_article_is_there_once(tmp_path: Path, scheduler: str) -> None:
    wanted = made_of(tmp_path, tmp_path / "shards")
    made: dict[int, ShardNumbers] = {}
    for task, numbers in DaskEngine(scheduler).make_all(wanted):
        assert isinstance(numbers, ShardNumbers), numbers
        if not made:  # in mid-run: both workers have a shard in hand
            with distributed.Client(scheduler, set_as_default=False) as client:
                os.kill(next(iter(client.run(os.getpid).values())), signal.SIGKILL)
        made[task.shard.number] = numbers
    assert len(made) == SHARDS
    named = [(Path(one["where"]).stem, one["reason"]) for task in wanted for one in told(task)]
    assert sorted(where for where, _ in named) == ["a13", "a7"]
    assert "runs were killed while it was read" in dict(named)["a13"]
    with Store.in_memory() as store:
        report = take_shards([str(task.path) for task in wanted], store, BatchOptions(any_language=True))
        assert (report.loaded, report.unchanged, report.rejects) == (ARTICLES - len(KILLERS), 0, 0)

    # the same as one by one, where nobody dies of what is not read there
    for task, own in zip(wanted, made_of(tmp_path, tmp_path / "here"), strict=True):
        if not told(task):
            make(own)
            for one in (task.path, task.shard.rejects(task.folder), task.shard.report(task.folder)):
                assert one.read_bytes() == (own.folder / one.name).read_bytes()
    assert not list((tmp_path / "shards").glob(".*"))


def test_an_address_where_nobody_answers_is_told() -> None:
    with socket.socket() as taken:  # bound, and nobody listens
        taken.bind(("127.0.0.1", 0))
        engine = DaskEngine(f"tcp://127.0.0.1:{taken.getsockname()[1]}", seconds=2)
        with pytest.raises(UsageError, match="no scheduler answers there"):
            list(engine.make_all([]))
