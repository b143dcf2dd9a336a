"""Results that break off: whoever keeps the error holds nothing that only one thread may drop."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pyoxigraph as ox
import pytest

from sayso.graph.store.solutions import answer_of

BROKEN = b'{"head": {"vars": ["a"]}, "results": {"bindings": [{"a": {"type": "uri", "value": "http://a.example/"}}, no'


def broken() -> ox.QuerySolutions:
    found = ox.parse_query_results(BROKEN, format=ox.QueryResultsFormat.JSON)
    assert isinstance(found, ox.QuerySolutions)
    return found


def kept() -> list[object]:
    """Keep an error as a test does: its frame holds what holds the error."""
    with pytest.raises(SyntaxError) as caught:
        answer_of(broken())
    return [caught]


def unraised(run: Callable[[], object]) -> list[str]:
    """Run something, and list what Python could not raise meanwhile."""
    told: list[str] = []
    before, sys.unraisablehook = sys.unraisablehook, lambda args: told.append(str(args.exc_value))
    try:
        run()
    finally:
        sys.unraisablehook = before
    return told


def test_an_error_that_another_thread_lets_go_of_holds_no_result() -> None:
    gc.collect()
    gc.disable()
    try:
        kept()  # what it returned is only reachable from itself
        with ThreadPoolExecutor(1) as other:
            assert unraised(lambda: other.submit(gc.collect).result()) == []
    finally:
        gc.enable()
