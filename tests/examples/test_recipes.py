"""The recipes of docs/recipes.md run over the sample, and print what stands below them."""

from __future__ import annotations

import importlib.util
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tests.sample_store import sample_store

DOCS = Path(__file__).parents[2] / "docs"
# So much of an output is the same on any machine: processors round differently, and a statement may tip over.
_ALIKE = 0.8


@pytest.fixture(scope="module")
def recipes() -> Any:
    """The script that runs them."""
    spec = importlib.util.spec_from_file_location("recipes_of_docs", DOCS / "recipes.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_recipe_prints_what_stands_below_it(
    recipes: Any, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """To accept a change: run docs/recipes.py, and look at the difference before you commit it."""
    sample_store(tmp_path_factory, tmp_path / "sayso-sample.store")
    text = recipes.PAGE.read_text("utf-8")
    kept = [output for _, output in recipes.blocks(text)]
    found = recipes.outputs(text, tmp_path)
    assert all(found)
    # Under each of the headings of the six analyses there is one at least.
    assert len(found) > text.count("\n## ") == 6
    model = found[0]
    for one, other in zip(found[1:], kept[1:], strict=True):
        assert other
        if model == kept[0]:
            assert SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio() >= _ALIKE, one
    for name in (recipes.CHART, "congruence.dl", "congruence.dl.origin.json"):
        assert (tmp_path / name).stat().st_size > 100


def test_the_page_is_as_the_script_writes_it(recipes: Any) -> None:
    text = recipes.PAGE.read_text("utf-8")
    assert recipes.written(text, [output for _, output in recipes.blocks(text)]) == text
    assert etree.parse(DOCS / "images" / recipes.CHART).getroot().tag == "{http://www.w3.org/2000/svg}svg"
