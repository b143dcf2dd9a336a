"""An article and all that it says, as the quads of its named graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256

from pyoxigraph import Literal, Quad

from sayso.loaders.document import Document
from sayso.loaders.facts import Actor, Extraction, Mention
from sayso.loaders.mapping.actors import describe, is_local
from sayso.loaders.mapping.frame import Frame, Triple, offsets
from sayso.loaders.mapping.posts import membership_triples, post_triples
from sayso.loaders.mapping.statements import statement_triples
from sayso.loaders.mapping.values import issued, web_address
from sayso.ontology import iris, terms
from sayso.ontology import namespaces as ns
from sayso.ontology.errors import RejectedInput


def article_quads(document: Document, extraction: Extraction, base: str = iris.BASE) -> Iterator[Quad]:
    """Yield what an article says, each quad once, in an order that depends on nothing but the arguments.

    Names and types of groups are among them. Posts, the extraction and persons whom this article alone knows are told
    in the actors' graph, so that what articles share stands once, and persons can be found and merged; all other actors
    are in `actor_quads`. Raises RejectedInput for a text that no RDF store can hold (a lone surrogate), ValueError for
    facts that do not fit the document.
    """
    _check(document)
    frame = Frame(document, iris.article_iri(document.id, base), base)
    for subject, predicate, value in dict.fromkeys(_triples(extraction, frame)):
        yield Quad(subject, predicate, value, frame.article)
    shared = iris.actors_graph(base)
    for subject, predicate, value in dict.fromkeys(_shared(extraction, frame)):
        yield Quad(subject, predicate, value, shared)


def _shared(extraction: Extraction, frame: Frame) -> Iterator[Triple]:
    activity = iris.activity_iri(dict(extraction.method), frame.base)
    yield activity, ns.TYPE, ns.ACTIVITY
    yield activity, ns.LABEL, Literal("; ".join(f"{name} {value}" for name, value in sorted(extraction.method)))
    for actor in _local(extraction, "here/"):
        yield from describe(frame.actor(actor.key), actor)
    yield from post_triples(extraction, frame, shared=True)


def _local(extraction: Extraction, start: str) -> list[Actor]:
    found = (a for a in extraction.actors.values() if is_local(a) and a.key.startswith(start))
    return sorted(found, key=lambda a: a.key)


def text_hash(text: str) -> str:
    """Return the SHA-256 of the text in UTF-8, hexadecimal."""
    return sha256(text.encode("utf-8")).hexdigest()


def _check(document: Document) -> None:
    given = (document.id, document.text, document.title, document.source, document.language, *document.authors)
    for value in given:
        try:
            (value or "").encode("utf-8")
        except UnicodeEncodeError as error:
            reason = f"half a character (a lone surrogate) at code point {error.start}; save the text anew as UTF-8"
            raise RejectedInput(document.origin or ascii(document.id), reason) from error


def _triples(extraction: Extraction, frame: Frame) -> Iterator[Triple]:
    yield from _article(frame)
    activity = iris.activity_iri(dict(extraction.method), frame.base)
    yield activity, ns.USED, frame.article
    for actor in _local(extraction, "group/"):
        yield from describe(frame.actor(actor.key), actor)
    yield from _mentions(extraction.mentions, extraction.actors, frame)
    yield from membership_triples(extraction.memberships, frame)
    yield from post_triples(extraction, frame, shared=False)
    yield from statement_triples(extraction, activity, frame)


def _article(frame: Frame) -> Iterator[Triple]:
    node, document = frame.article, frame.document
    yield node, ns.TYPE, terms.ARTICLE
    yield node, ns.TYPE, ns.NEWS_ARTICLE
    yield node, ns.IDENTIFIER, Literal(document.id)
    for predicate, text in (
        (ns.TITLE, document.title),
        (ns.PUBLISHER, document.source),
        (ns.LANGUAGE, document.language),
        *((ns.CREATOR, author) for author in document.authors),
    ):
        if text and not text.isspace():
            yield node, predicate, Literal(text)
    if document.url and (address := web_address(document.url)):
        yield node, ns.URL, address
    if document.published and (moment := issued(document.published)):
        yield node, ns.ISSUED, moment
    yield node, terms.TEXT_HASH, Literal(text_hash(document.text))
    yield node, ns.ARTICLE_BODY, Literal(document.text)


def _mentions(mentions: Iterable[Mention], actors: Mapping[str, Actor], frame: Frame) -> Iterator[Triple]:
    for mention in mentions:
        node = frame.under("mention", offsets([mention.span]), mention.actor)
        yield node, ns.TYPE, terms.MENTION
        yield node, terms.MENTION_OF, frame.actor(mention.actor)
        if mention.actor in actors and (warrant := actors[mention.actor].warrant):
            yield node, terms.WARRANT, Literal(warrant)
        yield from frame.point(node, terms.MENTION_SPAN, [mention.span])
