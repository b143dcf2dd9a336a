import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.graph.store.changes import change

S, P, G = (ox.NamedNode(f"http://example.org/{name}") for name in "spg")
# No lone surrogates: no RDF term holds one.
TEXT = st.text(st.characters(exclude_categories=["Cs"]))


def quad(value: str, graph: ox.NamedNode | ox.DefaultGraph = G) -> ox.Quad:
    return ox.Quad(S, P, ox.Literal(value), graph)


@given(st.sets(TEXT), st.sets(TEXT))
def test_an_update_makes_exactly_the_change_whatever_the_text(before: set[str], after: set[str]) -> None:
    store = ox.Store()
    old, new = {quad(text) for text in before}, {quad(text) for text in after}
    store.extend(old)
    if text := change(old, new):
        store.update(text)
    assert set(store) == new


def test_nothing_to_change_is_no_update() -> None:
    assert change([quad("a")], [quad("a")]) == ""


def test_a_quad_of_the_default_graph_is_refused() -> None:
    with pytest.raises(ValueError, match="named graph"):
        change([], [quad("a", ox.DefaultGraph())])


def test_a_blank_node_is_refused() -> None:
    with pytest.raises(ValueError, match="blank node"):
        change([], [ox.Quad(ox.BlankNode(), P, S, G)])
