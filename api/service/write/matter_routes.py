"""`/matters`: which words mean one thing, as a person groups them."""

from __future__ import annotations

from fastapi import FastAPI
from pydantic import BaseModel, ConfigDict, Field
from starlette.requests import Request
from starlette.responses import Response

from sayso.api.service.walk.calling import answered
from sayso.api.service.walk.parameters import parameter, values_of
from sayso.api.service.walk.routing import add_get
from sayso.api.service.write.review_routes import written


class Grouped(BaseModel):
    """Words that mean a matter; or, with `remove`, that mean none any more."""

    model_config = ConfigDict(extra="forbid")

    words: list[str] = Field(description="wordings, or a matter's label or id", min_length=1, max_length=100)
    matter: str = Field("", description="the matter's label or id; it is made where there is none", max_length=2000)
    remove: bool = Field(False, description="take the words, or a whole matter, out again")
    note: str = Field("", description="why, in a line", max_length=2000)


def add_matters(app: FastAPI) -> None:
    """Add the routes."""
    told = [parameter("words", "only loose wordings that hold these words")]
    add_get(app, "/matters", _matters, summary="Matters, and wordings that are under none", parameters=told)
    body = {"content": {"application/json": {"schema": Grouped.model_json_schema()}}}
    extra = {"requestBody": {"required": True, **body}}
    app.post("/matters", summary="Put words under a matter", tags=["writing"], openapi_extra=extra)(_group)


async def _matters(request: Request) -> Response:
    return await answered(request, "grouping", {"words": values_of(request, {"words"}).get("words", "")})


async def _group(request: Request) -> Response:
    return await written(request, "group-words", Grouped)
