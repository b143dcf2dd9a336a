"""Tables of statements: what goes in comes out, whatever the words are."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from dataclasses import replace
from datetime import date

import pyarrow.parquet
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.graph.export.csv_rows import CsvRows, safe
from sayso.graph.export.jsonl_rows import JsonlRows
from sayso.graph.export.parquet_rows import ParquetRows
from sayso.graph.statements.rows.columns import COLUMNS
from sayso.graph.statements.rows.row import Named, Row, Source
from sayso.ontology.errors import UsageError

ANN, BOB = Named("Ann; Lee, “A”", "urn:ann", "Person"), Named("Bob\nRay", "urn:bob", "Person")
ROW = Row(
    "urn:s",
    Source("urn:a", "a", title="=A title", issued="2024-03-05"),
    speakers=(ANN, BOB),
    act="deny",
    form="direct",
    words="“No,”\r\nshe said",
    offsets=((3, 9), (12, 20)),
    confidence=0.25,
)
any_text = st.text(st.characters(exclude_categories=()))


def whole(text: str) -> str:
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


def as_csv(*rows: Row, excel_safe: bool = False) -> list[dict[str, str]]:
    output = io.BytesIO()
    CsvRows(excel_safe).write(rows, output)
    assert output.getvalue().startswith(b"\xef\xbb\xbf") == excel_safe
    return list(csv.DictReader(io.StringIO(output.getvalue().decode("utf-8-sig"), newline=""), strict=True))


def as_jsonl(*rows: Row) -> list[dict[str, object]]:
    output = io.BytesIO()
    JsonlRows().write(rows, output)
    return [json.loads(line) for line in output.getvalue().decode().split("\n") if line]


def as_parquet(*rows: Row) -> list[dict[str, object]]:
    output = io.BytesIO()
    ParquetRows().write(rows, output)
    found: list[dict[str, object]] = pyarrow.parquet.read_table(io.BytesIO(output.getvalue())).to_pylist()
    return found


@pytest.mark.parametrize("read", [as_csv, as_jsonl, as_parquet])
def test_the_columns_are_those_that_are_told_of(read: object) -> None:
    assert list(read(ROW)[0]) == [column.name for column in COLUMNS]  # type: ignore[operator]


def test_csv_keeps_words_and_joins_several() -> None:
    (row,) = as_csv(ROW)
    assert row["words"] == ROW.words
    assert row["speaker"] == "Ann; Lee, “A”; Bob\nRay"
    assert (row["start"], row["end"], row["offsets"]) == ("3", "20", "3-9; 12-20")
    assert (row["confidence"], row["stance"], row["title"]) == ("0.25", "", "=A title")


@pytest.mark.parametrize("read", [as_jsonl, as_parquet])
def test_lists_and_numbers_keep_their_types(read: object) -> None:
    (row,) = read(ROW)  # type: ignore[operator]
    assert row["speaker"] == ["Ann; Lee, “A”", "Bob\nRay"]
    assert (row["start"], row["confidence"], row["stance"]) == (3, 0.25, [])
    (bare,) = read(replace(ROW, confidence=None, offsets=()))  # type: ignore[operator]
    assert (bare["confidence"], bare["start"]) == (None, None)


@given(any_text, any_text)
def test_any_words_and_names_survive(words: str, name: str) -> None:
    row = replace(ROW, words=words, speakers=(Named(name, "urn:x"),))
    assert (as_csv(row)[0]["words"], as_csv(row)[0]["speaker"]) == (whole(words), whole(name))
    for read in (as_jsonl, as_parquet):
        assert (read(row)[0]["words"], read(row)[0]["speaker"]) == (whole(words), [whole(name)])


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("+49 30", "'+49 30"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("＝1+1", "'＝1+1"),
        ("“=1”", "“=1”"),
        ("a = b", "a = b"),
        ("", ""),
    ],
)
def test_excel_safe(cell: str, shown: str) -> None:
    assert safe(cell) == shown
    assert as_csv(replace(ROW, words=cell), excel_safe=True)[0]["words"] == shown
    assert as_csv(replace(ROW, words=cell))[0]["words"] == cell


def test_half_characters_are_told() -> None:
    for writer in (CsvRows(), JsonlRows(), ParquetRows()):
        assert writer.write([replace(ROW, words="\ud800\udfff")], io.BytesIO()) == (
            "2 half characters (lone surrogates) became U+FFFD",
        )
        assert writer.write([ROW], io.BytesIO()) == ()


@pytest.mark.parametrize("writer", [CsvRows(), JsonlRows(), ParquetRows()])
def test_no_rows_are_a_file_too(writer: CsvRows | JsonlRows | ParquetRows) -> None:
    assert writer.write([], io.BytesIO()) == ()


def test_without_pyarrow_there_is_a_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UsageError, match=r"sayso\[parquet\].*--format csv"):
        ParquetRows().write([ROW], io.BytesIO())


@pytest.mark.parametrize(
    ("issued", "said_on", "expected"),
    [
        ("2024-03-05T23:30:00-05:00", "2024-03-04", ("2024-03-05", "2024-03-04", "2024-03-04")),
        ("2024-03-05", "", ("2024-03-05", None, "2024-03-05")),
        ("", "", (None, None, None)),
        ("2024", "", (None, None, None)),
        ("2024-02-31", "2024-02-29", (None, "2024-02-29", "2024-02-29")),
        ("somewhen", "", (None, None, None)),
    ],
)
def test_days_are_days_in_every_table(issued: str, said_on: str, expected: tuple[str | None, ...]) -> None:
    row = replace(ROW, article=replace(ROW.article, issued=issued), said_on=said_on)
    names = ("issued", "said_on", "day")
    assert tuple(as_jsonl(row)[0][name] for name in names) == expected
    assert tuple(as_csv(row)[0][name] or None for name in names) == expected
    days = tuple(date.fromisoformat(told) if told else None for told in expected)
    assert tuple(as_parquet(row)[0][name] for name in names) == days
