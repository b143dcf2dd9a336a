"""The model as JSON: the one place where its fields get the names that clients read."""

from __future__ import annotations

from dataclasses import fields, is_dataclass

from sayso.graph.model.json_value import Json

_KNOWN: dict[type, tuple[tuple[str, str], ...]] = {}


def camel(name: str) -> str:
    """Return the name that a field has in JSON: `said_on` is "saidOn"."""
    first, *others = name.split("_")
    return first + "".join(map(str.capitalize, others))


def as_json(thing: object) -> dict[str, Json]:
    """Return something of the model as JSON. Raises TypeError for what is none."""
    return {key: _value(getattr(thing, name)) for name, key in _names(type(thing))}


def _names(model: type) -> tuple[tuple[str, str], ...]:
    if model not in _KNOWN:
        if not is_dataclass(model):
            raise TypeError(f"{model.__name__} is no part of the model")
        _KNOWN[model] = tuple((each.name, camel(each.name)) for each in fields(model))
    return _KNOWN[model]


def _value(value: object) -> Json:
    match value:
        case None | bool() | int() | float() | str():
            return value
        case tuple():
            return [_value(each) for each in value]
        case _:
            return as_json(value)
