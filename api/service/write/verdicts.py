"""`POST /verify`: a text in, which of its quotations stand in the articles out; nothing is stored."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Annotated, Any, Final

from fastapi import Query, Request
from fastapi.responses import JSONResponse
from starlette.responses import HTMLResponse, Response

from sayso.api.service.engine import Engine
from sayso.api.service.sparql.negotiation import choose
from sayso.api.service.write.article_writes import ArticleParameters, job_of_request
from sayso.api.sheet.sheet import policy
from sayso.api.sheet.verdict_sheet import verdict_sheet
from sayso.graph.workers.job import CallJob
from sayso.ontology.errors import NotAcceptableError

_FORMATS: Final = MappingProxyType({"json": ("application/json",), "html": ("text/html", "application/xhtml+xml")})


async def post_verify(request: Request, about: Annotated[ArticleParameters, Query()]) -> Response:
    """Say of each quotation of a text whether it stands in the articles verbatim, nearly or not, and who said it there.

    As JSON, or as a page of its own where the client likes HTML better. It waits in the queue of extraction.
    """
    engine: Engine = request.app.state.engine
    format_ = choose(", ".join(request.headers.getlist("accept")) or None, _FORMATS)
    if format_ is None:
        raise NotAcceptableError("verdicts are told in JSON and HTML")
    job = await job_of_request(request, engine, about, engine.settings.max_request_kb << 10)
    told = await verdicts(engine, await engine.extractor.ask(request, replace(job, purpose="claims")))
    headers = {"Cache-Control": "no-store", "Vary": "Accept"}
    if format_ == "html":
        return HTMLResponse(verdict_sheet(told), headers={**headers, "Content-Security-Policy": policy()})
    return JSONResponse(told, headers=headers)


async def verdicts(engine: Engine, claimed: Mapping[str, Any]) -> dict[str, Any]:
    """Return what `sayso.graph.answers.quotations.verifying.verify` says of a text, with the `text`.

    The extractor has found what is `claimed`, a reader looks for it, each within its limits. Raises what that raises.
    """
    call = CallJob(str(engine.snapshot()), "verify", {"claims": claimed["claims"]}, engine.base)
    told = json.loads(await engine.pool.ask(call.told(), engine.settings.query_seconds))
    return {"text": claimed["text"], **told}
