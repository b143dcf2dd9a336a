"""What is known of clients: whose queries were short, whose long, and how much of the workers' time each has had."""

from __future__ import annotations

import math
from collections import OrderedDict
from dataclasses import dataclass
from typing import Final

# A client is forgotten when so many others came after it.
_MOST: Final = 4096
_FIRST_SECONDS: Final = 30.0
_LONGEST_SECONDS: Final = 600.0
_HALVED_SECONDS: Final = 60.0
# Who has asked so many short ones is no stranger.
_KNOWN: Final = 3
STRANGER: Final = 2
# The first after a new snapshot may have to read much; one in so many is nobody's habit.
_FORGIVEN: Final = 8


@dataclass(slots=True)
class _Repute:
    short: int = 0
    strikes: int = 0
    struck: float = 0.0
    until: float = 0.0
    served: float = 0.0

    @property
    def is_known(self) -> bool:
        """Whether so many were short that the long ones among them do not count."""
        return self.short >= _KNOWN and self.short >= self.strikes * _FORGIVEN


@dataclass(slots=True)
class _Used:
    seconds: float = 0.0
    at: float = 0.0


class Reputes:
    """Bounded in number; times are of the monotonic clock."""

    def __init__(self) -> None:
        self._reputes: OrderedDict[tuple[str, str], _Repute] = OrderedDict()
        self._kinds: dict[str, _Repute] = {}
        self._used: OrderedDict[str, _Used] = OrderedDict()

    def is_long(self, client: str, kind: str, now: float) -> bool:
        """Say whether such a query of this client is taken for a long one from the start."""
        found = self._reputes.get((client, kind))
        return found is not None and now < found.until

    def strike(self, client: str, kind: str, now: float) -> None:
        """Note that a query that began as a short one was none. The first time, and among many short ones, is free."""
        found = self._of(client, kind)
        if now > found.struck + _LONGEST_SECONDS:
            found.strikes = 0
        found.strikes, found.struck = found.strikes + 1, now
        self._kind(kind).strikes += 1
        if found.strikes > 1 and not found.is_known:
            found.until = now + min(_FIRST_SECONDS * 2 ** (found.strikes - 2), _LONGEST_SECONDS)

    def used(self, client: str, kind: str, seconds: float, now: float, *, short: bool) -> None:
        """Note how long a query had a worker."""
        found = self._of(client, kind)
        found.served = now
        if short:
            found.short += 1
            self._kind(kind).short += 1
        elif now < found.until:
            found.until = max(found.until, now + _FIRST_SECONDS)
        self.spent(client, seconds, now)

    def spent(self, client: str, seconds: float, now: float) -> None:
        """Note that a client had a worker for so long, whatever came of it."""
        used = self._used.setdefault(client, _Used())
        used.seconds, used.at = _faded(used, now) + seconds, now
        self._used.move_to_end(client)
        if len(self._used) > _MOST:
            self._used.popitem(last=False)

    def used_of(self, client: str, now: float) -> float:
        """Return the seconds that a client has had, those of long ago for less."""
        found = self._used.get(client)
        return 0.0 if found is None else _faded(found, now)

    def is_greedy(self, client: str, kind: str, now: float) -> bool:
        """Say whether a client's queries of a kind were long of late, and not by chance."""
        return self.rank(client, kind, now)[0] > STRANGER and self._reputes[client, kind].strikes > 1

    def rank(self, client: str, kind: str, now: float) -> tuple[int, float]:
        """Return what orders those who wait for a short query.

        First come clients whose queries of the kind are short, then those who ask what is short for others, then
        strangers, at last clients with strikes; among equals, who was served longest ago.
        """
        found = self._reputes.get((client, kind), _Repute())
        if found.is_known:
            return 0, found.served
        if found.strikes and now < found.struck + _LONGEST_SECONDS:
            return 3, found.served
        others = self._kinds.get(kind)
        return (1 if others is not None and others.is_known else STRANGER), found.served

    def _kind(self, kind: str) -> _Repute:
        # Kinds are names of ours, so they are few.
        return self._kinds.setdefault(kind, _Repute())

    def _of(self, client: str, kind: str) -> _Repute:
        key = client, kind
        found = self._reputes.setdefault(key, _Repute())
        self._reputes.move_to_end(key)
        if len(self._reputes) > _MOST:
            self._reputes.popitem(last=False)
        return found


def _faded(used: _Used, now: float) -> float:
    return used.seconds * math.exp2((used.at - now) / _HALVED_SECONDS)
