"""The files of the page, with headers under which a browser runs nothing but them."""

from __future__ import annotations

import os
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

BUILT: Final = Path(__file__).parent / "built"

# Scripts and styles are files of this service; texts of articles never become HTML, for which browsers that know
# trusted types stand surety: the one policy of the page makes addresses of its own workers.
POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types sayso",
    )
)
_HEADERS: Final = {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
# Addresses in the page are relative, so that it works under any prefix; but who shows a card for a shared link wants
# that of its picture whole.
_CARD: Final = 'property="og:image" content="'


def index(request: Request) -> Response:
    """Return the page, with the address of its card as this request reached the service; 304 where it is known."""
    address = escape(str(request.base_url))
    text = (BUILT / "index.html").read_text("utf-8").replace(f"{_CARD}./", f"{_CARD}{address}")
    tag = f'"{sha256(text.encode()).hexdigest()}"'
    headers = {**_HEADERS, "Cache-Control": "no-cache", "Vary": "Host", "ETag": tag}
    known = {part.strip().removeprefix("W/") for part in request.headers.get("if-none-match", "").split(",")}
    if headers["ETag"] in known:
        return Response(status_code=304, headers=headers)
    return Response(text, media_type="text/html", headers=headers)


class PageFiles(StaticFiles):
    """Answers with a file of the built page; Cache-Control as given."""

    def __init__(self, folder: Path, cached: str) -> None:
        super().__init__(directory=folder, check_dir=False)
        self._headers = {**_HEADERS, "Cache-Control": cached}

    def file_response(
        self,
        full_path: str | os.PathLike[str],
        stat_result: os.stat_result,
        scope: Scope,
        status_code: int = 200,
    ) -> Response:
        """Return the file's response, or 304, with the page's headers."""
        response = super().file_response(full_path, stat_result, scope, status_code)
        response.headers.update(self._headers)
        return response
