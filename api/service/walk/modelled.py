"""Shapes of the API that follow from the model: the same fields, named as JSON has them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from types import UnionType
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from pydantic import BaseModel, Field, create_model

from sayso.graph.model.rendering import camel

_SHAPES: dict[type, type[BaseModel]] = {}


def of[S: BaseModel](model: type, examples: Mapping[str, object] | None = None) -> Callable[[type[S]], type[S]]:
    """Return a decorator that gives a shape the fields of a dataclass of the model; `examples` are by field.

    What the dataclass holds of the model has to have its shape before. A field that the shape has itself stays.
    """

    def shape(told: type[S]) -> type[S]:
        hints = get_type_hints(model)
        made: Any = {
            camel(each.name): (_shaped(hints[each.name]), _field((examples or {}).get(each.name)))
            for each in fields(model)
            if camel(each.name) not in told.model_fields
        }
        shape = cast(type[S], create_model(told.__name__, __base__=told, __module__=told.__module__, **made))
        shape.__doc__ = told.__doc__
        _SHAPES[model] = shape
        return shape

    return shape


def _field(example: object) -> Any:
    return Field() if example is None else Field(examples=[example])


def _shaped(hint: Any) -> Any:
    """Return a type of the model as a type of a shape.

    A list for a tuple of any length, a dictionary for a mapping, shapes for dataclasses.
    """
    hint = getattr(hint, "__value__", hint)
    if hint in _SHAPES:
        return _SHAPES[hint]
    inside = get_args(hint)
    if get_origin(hint) is tuple:
        return list[_shaped(inside[0])] if inside[1:] == (...,) else hint  # type: ignore[misc]
    if get_origin(hint) is Mapping:
        return dict[inside[0], _shaped(inside[1])]  # type: ignore[misc,valid-type]
    if get_origin(hint) in (Union, UnionType):
        return Union[tuple(map(_shaped, inside))]  # noqa: UP007
    return hint
