from pathlib import Path

import pytest

from sayso.loaders.readers.metadata import read_metadata
from sayso.loaders.readers.options import FileMetadata
from sayso.ontology.errors import UsageError


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_tells_of_files(tmp_path: Path, delimiter: str) -> None:
    path = tmp_path / "m.csv"
    rows = [["File", "title", "published"], ["a.txt", '"A title; with, signs"', "2022-01-30"], ["b.txt", "", ""]]
    path.write_bytes(b"\xef\xbb\xbf" + "\r\n".join(delimiter.join(row) for row in rows).encode())
    assert read_metadata(path) == {
        "a.txt": FileMetadata(f"{path}:2", title="A title; with, signs", published="2022-01-30"),
        "b.txt": FileMetadata(f"{path}:3"),
    }


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "column “file”"),
        ("title,source\na,b\n", "column “file”"),
        ("file,colour\na.txt,red\n", "colour"),
        ("file,title\n,A title\n", ":2: the row has no file"),
        ("file,title\na.txt,A title,more\n", ":2"),
        ("file,title\na.txt,A\na.txt,B\n", "second time"),
        ("file," + "x" * 200_000 + "\na.txt,A\n", "field larger than"),
        ("file," + "x" * 2_000 + "\na.txt,A\n", "unknown column “" + "x" * 40 + "”"),
    ],
)
def test_a_table_that_cannot_be_meant_is_refused(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "m.csv"
    path.write_text(text)
    with pytest.raises(UsageError, match="--metadata") as refused:
        read_metadata(path)
    assert message in str(refused.value)


def test_a_missing_or_undecodable_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        read_metadata(tmp_path / "none.csv")
    (tmp_path / "latin.csv").write_bytes("file,title\na.txt,Köln und Umgebung".encode("latin-1"))
    with pytest.raises(UsageError, match="not UTF-8"):
        read_metadata(tmp_path / "latin.csv")
