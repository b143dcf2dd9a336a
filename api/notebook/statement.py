"""A statement as an object: who says what about whom, and where in the sentence it stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sayso.api.notebook.marking import html_statement, marked_text
from sayso.graph.model.stored import ActorRef, StoredStatement, model_parts
from sayso.graph.statements.rows.columns import day_of

_TEXTS: Final = (
    "id",
    "iri",
    "act",
    "form",
    "status",
    "words",
    "cue",
    "sentence",
    "when",
    "said_on",
    "speaker_text",
)


@dataclass(frozen=True, slots=True, repr=False)
class Actor:
    """Who speaks or is spoken about; shown by name. `kind` is person, organisation, country or group."""

    id: str
    iri: str
    name: str
    kind: str

    def __str__(self) -> str:
        return self.name

    __repr__ = __str__


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """Code points `start` to `end` (exclusive) of a statement's sentence; `kind` is speaker, cue or content."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Article:
    """Where a statement stands; what is not told is empty."""

    id: str
    iri: str
    identifier: str
    title: str
    source: str
    url: str
    published: str


@dataclass(frozen=True, slots=True)
class Position:
    """Who is for or against what, as a statement tells it."""

    holder: Actor
    stance: str
    matter: str
    toward: tuple[Actor, ...]
    confidence: float | None


@dataclass(frozen=True, slots=True)
class Demand:
    """Who wants what of whom, as a statement tells it."""

    by: Actor
    of: tuple[Actor, ...]
    matter: str
    confidence: float | None


@dataclass(frozen=True, slots=True, repr=False)
class Statement:
    """One attribution; in a notebook it shows its sentence with speaker, cue and content marked.

    What is not told is empty. Confidences are 0 to 1, `confidence` that of the words; `marks` are offsets in
    `sentence`.
    """

    id: str
    iri: str
    act: str
    form: str
    status: str
    words: str
    cue: str
    sentence: str
    when: str
    said_on: str
    confidence: float | None
    speaker_confidence: float | None
    act_confidence: float | None
    identity_confidence: float | None
    speakers: tuple[Actor, ...]
    about: tuple[Actor, ...]
    addressees: tuple[Actor, ...]
    medium: tuple[Actor, ...]
    speaker_text: str
    article: Article
    marks: tuple[Mark, ...]
    positions: tuple[Position, ...]
    demands: tuple[Demand, ...]

    @property
    def speaker(self) -> str:
        """Who speaks, by name; "not named" where nobody is known."""
        return _listed(self.speakers) or "not named"

    @property
    def day(self) -> date | None:
        """The day of saying where it is known, else of publication; None where neither is."""
        return day_of(self.said_on or self.article.published)

    def __repr__(self) -> str:
        return marked_text(self)

    def _repr_html_(self) -> str:
        return html_statement(self)


def statement_of(one: StoredStatement) -> Statement:
    """Return a statement of a store as an object, what is not told empty."""
    texts: Any = {name: getattr(one, name) or "" for name in _TEXTS}
    shares: Any = {name: getattr(one, name) for name in Statement.__slots__ if name.endswith("confidence")}
    actors: Any = {name: _actors(getattr(one, name)) for name in ("speakers", "about", "addressees", "medium")}
    return Statement(
        **texts,
        **shares,
        **actors,
        article=Article(**{name: value or "" for name, value in model_parts(one.article).items()}),
        marks=tuple(Mark(**model_parts(mark)) for mark in one.marks),
        positions=tuple(
            Position(_actor(each.holder), each.stance or "", each.matter or "", _actors(each.toward), each.confidence)
            for each in one.positions
        ),
        demands=tuple(
            Demand(_actor(each.by), _actors(each.of), each.matter or "", each.confidence) for each in one.demands
        ),
    )


def _actor(ref: ActorRef) -> Actor:
    return Actor(ref.id, ref.iri, ref.name, ref.kind or "")


def _actors(refs: Iterable[ActorRef]) -> tuple[Actor, ...]:
    return tuple(map(_actor, refs))


def _listed(actors: tuple[Actor, ...]) -> str:
    return ", ".join(actor.name for actor in actors)
