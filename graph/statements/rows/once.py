"""What is told once of each statement, as columns of plain values: what repeats in a column is made once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sayso.graph.statements.rows.cells import plain
from sayso.graph.statements.rows.gathered import share_of, word_of


@dataclass(frozen=True, slots=True)
class ToldOnce:
    """A value for each statement; texts are empty and shares None where nothing is told.

    `cells` are the statements themselves, `homes` the IRIs of their articles. Acts, forms and statuses are words of our
    schemes, or the IRI of another concept.
    """

    cells: Sequence[str]
    iris: Sequence[str]
    homes: Sequence[str]
    acts: Sequence[str]
    forms: Sequence[str]
    statuses: Sequence[str]
    days: Sequence[str]
    words: Sequence[str]
    sentences: Sequence[str]
    cues: Sequence[str]
    times: Sequence[str]
    wholes: Sequence[str]
    confidences: Sequence[float | None]
    speaker_confidences: Sequence[float | None]
    act_confidences: Sequence[float | None]
    identity_confidences: Sequence[float | None]


def told_once(names: Sequence[str], rows: Sequence[Sequence[str]]) -> ToldOnce:
    """Make columns of rows of a statement and its values, cells all, one for each property in `names`.

    Where a statement has several values, it stands in a row for each combination; the first counts, as texts are
    sorted. Raises ValueError where a share is no number.
    """
    single = _one_each(rows)
    columns = dict(zip(("", *names), zip(*single, strict=True), strict=False))
    nothing = ("",) * len(single)

    def each[Value](make: Callable[[str], Value], name: str) -> list[Value]:
        column = columns.get(name, nothing)
        made = {cell: make(cell) for cell in set(column)}
        return [made[cell] for cell in column]

    return ToldOnce(
        cells=columns.get("", nothing),
        iris=each(plain, ""),
        homes=each(plain, "inArticle"),
        acts=each(word_of, "act"),
        forms=each(word_of, "form"),
        statuses=each(word_of, "status"),
        days=each(plain, "saidOn"),
        words=each(plain, "content"),
        sentences=each(plain, "sentence"),
        cues=each(plain, "cue"),
        times=each(plain, "when"),
        wholes=each(plain, "partOf"),
        confidences=each(share_of, "confidence"),
        speaker_confidences=each(share_of, "speakerConfidence"),
        act_confidences=each(share_of, "actConfidence"),
        identity_confidences=each(share_of, "identityConfidence"),
    )


def _one_each(rows: Sequence[Sequence[str]]) -> Sequence[Sequence[str]]:
    """Return a row for each statement."""
    if len({row[0] for row in rows}) == len(rows):
        return rows
    found: dict[str, list[Sequence[str]]] = {}
    for row in rows:
        found.setdefault(row[0], []).append(row)
    return [
        [min(filter(None, cells), key=plain, default="") for cells in zip(*several, strict=True)]
        for several in found.values()
    ]
