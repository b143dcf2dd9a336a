"""Two articles with their facts, written by hand for tests: who said what about whom, demands, positions, posts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from pyoxigraph import Quad

from sayso.loaders.document import Document
from sayso.loaders.facts import (
    Actor,
    Attribution,
    Demand,
    Extraction,
    Membership,
    Mention,
    Position,
    Post,
    Span,
    Statement,
)
from sayso.loaders.mapping import actor_quads, article_quads
from sayso.ontology.files import ontology_quads

SUMMIT = Document(
    id="summit-1",
    text=(
        "Ruritania’s Foreign Minister Anna Zenda said on Monday that Strelsau has “no plans” to leave the League. "
        "“The League must open its archives,” she added, “and close its offices.” "
        "Observers warned that a dispute could raise prices. "
        "According to the report, Borduria has ignored the treaty."
    ),
    title="Ruritania stays",
    source="The Strelsau Courier",
    url="https://courier.example/summit?id=1",
    published="2024-03-05",
    language="en",
    authors=("R. Rassendyll",),
)
LATER = Document(
    id="https://post.example/later",
    text="“We want to leave the League,” Zenda said. Borduria dismissed the idea.",
    title="Ruritania leaves",
    source="Bordurian Post",
    published="2024-06-01T10:30:00+00:00",
)

ZENDA, RURITANIA, LEAGUE = "person/anna-zenda", "country/RU1", "organisation/the-league"
BORDURIA, OBSERVERS = "country/BO", "group/observers"
ACTORS = {
    actor.key: actor
    for actor in (
        Actor(ZENDA, "Person", "Anna Zenda", frozenset({"Zenda", "Anna Zenda"})),
        Actor(RURITANIA, "Country", "Ruritania", frozenset({"Strelsau"}), ("http://www.wikidata.org/entity/Q571527",)),
        Actor(LEAGUE, "Organisation", "The League", frozenset({"League"})),
        Actor(BORDURIA, "Country", "Borduria"),
        Actor(OBSERVERS, "Group", "observers"),
    )
}
MINISTER = Post("foreign minister", RURITANIA)


def span(document: Document, words: str) -> Span:
    """Find the words in the document's text."""
    start = document.text.index(words)
    return Span(start, start + len(words))


def _said(document: Document, contents: tuple[str, ...], cue: str, source: str | None, sure: float) -> Attribution:
    return Attribution(
        tuple(span(document, words) for words in contents),
        (span(document, cue),),
        (span(document, source),) if source else (),
        sure,
    )


def summit() -> Extraction:
    """List the facts of the first article: four statements, two demands, a position and a post."""
    d = SUMMIT
    first = Span(0, d.text.index("League. ") + 7)
    second = Span(first.end + 1, d.text.index("Observers") - 1)
    statements = (
        Statement(
            _said(d, ("Strelsau has “no plans” to leave the League",), "said", "Anna Zenda", 0.9712),
            first,
            "mixed",
            "deny",
            (ZENDA,),
            (RURITANIA, LEAGUE),
            speaking_as=MINISTER,
            when="on Monday",
            said_on=date(2024, 3, 4),
        ),
        Statement(
            _said(d, ("“The League must open its archives,”", "“and close its offices.”"), "added", "she", 0.9),
            second,
            "direct",
            "demand",
            (ZENDA,),
            (LEAGUE,),
        ),
        Statement(
            _said(d, ("a dispute could raise prices",), "warned", "Observers", 0.5),
            span(d, "Observers warned that a dispute could raise prices."),
            "indirect",
            "warn",
            (OBSERVERS,),
        ),
        Statement(
            _said(d, ("Borduria has ignored the treaty",), "According to", "the report", 0.4),
            span(d, "According to the report, Borduria has ignored the treaty."),
            "indirect",
            "accuse",
            (),
            (BORDURIA,),
        ),
    )
    return Extraction(
        ACTORS,
        (
            Mention(span(d, "Anna Zenda"), ZENDA),
            Mention(span(d, "she"), ZENDA),
            Mention(span(d, "Strelsau"), RURITANIA),
        ),
        (Membership(ZENDA, MINISTER, span(d, "Ruritania’s Foreign Minister Anna Zenda")),),
        statements,
        (Position(0, RURITANIA, "against", span(d, "leave the League"), (LEAGUE,)),),
        (
            Demand(1, ZENDA, span(d, "open its archives"), (LEAGUE,)),
            Demand(1, ZENDA, span(d, "close its offices"), (LEAGUE,)),
        ),
        (("tagger", "1.0"), ("sayso", "0.1.0")),
    )


def later() -> Extraction:
    """List the facts of the second article: the minister turns, and a country rejects."""
    d = LATER
    statements = (
        Statement(
            _said(d, ("“We want to leave the League,”",), "said", "Zenda", 0.95),
            span(d, "“We want to leave the League,” Zenda said."),
            "direct",
            "intend",
            (ZENDA, RURITANIA),
            (LEAGUE,),
        ),
        Statement(
            _said(d, ("the idea",), "dismissed", "Borduria", 0.8),
            span(d, "Borduria dismissed the idea."),
            "indirect",
            "reject",
            (BORDURIA,),
            (RURITANIA,),
        ),
    )
    positions = (Position(0, RURITANIA, "for", span(d, "leave the League")),)
    memberships = (Membership(ZENDA, replace(MINISTER, title="Foreign Minister"), span(d, "Zenda"), former=True),)
    actors = {key: actor for key, actor in ACTORS.items() if key != OBSERVERS}
    return Extraction(actors, (), memberships, statements, positions, method=(("sayso", "0.1.0"),))


def sample_quads() -> Iterator[Quad]:
    """Yield a whole store: the ontology, the actors and both articles."""
    yield from ontology_quads()
    yield from actor_quads(ACTORS.values())
    yield from article_quads(SUMMIT, summit())
    yield from article_quads(LATER, later())
