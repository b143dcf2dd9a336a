"""What an article must be to be loaded: a text with words, a date that exists, an address that is one."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import urlsplit

from pyoxigraph import NamedNode

from sayso.loaders.document import Document
from sayso.loaders.readers.written_dates import read_date, shown
from sayso.ontology.errors import RejectedInput

_SURROGATE = re.compile("[\ud800-\udfff]")


def checked(document: Document, max_characters: int) -> Document:
    """Return the document with its date in ISO 8601. Raises RejectedInput for the first thing wrong with it."""
    try:
        _check_text(document.text, max_characters)
        for name in ("id", "text", "title", "source", "language"):
            _check_characters(name, getattr(document, name))
        for author in document.authors:
            _check_characters("author", author)
        if not document.id.strip():
            raise ValueError("the id is empty; leave it out to use the URL or the file's name")
        if document.url is not None:
            check_url(document.url)
        return replace(document, published=document.published and read_date(document.published))
    except ValueError as error:
        raise RejectedInput(document.origin, str(error)) from error


def check_url(url: str) -> None:
    """Raise ValueError for what is not a web address, or holds a character that none may hold."""
    try:
        parts = urlsplit(url)
        NamedNode(url)
        parts.port  # noqa: B018  (raises for a port that is no number)
    except ValueError as error:
        raise ValueError(f"the URL {shown(url)} is not valid ({error}); correct it, or leave it out") from error
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError(f"the URL {shown(url)} is not a web address (http or https); correct it, or leave it out")


def _check_text(text: str, max_characters: int) -> None:
    if not text or text.isspace():
        raise ValueError("there is no text in it; leave it out, or check how it was saved")
    if len(text) > max_characters:
        raise ValueError(
            f"the text is {len(text):,} characters long, over the limit of {max_characters:,}; "
            "split it into articles, or raise --max-characters"
        )
    if not any(character.isalpha() for character in text):
        raise ValueError("there is not one sentence in it, only signs and digits; leave it out")


def _check_characters(name: str, value: str | None) -> None:
    if value is None:
        return
    if (place := value.find("\0")) >= 0:
        raise ValueError(f"the {name} holds a NUL character at {place}; take it out")
    if found := _SURROGATE.search(value):
        raise ValueError(
            f"the {name} holds half a character (U+{ord(found[0]):04X}, a lone surrogate) at {found.start()}; "
            "write the whole character, or take it out"
        )
