"""Extraction for requests: an article as it would be shown, or as the writer takes it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from pyoxigraph import NamedNode, Quad, RdfFormat, serialize

from sayso.graph.answers.article import StoredArticle, article
from sayso.graph.edits.articles import article_state, replace_article
from sayso.graph.model.json_value import Json
from sayso.graph.store.store import Store
from sayso.loaders.admission import Admitting, Incoming, admitted, incoming
from sayso.loaders.batch import notes_of, told_by
from sayso.loaders.document import Document
from sayso.loaders.extraction import extract
from sayso.loaders.extractor.job import ExtractJob
from sayso.loaders.extractor.request_article import read_article
from sayso.loaders.language import check_language
from sayso.loaders.workers import extracted
from sayso.ontology.iris import actors_graph, article_iri, judgements_graph


def extract_article(job: ExtractJob, known: Store) -> StoredArticle | dict[str, Json]:
    """Extract the article of a job; `known` is the store as it was published last.

    The answer is what `sayso.graph.answers.article` tells of it, or, to store it, `prepared`. Raises RejectedInput for
    what cannot be loaded, UsageError for a request that brings several articles.
    """
    document = read_article(job)
    new = incoming(document, job.by, job.origin)
    if job.purpose == "store":
        state = article_state(known, document.id)
        if not admitted(new, state, Admitting(job.replace, job.again)):
            return {"unchanged": True, "id": article_iri(document.id, job.base).value}
    if not job.any_language:
        check_language(document)
    [(_, outcome)] = extracted([document], partial(extract, min_confidence=job.min_confidence), 1)
    quads, statements = told_by(document, outcome, job.base)
    if job.purpose == "store":
        return {**prepared(new, quads), "statements": statements, "notes": [*notes_of(outcome)]}
    return shown(document, new, quads, known)


def prepared(new: Incoming, quads: Iterable[Quad]) -> dict[str, Json]:
    """Return the arguments of the writer's `load_article`, but for its options."""
    return {
        "identifier": new.identifier,
        "text_hash": new.text_hash,
        "metadata": new.seen.metadata,
        "origin": new.seen.origin,
        "where": new.where,
        "quads": (serialize(quads, format=RdfFormat.N_QUADS) or b"").decode(),
    }


def shown(document: Document, new: Incoming, quads: Iterable[Quad], known: Store) -> StoredArticle:
    """Tell of an article that is not stored as of one that is, under the judgements that stand."""
    with Store.in_memory(known.base) as store:
        store.apply([], known.quads(judgements_graph(known.base)))
        replace_article(store, document.id, quads, new.seen)
        node = article_iri(document.id, known.base)
        store.apply([], _names(store, node, known))
        return article(store, node.value)


def _names(store: Store, node: NamedNode, known: Store) -> Iterable[Quad]:
    """Yield what the store tells of actors whom a judgement put in the place of those that the article names."""
    graph = actors_graph(known.base)
    for named in {quad.object for quad in store.quads(node)}:
        if (
            isinstance(named, NamedNode)
            and next(store.engine.quads_for_pattern(named, None, None, graph), None) is None
        ):
            yield from known.engine.quads_for_pattern(named, None, None, graph)
