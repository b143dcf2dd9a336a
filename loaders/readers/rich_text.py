"""RTF and PDF: the text of a document that is laid out for paper."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from sayso.loaders.readers.downloads import articles_of
from sayso.loaders.readers.options import ReadingOptions
from sayso.loaders.readers.reader import ReadOutcome, SourceFile
from sayso.ontology.errors import RejectedInput

# A form feed ends each page, as in the text that pdftotext writes: the page of an offset is their count before it.
PAGE_END = "\f"


class RtfReader:
    """One article, or the several of a download of Nexis Uni or Factiva."""

    def read(self, source: SourceFile, options: ReadingOptions) -> Iterator[ReadOutcome]:
        """Yield the articles. Raises RejectedInput for what is no RTF."""
        try:
            from striprtf.striprtf import rtf_to_text
        except ImportError as error:
            raise RejectedInput(source.name, "reading RTF needs striprtf; install sayso[documents]") from error
        data = source.whole(10 * options.max_bytes)
        if not data.startswith(b"{\\rtf"):
            raise RejectedInput(source.name, "this is no RTF document; name what it is")
        try:
            text: str = rtf_to_text(data.decode("latin-1"), encoding=options.encoding or "cp1252")  # type: ignore[no-untyped-call]
        except (ValueError, LookupError, TypeError, ArithmeticError, RecursionError) as error:
            raise RejectedInput(source.name, f"damaged RTF ({error}); save it as text") from error
        yield from articles_of(text, source)


class PdfReader:
    """One article, a form feed at the end of each page; lines as they stand on the page."""

    def read(self, source: SourceFile, options: ReadingOptions) -> Iterator[ReadOutcome]:
        """Yield the article. Raises RejectedInput for what is no PDF, is locked or holds pictures alone."""
        try:
            import pypdf
        except ImportError as error:
            raise RejectedInput(source.name, "reading PDF needs pypdf; install sayso[documents]") from error
        faults = (pypdf.errors.PyPdfError, OSError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError)
        try:
            with source.seekable() as stream:
                text = _pages(stream, options.max_characters)
        except (*faults, RecursionError, NotImplementedError) as error:
            reason = f"no PDF that can be read ({str(error)[:200] or type(error).__name__}); save it as text"
            raise RejectedInput(source.name, reason) from error
        if not text.strip():
            raise RejectedInput(source.name, "there is no text in this PDF, pictures perhaps; recognise it first (OCR)")
        yield from articles_of(text, source)


def _pages(stream: BinaryIO, most: int) -> str:
    from pypdf import PdfReader as Pdf

    pages: list[str] = []
    length = 0
    for page in Pdf(stream).pages:
        pages.append(page.extract_text() + PAGE_END)
        length += len(pages[-1])
        if length > most:
            break  # the check of the length says so
    return "".join(pages)
