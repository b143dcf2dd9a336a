"""`GET /writes`: the journal of writes and reviews, one JSON object a line, the oldest first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from sayso.api.service.engine import Engine
from sayso.loaders.writer.noting import JOURNAL

_PIECE = 1 << 16


async def get_writes(request: Request) -> Response:
    """Return what `writes.jsonl` in the store's folder holds, with the file before it."""
    request.app.state.keys.require(request)
    engine: Engine = request.app.state.engine
    paths = (engine.folder / Path(JOURNAL).with_suffix(".old.jsonl"), engine.folder / JOURNAL)
    found = () if engine.remote else [path for path in paths if path.is_file()]
    headers = {"Cache-Control": "no-store"}
    return StreamingResponse(_pieces(tuple(found)), headers=headers, media_type="application/x-ndjson")


def _pieces(paths: tuple[Path, ...]) -> Iterator[bytes]:
    for path in paths:
        with path.open("rb") as stream:
            while piece := stream.read(_PIECE):
                yield piece
