"""Assembling rows of what was read of some articles or statements."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sayso.graph.statements.rows.gathered import Gathered, ToldCells, first, first_cell, share_of, word_of
from sayso.graph.statements.rows.names import Names
from sayso.graph.statements.rows.once import ToldOnce
from sayso.graph.statements.rows.row import Named, Row, Source, Stand, Want

_NUMBER: Final = re.compile(r"[0-9]{1,18}")

type StatementOffsets = Mapping[str, tuple[tuple[int, int], ...]]


@dataclass(frozen=True, slots=True)
class Fetched:
    """What is told of some statements and of the positions and demands that they express, these by statement.

    `told` are properties that may have several values; `offsets` are sorted.
    """

    articles: Sequence[Source]
    once: ToldOnce
    told: Gathered
    expressed: Mapping[str, Sequence[str]]
    offsets: StatementOffsets


def assembled(names: Names, found: Fetched) -> Iterator[Row]:
    """Yield the rows, article by article, in the order of their words."""
    known = {article.iri: article for article in found.articles}
    inside: dict[str, list[int]] = {iri: [] for iri in known}
    for number, home in enumerate(found.once.homes):
        if home in inside:
            inside[home].append(number)
    cells, offsets = found.once.cells, found.offsets

    def place(number: int) -> tuple[Sequence[tuple[int, int]], list[int], str]:
        cell = cells[number]
        return offsets.get(cell, ()), _numbers(cell), cell

    for iri, numbers in inside.items():
        for number in sorted(numbers, key=place):
            yield _row(number, known[iri], found, names)


def _numbers(cell: str) -> list[int]:
    """Return the numbers at the end of an IRI: there we write where the words stand."""
    return [int(number) for number in _NUMBER.findall(cell, cell.rfind("/"))]


def _row(number: int, article: Source, found: Fetched, names: Names) -> Row:
    once, cell = found.once, found.once.cells[number]
    told = found.told.of(cell)
    post = next(iter(_named(told, "speakingAs", names)), None)
    expressed = [found.told.of(thing) for thing in sorted(set(found.expressed.get(cell, ())))]
    return Row(
        iri=once.iris[number],
        article=article,
        speakers=_named(told, "speaker", names),
        post=post,
        post_in=names.post_in(post) if post else None,
        act=once.acts[number],
        form=once.forms[number],
        status=once.statuses[number] or "said",
        about=_named(told, "about", names),
        addressees=_named(told, "addressee", names),
        media=_named(told, "medium", names),
        words=once.words[number],
        cue=once.cues[number],
        when=once.times[number],
        said_on=once.days[number],
        sentence=once.sentences[number],
        confidence=once.confidences[number],
        speaker_confidence=once.speaker_confidences[number],
        act_confidence=once.act_confidences[number],
        identity_confidence=once.identity_confidences[number],
        offsets=found.offsets.get(cell, ()),
        part_of=once.wholes[number],
        stands=tuple(_stands(expressed, names)) if expressed else (),
        wants=tuple(_wants(expressed, names)) if expressed else (),
    )


def _named(told: ToldCells, name: str, names: Names) -> tuple[Named, ...]:
    cells = told.get(name)
    return names.of_cells(cells) if cells else ()


def _stands(expressed: Iterable[ToldCells], names: Names) -> Iterator[Stand]:
    for told in expressed:
        for holder in _named(told, "holder", names):
            shared, toward = _named(told, "onMatter", names), _named(told, "toward", names)
            on, sure = shared[0] if shared else None, share_of(first_cell(told, "confidence"))
            yield Stand(holder, word_of(first_cell(told, "stance")), first(told, "matter"), toward, on, sure)


def _wants(expressed: Iterable[ToldCells], names: Names) -> Iterator[Want]:
    for told in expressed:
        for by in _named(told, "demandedBy", names):
            of, sure = _named(told, "demandedOf", names), share_of(first_cell(told, "confidence"))
            yield Want(by, of, first(told, "matter"), sure)
