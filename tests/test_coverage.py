"""The floor of coverage rises, and what has to pass measures it."""

from __future__ import annotations

import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
REACHED = 93


def test_the_floor_only_rises() -> None:
    tool = tomllib.loads((ROOT / "pyproject.toml").read_text("utf8"))["tool"]["coverage"]
    assert tool["run"]["branch"] is True
    assert tool["report"]["fail_under"] >= REACHED


def test_it_is_measured_of_folders_that_have_tests() -> None:
    tool = tomllib.loads((ROOT / "pyproject.toml").read_text("utf8"))["tool"]["coverage"]
    folders = [folder.removesuffix("/*") for folder in tool["run"]["include"]]
    assert all([*(ROOT / "tests" / folder).glob("**/test_*.py")] for folder in folders)
    (line,) = [row for row in (ROOT / "Makefile").read_text("utf8").splitlines() if row.startswith("CORE := ")]
    assert [f"graph/{name}" for name in line.split(",", 1)[1].rstrip(")").split()] == folders
    assert "make coverage" in (ROOT / ".ci" / "run").read_text("utf8").splitlines()
