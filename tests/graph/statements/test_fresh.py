from itertools import batched
from random import Random

import pytest
from pyoxigraph import Store

from sayso.graph.statements.fresh import Known, entangled, print_quads
from sayso.graph.statements.wording import Wording
from sayso.ontology.iris import BASE, article_iri


def texts(count: int) -> dict[str, tuple[int, ...]]:
    """Texts of few and of many numbers, some of which many of them have."""
    chance = Random(count)
    found = {}
    for number in range(count):
        own = {chance.getrandbits(60) for _ in range(chance.choice((2, 9, 28)))}
        often = {one for one in range(12) if chance.random() < 0.3}
        found[article_iri(str(number)).value] = tuple(sorted(own | often))
    return found


@pytest.mark.parametrize("size", [1, 7, 60])
def test_texts_in_pieces_are_found_to_share_what_they_share_together(size: int) -> None:
    prints, store = texts(60), Store()
    known, found = Known(store, BASE), set[str]()

    def words(_: str) -> Wording:
        raise AssertionError("only statements have words")

    for part in batched(prints.items(), size):
        some = dict(part)
        linked = entangled(some, known, words)
        # What comes later finds what was there before, which is not told again.
        found |= linked
        store.extend(print_quads(some, BASE))
        known.add(some)
    together = entangled(prints, Known(Store(), BASE), words)
    assert found <= together
    last = list(prints)[-1]
    assert (last in found) == (last in together)
    # Without a sieve everything is asked for.
    left = {last: prints[last]}
    others = Store()
    others.extend(print_quads({one: numbers for one, numbers in prints.items() if one != last}, BASE))
    asked = Known(others, BASE)
    assert entangled(left, asked, words) == ({last} & together)
