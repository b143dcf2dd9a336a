"""Decoding: hand-made scores of a window to attributions."""

from __future__ import annotations

import numpy as np

from sayso.loaders.attribution.decode import (
    CONTENT,
    CUE,
    DIM,
    POINTERS,
    SOURCE,
    Scores,
    Thresholds,
    decode,
    read_scores,
    runs,
)

SURE = Thresholds(cue=0.3)


def window(
    tags: dict[str, str],
    points: dict[int, int],
    sources: dict[int, tuple[int, int]],
    n: int = 16,
    second: dict[int, int] | None = None,
) -> Scores:
    """Build scores: a tag letter a token for each kind ("O", "B", "I"), content token → cue, cue → source's ends.

    `second` says to which cue, or to [CLS], a content token points next.
    """
    tag = np.full((n, 3, 3), -8, np.float32)
    for kind, name in ((SOURCE, "source"), (CUE, "cue"), (CONTENT, "content")):
        for t in range(n):
            tag[t, kind, "OBI".index(tags.get(name, "")[t : t + 1] or "O")] = 8
    vectors = np.zeros((n, POINTERS, DIM), np.float32)
    pairs = [points, {c: a for c, (a, _) in sources.items()}, {c: b - 1 for c, (_, b) in sources.items()}]
    for k, links in enumerate(pairs):
        for t in range(n):
            vectors[t, 2 * k + 1, t] = 200  # every token's key is an axis of its own
        for query, key in links.items():
            vectors[query, 2 * k, key] = 1
    for query, key in (second or {}).items():
        vectors[query, 0, key] = 0.8
    return read_scores(
        tag.reshape(n, 9), vectors.reshape(n, -1), np.zeros((4, 33), np.float32), np.zeros((n, 4), np.float32)
    )


def test_words_are_given_to_the_cue_they_point_to() -> None:
    # [CLS] s s q . c c c . s q c c
    scores = window(
        {"cue": "OOOBOOOOOOBOO", "content": "OOOOOBIIOOOBI", "source": "OBIOOOOOOBOOO"},
        {5: 3, 6: 3, 7: 3, 11: 10, 12: 10},
        {3: (1, 3), 10: (9, 10)},
    )
    found = decode(scores, SURE)
    assert [(f.cue, f.contents, f.source) for f in found] == [
        ((3, 4), [(5, 8)], (1, 3)),
        ((10, 11), [(11, 13)], (9, 10)),
    ]


# [CLS] source cue . inner-source inner-cue words words end: "Ann said Bob claims it failed again"
NESTED = {"source": "OBOOBOOOO", "cue": "OOBOOBOOO", "content": "OOOOBIIII"}
OUTER = dict.fromkeys(range(4, 9), 2)


def test_a_cue_among_the_words_of_another_has_words_of_its_own_and_the_outer_one_keeps_them() -> None:
    scores = window(NESTED, OUTER, {2: (1, 2), 5: (4, 5)}, second={4: 0, 5: 0, 6: 5, 7: 5, 8: 0})
    assert [(f.cue, f.contents, f.source, f.inside) for f in decode(scores, SURE)] == [
        ((2, 3), [(4, 9)], (1, 2), False),
        ((5, 6), [(6, 8)], (4, 5), True),
    ]


def test_a_cue_among_the_words_of_another_to_which_no_word_points_is_no_attribution() -> None:
    scores = window(NESTED, OUTER, {2: (1, 2), 5: (4, 5)}, second=dict.fromkeys(range(4, 9), 0))
    assert [f.cue for f in decode(scores, SURE)] == [(2, 3)]


def test_a_broken_quotation_is_one_attribution() -> None:
    scores = window({"cue": "OOOOOBO", "content": "OBIOOOOBII"}, dict.fromkeys((1, 2, 7, 8, 9), 5), {5: (4, 5)})
    assert [f.contents for f in decode(scores, SURE)] == [[(1, 3), (7, 10)]]


def test_neighbouring_contents_of_two_cues_are_told_apart() -> None:
    scores = window({"cue": "OBOOOOOB", "content": "OOOBIII"}, {3: 1, 4: 1, 5: 7, 6: 7}, {})
    assert [f.contents for f in decode(scores, SURE)] == [[(3, 5)], [(5, 7)]]


def test_a_cue_that_points_to_nobody_has_no_source() -> None:
    scores = window({"cue": "OOB", "content": "OOOBI"}, {3: 2, 4: 2}, {2: (0, 1)})
    assert [f.source for f in decode(scores, SURE)] == [None]


def test_a_cue_without_words_is_no_attribution() -> None:
    assert decode(window({"cue": "OOB"}, {}, {}), SURE) == []


def test_runs_join_neighbours() -> None:
    assert runs([1, 2, 3, 7, 9, 10]) == [(1, 4), (7, 8), (9, 11)]
