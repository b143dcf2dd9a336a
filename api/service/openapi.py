"""`/openapi.json`: the framework's description of the routes, with those that it does not see, and with the errors."""

from __future__ import annotations

import re
from typing import Any, Final

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from sayso.api.service.openapi_paths import PATHS

_DESCRIPTION: Final = (
    "Who said what about whom. SPARQL at `/sparql`; the graph walked in JSON, in pages; spreadsheets matched to actors "
    "at `/reconcile`. Errors are problem+json (RFC 9457). Writing, and seeing others' queries, needs a key: "
    "`Authorization: Bearer …`."
)
_PROBLEM: Final[dict[str, Any]] = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string", "format": "uri", "examples": ["https://w3id.org/sayso/problem/not-found"]},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "what is wrong, and the way out"},
        "candidates": {"type": "array", "items": {"type": "string"}, "description": "actors that bear a name"},
    },
}
_PROBLEMS: Final = {
    "3XX": "A name of several actors (300, with candidates), an actor merged into another (307), nothing new (304)",
    "4XX": "What is wrong with the request",
    "5XX": "Why it cannot be answered now: past a limit (503, 504), too busy (503, with Retry-After), or a fault (500)",
}
_WITH_KEY: Final = frozenset(
    {
        ("delete", "/articles/{id}"), ("post", "/sparql/update"), ("post", "/graphs"), ("put", "/graphs"),
        ("delete", "/graphs"), ("get", "/queries"), ("get", "/writes"), ("delete", "/queries/{id}"),
    }
)  # fmt: skip
_WRITING: Final = "writing"
# Names that the demo's two articles know.
EXAMPLES: Final = {
    ("/said", "by"): "Sergei Lavrov",
    ("/said", "about"): "NATO",
    ("/actors", "name"): "Lavr",
    ("/actors/{id}", "id"): "country/RU",
    ("/actors/{id}/statements", "id"): "organisation/nato",
    ("/actors/{id}/neighbours", "id"): "country/RU",
    ("/paths", "from"): "Liz Truss",
    ("/paths", "to"): "Ukraine",
    ("/subgraph", "actor"): ["country/RU"],
    ("/demands", "by"): "Russia",
    ("/positions", "holder"): "Russia",
    ("/posts", "organisation"): "NATO",
    ("/between", "a"): "Russia",
    ("/between", "b"): "NATO",
    ("/question", "q"): "What did Russia say about NATO?",
}
_FOR_ALL: Final = (("post", "/extract"), ("post", "/verify"))


def complete(app: FastAPI) -> None:
    """Have the application describe all its routes; to be called before it is first asked."""

    def openapi() -> dict[str, Any]:
        if not app.openapi_schema:
            app.openapi_schema = describe(app)
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]


def describe(app: FastAPI) -> dict[str, Any]:
    """Return the description: every operation with its problems, those that need a key with the key."""
    told = get_openapi(title=app.title, version=app.version, description=_DESCRIPTION, routes=app.routes)
    told["paths"] = dict(sorted({**told["paths"], **PATHS}.items()))
    schemas: dict[str, Any] = {**told.get("components", {}).get("schemas", {}), "Problem": _PROBLEM}
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    told["paths"] = _hoisted(told["paths"], schemas)
    told["components"] = {
        "schemas": schemas,
        "securitySchemes": {"key": {"type": "http", "scheme": "bearer", "description": "a key of SAYSO_API_KEY"}},
    }
    for path, operations in told["paths"].items():
        for method, operation in operations.items():
            operation["responses"] = _responses(operation["responses"])
            operation["parameters"] = [*operation.get("parameters", ()), *_places(path, operation)]
            for parameter in operation["parameters"]:
                if example := EXAMPLES.get((path, parameter["name"])):
                    parameter.setdefault("example", example)
            writes = _WRITING in operation.get("tags", ()) and (method, path) not in _FOR_ALL
            if writes or (method, path) in _WITH_KEY:
                operation["security"] = [{"key": []}]
    return told


def _places(path: str, operation: dict[str, Any]) -> list[dict[str, Any]]:
    told = {parameter["name"] for parameter in operation.get("parameters", ()) if parameter["in"] == "path"}
    schema = {"type": "string", "minLength": 1}
    return [
        {"name": name, "in": "path", "required": True, "schema": schema}
        for name in re.findall(r"\{(\w+)\}", path)
        if name not in told
    ]


def _responses(told: dict[str, Any]) -> dict[str, Any]:
    # Where a request does not fit we answer 400 in our own shape, never the framework's 422.
    kept = {status: response for status, response in told.items() if status != "422" or "$ref" not in str(response)}
    content = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    problems = {status: {"description": text, "content": content} for status, text in _PROBLEMS.items()}
    return {**kept, **problems}


def _hoisted(told: Any, schemas: dict[str, Any]) -> Any:
    """Return a part of the description with the definitions of its schemas moved to `schemas`, where references lead.

    A pair whose members are alike is told as a list of two, which more tools read.
    """
    if isinstance(told, list):
        return [_hoisted(each, schemas) for each in told]
    if not isinstance(told, dict):
        return told
    if "$defs" in told:
        schemas.update(_hoisted(told["$defs"], schemas))
    found = {name: _hoisted(value, schemas) for name, value in told.items() if name != "$defs"}
    if isinstance(reference := found.get("$ref"), str):
        found["$ref"] = reference.replace("#/$defs/", "#/components/schemas/")
    places = found.get("prefixItems")
    if places and "items" not in found and all(place == places[0] for place in places):
        del found["prefixItems"]
        found["items"] = places[0]
    return found
