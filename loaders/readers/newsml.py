"""XML files: NewsML-G2 items, as agencies send them, and feeds that are only called .xml."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import BinaryIO, cast

from sayso.loaders.readers.feeds import FeedReader
from sayso.loaders.readers.options import ReadingOptions
from sayso.loaders.readers.paragraphs import element_text
from sayso.loaders.readers.reader import ReadOutcome, SourceFile
from sayso.loaders.readers.record import document_of
from sayso.loaders.readers.xml_parsing import Element, every, first_text, local, tree
from sayso.ontology.errors import RejectedInput

MAX_BYTES = 100_000_000
_ROOT = re.compile(rb"<(?:[\w.-]+:)?([A-Za-z][\w.-]*)")
_COMMENTS = re.compile(rb"<!--.*?-->|<\?.*?\?>|<![^>]*>", re.DOTALL)


class XmlReader:
    """FILE:3 is the third item of a message of several."""

    def read(self, source: SourceFile, options: ReadingOptions) -> Iterator[ReadOutcome]:
        """Yield the news items. Raises RejectedInput for XML of another kind."""
        data = source.whole(MAX_BYTES)
        match = _ROOT.search(_COMMENTS.sub(b"", data[:20_000]))
        root = match[1].decode() if match else ""
        if root in ("rss", "feed", "RDF"):
            again = SourceFile(source.name, source.stem, cast("BinaryIO", io.BytesIO(data)))
            yield from FeedReader().read(again, options)
            return
        if root not in ("newsItem", "newsMessage", "packageItem"):
            raise RejectedInput(
                source.name, f"XML of an unknown kind (<{root[:40]}>); NewsML-G2, RSS and Atom are read"
            )
        items = list(every(tree(data, source.name), "newsItem"))
        if not items:
            raise RejectedInput(source.name, "there is no news item in it; leave it out")
        for number, item in enumerate(items, start=1):
            many = len(items) > 1
            where, stem = (f"{source.name}:{number}", f"{source.stem}:{number}") if many else (source.name, source.stem)
            try:
                yield document_of(item_record(item), where, stem)
            except RejectedInput as rejected:
                yield rejected


def item_record(item: Element) -> dict[str, object]:
    """Return a news item of NewsML-G2 as a record: its text from inline XML (XHTML, NITF), else from inline data."""
    meta, content = _child(item, "itemMeta"), _child(item, "contentMeta")
    inline = next(every(item, "inlineXML"), None)
    bodies = [] if inline is None else [*every(inline, "body.content"), *every(inline, "body"), inline]
    body = next(iter(bodies), None)
    provider = next(every(meta, "provider"), None) if meta is not None else None
    created = ("contentCreated", "firstCreated", "versionCreated")
    return {
        "text": element_text(body) if body is not None else first_text(item, "inlineData"),
        "id": item.get("guid"),
        "title": first_text(content, "headline") if content is not None else None,
        "source": None if provider is None else first_text(provider, "name") or provider.get("literal"),
        "published": next((day for name in created if (day := first_text(item, name))), None),
        "language": next((one.get("tag") for one in every(content, "language")), None) if content is not None else None,
        "authors": _byline(content),
    }


def _byline(content: Element | None) -> list[str]:
    if content is None:
        return []
    named = [first_text(one, "name") for one in every(content, "creator")]
    return [name for name in named if name] or [by for by in [first_text(content, "by")] if by]


def _child(item: Element, name: str) -> Element | None:
    return next((one for one in item if local(one) == name), None)
