"""A store with dates: a quarrel about a bridge over three months, with an article that tells no day."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Quad

from sayso.loaders.document import Document
from sayso.loaders.facts import Actor, Attribution, Demand, Extraction, Membership, Position, Post, Span, Statement
from sayso.loaders.mapping import actor_quads, article_quads
from sayso.ontology.files import ontology_quads

MAYOR, PORT, RIVAL = "person/ada-brook", "organisation/port-authority", "person/eva-zell"
FORMULA = "=cmd|' /C calc'!A0"
ACTORS = (
    Actor(MAYOR, "Person", "Ada Brook", frozenset({"Brook"})),
    Actor(PORT, "Organisation", "Port Authority"),
    Actor(RIVAL, "Person", "Éva Zell", frozenset({"Zell"})),
)
SPEAKERS = {MAYOR: "Brook", RIVAL: "Zell", PORT: "Port Authority"}
# Day, source, and who does what in which words.
ARTICLES: tuple[tuple[str | None, str, tuple[tuple[str, str, str], ...]], ...] = (
    (
        "2024-01-10",
        "The Ferry Post",
        ((MAYOR, "promise", "the bridge would open in May"), (PORT, "deny", "the bridge was late")),
    ),
    ("2024-01-12", "The Ferry Post", ((MAYOR, "demand", "the port pay its share"), (RIVAL, "accuse", FORMULA))),
    ("2024-03-20", "Quay News", ((MAYOR, "promise", "the tolls would fall"), (RIVAL, "reject", "any tolls"))),
    (None, "Quay News", ((RIVAL, "warn", "nobody would cross"),)),
)
CUE = "said"


def dated_quads() -> Iterator[Quad]:
    """Yield the store: seven statements, one of them without a day, a demand, two positions, a post."""
    yield from ontology_quads()
    yield from actor_quads(ACTORS)
    for number, (day, source, said) in enumerate(ARTICLES, 1):
        text = " ".join(f"{SPEAKERS[who]} {CUE} that {words}." for who, _, words in said)
        document = Document(id=f"bridge-{number}", text=text, title=f"Bridge {number}", source=source, published=day)
        yield from article_quads(document, _facts(text, said))


def _facts(text: str, said: tuple[tuple[str, str, str], ...]) -> Extraction:
    statements, positions, demands = [], [], []
    for number, (who, act, words) in enumerate(said):
        sentence = _span(text, f"{SPEAKERS[who]} {CUE} that {words}.")
        content = _span(text, words)
        cue = Span(sentence.start + len(SPEAKERS[who]) + 1, sentence.start + len(SPEAKERS[who]) + 1 + len(CUE))
        source = Span(sentence.start, sentence.start + len(SPEAKERS[who]))
        attribution = Attribution((content,), (cue,), (source,), 0.9 if who == MAYOR else 0.6)
        about = () if who == PORT else (PORT,)
        statements.append(Statement(attribution, sentence, "indirect", act, (who,), about))
        if act in ("reject", "promise") and "tolls" in words:
            positions.append(Position(number, who, "against" if act == "reject" else "for", content, (PORT,)))
        if act == "demand":
            demands.append(Demand(number, who, content, (PORT,)))
    posts = (Membership(MAYOR, Post("mayor", PORT), _span(text, "Brook")),) if "in May" in text else ()
    actors = {actor.key: actor for actor in ACTORS}
    method = (("sayso", "0.1.0"),)
    return Extraction(actors, (), posts, tuple(statements), tuple(positions), tuple(demands), method)


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))
