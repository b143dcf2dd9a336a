"""Parts: what is said once in a file is asked of each property."""

from __future__ import annotations

import re

import pytest
from pyoxigraph import NamedNode

from sayso.queries.parts.parts import part


@pytest.mark.parametrize("name", ["once-full", "once-light", "once-words", "once-expressed"])
def test_each_property_is_a_table_of_its_own(name: str) -> None:
    text = part(name, article=[NamedNode("https://example.org/a")])
    first, own, *others = re.findall(r"\?(\w+)", text.split("WHERE")[0])
    assert first == "thing"
    assert f"?{own}" in text.split("OPTIONAL")[0]
    assert re.findall(r"\{ \?thing sayso:(\w+) \?\1 \}", text.split("OPTIONAL", 1)[1]) == others
    assert text.count("OPTIONAL") == len(others) > 0
    assert text.count("VALUES ?article { <https://example.org/a> }") == len(others) + 1
    assert not re.search(r"\beach (act|matter)|:each|\?each", text)
