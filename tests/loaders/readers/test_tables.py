"""Tables: an article a row, and never a junk article from a table."""

import csv
import io
import json
from datetime import date, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sayso.loaders.document import Document
from sayso.loaders.readers import ReadingOptions, ReadOutcome, read
from sayso.loaders.readers.formats import READERS
from sayso.loaders.readers.options import field_map
from sayso.loaders.readers.reader import SourceFile
from sayso.loaders.readers.text import table_column
from sayso.ontology.errors import RejectedInput, UsageError

BODY = "Ann Lee said the bridge is safe. It was built in 1990."


def readings(path: Path, **options: object) -> list[ReadOutcome]:
    return list(read([str(path)], ReadingOptions(**options)))  # type: ignore[arg-type]


def told(found: list[ReadOutcome]) -> list[str]:
    return [one.text if isinstance(one, Document) else f"{one.where.rpartition('/')[2]}: {one.reason}" for one in found]


@pytest.mark.parametrize(("name", "delimiter"), [("t.csv", ","), ("t.csv", ";"), ("t.csv", "\t"), ("t.tsv", "\t")])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_an_article_a_row(tmp_path: Path, name: str, delimiter: str, mark: bytes) -> None:
    path = tmp_path / name
    written = io.StringIO(newline="")
    table = csv.writer(written, delimiter=delimiter)
    table.writerow(["Title", "Date", "Text", "URL", "extra"])
    table.writerow(["Safe", "March 12, 2024", f'{BODY}\nTwo, "lines"; here.', "https://example.org/a", "x"])
    table.writerow(["", "2024-03-13", BODY, "", ""])
    path.write_bytes(mark + written.getvalue().encode())
    first, second = readings(path)
    assert first == Document(
        id="https://example.org/a",
        text=f'{BODY}\nTwo, "lines"; here.',
        title="Safe",
        url="https://example.org/a",
        published="2024-03-12",
        origin=f"{path}:2",
    )
    assert isinstance(second, Document)
    assert (second.id, second.origin, second.published) == ("t:4", f"{path}:4", "2024-03-13")


def test_columns_of_any_name_are_mapped_and_told(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"No,Day,Inhalt,text\n7,2024-03-12,{BODY},junk\n")
    (document,) = readings(path, mapped=field_map("text=Inhalt, published=Day,id=No"))
    assert isinstance(document, Document)
    assert (document.id, document.text, document.published) == ("7", BODY, "2024-03-12")
    assert dict(document.found) == {"id": "No", "text": "Inhalt", "published": "Day", "title": "its id"}


@pytest.mark.parametrize(
    ("data", "reasons"),
    [
        (b"", ["t.csv: the file is empty"]),
        (b"a,b\n1,2\n", ["t.csv: no column is known to hold the text ('a', 'b'); say --map text=COLUMN"]),
        (b"text,title,title\na,b,c\n", ["t.csv: two columns are called 'title'"]),
        (b"text,title\nA text,with a comma,T\nGood text.,T\n", ["t.csv:2: the row has 3 cells", "Good text."]),
        (b"text,title\nGood text.\n", ["t.csv:2: the row has 1 cells"]),
        (b'text,title\n"A text,T\nGood text.,T\n', ["t.csv:2: broken row"]),
        (b'text,title\n"A" text,T\nGood text.,T\n', ["t.csv:2: broken row", "Good text."]),
        (b"text,title\n,T\nGood text.,T\n", ["t.csv:2: there is no text", "Good text."]),
        (b"text,title\nK\xf6ln is \xfcber.,T\nGood text.,T\n", ["t.csv:2: the cell 'text' holds bytes", "Good text."]),
        (b"text," + b"x" * 200_000 + b"\na,b\n", ["t.csv:1: the first line names the columns"]),
        (b"\x89PNG\r\n", ["t.csv: this is a picture"]),
    ],
)  # fmt: skip
def test_a_broken_table_costs_what_is_broken(tmp_path: Path, data: bytes, reasons: list[str]) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(data)
    found = told(readings(path))
    assert len(found) == len(reasons), found
    assert all(one.startswith(reason) for one, reason in zip(found, reasons, strict=True)), found


def test_a_long_cell_is_read(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"id,text\n1,{'A word. ' * 40_000}\n")
    (document,) = readings(path)
    assert isinstance(document, Document)
    assert len(document.text) == 320_000


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("id,text\n1,A text.\n", "text"),
        ('"title";"Content"\n"T";"A text."\n', "Content"),
        ("Text, he said, is all\nand so on, and on.\n", None),
        ("Text\nA text.\n", None),
        ("Body, soul and mind of a town, a story\nA, b.\n", None),
    ],
)
def test_a_table_is_no_text(text: str, column: str | None) -> None:
    assert table_column(text) == column


@pytest.mark.parametrize(("name", "options"), [("t.txt", {}), ("t.csv", {"format": "text"})])
def test_a_table_read_as_text_is_refused(tmp_path: Path, name: str, options: dict[str, str]) -> None:
    path = tmp_path / name
    path.write_text(f"id,text\n1,{BODY}\n2,{BODY}\n")
    (reject,) = readings(path, **options)
    assert isinstance(reject, RejectedInput)
    assert "this is a table" in reject.reason


@pytest.mark.parametrize("text", ["text", "text=", "=a", "words=a", "text=a,text=b", ""])
def test_a_map_that_cannot_be_meant_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="--map"):
        field_map(text)


def test_a_mapped_column_that_is_not_there_is_named(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"id,text\n1,{BODY}\n")
    (reject,) = readings(path, mapped={"text": "content"})
    assert isinstance(reject, RejectedInput)
    assert reject.reason == "there is no column 'content', which --map names; the columns are 'id', 'text'"


def test_a_map_holds_for_json_too(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    path.write_text(json.dumps({"story": {"words": BODY}, "text": "junk"}) + '\n{"text": "junk"}')
    document, reject = readings(path, mapped={"text": "story.words"})
    assert isinstance(document, Document)
    assert document.text == BODY
    assert isinstance(reject, RejectedInput)
    assert "--map" in reject.reason


@given(
    st.lists(
        st.tuples(st.text(st.characters(codec="utf-8", exclude_characters="\0\ufeff"), min_size=1), st.text("ab, \n")),
        max_size=5,
    )
)
@example([("None", "a")])
def test_any_cells_come_back(rows: list[tuple[str, str]]) -> None:
    rows = [(text, title) for text, title in rows if text.strip() and (text.strip() or title.strip())]
    written = io.StringIO(newline="")
    csv.writer(written, quoting=csv.QUOTE_ALL).writerows([("text", "title"), *rows])
    source = SourceFile("t.csv", "t", io.BytesIO(written.getvalue().encode()))
    assert [one.text for one in READERS["csv"].read(source, ReadingOptions()) if isinstance(one, Document)] == [
        text for text, _ in rows
    ]


def test_parquet_is_read_by_rows(tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    columns = {
        "id": [str(number) for number in range(100)],
        "content": [BODY] * 99 + [None],
        "date": [date(2024, 3, 12)] * 100,
        "publish_date": [datetime(2024, 3, 12, 10)] * 100,
        "vector": [[0.5]] * 100,
    }
    pq.write_table(pa.table(columns), path)
    *documents, reject = readings(path)
    assert [document.id for document in documents if isinstance(document, Document)] == columns["id"][:-1]
    assert isinstance(documents[0], Document)
    assert (documents[0].published, documents[0].origin) == ("2024-03-12", f"{path}:1")
    assert isinstance(reject, RejectedInput)
    assert reject.where == f"{path}:100"


@pytest.mark.parametrize("data", [b"", b"PAR1", b"PAR1" * 40, b"A text."])
def test_what_is_no_parquet_is_rejected(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "t.parquet"
    path.write_bytes(data)
    (reject,) = readings(path)
    assert isinstance(reject, RejectedInput)
    assert "no Parquet" in reject.reason
