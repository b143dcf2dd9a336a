"""The filter of rows and the filters of queries leave the same statements."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pyoxigraph import NamedNode, Quad

from sayso.graph.answers.order import ordered
from sayso.graph.statements.rows.filter import Filter
from sayso.graph.statements.rows.reading import rows
from sayso.graph.store.store import Store
from sayso.loaders.facts import Extraction
from sayso.loaders.mapping import actor_quads, article_quads
from sayso.ontology import terms
from sayso.ontology.errors import UsageError
from sayso.ontology.iris import BASE
from tests.sample import ACTORS, LATER, LEAGUE, SUMMIT, ZENDA, later, summit

ASKED, SUPPOSED = 2, 3


def told() -> Extraction:
    """The first article, of whose statements one is asked and one supposed."""
    found = summit()
    statements = list(found.statements)
    statements[ASKED] = replace(statements[ASKED], status="asked")
    statements[SUPPOSED] = replace(statements[SUPPOSED], status="supposed")
    return replace(found, statements=tuple(statements))


@pytest.fixture
def sample(store: Store) -> Store:
    """A store in which not everything was said, and one statement has no status, as older stores have none."""
    store.apply([], [*actor_quads(ACTORS.values()), *article_quads(SUMMIT, told()), *article_quads(LATER, later())])
    untold = next(store.engine.quads_for_pattern(None, terms.ACT, terms.ACTS["reject"]))
    assert isinstance(untold.subject, NamedNode)
    assert isinstance(untold.graph_name, NamedNode)
    store.apply([Quad(untold.subject, terms.STATUS, terms.STATUSES["said"], untold.graph_name)], [])
    return store


CASES = [
    ({}, Filter(), 4),
    ({"status": "any"}, Filter(status="any"), 6),
    ({"status": "asked"}, Filter(status="asked"), 1),
    ({"status": "supposed"}, Filter(status="supposed"), 1),
    ({"status": "unsaid"}, Filter(status="unsaid"), 0),
    ({"form": "direct"}, Filter(forms=frozenset({"direct"})), 2),
    ({"form": "indirect"}, Filter(forms=frozenset({"indirect"})), 1),
    ({"form": "indirect", "status": "any"}, Filter(forms=frozenset({"indirect"}), status="any"), 3),
    ({"act": "deny"}, Filter(acts=frozenset({"deny"})), 1),
    ({"words": "LEAVE"}, Filter(words="LEAVE"), 2),
    ({"by": BASE + ZENDA}, Filter(by=frozenset({BASE + ZENDA})), 3),
    ({"about": BASE + LEAGUE}, Filter(about=frozenset({BASE + LEAGUE})), 3),
    ({"source": "bordurian post"}, Filter(sources=frozenset({"bordurian post"})), 2),
    ({"article": "summit-1"}, Filter(articles=frozenset({"summit-1"})), 2),
    ({"since": "2024-03-05"}, Filter(since="2024-03-05"), 3),
    ({"until": "2024-03-04"}, Filter(until="2024-03-04"), 1),
    ({"confidence": "0.95"}, Filter(confidence=0.95), 2),
]


@pytest.mark.parametrize(("values", "keep", "count"), CASES, ids=lambda one: str(one) if isinstance(one, dict) else "")
def test_both_leave_the_same(sample: Store, values: dict[str, str], keep: Filter, count: int) -> None:
    asked = set(ordered(sample, values))
    assert asked == {row.iri for row in rows(sample, keep)} == {row.iri for row in rows(sample, keep, "words")}
    assert len(asked) == count


def test_what_is_told_to_have_no_status_counts_as_said(sample: Store) -> None:
    assert sorted({row.status for row in rows(sample, Filter(status="any"))}) == ["asked", "said", "supposed"]


@pytest.mark.parametrize(
    "wrong", [{"status": "told"}, {"forms": {"loud"}}, {"acts": {"dance"}}, {"since": "soon"}, {"confidence": 2.0}]
)
def test_what_does_not_fit_is_said(wrong: dict[str, object]) -> None:
    with pytest.raises(UsageError):
        Filter(**wrong)  # type: ignore[arg-type]
