"""Slugs: the readable part of an actor's key."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from typing import Literal

from anyascii import anyascii

_LONGEST = 80
HERE = "here"  # before the key of a person whom one article alone knows: "here/person/tusk"


@lru_cache(maxsize=4096)
def slug(name: str) -> str:
    """Return `name` as lower-case ASCII words joined by hyphens, of any script; a hash where nothing is left."""
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’.]", "", anyascii(name[:200]).lower()))
    plain = "-".join(words)
    if plain and len(plain) <= _LONGEST and len(name) <= 200:
        return plain
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return f"{plain[:_LONGEST]}-{digest}" if plain else digest


def key(kind: Literal["person", "organisation", "group"], name: str) -> str:
    """Return the key of an actor without a code of its own."""
    return f"{kind}/{slug(name)}"
