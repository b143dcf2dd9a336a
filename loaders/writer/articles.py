"""Storing an article that was extracted elsewhere, as `sayso load` stores it."""

from __future__ import annotations

import contextlib

from pyoxigraph import NamedNode, RdfFormat, parse

from sayso.graph.edits.articles import Seen, article_state, nearly_same_as, replace_article
from sayso.graph.edits.graph_store import delete_graph
from sayso.graph.model.json_value import Json
from sayso.graph.store.store import Store
from sayso.loaders.admission import Admitting, Incoming, admitted
from sayso.ontology.errors import NotFoundError, RejectedInput
from sayso.ontology.iris import article_iri
from sayso.ontology.terms import TEXT_HASH


def delete_article(store: Store, *, by: str, id: str) -> None:
    """Take an article out of the store: by id, IRI or identifier. Raises NotFoundError where none is meant."""
    for name in (id, f"{store.base}{id}", f"{store.base}article/{id}", article_iri(id, store.base).value):
        with contextlib.suppress(ValueError):
            node = NamedNode(name)
            if next(store.engine.quads_for_pattern(node, TEXT_HASH, None, node), None) is not None:
                delete_graph(store, by=by, graph=name)
                return
    raise NotFoundError(f"{id!r}: no article has this id; the question “articles” lists them")


def load_article(
    store: Store,
    *,
    by: str,
    identifier: str,
    text_hash: str,
    metadata: str,
    origin: str,
    where: str,
    quads: str,
    replace: bool = False,
    again: bool = False,
) -> Json:
    """Write an article's quads (N-Quads) unless it is there already; the judgements that stand are applied.

    Return what became of it and the identifiers of articles with nearly the same text. Raises IdentifierTaken where
    another article has its identifier.
    """
    new = Incoming(identifier, text_hash, Seen(metadata, origin, by), where)
    with store.writing():
        state = article_state(store, identifier)
        # Between the extraction and this write another client may have been here.
        if admitted(new, state, Admitting(replace, again)):
            try:
                replace_article(store, identifier, parse(quads, format=RdfFormat.N_QUADS), new.seen)
            except ValueError as error:
                raise RejectedInput(where, f"its graph cannot be replaced ({error}); drop it first") from error
            outcome = "loaded" if state is None else "replaced"
        else:
            outcome = "unchanged"
    others: list[Json] = [*nearly_same_as(store, identifier)]
    return {"outcome": outcome, "id": article_iri(identifier, store.base).value, "near_duplicates": others}
