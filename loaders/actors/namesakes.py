"""Namesakes: what tells "Donald Trump Jr." from Donald Trump, and George H.W. Bush from George W. Bush."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Who is called so is told from another whom the article means without it.
FATHER: Final = "sr"
_GENERATIONS = word_set("actors/namesakes", "generations")
_BEHIND_COMMAS = word_set("actors/namesakes", "behind_commas")


def is_generation(word: str) -> bool:
    """Say whether a word behind a name tells which of its bearers is meant: "Jr.", "III"."""
    return word[:1].isupper() and word.lower().rstrip(".") in _GENERATIONS


def generation(name: str) -> str:
    """Return which of a family's namesakes a name means: "jr" of "Donald Trump, Jr.", "" of most."""
    parts = name.split()
    return parts[-1].lower().rstrip(".") if len(parts) > 1 and is_generation(parts[-1]) else ""


def end_with_generation(doc: Doc, end: int) -> int:
    """Return the token where a person's name ends, "Jr." or ", Sr." behind it with it."""
    comma = end + 1 < len(doc) and doc[end].text == ","
    last = end + comma
    if last >= len(doc) or not is_generation(doc[last].text):
        return end
    return end if comma and doc[last].lower_.rstrip(".") not in _BEHIND_COMMAS else last + 1


def other_middle(one: Sequence[str], other: Sequence[str]) -> bool:
    """Say whether what stands between first name and surname are initials of two persons: "H.W." and "W."."""
    if not one or not other or not all(map(_is_initials, (*one, *other))):
        return False
    short, long = sorted(("".join(part.replace(".", "") for part in middle) for middle in (one, other)), key=len)
    return not long.startswith(short)


def _is_initials(word: str) -> bool:
    return word.replace(".", "").isupper() and (word.endswith(".") or len(word) == 1)
