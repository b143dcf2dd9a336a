"""docs/openrefine.md holds: its properties and addresses are those of the code."""

import re
from pathlib import Path

from sayso.api.service.reconcile.manifest import types
from sayso.api.service.reconcile.messages import MOST_IDS, MOST_QUERIES
from sayso.graph.reconcile.properties import PROPERTIES
from sayso.graph.reconcile.scoring import LABEL_SCORE, OTHER_NAME_SCORE

PAGE = (Path(__file__).parents[4] / "docs" / "openrefine.md").read_text("utf-8")


def test_the_properties_are_those_of_the_code() -> None:
    table = PAGE.partition("| property |")[2].partition("\n\n")[0]
    named = [name for row in re.findall(r"^\| (`.*?`) \|", table, re.MULTILINE) for name in re.findall(r"`(\w+)`", row)]
    assert sorted(named) == sorted(PROPERTIES)


def test_the_types_and_numbers_are_those_of_the_code() -> None:
    assert {str(each["id"]) for each in types()} <= set(re.findall(r"`(\w+)`", PAGE))
    for number in (MOST_QUERIES, MOST_IDS, LABEL_SCORE, OTHER_NAME_SCORE):
        assert f"{number:g}" in PAGE
