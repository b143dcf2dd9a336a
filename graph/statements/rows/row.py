"""A row: one statement with everything that is told of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Named:
    """A thing with the name that people read. `kind` is Person, Organisation, Country, Group, Post, or empty."""

    name: str
    iri: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Stand:
    """A position that a statement tells of: `on` is the shared matter, where somebody judged which it is."""

    holder: Named
    stance: str
    matter: str
    toward: tuple[Named, ...] = ()
    on: Named | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Want:
    """A demand that a statement tells of."""

    by: Named
    of: tuple[Named, ...]
    matter: str
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Source:
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
class Row:
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
