"""What users read is in short plain words: turns that slow a reader down do not come back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
HEAVY = re.compile(r"\b(?:whoever|whomever|what(?:ever)? is told of)\b", re.IGNORECASE)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_a_page_is_plain(page: Path) -> None:
    assert HEAVY.findall(page.read_text("utf8")) == []


def test_there_are_pages() -> None:
    assert len(PAGES) > 20


def test_the_help_is_plain() -> None:
    commands = [path.read_text("utf8") for path in (ROOT / "api").glob("*.py")]
    assert [found for text in commands for found in HEAVY.findall(text)] == []
