"""The documentation of the API: every route is in it, and its page loads nothing from elsewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sayso.api.service.app import create_app
from sayso.api.service.openapi import EXAMPLES
from sayso.api.service.settings import ServiceSettings
from sayso.ontology.iris import BASE
from tests.api.service.serving import Served

# The page and its files, twins of a route, and the documentation itself.
UNTOLD = re.compile(r"/|/page.*|/docs.*|/openapi\.json|/graphs/\{path\}|/subgraph\.\{format\}|.+/|/notebook.*|/review")


def test_every_route_is_told(tmp_path: Path) -> None:
    app = create_app(tmp_path / "some.store", BASE, ServiceSettings(log="off"))
    told = app.openapi()["paths"]
    paths = {re.sub(r":\w+\}", "}", getattr(route, "path", "")) for route in app.routes}
    assert sorted(path for path in paths if path not in told and not UNTOLD.fullmatch(path)) == []
    assert sorted(path for path in told if path not in paths) == []


def test_every_operation_tells_its_problems_and_no_other_errors(service: Served) -> None:
    # Here, so that not every process of a run imports it.
    from jsonschema import Draft202012Validator

    told = service.client.get("/openapi.json").json()
    assert told["openapi"].startswith("3.1")
    ids = set()
    for path, operations in told["paths"].items():
        for method, operation in operations.items():
            assert operation["summary"], path
            assert operation["operationId"] not in ids
            ids.add(operation["operationId"])
            for status in ("4XX", "5XX"):
                content = operation["responses"][status]["content"]
                assert [*content] == ["application/problem+json"], (method, path)
            assert "422" not in operation["responses"]
    Draft202012Validator.check_schema(told["components"]["schemas"]["Problem"])
    assert told["paths"]["/sparql/update"]["post"]["security"] == [{"key": []}]


def test_an_error_is_what_the_documentation_says(service: Served) -> None:
    # Here, so that not every process of a run imports it.
    from jsonschema import Draft202012Validator

    told = service.client.get("/openapi.json").json()
    schema = Draft202012Validator(told["components"]["schemas"]["Problem"])
    for path in ("/sparql?query=nonsense", "/actors?limit=0", "/no/such/page", "/queries", "/reconcile?queries=x"):
        schema.validate(service.client.get(path).json())


def test_the_page_loads_nothing_from_elsewhere(service: Served) -> None:
    answer = service.client.get("/docs")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/html")
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert re.search(r"script-src 'self'(;|$)", policy)
    assert re.findall(r"(?:src|href|spec-url)=\"([^\"]+)\"", answer.text) == [
        "docs/rapidoc.js",
        "openapi.json",
        "openapi.json",
    ]
    assert not re.search(r"<script(?![^>]*src=)", answer.text)
    script = service.client.get("/docs/rapidoc.js")
    assert script.headers["content-type"].startswith("text/javascript")
    assert len(script.content) > 100_000
    assert service.client.get("/docs/rapidoc.js", headers={"If-None-Match": script.headers["etag"]}).status_code in (
        200,
        304,
    )


@pytest.mark.parametrize("path", ["/docs", "/docs/rapidoc.js"])
def test_head_of_the_page(service: Served, path: str) -> None:
    assert service.client.head(path).status_code == 200


def test_the_examples_are_of_parameters_that_there_are(service: Served) -> None:
    told = service.client.get("/openapi.json").json()["paths"]
    for path, name in EXAMPLES:
        assert name in {parameter["name"] for parameter in told[path]["get"]["parameters"]}, (path, name)
