"""Decisions of a person over HTTP: reviews of statements, and who is one with whom; the key's name is who decides."""

from __future__ import annotations

from typing import Any, Final, Literal

from fastapi import FastAPI
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from sayso.api.service.engine import Engine
from sayso.api.service.problems import RequestError
from sayso.api.service.sparql.protocol import media_type_of, read_body
from sayso.api.service.walk.calling import page_of
from sayso.api.service.walk.parameters import described, pages, parameter, values_of
from sayso.api.service.walk.routing import add_get
from sayso.graph.answers.queue import KINDS, NARROWING
from sayso.graph.model.json_value import Json
from sayso.graph.store.asking import walk_query
from sayso.loaders.writer.job import WriteJob
from sayso.ontology.vocabulary import ACTS, FORMS, Stance
from sayso.queries.catalogue import get

_NO_STORE: Final = {"Cache-Control": "no-store"}
_WRITING: Final[dict[str, Any]] = {"tags": ["writing"], "status_code": 201}


class NewActor(BaseModel):
    """An actor that the store does not know yet."""

    model_config = ConfigDict(extra="forbid")

    name: str = Field(max_length=2000)
    kind: Literal["person", "organisation"]


class NewStand(BaseModel):
    """A position that was not found: who is for or against the words at these code points."""

    model_config = ConfigDict(extra="forbid")

    holder: str | NewActor
    stance: Stance
    matter: tuple[int, int]


class Review(BaseModel):
    """A decision about a statement: with `correct` the values that are to stand instead, with `add` where it stands."""

    model_config = ConfigDict(extra="forbid")

    statement: str = Field("", description="the statement's id or IRI; none with add", max_length=4000)
    article: str = Field("", description="with add: the article's id, IRI or identifier", max_length=4000)
    verdict: Literal["accept", "reject", "correct", "add"]
    note: str = Field("", description="why, in a line", max_length=2000)
    speakers: list[str | NewActor] | None = Field(None, description="who speaks, nobody where empty", max_length=100)
    about: list[str | NewActor] | None = Field(None, description="whom the words are about", max_length=100)
    act: str | None = Field(None, description=f"one of {', '.join(ACTS)}")
    form: str | None = Field(None, description=f"one of {', '.join(FORMS)}")
    content: list[tuple[int, int]] | None = Field(
        None, description="where the words stand: code points, end exclusive", max_length=100
    )
    cue: list[tuple[int, int]] | None = Field(None, description="with add: what introduces the words", max_length=100)
    source: list[tuple[int, int]] | None = Field(
        None, description="with add: where the speaker is named or meant", max_length=100
    )
    stances: dict[str, Stance | None] | None = Field(
        None, description="position → stance; null where the statement takes no such position", max_length=100
    )
    positions: list[NewStand] | None = Field(None, description="positions that it takes besides", max_length=100)
    apart: bool = Field(False, description="as the key's own coding, which changes nothing and no other coder sees")


class Merge(BaseModel):
    """A judgement about two actors."""

    model_config = ConfigDict(extra="forbid")

    one: str = Field(description="an actor's id, IRI or name", max_length=4000)
    other: str = Field(description="the other's", max_length=4000)
    same: bool = Field(True, description="false: they are two, and are not proposed again")
    note: str = Field("", description="why, in a line", max_length=2000)
    anyway: bool = Field(False, description="take back what tells others of the two apart, too")


def add_reviews(app: FastAPI) -> None:
    """Add the routes."""
    what = [
        parameter("kind", "what waits: statements, or pairs of actors that may be one", [*KINDS]),
        parameter("score", "with kind=merge: pairs at least so likely, 0 to 1"),
        *(each for each in described(walk_query("statements-of")) if each["name"] in NARROWING),
        *described(get("doubtful")),
    ]
    add_get(app, "/reviews/queue", _queue, summary="What waits for a person's decision", parameters=what)
    add_get(app, "/reviews", _history, summary=get("reviews").title, parameters=described(get("reviews")))
    reviewing, judging = (
        {"requestBody": {"required": True, "content": {"application/json": {"schema": model.model_json_schema()}}}}
        for model in (Review, Merge)
    )
    app.post("/reviews", **_WRITING, openapi_extra=reviewing, summary="Accept, reject, correct or add a statement")(
        _review
    )
    app.delete("/reviews/{id:path}", tags=["writing"], summary="Take a review back")(_take_back)
    add_get(app, "/merges", _judgements, summary=get("judgements").title, parameters=[*_JUDGEMENTS])
    app.post("/merges", **_WRITING, openapi_extra=judging, summary="Judge that two actors are one, or two")(_merge)
    app.post("/merges/{id:path}/undo", tags=["writing"], summary="Take such a judgement back")(_unmerge)


_JUDGEMENTS = [
    parameter("actor", "one of the two: a name in any spelling, or an IRI"),
    parameter("by", "who decided"),
    *pages(),
]


async def _queue(request: Request) -> Response:
    kind = request.query_params.get("kind", "statement")
    if kind not in KINDS:
        raise RequestError(400, "usage", f"kind: one of {', '.join(KINDS)}")
    doubtful = {*get("doubtful").parameter_names, *NARROWING} - {"limit", "offset"}
    known = {"score"} if kind == "merge" else doubtful
    return await page_of(request, "review-queue", {"kind": kind, "values": {**values_of(request, known, ("kind",))}})


async def _history(request: Request) -> Response:
    values = values_of(request, {*get("reviews").parameter_names} - {"limit", "offset"})
    return await page_of(request, "reviews", {"values": {**values}})


async def _judgements(request: Request) -> Response:
    values = values_of(request, {*get("judgements").parameter_names} - {"limit", "offset"})
    return await page_of(request, "listing", {"query": "judgements", "values": {**values}})


async def _review(request: Request) -> Response:
    return await written(request, "review", Review, 201)


async def _take_back(request: Request) -> Response:
    return await written(request, "take-back-review", {"id": request.path_params["id"]})


async def _merge(request: Request) -> Response:
    return await written(request, "judge", Merge, 201)


async def _unmerge(request: Request) -> Response:
    return await written(request, "take-back-judging", {"id": request.path_params["id"]})


async def written(request: Request, name: str, what: type[BaseModel] | dict[str, Any], status: int = 200) -> Response:
    """Have the writer do what a request asks, in the name of its key; its answer is never kept."""
    by = request.app.state.keys.require(request)
    engine: Engine = request.app.state.engine
    arguments = what if isinstance(what, dict) else await _read(request, what, engine.settings.max_request_kb << 10)
    told: Json = await engine.writer.ask(WriteJob(name, arguments, by))
    return JSONResponse(told, status, _NO_STORE)


async def _read(request: Request, model: type[BaseModel], most: int) -> dict[str, Any]:
    if media_type_of(request) != "application/json":
        raise RequestError(415, "unsupported-media-type", "send the decision as application/json")
    try:
        return model.model_validate_json(await read_body(request, most)).model_dump(exclude_unset=True)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise RequestError(400, "usage", f"{where or 'body'}: {first['msg']}") from error
