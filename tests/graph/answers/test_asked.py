"""What a listing is restricted to: several values of a parameter, of which any will do."""

from __future__ import annotations

import pytest

from sayso.graph.answers.asked import given_of
from sayso.graph.answers.order import ordered
from sayso.graph.answers.tables import found_of
from sayso.graph.statements.rows.filter import Filter
from sayso.graph.statements.rows.reading import rows
from sayso.graph.store.store import Store
from sayso.ontology.iris import BASE
from tests.sample import BORDURIA, LEAGUE, OBSERVERS, ZENDA, sample_quads


@pytest.fixture
def sample(store: Store) -> Store:
    store.apply([], sample_quads())
    return store


@pytest.mark.parametrize(
    ("asked", "keep"),
    [
        ({"act": ["deny", "warn"]}, Filter(acts=frozenset({"deny", "warn"}))),
        ({"form": ["direct", "mixed"]}, Filter(forms=frozenset({"direct", "mixed"}))),
        ({"by": [BASE + ZENDA, BASE + OBSERVERS]}, Filter(by=frozenset({BASE + ZENDA, BASE + OBSERVERS}))),
        ({"about": [BASE + LEAGUE, BASE + BORDURIA]}, Filter(about=frozenset({BASE + LEAGUE, BASE + BORDURIA}))),
        ({"source": ["Bordurian Post", "the strelsau courier"]}, Filter()),
        ({"article": ["summit-1", "summit-2"]}, Filter(articles=frozenset({"summit-1"}))),
        ({"stance": "against"}, Filter(stance="against")),
        ({"stance": "for", "act": ["intend", "deny"]}, Filter(stance="for", acts=frozenset({"intend", "deny"}))),
    ],
    ids=lambda value: None if isinstance(value, Filter) else str(value),
)
def test_any_of_several_will_do_in_queries_as_in_rows(sample: Store, asked: dict[str, list[str]], keep: Filter) -> None:
    found = ordered(sample, asked)
    assert len(found) == len(set(found)) > 0
    assert set(found) == {row.iri for row in rows(sample, keep)}


def test_a_table_takes_actors_by_their_names(sample: Store) -> None:
    none = found_of(sample, "demands", {"by": BORDURIA}, "-day")
    assert none == ()
    assert len(found_of(sample, "demands", {"by": [BORDURIA, "Zenda"]}, "-day")) == 2


def test_what_is_empty_restricts_nothing() -> None:
    assert given_of({"by": "", "act": ["", "deny", "deny"], "form": []}) == (("act", ("deny",)),)
