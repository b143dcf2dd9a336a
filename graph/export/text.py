"""Text that goes into files: UTF-8, and for XML without the characters that it forbids."""

from __future__ import annotations

import re
from typing import IO
from xml.sax.saxutils import escape, quoteattr

from sayso.graph.export.writer import Notices

REPLACEMENT = "\ufffd"
_SURROGATE = re.compile("[\ud800-\udfff]")
# https://www.w3.org/TR/xml/#charsets
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class TextFile:
    """A UTF-8 file that counts what it had to replace: half characters, which UTF-8 has no place for."""

    forbidden = _SURROGATE
    what = "half characters (lone surrogates)"

    def __init__(self, output: IO[bytes]) -> None:
        self._output = output
        self.replaced = 0

    def clean(self, text: str) -> str:
        """Return text that the file may hold, each character that it may not as U+FFFD."""
        # Nearly all texts end here; all that may be forbidden is neither ASCII nor to be printed.
        if text.isprintable():
            return text
        cleaned, count = self.forbidden.subn(REPLACEMENT, text)
        self.replaced += count
        return cleaned

    def write(self, text: str) -> None:
        """Write text; half characters in it are replaced and counted."""
        try:
            data = text.encode()
        except UnicodeEncodeError:
            data = self.clean(text).encode()
        self._output.write(data)

    def notices(self) -> Notices:
        """Say how many characters were replaced, if any."""
        return (f"{self.replaced:,} {self.what} became U+FFFD",) if self.replaced else ()


class XmlFile(TextFile):
    """A UTF-8 file of XML 1.0; `attribute` and `text` return what may be written into markup, cleaned."""

    forbidden = _FORBIDDEN
    what = "characters that XML 1.0 forbids"

    def attribute(self, text: str) -> str:
        """Return the text as an attribute's value, in its quotes; white space is kept."""
        # To look for each sign by itself is faster than one pattern for all.
        if text.isprintable() and not ("&" in text or "<" in text or ">" in text or '"' in text):
            return f'"{text}"'
        return quoteattr(self.clean(text))

    def text(self, text: str) -> str:
        """Return the text as an element's content."""
        return escape(self.clean(text), {"\r": "&#13;"})
