"""Statements cut out for the teacher: its words in one stretch where they are near, its labels on the right tokens."""

import importlib.util
import random
import sys
from pathlib import Path
from typing import Any

from sayso.loaders.attribution.encoding import CONTENT_ROLE, CUE_ROLE, SOURCE_ROLE, Encoded

ROOT = Path(__file__).resolve().parents[2]


def load() -> Any:
    """Load the script, which stands beside others and not in a package."""
    spec = importlib.util.spec_from_file_location("excerpts", ROOT / "training/reading/excerpts.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["excerpts"] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


EXCERPTS = load()
ARTICLE = Encoded(
    ids=list(range(1000, 1600)), cases=[t % 4 for t in range(600)], offsets=[(t, t + 1) for t in range(600)]
)
ACTS = (1.0, *[0.0] * 12)


def judged(cue: int, source: int, content: tuple[int, int]) -> Any:
    """Return a statement that is for two of its words and was not judged otherwise."""
    inside = content[0] + 2
    rows: tuple[Any, ...] = ([(inside, inside + 1)], [], None, None, None, None)
    return EXCERPTS.Judged([(cue, cue)], [(source, source)], [content], ACTS, rows)


def test_a_short_statement_is_one_stretch_with_words_around_it() -> None:
    one = EXCERPTS.excerpt(ARTICLE, judged(101, 100, (102, 109)))
    assert one.tokens == list(range(100 - 16, 109 + 16 + 1))
    assert one.ids == [1000 + t for t in one.tokens]
    assert one.cases == [t % 4 for t in one.tokens]
    parts = {t: role for t, role in zip(one.tokens, one.roles, strict=True) if role}
    assert parts == {100: SOURCE_ROLE, 101: CUE_ROLE} | dict.fromkeys(range(102, 110), CONTENT_ROLE)


def test_a_cue_far_from_the_words_does_not_bring_all_that_lies_between() -> None:
    one = EXCERPTS.excerpt(ARTICLE, judged(500, 501, (100, 109)))
    assert len(one.tokens) <= EXCERPTS.STRETCH
    assert {100, 109, 500, 501} <= set(one.tokens)
    assert 300 not in one.tokens


def test_an_excerpt_ends_with_its_article() -> None:
    one = EXCERPTS.excerpt(ARTICLE, judged(598, 599, (2, 9)))
    assert one.tokens[0] == 0
    assert one.tokens[-1] == 599


def test_labels_stand_on_their_words_and_what_nobody_judged_teaches_nothing() -> None:
    one = EXCERPTS.excerpt(ARTICLE, judged(101, 100, (102, 109)))
    assert one.acts == ACTS
    marked = {t: label for t, label in zip(one.tokens, one.rows[0], strict=True) if label}
    assert marked == {104: 1, 105: 2}
    assert set(one.rows[1]) == {0}
    assert all(set(row) == {EXCERPTS.IGNORE} for row in one.rows[2:])


def test_groups_hold_each_statement_once_and_keep_to_their_budget() -> None:
    lengths = [random.Random(n).randint(10, 120) for n in range(300)] + [900]
    for draw in (None, random.Random(3)):
        groups = list(EXCERPTS.grouped(lengths, 400, draw))
        assert sorted(i for g in groups for i in g) == list(range(301))
        assert all(len(g) == 1 or len(g) * max(lengths[i] for i in g) <= 400 for g in groups)
        filled = sum(lengths) / sum(len(g) * max(lengths[i] for i in g) for g in groups)
        assert filled > 0.9  # little of a step is padding


def test_the_same_draw_gives_the_same_order_so_that_training_can_be_resumed() -> None:
    lengths = [10 + n % 50 for n in range(200)]
    first, again, other = (list(EXCERPTS.grouped(lengths, 400, random.Random(n))) for n in (3, 3, 4))
    assert first == again
    assert first != other
