"""The notebooks of examples/ run from a clean kernel, and what is kept in them is what they give, on any machine."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.examples.executing import EXAMPLES, NOTEBOOKS, executed

# Paths of somebody's machine, addresses in memory, moments of running.
_OWN = re.compile(r"/(?:tmp|home|root|Users|work|var)/|[A-Z]:\\\\|\b0x[0-9a-f]{6,}|model_id|\"execution\"|iopub")


def kinds(notebook: Any) -> list[list[tuple[str, list[str]]]]:
    """List for each cell what comes out of it: the type of output, and as what it can be shown."""
    return [
        [(output.output_type, sorted(output.get("data", {}))) for output in cell.outputs]
        for cell in notebook.cells
        if cell.cell_type == "code"
    ]


def test_there_is_a_notebook() -> None:
    assert [path.name for path in NOTEBOOKS] == ["who-said-what.ipynb"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_what_is_kept_is_no_machines_own(path: Path) -> None:
    import nbformat

    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    told = json.dumps([cell.get("outputs", []) for cell in notebook.cells], ensure_ascii=False)
    assert _OWN.search(re.sub(r"base64,[A-Za-z0-9+/=]+", "", told)) is None
    assert "image/svg+xml" in told
    counts = [cell.execution_count for cell in notebook.cells if cell.cell_type == "code"]
    assert counts == list(range(1, len(counts) + 1))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_it_runs_and_gives_what_is_kept(path: Path) -> None:
    import nbformat

    run = executed(path)
    outputs = [output for cell in run.cells if cell.cell_type == "code" for output in cell.outputs]
    assert [output.text for output in outputs if output.get("name") == "stderr"] == []
    assert [output for output in outputs if output.output_type == "error"] == []
    assert kinds(run) == kinds(nbformat.read(path, as_version=4))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_what_it_links_to_is_there(path: Path) -> None:
    import nbformat

    notebook = nbformat.read(path, as_version=4)
    told = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    for target in re.findall(r"\]\(([^)#]+)\)", told):
        assert target.startswith("https://") or (EXAMPLES / target).exists(), target
