"""Around some actors: the part of the graph that is asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from sayso.graph.networks.ties import TIE_KINDS, TieKind
from sayso.graph.statements.rows.filter import Filter
from sayso.ontology.errors import UsageError

DEEPEST: Final = 3


@dataclass(frozen=True, slots=True)
class Around:
    """Which part of the graph is wanted.

    `actors` are IRIs; without any, everything is. `kinds` are the ties that are followed, as seen from the actor that
    is stood at; each step of `depth` goes from all actors that the one before reached. `between` adds the ties among
    all that were reached; `depth` 0 is nothing but these, among the actors themselves. Of more than `size` edges those
    nearest to the actors stay, of these the strongest where they are summed, else the latest. `core` is, of everything
    summed, the so many actors that take most part and the ties among them. Raises UsageError for what is none of these.
    """

    actors: tuple[str, ...] = ()
    depth: int = 1
    kinds: frozenset[TieKind] = field(default=frozenset({"speaks-of", "spoken-of-by"}))
    keep: Filter = field(default=Filter())
    size: int | None = None
    between: bool = False
    core: int | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.depth <= DEEPEST:
            raise UsageError(f"depth: a number from 0 to {DEEPEST}")
        if unknown := sorted(self.kinds - set(TIE_KINDS)):
            raise UsageError(f"kinds: {unknown[0]!r} is none; there are {', '.join(TIE_KINDS)}")
        if not self.kinds:
            raise UsageError(f"kinds: name one at least of {', '.join(TIE_KINDS)}")
        if self.size is not None and self.size < 1:
            raise UsageError("size: a number over 0")
        if self.core is not None and (self.core < 1 or self.actors):
            raise UsageError("core: a number over 0, and no actor: it is the busiest of all that are wanted")
