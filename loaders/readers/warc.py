"""WARC files of web archives and crawls: each page an article."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO, cast

from sayso.loaders.document import Document
from sayso.loaders.readers.decoding import is_encoding
from sayso.loaders.readers.html import HtmlReader, declared_encoding
from sayso.loaders.readers.options import ReadingOptions
from sayso.loaders.readers.reader import ReadOutcome, SourceFile
from sayso.ontology.errors import RejectedInput


class WarcReader:
    """FILE:3 is the third record. Pages answered with 200 are read and nothing else; `WARC-Date` dates nothing."""

    def read(self, source: SourceFile, options: ReadingOptions) -> Iterator[ReadOutcome]:
        """Yield the articles of the pages. Raises RejectedInput for what is no WARC, or is broken off."""
        try:
            from warcio.archiveiterator import ArchiveIterator
            from warcio.exceptions import ArchiveLoadFailed
        except ImportError as error:
            raise RejectedInput(source.name, "reading WARC needs warcio; install sayso[documents]") from error
        number = 0
        try:
            for record in ArchiveIterator(source.stream):
                number += 1
                if _is_page(record):
                    yield from _page(record, f"{source.name}:{number}", f"{source.stem}:{number}", options)
        except (ArchiveLoadFailed, EOFError, ValueError, AttributeError) as error:
            where = f"{source.name}:{number + 1}"
            raise RejectedInput(where, f"no WARC record can be read here ({str(error)[:200]})") from error


def _is_page(record: Any) -> bool:
    if record.rec_type != "response" or record.http_headers is None:
        return False
    kind = (record.http_headers.get_header("Content-Type") or "").partition(";")[0].strip().lower()
    return record.http_headers.get_statuscode() == "200" and kind in ("text/html", "application/xhtml+xml")


def _page(record: Any, where: str, stem: str, options: ReadingOptions) -> Iterator[ReadOutcome]:
    data = record.content_stream().read(options.max_bytes + 1)
    url = record.rec_headers.get_header("WARC-Target-URI")
    told = (record.http_headers.get_header("Content-Type") or "").lower().partition("charset=")[2].strip(" \"'")
    if options.encoding is None and told and is_encoding(told) and declared_encoding(data) is None:
        options = replace(options, encoding=told)
    page = SourceFile(where, url or stem, cast("BinaryIO", io.BytesIO(data)))
    try:
        for one in HtmlReader().read(page, options):
            # The address that was fetched, whatever the page says: a mirror's canonical address is another's.
            yield replace(one, url=one.url or url) if isinstance(one, Document) else one
    except RejectedInput as rejected:
        yield RejectedInput(where, f"{url}: {rejected.reason}" if url else rejected.reason)
