"""The service answers as /openapi.json says, whatever it is asked: requests made up from the description itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, seed, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from sayso.graph.store.store import Store
from tests.api.service.serving import MAY_WRITE, Served, served
from tests.sample import sample_quads

# Each loads a language model; their own tests know better what to send.
HEAVY = "/extract", "/articles"
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]


@schemathesis.serializer(
    "application/sparql-query", "application/sparql-update", "text/turtle", "application/n-triples"
)
def as_it_is(_: Any, value: Any) -> Any:
    """Send a text as it stands."""
    return str(value).encode("utf-8", "replace")


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A service with a store of its own, for what is sent may change it."""
    folder: Path = tmp_path_factory.mktemp("schema") / "some.store"
    with Store.open(folder) as store:
        store.apply([], sample_quads())
    with served(folder, api_key=MAY_WRITE["Authorization"].removeprefix("Bearer "), query_seconds=10) as running:
        yield running


def test_whatever_is_asked_the_answer_is_one_that_is_described(described: Served) -> None:
    schema = schemathesis.openapi.from_url(f"{described.url}/openapi.json").exclude(method="POST", path=[*HEAVY])
    tried = 0
    for found in schema.get_all_operations():
        operation = found.ok()

        @seed(1)
        @settings(max_examples=6, database=None, suppress_health_check=[*HealthCheck])
        @given(case=operation.as_strategy())
        def holds(case: schemathesis.Case) -> None:
            case.call_and_validate(checks=CHECKS, headers=MAY_WRITE, timeout=60)

        holds()
        tried += 1
    assert tried > 30
