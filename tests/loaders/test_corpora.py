"""Real articles: ten of each corpus of ../shared are read without a fault (`benchmarks/faults.py` reads them all)."""

from __future__ import annotations

import runpy
from itertools import islice
from pathlib import Path

import pytest

FAULTS = runpy.run_path(str(Path(__file__).resolve().parents[2] / "benchmarks/faults.py"))


@pytest.mark.parametrize("corpus", FAULTS["CORPORA"])
def test_ten_articles_are_read_without_a_fault(corpus: str) -> None:
    if not (FAULTS["SHARED"] / FAULTS["CORPORA"][corpus]).is_file():
        pytest.skip(f"no ../shared/{FAULTS['CORPORA'][corpus]}: real articles are no part of the project")
    assert [fault for document in islice(FAULTS["documents"](corpus), 10) for fault in FAULTS["faults"](document)] == []
