"""The plug point: a reader turns one source of bytes into articles, one for each format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from sayso.loaders.document import Document
from sayso.loaders.readers.options import ReadingOptions
from sayso.ontology.errors import RejectedInput

type Reading = Document | RejectedInput


@dataclass(frozen=True, slots=True)
class Source:
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


class Reader(Protocol):
    """One format."""

    def read(self, source: Source, options: ReadingOptions) -> Iterator[Reading]:
        """Yield the articles of a source, and a RejectedInput in the place of each that cannot be read.

        Raises RejectedInput where the source as a whole cannot be read.
        """
        ...
