"""`/sparql`: the SPARQL 1.1 Protocol over the latest snapshot."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from hashlib import sha256

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sayso.api.service.asking import ClientLeft, begin, run
from sayso.api.service.engine import Engine
from sayso.api.service.logs import digest_of, note_digest
from sayso.api.service.sparql.cache import Front, Kept
from sayso.api.service.sparql.description import describe
from sayso.api.service.sparql.negotiation import RESULTS, TRIPLES, choose, media_type
from sayso.api.service.sparql.protocol import UPDATE, ProtocolRequest, address_of, media_type_of, read_query
from sayso.api.service.sparql.running import new_id
from sayso.api.service.sparql.streaming import AnswerResponse
from sayso.api.service.sparql.update import do_update, sparql_update
from sayso.graph.store.guard import keywords
from sayso.graph.workers.answer import WorkerAnswer
from sayso.graph.workers.job import QueryJob
from sayso.ontology.errors import NotAcceptableError

# Turtle is first for those who take anything; browsers say that they like HTML better.
_DESCRIBED = {**TRIPLES, "html": ("text/html", "application/xhtml+xml")}
METHODS = ("GET", "HEAD", "POST", "OPTIONS")
_VOLATILE = frozenset({"NOW", "RAND", "UUID", "STRUUID", "BNODE"})
_MAY_BE_VOLATILE = re.compile("|".join(_VOLATILE), re.IGNORECASE)
_MOST_TOLD = 2000


async def sparql(request: Request) -> Response:
    """Answer a request of the protocol; without a query, describe the service."""
    if request.method == "OPTIONS":
        return Response(status_code=204, headers={"Allow": ", ".join(METHODS)})
    engine: Engine = request.app.state.engine
    front = _front(request, engine)
    if front and (kept := engine.cache.recall(front)):
        return _again(request, kept)
    if request.method == "POST" and media_type_of(request) == UPDATE:
        return await sparql_update(request)
    asked = await read_query(request, engine.settings.max_request_kb << 10)
    if asked.update is not None:
        return await do_update(request, asked.update)
    if asked.text is None:
        if choose(", ".join(request.headers.getlist("accept")), _DESCRIBED) == "html":
            return RedirectResponse("/#/sparql", 303, {"Vary": "Accept"})
        return await describe(request, engine)
    return await answer(request, engine, asked, asked.text, front)


async def answer(
    request: Request, engine: Engine, asked: ProtocolRequest, text: str, front: Front | None = None
) -> Response:
    """Answer a query: from the cache, with 304 where the client has it, else from a reader.

    By `front` the cache knows the request before it is read, the next time.
    """
    job = _job(request, engine, asked, text)
    told = json.dumps(job.told()).encode()
    key = sha256(told).hexdigest()
    if kept := engine.cache.get(key):
        engine.cache.note(front, key)
        return _again(request, kept)
    note_digest(request.scope, digest := digest_of(text))
    headers = {"X-Query-Id": new_id(), "ETag": f'W/"{key[:32]}"', "Vary": _vary(request), "Cache-Control": "no-cache"}
    if engine.remote:
        del headers["ETag"]
    if (body := _looked_up(engine, job)) is not None:
        headers["Content-Type"] = media_type("json", RESULTS)
        engine.cache.note(front, key)
        engine.cache.put(key, Kept(body, headers["Content-Type"], headers["ETag"], digest))
        return Response(body, headers=headers)
    running = engine.running.enter(headers["X-Query-Id"], text[:_MOST_TOLD])
    streams = False
    try:
        running.answer = found = await run(request, told, engine.seconds(asked.timeout))
        await begin(found, request)
        headers["Content-Type"] = media_type(str(found.head["format"]), TRIPLES if _is_graph(found) else RESULTS)
        keep = _keeping(engine, key, front, text, digest, headers)
        if (body := found.whole()) is not None:
            keep(body)
            return Response(body, headers=headers)
        if request.method == "HEAD":
            found.close()
            return Response(headers=headers)

        def done(body: bytes) -> None:
            engine.running.leave(running.id)
            if body:
                keep(body)

        streams = True
        return AnswerResponse(found, headers, engine.settings.answer_seconds, done)
    except ClientLeft:
        return Response(status_code=499)
    finally:
        if not streams:
            engine.running.leave(running.id)


def _looked_up(engine: Engine, job: QueryJob) -> bytes | None:
    if engine.remote or job.results != "json" or job.default_graphs is not None or job.named_graphs is not None:
        return None
    return engine.lookups.answer(job.snapshot, job.text, job.rows)


def _front(request: Request, engine: Engine) -> Front | None:
    """Return what tells a request from others before it is read; None for one with a body."""
    if request.method == "POST":
        return None
    scope, headers = request.scope, request.headers
    accept = ", ".join(headers.getlist("accept"))
    # IRIs in a query are relative to the request's own address, as it was written.
    address = (scope["scheme"], headers.get("host", ""), scope.get("raw_path") or scope["path"], scope["query_string"])
    return engine.snapshot().name, accept, *address


def _again(request: Request, kept: Kept) -> Response:
    note_digest(request.scope, kept.query)
    headers = {"X-Query-Id": new_id(), "ETag": kept.etag, "Vary": _vary(request), "Cache-Control": "no-cache"}
    if _matches(request, kept.etag):
        return Response(status_code=304, headers=headers)
    return Response(kept.body, headers={**headers, "Content-Type": kept.media_type})


def _keeping(
    engine: Engine, key: str, front: Front | None, text: str, digest: tuple[int, str], headers: Mapping[str, str]
) -> Callable[[bytes], None]:
    def keep(body: bytes) -> None:
        # To look at the words of a query takes time; most hold the letters of none of these.
        volatile = _MAY_BE_VOLATILE.search(text) and _VOLATILE & keywords(text)
        if not volatile and not engine.remote:
            engine.cache.note(front, key)
            engine.cache.put(key, Kept(body, headers["Content-Type"], headers["ETag"], digest))

    return keep


def _vary(request: Request) -> str:
    # Compression says so itself, where there is any.
    return "Accept" if "gzip" in request.headers.get("accept-encoding", "") else "Accept, Accept-Encoding"


def _is_graph(found: WorkerAnswer) -> bool:
    return found.head["form"] == "graph"


def _job(request: Request, engine: Engine, asked: ProtocolRequest, text: str) -> QueryJob:
    accept = asked.accept or ", ".join(request.headers.getlist("accept")) or None
    results, triples = _formats(accept)
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
        address_of(request),
    )


@lru_cache(64)
def _formats(accept: str | None) -> tuple[str | None, str | None]:
    return choose(accept, RESULTS), choose(accept, TRIPLES)


def _matches(request: Request, etag: str) -> bool:
    given = request.headers.get("if-none-match", "")
    return given.strip() == "*" or etag in (part.strip() for part in given.split(","))
