"""A turn: that a job of a client has a worker, or waits for one."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from enum import IntEnum, auto
from typing import Protocol


class Lane(IntEnum):
    """How a turn counts: among the short ones, the long ones, those that only wait for their client to read, or not."""

    SHORT = auto()
    LONG = auto()
    SENDING = auto()
    NONE = auto()


class Holder(Protocol):
    """What has a worker in its turn."""

    @property
    def started(self) -> bool:
        """Whether the worker has read the job: one that has just come up may not have."""

    @property
    def begun(self) -> bool:
        """Whether the client may have got something of the answer."""

    def worked(self) -> float:
        """Return the processor's seconds that the worker has used in all its turns."""

    def give_way(self) -> None:
        """Let the workers of short ones go first."""

    def evict(self) -> None:
        """Lose the worker, and ask for another."""

    def stop(self, reason: str) -> None:
        """End."""


@dataclass(eq=False, slots=True)
class Turn:
    """A job's turn; `kind` names what its client asks, for one kind may be long and another short."""

    client: str
    kind: str
    lane: Lane = Lane.NONE
    holder: Holder | None = None
    overdue: bool = False
    grown: bool = False
    evicted: bool = False
    evictions: int = 0
    taken: float = 0.0
    worked: float | None = None
    timer: asyncio.TimerHandle | None = None
    waiter: asyncio.Future[None] | None = None
    since: float = 0.0

    @property
    def begun(self) -> bool:
        """Whether its client may have got something of the answer."""
        return self.holder is not None and self.holder.begun
