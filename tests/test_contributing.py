"""What CONTRIBUTING.md names is there: each path, each target."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
FLOORS = ("ontology", "queries", "graph", "loaders", "api")
NAMED = sorted(set(re.findall(r"`((?:[\w.-]+/)+(?:[\w.-]+)?)`", TEXT)))


@pytest.mark.parametrize("path", NAMED)
def test_a_path_that_it_names_is_there(path: str) -> None:
    folders = [ROOT, *(ROOT / floor for floor in FLOORS)]
    assert any((folder / path).exists() for folder in folders)


def test_it_names_many() -> None:
    assert len(NAMED) > 60


def test_a_target_that_it_names_is_in_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for one, other in re.findall(r"\bmake (\w+) +#|`make (\w+)`", TEXT):
        assert re.search(rf"^{one or other}:", makefile, re.MULTILINE)


def test_it_tells_where_twelve_changes_begin() -> None:
    table = TEXT.split("## Where do I change")[1].split("## Habits")[0]
    rows = [line for line in table.splitlines() if line.startswith("| ")][1:]
    assert len(rows) == 12
    assert all(re.search(r"`[\w/-]+(?:\.\w+)?/?`", row.split("|")[2]) for row in rows)


def test_it_is_one_page() -> None:
    assert len(TEXT.splitlines()) < 100
