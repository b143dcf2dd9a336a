"""Bad input is rejected with its place and a way out, and everything else is read."""

import io
import json
import os
from pathlib import Path

import pytest

from sayso.graph.store.store import Store
from sayso.loaders.document import Document
from sayso.loaders.readers import FileMetadata, ReadingOptions, ReadOutcome, read
from sayso.loaders.readers.metadata import read_metadata
from sayso.loaders.readers.opened import open_file
from sayso.ontology.errors import RejectedInput, UsageError

GOOD = "A good article. Ann Lee said it is short."


def readings(path: Path, **options: object) -> list[ReadOutcome]:
    """Everything that reading a path gives."""
    return list(read([str(path)], ReadingOptions(**options)))  # type: ignore[arg-type]


def only(path: Path, **options: object) -> Document:
    """The one article under a path."""
    (document,) = readings(path, **options)
    assert isinstance(document, Document), document
    return document


def rejected(path: Path, **options: object) -> RejectedInput:
    """The one reject under a path."""
    (reject,) = readings(path, **options)
    assert isinstance(reject, RejectedInput), reject
    return reject


BAD_FILES = [
    ("empty.txt", b"", "no text"),
    ("blank.txt", b" \n\t\r\n", "no text"),
    ("mark.txt", b"\xef\xbb\xbf", "no text"),
    ("signs.txt", "*** … !!! 12 — 34".encode(), "not one sentence"),
    ("nul.txt", b"A text\0with a NUL.", "NUL"),
    (
        "latin.txt",
        "Der Präsident erklärte gestern, es gehe über die Brücke nach Köln. Größere Übel drohen.".encode("latin-1"),
        "--encoding",
    ),
    ("utf16.txt", "A text in UTF-16.".encode("utf-16"), "--encoding utf-16"),
    ("utf16-no-mark.txt", "A text in UTF-16 without a mark.".encode("utf-16-le"), "--encoding utf-16-le"),
    ("random.txt", bytes(range(128, 256)) * 8, "not UTF-8"),
    ("paper.txt", b"%PDF-1.7 ...", "PDF"),
    ("office.txt", b"PK\x03\x04 ...", "zip"),
    ("packed.jsonl", b"\x1f\x8b\x08 ...", "gzip"),
    ("picture.html", b"\x89PNG\r\n", "picture"),
    ("empty.json", b"", "empty"),
    ("empty.html", b"", "empty"),
    ("page.html", b"<html><body><img src='a.png'></body></html>", "no article"),
    ("broken.json", b'{"text": "A text', "broken JSON at column 10"),
    ("scalar.json", b"17", "an article is an object"),
    ("deep.json", b"[" * 200_000, "deep"),
    ("number.json", b'{"id": ' + b"1" * 5000 + b', "text": "A text."}', "number"),
    ("letter.wpd", b"A text.", "ending .wpd"),
    ("README", b"A text.", "ending (none)"),
]


@pytest.mark.parametrize(("name", "data", "reason"), BAD_FILES, ids=[name for name, _, _ in BAD_FILES])
def test_a_bad_file_is_rejected_by_name_and_the_others_are_read(
    tmp_path: Path, name: str, data: bytes, reason: str
) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "zzz.txt").write_text(GOOD)
    reject, document = readings(tmp_path)
    assert isinstance(reject, RejectedInput)
    assert reject.where == str(tmp_path / name)
    assert reason in reject.reason
    assert isinstance(document, Document)
    assert document.text == GOOD


BAD_RECORDS = [
    ({"id": "1"}, "no text in it; it is looked for under text, maintext"),
    ({"text": ""}, "no text"),
    ({"text": None, "maintext": None}, "no text"),
    ({"text": "— 17 —"}, "not one sentence"),
    ({"text": ["A text."]}, "text: "),
    ({"text": GOOD, "id": True}, "id: "),
    ({"text": GOOD, "id": "  "}, "the id is empty"),
    ({"text": GOOD, "title": ["a"]}, "title: "),
    ({"text": GOOD, "published": "yesterday"}, "'yesterday' is not a date"),
    ({"text": GOOD, "published": "2022-02-30"}, "2022-01-30"),
    ({"text": GOOD, "published": "30/01/2022"}, "not a date"),
    ({"text": GOOD, "published": 1643500800}, "not a date"),
    ({"text": GOOD, "published": "2022-01-30T10:00+23:59"}, "time zone"),
    ({"text": GOOD, "url": "https://example.org/a b"}, "not valid"),
    ({"text": GOOD, "url": "javascript:alert(1)"}, "not a web address"),
    ({"text": GOOD, "url": "file:///etc/passwd"}, "not a web address"),
    ({"text": GOOD, "url": "https://"}, "not"),
    ({"text": GOOD, "url": "https://[::1/"}, "not valid"),
    ({"text": GOOD, "url": "https://example.org:port/"}, "not valid"),
    ({"text": GOOD, "url": "https://example.org/\n"}, "not valid"),
    ({"text": GOOD, "url": "https://example.org/<script>"}, "not valid"),
    ({"text": GOOD + "\ud800"}, "lone surrogate"),
    ({"text": GOOD, "title": "\udfff"}, "lone surrogate"),
    ({"text": GOOD, "authors": ["\ud800"]}, "lone surrogate"),
    ({"text": GOOD + "\0"}, "NUL"),
    ({"text": GOOD, "source": "a\0b"}, "NUL"),
    ("a string", "this is a string"),
    ([], "this is a list"),
    (None, "this is null"),
    (17, "this is a number"),
]


@pytest.mark.parametrize(("record", "reason"), BAD_RECORDS)
def test_a_bad_record_is_rejected_by_line_and_the_others_are_read(tmp_path: Path, record: object, reason: str) -> None:
    good = json.dumps({"id": "good", "text": GOOD})
    path = tmp_path / "dump.jsonl"
    path.write_text(f"{good}\n{json.dumps(record)}\n{good}\n")
    first, reject, last = readings(path)
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert isinstance(reject, RejectedInput)
    assert reject.where == f"{path}:2"
    assert reason in reject.reason


def test_a_broken_line_costs_no_other_of_a_thousand(tmp_path: Path) -> None:
    path = tmp_path / "dump.jsonl"
    lines = [json.dumps({"id": number, "text": GOOD}) for number in range(1, 1001)]
    lines[6] = lines[6][:-3]
    path.write_text("\n".join(lines))
    found = readings(path)
    assert [reading.where for reading in found if isinstance(reading, RejectedInput)] == [f"{path}:7"]
    assert [reading.id for reading in found if isinstance(reading, Document)] == [
        str(number) for number in range(1, 1001) if number != 7
    ]


def test_a_line_in_another_encoding_is_named(tmp_path: Path) -> None:
    path = tmp_path / "dump.jsonl"
    good = json.dumps({"text": GOOD}).encode()
    path.write_bytes(good + b'\n{"text": "caf\xe9"}\n' + good)
    assert [getattr(reading, "where", None) for reading in readings(path)] == [None, f"{path}:2", None]


def test_a_line_longer_than_an_article_is_skipped_not_kept(tmp_path: Path) -> None:
    path = tmp_path / "dump.jsonl"
    good = json.dumps({"text": GOOD})
    path.write_text(f'{good}\n{{"text": "{"a" * 3_000_000}"}}\n{good}\n')
    _, reject, last = readings(path, max_characters=1000)
    assert isinstance(reject, RejectedInput)
    assert (reject.where, "longer" in reject.reason) == (f"{path}:2", True)
    assert isinstance(last, Document)


@pytest.mark.parametrize("name", ["long.txt", "long.html"])
def test_a_file_longer_than_an_article_is_rejected_before_it_is_read(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    assert "--max-characters" in rejected(path).reason


def test_a_text_over_the_limit_is_rejected(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("A word. " * 200)
    assert "1,600 characters long, over the limit of 1,000" in rejected(path, max_characters=1000).reason
    assert len(only(path, max_characters=1600).text) == 1600


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"\xef\xbb\xbfOne line.\r\nTwo lines.\r\n", "One line.\r\nTwo lines.\r\n"),
        (b"  Not trimmed. \n\n", "  Not trimmed. \n\n"),
        (b"Old Mac.\rTwo.\x0cThree.", "Old Mac.\rTwo.\x0cThree."),
        (
            "Signs \u2028 of \u200b every \x85 kind \U0001f600.".encode(),
            "Signs \u2028 of \u200b every \x85 kind \U0001f600.",
        ),
    ],
)
def test_text_is_kept_verbatim_so_that_offsets_hold(tmp_path: Path, data: bytes, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    assert only(path).text == text
    path = tmp_path / "b.json"
    path.write_text(json.dumps({"text": text}))
    assert only(path).text == text


@pytest.mark.parametrize(("encoding", "mark"), [("utf-16", True), ("utf-16-le", False), ("cp1252", False)])
def test_another_encoding_is_read_when_named(tmp_path: Path, encoding: str, mark: bool) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Ein Satz über Köln.".encode(encoding))
    assert only(path, encoding=encoding).text == "Ein Satz über Köln."


def test_missing_paths_and_what_is_no_file_are_rejected(tmp_path: Path) -> None:
    assert "no such file or folder" in rejected(tmp_path / "nowhere").reason
    os.mkfifo(tmp_path / "pipe.txt")
    assert "no file" in rejected(tmp_path / "pipe.txt").reason


def test_a_file_name_that_is_not_utf8_is_rejected(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_bytes(GOOD.encode())
    reject = rejected(tmp_path)
    assert "rename" in reject.reason
    reject.where.encode()


def test_a_name_with_a_line_break_is_rejected_on_one_line(tmp_path: Path) -> None:
    (tmp_path / "a\nrejected: b.txt").write_text(GOOD)
    (tmp_path / "c.txt").write_text(GOOD)
    reject, document = readings(tmp_path)
    assert isinstance(reject, RejectedInput)
    assert reject.where == f"{tmp_path}/a\\nrejected: b.txt"
    assert "line break" in reject.reason
    assert isinstance(document, Document)


@pytest.mark.parametrize("target", ["/etc/hostname", "../outside.txt", "../outside", "/dev/zero"])
def test_a_link_that_leaves_the_folder_is_rejected(tmp_path: Path, target: str) -> None:
    inside = tmp_path / "inside"
    (tmp_path / "outside").mkdir()
    (inside / "sub").mkdir(parents=True)
    (tmp_path / "outside.txt").write_text(GOOD)
    (inside / "a.txt").symlink_to(target)
    (inside / "b.txt").write_text(GOOD)
    (inside / "z.txt").symlink_to("b.txt")
    (inside / "sub-again").symlink_to("sub")
    reject, document = readings(inside)
    assert isinstance(reject, RejectedInput)
    assert "link that leaves the folder" in reject.reason
    assert isinstance(document, Document)


def test_a_link_that_is_named_is_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "b.txt").symlink_to("../a.txt")
    assert only(tmp_path / "in" / "b.txt").text == GOOD


def test_pipes_and_devices_are_no_input(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    for path in (tmp_path / "pipe.csv", Path("/dev/zero")):
        assert "no file" in rejected(path).reason
        with pytest.raises(UsageError, match="no file"):
            read_metadata(path)
        with pytest.raises(OSError, match="no file"):
            open_file(str(path))


def test_a_folder_that_cannot_be_listed_is_a_reject(tmp_path: Path) -> None:
    # Nobody keeps root from listing a folder but the length of its path.
    deep, name = tmp_path, "d" * 250
    (tmp_path / "a.txt").write_text(GOOD)
    start = os.open(tmp_path, os.O_RDONLY)
    try:
        here = start
        for _ in range(20):
            os.mkdir(name, dir_fd=here)
            here = os.open(name, os.O_RDONLY, dir_fd=here)
            deep /= name
    finally:
        os.close(start)
    document, reject = readings(tmp_path)
    assert isinstance(document, Document)
    assert isinstance(reject, RejectedInput)
    assert "cannot be listed" in reject.reason


def test_a_store_inside_a_folder_is_no_article(tmp_path: Path) -> None:
    Store.open(tmp_path / "sayso.store").close()
    (tmp_path / "a.txt").write_text(GOOD)
    assert only(tmp_path).id == "a"


def test_folders_are_walked_in_order_without_what_is_hidden(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.txt", "a.txt", "c.txt", ".hidden.txt", ".git/x.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(GOOD)
    documents = [reading for reading in readings(tmp_path) if isinstance(reading, Document)]
    assert [document.id for document in documents] == ["a", "c", "1", "2"]
    again = read([str(tmp_path), str(tmp_path / "a.txt"), str(tmp_path / "b")])
    assert [reading.id for reading in again if isinstance(reading, Document)] == ["a", "c", "1", "2"]


def test_the_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(GOOD.encode())))
    (document,) = read(["-"])
    assert isinstance(document, Document)
    assert (document.id, document.text) == ("standard-input", GOOD)


def test_options_hold_for_what_tells_nothing_itself(tmp_path: Path) -> None:
    path = tmp_path / "dump.jsonl"
    told = {"id": 1, "text": GOOD, "published": "2021-05-06", "language": "de"}
    path.write_text(json.dumps(told) + "\n" + json.dumps({"id": 2, "text": GOOD}))
    first, second = readings(path, published="2022-01-30", language="en", id_prefix="x-")
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.id, first.published, first.language) == ("x-1", "2021-05-06", "de")
    assert (second.id, second.published, second.language) == ("x-2", "2022-01-30", "en")


def test_metadata_goes_over_what_a_file_says(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("a.txt", "sub/b.txt"):
        (tmp_path / name).write_text("A Title\nAnd a text.")
    metadata = {
        "a.txt": FileMetadata(
            "m.csv:2", title="Told", source="The Paper", url="https://example.org/a", published="2022-01-30"
        ),
        "b.txt": FileMetadata("m.csv:3", published="soon"),
    }
    document, reject = readings(tmp_path, metadata=metadata)
    assert isinstance(document, Document)
    assert (document.id, document.title, document.source) == ("a", "Told", "The Paper")
    assert (document.url, document.published) == ("https://example.org/a", "2022-01-30")
    assert isinstance(reject, RejectedInput)
    assert "m.csv:3" in reject.reason


def test_a_file_that_the_metadata_do_not_tell_of_is_noted_and_the_table_is_no_article(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(GOOD)
    table = tmp_path / "table.csv"
    table.write_text("file,title\na.txt,A\nc.txt,C\n")
    options = ReadingOptions(metadata=read_metadata(table), skip=(str(table),))
    notes: list[str] = []
    documents = list(read([str(tmp_path)], options, notes.append))
    assert [document.title for document in documents if isinstance(document, Document)] == ["A", "b"]
    assert notes == [f"{tmp_path / 'b.txt'}: the metadata tell nothing of this file"]


@pytest.mark.parametrize(
    "options", [{"format": "pptx"}, {"encoding": "utf-99"}, {"encoding": "rot13"}, {"published": "soon"}]
)
def test_an_option_that_cannot_be_meant_is_refused_at_once(tmp_path: Path, options: dict[str, str]) -> None:
    with pytest.raises(UsageError, match=next(iter(options))):
        read([str(tmp_path)], ReadingOptions(**options))


def test_a_format_goes_over_the_ending(tmp_path: Path) -> None:
    path = tmp_path / "article.log"
    path.write_text(GOOD)
    assert only(path, format="text").text == GOOD
