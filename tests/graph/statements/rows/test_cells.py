"""Cells: the engine's own tables as text are what its objects say, and one batch is read while the last is used."""

from __future__ import annotations

import threading

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from sayso.graph.statements.rows.cells import ahead, cells, is_iri, plain
from sayso.graph.store.solutions import text_of
from sayso.graph.store.store import Store

_G = NamedNode("https://w3id.org/sayso/id/graph")
_VALUES = (
    Literal("plain"), Literal(""), Literal('tab\t, end\n, return\r, mark", back\\slash, \\n'),
    Literal("Đorđe 𝔖 \x0b\x0c\x08\x85\u2028"),
    Literal("<no iri>"), Literal("en", language="en"), Literal(7), Literal(0.25), Literal(True),
    Literal("2024-03-04", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#date")),
    Literal("1.50", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#decimal")), NamedNode("urn:a:ü"),
)  # fmt: skip


@pytest.mark.parametrize("value", _VALUES, ids=str)
def test_a_cell_says_what_its_term_says(value: Literal | NamedNode) -> None:
    store = Store.in_memory()
    store.engine.add(Quad(NamedNode("urn:s"), NamedNode("urn:p"), value, _G))
    query = "SELECT ?v ?none WHERE { <urn:s> <urn:p> ?v }"
    answer = store.query(query)
    ((cell, none),) = cells(store, query)
    assert not isinstance(answer, bool | tuple)
    assert plain(cell) == text_of(answer.rows[0][0])
    assert none == ""
    assert is_iri(cell) == isinstance(value, NamedNode)


def test_whatever_answers_queries_alone_gives_the_same_cells() -> None:
    store = Store.in_memory()
    store.engine.extend(Quad(NamedNode("urn:s"), NamedNode("urn:p"), value, _G) for value in _VALUES)
    store.engine.add(Quad(BlankNode("b"), NamedNode("urn:p"), Literal("x"), _G))

    class Far:
        query = staticmethod(store.query)

    query = "SELECT ?v WHERE { <urn:s> <urn:p> ?v }"
    assert sorted(plain(cell) for (cell,) in cells(Far(), query)) == sorted(plain(c) for (c,) in cells(store, query))


def test_nothing_but_a_table_has_cells() -> None:
    class Far:
        query = staticmethod(Store.in_memory().query)

    with pytest.raises(TypeError):
        cells(Far(), "ASK {}")


@pytest.mark.parametrize("count", [0, 1, 2, 7])
def test_batches_come_in_order(count: int) -> None:
    assert list(ahead(Store.in_memory(), lambda item: item * 2, range(count))) == [2 * item for item in range(count)]


def test_the_next_batches_are_made_while_one_is_used() -> None:
    begun = [threading.Event() for _ in range(4)]

    def make(item: int) -> int:
        begun[item].set()
        return item

    found = ahead(Store.in_memory(), make, range(4))
    assert next(found) == 0
    assert begun[1].wait(300)
    assert begun[2].wait(300)
    assert list(found) == [1, 2, 3]


def test_a_failure_comes_where_its_batch_would_have_come() -> None:
    found = ahead(Store.in_memory(), lambda item: 1 // (2 - item), range(4))
    assert [next(found), next(found)] == [0, 1]
    with pytest.raises(ZeroDivisionError):
        next(found)
