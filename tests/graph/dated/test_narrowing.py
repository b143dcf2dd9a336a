"""Few articles instead of all: the same answers, from a store whose days are of every sort."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from benchmarks.synthetic import make
from sayso.graph.dated.article_days import calendar_of
from sayso.graph.dated.narrowing import QuestionValues, answer, narrowed
from sayso.graph.store.snapshots import latest
from sayso.graph.store.solutions import Answer, Table
from sayso.graph.store.store import Store
from sayso.ontology.namespaces import ISSUED, XSD_DATE, XSD_DATE_TIME
from sayso.ontology.terms import SAID_ON
from sayso.queries import catalogue
from sayso.queries.binder import AMONG, FIRST
from tests.graph.dated.mixed import make_mixed

_NARROWED = [
    name
    for name in catalogue.names()
    if AMONG.search(catalogue.get(name).text) or FIRST.search(catalogue.get(name).text)
]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder: Path = tmp_path_factory.mktemp("dated") / "store"
    make(folder, 600)
    with Store.open(folder) as store:
        articles = calendar_of(store).articles
        quads = store.engine.quads_for_pattern
        # The third has no day, the fourth a moment; of the fifth, statements are said long before and after.
        issued = [next(quads(NamedNode(one.iri), ISSUED, None)) for one in articles[2:4]]
        moment = Literal(f"{articles[3].published}T10:30:00Z", datatype=XSD_DATE_TIME)
        said = [quad.subject for quad in quads(None, None, NamedNode(articles[4].iri)) if "/statement/" in str(quad)]
        home = NamedNode(articles[4].iri)
        days = [Literal(day, datatype=XSD_DATE) for day in ("1999-12-31", "2020-01-05", "2031-02-01")]
        told = [Quad(one, SAID_ON, day, home) for one, day in zip(said, days, strict=False)]
        last = Quad(issued[1].subject, ISSUED, moment, issued[1].graph_name)
        store.apply(issued, [last, *told])
        yield store


@pytest.fixture(scope="module")
def few_matters(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder: Path = tmp_path_factory.mktemp("mixed") / "store"
    make_mixed(folder)
    snapshot = latest(folder)
    assert snapshot
    with Store.open_snapshot(snapshot) as store:
        yield store


@pytest.mark.parametrize("name", _NARROWED)
@pytest.mark.parametrize(
    "values",
    [
        {},
        {"limit": "7"},
        {"limit": "7", "offset": "11"},
        {"limit": "1", "offset": "599"},
        {"limit": "5", "offset": "100000"},
        {"limit": "20", "since": "2020-01-03"},
        {"limit": "20", "until": "2020-01-05"},
        {"limit": "0", "since": "2020-01-03", "until": "2020-01-06"},
        {"since": "2020-01-04", "until": "2020-01-09"},
        {"limit": "20", "since": "20200103", "until": " 2020-01-06 "},
        {"limit": "0", "since": "2031-01-01"},
        {"limit": "0", "until": "2000-01-01"},
        {"limit": "0", "since": "1900-01-01", "until": "1900-02-01"},
        {"limit": "5", "status": "any", "act": "accuse"},
        {"limit": "5", "matter": "gas", "stance": "against"},
        {"limit": "5", "since": "2020-01-05", "matter": "o"},
    ],
    ids=str,
)
@pytest.mark.parametrize("store", ["made", "few_matters"])
def test_the_answer_is_the_same(request: pytest.FixtureRequest, store: str, name: str, values: dict[str, str]) -> None:
    asked: Store = request.getfixturevalue(store)
    query = catalogue.get(name)
    given = {key: value for key, value in values.items() if key in query.parameter_names}
    assert answer(asked, query, given) == asked.query(catalogue.bind(query, given))
    assert asked.query(narrowed(asked, query, given)) == asked.query(catalogue.bind(query, given))


@pytest.mark.parametrize(
    "values",
    [{"act": "deny"}, {"words": "gas"}, {"confidence": "0.999"}, {"source": "Paper 3"}, {"status": "asked"}],
    ids=str,
)
@pytest.mark.parametrize("name", ["statements", "demands", "positions", "who-said-what-about-whom"])
def test_a_page_of_few_is_looked_for_among_all(made: Store, name: str, values: dict[str, str]) -> None:
    query, given = catalogue.get(name), {**values, "limit": "15"}
    assert answer(made, query, given) == made.query(catalogue.bind(query, given))


def test_a_page_of_the_latest_is_asked_of_few(made: Store) -> None:
    asked: list[str] = []

    class Listening(Store):
        def query(self, text: str) -> Answer:
            asked.append(text)
            return made.query(text)

    listening = Listening(made.engine, None, None, made.base)
    found = answer(listening, catalogue.get("statements"), {"limit": "20"})
    assert isinstance(found, Table)
    assert len(found.rows) == 20
    assert 0 < max(text.count("id/article/") for text in asked) < 15
    listening.close()


def test_days_of_many_rows_are_asked_piece_by_piece(made: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.graph.dated.narrowing._ENOUGH", 50)
    query, given = catalogue.get("statements"), {"limit": "0", "since": "2020-01-02", "until": "2020-01-20"}
    assert answer(made, query, given) == made.query(catalogue.bind(query, given))


def test_who_names_an_actor_asks_as_before(made: Store) -> None:
    query = catalogue.get("statements")
    actor = NamedNode(f"{made.base}person/p0")
    given: QuestionValues = {"by": actor, "since": "2020-01-03", "until": "2020-01-04"}
    assert narrowed(made, query, given) == catalogue.bind(query, given)


def test_days_that_are_none_are_left_to_the_engine(made: Store) -> None:
    store = Store.in_memory()
    graph = NamedNode(f"{store.base}article/a")
    store.add(quad for quad in made.quads(NamedNode(calendar_of(made).articles[0].iri)))
    assert calendar_of(store).clear
    article = NamedNode(calendar_of(store).articles[0].iri)
    store.add([Quad(article, ISSUED, Literal("soon"), graph)])
    assert not calendar_of(store).clear
    query = catalogue.get("statements")
    assert answer(store, query, {"limit": "3"}) == store.query(catalogue.bind(query, {"limit": "3"}))


@pytest.mark.parametrize("days", [{}, {"since": "2020-01-01"}])
@pytest.mark.parametrize("name", ["articles", "statements"])
def test_an_empty_store_has_an_empty_page(store: Store, name: str, days: dict[str, str]) -> None:
    found = answer(store, catalogue.get(name), {"limit": "20", **days})
    assert isinstance(found, Table)
    assert found.rows == ()
