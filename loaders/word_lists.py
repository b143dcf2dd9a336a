"""Word lists: the English words that rules look for, in one commented TOML file a subject, read here alone.

A subject is the path of its file below this folder, without ending: `meaning/modality`. A list in it is an array, or
one text whose words stand between spaces.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

_FLOOR = Path(__file__).resolve().parent


@cache
def word_tables(subject: str) -> dict[str, Any]:
    """Return what the file of a subject holds (read once a process)."""
    return tomllib.loads((_FLOOR / f"{subject}.toml").read_text(encoding="utf8"))


def word_row(subject: str, name: str) -> tuple[str, ...]:
    """Return a list in its order; raises KeyError for a list that the file lacks, TypeError for what is none."""
    return tuple(_entries(word_tables(subject)[name], f"{subject}.toml: {name}"))


def word_set(subject: str, name: str) -> frozenset[str]:
    """Return a list to look words up in; raises as `word_row`."""
    return frozenset(word_row(subject, name))


def word_sets(subject: str) -> dict[str, frozenset[str]]:
    """Return all lists of a subject by their names."""
    return {name: word_set(subject, name) for name in word_tables(subject)}


def any_of(words: tuple[str, ...]) -> str:
    """Return the alternatives of a regular expression; each word may be an expression itself."""
    return f"(?:{'|'.join(words)})"


def _entries(found: object, where: str) -> Iterator[str]:
    if isinstance(found, str):
        yield from found.split()
        return
    if not isinstance(found, list):
        raise TypeError(f"{where} is no list of words")
    for entry in found:
        if not isinstance(entry, str):
            raise TypeError(f"{where} holds {entry!r}, which is no word")
        yield entry
