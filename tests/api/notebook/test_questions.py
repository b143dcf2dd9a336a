"""Questions by name, and values in SPARQL, over the sample."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from IPython.core.completer import IPCompleter, provisionalcompleter
from pyoxigraph import Literal, NamedNode

import sayso
from sayso.api.notebook.binding import as_term, bound
from sayso.graph.store.solutions import Table
from sayso.graph.store.store import Store
from sayso.ontology.errors import QueryError, UsageError
from sayso.ontology.namespaces import XSD
from sayso.queries.catalogue import get, names
from tests.sample import sample_quads

ZENDA = "https://w3id.org/sayso/id/person/anna-zenda"


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sayso.Client]:
    """The sample, open."""
    with Store.open(tmp_path / "a.store") as store:
        store.apply([], sample_quads())
    with sayso.open(tmp_path / "a.store") as opened:
        yield opened


@pytest.mark.parametrize("name", names())
def test_every_question_is_a_function_with_its_parameters(db: sayso.Client, name: str) -> None:
    ask = getattr(db.q, name.replace("-", "_"))
    assert name.replace("-", "_") in dir(db.questions)
    assert tuple(inspect.signature(ask).parameters) == get(name).parameter_names
    assert ask.__doc__.startswith(get(name).title)
    assert all(parameter.description in ask.__doc__ for parameter in get(name).parameters)
    assert name.replace("-", "_") in repr(db.q)
    assert name.replace("-", "_") in db.q._repr_html_()
    found = ask()
    assert isinstance(found, sayso.Result)
    assert found.records() == ask(limit=1000).records()


def test_values_are_read_by_the_parameters_type(db: sayso.Client) -> None:
    assert db.q.statements(by="Zenda", since=date(2024, 3, 4), until=datetime(2024, 3, 4, 12)).column("act") == ["deny"]
    assert len(db.q.statements(confidence=0.95)) == len(db.q.statements(confidence=Decimal("0.95"))) == 2
    assert len(db.q.statements(by=NamedNode(ZENDA), limit=2)) == 2
    assert len(db.q.statements(act=None)) == 6
    for wrong in ({"since": "soon"}, {"limit": -1}, {"confidence": 7}, {"act": "sing"}, {"by": ["a", "b"]}):
        with pytest.raises((QueryError, UsageError)):
            db.q.statements(**wrong)
    with pytest.raises(UsageError, match="it takes: by"):
        db.q.statements(speaker="Zenda")


@pytest.mark.parametrize("jedi", [True, False])
@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("db.q.wh", "who_stands_where"),
        ("db.questions.po", "positions"),
        ("db.q.positions(ho", "holder="),
        ("db.st", "statements"),
    ],
)
def test_tab_completes_questions_and_their_parameters(db: sayso.Client, text: str, wanted: str, jedi: bool) -> None:
    completer = IPCompleter(namespace={"db": db})
    completer.use_jedi = jedi
    with provisionalcompleter():
        found = [completion.text.removeprefix(".") for completion in completer.completions(text, len(text))]
    assert wanted in found


TERMS = [
    ("NATO", Literal("NATO")),
    (ZENDA, NamedNode(ZENDA)),
    ("see http://x.example/", Literal("see http://x.example/")),
    (5, Literal(5)),
    (True, Literal(True)),
    (0.5, Literal(0.5)),
    (np.int64(5), Literal(5)),
    (np.float64(0.5), Literal(0.5)),
    (np.bool_(True), Literal(True)),
    (Decimal("0.10"), Literal("0.10", datatype=NamedNode(XSD + "decimal"))),
    (date(2024, 3, 5), Literal("2024-03-05", datatype=NamedNode(XSD + "date"))),
    (datetime(2024, 3, 5, 1), Literal("2024-03-05T01:00:00", datatype=NamedNode(XSD + "dateTime"))),
    (Literal("Krieg", language="de"), Literal("Krieg", language="de")),
]


@pytest.mark.parametrize(("value", "term"), TERMS)
def test_values_become_terms(value: object, term: object) -> None:
    assert as_term(value) == term


@pytest.mark.parametrize("value", [object(), {"a": 1}, Decimal("NaN"), "https://x.example/<b>", b"bytes", None])
def test_what_is_no_term_is_refused(value: object) -> None:
    with pytest.raises(QueryError):
        as_term(value)


@given(st.text(st.characters(codec="utf-8")) | st.integers() | st.booleans() | st.dates())
def test_any_value_comes_back_as_the_term_it_is(value: Any) -> None:
    try:
        text = bound("SELECT ?x {\n  VALUES ?x { UNDEF }\n}", {"x": value})
    except QueryError:
        return
    with Store.in_memory() as store:
        answer = store.query(text)
    assert isinstance(answer, Table)
    assert answer.rows == ((as_term(value),),)


def test_only_places_take_values(db: sayso.Client) -> None:
    text = "SELECT ?name { ?actor rdfs:label ?name\n VALUES ?actor { UNDEF }\n}"
    found = db.sparql(text, actor=ZENDA)
    assert isinstance(found, sayso.Result)
    assert found.column("name") == ["Anna Zenda"]
    with pytest.raises(UsageError, match="it takes: actor"):
        db.sparql(text, name="x")
    assert db.sparql("ASK {}") is True
