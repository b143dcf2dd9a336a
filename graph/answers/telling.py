"""Reviews as JSON: the history of what persons decided about statements."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import NamedNode

from sayso.graph.actors.lookup import label
from sayso.graph.actors.refs import id_of, kind_of
from sayso.graph.answers.cards import article_head
from sayso.graph.model.json_value import Json
from sayso.graph.reviews.review import Review, read_review
from sayso.graph.reviews.values import LINKED
from sayso.graph.statements.evidence import EvidencePlace, Facts
from sayso.graph.store.asking import ask
from sayso.graph.store.store import Store
from sayso.graph.store.told import told_of
from sayso.ontology import terms
from sayso.queries.catalogue import get


def history(store: Store, values: dict[str, str], limit: int, offset: int) -> Json:
    """Return a page of the reviews, the latest first; `values` are those of queries/reviews.rq.

    Raises QueryError for a value that does not fit.
    """
    asked = {**values, "limit": str(limit + 1), "offset": str(offset)}
    nodes = [NamedNode(str(row["review"])) for row in ask(store, get("reviews"), asked)]
    found = [told_review(store, node) for node in nodes[:limit]]
    return {"items": [*found], "more": len(nodes) > limit}


def told_review(store: Store, node: NamedNode) -> Json:
    """Return one review as JSON, None where there is none."""
    review = read_review(store, node)
    if review is None:
        return None
    article = review.article.value
    heads = told_of(store, "articles-told", "article", [article])
    statement = next(iter(Facts(store.engine).nodes(node, terms.REVIEWS)), None)
    undone = review.taken_back
    return {
        "id": id_of(store, node.value),
        "iri": node.value,
        "verdict": review.verdict,
        "by": review.decision.by,
        "when": review.decision.when,
        "note": review.decision.why or None,
        "takenBack": {"by": undone.by, "when": undone.when} if undone else None,
        "statement": id_of(store, statement.value) if statement is not None else None,
        "words": " … ".join(place.words for place in review.place.contents),
        "cue": " … ".join(place.words for place in review.place.cues) or None,
        "speakerText": " … ".join(place.words for place in review.place.sources) or None,
        "spans": spans(review),
        "corrections": [*_corrections(store, review)],
        "article": article_head(store, article, heads.get(article, {})),
    }


def spans(review: Review) -> dict[str, Json]:
    """Return where the statement stood as it was extracted: pairs of code points, end exclusive."""
    place = review.place
    return {"speaker": pairs(place.sources), "cue": pairs(place.cues), "content": pairs(place.contents)}


def pairs(places: Iterable[EvidencePlace]) -> list[Json]:
    """Return places as pairs of code points."""
    return [[place.start, place.end] for place in places]


def _corrections(store: Store, review: Review) -> Iterable[Json]:
    def named(nodes: Iterable[NamedNode]) -> list[Json]:
        return [_value(store, node, review) for node in nodes]

    for word, predicate in LINKED.items():
        if predicate in review.values.links:
            was, becomes = review.before.get(predicate, ()), review.values.links[predicate]
            yield {"field": word, "was": named(was), "becomes": named(becomes)}
    if review.values.contents:
        yield {"field": "content", "was": pairs(review.place.contents), "becomes": pairs(review.values.contents)}
    for stance in review.values.stances:
        yield {
            "field": "stance",
            "matter": stance.matter.words,
            "span": [stance.matter.start, stance.matter.end],
            "holder": _value(store, stance.holder, review),
            "was": named([stance.was] if stance.was else []),
            "becomes": named([stance.becomes] if stance.becomes else []),
        }


def _value(store: Store, node: NamedNode, review: Review) -> Json:
    """Return a concept as its word, an actor as a reference."""
    if kind_of(store, node.value) is None:
        return node.value.rpartition("/")[2]
    name = label(store, node)
    known = name if name != id_of(store, node.value) else review.values.names.get(node, name)
    return {"id": id_of(store, node.value), "iri": node.value, "name": known, "kind": kind_of(store, node.value)}
