"""A class, type or module has a name of its own: nobody has to ask which `Found` is meant. The lists only shrink."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parent.parent
FLOORS = ("ontology", "queries", "graph", "loaders", "api")
# Names that occur more than once today, how often at the most.
KNOWN: dict[str, int] = {
    "Actor": 3,
    "Article": 2,
    "Demand": 3,
    "Mark": 2,
    "Mention": 2,
    "Position": 3,
    "Reader": 2,
    "Review": 2,
    "Statement": 2,
}
# Modules that share a name with another, or with so many.
KNOWN_MODULES: dict[str, int] = {
    **dict.fromkeys(
        (
            *"article articles calls checking columns crowds evidence extracting frames lexicon making".split(),
            *"matching network parts places posts reader rewriting roles settings tables text told turns".split(),
            "wording",
            "words",
        ),
        2,
    ),
    "actors": 3,
    "asking": 4,
    "beside": 3,
    "files": 3,
    "job": 3,
    "names": 3,
    "options": 5,
    "reading": 4,
    "statements": 4,
    "values": 4,
    "writer": 3,
}


def public() -> Counter[str]:
    """Count the classes and types at the top of all modules, private ones aside."""
    found: Counter[str] = Counter()
    for path in (path for floor in FLOORS for path in (ROOT / floor).rglob("*.py")):
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.ClassDef):
                found[node.name] += 1
            elif isinstance(node, ast.TypeAlias):
                found[node.name.id] += 1
    return Counter({name: count for name, count in found.items() if not name.startswith("_")})


def modules() -> Counter[str]:
    """Count the modules by name."""
    paths = (path for floor in FLOORS for path in (ROOT / floor).rglob("*.py"))
    return Counter(path.stem for path in paths if not path.stem.startswith("_"))


def test_a_name_occurs_once() -> None:
    assert {name: count for name, count in public().items() if count > KNOWN.get(name, 1)} == {}


def test_the_list_of_exceptions_only_shrinks() -> None:
    found = public()
    assert {name for name, count in KNOWN.items() if found[name] < count} == set()


def test_a_module_name_occurs_once() -> None:
    assert {name: count for name, count in modules().items() if count > KNOWN_MODULES.get(name, 1)} == {}


def test_the_list_of_modules_only_shrinks() -> None:
    found = modules()
    assert {name for name, count in KNOWN_MODULES.items() if found[name] < count} == set()
