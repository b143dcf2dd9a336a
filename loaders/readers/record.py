"""A record: one article as JSON or a row, by the names that many programs give its fields, or that a user maps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from sayso.loaders.document import Document
from sayso.loaders.readers.fields import FIELDS, HTML_PLACES, located
from sayso.loaders.readers.presets import simplified
from sayso.loaders.readers.titles import first_line_title
from sayso.ontology.errors import RejectedInput


def _name(value: object) -> object:
    """Take a number for a name ("id": 17), and of an object its name ("source": {"name": …})."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return value.get("name") if isinstance(value, dict) else value


def _names(value: object) -> object:
    """Take one for a list of one, and the names that trafilatura joins with semicolons apart."""
    values = value.split(";") if isinstance(value, str) else value if isinstance(value, list) else [value]
    names = [_name(one) for one in values if one]
    return [one.strip() if isinstance(one, str) else one for one in names if one and one != " "]


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


type WrittenName = Annotated[str | None, BeforeValidator(_name)]


class Record(BaseModel):
    """The fields of an article, their types checked."""

    model_config = ConfigDict(strict=True)

    text: Annotated[str, BeforeValidator(_body)]
    id: WrittenName = None
    title: WrittenName = None
    url: str | None = None
    source: WrittenName = None
    published: WrittenName = None
    language: WrittenName = None
    authors: Annotated[list[str], BeforeValidator(_names)] = []


def document_of(value: object, where: str, fallback: str, mapped: Mapping[str, str] | None = None) -> Document:
    """Return the article that a JSON value or a row tells; `fallback` is its id where it has neither an id nor a URL.

    `mapped` names for fields the places where they stand, instead of the known ones. Raises RejectedInput where the
    value is no object, has no text or a field of the wrong type.
    """
    mapped = mapped or {}
    if not isinstance(value, dict):
        raise RejectedInput(where, f"an article is an object in braces, this is {_kind(value)}")
    fields = located(simplified(value, where), mapped)
    if "text" not in fields:
        raise RejectedInput(where, _no_text(mapped))
    try:
        record = Record.model_validate({name: content for name, (_, content) in fields.items()})
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        raise RejectedInput(where, f"{first['loc'][0]}: {_wrong(first)}; correct it, or leave it out") from error
    found = {name: place for name, (place, _) in fields.items()}
    text = record.text.removeprefix("\ufeff")
    if found["text"] in HTML_PLACES and "text" not in mapped:
        from sayso.loaders.readers.paragraphs import html_text

        text, found["text"] = html_text(text), f"{found['text']}, without its markup"
    found.setdefault("id", found.get("url", "its place"))
    if record.title is None:
        found["title"] = "its first line" if first_line_title(text) else "its id"
    identifier = record.id or record.url or fallback
    return Document(
        id=identifier,
        text=text,
        title=record.title or first_line_title(text) or identifier,
        source=record.source,
        url=record.url,
        published=record.published,
        language=record.language,
        authors=tuple(record.authors),
        origin=where,
        found=tuple(found.items()),
    )


def _no_text(mapped: Mapping[str, str]) -> str:
    if "text" in mapped:
        return f"there is nothing under {mapped['text']!r}, which --map names for the text"
    places = ", ".join(FIELDS["text"])
    return f"there is no text in it; it is looked for under {places}; for another say --map text=NAME"


def _wrong(error: ErrorDetails) -> str:
    if error["type"] == "string_unicode":
        return "half a character (a lone surrogate, U+D800 to U+DFFF)"
    return error["msg"]


def _kind(value: object) -> str:
    return {list: "a list", str: "a string", bool: "true or false", type(None): "null"}.get(type(value), "a number")
