"""JSON is for clients, and for what our own processes tell each other; everything else is the model."""

from __future__ import annotations

import re
from pathlib import Path

GRAPH = Path(__file__).parents[3] / "graph"
# Where the model becomes JSON, and the messages between processes.
HOLDING = {"model", "workers"}


def test_no_value_inside_is_shaped_as_json() -> None:
    modules = [path for path in GRAPH.rglob("*.py") if path.relative_to(GRAPH).parts[0] not in HOLDING]
    assert modules
    assert [str(path.relative_to(GRAPH)) for path in modules if re.search(r"\bJson\b", path.read_text("utf-8"))] == []
