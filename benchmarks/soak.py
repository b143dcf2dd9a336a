"""A long run with faults: reads and writes, while readers, the writer and the service are killed and the disk fills.

    python -m benchmarks.soak [--minutes 30] [--clients 4]

Each write is a small update with a number of its own. One that was answered with success has to be there at the end,
whatever was killed since; the journal has to tell of all that is there, and of nothing else, that it was done. If not,
or if the store does not pass `sayso check`, the exit code is 1. Every half
minute something is killed (a reader, the writer, the service in turn); where this runs as root the store lies on a
small disk of its own, which is filled twice in each half. Where libfaketime is there (Debian's package of this name),
the clock of the service and its processes is moved, an hour on or back, each minute. Errors are counted by what was
answered, with the words of the first of each; memory and disk are told at the start, in the middle and at the end.
"""

from __future__ import annotations

import argparse
import contextlib
import http.client
import itertools
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urlencode

from benchmarks.synthetic import make
from sayso.graph.answers.checking import data_faults, file_faults
from sayso.graph.store.solutions import Table
from sayso.graph.store.store import Store
from sayso.loaders.writer.noting import BEGUN, JOURNAL, NOTHING, settle

PORT = 8767
KEY = "a-key-for-the-soak"
READS = ("/statements?limit=20", "/actors?limit=20", "/demands?limit=20", "/sparql?query=" + quote("ASK { ?s ?p ?o }"))
_KILL_SECONDS = 30.0
_DISK = "400m"
_FAKETIME = next(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"), None)
# What no service should say; 429 and 503 are what a busy one says, 507 what a full one does, 0 is a killed one.
_OWN_FAULTS = (500, 502)
_START = "from sayso.api.command import main; main()"


@dataclass
class Soak:
    """What is known while it runs."""

    folder: Path
    over: threading.Event = field(default_factory=threading.Event)
    answered: Counter[str] = field(default_factory=Counter)
    kills: Counter[str] = field(default_factory=Counter)
    written: set[int] = field(default_factory=set)
    words: dict[str, str] = field(default_factory=dict)
    service: subprocess.Popen[bytes] | None = None
    highest: int = 0

    def ask(self, method: str, path: str, body: str = "") -> int:
        """Ask the service; 0 where nobody answers."""
        status, told = self.asked(method, path, body)
        if status in _OWN_FAULTS:
            self.words.setdefault(f"{method} {status}", f"{path[:60]}: {told[:300]}")
        return status

    def asked(self, method: str, path: str, body: str) -> tuple[int, str]:
        """Ask the service; return the status and what it says of an error."""
        connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=90)
        headers = {"Authorization": f"Bearer {KEY}", "Content-Type": "application/x-www-form-urlencoded"}
        try:
            connection.request(method, path, body or None, headers)
            answer = connection.getresponse()
            said = answer.read()
            return answer.status, "" if answer.status < 300 else said.decode("utf-8", "replace")
        except (OSError, http.client.HTTPException) as error:
            return 0, repr(error)
        finally:
            connection.close()

    def start(self) -> None:
        """Start the service, and wait until it is ready."""
        command = [sys.executable, "-c", _START, "serve", "--store", str(self.folder), "--port", str(PORT)]
        environment = {**os.environ, "SAYSO_LOG": "off", "SAYSO_API_KEY": f"soak={KEY}"}
        if _FAKETIME is not None:
            self.move_clock(0)
            moved = {"LD_PRELOAD": str(_FAKETIME), "FAKETIME_TIMESTAMP_FILE": str(self.clock), "FAKETIME_NO_CACHE": "1"}
            # A clock that only counts on is not one that anybody sets.
            environment |= moved | {"FAKETIME_DONT_FAKE_MONOTONIC": "1", "DONT_FAKE_MONOTONIC": "1"}
        self.service = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
        for _ in range(600):
            if self.ask("GET", "/readyz") == 200:
                return
            if self.service.poll() is not None:
                self.service = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
            time.sleep(0.2)

    @property
    def clock(self) -> Path:
        """The file that says by how much the service's clock is off."""
        return self.folder.parent.with_suffix(".clock")

    def move_clock(self, hours: int) -> None:
        """Have the service's clock go so many hours before or behind."""
        self.clock.write_text(f"{hours:+}h\n", "ascii")

    def children(self, word: str) -> list[int]:
        """List the service's processes whose command holds a word."""
        if self.service is None:
            return []
        told = Path(f"/proc/{self.service.pid}/task/{self.service.pid}/children").read_text().split()
        found = []
        for pid in map(int, told):
            with contextlib.suppress(OSError):
                if word in Path(f"/proc/{pid}/cmdline").read_text():
                    found.append(pid)
        return found

    def memory(self) -> int:
        """Return the memory of the service and its processes, in MB."""
        pids = [self.service.pid, *self.children("")] if self.service is not None else []
        total = 0
        for pid in pids:
            with contextlib.suppress(OSError, ValueError, IndexError):
                total += int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
        return total >> 20

    def disk(self) -> int:
        """Return the room that the store takes, in MB; what several names share counts once."""
        seen: dict[int, int] = {}
        for path in self.folder.rglob("*"):
            with contextlib.suppress(OSError):
                told = path.stat()
                seen[told.st_ino] = told.st_blocks * 512
        return sum(seen.values()) >> 20


def write(soak: Soak, numbers: Iterator[int]) -> None:
    """Write, one number after the other, and remember which were answered with success."""
    while not soak.over.is_set():
        number = next(numbers)
        text = f"INSERT DATA {{ GRAPH <urn:soak> {{ <urn:soak:{number}> <urn:soak:is> {number} }} }}"
        status = soak.ask("POST", "/sparql/update", urlencode({"update": text}))
        soak.answered[f"write {status}"] += 1
        if status == 204:
            soak.written.add(number)
        time.sleep(0.05 if status else 0.5)


def read(soak: Soak) -> None:
    """Read, one route after the other."""
    for path in itertools.cycle(READS):
        if soak.over.is_set():
            return
        status = soak.ask("GET", path)
        soak.answered[f"read {status}"] += 1
        # A service that is killed takes a while to come back.
        time.sleep(0.02 if status else 0.5)


def disturb(soak: Soak, seconds: float) -> None:
    """Kill one thing after the other, and fill the disk twice, until the time is over."""
    began, fills = time.monotonic(), [seconds / 3, 2 * seconds / 3] if os.path.ismount(soak.folder.parent) else []
    for number, victim in enumerate(itertools.cycle(("workers.reader", "writer.writer", "service"))):
        left = seconds - (time.monotonic() - began)
        if soak.over.wait(min(_KILL_SECONDS, max(left, 0.0))) or left <= _KILL_SECONDS:
            return
        soak.highest = max(soak.highest, soak.memory())
        if fills and time.monotonic() - began > fills[0]:
            fills.pop(0)
            fill(soak)
        if _FAKETIME is not None and number % 2:
            soak.move_clock((number // 2) % 3 - 1)
            soak.kills["clock moved"] += 1
        kill(soak, victim)


def kill(soak: Soak, victim: str) -> None:
    """End a process without a word."""
    if victim == "service" and soak.service is not None:
        soak.service.kill()
        soak.service.wait()
        soak.start()
    else:
        # A reader is in `workers`; whichever folder holds it, its module's last name stays.
        for pid in soak.children(victim.rpartition(".")[2])[:1]:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
    soak.kills[victim] += 1


def fill(soak: Soak) -> None:
    """Leave no room on the disk for a while."""
    ballast = soak.folder.parent / "ballast"
    with contextlib.suppress(OSError), ballast.open("wb") as stream:
        while True:
            stream.write(bytes(1 << 20))
            stream.flush()
    time.sleep(8)
    ballast.unlink()
    soak.kills["disk filled"] += 1


@contextlib.contextmanager
def place() -> Iterator[Path]:
    """Yield a folder: on a small disk of its own where this may make one."""
    home = Path(tempfile.mkdtemp(prefix="sayso-soak-"))
    command = ["mount", "-t", "tmpfs", "-o", f"size={_DISK}", "tmpfs", str(home)]
    mounted = os.geteuid() == 0 and subprocess.run(command, capture_output=True, check=False).returncode == 0
    try:
        yield home
    finally:
        if mounted:
            subprocess.run(["umount", "-l", str(home)], check=False)
        shutil.rmtree(home, ignore_errors=True)
        home.with_suffix(".clock").unlink(missing_ok=True)


def kept(soak: Soak) -> set[int]:
    """Return the numbers that are in the store, and have the journal brought to its end, as the next writer would."""
    with Store.open(soak.folder) as store:
        settle(store)
        found = store.query("SELECT ?n { GRAPH <urn:soak> { ?s <urn:soak:is> ?n } }")
    return {int(row["n"]) for row in found.records()} if isinstance(found, Table) else set()


def noted(soak: Soak) -> dict[int, str]:
    """Return what the journal tells last of each number."""
    number_of: dict[str, int] = {}
    told: dict[int, str] = {}
    for line in (soak.folder / JOURNAL).read_text("utf-8").splitlines():
        with contextlib.suppress(ValueError):
            entry = json.loads(line)
            if entry["state"] == BEGUN:
                number_of[entry["id"]] = int(entry["arguments"]["text"].split()[-3])
            told[number_of[entry["id"]]] = entry["state"]
    return told


def faults(soak: Soak) -> list[str]:
    """Return what `sayso check` would find, the shapes aside."""
    with Store.open(soak.folder, read_only=True) as store:
        return [f"{each.at}: {each.what}" for each in (*file_faults(soak.folder), *data_faults(store))]


def main() -> None:
    """Run it and tell what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--clients", type=int, default=4)
    given = parser.parse_args()
    with place() as home:
        soak = Soak(home / "soak.store")
        make(soak.folder, 1000)
        soak.start()
        numbers = itertools.count(1)
        threads = [threading.Thread(target=write, args=(soak, numbers))]
        threads += [threading.Thread(target=read, args=(soak,)) for _ in range(given.clients)]
        for thread in threads:
            thread.start()
        told = [("start", soak.memory(), soak.disk())]
        for name in ("middle", "end"):
            disturb(soak, given.minutes * 30)
            told.append((name, soak.memory(), soak.disk()))
        soak.over.set()
        for thread in threads:
            thread.join()
        if soak.service is not None:
            soak.service.terminate()
            soak.service.wait()
        there = kept(soak)
        missing, told_of, wrong = soak.written - there, noted(soak), faults(soak)
        misnoted = {n: told_of.get(n) for n in there ^ {n for n, state in told_of.items() if state != NOTHING}}
    for name, memory, disk in told:
        print(f"{name}: {memory} MB of memory, {disk} MB on the disk")
    print(f"highest memory before something was killed: {soak.highest} MB")
    print(f"done to it: {dict(soak.kills)}")
    print(f"answered: {dict(sorted(soak.answered.items()))}")
    for kind, told_of_it in sorted(soak.words.items()):
        print(f"the first {kind}: {told_of_it}")
    print(f"{len(soak.written)} writes were answered with success, {len(missing)} of them are lost; faults: {wrong}")
    print(f"{len(there)} writes are there; the journal is wrong about {len(misnoted)}: {misnoted}")
    sys.exit(1 if missing or misnoted or wrong else 0)


if __name__ == "__main__":
    main()
