"""Parameters: which ones a route takes, and what is said of them in the description of the API."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Final

from starlette.requests import Request

from sayso.api.service.problems import RequestError
from sayso.api.service.walk.paging import DEFAULT, MOST
from sayso.graph.model.json_value import Json
from sayso.ontology.vocabulary import ACTOR_WORDS, ACTS, FORMS, STANCES, STATUSES
from sayso.queries.binder import ANY
from sayso.queries.fragments import parameter as filter_parameter
from sayso.queries.query import Parameter, Query

PAGE: Final = ("limit", "cursor")
# Of these several may be given: any of them will do. Acts and forms may stand in one, too, with commas between.
SEVERAL: Final = frozenset({"by", "about", "of", "holder", "toward", "act", "form", "source", "article"})
_IN_ONE: Final = frozenset({"act", "form"})
# Each of them is a term in the query that is asked.
MOST_VALUES: Final = 200
_ENUMS: Final[Mapping[str, list[str]]] = {
    "act": [*ACTS],
    "form": [*FORMS],
    "status": [*STATUSES, ANY],
    "stance": [*STANCES],
    "kind": [*ACTOR_WORDS],
}
_SCHEMAS: Final[Mapping[str, dict[str, Any]]] = {
    "date": {"type": "string", "format": "date"},
    "share": {"type": "number", "minimum": 0, "maximum": 1},
    "count": {"type": "integer", "minimum": 0},
}


def values_of(request: Request, known: Collection[str], own: Collection[str] = ()) -> dict[str, str]:
    """Return a request's parameters; those of pages and the route's `own` left out.

    Raises RequestError for one that is not known, or given twice.
    """
    return {name: values[-1] for name, values in _given(request, known, own).items()}


def asked_of(request: Request, known: Collection[str], own: Collection[str] = ()) -> dict[str, Json]:
    """Return a request's parameters as `values_of` does, a list where several are given of one in SEVERAL."""
    found: dict[str, Json] = {}
    for name, values in _given(request, known, own, SEVERAL).items():
        told = [one.strip() for value in values for one in value.split(",")] if name in _IN_ONE else values
        given: list[Json] = [*dict.fromkeys(filter(None, told))]
        if len(given) > MOST_VALUES:
            raise RequestError(400, "usage", f"{name}: {MOST_VALUES} at the most")
        found[name] = given if len(given) > 1 else given[0] if given else ""
    return found


def _given(
    request: Request, known: Collection[str], own: Collection[str], several: Collection[str] = ()
) -> dict[str, list[str]]:
    values: dict[str, list[str]] = {}
    for name, value in request.query_params.multi_items():
        if name not in known and name not in own and name not in PAGE:
            listed = ", ".join(sorted({*known, *own}))
            raise RequestError(400, "usage", f"{name[:100]!r} is no parameter here; there are {listed or 'none'}")
        if name in values and name not in several:
            raise RequestError(400, "usage", f"{name}: once is enough")
        values.setdefault(name, []).append(value)
    return {name: told for name, told in values.items() if name not in PAGE and name not in own}


def none_of(request: Request) -> None:
    """Raise RequestError where a request has a parameter: its route takes none."""
    if request.query_params:
        values_of(request, ())
        raise RequestError(400, "usage", "there are no parameters here")


def described(query: Query, leave_out: Collection[str] = (), *, several: bool = False) -> list[dict[str, Any]]:
    """Describe a query's parameters for OpenAPI, those of pages last; `several` where `asked_of` reads them."""
    told = [_described(each) for each in query.parameters if each.name not in ("limit", "offset", *leave_out)]
    return [*(map(_several, told) if several else told), *pages()]


def filters(*names: str) -> list[dict[str, Any]]:
    """Describe what restricts statements for OpenAPI, in the words of queries/filters."""
    return [_described(filter_parameter(name)) for name in names]


def _described(each: Parameter) -> dict[str, Any]:
    told = parameter(each.name, each.description, _ENUMS.get(each.type), _SCHEMAS.get(each.type))
    if each.default:
        told["schema"] = {**told["schema"], "default": each.default}
    return told


def _several(told: dict[str, Any]) -> dict[str, Any]:
    """Say of a parameter that it may be given several times, where it may."""
    if told["name"] not in SEVERAL:
        return told
    again = "several times, or with commas between," if told["name"] in _IN_ONE else "several times"
    array = {"type": "array", "items": told["schema"], "maxItems": MOST_VALUES}
    return {**told, "description": f"{told['description']}; {again} for any of several", "schema": array}


def parameter(
    name: str, description: str, words: list[str] | None = None, schema: dict[str, Any] | None = None
) -> dict[str, Any]:
    """Describe one parameter for OpenAPI."""
    kind = schema or ({"type": "string", "enum": words} if words else {"type": "string"})
    return {"name": name, "in": "query", "description": description, "schema": kind}


def pages() -> list[dict[str, Any]]:
    """Describe the parameters of pages."""
    limit = {"type": "integer", "minimum": 1, "default": DEFAULT}
    return [
        parameter("limit", f"how many items a page holds, {MOST} at the most", schema=limit),
        parameter("cursor", "where the next page begins, from `next` of the page before"),
    ]


def of_path(name: str, description: str, example: str) -> dict[str, Any]:
    """Describe the part of a path that names a thing."""
    return {
        "name": name,
        "in": "path",
        "required": True,
        "description": description,
        "schema": {"type": "string"},
        "example": example,
    }
