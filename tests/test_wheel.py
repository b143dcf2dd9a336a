"""A wheel brings one name, works beside modules and folders called like our floors, and needs no checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel of this checkout; the builder that it names runs here, so that nothing is fetched."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (found,) = folder.glob("*.whl")
    return found


def test_it_brings_one_name(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = {name.split("/")[0] for name in archive.namelist()}
        assert {name for name in names if not name.endswith(".dist-info")} == {"sayso"}
        inside = set(archive.namelist())
    assert {
        "sayso/__init__.py",
        "sayso/graph/store/store.py",
        "sayso/queries/statements.rq",
        "sayso/py.typed",
    } <= inside
    assert {f"sayso/{path.relative_to(ROOT).as_posix()}" for path in (ROOT / "loaders").rglob("*.toml")} <= inside
    assert any(name.startswith("sayso/api/examples/") for name in inside)
    assert {"sayso/api/sample/orn.jsonl", "sayso/api/sheet/sheet.css", "sayso/api/sheet/filters.js"} <= inside
    assert not any("/src/" in name or name.endswith(".ts") for name in inside)


def test_it_works_beside_folders_of_the_same_names(wheel: Path, tmp_path: Path) -> None:
    installed, own = tmp_path / "installed", tmp_path / "own"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(installed)
    for name in ("graph.py", "api/__init__.py", "queries/__init__.py", "loaders.py", "ontology/__init__.py"):
        path = own / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("raise SystemExit('somebody else was imported')\n", "utf-8")

    def run(*arguments: str) -> str:
        environment = {**os.environ, "PYTHONPATH": str(installed)}
        done = subprocess.run(
            [sys.executable, *arguments], cwd=own, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr + done.stdout
        return done.stdout

    assert str(installed) in run("-c", "import sayso; sayso.open; print(sayso.__file__)")
    # As a console script starts it, but with the folder of the person who works there first on the path.
    assert "Stoltenberg" in run("-c", "from sayso.api.command import main; import sys; sys.argv[1:] = ['demo']; main()")


def test_it_runs_at_once_without_being_installed(wheel: Path, tmp_path: Path) -> None:
    uv = shutil.which("uv") or shutil.which("uv", path=ROOT / ".uv" / "bin")
    if uv is None:
        pytest.skip("uv is not here")
    locked = tmp_path / "locked.txt"
    command = [uv, "export", "--quiet", "--frozen", "--no-dev", "--no-emit-project", "--no-hashes", "-o", str(locked)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (tmp_path / "letter.txt").write_text("Anna Berg said on Monday that the bridge was safe.\n", "utf-8")
    once = [uv, "tool", "run", "--python", sys.executable, "--constraints", str(locked), "--from", str(wheel), "sayso"]
    done = subprocess.run([*once, "demo"], cwd=tmp_path, capture_output=True, text=True, check=False)
    if done.returncode and "registry" in done.stderr:
        pytest.skip("what the wheel needs cannot be fetched here, and was not fetched before")
    assert done.returncode == 0, done.stderr
    assert "Stoltenberg" in done.stdout
    show = [*once, "show", "letter.txt", "--html", "letter.html"]
    done = subprocess.run(show, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "<mark" in (tmp_path / "letter.html").read_text("utf-8")
