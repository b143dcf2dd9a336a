"""Codings: what coders decided about articles apart from each other, as each sees it, and how far they agree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from pyoxigraph import NamedNode, Quad

from sayso.graph.actors.refs import id_of
from sayso.graph.answers.agreement.agreement import CoderAgreement, ToldAgreement, compare_codes
from sayso.graph.answers.agreement.coded import Coded
from sayso.graph.answers.agreement.graph_codes import graph_codes
from sayso.graph.answers.article import StoredArticle
from sayso.graph.answers.article import article as whole_article
from sayso.graph.edits.deciding import coded
from sayso.graph.model.stored import model_parts
from sayso.graph.reviews.review import Review, reviews_of
from sayso.graph.statements.evidence import Facts
from sayso.graph.statements.rows.filter import Filter
from sayso.graph.store.store import Store
from sayso.ontology import namespaces as ns
from sayso.ontology import terms
from sayso.ontology.errors import NotFoundError, UsageError
from sayso.ontology.iris import actors_graph, article_iri, coding_iri, codings_graph

_VARIABLES = ("speaker", "act", "about", "form", "stance", "matter")


@dataclass(frozen=True, slots=True)
class CodingProgress:
    """Who codes which article apart from others, and how much of it is decided."""

    article: str
    title: str
    coder: str
    decisions: int
    done_on: str | None


@dataclass(frozen=True, slots=True)
class CodingList:
    """All codings, by article and coder."""

    items: tuple[CodingProgress, ...]


@dataclass(frozen=True, slots=True)
class CodedDecision:
    """What a coder decided about a statement."""

    id: str
    verdict: str
    statement: str | None


@dataclass(frozen=True, slots=True)
class CodedArticle(StoredArticle):
    """An article as one coder sees it."""

    coder: str
    done: bool
    decisions: tuple[CodedDecision, ...]


@dataclass(frozen=True, slots=True)
class CodersAgreement(ToldAgreement):
    """How far two coders agree over the articles that both are done with; `blind`: without any unit and text."""

    one: str
    other: str
    articles: int
    blind: bool


def codings(store: Store, article: str = "") -> CodingList:
    """List who codes which article apart from others, how much each decided and whether each is done.

    What they decided is not in it. `article` is an id, IRI or identifier, "" for all.
    """
    facts, found = Facts(store.engine), []
    wanted = meant_article(store, article) if article else None
    for node in facts.subjects(ns.TYPE, terms.CODING, codings_graph(store.base)):
        [of], coder = facts.nodes(node, terms.APPLIES_TO), facts.text(node, ns.CREATOR)
        if wanted in (None, of):
            standing = [one for one in reviews_of(store, of, coder) if one.taken_back is None]
            found.append((facts.text(of, ns.TITLE) or facts.text(of, ns.IDENTIFIER), coder, node, of, len(standing)))
    return CodingList(
        tuple(
            CodingProgress(id_of(store, of.value), title, coder, decided, facts.text(node, terms.DONE_ON) or None)
            for title, coder, node, of, decided in sorted(found, key=lambda one: (one[0], one[1]))
        )
    )


def coded_article(store: Store, id: str, coder: str, of: str = "", *, blind: str = "until-done") -> CodedArticle:
    """Return an article as `article` does, as one coder sees it: extracted, and under the coder's own decisions.

    `of` is another coder whose coding is asked for: both have to be done, and `blind` must not be "always". Raises
    UsageError where it must not be seen, NotFoundError where there is no such article.
    """
    node = meant_article(store, id)
    if of and of != coder and (blind == "always" or not (is_done(store, node, coder) and is_done(store, node, of))):
        raise UsageError("coders see each other's codings of an article once both are done with it")
    seen = _seen(store, [node], of or coder)
    decisions = (
        CodedDecision(id_of(store, one.node(store.base).value), one.verdict, _id(store, about))
        for one, about in _standing(store, node, of or coder)
    )
    told = whole_article(seen, node.value)
    done = is_done(store, node, of or coder)
    return CodedArticle(**model_parts(told), coder=of or coder, done=done, decisions=tuple(decisions))


def coders_agreement(
    store: Store, one: str, other: str, article: str = "", *, blind: str = "until-done"
) -> CodersAgreement:
    """Say how far two coders agree over the articles that both are done with, as `agreement` says it.

    With `confusion` for each variable. Where `blind` is "always", it is figures alone: no unit and no text is told.
    """
    told = between_coders(store, one, other, article).told()
    if blind == "always":
        told = replace(told, disagreements=(), only_one=(), only_other=())
    articles = len(_both_done(store, one, other, article))
    return CodersAgreement(**model_parts(told), one=one, other=other, articles=articles, blind=blind == "always")


def between_coders(store: Store, one: str, other: str, article: str = "") -> CoderAgreement:
    """Compare two coders over the articles that both are done with. Raises UsageError where there is none."""
    both = _both_done(store, one, other, article)
    if one == other or not both:
        raise UsageError(f"there is no article that both {one} and {other} are done with: agreement is told after that")
    asked = Coded((), _VARIABLES)
    mine, theirs = (graph_codes(_seen(store, both, coder), asked, Filter()) for coder in (one, other))
    return compare_codes(mine, theirs)


def _both_done(store: Store, one: str, other: str, article: str) -> list[NamedNode]:
    facts, graph = Facts(store.engine), codings_graph(store.base)
    wanted = meant_article(store, article) if article else None
    return [
        of
        for node in facts.subjects(ns.TYPE, terms.CODING, graph)
        for of in facts.nodes(node, terms.APPLIES_TO)
        if facts.text(node, ns.CREATOR) == one and wanted in (None, of)
        if is_done(store, of, one) and is_done(store, of, other)
    ]


def is_done(store: Store, article: NamedNode, coder: str) -> bool:
    """Say whether a coder is done with an article."""
    node = coding_iri(article, coder, store.base)
    return bool(Facts(store.engine).text(node, terms.DONE_ON))


def meant_article(store: Store, text: str) -> NamedNode:
    """Return the article meant by an id, IRI or identifier. Raises NotFoundError."""
    for name in (text, store.base + text, f"{store.base}article/{text}", article_iri(text, store.base).value):
        try:
            node = NamedNode(name)
        except ValueError:
            continue
        if terms.ARTICLE in Facts(store.engine).nodes(node, ns.TYPE):
            return node
    raise NotFoundError(f"{text!r}: no article has this id; the question “articles” lists them")


def _standing(store: Store, article: NamedNode, coder: str) -> list[tuple[Review, NamedNode | None]]:
    about = coded(store, article, coder).about
    return [(one, about.get(one.number)) for one in reviews_of(store, article, coder) if one.taken_back is None]


def _id(store: Store, node: NamedNode | None) -> str | None:
    return None if node is None else id_of(store, node.value)


def _seen(store: Store, articles: Iterable[NamedNode], coder: str) -> Store:
    """Make a small store of articles under one coder's decisions, with the names of all that they name."""
    seen, shared = Store.in_memory(store.base), actors_graph(store.base)
    quads: set[Quad] = set()
    for article in articles:
        quads |= coded(store, article, coder).quads
    named = {term for quad in quads for term in (quad.subject, quad.object) if isinstance(term, NamedNode)}
    names = {quad for node in named for quad in store.engine.quads_for_pattern(node, None, None, shared)}
    homes = {quad.object for quad in names if isinstance(quad.object, NamedNode)} - named
    for home in homes:
        names |= set(store.engine.quads_for_pattern(home, None, None, shared))
    # Whom a coder named whom no article names yet.
    told = {quad.subject for quad in names}
    graph = codings_graph(store.base)
    for node in named - told:
        for quad in store.engine.quads_for_pattern(node, NamedNode(ns.SCHEMA + "name"), None, graph):
            names.add(Quad(node, ns.LABEL, quad.object, shared))
    seen.engine.extend(quads | names)
    return seen
