"""The documentation site and llms.txt are those of the docs; every link inside leads to a page and a heading."""

from __future__ import annotations

import importlib.util
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))


@pytest.fixture(scope="module")
def site() -> Any:
    """The script that makes both."""
    spec = importlib.util.spec_from_file_location("site_of_docs", DOCS / "site.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["llms.txt", "zensical.toml"])
def test_it_is_made_of_the_docs(site: Any, name: str) -> None:
    assert (ROOT / name).read_text("utf-8") == site.MADE[name](), "run docs/site.py"


def test_every_page_is_in_it_once(site: Any) -> None:
    listed = [page for _, found in site.pages() for page in found]
    assert sorted([*listed, DOCS / "index.md"]) == PAGES
    assert len(set(listed)) == len(listed)


def test_the_settings_are_toml_and_name_pages_that_there_are() -> None:
    told = tomllib.loads((ROOT / "zensical.toml").read_text("utf-8"))["project"]
    paths = re.findall(r"'([\w/.-]+\.md)'", str(told["nav"]))
    assert len(paths) == len(PAGES)
    assert all((DOCS / path).is_file() for path in paths)


def headings(page: Path) -> set[str]:
    """Return the anchors of a page's headings, as sites and code hosts make them."""
    found = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", one.lower()).strip().replace(" ", "-") for one in found}


@pytest.mark.parametrize(
    "page", [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *PAGES], ids=lambda page: page.relative_to(ROOT).as_posix()
)
def test_every_link_inside_leads_to_a_page_and_a_heading(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if re.match(r"https?://|mailto:", target):
            continue
        path, _, anchor = target.partition("#")
        there = (page.parent / path).resolve() if path else page
        assert there.exists(), target
        assert not anchor or anchor in headings(there), target


def test_it_is_cited_as_what_it_is() -> None:
    citation = (ROOT / "CITATION.cff").read_text("utf-8")
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert f"\nversion: {version}\n" in citation
    assert "  - name: The SaySo developers\n" in citation
    assert "\ncff-version: 1.2.0\n" in f"\n{citation}"
