"""HTML pages: the article that trafilatura finds in them, with what the page says about it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.loaders.document import Document
from sayso.loaders.readers.decoding import decode, is_encoding, refuse_binary
from sayso.loaders.readers.options import ReadingOptions
from sayso.loaders.readers.reader import Reading, Source
from sayso.loaders.readers.titles import first_line_title
from sayso.ontology.errors import RejectedInput

_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9._:-]{1,40})""", re.IGNORECASE)
_HEAD = 4096


class HtmlReader:
    """One article a page. Its text is what trafilatura returns, paragraphs on lines of their own."""

    def read(self, source: Source, options: ReadingOptions) -> Iterator[Reading]:
        """Yield the one article. Raises RejectedInput for a page that cannot be decoded or holds no article."""
        from trafilatura import bare_extraction
        from trafilatura.settings import Document as Found

        data = source.whole(options.max_bytes)
        refuse_binary(data, source.name)
        page = decode(data, source.name, options.encoding or declared_encoding(data))
        if not page.strip():
            raise RejectedInput(source.name, "the file is empty; leave it out, or check how it was saved")
        found = bare_extraction(
            page,
            with_metadata=True,
            include_comments=False,
            # A date that stands anywhere in the page is no date of the article.
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
        if not isinstance(found, Found) or not found.text:
            raise RejectedInput(
                source.name, "no article was found in this page; save the article alone, or its text as .txt"
            )
        yield Document(
            id=found.url or source.stem,
            text=found.text,
            title=found.title or first_line_title(found.text) or source.stem,
            source=found.sitename or found.hostname,
            url=found.url,
            published=found.date,
            language=_declared_language(page),
            authors=tuple(name.strip() for name in (found.author or "").split(";") if name.strip()),
            origin=source.name,
        )


def declared_encoding(data: bytes) -> str | None:
    """Return the encoding that a page declares for itself, None where it declares none that Python knows."""
    match = _DECLARED.search(data[:_HEAD])
    if match is None:
        return None
    name = match[1].decode("ascii")
    if not is_encoding(name):
        return None
    # Browsers read what calls itself Latin-1 as Windows-1252, and pages are written to be seen in browsers.
    return "cp1252" if name.lower() in ("iso-8859-1", "latin-1", "latin1", "us-ascii") else name


def _declared_language(page: str) -> str | None:
    match = re.search(r"""<html[^>]{0,500}?\slang\s*=\s*["']?([A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*)""", page[:_HEAD])
    return match[1] if match else None
