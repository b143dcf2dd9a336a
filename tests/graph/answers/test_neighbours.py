"""Neighbours: what is counted for each kind of edge is what its pages hold."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.graph.answers.neighbours import KINDS, neighbours, neighbours_by
from sayso.graph.model.rendering import as_json
from sayso.graph.store.store import Store
from sayso.ontology.errors import NotFoundError, QueryError, UsageError
from tests.sample import sample_quads

ZENDA, RURITANIA, LEAGUE = "person/anna-zenda", "country/RU1", "organisation/the-league"
ACTORS = (ZENDA, RURITANIA, LEAGUE, "country/BO")


@pytest.fixture
def sample(store: Store) -> Store:
    """A store that holds the sample."""
    store.apply([], sample_quads())
    return store


def counted(store: Store, id: str, **values: str) -> dict[str, tuple[int, int]]:
    """Return kind → edges and actors, those without any left out."""
    told: Any = as_json(neighbours(store, id, values))
    return {kind["kind"]: (kind["edges"], kind["actors"]) for kind in told["kinds"] if kind["edges"]}


def met(store: Store, id: str, kind: str, limit: int = 100, offset: int = 0, **values: str) -> list[dict[str, Any]]:
    """Return the items of a page."""
    told: Any = as_json(neighbours_by(store, id, kind, values, limit, offset))
    return list(told["items"])


@pytest.mark.parametrize(
    ("id", "values", "expected"),
    [
        (ZENDA, {}, {"speaks-of": (4, 2), "demands-of": (2, 1)}),
        (ZENDA, {"act": "demand"}, {"speaks-of": (1, 1), "demands-of": (2, 1)}),
        (ZENDA, {"since": "2024-05-01"}, {"speaks-of": (1, 1)}),
        (ZENDA, {"until": "2024-05-01"}, {"speaks-of": (3, 2), "demands-of": (2, 1)}),
        (ZENDA, {"source": "bordurian post"}, {"speaks-of": (1, 1)}),
        (ZENDA, {"confidence": "0.96"}, {"speaks-of": (2, 2)}),
        (RURITANIA, {}, {"speaks-of": (1, 1), "spoken-of-by": (2, 2), "stands-toward": (1, 1)}),
        (LEAGUE, {}, {"spoken-of-by": (4, 2), "demanded-of-by": (2, 1), "stood-toward-by": (1, 1)}),
    ],
)
def test_each_kind_is_counted(
    sample: Store, id: str, values: dict[str, str], expected: dict[str, tuple[int, int]]
) -> None:
    assert counted(sample, id, **values) == expected


@pytest.mark.parametrize("id", ACTORS)
@pytest.mark.parametrize("values", [{}, {"act": "deny"}, {"since": "2024-03-05"}, {"confidence": "0.9"}])
def test_the_pages_hold_what_is_counted(sample: Store, id: str, values: dict[str, str]) -> None:
    counts = counted(sample, id, **values)
    for kind in KINDS:
        items = met(sample, id, kind, **values)
        assert (sum(item["count"] for item in items), len(items)) == counts.get(kind, (0, 0))
        for number, item in enumerate(items):
            assert met(sample, id, kind, 1, number, **values) == [item]


def test_an_item_tells_acts_stances_and_days(sample: Store) -> None:
    [first, second] = met(sample, ZENDA, "speaks-of")
    assert (first["actor"]["id"], first["count"], first["acts"]) == (LEAGUE, 3, {"demand": 1, "deny": 1, "intend": 1})
    assert (first["first"], first["last"]) == ("2024-03-04", "2024-06-01")
    assert (second["actor"]["name"], second["count"]) == ("Ruritania", 1)
    [toward] = met(sample, RURITANIA, "stands-toward")
    assert (toward["actor"]["id"], toward["for"], toward["against"]) == (LEAGUE, 0, 1)
    [from_] = met(sample, LEAGUE, "stood-toward-by")
    assert (from_["actor"]["id"], from_["for"], from_["against"]) == (RURITANIA, 0, 1)


def test_those_who_share_an_organisation_are_colleagues(sample: Store) -> None:
    sample.update(
        """
        PREFIX id: <https://w3id.org/sayso/id/>
        INSERT DATA { GRAPH <https://w3id.org/sayso/id/article/1> {
          <urn:m> a org:Membership ; org:member <https://w3id.org/sayso/id/person/otto> ;
            org:organization <https://w3id.org/sayso/id/country/RU1> ;
            prov:wasDerivedFrom <https://w3id.org/sayso/id/article/1>
        } }
        """
    )
    [otto] = met(sample, ZENDA, "colleague")
    assert (otto["actor"]["id"], otto["count"]) == ("person/otto", 1)
    assert counted(sample, ZENDA)["colleague"] == (1, 1)


@pytest.mark.parametrize(
    ("id", "kind", "values", "error"),
    [
        (ZENDA, "dances-with", {}, UsageError),
        ("person/nobody", "speaks-of", {}, NotFoundError),
        (ZENDA, "speaks-of", {"act": "dance"}, QueryError),
        (ZENDA, "speaks-of", {"since": "soon"}, QueryError),
        (ZENDA, "speaks-of", {"nonsense": "1"}, UsageError),
    ],
)
def test_what_does_not_fit_is_said(
    sample: Store, id: str, kind: str, values: dict[str, str], error: type[Exception]
) -> None:
    with pytest.raises(error):
        neighbours_by(sample, id, kind, values, 10, 0)
