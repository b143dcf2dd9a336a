"""Processes that extract: they end with the one that they work for."""

import os
import subprocess
import sys
import time
from pathlib import Path

from sayso.loaders.document import Document
from sayso.loaders.facts import Extraction
from sayso.loaders.workers import extracted

ROOT = Path(__file__).parents[2]


def telling(document: Document) -> Extraction:
    """An extractor that tells in which process it ran."""
    return Extraction({}, (), method=(("process", str(os.getpid())),))


def extract_and_wait() -> None:
    """Print the process that extracted, and wait to be killed."""
    for _, outcome in extracted([Document("a", "A."), Document("b", "B.")], telling, 1, apart=True):
        assert isinstance(outcome, Extraction)
        print(dict(outcome.method)["process"], flush=True)
        time.sleep(600)


def is_running(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:  # it may go while it is looked at
        return False


def test_they_end_with_a_process_that_is_killed() -> None:
    code = "from tests.loaders.test_workers import extract_and_wait\nif __name__ == '__main__': extract_and_wait()"
    with subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE) as working:
        assert working.stdout is not None
        process = int(working.stdout.readline())
        assert process != working.pid
        assert is_running(process)
        working.kill()
    end = time.monotonic() + 300
    while is_running(process):
        assert time.monotonic() < end
        time.sleep(0.1)


def test_one_process_beside_gives_all_in_their_order() -> None:
    documents = [Document(str(n), "A.") for n in range(3)]
    found = list(extracted(documents, telling, 1, apart=True))
    assert [document for document, _ in found] == documents
    (process,) = {outcome.method for _, outcome in found if isinstance(outcome, Extraction)}
    assert process != (("process", str(os.getpid())),)
