"""Compression of answers, for the clients that take it."""

from __future__ import annotations

from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp

_FROM_BYTES = 1024


def packing(app: ASGIApp) -> ASGIApp:
    """Return the application with its longer answers compressed; quickly, for they are made while somebody waits."""
    return GZipMiddleware(app, minimum_size=_FROM_BYTES, compresslevel=1)
