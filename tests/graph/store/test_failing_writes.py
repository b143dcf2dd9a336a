"""Each write of the store's own files, failing as on a full disk: nothing is half, and a clear word is said."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sayso.graph.store.backups import back_up
from tests.graph.store.failing.driver import CASES
from tests.graph.store.test_safekeeping import load

HERE = Path(__file__).parent / "failing"
# All of them, hundreds of each, take minutes: FAILING_TRIES=1000 tries them.
TRIES = int(os.environ.get("FAILING_TRIES", "8"))
WORDS = ("disk is full", "can be written", "cannot be written", "cannot be opened", "cannot be restored", "rewritten")
# What a case leaves where it was done; before that the store is as it was.
ROWS = {"update": 2, "apply": 2}


@pytest.fixture(scope="module")
def shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library that fails calls."""
    compiler = shutil.which("cc")
    if compiler is None or sys.platform != "linux":
        pytest.skip("the library that fails calls needs a C compiler, and Linux")
    made = tmp_path_factory.mktemp("shim") / "failing.so"
    command = [compiler, "-shared", "-fPIC", "-o", str(made), str(HERE / "failing.c"), "-ldl"]
    subprocess.run(command, check=True, capture_output=True)
    return made


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store, and a backup of it."""
    home = tmp_path_factory.mktemp("source")
    load(home / "some.store")
    back_up(home / "some.store", home / "backups")
    return home


@pytest.mark.parametrize("case", CASES)
def test_a_write_that_fails_leaves_nothing_half(shim: Path, source: Path, case: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.graph.store.failing.driver", shim, case, source, tmp_path, str(TRIES)]
    environment = {**os.environ, "LD_PRELOAD": str(shim)}
    done = subprocess.run(list(map(str, command)), env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    whole, *tries = map(json.loads, done.stdout.splitlines())
    assert whole["code"] == 0, whole
    assert 0 < len(tries) <= TRIES
    for each in tries:
        # What the engine, or we, can do without is no failure.
        assert each["code"] in (0, 3), each
        assert each["code"] == 0 or any(word in each["told"] for word in WORDS), each
        assert each["after"] == 0, each
        found = json.loads(each["found"])
        assert found["wrong"] == [], each
        assert found["backups"] >= 1, each
        assert found["rows"] in (0, ROWS.get(case, 0)), each
        if each["code"] == 0:
            assert each["found"] == whole["found"], each
        if "nothing was written" in each["told"]:
            assert found["rows"] == 0, each
