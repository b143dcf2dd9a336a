"""Statements inside statements: "The government has said that …" within somebody else's words."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.loaders.facts import Attribution, Span


def outer_ones(attributions: Sequence[Attribution]) -> list[int | None]:
    """Say of each attribution in whose words it stands: the index of the one with the fewest words around it.

    An attribution stands inside another when its cue and its words do.
    """
    return [_outer(attributions, index) for index in range(len(attributions))]


def _outer(attributions: Sequence[Attribution], index: int) -> int | None:
    inner = attributions[index]
    around = [
        (sum(s.end - s.start for s in other.contents), number)
        for number, other in enumerate(attributions)
        if number != index and inner.cues and _holds(other.contents, inner) and other.contents != inner.contents
    ]
    return min(around)[1] if around else None


def _holds(contents: Sequence[Span], inner: Attribution) -> bool:
    return all(any(span.within(content) for content in contents) for span in (*inner.cues, *inner.contents))
