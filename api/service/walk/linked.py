"""`/id/…`: linked data; what the graph says of a thing, in the RDF format that the client likes best."""

from __future__ import annotations

import json

from starlette.requests import Request
from starlette.responses import Response

from api.service.engine import Engine
from api.service.sparql.negotiation import TRIPLES, choose
from api.service.sparql.protocol import Asked
from api.service.sparql.route import answer
from graph.readers.job import QueryJob
from graph.walk.asking import walk_query
from ontology.errors import NotAcceptableError, NotFoundError, QueryError
from queries.catalogue import bind


async def linked(request: Request) -> Response:
    """Describe the thing whose IRI is the base and this path. Raises NotFoundError where nothing is said of it."""
    engine: Engine = request.app.state.engine
    iri = engine.base + request.path_params["path"]
    if choose(request.headers.get("accept"), TRIPLES) is None:
        raise NotAcceptableError("things are described in RDF: Turtle, N-Triples, RDF/XML, JSON-LD and others")
    try:
        known, described = (bind(walk_query(name), {"thing": iri}) for name in ("known", "described"))
    except QueryError as error:
        raise NotFoundError(f"{iri!a}: this is no IRI") from error
    job = QueryJob(str(engine.snapshot()), known)
    if not json.loads(await engine.pool.ask(job.told(), engine.seconds(None)))["boolean"]:
        raise NotFoundError(f"{iri}: the graph says nothing of this")
    return await answer(request, engine, Asked(described), described)
