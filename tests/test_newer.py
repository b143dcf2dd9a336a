"""The wheel runs on the next Python with the versions of the lock, and the lock resolves for the one after that."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
NEXT, AFTER_NEXT = "3.13", "3.14"
QUESTION = "SELECT (COUNT(*) AS ?n) { ?s a sayso:Statement }"


@pytest.fixture(scope="module")
def uv() -> str:
    """Where uv is."""
    found = shutil.which("uv") or shutil.which("uv", path=ROOT / ".uv" / "bin")
    if found is None:
        pytest.skip("uv is not here")
    return found


def interpreter(uv: str) -> str | None:
    """Return the next Python, where uv finds one or pyenv has one."""
    command = [uv, "python", "find", "--no-project", "--no-python-downloads", NEXT]
    looked = subprocess.run(command, capture_output=True, text=True, check=False)
    if looked.returncode == 0:
        return looked.stdout.strip()
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    return next((str(path) for path in sorted(pyenv.glob(f"versions/{NEXT}.*/bin/python{NEXT}"))), None)


@pytest.fixture(scope="module")
def sayso(uv: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command, from the wheel, in an environment of the next Python."""
    newer = interpreter(uv)
    if newer is None:
        pytest.skip(f"no Python {NEXT} here (pyenv install {NEXT}, or uv python install {NEXT})")
    home = tmp_path_factory.mktemp("newer")
    _done([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(home)], ROOT)
    (wheel,) = home.glob("*.whl")
    locked = home / "locked.txt"
    exported = ("--quiet", "--frozen", "--no-dev", "--no-emit-project", "--no-hashes", "-o", str(locked))
    _done([uv, "export", *exported], ROOT)
    _done([uv, "venv", "--quiet", "--python", newer, str(home / "env")], home)
    python = home / "env" / "bin" / "python"
    command = [uv, "pip", "install", "--quiet", "--python", str(python), "--constraints", str(locked), str(wheel)]
    installed = subprocess.run(command, capture_output=True, text=True, check=False)
    if installed.returncode and re.search(r"fetch|connect|network|resolve host", installed.stderr):
        pytest.skip("what the wheel needs cannot be fetched here, and was not fetched before")
    assert installed.returncode == 0, installed.stderr
    assert _done([str(python), "--version"], home).startswith(f"Python {NEXT}.")
    return python.with_name("sayso")


def _done(command: list[str], folder: Path) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr + done.stdout
    return done.stdout


def test_the_wheel_runs_on_the_next_python(sayso: Path, tmp_path: Path) -> None:
    assert "Stoltenberg" in _done([str(sayso), "demo"], tmp_path)
    (tmp_path / "letter.txt").write_text("Anna Berg said on Monday that the bridge was safe.\n", "utf-8")
    _done([str(sayso), "show", "letter.txt", "--html", "letter.html"], tmp_path)
    assert "<mark" in (tmp_path / "letter.html").read_text("utf-8")
    (store,) = tmp_path.glob("*.store")
    asked = _done([str(sayso), "query", "statements", "--store", str(store), "--json"], tmp_path)
    assert "Stoltenberg" in asked
    environment = {**os.environ, "SAYSO_LOG": "off"}
    command = [str(sayso), "serve", "--store", str(store), "--port", "0"]
    with subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, text=True) as service:
        try:
            assert service.stdout is not None
            address = re.search(r"http://[0-9.:]+", service.stdout.readline())
            assert address is not None
            request = urllib.request.Request(
                f"{address[0]}/sparql",
                QUESTION.encode(),
                {"Content-Type": "application/sparql-query", "Accept": "text/csv"},
            )
            with urllib.request.urlopen(request, timeout=120) as answer:
                assert int(answer.read().split()[1]) > 10
        finally:
            service.terminate()


def test_the_lock_resolves_for_the_python_after_that(uv: str) -> None:
    with (ROOT / "pyproject.toml").open("rb") as stream:
        wanted = tomllib.load(stream)["project"]["requires-python"]
    with (ROOT / "uv.lock").open("rb") as stream:
        locked = tomllib.load(stream)
    assert locked["requires-python"].replace(" ", "") == wanted.replace(" ", "") == ">=3.12,<3.15"
    assert any(AFTER_NEXT in marker for marker in locked["resolution-markers"])
    # Fails where a package of the lock says that it does not run there.
    command = [uv, "export", "--quiet", "--frozen", "--no-dev", "--no-hashes", "--no-emit-project"]
    lines = _done(command, ROOT).splitlines()
    assert any(line.startswith("onnxruntime==") for line in lines)
