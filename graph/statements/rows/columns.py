"""Columns: the variables of a statement, in the order in which tables show them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from sayso.graph.statements.rows.row import Named, Row

type Cell = str | tuple[str, ...] | int | float | date | None
type Type = Literal["text", "texts", "whole", "decimal", "day"]

# Between several values in one cell; a name that holds it is told apart in JSON Lines and Parquet, which have lists.
BETWEEN: Final = "; "


@dataclass(frozen=True, slots=True)
class Column:
    """One variable: its name, the type of its cells, how a row tells it, and what it means."""

    name: str
    type: Type
    cell: Callable[[Row], Cell]
    meaning: str


def day_of(told: str) -> date | None:
    """Return the day of a date or a moment as an article tells it; None where no day is told, or none that exists."""
    try:
        return date.fromisoformat(told[:10]) if len(told) >= 10 else None
    except ValueError:
        return None


def _sure(shares: Iterable[float | None]) -> tuple[str, ...]:
    return tuple("" if share is None else f"{share:g}" for share in shares)


def _names(things: Iterable[Named]) -> tuple[str, ...]:
    return tuple(thing.name for thing in things)


def _iris(things: Iterable[Named]) -> tuple[str, ...]:
    return tuple(thing.iri for thing in things)


COLUMNS: Final = (
    Column("speaker", "texts", lambda r: _names(r.speakers), "who speaks; empty where not named or not known"),
    Column(
        "speaker_type", "texts", lambda r: tuple(s.kind for s in r.speakers), "Person, Organisation, Country, Group"
    ),
    Column("post", "text", lambda r: r.post.name if r.post else "", "the office named with the speaker"),
    Column("post_in", "text", lambda r: r.post_in.name if r.post_in else "", "of which organisation or country"),
    Column("act", "text", lambda r: r.act, "what the words do: state, deny, demand …"),
    Column("stance", "texts", lambda r: tuple(s.stance for s in r.stands), "for or against, one for each position"),
    Column("matter", "texts", lambda r: tuple(s.matter for s in r.stands), "what each position is for or against"),
    Column("holder", "texts", lambda r: _names(s.holder for s in r.stands), "who holds each position"),
    Column(
        "toward",
        "texts",
        lambda r: tuple(", ".join(_names(s.toward)) for s in r.stands),
        "on whom, or on whose conduct, each position takes a side; empty where on a matter alone",
    ),
    Column("demand", "texts", lambda r: tuple(w.matter for w in r.wants), "what is demanded, item by item"),
    Column(
        "demanded_of",
        "texts",
        lambda r: tuple(dict.fromkeys(o.name for w in r.wants for o in w.of)),
        "of whom it is demanded",
    ),
    Column("about", "texts", lambda r: _names(r.about), "whom the words are about"),
    Column("words", "text", lambda r: r.words, "the words as they stand; … between parts that stand apart"),
    Column("cue", "text", lambda r: r.cue, "what introduces them"),
    Column("form", "text", lambda r: r.form, "direct, indirect, mixed"),
    Column("status", "text", lambda r: r.status, "said, unsaid, asked, supposed"),
    Column("addressee", "texts", lambda r: _names(r.addressees), "whom they are said to"),
    Column("medium", "texts", lambda r: _names(r.media), "where they were said"),
    Column("when", "text", lambda r: r.when, "the time words as written"),
    Column("said_on", "day", lambda r: day_of(r.said_on), "the day of saying, where known"),
    Column("day", "day", lambda r: day_of(r.day), "the day of saying where known, else of publication"),
    Column("article", "text", lambda r: r.article.identifier, "the article's identifier"),
    Column("title", "text", lambda r: r.article.title, "its title"),
    Column("source", "text", lambda r: r.article.source, "who published it"),
    Column("url", "text", lambda r: r.article.url, "its address"),
    Column("issued", "day", lambda r: day_of(r.article.issued), "the day on which it was published"),
    Column("language", "text", lambda r: r.article.language, "its language"),
    Column("start", "whole", lambda r: r.offsets[0][0] if r.offsets else None, "where the words begin, in code points"),
    Column("end", "whole", lambda r: r.offsets[-1][1] if r.offsets else None, "where they end, exclusive"),
    Column("offsets", "texts", lambda r: tuple(f"{a}-{b}" for a, b in r.offsets), "start-end of each unbroken part"),
    Column("sentence", "text", lambda r: r.sentence, "the sentence that holds them: the evidence"),
    Column("confidence", "decimal", lambda r: r.confidence, "0 to 1, calibrated: that the words are right"),
    Column("speaker_confidence", "decimal", lambda r: r.speaker_confidence, "that the speaker is who is meant"),
    Column("act_confidence", "decimal", lambda r: r.act_confidence, "that the act is right"),
    Column(
        "identity_confidence",
        "decimal",
        lambda r: r.identity_confidence,
        "that known figures are who they seem",
    ),
    Column("position_confidence", "texts", lambda r: _sure(s.confidence for s in r.stands), "one for each position"),
    Column("demand_confidence", "texts", lambda r: _sure(w.confidence for w in r.wants), "one for each demand"),
    Column("model", "text", lambda r: r.article.model, "software and models that extracted it"),
    Column("speaker_iri", "texts", lambda r: _iris(r.speakers), "the speakers' IRIs"),
    Column("about_iri", "texts", lambda r: _iris(r.about), "the IRIs of those whom it is about"),
    Column("article_iri", "text", lambda r: r.article.iri, "the article's IRI"),
    Column("part_of", "text", lambda r: r.part_of, "the statement that this one stands in"),
    Column("statement", "text", lambda r: r.iri, "the statement's IRI"),
)
