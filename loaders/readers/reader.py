"""The plug point: a reader turns one source of bytes into articles, one for each format."""

from __future__ import annotations

import io
import shutil
from collections.abc import Buffer, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, Protocol, cast

from sayso.loaders.document import Document
from sayso.loaders.readers.options import ReadingOptions
from sayso.ontology.errors import RejectedInput

type ReadOutcome = Document | RejectedInput

_SPOOLED = 16_000_000


@dataclass(frozen=True, slots=True)
class SourceFile:
    """An opened file: `name` as the user wrote it, for messages; `stem` names its article where nothing else does."""

    name: str
    stem: str
    stream: BinaryIO

    def whole(self, limit: int) -> bytes:
        """Read to the end. Raises RejectedInput for more than `limit` bytes, of which no more than that are read."""
        data = self.stream.read(limit + 1)
        if len(data) > limit:
            raise RejectedInput(
                self.name,
                f"larger than the {limit:,} bytes that one article may take; split it, or raise --max-characters",
            )
        return data

    def again(self, head: bytes) -> SourceFile:
        """Return the source with what was read of it in front."""
        return replace(self, stream=cast("BinaryIO", io.BufferedReader(_Rest(head, self.stream))))

    @contextmanager
    def seekable(self) -> Iterator[BinaryIO]:
        """Yield the stream, or a copy of it on the disk where it cannot go back."""
        if self.stream.seekable():
            yield self.stream
            return
        with SpooledTemporaryFile(max_size=_SPOOLED) as copy:
            shutil.copyfileobj(self.stream, copy)
            copy.seek(0)
            yield cast("BinaryIO", copy)

    def part(self, name: str, data: bytes | BinaryIO) -> SourceFile:
        """Return a part of the source that is an article's: the name of its place, which its identifier has too."""
        stream = cast("BinaryIO", io.BytesIO(data)) if isinstance(data, bytes) else data
        return SourceFile(f"{self.name}:{name}", f"{self.stem}:{name}", stream)


class _Rest(io.RawIOBase):
    """A stream whose first bytes were read already."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = memoryview(head)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer) -> int:
        into = memoryview(buffer)
        data = self._head[: len(into)] or self._rest.read(len(into))
        self._head = self._head[len(data) :]
        into[: len(data)] = data
        return len(data)


class Reader(Protocol):
    """One format."""

    def read(self, source: SourceFile, options: ReadingOptions) -> Iterator[ReadOutcome]:
        """Yield the articles of a source, and a RejectedInput in the place of each that cannot be read.

        Raises RejectedInput where the source as a whole cannot be read.
        """
        ...
