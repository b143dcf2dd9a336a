"""Articles in a store: each in a graph of its own, replaced or dropped in one atomic write."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode, Quad

from sayso.graph.actors.names import contributed, contribution, refuse_shared, settle
from sayso.graph.actors.rewriting import rewritten
from sayso.graph.edits.merging import naming
from sayso.graph.matters.matter import on_matters
from sayso.graph.reviews.review import Review, reviews_of
from sayso.graph.reviews.revision import extracted, revised, told
from sayso.graph.statements.derived import relinked
from sayso.graph.store.store import Store
from sayso.ontology.iris import (
    actors_graph,
    article_iri,
    derived_graph,
    judgements_graph,
    loading_graph,
    matters_graph,
)
from sayso.ontology.namespaces import IDENTIFIER, USED
from sayso.ontology.terms import NEAR_DUPLICATE_OF, TEXT_HASH

_LOADING = "urn:sayso:loading:"


@dataclass(frozen=True, slots=True)
class Seen:
    """What loading remembers of an article beside its graph.

    These are digests of its metadata and of the place it came from, and the name of the key by which it came, if by
    one. It concerns this machine only, so it stands in a graph that no export carries.
    """

    metadata: str
    origin: str
    by: str = ""

    def quads(self, article: NamedNode, graph: NamedNode) -> set[Quad]:
        """Return it as quads of the graph that `loading_graph` names."""
        return {
            Quad(article, NamedNode(_LOADING + name), Literal(value), graph)
            for name, value in (("metadata", self.metadata), ("origin", self.origin), ("by", self.by))
            if value
        }


@dataclass(frozen=True, slots=True)
class ArticleState:
    """An article as it stands in the store; `method` is the IRI of the extraction that it comes from, if any."""

    text_hash: str
    method: str | None
    seen: Seen


def article_state(store: Store, identifier: str) -> ArticleState | None:
    """Return what the store holds under an article's identifier, None where it holds nothing."""
    article, loading = article_iri(identifier, store.base), loading_graph(store.base)
    find = store.engine.quads_for_pattern
    text_hash = _value(find(article, TEXT_HASH, None, article))
    if text_hash is None:
        return None
    methods = sorted(q.subject.value for q in find(None, USED, article, article) if isinstance(q.subject, NamedNode))
    seen = (_value(find(article, NamedNode(_LOADING + name), None, loading)) for name in ("metadata", "origin", "by"))
    return ArticleState(text_hash, methods[0] if methods else None, Seen(*(value or "" for value in seen)))


def nearly_same_as(store: Store, identifier: str) -> tuple[str, ...]:
    """List the identifiers of the articles whose text is nearly that of this one, sorted.

    Of many copies that is the one that stands for all, and for this one all others.
    """
    find = store.engine.quads_for_pattern
    others = find(article_iri(identifier, store.base), NEAR_DUPLICATE_OF, None, derived_graph(store.base))
    nodes = (quad.object for quad in others if isinstance(quad.object, NamedNode))
    return tuple(sorted(_value(find(node, IDENTIFIER, None, node)) or node.value for node in nodes))


def _is_bare(store: Store, graph: NamedNode) -> bool:
    """Say whether a graph is known to hold nothing; of a store elsewhere, nothing is known."""
    return isinstance(store.engine, ox.Store) and not store.engine.contains_named_graph(graph)


def _value(quads: Iterable[Quad]) -> str | None:
    return next((quad.object.value for quad in quads if isinstance(quad.object, Literal)), None)


def replace_article(store: Store, identifier: str, quads: Iterable[Quad], seen: Seen) -> bool:
    """Make the article's graph hold exactly these quads, in one atomic write; say whether anything changed.

    Quads of the actors' graph are what this article contributes to it; see `actors.names`. The judgements and reviews
    that stand are applied. Raises ValueError for quads of any other graph, for names of shared things in the article's,
    and for blank nodes.
    """
    article, shared = article_iri(identifier, store.base), actors_graph(store.base)
    own: set[Quad] = set()
    names: set[Quad] = set()
    for quad in quads:
        if quad.graph_name not in (article, shared):
            raise ValueError(f"of another graph than the article's and the actors': {quad}")
        (own if quad.graph_name == article else names).add(quad)
    refuse_shared(own, store.base)
    with store.writing():
        found = own | contribution(names, article, store.base)
        # Without any judgement nobody is called otherwise, and no actor has to be asked for.
        if not _is_bare(store, judgements_graph(store.base)):
            found = rewritten(found, naming(store, article), store.base)
        return _replace(store, article, found, seen.quads(article, loading_graph(store.base)))


def drop_article(store: Store, identifier: str, *, then: str = "") -> bool:
    """Take an article and all that it alone contributed out of the store; say whether it was there.

    `then` is an update of our own that is done in the same atomic write.
    """
    return _replace(store, article_iri(identifier, store.base), set(), set(), then=then)


def review_article(store: Store, article: NamedNode, reviews: Sequence[Review], telling: set[Quad]) -> bool:
    """Write an article anew under all reviews that there are of it; `telling` are the quads of a new decision.

    What was extracted is taken from the article's graph. The write is atomic; say whether it changed anything.
    """
    with store.writing():
        found = extracted(store, article, set(store.quads(article)))
        remembered = set(store.engine.quads_for_pattern(article, None, None, loading_graph(store.base)))
        return _replace(store, article, found, remembered, (reviews, telling))


def _replace(
    store: Store,
    article: NamedNode,
    found: set[Quad],
    remember: set[Quad],
    decided: tuple[Sequence[Review], set[Quad]] | None = None,
    then: str = "",
) -> bool:
    with store.writing():
        old = set(store.quads(article))
        reviews, telling = decided or (reviews_of(store, article), set[Quad]())
        new, revision = revised(found, reviews, naming(store, article), store.base)
        remembered = set(store.engine.quads_for_pattern(article, None, None, loading_graph(store.base)))
        removed, added = settle(store, contributed(old), contributed(new))
        unlinked, linked = relinked(store.engine, {article: new}, store.base)
        # Nor is anything on a matter where there is none.
        bare = _is_bare(store, matters_graph(store.base))
        off, on = (set[Quad](), set[Quad]()) if bare else on_matters(store, article, new)
        return store.apply(
            old | told(store, article) | remembered | removed | unlinked | off,
            new | revision | telling | remember | added | linked | on,
            then=then,
        )
