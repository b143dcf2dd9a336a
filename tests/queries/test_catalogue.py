"""The catalogue: every query is documented, its parameters are in its text, and it runs."""

from __future__ import annotations

import re
import shlex

import pytest
from pyoxigraph import QuerySolutions, Store

from sayso.ontology.errors import NotFoundError, QueryError
from sayso.queries import catalogue
from tests.sample import sample_quads

EXAMPLES = {
    "actor": "https://w3id.org/sayso/id/person/anna-zenda",
    "act": "deny",
    "form": "direct",
    "status": "asked",
    "stance": "against",
    "kind": "person",
    "text": "league",
    "date": "2024-03-05",
    "share": "0.5",
    "count": "3",
    "iri": "https://w3id.org/sayso/id/country/RU",
}


@pytest.fixture(scope="module")
def store() -> Store:
    store = Store()
    store.extend(sample_quads())
    return store


def rows(store: Store, name: str, values: dict[str, str]) -> int:
    text = catalogue.bind(catalogue.get(name), values)
    solutions = store.query(text, use_default_graph_as_union=True)
    assert isinstance(solutions, QuerySolutions)
    return sum(1 for _ in solutions)


def test_what_has_to_be_there_is_there() -> None:
    assert set(catalogue.names()) >= {
        "statements",
        "who-said-what-about-whom",
        "demands",
        "posts",
        "positions",
        "actors",
        "articles",
    }


@pytest.mark.parametrize("name", catalogue.names())
def test_a_query_says_what_it_answers_and_how(name: str) -> None:
    query = catalogue.get(name)
    assert len(query.title) > 20
    assert query.description.endswith(".")
    assert query.parameters
    assert all(len(parameter.description) > 5 for parameter in query.parameters)
    assert {"limit", "offset"} <= set(query.parameter_names)


@pytest.mark.parametrize("name", catalogue.names())
def test_each_parameter_has_its_place_in_the_text(name: str) -> None:
    query = catalogue.get(name)
    found = re.findall(r"^ *VALUES \?(\w+) \{ UNDEF \}(?: # (\w+))?$", query.text, re.MULTILINE)
    places = {name or variable for variable, name in found}
    modifiers = {word.lower() for word in re.findall(r"^ *(LIMIT|OFFSET) \d+$", query.text, re.MULTILINE)}
    assert places | modifiers == set(query.parameter_names)
    assert "# use " not in query.text
    optional = re.findall(r"^ *# if (\w+)(?: !?= \w+)?$", query.text, re.MULTILINE)
    assert set(optional) <= set(query.parameter_names)
    assert len(optional) == len(re.findall(r"^ *# end$", query.text, re.MULTILINE))
    for parameter in query.parameters:
        if parameter.name in modifiers:
            assert f"{parameter.name.upper()} {parameter.default}\n" in query.text


@pytest.mark.parametrize("name", catalogue.names())
def test_a_query_runs_with_no_value_each_value_and_all(store: Store, name: str) -> None:
    query = catalogue.get(name)
    rows(store, name, {})
    for parameter in query.parameters:
        rows(store, name, {parameter.name: EXAMPLES[parameter.type]})
    rows(store, name, {parameter.name: EXAMPLES[parameter.type] for parameter in query.parameters})


@pytest.mark.parametrize("name", catalogue.names())
def test_its_example_can_be_bound(name: str) -> None:
    query = catalogue.get(name)
    words = shlex.split(query.example)
    assert words[:3] == ["sayso", "query", name]
    given = dict(word.split("=", 1) for word in words[3:] if word != "--param")
    actors = {parameter.name for parameter in query.parameters if parameter.type == "actor"}
    assert given
    assert catalogue.bind(query, {name: EXAMPLES["actor"] if name in actors else one for name, one in given.items()})


@pytest.mark.parametrize("name", catalogue.names())
def test_the_file_as_it_stands_is_sparql(store: Store, name: str) -> None:
    assert isinstance(store.query(catalogue.get(name).text), QuerySolutions)


@pytest.mark.parametrize("name", catalogue.names())
def test_limit_and_offset_cut_and_page(store: Store, name: str) -> None:
    whole = rows(store, name, {})
    assert rows(store, name, {"limit": "1"}) == min(1, whole)
    assert rows(store, name, {"limit": "0"}) == whole
    assert rows(store, name, {"offset": "1"}) == max(0, whole - 1)


@pytest.mark.parametrize("name", ["", "nothing", "../ontology/sayso", "statements.rq", "\ud800", "a\x00b"])
def test_an_unknown_query_is_not_found(name: str) -> None:
    with pytest.raises(NotFoundError, match=r"there are: .*statements"):
        catalogue.get(name)


def test_a_parameter_of_an_unknown_type_is_refused() -> None:
    with pytest.raises(QueryError, match="known types are actor"):
        catalogue.read("mine", "# Mine\n# param: x (number) – a number\nSELECT * {}")
