"""The JSON Schemas and examples of the Reconciliation API 0.2."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT7

FOLDER = Path(__file__).parents[5] / "shared" / "reconciliation-0.2"
NEEDED = pytest.mark.skipif(not FOLDER.is_dir(), reason="the API's schemas are not beside the checkout (../shared)")


def schema(name: str) -> dict[str, Any]:
    """Read one of the schemas."""
    told: dict[str, Any] = json.loads((FOLDER / "schemas" / f"{name}.json").read_text("utf-8"))
    return told


def valid(value: object, name: str) -> None:
    """Hold a value to a schema. Raises jsonschema's ValidationError where it does not fit."""
    # Here, so that not every process of a run imports it.
    from jsonschema import Draft7Validator

    main = schema(name)
    resources = [
        (path, Resource.from_contents(json.loads(path_.read_text("utf-8")), default_specification=DRAFT7))
        for path_ in (FOLDER / "schemas").glob("*.json")
        for path in (path_.name, json.loads(path_.read_text("utf-8")).get("$id", path_.name))
    ]
    swagger = {"definitions": {"securityDefinitions": {"additionalProperties": {}}}}
    swagger_ = Resource.from_contents(swagger, default_specification=DRAFT7)
    registry = Registry().with_resources([*resources, ("http://swagger.io/v2/schema.json", swagger_)])
    Draft7Validator(main, registry=registry).validate(value)


def examples(name: str, kind: str) -> list[Path]:
    """List the examples of a message, "valid" or "invalid"."""
    return sorted((FOLDER / "examples" / name / kind).glob("*.json"))
