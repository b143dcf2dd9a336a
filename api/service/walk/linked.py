"""`/id/…`: linked data; what the graph says of a thing, as RDF or as a page, whatever the client likes best."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from pyoxigraph import NamedNode
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from sayso.api.service.asking import ClientLeft
from sayso.api.service.engine import Engine
from sayso.api.service.sparql.negotiation import TRIPLES, accept_of, choose
from sayso.api.service.sparql.protocol import ProtocolRequest
from sayso.api.service.sparql.route import answer
from sayso.api.service.walk.calling import call
from sayso.api.service.walk.thing_pages import POLICY, page
from sayso.graph.store.asking import walk_query
from sayso.ontology.errors import NotAcceptableError
from sayso.queries.catalogue import bind

# Turtle is first for those who take anything; browsers say that they like HTML better.
_ENDINGS: Final = ("ttl", "nt", "rdf", "jsonld", "trig", "n3")
_FORMATS: Final = MappingProxyType({**TRIPLES, "html": ("text/html", "application/xhtml+xml")})


async def linked(request: Request) -> Response:
    """Describe the thing whose IRI is the base and this path. Raises NotFoundError where nothing is said of it."""
    engine: Engine = request.app.state.engine
    id_, ending = _parted(request.path_params["path"])
    accept = ending or ", ".join(request.headers.getlist("accept")) or None
    format_ = choose(accept, _FORMATS)
    if format_ is None:
        raise NotAcceptableError("things are described in HTML, Turtle, N-Triples, RDF/XML, JSON-LD and others")
    try:
        if format_ == "html":
            told = await call(request, "thing", {"id": id_})
            headers = {"Vary": "Accept", "Cache-Control": "no-cache", "Content-Security-Policy": POLICY}
            return HTMLResponse(page(told, engine.base), headers=headers)
        await call(request, "known", {"id": id_})
    except ClientLeft:
        return Response(status_code=499)
    described = bind(walk_query("described"), {"thing": NamedNode(f"{engine.base}{id_}")})
    return await answer(request, engine, ProtocolRequest(described, accept=ending), described)


def _parted(path: str) -> tuple[str, str | None]:
    """Part an id from the ending that says in which format it is wanted; return that format's media type."""
    name, dot, ending = path.rpartition(".")
    return (name, accept_of(ending)) if dot and ending in _ENDINGS else (path, None)
