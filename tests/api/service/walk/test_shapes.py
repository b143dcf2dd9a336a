"""The answers are of the shapes that the description of the API gives, and so are its examples."""

from __future__ import annotations

import pytest
from pydantic import BaseModel

from sayso.api.service.walk import shapes
from sayso.api.service.walk.examples import EXAMPLES
from tests.api.service.serving import Served


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_of_its_shape(name: str) -> None:
    shape: type[BaseModel] = getattr(shapes, name)
    shape.model_validate(EXAMPLES[name], strict=False)


@pytest.mark.parametrize(
    ("path", "shape"),
    [
        ("/actors", shapes.Founds),
        ("/actors?name=zenda", shapes.Founds),
        ("/actors/person/anna-zenda", shapes.Actor),
        ("/actors/person/anna-zenda/statements", shapes.Cards),
        ("/actors/person/anna-zenda/neighbours", shapes.Neighbours),
        ("/actors/person/anna-zenda/neighbours?kind=speaks-of", shapes.Neighbours),
        ("/articles/summit-1", shapes.Article),
        ("/paths?from=person/anna-zenda&to=country/BO", shapes.Paths),
        ("/statements", shapes.Page),
        ("/said", shapes.Page),
    ],
)
def test_an_answer_is_of_its_shape(service: Served, path: str, shape: type[BaseModel]) -> None:
    shape.model_validate(service.client.get(path).json())


def test_every_operation_says_what_it_answers(service: Served) -> None:
    told = service.client.get("/openapi.json").json()
    for path in ("/actors", "/actors/{id}", "/actors/{id}/neighbours", "/articles/{id}", "/statements/{id}", "/paths"):
        operation = told["paths"][path]["get"]
        answer = operation["responses"]["200"]["content"]["application/json"]
        assert answer["schema"]["$ref"].rpartition("/")[2] in told["components"]["schemas"]
        assert answer["example"]
        assert all(parameter["description"] for parameter in operation["parameters"])
