"""The web page at /, and what it asks first."""

from __future__ import annotations

from importlib.metadata import version

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response

from sayso.api.demo import sample_file
from sayso.api.page.page_files import BUILT, PageFiles, index

# The names of all files but index.html hold a hash of their content.
_FOREVER = "public, max-age=31536000, immutable"


def add_page(app: FastAPI) -> None:
    """Add the routes."""
    app.add_route("/", index, methods=["GET", "HEAD"])
    app.add_api_route("/settings.json", _settings, summary="What the page has to know of this service")
    app.add_api_route("/settings.json", _settings, methods=["HEAD"], include_in_schema=False)
    told = {
        "200": {"description": "An article a line", "content": {"application/jsonl": {"schema": {"type": "string"}}}}
    }
    summary = "The sample: sixty short invented articles, CC0"
    app.add_api_route(
        "/examples/sample.jsonl", _sample, summary=summary, openapi_extra={"responses": told}, response_class=Response
    )
    app.add_api_route("/examples/sample.jsonl", _sample, methods=["HEAD"], include_in_schema=False)
    app.mount("/page", PageFiles(BUILT / "page", _FOREVER))


async def _sample(request: Request) -> Response:
    return FileResponse(sample_file(), media_type="application/jsonl", headers={"Cache-Control": "no-cache"})


async def _settings(request: Request) -> Response:
    state = request.app.state
    told = {
        "full_text": state.engine.settings.full_text == "on",
        "writable": bool(state.keys),
        "base": state.engine.base,
        "version": version("sayso"),
    }
    return JSONResponse(told, headers={"Cache-Control": "no-cache"})
