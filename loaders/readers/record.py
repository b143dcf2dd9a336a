"""A record: one article as JSON, by the names that SaySo, news-please and fundus give its fields."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Final

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from sayso.loaders.document import Document
from sayso.loaders.readers.titles import first_line_title
from sayso.ontology.errors import RejectedInput

# Field → where it may stand, the first that is filled counts; dots lead into an object.
FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "id": ("id", "identifier"),
    "text": ("text", "maintext", "plaintext", "body", "articleBody"),
    "title": ("title", "headline", "title_page"),
    "url": ("url", "html.responded_url", "html.requested_url"),
    "source": ("source", "source_domain", "publisher", "html.source_info.publisher"),
    "published": ("published", "date", "date_publish", "publishing_date", "datePublished"),
    "language": ("language", "lang", "inLanguage"),
    "authors": ("authors", "author"),
}


def _name(value: object) -> object:
    """Take a number for a name ("id": 17), and of an object its name ("source": {"name": …})."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return value.get("name") if isinstance(value, dict) else value


def _names(value: object) -> object:
    values = value if isinstance(value, list) else [value]
    return [_name(one) for one in values if one]


def _body(value: object) -> object:
    """Join the summary and sections of fundus' bodies as fundus does for its plain text."""
    if not isinstance(value, dict):
        return value
    parts = list(_strings(value.get("summary")))
    sections = value.get("sections")
    for section in sections if isinstance(sections, list) else []:
        if isinstance(section, dict):
            parts += [*_strings(section.get("headline")), *_strings(section.get("paragraphs"))]
    return "\n\n".join(parts)


def _strings(value: object) -> list[str]:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []


type Name = Annotated[str | None, BeforeValidator(_name)]


class Record(BaseModel):
    """The fields of an article, their types checked."""

    model_config = ConfigDict(strict=True)

    text: Annotated[str, BeforeValidator(_body)]
    id: Name = None
    title: Name = None
    url: str | None = None
    source: Name = None
    published: Name = None
    language: str | None = None
    authors: Annotated[list[str], BeforeValidator(_names)] = []


def document_of(value: object, where: str, fallback: str) -> Document:
    """Return the article that a JSON value tells; `fallback` is its id where it has neither an id nor a URL.

    Raises RejectedInput where the value is no object, has no text or a field of the wrong type.
    """
    if not isinstance(value, dict):
        raise RejectedInput(where, f"an article is an object in braces, this is {_kind(value)}")
    fields = {name: found for name, places in FIELDS.items() if (found := _filled(value, places)) is not None}
    if "text" not in fields:
        raise RejectedInput(where, f"there is no text in it; it is looked for under {', '.join(FIELDS['text'])}")
    try:
        record = Record.model_validate(fields)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        raise RejectedInput(where, f"{first['loc'][0]}: {_wrong(first)}; correct it, or leave it out") from error
    identifier = record.id or record.url or fallback
    return Document(
        id=identifier,
        text=record.text.removeprefix("\ufeff"),
        title=record.title or first_line_title(record.text) or identifier,
        source=record.source,
        url=record.url,
        published=record.published,
        language=record.language,
        authors=tuple(record.authors),
        origin=where,
    )


def _wrong(error: ErrorDetails) -> str:
    if error["type"] == "string_unicode":
        return "half a character (a lone surrogate, U+D800 to U+DFFF)"
    return error["msg"]


def _filled(value: Mapping[str, object], places: tuple[str, ...]) -> object:
    for place in places:
        found: object = value
        for name in place.split("."):
            found = found.get(name) if isinstance(found, dict) else None
        # news-please writes a date that it did not find as the word "None".
        if found not in (None, "", [], {}, "None"):
            return found
    return None


def _kind(value: object) -> str:
    return {list: "a list", str: "a string", bool: "true or false", type(None): "null"}.get(type(value), "a number")
