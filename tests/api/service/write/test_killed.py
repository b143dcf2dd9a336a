"""Whatever is killed, and whenever: the next start serves what was published last, and nothing is half written."""

from __future__ import annotations

import contextlib
import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sayso.graph.store.snapshots import latest
from sayso.graph.store.store import Store
from tests.api.service.serving import KEY

ROOT = Path(__file__).parents[4]
SAYSO = (sys.executable, "-c", "from sayso.api.command import main; main()")
PAIRS = 20_000
ROUNDS = 4
# Half of the pairs' quads in each of two graphs: whoever sees one graph without the other sees half a write.
COUNT = "SELECT (COUNT(*) + %d AS ?n) { GRAPH ?g { ?s <urn:pair> ?o } }"


@contextmanager
def serving(folder: Path, key: str = KEY) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Run `sayso serve` as a process; yield it and its address."""
    environment = {**os.environ, "SAYSO_API_KEY": key, "SAYSO_READER_MEMORY_MB": "600", "SAYSO_LOG": "off"}
    command = [*SAYSO, "serve", "--store", str(folder), "--port", "0"]
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=None, text=True)
    try:
        assert process.stdout is not None
        said = process.stdout.readline()
        address = re.search(r"http://[0-9.:]+", said)
        assert address, said
        until(lambda: answered(address[0]))
        yield process, address[0]
    finally:
        process.kill()
        process.wait()
        said_by = process.stdout
        if said_by is not None:
            said_by.close()


def answered(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/readyz", timeout=30) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def until(happens: object, seconds: float = 600) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if callable(happens) and happens():
            return
        time.sleep(0.02)
    raise AssertionError("it did not happen")


def count(address: str, more: int = 0) -> int:
    request = urllib.request.Request(
        f"{address}/sparql", (COUNT % more).encode(), {"Content-Type": "application/sparql-query", "Accept": "text/csv"}
    )
    with urllib.request.urlopen(request, timeout=300) as answer:
        return int(answer.read().split()[1])


def write(address: str, number: int) -> int | None:
    """Write a round of pairs into two graphs at once; return the status, None where the connection broke."""
    pairs = " ".join(f"<urn:{number}:{i}> <urn:pair> {i} ." for i in range(PAIRS // 2))
    text = f"INSERT DATA {{ GRAPH <urn:one> {{ {pairs} }} }} ; INSERT DATA {{ GRAPH <urn:two> {{ {pairs} }} }}"
    headers = {"Content-Type": "application/sparql-update", "Authorization": f"Bearer {KEY}"}
    request = urllib.request.Request(f"{address}/sparql/update", text.encode(), headers)
    try:
        with urllib.request.urlopen(request, timeout=300) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        with error:
            return int(error.code)
    except OSError:
        return None


def children(process: subprocess.Popen[str], module: str) -> list[int]:
    """Wait until a process has some that run a module, and return them: a killed one is being replaced."""
    found: list[int] = []
    until(lambda: found.extend(_children(process, module)) or found)  # type: ignore[func-returns-value]
    return found


def _children(process: subprocess.Popen[str], module: str) -> list[int]:
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
            command = path.with_name("cmdline").read_bytes()
        except OSError:
            continue
        if int(fields[1]) == process.pid and module.encode() in command:
            found.append(int(path.parent.name))
    return found


def alive(processes: list[int]) -> bool:
    """Say whether one of the processes has not ended; one that nobody has waited for yet has."""
    for process in processes:
        with contextlib.suppress(OSError):
            if Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z":
                return True
    return False


def whole(folder: Path, rounds: int) -> int:
    """Hold the last snapshot to whole rounds; return their number."""
    snapshot = latest(folder)
    assert snapshot is not None
    with Store.open_snapshot(snapshot) as store:
        found = sum(1 for quad in store.engine if quad.predicate.value == "urn:pair")
    assert found % PAIRS == 0
    assert found // PAIRS <= rounds
    return found // PAIRS


def test_a_writer_killed_in_the_middle_leaves_whole_writes_and_is_replaced(folder: Path) -> None:
    done = 0
    with serving(folder) as (process, address):
        for number in range(ROUNDS):
            [writer] = children(process, "sayso.loaders.writer.writer")
            timer = threading.Timer(0.02 + 0.15 * number, os.kill, (writer, signal.SIGKILL))
            timer.start()
            status = write(address, number)
            timer.join()
            assert status in (204, 503)
            # The service goes on, and answers from whole writes.
            before = count(address)
            assert before % PAIRS == 0
            assert write(address, number) == 204
            done += 1
            assert count(address) == done * PAIRS
        assert process.poll() is None
    assert whole(folder, ROUNDS) == ROUNDS


def test_a_killed_reader_is_replaced(folder: Path) -> None:
    with serving(folder) as (process, address):
        assert write(address, 0) == 204
        for number in range(3):
            killed = children(process, "sayso.graph.workers.reader")
            for reader in killed:
                os.kill(reader, signal.SIGKILL)
            until(lambda: not alive(killed))  # noqa: B023
            # Another question each time, so that no answer is remembered.
            assert count(address, number) == PAIRS + number


def test_a_killed_service_takes_its_processes_along_and_starts_again_from_whole_writes(folder: Path) -> None:
    certain = 0
    for number in range(ROUNDS):
        with serving(folder) as (process, address):
            assert count(address) % PAIRS == 0
            others = [
                *children(process, "sayso.loaders.writer.writer"),
                *children(process, "sayso.graph.workers.reader"),
            ]
            timer = threading.Timer(0.05 + 0.15 * number, process.kill)
            timer.start()
            certain += write(address, number) == 204
            timer.join()
        until(lambda: not alive(others))  # noqa: B023
        assert whole(folder, number + 1) >= certain
    with serving(folder) as (_, address):
        assert count(address) >= certain * PAIRS
    with serving(folder, key="") as (_, address):
        assert count(address) >= certain * PAIRS


def test_loading_is_refused_while_a_service_writes_and_goes_through_it(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("The minister said on Monday that the bridge would be rebuilt.\n")
    with serving(folder) as (_, address):
        command = [*SAYSO, "load", str(tmp_path / "one.txt"), "--store", str(folder)]
        refused = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert refused.returncode == 1
        assert f"sayso load --to {address} " in refused.stderr
        environment = {**os.environ, "SAYSO_API_KEY": f"somebody={KEY}"}
        for expected in ("loaded", "unchanged"):
            told = subprocess.run(
                [*SAYSO, "load", str(tmp_path / "one.txt"), "--to", address, "--json"],
                cwd=ROOT, capture_output=True, text=True, check=False, env=environment,
            )  # fmt: skip
            assert told.returncode == 0, told.stderr
            assert json.loads(told.stdout)[expected] == 1


@pytest.mark.parametrize("seconds", [0.1, 1.0])
def test_a_killed_load_leaves_whole_articles_and_the_last_snapshot(
    folder: Path, tmp_path: Path, seconds: float
) -> None:
    articles = tmp_path / "articles.jsonl"
    text = "The mayor of town {0} said that school {0} would open in May. “It is ready,” Anna Kowalska{0} said.\n"
    articles.write_text("".join(json.dumps({"id": f"a{i}", "text": text.format(i)}) + "\n" for i in range(400)))
    process = subprocess.Popen(
        [*SAYSO, "load", str(articles), "--store", str(folder)], cwd=ROOT, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        # A snapshot is published with the fiftieth article; a service beside it would follow.
        until(lambda: latest(folder) is not None)
        assert process.poll() is None
        time.sleep(seconds)
    finally:
        process.kill()
        process.wait()
    with Store.open(folder) as store:
        told = store.query(
            "SELECT (COUNT(DISTINCT ?a) AS ?n) (COUNT(DISTINCT ?b) AS ?m) "
            "{ { ?a a sayso:Article } UNION { ?b a sayso:Article ; sayso:textHash ?h ; schema:articleBody ?t } }"
        )
        [row] = told.records()  # type: ignore[union-attr]
        assert row["n"] == row["m"]
        assert 50 <= int(row["n"]) <= 400
    # What the killed process wrote is published by the next.
    snapshot = latest(folder)
    assert snapshot is not None
    with Store.open_snapshot(snapshot) as published:
        again = published.query("SELECT (COUNT(?a) AS ?n) { ?a a sayso:Article }")
        assert [record["n"] for record in again.records()] == [row["n"]]  # type: ignore[union-attr]
