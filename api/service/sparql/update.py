"""`/sparql/update`: the SPARQL 1.1 Protocol's updates, with a key."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from sayso.api.service.engine import Engine
from sayso.api.service.problems import RequestError
from sayso.api.service.sparql.protocol import FORM, UPDATE, address_of, fields_of, media_type_of, read_text, values_of
from sayso.graph.model.json_value import Json
from sayso.loaders.writer.job import WriteJob

METHODS = ("POST", "OPTIONS")


@dataclass(frozen=True, slots=True)
class Update:
    """What a request asks for: a text, and the graphs that its patterns are matched against."""

    text: str
    using: tuple[str, ...] = ()
    using_named: tuple[str, ...] = ()


async def sparql_update(request: Request) -> Response:
    """Do an update; 204 once it is written and published."""
    if request.method == "OPTIONS":
        return Response(status_code=204, headers={"Allow": ", ".join(METHODS)})
    by = request.app.state.keys.require(request)
    engine: Engine = request.app.state.engine
    limits = engine.settings
    asked = await read_update(request, limits.max_write_kb << 10, limits.max_request_kb << 10)
    arguments: dict[str, Json] = {
        "text": asked.text,
        "using": list(asked.using),
        "using_named": list(asked.using_named),
        "base_iri": address_of(request),
    }
    await engine.writer.ask(WriteJob("update", arguments, by))
    return Response(status_code=204, headers={"Cache-Control": "no-store"})


async def read_update(request: Request, most: int, most_form: int) -> Update:
    """Read an update by POST of a form or of the update itself.

    Raises RequestError where the request is neither, holds no update or several, or has a body over `most` bytes,
    a form over `most_form`: to take it apart keeps others waiting.
    """
    fields = fields_of(request.url.query)
    if values_of(fields, "update"):
        raise RequestError(400, "usage", "an update goes into the body of a POST, not into the address")
    kind = media_type_of(request)
    if kind == FORM:
        # In the address of a form stands nothing, by the protocol; what does is taken all the same.
        fields += fields_of(await read_text(request, most_form))
        updates = values_of(fields, "update")
    elif kind == UPDATE:
        updates = (await read_text(request, most),)
    else:
        raise RequestError(415, "unsupported-media-type", f"POST a form ({FORM}) or the update itself ({UPDATE})")
    if len(updates) != 1:
        raise RequestError(400, "usage", f"one field `update` at a time; this request holds {len(updates)}")
    if values_of(fields, "query"):
        raise RequestError(400, "usage", "queries go to /sparql")
    return Update(updates[0], values_of(fields, "using-graph-uri"), values_of(fields, "using-named-graph-uri"))
