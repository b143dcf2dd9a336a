"""JSON Lines: one article a line, read line by line."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.loaders.readers.decoding import decode, refuse_binary
from sayso.loaders.readers.jsonvalue import json_value
from sayso.loaders.readers.options import ReadingOptions
from sayso.loaders.readers.reader import ReadOutcome, SourceFile
from sayso.loaders.readers.record import document_of
from sayso.ontology.errors import RejectedInput

_CHUNK = 1 << 20


class JsonLinesReader:
    """A broken line is rejected alone, the others are read; a file of any length takes the memory of one line."""

    def read(self, source: SourceFile, options: ReadingOptions) -> Iterator[ReadOutcome]:
        """Yield the article of each line that is not empty."""
        for number, line in enumerate(_lines(source, options.max_bytes), start=1):
            if line is not None and line.isspace():
                continue
            where = f"{source.name}:{number}"
            try:
                if line is None:
                    raise RejectedInput(where, "the line is longer than one article may be; raise --max-characters")
                if number == 1:
                    refuse_binary(line, source.name)
                text = decode(line, where, options.encoding)
                if text.strip():
                    yield document_of(json_value(text, where), where, f"{source.stem}:{number}", options.mapped)
            except RejectedInput as rejected:
                yield rejected
                if rejected.where == source.name:
                    return


def _lines(source: SourceFile, limit: int) -> Iterator[bytes | None]:
    """Yield lines; None in the place of one that is longer than the limit, which is skipped without being kept."""
    while line := source.stream.readline(limit + 1):
        if len(line) <= limit or line.endswith(b"\n"):
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = source.stream.readline(_CHUNK)
        yield None
