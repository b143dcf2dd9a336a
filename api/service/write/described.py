"""How the routes that take articles are described: what the framework does not see of a body that it does not read."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any, Final

_TEXT: Final = "The minister said on Monday that the bridge would be rebuilt within a year.\n"
_FIELDS: Final = ("text", "id", "title", "source", "url", "published", "language")
_RECORD: Final[dict[str, Any]] = {
    "type": "object",
    "required": ["text"],
    "properties": {name: {"type": "string"} for name in _FIELDS},
    "example": {"id": "bridge", "text": _TEXT, "source": "The Paper", "published": "2022-01-31"},
}
_STRING: Final[dict[str, Any]] = {"schema": {"type": "string"}}
ARTICLE_BODY: Final[MappingProxyType[str, Any]] = MappingProxyType(
    {
        "requestBody": {
            "required": True,
            "description": "One article: its text, a page, or an object with its text under `text`.",
            "content": {
                "text/plain": {**_STRING, "example": _TEXT},
                "text/html": {**_STRING, "example": f"<html><body><article><p>{_TEXT}</p></article></body></html>"},
                "application/json": {"schema": _RECORD},
            },
        }
    }
)
STORED: Final[dict[int | str, dict[str, Any]]] = {
    200: {"description": "The article, which was there or took the place of what was; `report` says which"},
    201: {"description": "The article, which is new; Location leads to it"},
}
EXTRACTED: Final[dict[int | str, dict[str, Any]]] = {
    200: {"description": "What the article says, in the shape of GET /articles/{id}"}
}
VERIFIED: Final[dict[int | str, dict[str, Any]]] = {
    200: {
        "description": "`claims`, each with its `verdict` (verbatim, nearly, alike, absent) and `matches`; or a page",
        "content": {"application/json": {"schema": {"type": "object"}}, "text/html": dict(_STRING)},
    }
}
