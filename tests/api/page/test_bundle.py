"""The committed bundle is what its source makes."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[3] / "api" / "page"
_TAKEN_ALONG = ("src", "package.json", "package-lock.json", "vite.config.ts", "tsconfig.json")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the page's source with what it is built with."""
    if shutil.which("npm") is None:
        pytest.skip("no node here, so the page cannot be built anew")
    folder = tmp_path_factory.mktemp("bundle")
    for name in _TAKEN_ALONG:
        if (PAGE / name).is_dir():
            shutil.copytree(PAGE / name, folder / name)
        else:
            shutil.copy(PAGE / name, folder / name)
    installed = _run(folder, "npm", "ci", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund")
    assert "EUSAGE" not in installed.stderr, "package.json and package-lock.json differ"
    if installed.returncode:
        pytest.skip(f"npm cannot get what the page is built with: {installed.stderr.strip().splitlines()[-1:]}")
    return folder


def test_building_anew_makes_the_same_files(project: Path) -> None:
    done = _run(project, "npx", "vite", "build")
    assert done.returncode == 0, done.stderr
    assert _files(project / "built") == _files(PAGE / "built")


def test_types_hold(project: Path) -> None:
    done = _run(project, "npx", "tsc", "--noEmit")
    assert done.returncode == 0, done.stdout


def _run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "CI": "1", "NO_COLOR": "1"}
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=300, check=False
    )


def _files(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}
