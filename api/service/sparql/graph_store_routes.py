"""`/graphs`: the SPARQL 1.1 Graph Store Protocol. Reading is free, writing takes a key."""

from __future__ import annotations

import base64
import json
import uuid
from dataclasses import dataclass

from pyoxigraph import RdfFormat
from starlette.requests import Request
from starlette.responses import Response

from sayso.api.service.asking import ask
from sayso.api.service.engine import Engine
from sayso.api.service.problems import RequestError
from sayso.api.service.sparql.form_fields import fields_of, values_of
from sayso.api.service.sparql.negotiation import RESULTS, TRIPLES, choose
from sayso.api.service.sparql.protocol import (
    ProtocolRequest,
    address_of,
    media_type_of,
    read_body,
)
from sayso.api.service.sparql.route import answer
from sayso.graph.edits.graph_store import MULTIPART
from sayso.graph.model.json_value import Json
from sayso.graph.store.named_graphs import absent
from sayso.graph.workers.evaluation import UNNAMED
from sayso.graph.workers.job import CallJob
from sayso.loaders.writer.job import WriteJob
from sayso.ontology.errors import NotAcceptableError

METHODS = ("GET", "HEAD", "PUT", "POST", "DELETE", "OPTIONS")
_ALL = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"


@dataclass(frozen=True, slots=True)
class Target:
    """The graph that a request is about: its IRI, None for the default graph."""

    graph: str | None


async def graph_store(request: Request) -> Response:
    """Answer a request about one graph."""
    if request.method == "OPTIONS":
        return Response(status_code=204, headers={"Allow": ", ".join(METHODS)})
    if request.method in ("GET", "HEAD"):
        return await _get(request, target_of(request))
    by = request.app.state.keys.require(request)
    engine: Engine = request.app.state.engine
    if request.method == "DELETE":
        await engine.writer.ask(WriteJob("delete-graph", {"graph": target_of(request).graph}, by))
        return Response(status_code=204)
    return await _write(request, engine, by)


def target_of(request: Request) -> Target:
    """Return the graph that a request names: `?graph=`, `?default`, or its own address under /graphs/.

    Raises RequestError where it names none, or several.
    """
    fields = fields_of(request.scope["query_string"])
    graphs = values_of(fields, "graph")
    default = bool(values_of(fields, "default"))
    direct = bool(request.path_params.get("path"))
    if len(graphs) + default + direct != 1:
        raise RequestError(400, "usage", "name one graph: ?graph=IRI, ?default, or its own address under /graphs/")
    if direct:
        return Target(address_of(request))
    return Target(graphs[0] if graphs else None)


async def _get(request: Request, target: Target) -> Response:
    engine: Engine = request.app.state.engine
    accept = ", ".join(request.headers.getlist("accept")) or None
    if choose(accept, TRIPLES) is None and choose(accept, RESULTS) is not None:
        raise NotAcceptableError("a graph is sent as RDF: Turtle, N-Triples, RDF/XML, JSON-LD and others")
    if target.graph is not None:
        job = CallJob(str(engine.snapshot()), "has-graph", {"graph": target.graph}, engine.base)
        if not json.loads(await ask(request, job, engine.settings.query_seconds)):
            raise absent(target.graph)
    asked = ProtocolRequest(_ALL, (UNNAMED if target.graph is None else target.graph,), ())
    return await answer(request, engine, asked, _ALL)


async def _write(request: Request, engine: Engine, by: str) -> Response:
    new = request.method == "POST" and not request.url.query and not request.path_params.get("path")
    address = f"{address_of(request).rstrip('/')}/{uuid.uuid4().hex}" if new else ""
    graph = address if new else target_of(request).graph
    _check_type(request)
    body = await read_body(request, engine.settings.max_write_kb << 10)
    arguments: dict[str, Json] = {
        "graph": graph,
        "media_type": request.headers.get("content-type", ""),
        "replace": request.method == "PUT",
        "body": base64.b64encode(body).decode(),
    }
    done = await engine.writer.ask(WriteJob("write-graph", arguments, by))
    created = isinstance(done, dict) and done.get("created") is True
    return Response(status_code=201 if created else 204, headers={"Location": address} if new else None)


def _check_type(request: Request) -> None:
    type_ = media_type_of(request)
    form = type_ == MULTIPART and request.method == "POST"
    if not form and (not type_ or RdfFormat.from_media_type(type_) is None):
        known = ", ".join(types[0] for types in TRIPLES.values())
        raise RequestError(415, "unsupported-media-type", f"{type_ or 'no Content-Type'!r}: known are {known}")
