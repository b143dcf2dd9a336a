"""`/sparql/update`: the SPARQL 1.1 Protocol's updates, with a key."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from sayso.api.service.engine import Engine
from sayso.api.service.keys import Keys
from sayso.api.service.problems import RequestError
from sayso.api.service.roles import Role
from sayso.api.service.sparql.form_fields import fields_of, values_of
from sayso.api.service.sparql.protocol import (
    FORM,
    UPDATE,
    Update,
    address_of,
    media_type_of,
    read_text,
    update_of,
)
from sayso.graph.model.json_value import Json
from sayso.loaders.writer.job import WriteJob

METHODS = ("POST", "OPTIONS")


async def sparql_update(request: Request) -> Response:
    """Do an update; 204 once it is written and published."""
    if request.method == "OPTIONS":
        return Response(status_code=204, headers={"Allow": ", ".join(METHODS)})
    _admitted(request)
    limits = request.app.state.engine.settings
    return await do_update(request, await read_update(request, limits.max_write_kb << 10, limits.max_request_kb << 10))


async def do_update(request: Request, asked: Update) -> Response:
    """Do an update at whatever address it came. Raises RequestError (401, 403) for a key that may not write."""
    by = _admitted(request)
    engine: Engine = request.app.state.engine
    arguments: dict[str, Json] = {
        "text": asked.text,
        "using": list(asked.using),
        "using_named": list(asked.using_named),
        "base_iri": address_of(request),
    }
    await engine.writer.ask(WriteJob("update", arguments, by))
    return Response(status_code=204, headers={"Cache-Control": "no-store"})


def _admitted(request: Request) -> str:
    # By the role that writing asks for: /sparql itself is for readers.
    keys: Keys = request.app.state.keys
    request.state.key = name = keys.admit(request.scope["state"]["key_name"], Role.WRITE)
    return name


async def read_update(request: Request, most: int, most_form: int) -> Update:
    """Read an update by POST of a form or of the update itself.

    Raises RequestError where the request is neither, holds no update or several, or has a body over `most` bytes,
    a form over `most_form`: to take it apart keeps others waiting.
    """
    fields = fields_of(request.scope["query_string"])
    if values_of(fields, "update"):
        raise RequestError(400, "usage", "an update goes into the body of a POST, not into the address")
    kind = media_type_of(request)
    if kind == FORM:
        # In the address of a form stands nothing, by the protocol; what does is taken all the same.
        fields += fields_of((await read_text(request, most_form)).encode())
    elif kind == UPDATE:
        fields += [("update", await read_text(request, most))]
    else:
        raise RequestError(415, "unsupported-media-type", f"POST a form ({FORM}) or the update itself ({UPDATE})")
    return update_of(fields)
