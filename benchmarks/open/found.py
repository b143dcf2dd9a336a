"""What an extractor finds in an article, as all of them tell it: spans are code points, end exclusive."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sayso.loaders.document import Document

type Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class FoundStatement:
    """A statement: each speaker with all names of it; no act where the extractor knows none."""

    content: Spans
    source: Spans = ()
    speakers: tuple[frozenset[str], ...] = ()
    act: str | None = None


@dataclass(frozen=True, slots=True)
class FoundWords:
    """The words of a demand, or of a position with its stance, and all names of whose it is."""

    span: tuple[int, int]
    who: frozenset[str]
    stance: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in one article; None of positions or demands where the extractor looks for none."""

    statements: tuple[FoundStatement, ...] = ()
    positions: tuple[FoundWords, ...] | None = None
    demands: tuple[FoundWords, ...] | None = None


type Extractor = Callable[[Document], Found]
