"""The registry of formats: a reader by name, and a name by a file's ending."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from loaders.readers.html import HtmlReader
from loaders.readers.jsonfile import JsonReader
from loaders.readers.jsonlines import JsonLinesReader
from loaders.readers.reader import Reader
from loaders.readers.text import TextReader

READERS: Final[Mapping[str, Reader]] = MappingProxyType(
    {"text": TextReader(), "html": HtmlReader(), "jsonl": JsonLinesReader(), "json": JsonReader()}
)
ENDINGS: Final[Mapping[str, str]] = MappingProxyType(
    {
        ".txt": "text",
        ".text": "text",
        ".html": "html",
        ".htm": "html",
        ".xhtml": "html",
        ".jsonl": "jsonl",
        ".ndjson": "jsonl",
        ".json": "json",
    }
)
