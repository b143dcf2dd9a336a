"""Facts: what extraction finds in one article, before it is RDF.

All offsets are code points of the article's text, end exclusive. Actors are referred to by key, which is the path of
their IRI under the base: "person/jens-stoltenberg", "country/RU"; a group's key is "group/<slug>", that of a person
whom this article alone knows "here/person/<slug>", and the mapping puts both under their article.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from sayso.ontology.vocabulary import Act as Act
from sayso.ontology.vocabulary import ActorKind as ActorKind
from sayso.ontology.vocabulary import Form as Form
from sayso.ontology.vocabulary import Stance as Stance
from sayso.ontology.vocabulary import Status as Status

# What words are in a statement: what it is for or against, what it demands, whom it is about, to whom and when told.
WordRole = Literal["for", "against", "demand", "about", "told", "when"]

# What the words are in a transcript or a written interview; "speaks" where neither a question nor an answer is told.
TurnKind = Literal["", "speaks", "asks", "answers"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points `start` to `end` (exclusive) of the article's text."""

    start: int
    end: int

    def within(self, other: Span) -> bool:
        """Say whether this span lies inside the other."""
        return other.start <= self.start and self.end <= other.end

    def overlaps(self, other: Span) -> bool:
        """Say whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who can speak or be spoken about. `name` is the label, `names` all other spellings seen or known.

    `warrant` says what in the article makes this actor a known figure, `identity`, 0 to 1, how sure that is; None where
    nothing was linked: somebody of that name.
    """

    key: str
    kind: ActorKind
    name: str
    names: frozenset[str] = frozenset()
    same_as: tuple[str, ...] = ()
    warrant: str = ""
    identity: float | None = None


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """One place where an actor is named or meant."""

    span: Span
    actor: str


@dataclass(frozen=True, slots=True)
class Post:
    """An office: its title alone ("Secretary General") and the organisation or country it belongs to, if known."""

    title: str
    organisation: str | None = None


@dataclass(frozen=True, slots=True)
class Membership:
    """Somebody holds (or held) a post, as told at `evidence`."""

    person: str
    post: Post
    evidence: Span
    former: bool = False


@dataclass(frozen=True, slots=True)
class Marked:
    """Words of a statement that the reading model marks, and for what; `confidence` is 0 to 1."""

    role: WordRole
    span: Span
    confidence: float


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the reading model makes of one statement.

    `acts` are those that it thinks likely, the likeliest first, each with its probability; `named` are the places
    where the speaker's name may stand, for a source that does not name it itself ("he"), each with its probability.
    """

    acts: tuple[tuple[Act, float], ...]
    marked: tuple[Marked, ...] = ()
    named: tuple[tuple[Span, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Attribution:
    """What the tagger finds: the words, what introduces them and who is named there. `confidence` is 0 to 1.

    A `turn` of a transcript without a source is somebody's whom its label does not name: "Q:".
    """

    contents: tuple[Span, ...]
    cues: tuple[Span, ...] = ()
    sources: tuple[Span, ...] = ()
    confidence: float = 1.0
    meaning: Meaning | None = None
    turn: TurnKind = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution with its meaning. `sentence` is the sentence or sentences that hold it."""

    attribution: Attribution
    sentence: Span
    form: Form
    act: Act
    speakers: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    media: tuple[str, ...] = ()
    speaking_as: Post | None = None
    when: str | None = None
    said_on: date | None = None
    part_of: int | None = None  # index of the statement that this one stands in
    status: Status = "said"
    act_confidence: float | None = None
    speaker_confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """A stance that a statement expresses: `statement` is its index."""

    statement: int
    holder: str
    stance: Stance
    matter: Span
    toward: tuple[str, ...] = ()
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Demand:
    """What one actor wants of others: `statement` is its index."""

    statement: int
    by: str
    matter: Span
    of: tuple[str, ...] = ()
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was found in one article. `method` names software, models and settings, never a time.

    `notes` tell what was left out because a part of the extraction failed.
    """

    actors: dict[str, Actor] = field(default_factory=dict)
    mentions: tuple[Mention, ...] = ()
    memberships: tuple[Membership, ...] = ()
    statements: tuple[Statement, ...] = ()
    positions: tuple[Position, ...] = ()
    demands: tuple[Demand, ...] = ()
    method: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
