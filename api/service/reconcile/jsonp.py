"""Answering clients of the Reconciliation API: JSON, or a script for pages that may read it (JSONP)."""

from __future__ import annotations

import json
import re
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from sayso.api.service.problems import RequestError
from sayso.graph.model.json_value import Json

_CALLBACK = re.compile(r"[A-Za-z_$][A-Za-z0-9_$.]{0,127}")


def answer(request: Request, value: Json) -> Response:
    """Return JSON, or, with `callback`, a script that hands it over.

    A script is read by any page, past all rules about origins. So it is for the pages of SAYSO_CORS_ORIGINS alone, by
    what the browser says where the request comes from. Raises RequestError (403) for others.
    """
    callback = request.query_params.get("callback")
    if callback is None:
        return JSONResponse(value, headers={"Cache-Control": "no-cache"})
    if not _CALLBACK.fullmatch(callback):
        raise RequestError(400, "usage", "callback: the name of a function is needed")
    if not _allowed(request.headers.get("referer", ""), request.app.state.origins):
        message = "scripts (callback=) are for the pages of SAYSO_CORS_ORIGINS alone; ask for JSON, without callback"
        raise RequestError(403, "forbidden", message)
    text = json.dumps(value).replace("<", "\\u003c")
    headers = {"Cache-Control": "no-cache", "Cross-Origin-Resource-Policy": "cross-origin"}
    # The comment keeps the first bytes from being anything else than a script.
    return Response(f"/**/{callback}({text});", headers=headers, media_type="text/javascript")


def _allowed(referer: str, origins: tuple[str, ...]) -> bool:
    try:
        page = urlsplit(referer)
    except ValueError:
        return False
    return "*" in origins or f"{page.scheme}://{page.netloc}".lower() in origins
