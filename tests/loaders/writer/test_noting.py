"""The journal tells of every write whether it is in the store, wherever a kill came."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from sayso.graph.store.store import Store
from sayso.loaders.writer.doing import do
from sayso.loaders.writer.job import WriteJob
from sayso.loaders.writer.noting import JOURNAL, settle

ROOT = Path(__file__).parents[3]
# Kills itself where it is told to: before the update, or between it and all that follows.
ONE = """
import os, signal, sys
from pathlib import Path
from sayso.graph.store.store import Store
from sayso.loaders.writer import doing
from sayso.loaders.writer.job import WriteJob
def die(*_, **__): os.kill(os.getpid(), signal.SIGKILL)
store = Store.open(Path(sys.argv[1]))
setattr(*((Store, "run", die) if sys.argv[2] == "before" else (Store, "publish", die)))
doing.do(store, WriteJob("update", {"text": "INSERT DATA { GRAPH <urn:g> { <urn:a> <urn:p> 1 } }"}, "tester"))
"""
MANY = """
import sys
from pathlib import Path
from sayso.graph.store.store import Store
from sayso.loaders.writer.doing import do
from sayso.loaders.writer.job import WriteJob
store = Store.open(Path(sys.argv[1]))
print("open", flush=True)
for number in range(int(sys.argv[2]), int(sys.argv[2]) + 10_000):
    text = f"INSERT DATA {{ GRAPH <urn:g> {{ <urn:{number}> <urn:is> {number} }} }}"
    do(store, WriteJob("update", {"text": text}, "tester"))
"""


def written(folder: Path) -> int:
    journal = folder / JOURNAL
    return journal.read_bytes().count(b"\n") if journal.exists() else 0


def noted(folder: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (folder / JOURNAL).read_text("utf-8").splitlines()]


@pytest.mark.parametrize(("when", "state"), [("before", "nothing written"), ("after", "done")])
def test_the_next_writer_tells_what_became_of_a_write_that_a_kill_came_into(
    folder: Path, when: str, state: str
) -> None:
    killed = subprocess.run([sys.executable, "-c", ONE, str(folder), when], cwd=ROOT, check=False)
    assert killed.returncode == -signal.SIGKILL
    (begun,) = noted(folder)
    assert begun["state"] == "begun"
    with Store.open(folder) as store:
        settle(store)
        settle(store)
        assert bool(list(store.quads(NamedNode("urn:g")))) == (state == "done")
    _, ended = noted(folder)
    assert (ended["id"], ended["state"], ended["by"], ended["settled"]) == (begun["id"], state, "tester", True)


def test_wherever_kills_come_the_journal_and_the_store_agree(folder: Path) -> None:
    chance = random.Random(17)
    for round_ in range(5):
        command = [sys.executable, "-c", MANY, str(folder), str(round_ * 10_000)]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == "open\n"
            # By what was written and not by the clock, so that a slow machine comes as far; then anywhere in the next.
            enough = written(folder) + chance.randrange(1, 100)
            while written(folder) < enough:
                time.sleep(0.001)
            time.sleep(chance.uniform(0, 0.01))
            writer.kill()
        with Store.open(folder) as store:
            settle(store)
    numbers, ended = {}, {}
    for line in noted(folder):
        if line["state"] == "begun":
            arguments = line["arguments"]
            assert isinstance(arguments, dict)
            numbers[line["id"]] = arguments["text"].split()[6]
        else:
            assert line["id"] not in ended
            ended[line["id"]] = line["state"]
    assert numbers.keys() == ended.keys()
    assert len(numbers) > 5
    with Store.open(folder) as store:
        stored = {str(quad.subject) for quad in store.quads(NamedNode("urn:g"))}
    assert {numbers[id_] for id_, state in ended.items() if state == "done"} == stored


def test_a_line_that_was_cut_off_spoils_no_other(folder: Path) -> None:
    with Store.open(folder) as store:
        do(store, WriteJob("update", {"text": "INSERT DATA { <urn:a> <urn:p> 1 }"}, "tester"))
        with (folder / JOURNAL).open("a") as journal:
            journal.write('{"when": "2026')
        do(store, WriteJob("update", {"text": "INSERT DATA { <urn:a> <urn:p> 2 }"}, "tester"))
    lines = (folder / JOURNAL).read_text("utf-8").splitlines()
    assert lines.pop(2) == '{"when": "2026'
    assert [json.loads(line)["state"] for line in lines] == ["begun", "done"] * 2
