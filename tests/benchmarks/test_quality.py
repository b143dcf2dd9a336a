"""Quality: which sets are measured."""

from __future__ import annotations

from benchmarks.quality import SETS, options


def test_without_a_set_all_are_measured() -> None:
    assert options([]).sets == [*SETS]
    assert options(["seeds"]).sets == ["seeds"]
