"""The model as JSON."""

from __future__ import annotations

import pytest

from sayso.graph.model.pages import ItemPage
from sayso.graph.model.rendering import as_json, camel
from sayso.graph.model.stored import ActorRef, SharedMatter, StoredDemand


@pytest.mark.parametrize(("name", "told"), [("said_on", "saidOn"), ("on_matter_of", "onMatterOf"), ("from_", "from")])
def test_a_field_is_named_as_json_has_it(name: str, told: str) -> None:
    assert camel(name) == told


def test_what_is_inside_is_rendered_too() -> None:
    russia = ActorRef("country/RU", "https://example.org/RU", "Russia", "country")
    demand = StoredDemand("a", "b", None, (SharedMatter("m", "peace"),), (3, 7), russia, (russia,), 0.6)
    told = {"id": "country/RU", "iri": "https://example.org/RU", "name": "Russia", "kind": "country"}
    assert as_json(demand) == {
        "id": "a",
        "iri": "b",
        "matter": None,
        "onMatter": [{"iri": "m", "name": "peace"}],
        "span": [3, 7],
        "by": told,
        "of": [told],
        "confidence": 0.6,
    }


def test_what_is_no_part_of_the_model_is_refused() -> None:
    with pytest.raises(TypeError, match="set is no part of the model"):
        as_json({1})


def test_pages_and_mappings_are_rendered_with_what_is_in_them() -> None:
    page = ItemPage(({"speaker_of": SharedMatter("m", "peace")},), more=False)
    assert as_json(page) == {"items": [{"speaker_of": {"iri": "m", "name": "peace"}}], "more": False}
