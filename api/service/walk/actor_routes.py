"""`/actors/{id}` and what hangs on it."""

from __future__ import annotations

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from sayso.api.service.problems import RequestError
from sayso.api.service.walk.calling import answered, page_of
from sayso.api.service.walk.parameters import PAGE, asked_of, described, none_of, of_path, pages, parameter, values_of
from sayso.api.service.walk.routing import add_get
from sayso.api.service.walk.shapes import Actor, Cards, Founds, Neighbours
from sayso.graph.answers.neighbours import FILTERS
from sayso.graph.answers.neighbours import KINDS as EDGE_KINDS
from sayso.graph.answers.statements import ROLES
from sayso.graph.store.asking import walk_query
from sayso.ontology.vocabulary import ACTOR_WORDS

_SEARCH = (
    parameter("name", "a name or how one begins, in any case, accents and some letters wrong or left out"),
    parameter("kind", "only actors of this kind", [*ACTOR_WORDS]),
    parameter("country", "only this country and who holds or held a post of it: an id, ISO code, IRI or name"),
)
_ID = of_path("id", "an actor's id, IRI or name", "country/RU")


def add_actors(app: FastAPI) -> None:
    """Add the routes; the longer paths first, for an id may hold slashes."""
    role = parameter("as", "whether the actor speaks (speaker) or is spoken about (subject)", [*ROLES])
    told = [_ID, role, *described(walk_query("statements-of"), several=True)]
    summary = "What an actor said, or is said of it, with the sentences"
    add_get(app, "/actors/{id:path}/statements", _statements, summary=summary, parameters=told, shape=Cards)
    kind = parameter("kind", "the kind of edges to page through; without it, how many there are of each", [*EDGE_KINDS])
    filters = described(walk_query("neighbours-said"), ("actor", "near", "far"), several=True)
    summary = "Whom an actor meets: how often by each kind of edge, or by one of them whom"
    told = [_ID, kind, *filters]
    add_get(app, "/actors/{id:path}/neighbours", _neighbours, summary=summary, parameters=told, shape=Neighbours)
    summary = "One actor: names, posts, counts, of whom it speaks and who speaks of it"
    add_get(app, "/actors/{id:path}", _actor, summary=summary, parameters=[_ID], shape=Actor)
    summary = "Actors by name, as it is typed; without one all, those who speak most first"
    add_get(app, "/actors", _actors, summary=summary, parameters=[*_SEARCH, *pages()], shape=Founds)


async def _actors(request: Request) -> Response:
    known = [each["name"] for each in _SEARCH]
    values = values_of(request, known)
    return await page_of(request, "actors", {name: values.get(name, "") for name in known})


async def _actor(request: Request) -> Response:
    none_of(request)
    return await answered(request, "actor", {"id": request.path_params["id"]})


async def _statements(request: Request) -> Response:
    role = request.query_params.get("as", "speaker")
    if role not in ROLES:
        raise RequestError(400, "usage", f"as: one of {', '.join(ROLES)}")
    known = {*walk_query("statements-of").parameter_names} - {"limit", "offset", ROLES[role]}
    values = asked_of(request, known, ("as",))
    arguments = {"id": request.path_params["id"], "role": role, "values": {**values}}
    return await page_of(request, "statements-of", arguments)


async def _neighbours(request: Request) -> Response:
    kind = request.query_params.get("kind")
    values = asked_of(request, FILTERS, ("kind",))
    arguments = {"id": request.path_params["id"], "values": {**values}}
    if kind is None:
        if given := [name for name in PAGE if name in request.query_params]:
            raise RequestError(400, "usage", f"{given[0]}: there are pages of one kind; say which with kind=")
        return await answered(request, "neighbours", {**arguments})
    return await page_of(request, "neighbours-by", {**arguments, "kind": kind})
