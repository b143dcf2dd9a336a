"""What was answered before: found by its key or by the request, forgotten within bounds."""

from __future__ import annotations

import pytest

from sayso.api.service.sparql.cache import MOST_SHARE, Cache, Kept


def kept(length: int = 1) -> Kept:
    return Kept(b"x" * length, "text/csv", 'W/"1"', (1, "0"))


FRONT = ("snapshot", "text/csv", "localhost", "/sparql", b"query=1")


def test_a_request_recalls_its_answer() -> None:
    cache, answer = Cache(1 << 20), kept()
    cache.note(FRONT, "key")
    assert cache.recall(FRONT) is None
    cache.note(FRONT, "key")
    cache.put("key", answer)
    assert cache.recall(FRONT) is answer
    assert cache.hits == 1


@pytest.mark.parametrize("place", range(5))
def test_a_request_that_differs_in_anything_recalls_nothing(place: int) -> None:
    cache = Cache(1 << 20)
    cache.note(FRONT, "key")
    cache.put("key", kept())
    other = (*FRONT[:place], b"other" if place == 4 else "other", *FRONT[place + 1 :])
    assert cache.recall(other) is None


def test_what_was_let_go_is_not_recalled() -> None:
    cache = Cache(MOST_SHARE * 10)
    cache.note(FRONT, "first")
    cache.put("first", kept(10))
    for number in range(MOST_SHARE):
        cache.put(f"later {number}", kept(10))
    assert cache.recall(FRONT) is None


def test_what_is_asked_for_stays_longest() -> None:
    cache = Cache(MOST_SHARE * 10)
    for number in range(4 * MOST_SHARE):
        cache.put("wanted", kept(10))
        assert cache.get("wanted") is not None
        cache.put(f"other {number}", kept(10))
    assert cache.get("other 0") is None


def test_long_answers_and_long_requests_are_not_kept() -> None:
    cache = Cache(1 << 20)
    cache.put("key", kept(cache.longest + 1))
    assert cache.get("key") is None
    cache.put("key", kept())
    cache.note((b"x" * 5000,), "key")
    assert cache.recall((b"x" * 5000,)) is None
    cache.note(None, "key")


def test_nothing_is_kept_without_memory() -> None:
    cache = Cache(0)
    cache.put("key", kept())
    assert cache.get("key") is None


def test_only_so_many_requests_are_remembered() -> None:
    cache = Cache(1 << 20)
    cache.put("key", kept())
    for number in range(5000):
        cache.note((str(number),), "key")
    assert cache.recall(("0",)) is None
    assert cache.recall(("4999",)) is not None
