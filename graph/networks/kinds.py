"""The kinds of networks, and the one way to make each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, cast, get_args

from sayso.graph.networks.actors import actor_network
from sayso.graph.networks.coding import Coding, codings
from sayso.graph.networks.discourse import OneMode, OneModeNorm, one_mode
from sayso.graph.networks.measures import measured
from sayso.graph.networks.network import Network
from sayso.graph.networks.selection import Selection, selected
from sayso.graph.networks.summed import summed
from sayso.graph.networks.two_mode import TwoMode, TwoModeNorm, two_mode
from sayso.graph.networks.windows import Unit, windows
from sayso.graph.statements.rows.row import Named, Row
from sayso.ontology.errors import UsageError

type Kind = Literal["about", "actor-matter", "ignore", "congruence", "conflict", "subtract"]
type Normalisation = Literal["none", "average", "jaccard", "cosine", "activity", "prominence"]
type Read = Callable[[], Iterable[Row]]

KINDS: tuple[str, ...] = get_args(Kind.__value__)


@dataclass(frozen=True, slots=True)
class Choice:
    """Which network is wanted.

    `qualifier` is what two-mode networks do with stances; `isolates` keeps actors without a coding that counts;
    `reported` counts positions that somebody else tells of.
    """

    kind: Kind
    normalisation: Normalisation = "none"
    qualifier: TwoMode = "subtract"
    selection: Selection = field(default=Selection())
    isolates: bool = False
    reported: bool = False
    measures: bool = False

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise UsageError(f"{self.kind}: there is no such network; there are {', '.join(KINDS)}")
        coded = Selection(since=self.selection.since, until=self.selection.until)
        if self.kind == "about" and (self.normalisation != "none" or self.selection != coded or self.reported):
            raise UsageError("about counts statements, not positions: of the choices it takes --since and --until")


def make(read: Read, choice: Choice) -> Network:
    """Make a network of rows; `read` yields them anew at each call. Raises UsageError for what does not fit."""
    if choice.kind == "about":
        found = summed(actor_network(lambda: (row for row in read() if _within(row, choice.selection))))
        return measured(found) if choice.measures else found
    chosen, actors = _codings(read, choice)
    return _coded(chosen, actors, choice)


def series(read: Read, choice: Choice, unit: Unit, size: int) -> Iterator[tuple[date, date, Network]]:
    """Yield the network of each window of time; duplicates are taken out before, as in DNA.

    Raises UsageError for `about`, which knows no windows, and for a size below 1.
    """
    if choice.kind == "about" or size < 1:
        raise UsageError("--window takes a number from 1 on, and a network of actors and matters")
    chosen, actors = _codings(read, choice)
    for window in windows(chosen, unit, size):
        yield window.start, window.end, _coded(window.codings, actors, choice)


def _codings(read: Read, choice: Choice) -> tuple[list[Coding], list[Named]]:
    every = list(codings(read(), reported=choice.reported))
    ignoring = choice.kind == "ignore" or (choice.kind == "actor-matter" and choice.qualifier == "ignore")
    chosen = selected(every, choice.selection, stances_matter=not ignoring)
    return chosen, [coding.actor for coding in every] if choice.isolates else []


def _coded(chosen: Sequence[Coding], actors: Iterable[Named], choice: Choice) -> Network:
    if choice.kind == "actor-matter":
        found = two_mode(chosen, choice.qualifier, cast(TwoModeNorm, choice.normalisation), actors)
    else:
        found = one_mode(chosen, cast(OneMode, choice.kind), cast(OneModeNorm, choice.normalisation), actors)
    return measured(found) if choice.measures else found


def _within(row: Row, selection: Selection) -> bool:
    if not (selection.since or selection.until):
        return True
    return bool(row.day) and selection.since <= row.day and not (selection.until and row.day > selection.until)
