"""schema.org Claims, those in direct speech Quotations too, as JSON-LD: https://schema.org/Claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import IO, Final

from sayso.graph.export.json_parts import JsonPart, write_list
from sayso.graph.export.text import TextFile
from sayso.graph.export.writer import Notices
from sayso.graph.statements.rows.row import Named, Row

_TYPES: Final = {"Person": "Person", "Organisation": "Organization", "Country": "Country", "Group": "Organization"}


@dataclass(frozen=True, slots=True)
class Claims:
    """Who claims what, where it appeared, when; nothing is said of whether it is true."""

    def write(self, content: Iterable[Row], output: IO[bytes]) -> Notices:
        """Write a Claim for each row."""
        file = TextFile(output)
        file.write('{"@context": "https://schema.org",\n"@graph": ')
        write_list(file, _claims(content))
        file.write("}\n")
        return file.notices()


def _claims(rows: Iterable[Row]) -> Iterator[dict[str, JsonPart]]:
    for row in rows:
        claim: dict[str, JsonPart] = {
            "@type": ["Claim", "Quotation"] if row.form == "direct" else "Claim",
            "@id": row.iri,
            "text": row.words,
            "author": [_actor(speaker) for speaker in row.speakers],
            "about": [_actor(actor) for actor in row.about],
            "dateCreated": row.said_on,
            "description": row.sentence,
            "keywords": row.act,
            "appearance": _article(row),
        }
        yield {name: value for name, value in claim.items() if value}


def _actor(actor: Named) -> JsonPart:
    return {"@type": _TYPES.get(actor.kind, "Thing"), "@id": actor.iri, "name": actor.name}


def _article(row: Row) -> JsonPart:
    article = row.article
    told: dict[str, JsonPart] = {
        "@type": "NewsArticle",
        "@id": article.iri,
        "identifier": article.identifier,
        "headline": article.title,
        "url": article.url,
        "datePublished": article.issued,
        "inLanguage": article.language,
    }
    if article.source:
        told["publisher"] = {"@type": "Organization", "name": article.source}
    return {name: value for name, value in told.items() if value}
