"""Folding: names without what people leave out when they type them."""

from __future__ import annotations

import unicodedata

from anyascii import anyascii

LONGEST = 200

_ASCII = {code: char.lower() if (char := chr(code)).isalnum() else " " for code in range(128)}


def folded(text: str) -> str:
    """Return a name in its own script, without case, accents and punctuation, one space between words."""
    text = text[:LONGEST]
    if text.isascii():
        return " ".join(text.translate(_ASCII).split())
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    kept = (char if char.isalnum() else " " for char in plain if not unicodedata.combining(char))
    return " ".join("".join(kept).casefold().split())


def forms(text: str) -> tuple[str, ...]:
    """Return a name folded, and then in Latin letters where these are others; none for one without letters.

    So "Đorđe" is found by "Dorde", "Зеленский" by "zelenskii", and each by itself.
    """
    own = folded(text)
    both = (own,) if own.isascii() else dict.fromkeys((own, folded(anyascii(own))))
    return tuple(filter(None, both))
