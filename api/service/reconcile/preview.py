"""A small page about one actor, for the frames and cards of clients; every text in it is escaped."""

from __future__ import annotations

import base64
import hashlib
from html import escape
from typing import Any
from urllib.parse import quote

_MOST_NAMES = 8
_STYLE = (
    "body{font:14px/1.4 system-ui,sans-serif;margin:.6em;color:#1a1a1a;background:#fff}"
    "h1{font-size:1.1em;margin:0}p{margin:.3em 0}"
)
_STYLE_HASH = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
POLICY = f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; base-uri 'none'; form-action 'none'"


def card(told: dict[str, Any], address: str) -> str:
    """Return what `sayso.graph.reconcile.suggesting.describe` tells as a piece of HTML; `address` is the service's."""
    counts = told["counts"]
    number = ", ".join(
        f"{counts.get(name, 0):,} {words}"
        for name, words in (("statements", "statements"), ("about", "about it"), ("articles", "articles"))
    )
    posts = "; ".join(told["posts"])
    names = ", ".join(told["otherNames"][:_MOST_NAMES])
    link = f"{address}/id/{quote(told['id'])}"
    paragraphs = (told["kind"], posts, f"Also {names}" if names else "", number)
    return "".join(
        (
            f'<h1><a href="{escape(link)}" target="_blank" rel="noopener">{escape(told["name"])}</a></h1>',
            *(f"<p>{escape(text)}</p>" for text in paragraphs if text),
        )
    )


def page(told: dict[str, Any], address: str) -> str:
    """Return the whole page."""
    head = f'<meta charset="utf-8"><title>{escape(told["name"])}</title><style>{_STYLE}</style>'
    return f'<!doctype html><html lang="en"><head>{head}</head><body>{card(told, address)}</body></html>'
