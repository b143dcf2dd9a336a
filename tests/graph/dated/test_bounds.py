"""Pages of what is sorted by a bound, and questions that are told the wordings that can matter."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from benchmarks.synthetic import make
from sayso.graph.dated.bounds import bounds_of
from sayso.graph.dated.narrowing import answer
from sayso.graph.dated.wordings import contested_of, wordings_of
from sayso.graph.store.snapshots import latest
from sayso.graph.store.solutions import Answer, Table, text_of
from sayso.graph.store.store import Store
from sayso.ontology.iris import actors_graph
from sayso.ontology.namespaces import LABEL
from sayso.ontology.terms import MATTER
from sayso.queries import catalogue
from sayso.queries.binder import FIRST
from tests.graph.dated.mixed import WORDINGS, make_mixed

_FIRST = [name for name in catalogue.names() if FIRST.search(catalogue.get(name).text)]


class Listening(Store):
    """A store that notes what it is asked."""

    def __init__(self, other: Store) -> None:
        super().__init__(other.engine, None, None, other.base)
        self.asked: list[str] = []

    def query(self, text: str) -> Answer:
        self.asked.append(text)
        return super().query(text)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder: Path = tmp_path_factory.mktemp("bounds") / "store"
    make(folder, 1_200)
    snapshot = latest(folder)
    assert snapshot
    with Store.open_snapshot(snapshot) as store:
        yield store


@pytest.fixture
def few(tmp_path: Path) -> Iterator[Store]:
    make_mixed(tmp_path / "store")
    with Store.open(tmp_path / "store") as store:
        yield store


@pytest.mark.parametrize("name", _FIRST)
def test_a_page_of_what_comes_first_is_asked_of_few(made: Store, name: str) -> None:
    query = catalogue.get(name)
    # Of so few statements nobody accuses another often.
    given = {"limit": "1" if name == "who-accuses-whom" else "6"}
    listening = Listening(made)
    assert answer(listening, query, given) == made.query(catalogue.bind(query, given))
    place = FIRST.search(query.text)
    assert place
    assert f"VALUES {place['variable']} {{" in listening.asked[-1]


@pytest.mark.parametrize("name", _FIRST)
def test_bounds_come_in_the_order_of_the_page(made: Store, name: str) -> None:
    place = FIRST.search(catalogue.get(name).text)
    assert place
    found = bounds_of(made, place["table"], place["way"])
    assert found.first
    bounds = [one.bound for one in found.first]
    assert bounds == sorted(set(bounds), reverse=place["way"] != "first")
    assert all(len(thing) == place["variable"].count("?") for one in found.first for thing in one.things)


def test_names_that_are_sorted_otherwise_are_left_to_the_engine(few: Store) -> None:
    holder = next(iter(few.engine.quads_for_pattern(None, LABEL, None))).subject
    assert isinstance(holder, NamedNode)
    assert bounds_of(few, "holders-first", "first").first
    shared = actors_graph(few.base)
    for quad in [*few.engine.quads_for_pattern(None, LABEL, None, shared)]:
        few.apply([quad], [Quad(quad.subject, LABEL, Literal(text_of(quad.object), language="en"), shared)])
    assert not bounds_of(few, "holders-first", "first").first
    query, given = catalogue.get("what-changed"), {"limit": "3"}
    assert answer(few, query, given) == few.query(catalogue.bind(query, given))


def test_wordings_of_a_matter_are_all_that_mean_it(few: Store) -> None:
    known = wordings_of(few)
    assert known.clear
    assert {text_of(one) for one in known.of[Literal("gas")]} == {"gas", "Gas"}
    energy = known.of[Literal(f"{few.base}matter/energy")]
    assert {text_of(one) for one in energy} == {"gas", "seats"}
    assert {text_of(one) for wordings in contested_of(few).of.values() for one in wordings} <= set(WORDINGS)


def test_contradictions_are_looked_for_among_contested_matters(few: Store) -> None:
    listening, query = Listening(few), catalogue.get("contradictions")
    told = answer(listening, query, {"limit": "0"})
    assert isinstance(told, Table)
    assert len(told.rows) > 10
    assert told == few.query(catalogue.bind(query, {"limit": "0"}))
    assert "VALUES ?matter1 {" in listening.asked[-1]


def test_matters_that_are_no_words_are_left_to_the_engine(few: Store) -> None:
    quad = next(iter(few.engine.quads_for_pattern(None, MATTER, None)))
    few.apply([], [Quad(quad.subject, MATTER, NamedNode(f"{few.base}matter/energy"), quad.graph_name)])
    assert not wordings_of(few).clear
    listening, query = Listening(few), catalogue.get("contradictions")
    assert answer(listening, query, {"limit": "0"}) == few.query(catalogue.bind(query, {"limit": "0"}))
    assert "VALUES ?matter1 {" not in listening.asked[-1]
