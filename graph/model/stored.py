"""What is stored, as every face tells it: a statement with its positions, demands, actors and article.

Walks make these of a store's answers. The service's JSON has their fields in camel case (`as_json`), the description of
its API is derived from them. Offsets are code points of the article's text, end exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Literal

from sayso.ontology.vocabulary import ActorWord, Stance

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

type Offsets = tuple[int, int]
type StatementPart = Literal["speaker", "cue", "content"]


@dataclass(frozen=True, slots=True)
class ActorRef:
    """An actor, as other things name it: `kind` is None for what is no actor's IRI."""

    id: str
    iri: str
    name: str
    kind: ActorWord | None


@dataclass(frozen=True, slots=True)
class ArticleRef:
    """An article in a line; what it does not tell is None. `published` is as the article tells it."""

    id: str
    iri: str
    identifier: str | None
    title: str | None
    source: str | None
    url: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class SentenceMark:
    """A place inside a sentence, counted from the sentence's beginning."""

    start: int
    end: int
    kind: StatementPart


@dataclass(frozen=True, slots=True)
class StatementSpans:
    """Where the parts of a statement stand in the article's text, a pair for each unbroken part."""

    speaker: tuple[Offsets, ...]
    cue: tuple[Offsets, ...]
    content: tuple[Offsets, ...]


@dataclass(frozen=True, slots=True)
class SharedMatter:
    """What different wordings were judged to share."""

    iri: str
    name: str


@dataclass(frozen=True, slots=True)
class StoredPosition:
    """Who is for or against what; `stance` is None where the store tells one that SaySo does not know."""

    id: str
    iri: str
    matter: str | None
    on_matter: tuple[SharedMatter, ...]
    span: Offsets | None
    holder: ActorRef
    stance: Stance | None
    toward: tuple[ActorRef, ...]
    confidence: float | None


@dataclass(frozen=True, slots=True)
class StoredDemand:
    """Who wants what of whom."""

    id: str
    iri: str
    matter: str | None
    on_matter: tuple[SharedMatter, ...]
    span: Offsets | None
    by: ActorRef
    of: tuple[ActorRef, ...]
    confidence: float | None


@dataclass(frozen=True, slots=True)
class StoredReview:
    """The latest decision of a person about a statement."""

    id: str
    verdict: str | None
    by: str | None
    when: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class StoredStatement:
    """A statement with everything that a person wants to see of it.

    Act, form and status are words of the schemes, or the IRI that stands in their place; `speaker_text` are the words
    where the speaker is named, `confidence` is that of the words, `identity_confidence` that known figures among the
    actors are who they are taken for; `marks` and `sentence_span` are known where the sentence was found again.
    """

    id: str
    iri: str
    act: str | None
    form: str | None
    status: str
    words: str | None
    cue: str | None
    sentence: str | None
    when: str | None
    said_on: str | None
    confidence: float | None
    speaker_confidence: float | None
    act_confidence: float | None
    identity_confidence: float | None
    speakers: tuple[ActorRef, ...]
    about: tuple[ActorRef, ...]
    addressees: tuple[ActorRef, ...]
    medium: tuple[ActorRef, ...]
    speaking_as: tuple[str, ...]
    speaker_text: str | None
    part_of: str | None
    repeats: tuple[str, ...]
    article: ArticleRef
    spans: StatementSpans
    sentence_span: Offsets | None
    marks: tuple[SentenceMark, ...]
    positions: tuple[StoredPosition, ...]
    demands: tuple[StoredDemand, ...]
    review: StoredReview | None

    @property
    def day(self) -> str | None:
        """The day of saying where it is known, else of publication."""
        return self.said_on or (self.article.published[:10] if self.article.published else None)


def model_parts(thing: DataclassInstance) -> dict[str, Any]:
    """Return the values of a thing's fields by name, so that what has more fields than it can be made of them."""
    return {each.name: getattr(thing, each.name) for each in fields(thing)}
