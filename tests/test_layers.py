"""Five floors, imports only go down; what a command does not need is not imported on the way."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FLOORS = ["ontology", "queries", "graph", "loaders", "api"]
FILES = [path for floor in FLOORS for path in sorted((ROOT / floor).rglob("*.py"))]


def imported(path: Path) -> Iterator[str]:
    """Yield the floor, or else the first name, of each module that a file imports, wherever in the file."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (floor_of(alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path} imports relative to itself"
            yield floor_of(node.module or "")


def floor_of(module: str) -> str:
    """Return the floor of a module of ours, `sayso` for the package itself, another's first name."""
    names = module.split(".")
    return names[1] if names[0] == "sayso" and len(names) > 1 else names[0]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_only_go_down(path: Path) -> None:
    floor = FLOORS.index(path.relative_to(ROOT).parts[0])
    above = set(FLOORS[floor + 1 :]) | {"tests", "benchmarks", "training"}
    assert not above & set(imported(path))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_floor_has_no_name_but_that_under_sayso(path: Path) -> None:
    """Somebody else's `graph.py` or `api/` must never be taken for ours."""
    bare = {
        node.module.split(".")[0] if isinstance(node, ast.ImportFrom) and node.module else ""
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
    }
    assert not bare & set(FLOORS)


def test_the_floors_are_those_that_the_wheel_holds() -> None:
    assert FILES
    assert all(f'"{floor}"' in (ROOT / "pyproject.toml").read_text("utf-8") for floor in FLOORS)


GRAPH = ROOT / "graph"
PACKAGES = sorted(path.name for path in GRAPH.iterdir() if (path / "__init__.py").is_file())
# What the packages of `graph/` may import of each other, besides those before them; it holds no circle.
ORDER = [
    "model",
    "store",
    "dated",
    "statements",
    "actors",
    "matters",
    "reviews",
    "edits",
    "networks",
    "export",
    "reconcile",
    "answers",
    "workers",
]


def test_the_packages_of_the_graph_are_in_an_order() -> None:
    assert sorted(ORDER) == PACKAGES
    assert [path.name for path in GRAPH.glob("*.py")] == ["__init__.py"]


@pytest.mark.parametrize("package", PACKAGES)
def test_packages_of_the_graph_import_only_those_before_them(package: str) -> None:
    allowed = {"", *ORDER[: ORDER.index(package) + 1]}
    for path in sorted((GRAPH / package).rglob("*.py")):
        text = path.read_text("utf-8")
        assert set(re.findall(r"\bsayso\.graph\.(\w+)", text)) <= allowed, path


HEAVY = ("spacy", "onnxruntime", "trafilatura", "rdflib", "pyshacl", "pydantic", "numpy")


@pytest.mark.parametrize(
    "module",
    [
        "sayso.api.command",
        "sayso.graph.store.store",
        "sayso.queries.catalogue",
        "sayso.loaders.document",
        "sayso.loaders.extraction",
    ],
)
def test_heavy_libraries_wait_until_they_are_needed(module: str) -> None:
    allowed = {"sayso.loaders.extraction": {"numpy"}}.get(module, set())
    program = f"import sys, {module}; print(*(name for name in {HEAVY!r} if name in sys.modules))"
    output = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT
    ).stdout
    assert set(output.split()) <= allowed
