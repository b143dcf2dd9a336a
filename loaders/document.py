"""A document: one article as a reader hands it on."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Document:
    """One article, before anything is found in it.

    `id` is the record's own identifier, else its URL, else the file's name without ending. `text` is verbatim (a BOM
    aside): offsets into it are code points. `published` is an ISO 8601 date or date-time, `language` a BCP 47 tag.
    `origin` says where it came from, for messages: "FILE" or "FILE:LINE". `found` tells of fields where each stood
    ("text", "content"), to check a mapping before a load; it is no part of the article.
    """

    id: str
    text: str
    title: str | None = None
    source: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    authors: tuple[str, ...] = ()
    origin: str = ""
    found: tuple[tuple[str, str], ...] = field(default=(), compare=False, repr=False)

    @property
    def day(self) -> date | None:
        """The day of publication; None where none is told, or no such day exists."""
        try:
            return date.fromisoformat((self.published or "")[:10])
        except ValueError:
            return None
