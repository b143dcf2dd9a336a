"""`POST /articles` and `POST /extract`: an article in, what it says out; stored, or only shown."""

from __future__ import annotations

import json
from typing import Annotated

from fastapi import Query, Request
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from sayso.api.service.asking import ask
from sayso.api.service.engine import Engine
from sayso.api.service.problems import RequestError
from sayso.api.service.sparql.protocol import media_type_of, parameter_of, read_body
from sayso.graph.model.json_value import Json
from sayso.graph.workers.job import CallJob
from sayso.loaders.extractor.job import ExtractJob
from sayso.loaders.language import is_english
from sayso.loaders.writer.job import WriteJob

FORMATS = {
    "text/plain": "text",
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/json": "json",
}


class ArticleParameters(BaseModel):
    """What the address tells of the article; it goes over what the article tells of itself."""

    model_config = ConfigDict(extra="forbid")

    id: str | None = Field(None, description="its identifier. Default: its own, else its URL, else a hash of its text")
    title: str | None = Field(None, description="its title")
    source: str | None = Field(None, description="who published it")
    url: str | None = Field(None, description="its web address")
    published: str | None = Field(None, description="its date, as 2022-01-30")
    language: str | None = Field(None, description="its language; `en` insists that it is English")


class Storing(ArticleParameters):
    """What is to become of an article."""

    store: bool = Field(True, description="false: as /extract, nothing is stored")
    replace: bool = Field(False, description="let it take another article's place under the same identifier")
    again: bool = Field(False, description="extract anew what has not changed")
    origin: str | None = Field(
        None, description="the place it comes from; what changes there may be replaced without `replace`"
    )


async def post_extract(request: Request, about: Annotated[ArticleParameters, Query()]) -> Response:
    """Extract an article without storing it; the answer has the shape of GET /articles/{id}."""
    engine: Engine = request.app.state.engine
    job = await job_of_request(request, engine, about, engine.settings.max_request_kb << 10)
    return JSONResponse(await engine.extractor.ask(request, job), headers={"Cache-Control": "no-store"})


async def post_articles(request: Request, told: Annotated[Storing, Query()]) -> Response:
    """Extract an article and store it; 201 where it is new, 200 where it was there or replaces what was.

    The answer has the shape of GET /articles/{id} and a `report`, alone with `Prefer: return=minimal`.
    """
    by = request.app.state.keys.require(request)
    engine: Engine = request.app.state.engine
    job = await job_of_request(request, engine, told, engine.settings.max_write_kb << 10, by)
    if not told.store:
        return JSONResponse(await engine.extractor.ask(request, job), headers={"Cache-Control": "no-store"})
    prepared = await engine.extractor.ask(request, job)
    if prepared.pop("unchanged", False):
        report: dict[str, Json] = {
            "outcome": "unchanged",
            "statements": 0,
            "near_duplicates": [],
            "notes": [],
            **prepared,
        }
    else:
        mine: dict[str, Json] = {name: prepared.pop(name) for name in ("statements", "notes")}
        arguments = {**prepared, "replace": told.replace, "again": told.again}
        done = await engine.writer.ask(WriteJob("load-article", arguments, by))
        report = {**mine, **(done if isinstance(done, dict) else {})}
    return await _stored(request, engine, report)


async def delete_article(request: Request, id: str) -> Response:
    """Take an article out of the store, with what it alone told; by id, IRI or identifier."""
    by = request.app.state.keys.require(request)
    engine: Engine = request.app.state.engine
    await engine.writer.ask(WriteJob("delete-article", {"id": id}, by))
    return Response(status_code=204)


async def _stored(request: Request, engine: Engine, report: dict[str, Json]) -> Response:
    iri = str(report["id"])
    path = iri.removeprefix(engine.base)
    report["id"] = path
    headers = {"Cache-Control": "no-store", "Content-Location": f"/articles/{path.removeprefix('article/')}"}
    status = 201 if report["outcome"] == "loaded" else 200
    if status == 201:
        headers["Location"] = headers["Content-Location"]
    if "return=minimal" in request.headers.get("prefer", "").replace(" ", ""):
        return JSONResponse({"report": report}, status, headers)
    job = CallJob(str(engine.snapshot()), "article", {"id": iri}, engine.base)
    article = json.loads(await ask(request, job, engine.settings.query_seconds))
    return JSONResponse({**article, "report": report}, status, headers)


async def job_of_request(
    request: Request, engine: Engine, about: ArticleParameters, most: int, by: str = ""
) -> ExtractJob:
    """Read the article of a request, of at most so many bytes. Raises RequestError for what no reader takes."""
    type_ = media_type_of(request)
    if type_ not in FORMATS:
        raise RequestError(415, "unsupported-media-type", f"send the article as one of {', '.join(FORMATS)}")
    given = about.model_dump(exclude_none=True)
    storing = isinstance(about, Storing) and about.store
    limits = engine.settings
    return ExtractJob(
        body=await read_body(request, most),
        format=FORMATS[type_],
        store="" if engine.remote else str(engine.served),
        base=engine.base,
        purpose="store" if storing else "show",
        encoding=parameter_of(request, "charset") or None,
        about={name: str(given[name]) for name in ArticleParameters.model_fields if name in given},
        origin=str(given.get("origin", "")),
        by=by,
        replace=bool(given.get("replace")),
        again=bool(given.get("again")),
        any_language=is_english(about.language),
        max_characters=limits.max_characters,
        min_confidence=limits.min_confidence,
    )
