"""Zip archives that are the same bytes for the same content, and names in them that are safe everywhere."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Buffer, Iterator
from contextlib import contextmanager
from typing import IO, cast
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_EPOCH = (1980, 1, 1, 0, 0, 0)
# What Windows, zip tools or Obsidian's links do not take in a name, and what steers a terminal or hides.
_UNSAFE = re.compile(r'[\\/:*?"<>|#^\[\]\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff]+')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)
_LONGEST = 120  # bytes: file systems end at 255, and a folder and an ending are added


class _Forward(io.RawIOBase):
    """A file that is only written forward, so that a zip is the same bytes in a file and in a pipe."""

    def __init__(self, output: IO[bytes]) -> None:
        self._output = output

    def writable(self) -> bool:
        return True

    def write(self, data: Buffer, /) -> int:
        return self._output.write(data)


def forward(output: IO[bytes]) -> IO[bytes]:
    """Return the file as one that cannot go back."""
    return cast(IO[bytes], _Forward(output))


@contextmanager
def entry(archive: ZipFile, name: str) -> Iterator[IO[bytes]]:
    """Open a file of the archive for writing; its date is the same for ever."""
    info = ZipInfo(name, _EPOCH)
    info.compress_type = ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    with archive.open(info, "w", force_zip64=True) as file:
        yield file


class FileNames:
    """File names made from labels, no two the same, not even where capitals do not count."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, label: str) -> str:
        """Return a safe name for a label, without an ending."""
        name = safe_name(label)
        unique, number = name, 1
        while _folded(unique) in self._taken:
            number += 1
            unique = f"{name} {number}"
        self._taken.add(_folded(unique))
        return unique


def safe_name(label: str) -> str:
    """Return a name that is one file in one folder on every system: no path, no device, no hidden file."""
    name = " ".join(_UNSAFE.sub(" ", unicodedata.normalize("NFC", label)).split()).strip(". ")
    name = name.encode()[:_LONGEST].decode("utf-8", "ignore").strip(". ") or "unnamed"
    return f"_{name}" if _RESERVED.fullmatch(name) else name


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()
