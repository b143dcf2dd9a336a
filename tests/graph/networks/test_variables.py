"""Networks over any two variables: what nodes are, what counts for several, what is left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from sayso.graph.networks.making import make, network_of
from sayso.graph.networks.network import Network
from sayso.graph.networks.options import choice_of
from sayso.graph.networks.variables import NAMES, VARIABLES, VariableName
from sayso.graph.statements.rows.row import Row
from sayso.graph.store.store import Store
from sayso.ontology.errors import NotFoundError, UsageError
from tests.graph.networks.coded import rows
from tests.sample import sample_quads


def drawn(network: Network) -> dict[tuple[str, str], float]:
    """The weights by the labels of the two ends."""
    labels = {node.id: node.label for node in network.nodes}
    return {(labels[edge.source], labels[edge.target]): edge.weight for edge in network.edges}


def written() -> Iterator[Row]:
    """The dozen; the first article has two authors, the others none."""
    for row in rows():
        authors = ("R. Rassendyll", "F. Tarlenheim") if row.article.identifier == "a1" else ()
        yield replace(row, article=replace(row.article, authors=authors))


def test_matters_are_tied_by_who_takes_the_same_side_on_them() -> None:
    found = drawn(make(written, choice_of("congruence", variable1="matter", variable2="actor")))
    # Ann is for the tax twice, for the road once; Bob against road and wall; Cid against the tax twice, the wall once.
    assert found == {("road", "tax"): 2, ("road", "wall"): 1, ("tax", "wall"): 2}


@pytest.mark.parametrize(
    ("variable1", "variable2", "expected"),
    [
        (
            "source",
            "stance",
            {("Post", "for"): 3, ("Post", "against"): 1, ("Times", "for"): 3, ("Times", "against"): 5},
        ),
        ("year", "act", {("2024", "support"): 5, ("2024", "reject"): 5, ("2025", "reject"): 1}),
        ("author", "matter", {("R. Rassendyll", "tax"): 4, ("F. Tarlenheim", "tax"): 4}),
    ],
)
def test_two_mode_networks_of_other_variables(
    variable1: VariableName, variable2: VariableName, expected: dict[tuple[str, str], float]
) -> None:
    network = make(written, choice_of("two-mode", variable1=variable1, variable2=variable2, qualifier="ignore"))
    assert drawn(network) == expected
    assert network.first_mode == len({one for one, _ in expected})
    assert [node.label for node in network.nodes][: network.first_mode] == sorted({one for one, _ in expected})


def test_codings_without_a_value_are_left_out_and_it_is_told() -> None:
    network = make(written, choice_of("two-mode", variable2="month"))
    assert network.attributes["left_out"] == "1 without actor or month"
    assert "left_out" not in make(written, choice_of("two-mode")).attributes


def test_statements_are_counted_where_that_is_asked_for(store: Store) -> None:
    store.apply([], sample_quads())
    months = network_of(store, choice_of("two-mode", count="statements", variable2="month"))
    assert drawn(months)["Anna Zenda", "2024-03"] == 2
    # One statement has no known speaker: as a statement of its source it counts.
    assert months.attributes["left_out"] == "1 without actor or month"
    sources = drawn(network_of(store, choice_of("two-mode", count="statements", variable1="source", variable2="month")))
    assert sources == {("The Strelsau Courier", "2024-03"): 4, ("Bordurian Post", "2024-06"): 2}
    authors = network_of(store, choice_of("two-mode", count="statements", variable1="author", variable2="act"))
    assert {node.label for node in authors.nodes if node.kind == "Author"} == {"R. Rassendyll"}
    articles = network_of(store, choice_of("ignore", count="statements", variable2="article"))
    assert {frozenset(pair): weight for pair, weight in drawn(articles).items()} == {
        frozenset({"Anna Zenda", "observers"}): 2,
        frozenset({"Anna Zenda", "Ruritania"}): 1,
        frozenset({"Anna Zenda", "Borduria"}): 1,
        frozenset({"Ruritania", "Borduria"}): 1,
    }


def test_who_speaks_and_is_spoken_about_is_two_nodes(store: Store) -> None:
    store.apply([], sample_quads())
    network = network_of(store, choice_of("two-mode", count="statements", variable2="about"))
    assert len({node.id for node in network.nodes}) == len(network.nodes)
    assert drawn(network)["Ruritania", "The League"] == 1
    assert [node.label for node in network.nodes].count("Ruritania") == 2


def test_the_least_number_of_any_variable() -> None:
    found = make(written, choice_of("two-mode", minimum={"source": 5}))
    assert {node.label for node in found.nodes if node.kind == "Person"} == {"Ann", "Bob", "Cid", "Dee"}
    assert sum(int(edge.attributes["count"]) for edge in found.edges) < len(list(rows()))
    both = make(written, choice_of("two-mode", min_actor=4, minimum={"matter": 3}))
    assert both == make(written, choice_of("two-mode", minimum={"actor": 4, "matter": 3}))


@pytest.mark.parametrize("option", ["only", "exclude"])
def test_a_name_that_nobody_has_is_an_error(option: str) -> None:
    with pytest.raises(NotFoundError, match=f"{option}: no actor of what counts is called 'Anne'"):
        make(written, choice_of("ignore", **{option: {"actor": ["Ann", "Anne"]}}))
    # Other variables have a few words as values: one that is not met is no slip.
    assert make(written, choice_of("ignore", exclude={"act": "deny"})).edges


def test_about_takes_values_of_what_is_no_matter(store: Store) -> None:
    store.apply([], sample_quads())
    found = drawn(network_of(store, choice_of("about", only={"actor": "Anna Zenda"}, exclude={"act": "deny"})))
    assert found == {("Anna Zenda", "The League"): 2, ("Ruritania", "The League"): 1}
    with pytest.raises(UsageError, match="no matter or stance"):
        choice_of("about", only={"stance": "for"})


def test_every_variable_has_its_reader() -> None:
    assert tuple(VARIABLES) == NAMES
    for name, read in VARIABLES.items():
        kinds = {value.kind for row in rows() for value in read(_first(row))}
        assert kinds, name


def _first(row: Row):  # type: ignore[no-untyped-def]
    from sayso.graph.networks.coding import codings

    [found] = codings([replace(row, form="direct", article=replace(row.article, authors=("A",)), about=row.speakers)])
    return replace(found, day=found.day or "2024-01-01")
