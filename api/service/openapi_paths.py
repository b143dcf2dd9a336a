"""The routes that the framework does not see: SPARQL, linked data, running queries, and what watches over them."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any, Final

from sayso.api.service.sparql.negotiation import RESULTS, TRIPLES

type OpenApiObject = dict[str, Any]

_TEXT: Final[OpenApiObject] = {"schema": {"type": "string"}}
_OBJECT: Final[OpenApiObject] = {"schema": {"type": "object"}}
_QUERY: Final = "SELECT ?name { ?actor a sayso:Actor ; rdfs:label ?name } LIMIT 10"
_UPDATE: Final = 'INSERT DATA { GRAPH <https://w3id.org/sayso/id/graph/mine> { <urn:a> rdfs:label "A" } }'
_RDF: Final = {types[0]: {} if "json" in types[0] else _TEXT for types in TRIPLES.values()}
_ANSWERED: Final = {**{types[0]: {} if "json" in types[0] else _TEXT for types in RESULTS.values()}, **_RDF}


def _parameter(name: str, description: str, schema: OpenApiObject | None = None, **more: object) -> OpenApiObject:
    return {"name": name, "in": "query", "description": description, "schema": schema or {"type": "string"}, **more}


def _place(name: str, description: str, example: str) -> OpenApiObject:
    told = {"name": name, "in": "path", "required": True, "description": description, "example": example}
    return {**told, "schema": {"type": "string", "minLength": 1}}


def _operation(id_: str, summary: str, description: str, content: OpenApiObject | None, **more: Any) -> OpenApiObject:
    status = "200" if content else "204"
    answered: OpenApiObject = {"description": description, **({"content": content} if content else {})}
    responses = {status: answered, **more.pop("responses", {})}
    return {"operationId": id_, "summary": summary, "responses": responses, **more}


def _form(field: str, example: str, direct: str) -> OpenApiObject:
    form = {"type": "object", "required": [field], "properties": {field: {"type": "string"}}}
    return {
        "required": True,
        "content": {
            "application/x-www-form-urlencoded": {"schema": form, "example": {field: example}},
            direct: {**_TEXT, "example": example},
        },
    }


_IRIS: Final[OpenApiObject] = {"type": "array", "items": {"type": "string", "format": "uri"}}
_DATASET: Final = [
    _parameter("default-graph-uri", "graphs that together are the default graph", _IRIS),
    _parameter("named-graph-uri", "graphs that GRAPH sees", _IRIS),
]
_TIMEOUT: Final = _parameter("timeout", "seconds that it may take", {"type": "number", "exclusiveMinimum": 0})
_FORMAT: Final = _parameter(
    "format", "instead of the Accept header: a media type, or json, xml, csv, tsv, ttl …", {"type": "string"}
)
_GRAPH: Final = [
    _parameter("graph", "the graph's IRI", {"type": "string", "format": "uri"}),
    _parameter("default", "the default graph", {"type": "string", "maxLength": 0}, allowEmptyValue=True),
]
_MADE: Final[OpenApiObject] = {"201": {"description": "Done, and the graph is new"}}
_GRAPH_BODY: Final[OpenApiObject] = {
    "required": True,
    "content": {"text/turtle": _TEXT, "application/n-triples": _TEXT},
}
_GRAPH_WRITTEN: Final[OpenApiObject] = {"parameters": _GRAPH, "requestBody": _GRAPH_BODY, "responses": _MADE}

PATHS: Final = MappingProxyType(
    {
        "/sparql": {
            "get": _operation(
                "sparql-get",
                "Answer a SPARQL query; without one, describe the service",
                "Solutions, a truth value or triples, in the format that Accept likes best",
                _ANSWERED,
                parameters=[_parameter("query", "SPARQL 1.1", example=_QUERY), *_DATASET, _TIMEOUT, _FORMAT],
            ),
            "post": _operation(
                "sparql-post",
                "Answer a SPARQL query, or do an update as /sparql/update does",
                "Solutions, a truth value or triples, in the format that Accept likes best",
                _ANSWERED,
                parameters=[*_DATASET, _TIMEOUT, _FORMAT],
                requestBody=_form("query", _QUERY, "application/sparql-query"),
            ),
        },
        "/sparql/update": {
            "post": _operation(
                "sparql-update",
                "Change the graph, whole or not at all",
                "It is done, and in the next snapshot",
                None,
                parameters=[
                    _parameter("using-graph-uri", "graphs that WHERE reads together", _IRIS),
                    _parameter("using-named-graph-uri", "graphs that GRAPH sees in WHERE", _IRIS),
                ],
                requestBody=_form("update", _UPDATE, "application/sparql-update"),
            )
        },
        "/graphs": {
            "get": _operation("graph-get", "Read a whole graph", "Its triples", _RDF, parameters=_GRAPH),
            "put": _operation("graph-put", "Replace a graph", "Done", None, **_GRAPH_WRITTEN),
            "post": _operation("graph-post", "Add to a graph", "Done", None, **_GRAPH_WRITTEN),
            "delete": _operation("graph-delete", "Remove a graph", "Done", None, parameters=_GRAPH),
        },
        "/.well-known/void": {
            "get": _operation("void", "Describe the service", "Triples in the format that Accept likes best", _RDF)
        },
        "/id/{path}": {
            "get": _operation(
                "linked",
                "What the graph says of a thing",
                "Triples in the format that Accept likes best",
                _RDF,
                parameters=[
                    _place(
                        "path",
                        "what stands behind the base in its IRI; .ttl, .jsonld and so on may follow",
                        "country/RU",
                    )
                ],
            )
        },
        "/queries": {
            "get": _operation("queries", "The queries that run or wait", "`queries`", {"application/json": _OBJECT})
        },
        "/queries/{id}": {
            "delete": _operation(
                "query-stop",
                "End a query",
                "It is ended",
                None,
                parameters=[_place("id", "of X-Query-Id", "2f1c9c9ae6d24b0e8ad0c2a9c1d1f6a0")],
            )
        },
        "/writes": {
            "get": _operation(
                "writes",
                "The journal of writes, a JSON object a line",
                "The lines, the oldest first",
                {"application/x-ndjson": {"schema": {"type": "string"}}},
            )
        },
        "/healthz": {
            "get": _operation("healthz", "Whether the process answers", "It does", {"application/json": _OBJECT})
        },
        "/readyz": {
            "get": _operation("readyz", "Whether queries can be answered", "They can", {"application/json": _OBJECT})
        },
        "/metrics": {"get": _operation("metrics", "Counts for Prometheus", "Its text format", {"text/plain": _TEXT})},
    }
)
