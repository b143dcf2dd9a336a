"""No process outlives the one that started it, at whatever moment that one is killed."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

# Starts one beside itself, tells its number and is gone before that one has come up.
PARENT = """
import os, subprocess, sys
from sayso.graph.workers.process import beside
child = subprocess.Popen(beside(*sys.argv[1:]), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
print(child.pid, flush=True)
os._exit(0)
"""


def ended(process: int) -> bool:
    """Say whether a process is gone; one that nobody has waited for yet is."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


@pytest.mark.parametrize(
    ("module", "arguments"),
    [
        ("sayso.graph.workers.reader", [str(600 << 20)]),
        ("sayso.loaders.extractor.extractor", [str(4 << 30)]),
        ("sayso.loaders.writer.writer", ["STORE", "https://w3id.org/sayso/id/", str(4 << 30), "-"]),
    ],
)
def test_a_process_whose_parent_dies_while_it_comes_up_ends(tmp_path: Path, module: str, arguments: list[str]) -> None:
    told = [str(tmp_path / "some.store") if each == "STORE" else each for each in arguments]
    # This end stays open, so that the end of the jobs tells it nothing.
    jobs, ours = os.pipe()
    try:
        parent = subprocess.run(
            [sys.executable, "-c", PARENT, module, *told], stdin=jobs, capture_output=True, text=True, check=True
        )
        child = int(parent.stdout)
        until = time.monotonic() + 300
        while not ended(child) and time.monotonic() < until:
            time.sleep(0.05)
        assert ended(child)
    finally:
        os.close(jobs)
        os.close(ours)
