"""`/sparql`: the SPARQL 1.1 Protocol over the latest snapshot."""

from __future__ import annotations

from dataclasses import asdict
from hashlib import sha256

from starlette.requests import Request
from starlette.responses import Response

from api.service.engine import Engine
from api.service.logs import note_query
from api.service.sparql.cache import Kept
from api.service.sparql.description import describe
from api.service.sparql.negotiation import RESULTS, TRIPLES, choose, media_type
from api.service.sparql.protocol import Asked, read_query
from api.service.sparql.running import new_id
from api.service.sparql.streaming import AnswerResponse, ClientLeft, begin
from graph.guard import keywords
from graph.readers.job import QueryJob
from ontology.errors import NotAcceptableError

METHODS = ("GET", "HEAD", "POST", "OPTIONS")
_VOLATILE = frozenset({"NOW", "RAND", "UUID", "STRUUID", "BNODE"})
_MOST_TOLD = 2000


async def sparql(request: Request) -> Response:
    """Answer a request of the protocol; without a query, describe the service."""
    if request.method == "OPTIONS":
        return Response(status_code=204, headers={"Allow": ", ".join(METHODS)})
    engine: Engine = request.app.state.engine
    asked = await read_query(request, engine.settings.max_request_kb << 10)
    if asked.text is None:
        return describe(request, engine)
    return await answer(request, engine, asked, asked.text)


async def answer(request: Request, engine: Engine, asked: Asked, text: str) -> Response:
    """Answer a query: from the cache, with 304 where the client has it, else from a reader."""
    note_query(request.scope, text)
    job = _job(request, engine, asked, text)
    key = sha256(repr(asdict(job)).encode("utf-8", "surrogatepass")).hexdigest()
    id_ = new_id()
    headers = {"X-Query-Id": id_, "ETag": f'W/"{key[:32]}"', "Vary": "Accept"}
    headers["Cache-Control"] = "no-cache"
    if kept := engine.cache.get(key):
        if _matches(request, headers["ETag"]):
            return Response(status_code=304, headers=headers)
        return Response(kept.body, headers={**headers, "Content-Type": kept.media_type})
    return await _ask(request, engine, asked, job, key, headers)


async def _ask(
    request: Request, engine: Engine, asked: Asked, job: QueryJob, key: str, headers: dict[str, str]
) -> Response:
    id_ = headers["X-Query-Id"]
    running = engine.running.enter(id_, job.text[:_MOST_TOLD])
    streams = False
    try:
        running.answer = found = await engine.pool.run(job.told(), engine.seconds(asked.timeout))
        await begin(found, request)
        formats = TRIPLES if found.head["form"] == "graph" else RESULTS
        headers["Content-Type"] = media_type(str(found.head["format"]), formats)
        if request.method == "HEAD":
            found.close()
            return Response(headers=headers)
        volatile = bool(_VOLATILE & keywords(job.text))

        def done(body: bytes) -> None:
            engine.running.leave(id_)
            if body and not volatile:
                engine.cache.put(key, Kept(body, headers["Content-Type"]))

        streams = True
        return AnswerResponse(found, headers, engine.settings.answer_seconds, done)
    except ClientLeft:
        return Response(status_code=499)
    finally:
        if not streams:
            engine.running.leave(id_)


def _job(request: Request, engine: Engine, asked: Asked, text: str) -> QueryJob:
    accept = ", ".join(request.headers.getlist("accept")) or None
    results, triples = choose(accept, RESULTS), choose(accept, TRIPLES)
    if results is None and triples is None:
        known = sorted({types[0] for types in (*RESULTS.values(), *TRIPLES.values())})
        raise NotAcceptableError(f"none of the formats that the request accepts is known; there are {', '.join(known)}")
    limits = engine.settings
    return QueryJob(
        str(engine.snapshot()),
        text,
        asked.default_graphs,
        asked.named_graphs,
        results,
        triples,
        limits.max_rows,
        limits.max_answer_mb << 20,
        str(request.url.replace(query="", fragment="")),
    )


def _matches(request: Request, etag: str) -> bool:
    given = request.headers.get("if-none-match", "")
    return given.strip() == "*" or etag in (part.strip() for part in given.split(","))
