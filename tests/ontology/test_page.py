"""The page about the ontology is what its generator writes."""

from __future__ import annotations

from docs.ontology import PAGE, page, short
from sayso.ontology.terms import ACTS, CONTENT_SPAN, FORMS, STANCES, STATUSES


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text("utf-8") == page(), "run: python docs/ontology.py"


def test_the_page_has_every_property_and_act() -> None:
    text = page()
    assert f"### `{short(CONTENT_SPAN.value)}`" in text
    assert all(f"### {word}\n" in text for word in (*ACTS, *FORMS, *STATUSES, *STANCES))
