"""The registry of formats: a reader by name, and a name by a file's ending."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from sayso.loaders.readers.feeds import FeedReader
from sayso.loaders.readers.html import HtmlReader
from sayso.loaders.readers.jsonfile import JsonReader
from sayso.loaders.readers.jsonlines import JsonLinesReader
from sayso.loaders.readers.mail import MailboxReader, MailReader
from sayso.loaders.readers.newsml import XmlReader
from sayso.loaders.readers.office import BookReader, OfficeReader, odt_paragraphs, word_paragraphs
from sayso.loaders.readers.reader import Reader
from sayso.loaders.readers.rich_text import PdfReader, RtfReader
from sayso.loaders.readers.rows_of_parquet import ParquetReader
from sayso.loaders.readers.rows_of_tables import TableReader
from sayso.loaders.readers.text import TextReader
from sayso.loaders.readers.warc import WarcReader

READERS: Final[Mapping[str, Reader]] = MappingProxyType(
    {
        "text": TextReader(),
        "html": HtmlReader(),
        "jsonl": JsonLinesReader(),
        "json": JsonReader(),
        "csv": TableReader(),
        "tsv": TableReader("\t"),
        "parquet": ParquetReader(),
        "docx": OfficeReader("word/document.xml", word_paragraphs),
        "odt": OfficeReader("content.xml", odt_paragraphs),
        "epub": BookReader(),
        "rtf": RtfReader(),
        "pdf": PdfReader(),
        "eml": MailReader(),
        "mbox": MailboxReader(),
        "feed": FeedReader(),
        "xml": XmlReader(),
        "warc": WarcReader(),
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
        ".docx": "docx",
        ".odt": "odt",
        ".epub": "epub",
        ".rtf": "rtf",
        ".pdf": "pdf",
        ".eml": "eml",
        ".mbox": "mbox",
        ".rss": "feed",
        ".atom": "feed",
        ".xml": "xml",
        ".warc": "warc",
    }
)
