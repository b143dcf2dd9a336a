"""Rows are counted in the bytes of an answer as the engine writes them, wherever they are cut."""

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.graph.workers.job import RESULTS
from sayso.graph.workers.row_counting import COUNTERS

TEXT = st.text(st.characters(codec="utf-8"), max_size=12) | st.sampled_from(
    ['"', '\\"', "[{", ",{", '"},{"', "\n", "\r\n", "a\\", "<result>", "{}", ",", "\t", '",{', "\\\\\\"]
)


@pytest.mark.parametrize("name", RESULTS)
@given(
    values=st.lists(st.tuples(TEXT | st.none(), TEXT | st.none()), max_size=8),
    cuts=st.lists(st.integers(1, 60), min_size=1, max_size=20),
)
def test_every_row_is_counted(name: str, values: list[tuple[str | None, str | None]], cuts: list[int]) -> None:
    rows = " ".join(
        "(" + " ".join("UNDEF" if value is None else str(ox.Literal(value)) for value in row) + ")" for row in values
    )
    answer = ox.Store().query(f"SELECT * {{ VALUES (?a ?b) {{ {rows} }} }}").serialize(format=RESULTS[name])
    assert isinstance(answer, bytes)
    counter, place, counted = COUNTERS[name](), 0, 0
    while place < len(answer):
        step = cuts[place % len(cuts)]
        counted = counter.feed(answer[place : place + step])
        place += step
    assert counted == len(values)


@pytest.mark.parametrize("name", RESULTS)
def test_rows_without_variables_count(name: str) -> None:
    answer = ox.Store().query("SELECT * { VALUES () { () () () } }").serialize(format=RESULTS[name])
    assert isinstance(answer, bytes)
    assert COUNTERS[name]().feed(answer) == 3
