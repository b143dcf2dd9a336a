"""Admission: whether an article is new, changed or there already, and whose identifier it bears."""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass

from sayso.graph.edits.articles import ArticleState, Seen
from sayso.loaders.document import Document
from sayso.loaders.mapping.article import text_hash
from sayso.ontology.errors import IdentifierTaken, RejectedInput
from sayso.ontology.iris import digest


@dataclass(frozen=True, slots=True)
class Incoming:
    """What decides about an article: its identifier, digests of text and metadata, and where it comes from.

    `seen.origin` is a digest of the place, empty for one that is never the same place again.
    """

    identifier: str
    text_hash: str
    seen: Seen
    where: str


@dataclass(frozen=True, slots=True)
class Admitting:
    """`replace` lets an article take another's place under the same id, `again` lets in what has not changed."""

    replace: bool = False
    again: bool = False


def incoming(document: Document, by: str = "", place: str | None = None) -> Incoming:
    """Return what decides about a document; `place` is where it comes from if that is no file here, "" for nowhere.

    Raises RejectedInput for a text with half a character.
    """
    try:
        hashed = text_hash(document.text)
    except UnicodeEncodeError as error:
        reason = f"the text holds half a character (a lone surrogate) at {error.start}; take it out"
        raise RejectedInput(document.origin, reason) from error
    origin = _file(document.origin) if place is None else place
    return Incoming(document.id, hashed, Seen(_metadata(document), origin and digest(origin), by), document.origin)


def admitted(new: Incoming, state: ArticleState | None, options: Admitting) -> bool:
    """Say whether an article is to be written over what the store holds under its identifier.

    Raises IdentifierTaken where that is another article.
    """
    if state is None:
        return True
    elsewhere = not new.seen.origin or state.seen.origin != new.seen.origin
    if state.text_hash == new.text_hash:
        changed = state.seen.metadata != new.seen.metadata and (options.replace or not elsewhere)
        return changed or options.again
    if elsewhere and not options.replace:
        raise taken(new, "an article loaded before from another place")
    return True


def taken(new: Incoming, by: str) -> IdentifierTaken:
    """Return the error for an article whose identifier belongs to another one."""
    return IdentifierTaken(
        new.where,
        f"the id {new.identifier!r} belongs to {by}, which has another text; "
        "if this is another article give these an --id-prefix, if it is a new version of the same say --replace "
        "(over HTTP: replace=true)",
    )


def _metadata(document: Document) -> str:
    told = (document.title, document.source, document.url, document.published, document.language, *document.authors)
    return digest(json.dumps(told))


def _file(origin: str) -> str:
    # Lines move within it; and only a digest is kept, for the path concerns nobody who gets the graph.
    return os.path.realpath(re.sub(r":\d+$", "", origin)) if origin else ""
