"""What is written about notebooks holds: methods, options, types, numbers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import sayso
from sayso.api.notebook.drawing.data import MOST_NODES as MOST_IN_WIDGET
from sayso.api.notebook.drawing.sketch import MOST_NODES as MOST_IN_PICTURE
from sayso.api.notebook.frames import PANDAS
from sayso.api.notebook.options import BIND, MADE, NAMES
from sayso.api.notebook.questions import Questions
from sayso.api.notebook.statement import Statement
from sayso.graph.store.store import Store

TEXT = (Path(__file__).parents[3] / "docs" / "notebooks.md").read_text("utf-8")


@pytest.mark.parametrize("name", sorted(set(re.findall(r"\bdb\.(\w+)", TEXT))))
def test_every_method_of_a_client_exists(tmp_path: Path, name: str) -> None:
    Store.open(tmp_path / "a.store").close()
    with sayso.open(tmp_path / "a.store") as db:
        assert hasattr(db, name)
        assert not re.search(r"\bdb\.q\.(?!positions|statements)\w+", TEXT)
        assert isinstance(db.q, Questions)


def test_every_other_name_exists() -> None:
    for name in re.findall(r"\bsayso\.(open|load)\b", TEXT):
        assert hasattr(sayso, name)
    for name in re.findall(r"\bnetwork\.(\w+)\(", TEXT):
        assert hasattr(sayso.DrawnNetwork, name)
    section = TEXT.partition("answer with statements as objects")[2].partition("##")[0]
    told = re.findall(r"`\.(\w+)`", section)
    assert told
    assert [name for name in told if name not in Statement.__slots__] == []
    for name in re.findall(r"`\.(\w+)\(", TEXT.partition("## SPARQL")[2].partition("##")[0]):
        assert hasattr(sayso.Result, name) or hasattr(sayso.Triples, name), name


def test_the_options_of_the_magic_are_all_told() -> None:
    [line] = re.findall(r"^    %%sparql (.*)$", TEXT, re.MULTILINE)
    assert [name for name in (*NAMES, *BIND) if name not in line and name not in ("-s", "-b", "--output")] == []
    assert "|".join(MADE) in line


def test_the_types_and_numbers_are_those_of_the_code() -> None:
    for dtype in PANDAS.values():
        assert dtype.partition("[")[0] in TEXT
    assert f"at most {MOST_IN_PICTURE} nodes" in TEXT
    assert f"the widget {MOST_IN_WIDGET}" in TEXT
