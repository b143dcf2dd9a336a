"""What a notebook imports is small, and says how to get what it lacks."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HEAVY = (
    "numpy pandas polars pyarrow networkx rdflib IPython anywidget spacy onnxruntime pydantic fastapi uvicorn rich"
).split()


def run(program: str) -> str:
    """Run a program in a fresh interpreter; return what it prints."""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=True)
    return done.stdout.strip()


def test_import_brings_nothing_heavy() -> None:
    assert run(f"import sys, sayso; print(*(name for name in {HEAVY!r} if name in sys.modules))") == ""


def test_its_names_are_those_it_tells_of() -> None:
    import sayso

    assert all(hasattr(sayso, name) for name in sayso.__all__)


@pytest.mark.parametrize(
    ("library", "extra", "call"),
    [
        ("pandas", "frames", "found.df()"),
        ("polars", "frames", "found.pl()"),
        ("anywidget", "notebook", "DrawnNetwork.of(Network((), ())).widget()"),
    ],
)
def test_a_missing_library_is_an_error_that_says_how_to_get_it(library: str, extra: str, call: str) -> None:
    # An entry of None makes Python refuse the import, as it does where nothing is installed.
    program = f"""
import sys
sys.modules[{library!r}] = None
from sayso import DrawnNetwork, Result
from sayso.graph.store.solutions import Table
from sayso.graph.networks.network import Network
found = Result(Table(("a",), ()))
try:
    {call}
except ImportError as error:
    print(error)
"""
    told = run(program)
    assert told.startswith(f"{library} is not installed")
    assert f"uv sync --extra {extra}" in told
    assert f"sayso[{extra}]" in told
