import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.api.terminal_columns import GAP, fitted

ROW = ["Jens Stoltenberg", "state", "that Ukraine is not a member of the alliance and will not be one soon", "x" * 20]
COLUMNS = ["speaker", "act", "words", "article"]


@pytest.mark.parametrize(("available", "count"), [(200, 4), (100, 4), (80, 4), (60, 3), (30, 2), (15, 1), (1, 1)])
def test_columns_that_do_not_fit_are_left_out_from_the_end(available: int, count: int) -> None:
    assert len(fitted(COLUMNS, [ROW], available)) == count


def test_nothing_is_cut_where_everything_fits() -> None:
    assert fitted(COLUMNS, [ROW], 200) == [len(cell) for cell in ROW]


def test_running_text_gives_way_down_to_twice_the_width_of_names() -> None:
    speaker, act, words, article = fitted(COLUMNS, [ROW], 100)
    assert (speaker, act, article) == (16, 5, 20)
    assert words == 100 - 4 * GAP - 16 - 5 - 20


@given(
    st.lists(st.sampled_from(["speaker", "act", "words", "matter", "article", "day"]), min_size=1, max_size=8),
    st.integers(1, 200),
    st.data(),
)
def test_any_table_fits(columns: list[str], available: int, data: st.DataObject) -> None:
    cells = st.lists(st.text("x", max_size=120), min_size=len(columns), max_size=len(columns))
    rows = data.draw(st.lists(cells, max_size=4))
    widths = fitted(columns, rows, available)
    assert 1 <= len(widths) <= len(columns)
    if len(widths) > 1:
        assert sum(widths) + GAP * len(widths) <= available
