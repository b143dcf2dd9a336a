"""An extractor for tests, which finds what `extract_said` finds, slowly, and dies of some words."""

import os
import signal
import time
from pathlib import Path

from sayso.loaders.document import Document
from sayso.loaders.facts import Extraction
from tests.said import extract_said


def extract_or_die(document: Document) -> Extraction:
    """Kill this process at POISON, the one that started it at VENOM, and the one before that too at PLAGUE.

    The first extracts, the second makes a shard, the third is the engine's worker.
    """
    time.sleep(0.2)
    steps = next((n for n, word in enumerate(("POISON", "VENOM", "PLAGUE"), 1) if word in document.text), 0)
    pid = os.getpid()
    line = [pid]
    for _ in range(steps - 1):
        pid = int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
        line.append(pid)
    for one in reversed(line[:steps]):
        os.kill(one, signal.SIGKILL)
    return extract_said(document)
