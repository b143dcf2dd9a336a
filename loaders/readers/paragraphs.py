"""The text of a piece of HTML that is all article: a paragraph a line, nothing left out."""

from __future__ import annotations

import re
from typing import Final

_BLOCKS: Final = frozenset(
    "address article aside blockquote br caption dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li"
    " main ol p pre section table td th tr ul".split()
)
_SILENT: Final = frozenset({"script", "style", "template", "noscript", "head", "title", "svg"})
_GAP: Final = re.compile(r"[ \t\r\n\f]+")


def html_text(markup: str) -> str:
    """Return the words of HTML, white space as a browser shows it, blocks parted by empty lines.

    What is no HTML at all comes back as it is, its white space folded.
    """
    from lxml import etree

    # lxml takes no string with a declared encoding, and no character that XML forbids.
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring(markup.encode("utf-8", "replace") or b"<p/>", parser)
    parts: list[str] = []
    if root is not None:
        for event, element in etree.iterwalk(root, events=("start", "end")):
            block = element.tag in _BLOCKS
            if event == "start":
                if element.tag in _SILENT:
                    element.text = None
                    for child in list(element):
                        element.remove(child)
                parts += ["\n"] if block else []
                parts.append(_GAP.sub(" ", element.text or ""))
            else:
                parts += ["\n"] if block else []
                parts.append(_GAP.sub(" ", element.tail or ""))
    lines = (line.strip() for line in "".join(parts).split("\n"))
    return "\n\n".join(line for line in lines if line)
