"""Results of SPARQL: Python values by datatype, typed frames, graphs, and views that nothing breaks out of."""

from __future__ import annotations

import math
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from html.parser import HTMLParser

import pandas as pd
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode

from sayso.api.notebook.columns import frame_columns
from sayso.api.notebook.result import Result
from sayso.api.notebook.values import Value, read_term
from sayso.graph.store.solutions import Table
from sayso.graph.store.store import Store
from sayso.ontology.errors import UsageError
from sayso.ontology.namespaces import XSD

X = "https://example.org/"


def typed(text: str, datatype: str) -> Literal:
    return Literal(text, datatype=NamedNode(XSD + datatype))


def column(*terms: object) -> Result:
    """A result of one column."""
    return Result(Table(("x",), tuple((term,) for term in terms)))  # type: ignore[misc]


VALUES = [
    ("7", "integer", 7),
    ("-7", "long", -7),
    ("255", "unsignedByte", 255),
    ("123456789012345678901234567890", "integer", 123456789012345678901234567890),
    ("0.1", "decimal", Decimal("0.1")),
    ("1.0E3", "double", 1000.0),
    ("-INF", "double", -math.inf),
    ("true", "boolean", True),
    ("0", "boolean", False),
    ("2024-02-29", "date", date(2024, 2, 29)),
    ("2024-02-29+02:00", "date", date(2024, 2, 29)),
    ("2024-03-05T10:30:00", "dateTime", datetime(2024, 3, 5, 10, 30)),
    ("2024-03-05T10:30:00Z", "dateTime", datetime(2024, 3, 5, 10, 30, tzinfo=UTC)),
    (
        "2024-03-05T10:30:00.25+05:30",
        "dateTime",
        datetime(2024, 3, 5, 10, 30, 0, 250000, timezone(timedelta(hours=5.5))),
    ),
    ("a < b", "string", "a < b"),
    ("P1D", "duration", "P1D"),
    # What Python's readers would take, and XML Schema does not.
    ("1_000", "integer", "1_000"),
    ("infinity", "double", "infinity"),
    ("20240305", "date", "20240305"),
    ("٣", "integer", "٣"),
    # What XML Schema takes, and no Python value holds.
    ("12024-01-01", "date", "12024-01-01"),
    ("2024-02-30", "date", "2024-02-30"),
    ("9" * 5000, "integer", "9" * 5000),
]


@pytest.mark.parametrize(("text", "datatype", "value"), VALUES)
def test_a_literal_becomes_the_value_that_its_datatype_says(text: str, datatype: str, value: Value) -> None:
    _, found = read_term(typed(text, datatype))
    assert (type(found), found) == (type(value), value)


def test_other_terms_are_their_text() -> None:
    assert read_term(None) == (None, None)
    assert read_term(NamedNode(X + "a")) == ("text", X + "a")
    assert read_term(Literal("Krieg", language="de")) == ("text", "Krieg")
    assert not math.isfinite(read_term(typed("NaN", "float"))[1])  # type: ignore[arg-type]


FRAMES = [
    (["integer", "int"], ["1", "2"], "Int64", pl.Int64),
    (["integer", "decimal"], ["1", "2.5"], "float64", pl.Float64),
    (["decimal", "double"], ["1.5", "INF"], "float64", pl.Float64),
    (["boolean"], ["true"], "boolean", pl.Boolean),
    (["date"], ["2024-03-05"], "datetime64[us]", pl.Date),
    (["dateTime"], ["2024-03-05T10:30:00"], "datetime64[us]", pl.Datetime("us")),
    (["dateTime", "date"], ["2024-03-05T10:30:00Z", "2024-03-06"], "datetime64[us, UTC]", pl.Datetime("us", "UTC")),
    (["string"], ["a"], "string", pl.String),
    (["integer", "string"], ["1", "one"], "string", pl.String),
    (["boolean", "integer"], ["true", "1"], "string", pl.String),
    # Past 64 bits nothing is rounded: the column is as it was written.
    (["integer", "integer"], ["1", "9223372036854775808"], "string", pl.String),
]


@pytest.mark.parametrize(("datatypes", "texts", "pandas_type", "polars_type"), FRAMES)
def test_columns_of_frames_have_types_and_what_is_unbound_is_missing(
    datatypes: list[str], texts: list[str], pandas_type: str, polars_type: pl.DataType
) -> None:
    found = column(*map(typed, texts, datatypes), None)
    frame, polars = found.df(), found.pl()
    assert str(frame["x"].dtype) == pandas_type
    assert frame["x"].isna().tolist() == [False] * len(texts) + [True]
    assert polars.schema["x"] == polars_type
    assert polars["x"].is_null().to_list() == [False] * len(texts) + [True]


def test_days_beside_moments_count_from_midnight() -> None:
    found = column(typed("2024-03-05T10:30:00+02:00", "dateTime"), typed("2024-03-06", "date"))
    assert found.df()["x"].tolist() == [pd.Timestamp("2024-03-05T08:30Z"), pd.Timestamp("2024-03-06T00:00Z")]
    assert found.records()[1] == {"x": date(2024, 3, 6)}


def test_an_empty_answer_is_an_empty_frame_with_its_columns() -> None:
    found = Result(Table(("a", "b"), ()))
    assert list(found.df().columns) == found.pl().columns == ["a", "b"]
    assert (len(found), found.records(), len(found.df())) == (0, [], 0)
    assert len(Result(Table((), ((), ()))).records()) == 2


@given(st.lists(st.none() | st.integers(-(2**63), 2**63 - 1)))
def test_integers_come_back_from_frames(values: list[int | None]) -> None:
    found = column(*(None if value is None else Literal(value) for value in values))
    if any(value is not None for value in values):
        assert found.pl()["x"].to_list() == values
        assert [None if pd.isna(value) else value for value in found.df()["x"]] == values


@given(st.lists(st.datetimes(), min_size=1))
def test_moments_come_back_from_frames(values: list[datetime]) -> None:
    found = column(*(typed(value.isoformat(), "dateTime") for value in values))
    assert found.pl()["x"].to_list() == values
    assert [value.to_pydatetime() for value in found.df()["x"]] == values


@given(st.lists(st.text(st.characters(codec="utf-8")), min_size=1))
def test_texts_come_back_from_frames(values: list[str]) -> None:
    found = column(*map(Literal, values))
    assert found.pl()["x"].to_list() == found.df()["x"].tolist() == found.column("x") == values


@given(st.lists(st.sampled_from([(t, d) for t, d, _ in VALUES]) | st.none(), max_size=6))
def test_any_mixture_becomes_frames(cells: list[tuple[str, str] | None]) -> None:
    found = column(*(cell and typed(*cell) for cell in cells))
    assert len(found.df()) == len(found.pl()) == len(cells)
    [told] = frame_columns(found.table)
    assert len({type(value) for value in told.values if value is not None}) <= 1


class Seen(HTMLParser):
    """What a browser would see: elements, attributes, and the text of each cell."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.cells: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag in ("td", "th"):
            self.cells.append("")

    def handle_data(self, data: str) -> None:
        if self.cells:
            self.cells[-1] += data


HOSTILE = st.text(st.characters(codec="utf-8")) | st.sampled_from(
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "</bdi></td></table><h1>x",
        "\u202eevil\u2066",
        "\x00\x1b[2J",
        "&lt;b&gt;",
        "a" * 10_000,
    ]
)
SAFE = {"div", "table", "thead", "tbody", "tr", "th", "td", "bdi", "p", "a"}


@given(st.lists(HOSTILE, min_size=1, max_size=3))
def test_hostile_cells_are_text_in_html(texts: list[str]) -> None:
    seen = Seen(column(*map(Literal, texts))._repr_html_())
    assert set(seen.tags) <= SAFE - {"a"}
    assert {name for name, _ in seen.attributes} <= {"class", "style", "title"}
    assert len(seen.cells) == 1 + len(texts)
    assert seen.tags.count("bdi") == len(texts)


def test_what_stands_in_a_cell_is_shown() -> None:
    seen = Seen(column(Literal("a <b> & “c”"))._repr_html_())
    assert seen.cells[1].startswith("a <b> & “c”")


@pytest.mark.parametrize(
    ("iri", "links"), [("https://example.org/a?b=1&c", True), ("javascript:alert(1)", False), ("urn:x:y", False)]
)
def test_only_addresses_of_the_web_are_links(iri: str, links: bool) -> None:
    seen = Seen(column(NamedNode(iri))._repr_html_())
    assert [value for name, value in seen.attributes if name == "href"] == ([iri] if links else [])


@given(st.lists(HOSTILE, min_size=1, max_size=3))
def test_hostile_cells_steer_no_terminal(texts: list[str]) -> None:
    shown = repr(column(*map(Literal, texts)))
    assert not set(shown) & set("\x00\x1b\u202e\u2066\r\x85")


def test_views_say_how_much_they_show() -> None:
    many = column(*(Literal(number) for number in range(812)))
    assert "20 of 812 rows" in many._repr_html_()
    assert repr(many).endswith("20 of 812 rows")
    assert '<p style="opacity:.7">1 row</p>' in column(Literal("a"))._repr_html_()
    long = column(Literal("word " * 200))._repr_html_()
    assert len(Seen(long).cells[1].split("1 row")[0]) == 200


def test_a_graph_has_an_edge_a_row(store: Store) -> None:
    answer = store.query(
        "SELECT * { VALUES (?from ?to ?weight ?key) { ('a' 'b' 2 'k') ('a' 'b' 3 UNDEF) ('c' UNDEF 1 'k') } }"
    )
    assert isinstance(answer, Table)
    result = Result(answer)
    graph = result.graph("from", "to")
    assert list(graph.edges(data=True)) == [("a", "b", {"weight": 2, "key": "k"}), ("a", "b", {"weight": 3})]
    for wrong in (("from", "from"), ("from", "nowhere")):
        with pytest.raises(UsageError):
            result.graph(*wrong)
    with pytest.raises(UsageError, match="two columns"):
        column(Literal("a")).graph()
