"""`/docs`: the page that documents the routes; it loads nothing from elsewhere and runs no script but its own file."""

from __future__ import annotations

from pathlib import Path

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response

from sayso.api.service.openapi import complete

STATIC = Path(__file__).parent / "static"
# RapiDoc writes styles into its own elements; scripts come from its file alone.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
# Addresses are relative: behind a proxy the service may stand under a path.
_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>SaySo: the API</title>
<script type="module" src="docs/rapidoc.js"></script>
</head>
<body>
<rapi-doc spec-url="openapi.json" load-fonts="false" show-header="false" render-style="read"
  allow-spec-url-load="false" allow-spec-file-load="false" allow-server-selection="false" schema-style="table"
  theme="light" primary-color="#0b5394" regular-font="system-ui, sans-serif"></rapi-doc>
<noscript>This page needs JavaScript. <a href="openapi.json">openapi.json</a> says the same.</noscript>
</body>
</html>
"""


def add_docs(app: FastAPI) -> None:
    """Add the routes, and have /openapi.json tell of all there are."""
    complete(app)
    app.add_route("/docs", _docs, methods=["GET", "HEAD"])
    app.add_route("/docs/rapidoc.js", _script, methods=["GET", "HEAD"])


async def _docs(_: Request) -> Response:
    return HTMLResponse(_PAGE, headers={"Content-Security-Policy": POLICY, "Cache-Control": "no-cache"})


async def _script(_: Request) -> Response:
    # The file is of one release of RapiDoc; its ETag tells when another has come.
    return FileResponse(STATIC / "rapidoc.js", headers={"Cache-Control": "no-cache"}, media_type="text/javascript")
