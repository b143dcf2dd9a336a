"""The committed widget is what its source makes."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from sayso.api.notebook.drawing.data import BUNDLE

PAGE = Path(__file__).parents[3] / "api" / "page"


def test_building_anew_makes_the_same_module(tmp_path: Path) -> None:
    vite = PAGE / "node_modules" / "vite" / "bin" / "vite.js"
    node = shutil.which("node")
    if node is None or not vite.is_file():
        pytest.skip("no node here, or the page's packages are not installed (npm ci in api/page)")
    command = [node, str(vite), "build", "--config", "vite.widget.config.ts", "--outDir", str(tmp_path / "built")]
    done = subprocess.run(command, cwd=PAGE, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    for name in ("widget.js", "licenses.md"):
        assert (tmp_path / "built" / name).read_bytes() == (BUNDLE.parent / name).read_bytes(), "npm run build:widget"
