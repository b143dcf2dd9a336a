"""The registry of formats: a reader by name, and a name by a file's ending."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from sayso.loaders.readers.html import HtmlReader
from sayso.loaders.readers.jsonfile import JsonReader
from sayso.loaders.readers.jsonlines import JsonLinesReader
from sayso.loaders.readers.reader import Reader
from sayso.loaders.readers.rows_of_parquet import ParquetReader
from sayso.loaders.readers.rows_of_tables import TableReader
from sayso.loaders.readers.text import TextReader

READERS: Final[Mapping[str, Reader]] = MappingProxyType(
    {
        "text": TextReader(),
        "html": HtmlReader(),
        "jsonl": JsonLinesReader(),
        "json": JsonReader(),
        "csv": TableReader(),
        "tsv": TableReader("\t"),
        "parquet": ParquetReader(),
    }
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
        ".csv": "csv",
        ".tsv": "tsv",
        ".tab": "tsv",
        ".parquet": "parquet",
    }
)
