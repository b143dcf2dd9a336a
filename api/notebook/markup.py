"""Hostile text in markup: escaped, without forbidden characters, its direction kept to itself, shortened."""

from __future__ import annotations

import re
from typing import Final

REPLACEMENT: Final = "\ufffd"
# What neither HTML nor XML 1.0 may hold: https://www.w3.org/TR/xml/#charsets, and the C1 controls besides.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]")
_MARKS: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "`": "&#96;"})
_STYLE_LESS = re.compile(r"\s+")


def escaped(text: str) -> str:
    """Return text that stands for itself in an element or a quoted attribute, in HTML and in XML."""
    return _FORBIDDEN.sub(REPLACEMENT, text).translate(_MARKS)


def isolated(text: str) -> str:
    """Return escaped text in an element of its own direction: what turns it ends where the text ends."""
    return f"<bdi>{escaped(text)}</bdi>"


def shortened(text: str, longest: int) -> str:
    """Return text on one line, of at most `longest` code points, the last of them … where something is left out."""
    flat = _STYLE_LESS.sub(" ", text).strip()
    return flat if len(flat) <= longest else flat[: longest - 1] + "…"


def linked(iri: str, words: str) -> str:
    """Return words as a link where the address is one of the web, else the words alone."""
    if not re.match(r"https?://", iri, re.IGNORECASE):
        return isolated(words)
    return f'<a href="{escaped(iri)}" target="_blank" rel="noopener noreferrer">{isolated(words)}</a>'
