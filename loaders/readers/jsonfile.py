"""JSON files: one article, a list of articles, or an object that holds the list as "articles"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.loaders.readers.decoding import decode, refuse_binary
from sayso.loaders.readers.jsonvalue import json_value
from sayso.loaders.readers.options import ReadingOptions
from sayso.loaders.readers.reader import Reading, Source
from sayso.loaders.readers.record import document_of
from sayso.ontology.errors import RejectedInput

# A list holds many articles, and the whole of it is parsed at once.
MAX_BYTES = 500_000_000


class JsonReader:
    """Each article of a list has its place in the messages: FILE:3 is the third."""

    def read(self, source: Source, options: ReadingOptions) -> Iterator[Reading]:
        """Yield the articles. Raises RejectedInput for a file that is too long or no JSON."""
        data = source.stream.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise RejectedInput(source.name, f"larger than {MAX_BYTES:,} bytes; write one article a line, as .jsonl")
        refuse_binary(data, source.name)
        text = decode(data, source.name, options.encoding)
        if not text.strip():
            raise RejectedInput(source.name, "the file is empty; leave it out, or check how it was saved")
        value = json_value(text, source.name)
        articles = value.get("articles") if isinstance(value, dict) else value
        if not isinstance(articles, list):
            yield document_of(value, source.name, source.stem)
            return
        for number, article in enumerate(articles, start=1):
            where = f"{source.name}:{number}"
            try:
                yield document_of(article, where, f"{source.stem}:{number}")
            except RejectedInput as rejected:
                yield rejected
