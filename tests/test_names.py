"""A class or type has a name of its own: nobody has to ask which `Found` is meant. The list may only shrink."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parent.parent
FLOORS = ("ontology", "queries", "graph", "loaders", "api")
# Names that occur more than once today, how often at the most.
KNOWN: dict[str, int] = {
    "About": 2,
    "Actor": 3,
    "Answer": 3,
    "Answering": 2,
    "Article": 2,
    "Asked": 2,
    "Body": 2,
    "Candidate": 2,
    "Column": 2,
    "Counted": 2,
    "Demand": 3,
    "Dot": 2,
    "Edge": 2,
    "Entry": 2,
    "Extractor": 2,
    "Found": 6,
    "Frame": 2,
    "Held": 3,
    "Json": 4,
    "Judgement": 2,
    "Kind": 3,
    "Likeness": 2,
    "Mark": 2,
    "Match": 2,
    "Mention": 2,
    "Name": 2,
    "Named": 3,
    "Options": 2,
    "Page": 2,
    "Pair": 2,
    "Part": 3,
    "Place": 3,
    "Places": 2,
    "Position": 3,
    "Post": 2,
    "Query": 2,
    "Reader": 2,
    "Reading": 2,
    "Review": 2,
    "Source": 3,
    "Span": 3,
    "Statement": 2,
    "Target": 2,
    "Term": 4,
    "Tie": 2,
    "Told": 3,
    "Value": 4,
    "Values": 2,
    "Wanted": 2,
    "Window": 2,
    "Words": 2,
    "Writer": 2,
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


def test_a_name_occurs_once() -> None:
    assert {name: count for name, count in public().items() if count > KNOWN.get(name, 1)} == {}


def test_the_list_of_exceptions_only_shrinks() -> None:
    found = public()
    assert {name for name, count in KNOWN.items() if found[name] < count} == set()
