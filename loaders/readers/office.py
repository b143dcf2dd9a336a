"""Office documents and books: .docx, .odt, .epub, each a zip archive with XML in it."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from sayso.loaders.readers.downloads import articles_of
from sayso.loaders.readers.options import ReadingOptions
from sayso.loaders.readers.paragraphs import html_text
from sayso.loaders.readers.reader import ReadOutcome, SourceFile
from sayso.loaders.readers.record import document_of
from sayso.loaders.readers.xml_parsing import Element, every, local, tree
from sayso.ontology.errors import RejectedInput

_WORD_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
# A text box stands a second time for programs that know none; what was deleted or noted is no text.
_WORD_SILENT = frozenset({"Fallback", "del", "moveFrom", "footnote", "endnote", "comment", "instrText"})
_ODT_BREAKS = {"tab": "\t", "line-break": "\n"}
_ODT_SILENT = frozenset({"note", "annotation", "tracked-changes", "sequence-decls", "table-of-content"})


class OfficeReader:
    """One article, or the several of a download of Nexis Uni or Factiva: paragraphs are parted by empty lines."""

    def __init__(self, part: str, paragraphs: Callable[[Element], Iterator[str]]) -> None:
        self._part = part
        self._paragraphs = paragraphs

    def read(self, source: SourceFile, options: ReadingOptions) -> Iterator[ReadOutcome]:
        """Yield the articles. Raises RejectedInput for what is no such document."""
        with _archive(source) as archive:
            root = tree(_member(archive, self._part, source, options.max_bytes), source.name)
        text = "\n\n".join(line for line in self._paragraphs(root) if line.strip())
        yield from articles_of(text, source)


class BookReader:
    """An article for each part of a book that holds text: FILE:3 is the third part in the order of reading."""

    def read(self, source: SourceFile, options: ReadingOptions) -> Iterator[ReadOutcome]:
        """Yield the parts. Raises RejectedInput for what is no book."""
        with _archive(source) as archive:
            for number, name in enumerate(_spine(archive, source, options.max_bytes), start=1):
                where = f"{source.name}:{number}"
                try:
                    page = _member(archive, name, source, options.max_bytes).decode("utf-8", "replace")
                    text = html_text(page)
                    if text.strip():
                        yield document_of({"text": text}, where, f"{source.stem}:{number}")
                except RejectedInput as rejected:
                    yield RejectedInput(where, rejected.reason)


def word_paragraphs(root: Element) -> Iterator[str]:
    """Yield the paragraphs of a .docx body."""
    yield from _paragraphs(root, frozenset({"p"}), _WORD_SILENT, _word_piece)


def odt_paragraphs(root: Element) -> Iterator[str]:
    """Yield the paragraphs and headings of an .odt body."""
    for body in every(root, "text"):
        if body.tag.endswith("office:1.0}text"):
            yield from _paragraphs(body, frozenset({"p", "h"}), _ODT_SILENT, _odt_piece)


def _word_piece(element: Element) -> str:
    name = local(element)
    return (element.text or "") if name == "t" else _WORD_BREAKS.get(name, "")


def _odt_piece(element: Element) -> str:
    name = local(element)
    spaces = next((value for key, value in element.attrib.items() if key.endswith("}c")), "1")
    if name == "s":
        return " " * min(int(spaces), 100) if spaces.isdecimal() else " "
    return _ODT_BREAKS.get(name, element.text or "")


def _paragraphs(
    root: Element, blocks: frozenset[str], silent: frozenset[str], piece: Callable[[Element], str]
) -> Iterator[str]:
    from lxml import etree

    lines: list[list[str]] = []
    hidden = 0
    tails = "p" in blocks and "h" in blocks  # text beside elements counts in .odt alone
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = local(element)
        if event == "start":
            hidden += name in silent
            if name in blocks:
                lines.append([])
            if lines and not hidden:
                lines[-1].append(piece(element))
            continue
        hidden -= name in silent
        if name in blocks and lines:
            yield "".join(lines.pop())
        if tails and lines and not hidden:
            lines[-1].append(element.tail or "")


def _spine(archive: zipfile.ZipFile, source: SourceFile, limit: int) -> list[str]:
    container = tree(_member(archive, "META-INF/container.xml", source, limit), source.name)
    path = next((one.get("full-path") or "" for one in every(container, "rootfile")), "")
    package = tree(_member(archive, path, source, limit), source.name)
    items = {one.get("id"): one for one in every(package, "item")}
    found = [items[one.get("idref")] for one in every(package, "itemref") if one.get("idref") in items]
    pages = [one for one in found if "nav" not in (one.get("properties") or "").split()]
    return [normpath(join(dirname(path), unquote(one.get("href") or ""))) for one in pages]


@contextmanager
def _archive(source: SourceFile) -> Iterator[zipfile.ZipFile]:
    with source.seekable() as stream:
        try:
            archive = zipfile.ZipFile(stream)
        except (OSError, ValueError, NotImplementedError, zipfile.BadZipFile) as error:
            raise RejectedInput(source.name, f"damaged, or not what its ending says ({str(error)[:100]})") from error
        with archive:
            yield archive


def _member(archive: zipfile.ZipFile, name: str, source: SourceFile, limit: int) -> bytes:
    # XML has some twenty bytes of markup for each of text.
    most = 20 * limit
    try:
        with archive.open(name) as stream:
            data = stream.read(most + 1)
    except KeyError as error:
        raise RejectedInput(source.name, f"damaged: there is no {name[:100]!r} in it") from error
    except (OSError, EOFError, ValueError, RuntimeError, NotImplementedError, zlib.error, zipfile.BadZipFile) as error:
        raise RejectedInput(source.name, f"damaged, or locked ({str(error)[:100]})") from error
    if len(data) > most:
        raise RejectedInput(source.name, f"its {name[:100]!r} is larger than {most:,} bytes; split it")
    return data
