"""The schemes are spelled once: what is made of them is up to date, and no code lists their words again."""

from __future__ import annotations

import ast
import importlib.util
import re
from pathlib import Path
from typing import Any

import pytest

from sayso.ontology import vocabulary
from sayso.ontology.namespaces import PREFIXES

ROOT = Path(__file__).resolve().parents[2]
WORDS = {name: frozenset(getattr(vocabulary, name)) for name in vars(vocabulary) if name.isupper()}
FOLDERS = ("ontology", "queries", "graph", "loaders", "api", "benchmarks", "training")
CODE = sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py") if "node_modules" not in path.parts)
PAGE = sorted((ROOT / "api" / "page" / "src").rglob("*.ts"))
SPARQL = sorted((ROOT / "queries").rglob("*.rq"))
# What the reading model marks for these two, whatever else the scheme may come to hold.
OF_THE_MODEL = frozenset({"loaders/meaning/joining.py"})


@pytest.fixture(scope="module")
def generator() -> Any:
    spec = importlib.util.spec_from_file_location("made_vocabulary", ROOT / "ontology" / "make_vocabulary.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("path", ["ontology/vocabulary.py", "api/page/src/vocabulary.ts"])
def test_it_is_made_of_the_schemes(generator: Any, path: str) -> None:
    assert (ROOT / path).read_text("utf-8") == generator.MADE[path](), "run ontology/make_vocabulary.py"


def listed(node: ast.AST) -> frozenset[str]:
    """Return the strings that a list, set, tuple or type spells out, or a string that is split into words."""
    if isinstance(node, ast.List | ast.Set | ast.Tuple):
        return frozenset(
            each.value for each in node.elts if isinstance(each, ast.Constant) and isinstance(each.value, str)
        )
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "split":
        text = node.func.value
        return (
            frozenset(text.value.split())
            if isinstance(text, ast.Constant) and isinstance(text.value, str)
            else frozenset()
        )
    return frozenset()


def test_no_code_lists_the_words_of_a_scheme_again() -> None:
    found = [
        (path.relative_to(ROOT).as_posix(), name)
        for path in CODE
        if path.name != "vocabulary.py"
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        for name, words in WORDS.items()
        if listed(node) == words
    ]
    assert [one for one in found if one[0] not in OF_THE_MODEL] == []


def test_the_page_lists_the_words_of_no_scheme_again() -> None:
    for path in PAGE:
        if path.name != "vocabulary.ts":
            for spelled in re.findall(r"\[[^\[\]]*\]|(?:\"[\w-]+\" \| )+\"[\w-]+\"", path.read_text("utf-8")):
                assert frozenset(re.findall(r'"([\w-]+)"', spelled)) not in WORDS.values(), (path, spelled)


@pytest.mark.parametrize("path", SPARQL, ids=lambda path: path.stem)
def test_a_prefix_stands_for_what_it_always_does(path: Path) -> None:
    declared = re.findall(r"^PREFIX (\w+): <([^>]*)>$", path.read_text("utf-8"), re.MULTILINE)
    assert all(PREFIXES[prefix] == iri for prefix, iri in declared)
    # What a person copies is whole; the others are asked with the prefixes that the store brings.
    assert not declared or path.parent == ROOT / "queries"


def test_the_iri_of_a_statement_is_taken_apart_in_one_place() -> None:
    holding = {
        path.relative_to(ROOT).as_posix()
        for path in CODE
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and node.value == "/statement/"
    }
    assert holding == {"ontology/iris.py"}
