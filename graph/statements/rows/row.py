"""A row: one statement with everything that is told of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


class _Packed:
    """Something that is pickled as its parts, in a third of the time that a dataclass takes by itself."""

    __slots__: tuple[str, ...] = ()

    def __reduce__(self) -> tuple[type, tuple[Any, ...]]:
        return type(self), tuple([getattr(self, name) for name in self.__slots__])


@dataclass(frozen=True, slots=True, order=True)
class Named(_Packed):
    """A thing with the name that people read. `kind` is Person, Organisation, Country, Group, Post, or empty."""

    name: str
    iri: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Stand(_Packed):
    """A position that a statement tells of: `on` is the shared matter, where somebody judged which it is."""

    holder: Named
    stance: str
    matter: str
    toward: tuple[Named, ...] = ()
    on: Named | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Want(_Packed):
    """A demand that a statement tells of."""

    by: Named
    of: tuple[Named, ...]
    matter: str
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Source(_Packed):
    """The article that a statement stands in; what it does not tell is empty. `issued` is as the article tells it.

    `authors` are read only where somebody asks for them.
    """

    iri: str
    identifier: str
    title: str = ""
    source: str = ""
    url: str = ""
    issued: str = ""
    language: str = ""
    model: str = ""
    authors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row(_Packed):
    """One statement. `offsets` are code points of the article's text, end exclusive, a pair for each unbroken part."""

    iri: str
    article: Source
    speakers: tuple[Named, ...] = ()
    post: Named | None = None
    post_in: Named | None = None
    act: str = ""
    form: str = ""
    status: str = "said"
    about: tuple[Named, ...] = ()
    addressees: tuple[Named, ...] = ()
    media: tuple[Named, ...] = ()
    words: str = ""
    cue: str = ""
    when: str = ""
    said_on: str = ""
    sentence: str = ""
    confidence: float | None = None
    speaker_confidence: float | None = None
    act_confidence: float | None = None
    identity_confidence: float | None = None
    offsets: tuple[tuple[int, int], ...] = ()
    part_of: str = ""
    stands: tuple[Stand, ...] = ()
    wants: tuple[Want, ...] = ()

    @property
    def day(self) -> str:
        """The day of saying where it is known, else of publication, else empty."""
        return self.said_on or self.article.issued[:10]
