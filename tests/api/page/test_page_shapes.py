"""The shapes that the page reads are those that the service's description gives: fields, and which may be null."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from sayso.api.service.app import create_app
from sayso.api.service.settings import ServiceSettings
from sayso.ontology.iris import BASE

SOURCE = (Path(__file__).resolve().parents[3] / "api" / "page" / "src" / "shapes.ts").read_text("utf-8")
# By the name of the page's interface, that of the service's schema.
SCHEMAS = {
    "Ref": "Ref",
    "ArticleRef": "ArticleHead",
    "CardPosition": "Position",
    "CardDemand": "Demand",
    "Card": "Card",
    "Article": "Article",
    "Actor": "Actor",
    "Paths": "Paths",
    "Hop": "Hop",
}
# Null only where a store holds what SaySo has not written; the page then shows an empty place. May only shrink.
NEVER_NULL = {"kind", "identifier", "act", "form", "words", "sentence", "stance", "matter", "span"}


@pytest.fixture(scope="module")
def schemas(tmp_path_factory: pytest.TempPathFactory) -> Any:
    app = create_app(tmp_path_factory.mktemp("none"), BASE, ServiceSettings())
    return app.openapi()["components"]["schemas"]


def members(name: str) -> dict[str, bool]:
    """Return the fields of an interface of the page, and whether each may be null."""
    found = re.search(rf"^export interface {name}(?: extends (\w+))? {{\n(.*?)^}}", SOURCE, re.MULTILINE | re.DOTALL)
    assert found is not None, name
    inherited = members(found[1]) if found[1] else {}
    own = re.findall(r"^  readonly (\w+)\??: (.*)$", found[2], re.MULTILINE)
    return inherited | {field: type_.endswith("| null;") for field, type_ in own}


def nullable(schema: Any) -> bool:
    return any(option.get("type") == "null" for option in schema.get("anyOf", ()))


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_page_reads_what_the_service_tells(schemas: Any, name: str) -> None:
    told = schemas[SCHEMAS[name]]["properties"]
    assert set(members(name)) <= set(told)
    unseen = {field for field, null in members(name).items() if nullable(told[field]) and not null}
    assert unseen <= NEVER_NULL
