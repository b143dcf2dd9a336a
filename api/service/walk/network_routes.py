"""`/subgraph`: the graph around some actors as a file of any tool; `/networks`: those of discourse analysis."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from sayso.api.service.problems import RequestError
from sayso.api.service.walk.files import FORMATS, file_of, format_of
from sayso.api.service.walk.parameters import parameter
from sayso.api.service.walk.routing import add_get
from sayso.graph.export.network_formats import NETWORK_FORMATS
from sayso.graph.model.json_value import Json
from sayso.graph.networks.around import DEEPEST
from sayso.graph.networks.options import OPTIONS, NetworkOption, numbers_of, pairs_of
from sayso.graph.networks.ties import TIE_KINDS
from sayso.graph.networks.variables import VARIABLES
from sayso.ontology.vocabulary import ACTS, STANCES
from sayso.queries.fragments import parameter as filter_parameter

# Without a size, pictures stay readable and answers quick.
_SIZE: Final = 1_000
_MOST: Final = 20_000
_FLAGS: Final = MappingProxyType({"true": True, "1": True, "": True, "false": False, "0": False})
_SIZES: Final = f"the most edges, {_MOST:,} at the most; {_SIZE:,} where nothing is said"
_AROUND: Final = MappingProxyType(
    {
        "actor": "id, IRI or name of an actor to stand at; several times for several; none for everything",
        "depth": f"how many steps to go, 0 (the ties among the actors) to {DEEPEST}; 1 where nothing is said",
        "kinds": f"which ties to follow, with commas between: {', '.join(TIE_KINDS)}",
        "between": "true: with the ties among all actors that were reached",
        "act": f"acts, with commas between: {', '.join(ACTS)}",
        "form": f"{filter_parameter('form').description}, with commas between",
        "status": f"{filter_parameter('status').description}; said where nothing is given, for RDF any",
        "stance": f"only ties of this stance: {', '.join(STANCES)}",
        "words": filter_parameter("words").description,
        "since": filter_parameter("since").description,
        "until": filter_parameter("until").description,
        "source": f"{filter_parameter('source').description}; several times for several",
        "article": f"{filter_parameter('article').description}; several times for several",
        "confidence": filter_parameter("confidence").description,
        "core": "with aggregate: the so many actors that take most part, and the ties among them",
        "size": f"{_SIZES}; for tables and RDF, statements",
        "aggregate": "true: one edge for all statements of a pair",
        "statements-as-nodes": "true: statements are nodes",
        "excel-safe": "true: in CSV, what a spreadsheet would compute gets a ' before it",
        "format": f"one of {', '.join(FORMATS)}; else what the Accept header asks for",
    }
)
_PAIRS: Final = f"VARIABLE=VALUE, as often as needed: {', '.join(VARIABLES)}"
_HOW: Final = MappingProxyType(
    {
        "form": "with commas between",
        "exclude": _PAIRS,
        "only": _PAIRS,
        "minimum": "VARIABLE=NUMBER, as often as needed",
        "isolates": "true or false",
        "reported": "true or false",
        "measures": "true or false",
        "window": "they come as a zip, where not only the nth is asked for",
        "size": f"{_MOST:,} at the most; {_SIZE:,} where nothing is said",
    }
)


def _described(option: NetworkOption) -> str:
    how = f"one of {', '.join(option.words)}" if option.words else _HOW.get(option.name, "")
    return f"{option.meaning}; {how}" if how else option.meaning


_NETWORK: Final = MappingProxyType(
    {
        **{option.dashed: _described(option) for option in OPTIONS.values()},
        "format": f"one of {', '.join(NETWORK_FORMATS)}",
    }
)
_SEVERAL: Final = frozenset({"actor", "act", "form", "source", "article", "exclude", "only", "minimum"})
# The options that are a word, a day or text.
_WORDS: Final = (
    "kind", "variable1", "variable2", "count", "normalisation", "qualifier", "duplicates", "status", "since", "until",
    "unit", "kernel",
)  # fmt: skip


def add_networks(app: FastAPI) -> None:
    """Add the routes."""
    around = [parameter(name, description) for name, description in _AROUND.items()]
    network = [parameter(name, description) for name, description in _NETWORK.items()]
    ending = {"name": "ending", "in": "path", "required": True, "schema": {"type": "string", "enum": [*FORMATS]}}
    add_get(app, "/subgraph", _subgraph, summary="The graph around some actors, as a file", parameters=around)
    add_get(app, "/subgraph.{ending}", _subgraph, summary="The same, by its ending", parameters=[ending, *around])
    add_get(app, "/networks", _network, summary="A network of discourse analysis, as a file", parameters=network)


async def _subgraph(request: Request) -> Response:
    _check(request, _AROUND)
    format = format_of(request)
    around: dict[str, Json] = {
        "depth": _whole(request, "depth", 1, least=0),
        "size": min(_whole(request, "size", _SIZE), _MOST),
        "between": _flag(request, "between"),
    }
    if "core" in request.query_params:
        around["core"] = _whole(request, "core", 1)
    if "kinds" in request.query_params:
        around["kinds"] = [*_list(request, "kinds")]
    options: dict[str, Json] = {
        "aggregate": _flag(request, "aggregate"),
        "statements_as_nodes": _flag(request, "statements-as-nodes"),
        "excel_safe": _flag(request, "excel-safe"),
    }
    actors = [*request.query_params.getlist("actor")]
    arguments: dict[str, Json] = {"actors": [*actors], "keep": _keep(request), "around": around, "options": options}
    return await file_of(request, "subgraph", {"format": format, **arguments})


async def _network(request: Request) -> Response:
    _check(request, _NETWORK)
    format = format_of(request, NETWORK_FORMATS)
    return await file_of(request, "network", {"format": format, "options": _options(request)})


def _options(request: Request) -> dict[str, Json]:
    """Return the options of a network that are given, by the names that `choice_of` takes."""
    given = request.query_params
    found: dict[str, Json] = {name: given[name] for name in _WORDS if given.get(name)}
    found |= {name: _flag(request, name) for name in ("isolates", "reported", "measures") if name in given}
    for name in ("min_actor", "min_matter", "window", "step", "nth"):
        if (dashed := name.replace("_", "-")) in given:
            found[name] = _whole(request, dashed, 1)
    for name in ("exclude", "only"):
        found[name] = {variable: [*values] for variable, values in pairs_of(name, given.getlist(name)).items()}
    found["minimum"] = {**numbers_of("minimum", given.getlist("minimum"))}
    found["confidence"] = _share(request, "confidence")
    return {**found, "form": [*_list(request, "form")], "size": min(_whole(request, "size", _SIZE), _MOST)}


def _keep(request: Request) -> dict[str, Json]:
    given = request.query_params
    return {
        "acts": [*_list(request, "act")],
        "forms": [*_list(request, "form")],
        **({"status": given["status"]} if given.get("status") else {}),
        **{name: given.get(name, "") for name in ("stance", "words", "since", "until")},
        "sources": [*given.getlist("source")],
        "articles": [*given.getlist("article")],
        "confidence": _share(request, "confidence"),
    }


def _check(request: Request, known: MappingProxyType[str, str]) -> None:
    for name in request.query_params:
        if name not in known:
            raise RequestError(400, "usage", f"{name[:100]!r} is no parameter here; there are {', '.join(known)}")
        if name not in _SEVERAL and len(request.query_params.getlist(name)) > 1:
            raise RequestError(400, "usage", f"{name}: once is enough")


def _flag(request: Request, name: str) -> bool:
    value = request.query_params.get(name, "false").lower()
    if value not in _FLAGS:
        raise RequestError(400, "usage", f"{name} is true or false")
    return _FLAGS[value]


def _whole(request: Request, name: str, default: int, least: int = 1) -> int:
    value = request.query_params.get(name, str(default))
    if not (value.isascii() and value.isdigit() and len(value) < 10 and int(value) >= least):
        raise RequestError(400, "usage", f"{name} is a whole number from {least} on")
    return int(value)


def _share(request: Request, name: str) -> float:
    try:
        return float(request.query_params.get(name) or 0)
    except ValueError as error:
        raise RequestError(400, "usage", f"{name} is a number from 0 to 1") from error


def _list(request: Request, name: str) -> list[str]:
    return [part.strip() for told in request.query_params.getlist(name) for part in told.split(",") if part.strip()]
