"""Reviews as they are told: the history of what persons decided about statements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode

from sayso.graph.actors.lookup import label
from sayso.graph.actors.refs import id_of, kind_of
from sayso.graph.answers.cards import article_ref
from sayso.graph.model.pages import ItemPage
from sayso.graph.model.stored import ActorRef, ArticleRef, Offsets, StatementSpans
from sayso.graph.reviews.review import Review, read_review
from sayso.graph.reviews.values import LINKED
from sayso.graph.statements.evidence import EvidencePlace, Facts
from sayso.graph.store.asking import ask
from sayso.graph.store.store import Store
from sayso.graph.store.told import told_of
from sayso.ontology import terms
from sayso.queries.catalogue import get

type CorrectedValue = str | ActorRef | Offsets


@dataclass(frozen=True, slots=True)
class TakenBack:
    """Who took a review back, and when."""

    by: str
    when: str


@dataclass(frozen=True, slots=True)
class FieldCorrection:
    """What one field of a statement was and becomes: words of the schemes, actors, or places of its words."""

    field: str
    was: tuple[CorrectedValue, ...]
    becomes: tuple[CorrectedValue, ...]


@dataclass(frozen=True, slots=True)
class StanceCorrection:
    """What a holder's stance toward a matter was and becomes; nothing where there is none."""

    field: str
    matter: str
    span: Offsets
    holder: CorrectedValue
    was: tuple[CorrectedValue, ...]
    becomes: tuple[CorrectedValue, ...]


@dataclass(frozen=True, slots=True)
class ReviewEntry:
    """A review of a statement, which stood at `spans` of its article as it was extracted."""

    id: str
    iri: str
    verdict: str
    by: str
    when: str
    note: str | None
    taken_back: TakenBack | None
    statement: str | None
    words: str
    cue: str | None
    speaker_text: str | None
    spans: StatementSpans
    corrections: tuple[FieldCorrection | StanceCorrection, ...]
    article: ArticleRef


def history(store: Store, values: dict[str, str], limit: int, offset: int) -> ItemPage[ReviewEntry]:
    """Return a page of the reviews, the latest first; `values` are those of queries/reviews.rq.

    Raises QueryError for a value that does not fit.
    """
    asked = {**values, "limit": str(limit + 1), "offset": str(offset)}
    nodes = [NamedNode(str(row["review"])) for row in ask(store, get("reviews"), asked)]
    found = [told_review(store, node) for node in nodes[:limit]]
    return ItemPage([one for one in found if one is not None], len(nodes) > limit)


def told_review(store: Store, node: NamedNode) -> ReviewEntry | None:
    """Return one review, None where there is none."""
    review = read_review(store, node)
    if review is None:
        return None
    article = review.article.value
    heads = told_of(store, "articles-told", "article", [article])
    statement = next(iter(Facts(store.engine).nodes(node, terms.REVIEWS)), None)
    undone = review.taken_back
    place = review.place
    return ReviewEntry(
        id=id_of(store, node.value),
        iri=node.value,
        verdict=review.verdict,
        by=review.decision.by,
        when=review.decision.when,
        note=review.decision.why or None,
        taken_back=TakenBack(undone.by, undone.when) if undone else None,
        statement=id_of(store, statement.value) if statement is not None else None,
        words=_joined(place.contents),
        cue=_joined(place.cues) or None,
        speaker_text=_joined(place.sources) or None,
        spans=StatementSpans(*map(_pairs, (place.sources, place.cues, place.contents))),
        corrections=tuple(_corrections(store, review)),
        article=article_ref(store, article, heads.get(article, {})),
    )


def _joined(places: Iterable[EvidencePlace]) -> str:
    return " … ".join(place.words for place in places)


def _pairs(places: Iterable[EvidencePlace]) -> tuple[Offsets, ...]:
    return tuple((place.start, place.end) for place in places)


def _corrections(store: Store, review: Review) -> Iterator[FieldCorrection | StanceCorrection]:
    def named(nodes: Iterable[NamedNode]) -> tuple[CorrectedValue, ...]:
        return tuple(_value(store, node, review) for node in nodes)

    for word, predicate in LINKED.items():
        if predicate in review.values.links:
            was, becomes = review.before.get(predicate, ()), review.values.links[predicate]
            yield FieldCorrection(word, named(was), named(becomes))
    if review.values.contents:
        yield FieldCorrection("content", _pairs(review.place.contents), _pairs(review.values.contents))
    for stance in review.values.stances:
        yield StanceCorrection(
            field="stance",
            matter=stance.matter.words,
            span=(stance.matter.start, stance.matter.end),
            holder=_value(store, stance.holder, review),
            was=named([stance.was] if stance.was else []),
            becomes=named([stance.becomes] if stance.becomes else []),
        )


def _value(store: Store, node: NamedNode, review: Review) -> CorrectedValue:
    """Return a concept as its word, an actor as a reference."""
    if (kind := kind_of(store, node.value)) is None:
        return node.value.rpartition("/")[2]
    name = label(store, node)
    known = name if name != id_of(store, node.value) else review.values.names.get(node, name)
    return ActorRef(id_of(store, node.value), node.value, known, kind)
