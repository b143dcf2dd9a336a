"""HTML pages: the article that trafilatura finds in them, the blocks of a live page, the articles of a download."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace

from sayso.loaders.document import Document
from sayso.loaders.readers.decoding import decode, is_encoding, refuse_binary
from sayso.loaders.readers.downloads import articles_of, downloaded
from sayso.loaders.readers.fields import located
from sayso.loaders.readers.jsonvalue import json_value
from sayso.loaders.readers.linked_data import blocks, described
from sayso.loaders.readers.options import ReadingOptions
from sayso.loaders.readers.paragraphs import html_text
from sayso.loaders.readers.reader import ReadOutcome, SourceFile
from sayso.loaders.readers.record import document_of
from sayso.loaders.readers.titles import first_line_title
from sayso.ontology.errors import RejectedInput

_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9._:-]{1,40})""", re.IGNORECASE)
_HEAD = 4096
_JSON_LD = re.compile(r"""<script[^>]{0,300}?type\s*=\s*["']?application/ld\+json[^>]{0,300}>""", re.IGNORECASE)
_MOST_SCRIPTS = 50
# A long page of an article has some thousand; each costs the library some 50 microseconds, whatever it holds.
_MOST_TAGS = 200_000
_DOWNLOAD = re.compile(r"Document [A-Z0-9]{20,35}\s*<|End of Document\s*<|\d+ of \d+ DOCUMENTS\s*<")
_OF_THE_PAGE = tuple((name, "the page") for name in ("id", "text", "title", "source", "url", "published", "authors"))


class HtmlReader:
    """One article a page: what trafilatura finds, paragraphs on lines of their own. A live page is one for each block.

    What the page does not tell otherwise is taken from its JSON-LD.
    """

    def read(self, source: SourceFile, options: ReadingOptions) -> Iterator[ReadOutcome]:
        """Yield the articles. Raises RejectedInput for a page that cannot be decoded or holds no article."""
        data = source.whole(options.max_bytes)
        refuse_binary(data, source.name)
        page = decode(data, source.name, options.encoding or declared_encoding(data))
        if not page.strip():
            raise RejectedInput(source.name, "the file is empty; leave it out, or check how it was saved")
        if _DOWNLOAD.search(page) and any(downloaded(text := html_text(page))):
            yield from articles_of(text, source)
            return
        if (tags := page.count("<")) > _MOST_TAGS:
            reason = f"the page has {tags:,} tags, which no article has; save the article alone, or its text as .txt"
            raise RejectedInput(source.name, reason)
        linked = list(_linked(page))
        live = next((one for one in linked if blocks(one)), None)
        if live is not None:
            yield from _blocks(live, source)
            return
        yield _article(page, next(iter(linked), {}), source)


def _article(page: str, linked: Mapping[str, object], source: SourceFile) -> Document:
    from trafilatura import bare_extraction
    from trafilatura.settings import Document as Found

    found = bare_extraction(
        page,
        with_metadata=True,
        include_comments=False,
        # A date that stands anywhere in the page is no date of the article.
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    if not isinstance(found, Found) or not found.text:
        if linked.get("articleBody"):
            return document_of(linked, source.name, source.stem)
        raise RejectedInput(
            source.name, "no article was found in this page; save the article alone, or its text as .txt"
        )
    told = {name: content for name, (_, content) in located(linked, {}).items()}
    known = {
        "id": found.url or told.get("url"),
        "text": found.text,
        "title": found.title or told.get("title"),
        "source": found.sitename or told.get("source") or found.hostname,
        "url": found.url or told.get("url"),
        "published": found.date or told.get("published"),
        "language": _declared_language(page) or told.get("language"),
        "authors": found.author or told.get("authors"),
    }
    document = document_of(known, source.name, source.stem)
    first = first_line_title(found.text)
    return replace(document, title=document.title if known["title"] else first or source.stem, found=_OF_THE_PAGE)


def _linked(page: str) -> Iterator[Mapping[str, object]]:
    start = 0
    for _ in range(_MOST_SCRIPTS):
        if (opened := _JSON_LD.search(page, start)) is None or (end := page.find("</script", opened.end())) < 0:
            return
        start = end
        with suppress(RejectedInput):  # broken data in a page is no reason against the page
            yield from described(json_value(page[opened.end() : end], "JSON-LD"))


def _blocks(live: Mapping[str, object], source: SourceFile) -> Iterator[ReadOutcome]:
    """Yield the blocks of a live page, in its order: FILE:3 is the third, with the time that it tells of itself."""
    inherited = {name: live[name] for name in ("publisher", "inLanguage", "author") if name in live}
    for number, block in enumerate(blocks(live), start=1):
        where = f"{source.name}:{number}"
        url = block.get("url") or live.get("url")
        told = {**inherited, **block, "url": url, "id": url if block.get("url") else f"{url or source.stem}#{number}"}
        try:
            yield document_of(told, where, f"{source.stem}:{number}")
        except RejectedInput as rejected:
            yield rejected


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
