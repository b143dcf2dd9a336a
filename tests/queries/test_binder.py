"""The binder: values arrive as RDF terms and as nothing else, whatever they hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolutions, Store

from sayso.ontology import terms
from sayso.ontology.errors import QueryError, UsageError
from sayso.queries.binder import bind
from sayso.queries.query import read

ECHO = read(
    "echo",
    """# Gives a value back
# param: text (text) – any text
# param: limit (count) 10 – rows
SELECT ?text WHERE {
  # if text
  VALUES ?text { UNDEF }
  # end
}
LIMIT 10
""",
)
TYPED = read(
    "typed",
    """# One parameter of each type
# param: by (actor) – an actor
# param: act (act) – an act
# param: form (form) – a form
# param: status (status) – a status
# param: stance (stance) – a stance
# param: kind (kind) – a kind
# param: since (date) – a day
# param: confidence (share) – a share
# param: iri (iri) – an IRI
# param: limit (count) 5 – rows
SELECT * WHERE {
  VALUES ?by { UNDEF }
  VALUES ?act { UNDEF }
  VALUES ?form { UNDEF }
  VALUES ?status { UNDEF }
  VALUES ?stance { UNDEF }
  VALUES ?kind { UNDEF }
  VALUES ?since { UNDEF }
  VALUES ?confidence { UNDEF }
  VALUES ?iri { UNDEF }
}
LIMIT 5
OFFSET 0
""",
)
HOSTILE = [
    '"',
    '""" }',
    "'; DROP ALL",
    "> } DROP ALL",
    "\\",
    '\\"',
    "\\u0022",
    "\\\\u0022 } #",
    "line\nbreak\rand\ttab",
    "# end",
    "# if limit\n# end",
    "VALUES ?text { UNDEF }",
    "LIMIT 0",
    "\x00\x07\x7f",
    "\u2028\u2029\u0085",
    "{ } ( ) < > ? $ @en ^^",
    "Žižek 中文 😀 ‮",
    " ",
]


def echoed(value: str) -> str:
    solutions = Store().query(bind(ECHO, {"text": value}))
    assert isinstance(solutions, QuerySolutions)
    (row,) = solutions
    term = row["text"]
    assert isinstance(term, Literal)
    return term.value


@pytest.mark.parametrize("value", HOSTILE)
def test_a_hostile_text_comes_back_as_it_was(value: str) -> None:
    assert echoed(value) == value


@given(st.text(min_size=1))
def test_any_text_comes_back_as_it_was(value: str) -> None:
    assert echoed(value) == value


@given(st.text(st.sampled_from("\"'\\{}<>\n\r u0022#?")))
def test_any_mix_of_marks_comes_back_as_it_was(value: str) -> None:
    assert value == "" or echoed(value) == value


@given(st.text(st.characters(), min_size=1), st.sampled_from(TYPED.parameter_names))
def test_any_value_is_bound_or_refused(value: str, name: str) -> None:
    try:
        text = bind(TYPED, {name: value})
    except QueryError as error:
        str(error).encode()  # the message can be printed whatever the value holds
        return
    solutions = Store().query(text)
    assert isinstance(solutions, QuerySolutions)
    assert sorted(variable.value for variable in solutions.variables) == sorted(TYPED.parameter_names[:-1])


@given(st.text(max_size=20))
def test_an_iri_is_written_as_it_is_or_refused(rest: str) -> None:
    iri = "https://w3id.org/" + rest
    try:
        text = bind(TYPED, {"by": iri})
    except QueryError:
        return
    solutions = Store().query(text)
    assert isinstance(solutions, QuerySolutions)
    assert [row["by"] for row in solutions] == [NamedNode(iri)]


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("by", "https://w3id.org/sayso/id/country/RU", "<https://w3id.org/sayso/id/country/RU>"),
        ("by", NamedNode("urn:x"), "<urn:x>"),
        ("by", Literal("Zenda", language="de"), '"Zenda"@de'),
        ("act", "deny", str(terms.ACTS["deny"])),
        ("act", " Deny ", str(terms.ACTS["deny"])),
        ("act", "https://w3id.org/sayso/act/deny", str(terms.ACTS["deny"])),
        ("form", "mixed", str(terms.FORMS["mixed"])),
        ("status", "asked", str(terms.STATUSES["asked"])),
        ("stance", "against", str(terms.STANCES["against"])),
        ("kind", "country", str(terms.COUNTRY)),
        ("since", "2024-03-05", '"2024-03-05"^^<http://www.w3.org/2001/XMLSchema#date>'),
        ("confidence", "0.5", '"0.5"^^<http://www.w3.org/2001/XMLSchema#decimal>'),
        ("confidence", "1e-2", '"0.01"^^<http://www.w3.org/2001/XMLSchema#decimal>'),
        ("iri", "urn:x", "<urn:x>"),
    ],
)
def test_a_value_becomes_the_term_of_its_type(name: str, value: str | NamedNode | Literal, expected: str) -> None:
    assert f"VALUES ?{name} {{ {expected} }}" in bind(TYPED, {name: value})


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("by", "https://w3id.org/a b", "IRI"),
        ("by", "https://w3id.org/> } DROP ALL", "IRI"),
        ("by", "http://[::1", "by"),
        ("by", "Anna Zenda", "an actor's IRI is needed"),
        ("by", "half \ud83d a smile", "by"),
        ("iri", "no iri", "iri"),
        ("act", "shout", "known are state, deny"),
        ("form", "", ""),
        ("stance", "maybe", "for, against"),
        ("kind", "robot", "person, organisation"),
        ("since", "2024-02-30", "since"),
        ("since", "yesterday", "since"),
        ("confidence", "2", "between 0 and 1"),
        ("confidence", "NaN", "between 0 and 1"),
        ("confidence", "Infinity", "between 0 and 1"),
        ("confidence", "half", "confidence"),
        ("limit", "-1", "whole number"),
        ("limit", "1e3", "whole number"),
        ("limit", "10; DROP ALL", "whole number"),
        ("limit", "٣", "whole number"),
        ("limit", "99999999999", "whole number"),
    ],
)
def test_a_value_that_does_not_fit_is_refused(name: str, value: str, message: str) -> None:
    if value == "":
        assert bind(TYPED, {name: value}) == bind(TYPED, {})
        return
    with pytest.raises(QueryError, match=message):
        bind(TYPED, {name: value})


def test_a_value_of_another_type_is_refused() -> None:
    for value in (BlankNode("b"), 5, 0.5, ["x"]):
        with pytest.raises(QueryError, match="string or an RDF term"):
            bind(TYPED, {"by": value})  # type: ignore[dict-item]
    with pytest.raises(QueryError, match="whole number"):
        bind(TYPED, {"limit": NamedNode("urn:1")})


def test_a_tuple_stands_for_each_of_its_terms() -> None:
    several = (NamedNode("urn:1"), NamedNode("urn:2"))
    assert "VALUES ?iri { <urn:1> <urn:2> }" in bind(TYPED, {"iri": several})
    assert "VALUES ?iri { }" in bind(TYPED, {"iri": ()}).replace("{  }", "{ }")


def test_an_unknown_parameter_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UsageError, match="it takes: text, limit"):
        bind(ECHO, {"texts": "x"})
    with pytest.raises(UsageError, match="it takes: none"):
        bind(read("plain", "SELECT * { ?s ?p ?o }"), {"x} DROP ALL": "x"})


def test_limit_and_offset_are_bound() -> None:
    assert "\nLIMIT 3\n" in bind(TYPED, {"limit": "3"})
    assert "\nLIMIT 5\n" in bind(TYPED, {})


def test_a_part_without_its_value_is_left_out() -> None:
    assert "VALUES" not in bind(ECHO, {})
    assert "VALUES" not in bind(ECHO, {"text": ""})
    assert "VALUES" in bind(ECHO, {"text": " "})


def test_a_query_without_parameters_stays_as_it_is() -> None:
    text = "SELECT * {\n  # if you like\n  # if x\n ?s ?p ?o\n # end\n}\nLIMIT 7"
    assert bind(read("plain", text), {}) == text.replace("\n # end", "")
