"""What the API's documentation says of the reconciliation routes."""

from __future__ import annotations

from typing import Any, Final

from sayso.graph.reconcile.properties import PROPERTIES

_BATCH: Final = '{"q0": {"query": "Anna Zenda", "type": "Person", "limit": 3}}'
_EXTENSION: Final = '{"ids": ["country/RU"], "properties": [{"id": "iso"}]}'
_JSON: Final[dict[str, Any]] = {"application/json": {"schema": {"type": "object"}}}


def parameter(name: str, description: str, example: str | None = None, *, required: bool = False) -> dict[str, Any]:
    """Return a parameter of the query string as OpenAPI writes it."""
    whole = name in ("limit", "cursor")
    schema: dict[str, Any] = {"type": "integer", "minimum": 0} if whole else {"type": "string"}
    told = {"name": name, "in": "query", "description": description, "required": required, "schema": schema}
    return told if example is None else {**told, "example": example}


def answers(description: str, content: dict[str, Any] | None = None) -> dict[str, Any]:
    """Return what a route answers where all is well."""
    return {"responses": {"200": {"description": description, "content": content or _JSON}}}


_CALLBACK = parameter("callback", "a function's name: a script for pages of SAYSO_CORS_ORIGINS, by their Referer")
_LIMIT, _CURSOR = parameter("limit", "how many at the most"), parameter("cursor", "how many to leave out first")
_PREFIX = parameter("prefix", "what was typed so far", "Ann")
_ID = parameter("id", "an actor's id", "country/RU", required=True)
_MANY: Final = {"description": "the properties: " + ", ".join(PROPERTIES)}

GET: Final[dict[str, Any]] = {
    "parameters": [
        parameter("queries", "a batch of queries, as JSON", _BATCH),
        parameter("extend", "ids and properties that are wanted of them, as JSON", _EXTENSION),
        _CALLBACK,
    ],
    **answers("The manifest, or, with `queries` or `extend`, their answers"),
}
POST: Final[dict[str, Any]] = {
    "requestBody": {
        "required": True,
        "content": {
            "application/x-www-form-urlencoded": {
                "schema": {
                    "type": "object",
                    "properties": {
                        "queries": {"type": "string", "description": "a batch of queries, as JSON"},
                        "extend": {"type": "string", **_MANY},
                    },
                },
                "examples": {
                    "queries": {"value": {"queries": _BATCH}},
                    "extend": {"value": {"extend": _EXTENSION}},
                },
            }
        },
    },
    **answers("Candidates by query, or values by id"),
}
SUGGEST: Final[dict[str, Any]] = {"parameters": [_PREFIX, _LIMIT, _CURSOR, _CALLBACK], **answers("Suggestions")}
SUGGEST_ENTITY: Final[dict[str, Any]] = {
    "parameters": [_PREFIX, parameter("type", "Person, Organisation, Country or Group"), _LIMIT, _CURSOR, _CALLBACK],
    **answers("Actors whose names begin so"),
}
PROPOSED: Final[dict[str, Any]] = {
    "parameters": [parameter("type", "Person, Organisation, Country or Group", "Person"), _LIMIT, _CALLBACK],
    **answers("Properties that can be asked for"),
}
FLYOUT: Final[dict[str, Any]] = {"parameters": [_ID, _CALLBACK], **answers("`id` and `html`")}
PREVIEW: Final[dict[str, Any]] = {
    "parameters": [_ID],
    **answers("A small page about an actor", {"text/html": {"schema": {"type": "string"}}}),
}
