"""FollowTheMoney entities, one a line: https://followthemoney.tech/explorer/.

The model has no statement. Each becomes an Event (who speaks organises, who is spoken about is involved, the article is
the proof) and, for diagrams, an UnknownLink from each speaker to each actor that it is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import IO, Final

from sayso.graph.export.json_parts import JsonPart, dumped
from sayso.graph.export.labels import one_line
from sayso.graph.export.text import TextFile
from sayso.graph.export.writer import Notices
from sayso.graph.networks.statements import shortened
from sayso.graph.statements.rows.row import Named, Row, Source
from sayso.ontology.iris import digest

# "sayso" goes before every id: entities of other data sets may not be these.
_SCHEMATA: Final = {
    "Person": "Person",
    "Organisation": "Organization",
    "Country": "PublicBody",
    "Group": "LegalEntity",
}
_OF_STATEMENTS: Final = frozenset({"Event", "UnknownLink"})
_COUNTRY = re.compile(r"/country/([A-Z]{2})")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Ftm:
    """Actors and articles are written once, before the first event that names them."""

    def write(self, content: Iterable[Row], output: IO[bytes]) -> Notices:
        """Write the entities; the ids of the actors and articles that were written are remembered."""
        file = TextFile(output)
        written: set[str] = set()
        for row in content:
            for id, schema, properties in _entities(row):
                # What is made of a statement comes but once.
                if schema in _OF_STATEMENTS or id not in written:
                    if schema not in _OF_STATEMENTS:
                        written.add(id)
                    file.write(dumped({"id": id, "schema": schema, "properties": _told(properties)}) + "\n")
        return file.notices()


def _told(properties: Mapping[str, list[str]]) -> dict[str, JsonPart]:
    told = {name: [value for value in values if value] for name, values in properties.items()}
    return {name: list(values) for name, values in told.items() if values}


type _Entity = tuple[str, str, Mapping[str, list[str]]]


def _id(iri: str) -> str:
    return f"sayso-{digest(iri)}"


def _entities(row: Row) -> Iterator[_Entity]:
    for actor in (*row.speakers, *row.about):
        yield _actor(actor)
    yield _article(row.article)
    yield _event(row)
    for speaker in row.speakers:
        for actor in row.about:
            if speaker != actor:
                yield _link(row, speaker, actor)


def _actor(actor: Named) -> _Entity:
    country = _COUNTRY.search(actor.iri)
    told = {"name": [one_line(actor.name)], "country": [country[1].lower()] if country else []}
    return _id(actor.iri), _SCHEMATA.get(actor.kind, "LegalEntity"), told


def _article(article: Source) -> _Entity:
    title = one_line(article.title or article.identifier)
    told = {
        "title": [title],
        "name": [title],
        "publisher": [article.source],
        "sourceUrl": [article.url],
        "publishedAt": [article.issued],
    }
    return _id(article.iri), "Article", told


def _event(row: Row) -> _Entity:
    who = ", ".join(speaker.name for speaker in row.speakers) or "not named"
    told = {
        "name": [one_line(f"{who} ({row.act}): {shortened(row.words)}")],
        "organizer": [_id(speaker.iri) for speaker in row.speakers],
        "involved": [_id(actor.iri) for actor in row.about],
        **_evidence(row),
        "keywords": [row.act, row.form],
    }
    return _id(row.iri), "Event", told


def _link(row: Row, speaker: Named, actor: Named) -> _Entity:
    told = {
        "subject": [_id(speaker.iri)],
        "object": [_id(actor.iri)],
        "role": [row.act],
        **_evidence(row),
    }
    return _id(f"{row.iri} {speaker.iri} {actor.iri}"), "UnknownLink", told


def _evidence(row: Row) -> dict[str, list[str]]:
    return {
        "date": [row.day] if _DAY.fullmatch(row.day) else [],
        "summary": [row.words],
        "description": [row.sentence],
        "recordId": [row.iri],
        "publisher": [row.article.source],
        "sourceUrl": [row.article.url],
        "proof": [_id(row.article.iri)],
    }
