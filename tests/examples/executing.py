"""Runs a notebook of examples/ in a kernel; `python -m tests.examples.executing` keeps the outputs in the file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
NOTEBOOKS = sorted(EXAMPLES.glob("*.ipynb"))


def executed(path: Path) -> Any:
    """Return the notebook as it is after running it from a clean kernel, with nothing in it that is this machine's."""
    # Here, so that not every process of a run imports it.
    import nbformat
    from nbclient import NotebookClient

    notebook = nbformat.read(path, as_version=4)
    NotebookClient(
        notebook,
        timeout=300,
        kernel_name="python3",
        record_timing=False,
        resources={"metadata": {"path": str(path.parent)}},
    ).execute()
    notebook.metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    return notebook


def main() -> None:
    """Run each notebook and write it with its outputs."""
    import nbformat

    for path in NOTEBOOKS:
        notebook = executed(path)
        nbformat.validate(notebook)
        path.write_text(nbformat.writes(notebook, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
