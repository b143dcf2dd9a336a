"""The model as JSON: the one place where its fields get the names that clients read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, overload

from sayso.graph.model.json_value import Json

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_PLAIN = frozenset((type(None), bool, int, float, str))
_KNOWN: dict[type, tuple[tuple[str, str], ...]] = {}


def camel(name: str) -> str:
    """Return the name that a field has in JSON: `said_on` is "saidOn", `from_`, which Python keeps, is "from"."""
    first, *others = name.split("_")
    return first + "".join(map(str.capitalize, others))


@overload
def as_json(thing: DataclassInstance) -> dict[str, Json]: ...
@overload
def as_json(thing: object) -> Json: ...
def as_json(thing: object) -> Json:
    """Return something of the model as JSON, with all that is in it; a mapping keeps its keys.

    Raises TypeError for what is no part of the model.
    """
    if type(thing) in _PLAIN:
        return thing  # type: ignore[return-value]
    if isinstance(thing, tuple | list):
        return [as_json(each) for each in thing]
    if isinstance(thing, Mapping):
        return {str(key): as_json(value) for key, value in thing.items()}
    return {key: as_json(getattr(thing, name)) for name, key in _names(type(thing))}


def _names(model: type) -> tuple[tuple[str, str], ...]:
    if model not in _KNOWN:
        if not is_dataclass(model):
            raise TypeError(f"{model.__name__} is no part of the model")
        _KNOWN[model] = tuple((each.name, camel(each.name)) for each in fields(model))
    return _KNOWN[model]
