"""A review: what a person decided about one statement, and where the statement stood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from pyoxigraph import Literal as Value
from pyoxigraph import NamedNode, Quad

from sayso.graph.actors.judgements import Decision
from sayso.graph.reviews.places import place_triples
from sayso.graph.reviews.values import LINKED, NAME, Links, Stance, Values
from sayso.graph.statements.evidence import EvidencePlace, Facts
from sayso.graph.store.store import Store
from sayso.ontology import namespaces as ns
from sayso.ontology import terms
from sayso.ontology.iris import coding_iri, codings_graph, digest, reviews_graph

type Verdict = Literal["accept", "reject", "correct", "add"]

VERDICTS: Final[Mapping[str, Verdict]] = {word: word for word in ("accept", "reject", "correct", "add")}


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where a statement stands in its article's text: the words, the cue, and who is named as the speaker."""

    contents: tuple[EvidencePlace, ...]
    cues: tuple[EvidencePlace, ...] = ()
    sources: tuple[EvidencePlace, ...] = ()


@dataclass(frozen=True, slots=True)
class Review:
    """A decision about the statement that stood at `place`, as it was extracted then, from a text with this hash.

    With the verdict add nothing was extracted there: a person found it, and it stands for as long as the review does.

    `number` tells the order of the decisions about one article. One that was taken back changes nothing any more.
    `coder` is who keeps it apart as an own coding, "" where it is a review that holds for all.
    """

    article: NamedNode
    number: int
    verdict: Verdict
    place: Whereabouts
    text_hash: str
    decision: Decision
    values: Values
    before: Links
    taken_back: Decision | None = None
    coder: str = ""

    def node(self, base: str) -> NamedNode:
        """Name it by its article and its number, which no other decision about the article (of this coder) has."""
        if self.coder:
            return NamedNode(f"{coding_iri(self.article, self.coder, base).value}/{self.number}")
        return NamedNode(f"{base}review/{digest(f'{self.article.value} {self.number}')}")

    def quads(self, base: str) -> set[Quad]:
        """Return it as quads of the graph of reviews, or of codings."""
        node, graph = self.node(base), codings_graph(base) if self.coder else reviews_graph(base)
        told: list[tuple[NamedNode, NamedNode, NamedNode | Value]] = [
            (node, ns.TYPE, terms.CODERS_REVIEW if self.coder else terms.REVIEW),
            (node, terms.APPLIES_TO, self.article),
            (node, terms.NUMBER, Value(self.number)),
            (node, terms.VERDICT, Value(self.verdict)),
            (node, terms.TEXT_HASH, Value(self.text_hash)),
            *((node, predicate, value) for predicate, value in self.decision.told()),
        ]
        for predicate, places in zip(_PLACES, (self.place.contents, self.place.cues, self.place.sources), strict=True):
            told += place_triples(node, predicate, places)
        told += self.values.triples(node, self.before)
        if self.taken_back is not None:
            told.append((node, terms.TAKEN_BACK_BY, Value(self.taken_back.by)))
            told.append((node, terms.TAKEN_BACK_ON, Value(self.taken_back.when, datatype=ns.XSD_DATE_TIME)))
        return {Quad(*triple, graph) for triple in told}


_PLACES = (terms.CONTENT_PLACE, terms.CUE_PLACE, terms.SPEAKER_PLACE)


def reviews_of(store: Store, article: NamedNode, coder: str = "") -> list[Review]:
    """Read the reviews of one article, or those that one coder keeps apart, in their order."""
    graph = codings_graph(store.base) if coder else reviews_graph(store.base)
    found = store.engine.quads_for_pattern(None, terms.APPLIES_TO, article, graph)
    read = (review for review in _read_all(store, (quad.subject for quad in found)) if review.coder == coder)
    return sorted(read, key=lambda review: review.number)


def every_review(store: Store) -> list[Review]:
    """Read all reviews of a store, the latest first."""
    found = store.engine.quads_for_pattern(None, ns.TYPE, terms.REVIEW, reviews_graph(store.base))
    read = _read_all(store, (quad.subject for quad in found))
    return sorted(read, key=_moment, reverse=True)


def read_review(store: Store, node: NamedNode) -> Review | None:
    """Read one review; None where there is none of this IRI."""
    facts = Facts(store.engine)
    articles, verdicts = facts.nodes(node, terms.APPLIES_TO), facts.texts(node, terms.VERDICT)
    if not articles or not verdicts or verdicts[0] not in VERDICTS:
        return None
    apart = terms.CODERS_REVIEW in facts.nodes(node, ns.TYPE)
    values, before = _values(facts, node, codings_graph(store.base) if apart else reviews_graph(store.base))
    by, when, why = (facts.text(node, predicate) for predicate in (ns.CREATOR, ns.CREATED, ns.COMMENT))
    undone = tuple(facts.text(node, predicate) for predicate in (terms.TAKEN_BACK_BY, terms.TAKEN_BACK_ON))
    return Review(
        article=articles[0],
        number=int(facts.text(node, terms.NUMBER) or 0),
        verdict=VERDICTS[verdicts[0]],
        place=Whereabouts(*(_places(facts, node, predicate) for predicate in _PLACES)),
        text_hash=facts.text(node, terms.TEXT_HASH),
        decision=Decision(by, when, why),
        values=values,
        before=before,
        taken_back=Decision(*undone) if undone[0] else None,
        coder=by if apart else "",
    )


def _read_all(store: Store, nodes: Iterable[object]) -> Iterator[Review]:
    for node in nodes:
        if isinstance(node, NamedNode) and (review := read_review(store, node)):
            yield review


def _values(facts: Facts, review: NamedNode, graph: NamedNode) -> tuple[Values, Links]:
    links: dict[NamedNode, tuple[NamedNode, ...]] = {}
    before: dict[NamedNode, tuple[NamedNode, ...]] = {}
    contents: tuple[EvidencePlace, ...] = ()
    stances: list[Stance] = []
    for node in facts.nodes(review, terms.CORRECTS):
        for predicate in facts.nodes(node, ns.RDF_PREDICATE):
            becomes, was = facts.nodes(node, terms.BECOMES), facts.nodes(node, terms.WAS)
            if predicate == terms.CONTENT_SPAN:
                contents = _places(facts, node, terms.BECOMES)
            elif predicate == terms.STANCE:
                for place in _places(facts, node, terms.MATTER_PLACE):
                    holder = facts.nodes(node, ns.SUBJECT)[0]
                    stances.append(Stance(place, holder, next(iter(becomes), None), next(iter(was), None)))
            elif predicate in LINKED.values():
                links[predicate], before[predicate] = tuple(becomes), tuple(was)
    holders = [stance.holder for stance in stances]
    actors = [*(actor for values in links.values() for actor in values), *holders]
    told = {
        actor: [quad.object for quad in facts.store.quads_for_pattern(actor, NAME, None, graph)] for actor in actors
    }
    names = {
        actor: min(name.value for name in found if isinstance(name, Value)) for actor, found in told.items() if found
    }
    return Values(links, contents, tuple(stances), names), before


def _places(facts: Facts, node: NamedNode, predicate: NamedNode) -> tuple[EvidencePlace, ...]:
    found = (
        (facts.text(place, ns.START), facts.text(place, ns.END), facts.text(place, ns.EXACT))
        for place in facts.nodes(node, predicate)
    )
    return tuple(sorted(EvidencePlace(int(start), int(end), words) for start, end, words in found if start and end))


def _moment(review: Review) -> tuple[datetime, str, int]:
    return datetime.fromisoformat(review.decision.when), review.article.value, review.number
