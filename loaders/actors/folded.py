"""Folded names: what two spellings of one name share: no accents, no case, no marks, no invisible characters."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

# Zero-width spaces and joiners, soft hyphens, marks of direction: they change how a name is set, not the name.
INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
)


def visible(text: str) -> str:
    """Return a name composed, without invisible characters, each run of spaces of any width one space."""
    return " ".join(unicodedata.normalize("NFC", INVISIBLE.sub("", text)).split())


@lru_cache(maxsize=16384)
def folded(name: str) -> str:
    """Return the key under which a name is looked up."""
    plain = anyascii(visible(name[:400])).lower()
    return " ".join(re.findall(r"[a-z0-9]+", plain.replace("'", "").replace(".", " "))) or visible(name).lower()
