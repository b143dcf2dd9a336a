"""The text of a piece of HTML that is all article: blocks parted by empty lines, nothing left out."""

from __future__ import annotations

import re
from typing import Final

from sayso.loaders.readers.xml_parsing import Element, local

_BLOCKS: Final = frozenset(
    "address article aside blockquote br caption dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hl1 hl2"
    " hr li main ol p pre section table td th tr ul".split()
)
_SILENT: Final = frozenset("script style template noscript head title svg media".split())
_GAP: Final = re.compile(r"[ \t\r\n\f]+")


def html_tree(markup: str) -> Element | None:
    """Parse HTML however broken it is; None for nothing."""
    from lxml import etree

    # lxml takes no string that declares an encoding.
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    return etree.fromstring(markup.encode("utf-8", "replace") or b"<p/>", parser)


def html_text(markup: str) -> str:
    """Return the words of HTML, white space as a browser shows it, blocks parted by empty lines."""
    root = html_tree(markup)
    return "" if root is None else element_text(root)


def element_text(root: Element) -> str:
    """Return the words of an element of HTML, XHTML or NITF as `html_text` does."""
    from lxml import etree

    parts: list[str] = []
    silent = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = local(element)
        if event == "start":
            silent += name in _SILENT
            parts.append("\n" if name in _BLOCKS else "")
            parts.append("" if silent else _GAP.sub(" ", element.text or ""))
        else:
            silent -= name in _SILENT
            parts.append("\n" if name in _BLOCKS else "")
            parts.append("" if silent or element is root else _GAP.sub(" ", element.tail or ""))
    lines = (line.strip() for line in "".join(parts).split("\n"))
    return "\n\n".join(line for line in lines if line)
