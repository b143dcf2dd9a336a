"""IRIs of graphs and things, all under one base; see DESIGN 2.2.

A forbidden character is refused by `NamedNode` (ValueError), never repaired.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from hashlib import sha256

from pyoxigraph import NamedNode

from sayso.ontology.vocabulary import ACTOR_WORDS

BASE = "https://w3id.org/sayso/id/"

_STATEMENT = "/statement/"
_KEY = re.compile(rf"(here/person|{'|'.join(ACTOR_WORDS)})/[A-Za-z0-9][A-Za-z0-9._~-]*")


def digest(text: str) -> str:
    """Return the first 128 bits of the text's SHA-256 in hexadecimal."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def iri_or_none(text: str) -> NamedNode | None:
    """Return what a text names, None where it is no IRI."""
    try:
        return NamedNode(text)
    except ValueError:
        return None


def article_iri(identifier: str, base: str = BASE) -> NamedNode:
    """Name an article, and with it its graph, by a hash of its identifier."""
    return NamedNode(f"{base}article/{digest(identifier)}")


def article_of(statement: str) -> str:
    """Return the IRI (or id) of the article that a statement's IRI (or id) begins with; any other as it is."""
    return statement.partition(_STATEMENT)[0]


def names_statement(iri: str) -> bool:
    """Say whether an IRI or id is that of a statement."""
    return _STATEMENT in iri


def statements_of(article: str) -> str:
    """Return what the IRIs of an article's statements begin with."""
    return article + _STATEMENT


def place_of(statement: str) -> str:
    """Return what tells a statement from the others of its article: the offsets at the end of its IRI."""
    return statement.rpartition(_STATEMENT)[2]


def actors_graph(base: str = BASE) -> NamedNode:
    """Name the graph of the actors and their names."""
    return NamedNode(f"{base}graph/actors")


def judgements_graph(base: str = BASE) -> NamedNode:
    """Name the graph of what persons decided: merges, matters, reviews."""
    return NamedNode(f"{base}graph/judgements")


def derived_graph(base: str = BASE) -> NamedNode:
    """Name the graph of what follows from several articles together: repeated words, nearly equal texts."""
    return NamedNode(f"{base}graph/derived")


def matters_graph(base: str = BASE) -> NamedNode:
    """Name the graph of matters: what persons decided to be one thing in other words, and what is on it."""
    return NamedNode(f"{base}graph/matters")


def reviews_graph(base: str = BASE) -> NamedNode:
    """Name the graph of reviews: what persons decided about statements, and what that changed in the articles."""
    return NamedNode(f"{base}graph/reviews")


def codings_graph(base: str = BASE) -> NamedNode:
    """Name the graph of codings: what coders decided apart from each other; it changes no article."""
    return NamedNode(f"{base}graph/codings")


def coding_iri(article: NamedNode, coder: str, base: str = BASE) -> NamedNode:
    """Name the coding of an article by one coder."""
    return NamedNode(f"{base}coding/{digest(f'{article.value} {coder}')}")


def loading_graph(base: str = BASE) -> NamedNode:
    """Name the graph of what loading remembers; it concerns one machine, and no export carries it."""
    return NamedNode(f"{base}graph/loading")


def ontology_graph(base: str = BASE) -> NamedNode:
    """Name the graph of the ontology and its schemes."""
    return NamedNode(f"{base}graph/ontology")


def actor_iri(key: str, article: NamedNode, base: str = BASE) -> NamedNode:
    """Name an actor by its key ("country/RU"); a group ("group/observers") lives under its article.

    So does a person whom no other article knows: "here/person/tusk" is `<article>/person/tusk`. Raises ValueError for
    a key that is no kind and slug.
    """
    if not _KEY.fullmatch(key):
        raise ValueError(f"no key of an actor: {key!r}")
    own = key.startswith(("group/", "here/"))
    return NamedNode(f"{article.value}/{key.removeprefix('here/')}" if own else base + key)


def activity_iri(method: Mapping[str, str], base: str = BASE) -> NamedNode:
    """Name an extraction by its method (versions and settings), so that the same again is the same node."""
    return NamedNode(f"{base}activity/{digest(json.dumps(sorted(method.items())))}")
