"""Fragments: each says what its parameters are, goes where a query names it, and keeps to its words."""

from __future__ import annotations

import re

import pytest

from sayso.graph.statements.rows.filter import Filter
from sayso.ontology.errors import QueryError
from sayso.queries.fragments import FOLDER, expanded, parameter

NAMES = sorted(path.stem for path in FOLDER.glob("*.rq"))
QUERIES = sorted([*FOLDER.parent.glob("*.rq"), *(FOLDER.parent / "walk").glob("*.rq")])
# What the filter of rows calls what may be given several times.
SEVERAL = {"act": "acts", "form": "forms", "source": "sources", "article": "articles"}


def test_a_fragment_brings_its_parameters_and_its_lines() -> None:
    text = expanded("# Mine\n# use confidence\nSELECT * {\n    # use confidence ?statement=?one ?sure=?how\n}")
    assert text.startswith(
        "# Mine\n# param: confidence (share) – the least confidence, 0 to 1\nSELECT * {\n    # if conf"
    )
    assert "\n    ?one sayso:confidence ?how .\n" in text
    assert "?statement" not in text


def test_a_fragment_may_use_others() -> None:
    text = expanded("# use statement\nSELECT * {\n  # use statement\n}")
    assert all(f"# param: {name} (" in text for name in ("form", "words", "source", "confidence", "status"))


@pytest.mark.parametrize("text", ["# use nothing", "SELECT * {\n# use nothing\n}"])
def test_a_fragment_that_is_not_there_is_said(text: str) -> None:
    with pytest.raises(QueryError, match="no fragment 'nothing'"):
        expanded(text)


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_what_a_fragment_does_stands_in_no_query(path: object) -> None:
    """A filter of statements is defined once."""
    text = path.read_text("utf-8")  # type: ignore[attr-defined]
    assert not re.search(r"FILTER\(\?sure >= |sayso:form \?form\b|\?content\)\), LCASE", text)
    assert "sayso:status ?hidden" not in text


@pytest.mark.parametrize(
    "name", ["act", "form", "status", "words", "source", "article", "since", "until", "confidence"]
)
def test_the_filter_of_rows_takes_what_the_queries_take(name: str) -> None:
    assert parameter(name).description
    assert SEVERAL.get(name, name) in Filter.__slots__


def test_what_is_no_filter_is_said() -> None:
    with pytest.raises(QueryError, match="no filter takes"):
        parameter("nonsense")
