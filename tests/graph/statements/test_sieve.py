from random import Random

import pytest

from sayso.graph.statements import sieve
from sayso.graph.statements.sieve import Sieve


@pytest.mark.parametrize("most", [10, 100_000])
def test_what_was_noted_passes_and_hardly_anything_else(most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sieve, "_MOST", most)
    chance = Random(1)
    numbers = [chance.getrandbits(63) for _ in range(2_000)]
    noted = Sieve()
    for part in (numbers[:7], numbers[7:900], numbers[900:1_000]):
        noted.note(iter(part))
    assert all(map(noted.passes, numbers[:1_000]))
    assert sum(map(noted.passes, numbers[1_000:])) < 5
