"""Failures across a pipe: an error of our tree as JSON, and back."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.graph.model.json_value import Json
from sayso.ontology.errors import AmbiguousName, RejectedInput, SaysoError


def failure(error: SaysoError) -> dict[str, Json]:
    """Return an error as JSON."""
    told: dict[str, Json] = {"error": type(error).__name__, "message": str(error)}
    if isinstance(error, RejectedInput):
        told |= {"where": error.where, "reason": error.reason}
    if isinstance(error, AmbiguousName):
        told |= {"candidates": list(error.candidates)}
    return told


def error_of(told: dict[str, Json]) -> SaysoError:
    """Return the error that `failure` told; an unknown one becomes the root of the tree."""
    class_ = {class_.__name__: class_ for class_ in _tree(SaysoError)}.get(str(told.get("error")), SaysoError)
    if issubclass(class_, RejectedInput):
        return class_(str(told["where"]), str(told["reason"]))
    if issubclass(class_, AmbiguousName):
        candidates = told["candidates"]
        return class_(str(told["message"]), tuple(map(str, candidates)) if isinstance(candidates, list) else ())
    return class_(str(told["message"]))


def _tree(class_: type[SaysoError]) -> Iterator[type[SaysoError]]:
    yield class_
    for below in class_.__subclasses__():
        yield from _tree(below)
