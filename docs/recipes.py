"""Run the recipes of docs/recipes.md over the sample, and write what they print below each of them.

    .venv/bin/python docs/recipes.py

A test runs them too, and holds what is written to what they print, as far as the same model read the articles.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import sys
import tempfile
from pathlib import Path

import sayso

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "recipes.md"
CHART = "betweenness.svg"
_BLOCK = re.compile(r"```python\n(?P<code>.*?)```\n(?:\n```text\n(?P<output>.*?)```\n)?", re.DOTALL)


def blocks(text: str) -> list[tuple[str, str]]:
    """Return the code of each recipe, and what stands below as its output."""
    return [(found["code"], found["output"] or "") for found in _BLOCK.finditer(text)]


def outputs(text: str, folder: Path) -> list[str]:
    """Run the recipes one after the other in a folder that holds `sayso-sample.store`; return what each prints."""
    names: dict[str, object] = {}
    found: list[str] = []
    if not (folder / "examples").exists():
        (folder / "examples").symlink_to(ROOT / "examples")
    before = Path.cwd()
    os.chdir(folder)
    try:
        for code, _ in blocks(text):
            printed = io.StringIO()
            with contextlib.redirect_stdout(printed):
                exec(compile(code, "docs/recipes.md", "exec"), names)  # noqa: S102 - our own page
            found.append("".join(f"{line.rstrip()}\n" for line in printed.getvalue().splitlines()))
    finally:
        os.chdir(before)
        db = names.get("db")
        if isinstance(db, sayso.Client):
            db.close()
    return found


def written(text: str, found: list[str]) -> str:
    """Return the page with these outputs."""
    each = iter(found)

    def block(match: re.Match[str]) -> str:
        output = next(each)
        shown = f"\n```text\n{output}```\n" if output else ""
        return f"```python\n{match['code']}```\n{shown}"

    return _BLOCK.sub(block, text)


def main() -> None:
    """Load the sample, run the recipes, write the page and its picture."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        sayso.load(ROOT / "examples" / "sample" / "orn.jsonl", store=folder / "sayso-sample.store")
        text = PAGE.read_text("utf-8")
        PAGE.write_text(written(text, outputs(text, folder)), "utf-8")
        (ROOT / "docs" / "images" / CHART).write_bytes((folder / CHART).read_bytes())
    sys.stdout.write(f"{PAGE}: {len(blocks(PAGE.read_text('utf-8')))} recipes\n")


if __name__ == "__main__":
    main()
