"""RSS and Atom files: an entry an article, with the text that the feed gives of it."""

from __future__ import annotations

import io
import time
from collections.abc import Iterator, Mapping

from sayso.loaders.readers.options import ReadingOptions
from sayso.loaders.readers.paragraphs import html_text
from sayso.loaders.readers.reader import ReadOutcome, SourceFile
from sayso.loaders.readers.record import document_of
from sayso.ontology.errors import RejectedInput

MAX_BYTES = 100_000_000


class FeedReader:
    """FILE:3 is the third entry. Its text is the whole content where the feed has it, else the summary."""

    def read(self, source: SourceFile, options: ReadingOptions) -> Iterator[ReadOutcome]:
        """Yield the entries. Raises RejectedInput for what is no feed."""
        try:
            import feedparser
        except ImportError as error:
            raise RejectedInput(source.name, "reading feeds needs feedparser; install sayso[documents]") from error
        # A stream, never a string: feedparser would fetch one that looks like an address.
        feed = feedparser.parse(io.BytesIO(source.whole(MAX_BYTES)))
        if not feed.get("version"):
            raise RejectedInput(source.name, f"this is no feed ({feed.get('bozo_exception', 'RSS or Atom')})")
        about = feed.get("feed", {})
        for number, entry in enumerate(feed.entries, start=1):
            where = f"{source.name}:{number}"
            try:
                yield document_of(_record(entry, about), where, f"{source.stem}:{number}")
            except RejectedInput as rejected:
                yield rejected


def _record(entry: Mapping[str, object], about: Mapping[str, object]) -> dict[str, object]:
    content = entry.get("content")
    whole = max((_value(one) for one in content), key=len, default="") if isinstance(content, list) else ""
    moment = entry.get("published_parsed") or entry.get("updated_parsed")
    authors = entry.get("authors")
    return {
        "text": html_text(whole or str(entry.get("summary") or "")),
        "title": html_text(str(entry.get("title") or "")).replace("\n\n", " "),
        "url": entry.get("link"),
        "id": entry.get("id"),
        "source": about.get("title"),
        "language": about.get("language"),
        "published": time.strftime("%Y-%m-%dT%H:%M:%SZ", moment)
        if isinstance(moment, time.struct_time)
        else entry.get("published") or entry.get("updated"),
        "authors": [one for one in authors if one.get("name")] if isinstance(authors, list) else [],
    }


def _value(content: object) -> str:
    return str(content.get("value") or "") if isinstance(content, dict) else ""
