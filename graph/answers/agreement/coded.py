"""What a coder coded: units of text, each with values of some variables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

# Variables whose values are names of actors.
ACTORS: Final = frozenset({"speaker", "about", "holder", "addressee", "medium", "demanded_of", "actor"})


@dataclass(frozen=True, slots=True)
class CodedUnit:
    """One unit that was coded: where it stands, and its value of each variable.

    `statement` is an IRI, or an end of one; `articles` are the names by which its article may be known. `span` is in
    code points, the end exclusive. Several values of one variable are a set; none is a value too.
    """

    label: str
    values: Mapping[str, frozenset[str]]
    statement: str = ""
    articles: frozenset[str] = frozenset()
    span: tuple[int, int] | None = None
    words: tuple[str, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class Coded:
    """The units of one coder, and the variables that were coded; `positions` says that each is a position."""

    units: tuple[CodedUnit, ...]
    variables: tuple[str, ...]
    positions: bool = False


def written(values: frozenset[str]) -> str:
    """Return the values of a cell as people write them."""
    return "; ".join(sorted(values)) or "(none)"
