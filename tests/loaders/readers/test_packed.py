"""Packed files are read as what they pack; bombs and damage are rejects."""

import bz2
import gzip
import io
import json
import lzma
import zipfile
from pathlib import Path

import pytest
from backports import zstd

from sayso.loaders.document import Document
from sayso.loaders.readers import ReadingOptions, ReadOutcome, read
from sayso.ontology.errors import RejectedInput

GOOD = "A good article. Ann Lee said it is short."
LINES = "".join(json.dumps({"text": f"{GOOD} {number}"}) + "\n" for number in range(300)).encode()
PACKERS = {".gz": gzip.compress, ".bz2": bz2.compress, ".xz": lzma.compress, ".zst": zstd.compress}


def readings(path: Path, **options: object) -> list[ReadOutcome]:
    return list(read([str(path)], ReadingOptions(**options)))  # type: ignore[arg-type]


def zipped(files: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", compression) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return packed.getvalue()


@pytest.mark.parametrize("ending", PACKERS)
def test_a_packed_file_is_read_by_the_ending_before(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"dump.jsonl{ending}"
    path.write_bytes(PACKERS[ending](LINES))
    found = readings(path)
    assert len(found) == 300
    assert isinstance(found[2], Document)
    assert (found[2].id, found[2].origin) == ("dump:3", f"{path}:3")


@pytest.mark.parametrize("ending", PACKERS)
@pytest.mark.parametrize("damage", ["cut", "other", "empty"])
def test_what_is_damaged_is_a_reject(tmp_path: Path, ending: str, damage: str) -> None:
    path = tmp_path / f"dump.jsonl{ending}"
    data = PACKERS[ending](LINES)
    path.write_bytes({"cut": data[: len(data) // 2], "other": b"A text.", "empty": b""}[damage])
    found = readings(path)
    # gzip takes nothing for a file of nothing, and what came before a cut was read.
    assert all(isinstance(one, Document) for one in found[:-1])
    if found:
        assert isinstance(found[-1], RejectedInput)
        assert "damaged" in found[-1].reason
    else:
        assert damage == "empty"


def test_an_archive_holds_files_of_any_kind(tmp_path: Path) -> None:
    path = tmp_path / "all.zip"
    inner = zipped({"deep.txt": GOOD.encode()})
    path.write_bytes(
        zipped({
            "b.jsonl": LINES[:100], "a/x.txt": GOOD.encode(), "c.jsonl.gz": gzip.compress(LINES), "d.zip": inner,
            ".hidden.txt": GOOD.encode(), "__MACOSX/x.txt": GOOD.encode(), "e.xyz": b"A text.", "f\n.txt": b"A text.",
        })
    )  # fmt: skip
    found = readings(path)
    documents = [one for one in found if isinstance(one, Document)]
    assert [one.id for one in documents[:2]] == ["all/a/x", "all/b:1"]
    assert documents[0].origin == f"{path}/a/x.txt"
    assert (documents[-2].id, documents[-1].origin) == ("all/d/deep", f"{path}/f\\n.txt")
    assert len(documents) == 1 + 1 + 300 + 1 + 1
    assert [
        "ending .xyz" in one.reason or "broken JSON" in one.reason for one in found if isinstance(one, RejectedInput)
    ] == [True, True]


@pytest.mark.parametrize("ending", PACKERS)
def test_a_bomb_is_refused(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"bomb.jsonl{ending}"
    path.write_bytes(PACKERS[ending](b"a" * 12_000_000))
    *_, reject = readings(path)
    assert isinstance(reject, RejectedInput)
    assert "250 times its size" in reject.reason


def test_a_bomb_in_an_archive_costs_itself_alone(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    path.write_bytes(zipped({"a.jsonl": b"a" * 12_000_000, "b.txt": GOOD.encode()}))
    reject, document = readings(path)
    assert isinstance(reject, RejectedInput)
    assert "250 times its size" in reject.reason
    assert isinstance(document, Document)


def test_files_that_overlap_are_a_bomb(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    data = zipped({"a.txt": b"a" * 1000, "b.txt": b"b" * 1000}, zipfile.ZIP_STORED)
    # Both entries of the directory tell the first file's place and a size of thousands.
    path.write_bytes(data.replace((1000).to_bytes(4, "little"), (2500).to_bytes(4, "little")))
    (reject,) = readings(path)
    assert isinstance(reject, RejectedInput)
    assert "overlap" in reject.reason


def test_packed_without_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt.gz.gz.gz"
    path.write_bytes(gzip.compress(gzip.compress(gzip.compress(GOOD.encode()))))
    (reject,) = readings(path)
    assert isinstance(reject, RejectedInput)
    assert "unpack it first" in reject.reason


def test_a_locked_archive_is_a_reject(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    data = bytearray(zipped({"a.txt": GOOD.encode()}))
    data[6] |= 1
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    (reject,) = readings(path)
    assert isinstance(reject, RejectedInput)
    assert "encrypted" in reject.reason


@pytest.mark.parametrize("name", ["../../evil.txt", "a/../../b.txt", "/etc/c.txt", "..\\d.txt"])
def test_a_name_that_leads_out_of_its_archive_is_a_reject(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(zipped({name: GOOD.encode(), "good.txt": GOOD.encode()}))
    found = readings(path)
    assert [one.id for one in found if isinstance(one, Document)] == ["a/good"]
    (reject,) = [one for one in found if isinstance(one, RejectedInput)]
    assert "leads out" in reject.reason


def test_a_link_in_an_archive_is_a_reject(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    link = zipfile.ZipInfo("link.txt")
    link.create_system, link.external_attr = 3, 0o120777 << 16
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(link, "/etc/passwd")
        archive.writestr("good.txt", GOOD)
    reject, good = sorted(readings(path), key=lambda one: isinstance(one, Document))
    assert isinstance(good, Document)
    assert isinstance(reject, RejectedInput)
    assert reject.where == f"{path}/link.txt"
    assert "link" in reject.reason
