"""Initials: whose name "RK" at the head of a line stands for."""

from __future__ import annotations

import re

from sayso.loaders.word_lists import word_row

_NAME_WORD = r"[^\W\d_a-zß-öø-ÿ][\w'’-]*\.?"
_PARTICLES = "|".join(word_row("actors/surnames", "particles"))
_NAMES = re.compile(rf"{_NAME_WORD}(?: (?:(?:{_PARTICLES}) ){{0,2}}{_NAME_WORD})+")
_LONGEST = 4  # letters


def written_out(label: str, before: str) -> str | None:
    """Return the name that a label's letters stand for in the text before; None where none or several can be meant.

    "Rosa Kimani (RK)" explains it; else one name alone may have these initials, and nobody be called so.
    """
    letters = label.replace(".", "")
    if not 1 < len(letters) <= _LONGEST or not letters.isupper() or re.search(rf"\b{letters.title()}\b", before):
        return None
    explained = re.search(rf"(?P<name>{_NAMES.pattern}) [(\[]{letters}[)\],]", before)
    if explained is not None:
        named = _named(explained["name"], letters)
        return named[-1] if named else None
    found = {name for row in _NAMES.finditer(before) for name in _named(row.group(), letters)}
    return found.pop() if len(found) == 1 else None


def _named(row: str, letters: str) -> list[str]:
    """List the stretches of a row of capitalised words whose initials are these letters."""
    words = row.split()
    great = [i for i, word in enumerate(words) if word[0].isupper()]
    runs = zip(*(great[i:] for i in range(len(letters))), strict=False)
    return [" ".join(words[run[0] : run[-1] + 1]) for run in runs if "".join(words[i][0] for i in run) == letters]
