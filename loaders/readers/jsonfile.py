"""JSON files: one article, a list of articles, or an object that holds the list, as APIs answer."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.loaders.readers.decoding import decode, refuse_binary
from sayso.loaders.readers.jsonlines import JsonLinesReader
from sayso.loaders.readers.jsonvalue import json_value
from sayso.loaders.readers.linked_data import described
from sayso.loaders.readers.options import ReadingOptions
from sayso.loaders.readers.reader import ReadOutcome, SourceFile
from sayso.loaders.readers.record import document_of
from sayso.ontology.errors import RejectedInput

# A list holds many articles, and the whole of it is parsed at once.
MAX_BYTES = 500_000_000
# Where an object holds its articles: ours and NewsAPI's, the Guardian's, what many APIs answer.
_LISTS = ("articles", "response.results", "results", "items", "data")


class JsonReader:
    """Each article of a list has its place in the messages: FILE:3 is the third. JSON Lines are noticed."""

    def read(self, source: SourceFile, options: ReadingOptions) -> Iterator[ReadOutcome]:
        """Yield the articles. Raises RejectedInput for a file that is too long or no JSON."""
        lines, source = _holds_lines(source, options)
        if lines:
            yield from JsonLinesReader().read(source, options)
            return
        data = source.stream.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise RejectedInput(source.name, f"larger than {MAX_BYTES:,} bytes; write one article a line, as .jsonl")
        refuse_binary(data, source.name)
        text = decode(data, source.name, options.encoding)
        if not text.strip():
            raise RejectedInput(source.name, "the file is empty; leave it out, or check how it was saved")
        value = json_value(text, source.name)
        articles = listed(value)
        if articles is None:
            yield document_of(value, source.name, source.stem, options.mapped)
            return
        for number, article in enumerate(articles, start=1):
            where = f"{source.name}:{number}"
            try:
                yield document_of(article, where, f"{source.stem}:{number}", options.mapped)
            except RejectedInput as rejected:
                yield rejected


def listed(value: object) -> list[object] | None:
    """Return the articles that a JSON value lists, None where it is none of the shapes that list any."""
    if isinstance(value, list):
        return value
    if not isinstance(value, dict):
        return None
    if "@graph" in value:
        return list(described(value)) or None
    for place in _LISTS:
        found: object = value
        for name in place.split("."):
            found = found.get(name) if isinstance(found, dict) else None
        if isinstance(found, list) and "text" not in value:
            return found
    return None


def _holds_lines(source: SourceFile, options: ReadingOptions) -> tuple[bool, SourceFile]:
    """Say whether a file is JSON Lines: an object on the first line, and another begins on the next."""
    first = source.stream.readline(options.max_bytes + 1)
    head = first
    second = b""
    if first.startswith((b"{", b"\xef\xbb\xbf{")) and first.rstrip().endswith(b"}"):
        while not second.strip() and (second := source.stream.readline(options.max_bytes + 1)):
            head += second
    return second.lstrip().startswith(b"{"), source.again(head)
