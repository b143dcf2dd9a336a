"""Turns: who is next where more want a worker than there are, by client and not by arrival.

Nobody knows beforehand how long a query takes. So each begins as a short one; past the quantum it is a long one, and
its client's next ones begin as such, for a while that doubles each time. All workers but one may have long ones. What
has grown long where these are taken is ended when a short one waits, and begins again in the long lane; once among the
short ones, where its client is seldom long, or it only lacked the processor. So a short query waits for a quantum at
the most, whatever others ask.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sayso.graph.workers.repute import STRANGER, Reputes
from sayso.graph.workers.turn import Holder, Lane, Turn
from sayso.ontology.errors import BusyError, TooManyError

# A short one may take so many times its quantum, where it does not get to work.
_PATIENCE = 8
# The system counts no finer.
_TICK = 0.011
# What was ended for others is tried so often before it counts as long.
_CHANCES = 2
# So many that wait are no more than those of others, however few these have.
_FEW = 3
_OWN = "your queries wait already or take the readers' time; ask one after the other, and for less"


@dataclass(frozen=True, slots=True)
class TurnOptions:
    """How many turns at once; how many wait, of all and of one client, and how long; the quantum, 0 for no lanes.

    Long ones wait `long_seconds`: until one that runs has come to its end.
    """

    size: int
    queue: int
    client_queue: int
    queue_seconds: float
    quantum: float
    long_seconds: float


class Turns:
    """The turns of one pool; belongs to one event loop. `clock` counts seconds as the loop does, from wherever."""

    def __init__(self, options: TurnOptions, clock: Callable[[], float] = time.monotonic) -> None:
        self._options = options
        self._clock = clock
        self._most_long = max(1, options.size - 1)
        self._running: set[Turn] = set()
        self._lanes: Counter[Lane] = Counter()
        self._waiting: dict[Lane, list[Turn]] = {Lane.SHORT: [], Lane.LONG: []}
        self._reputes = Reputes()
        self.evicted = 0

    @property
    def waiting(self) -> int:
        """How many wait."""
        return sum(map(len, self._waiting.values()))

    @property
    def sending(self) -> int:
        """How many have a worker on top of the others, for their clients read slowly."""
        return self._lanes[Lane.SENDING]

    def free(self, client: str, kind: str) -> bool:
        """Say whether a turn could be had without waiting."""
        return self._fits(Turn(client, kind), self._lane(client, kind))

    async def take(self, client: str, kind: str) -> Turn:
        """Return a turn once it has come. Raises BusyError where it does not in time, TooManyError for a greedy one."""
        turn = Turn(client, kind)
        await self._enter(turn, self._lane(client, kind))
        return turn

    async def again(self, turn: Turn) -> None:
        """Wait for the turn of what was evicted. Raises as `take`."""
        now = self._clock()
        chance = (not turn.grown or self._is_known(turn, now)) and turn.evictions < _CHANCES
        turn.evicted = turn.overdue = False
        turn.grown = turn.grown and not chance
        await self._enter(turn, Lane.SHORT if chance else Lane.LONG)

    def begin(self, turn: Turn, holder: Holder) -> None:
        """Begin to count: the turn has a worker now."""
        turn.holder, turn.taken, turn.worked = holder, self._clock(), None
        if turn.timer is not None:
            turn.timer.cancel()
            turn.timer = None
        if turn.lane is Lane.LONG:
            holder.give_way()
        if turn.lane is Lane.SHORT and self._options.quantum:
            turn.timer = asyncio.get_running_loop().call_later(self._options.quantum / 2, self._look, turn)

    def done(self, turn: Turn) -> None:
        """End a turn."""
        if turn in self._running:
            now = self._clock()
            seconds = now - turn.taken
            long = turn.grown or (turn.lane is Lane.LONG and seconds > self._options.quantum)
            self._reputes.used(turn.client, turn.kind, seconds, now, short=not long)
            self._leave(turn)
            self._admit()

    def quit(self, turn: Turn) -> None:
        """Let nobody wait for a turn any longer."""
        if turn.waiter is not None and not turn.waiter.done():
            turn.waiter.set_exception(BusyError("the query was ended while it waited"))

    async def _enter(self, turn: Turn, lane: Lane) -> None:
        if self._fits(turn, lane):
            self._start(turn, lane)
            return
        turn.since = self._clock()
        self._make_room(turn)
        turn.waiter = asyncio.get_running_loop().create_future()
        self._waiting[lane].append(turn)
        if lane is Lane.SHORT:
            self._relieve()
        try:
            seconds = self._options.long_seconds if lane is Lane.LONG else self._options.queue_seconds
            async with asyncio.timeout(seconds):
                await turn.waiter
        except TimeoutError as error:
            self._withdraw(turn)
            if lane is Lane.LONG and self._asks_long(turn):
                raise TooManyError(_OWN) from error
            raise BusyError("no reader became free in time; ask again in a moment") from error
        except BaseException:
            self._withdraw(turn)
            raise
        finally:
            turn.waiter = None

    def _withdraw(self, turn: Turn) -> None:
        for lane in self._waiting.values():
            if turn in lane:
                lane.remove(turn)
        # Its turn may have come in the very moment in which nobody waited any longer.
        if turn in self._running:
            self._leave(turn)
            self._admit()

    def _make_room(self, turn: Turn) -> None:
        counts = Counter(other.client for other in self._all_waiting())
        if counts[turn.client] >= self._options.client_queue:
            raise TooManyError(_OWN)
        if counts.total() < self._options.queue:
            return
        now = self._clock()
        counts[turn.client] += 1

        def weight(other: Turn) -> tuple[bool, int, bool, float]:
            greedy = self._reputes.is_greedy(other.client, other.kind, now)
            return greedy, max(counts[other.client], _FEW), other is turn, other.since

        last = max((*self._all_waiting(), turn), key=weight)
        greedy, count, _, _ = weight(last)
        full = BusyError("too many queries wait already; ask again in a moment")
        refusal = TooManyError(_OWN) if greedy or count > _FEW else full
        if last is turn:
            raise refusal
        self._withdraw(last)
        if last.waiter is not None and not last.waiter.done():
            last.waiter.set_exception(refusal)

    def _asks_long(self, turn: Turn) -> bool:
        """Say whether a client asks long ones again and again, or several at once: by what they worked."""
        if self._reputes.is_greedy(turn.client, turn.kind, self._clock()):
            return True
        running = (other for other in self._running if other.lane is Lane.LONG)
        others = (*self._waiting[Lane.LONG], *running)
        return any(other is not turn and other.client == turn.client and other.grown for other in others)

    def _is_known(self, turn: Turn, now: float) -> bool:
        """Say whether its client's queries of this kind are mostly short, or those of all clients are."""
        return self._reputes.rank(turn.client, turn.kind, now)[0] < STRANGER

    def _all_waiting(self) -> Iterable[Turn]:
        return (turn for lane in self._waiting.values() for turn in lane)

    def _lane(self, client: str, kind: str) -> Lane:
        long = self._options.quantum and self._reputes.is_long(client, kind, self._clock())
        return Lane.LONG if long else Lane.SHORT

    def _fits(self, turn: Turn, lane: Lane) -> bool:
        if self._lanes[Lane.SHORT] + self._lanes[Lane.LONG] >= self._options.size:
            return False
        return lane is Lane.SHORT or self._fits_long(turn)

    def _fits_long(self, turn: Turn) -> bool:
        if self._lanes[Lane.LONG] >= self._most_long:
            return False
        own = sum(1 for other in self._running if other.lane is Lane.LONG and other.client == turn.client)
        return own < max(1, self._most_long // 2)

    def _start(self, turn: Turn, lane: Lane) -> None:
        turn.lane, turn.taken = lane, self._clock()
        self._running.add(turn)
        self._lanes[lane] += 1

    def _leave(self, turn: Turn) -> None:
        self._running.discard(turn)
        self._lanes[turn.lane] -= 1
        turn.lane = Lane.NONE
        if turn.timer is not None:
            turn.timer.cancel()
            turn.timer = None

    def _move(self, turn: Turn, lane: Lane) -> None:
        if lane is Lane.LONG and turn.holder is not None:
            turn.holder.give_way()
        self._lanes[turn.lane] -= 1
        self._lanes[lane] += 1
        turn.lane = lane

    def _patience(self, turn: Turn, now: float) -> int:
        # What waits for its client works no more, and strangers have to show first that they are quick.
        return _PATIENCE if not turn.begun and self._is_known(turn, now) else 1

    def _look(self, turn: Turn) -> None:
        """See whether a short one has grown long: by what it worked, for the machine may be busy with other things."""
        turn.timer = None
        if turn.holder is not None and not turn.holder.started:
            # The process has just come up, and all that it worked so far was to come up.
            turn.taken = self._clock()
            turn.timer = asyncio.get_running_loop().call_later(self._options.quantum / 2, self._look, turn)
            return
        worked = turn.holder.worked() if turn.holder else 0.0
        # Most have ended by the middle of their quantum: only from there on it is worth to look.
        turn.worked = worked if turn.worked is None else turn.worked
        quantum, now = self._options.quantum, self._clock()
        left = quantum / 2 - (worked - turn.worked) - _TICK
        if left > 0 and now - turn.taken < quantum * self._patience(turn, now):
            turn.timer = asyncio.get_running_loop().call_later(max(left + _TICK, quantum / 4), self._look, turn)
            return
        turn.overdue = True
        if left <= 0 or turn.begun:
            turn.grown = True
            self._reputes.strike(turn.client, turn.kind, now)
        self._promote()
        if self._waiting[Lane.SHORT]:
            self._relieve()

    def _promote(self) -> None:
        """Count among the long ones what has become one, as far as there is room, and let others in its place."""
        for turn in sorted(self._running, key=lambda turn: turn.taken):
            if turn.overdue and turn.lane is Lane.SHORT and self._fits_long(turn):
                turn.overdue = False
                self._move(turn, Lane.LONG)
        self._admit()

    def _relieve(self) -> None:
        """Make way for a short one that waits, where something long is in it."""
        if self._lanes[Lane.SHORT] + self._lanes[Lane.LONG] < self._options.size:
            return
        ready = [turn for turn in self._running if turn.overdue and turn.lane is Lane.SHORT and turn.holder is not None]
        # The one that has computed least loses least.
        for turn in sorted(ready, key=lambda turn: -turn.taken):
            if self._evict(turn):
                self._admit()
                return

    def _evict(self, turn: Turn) -> bool:
        holder = turn.holder
        if holder is None:
            return False
        if not holder.begun:
            now = self._clock()
            self._reputes.spent(turn.client, now - turn.taken, now)
            self._leave(turn)
            turn.evictions += 1
            turn.evicted = True
            self.evicted += 1
            holder.evict()
        elif self.sending < self._options.size:
            self._move(turn, Lane.SENDING)
        else:
            holder.stop("others wait, and this answer is read too slowly; ask for it again later, or in parts")
            return False
        return True

    def _admit(self) -> None:
        while (found := self._next()) is not None:
            turn, lane = found
            self._waiting[lane].remove(turn)
            self._start(turn, lane)
            if turn.waiter is not None and not turn.waiter.done():
                turn.waiter.set_result(None)

    def _next(self) -> tuple[Turn, Lane] | None:
        if not (shorts := self._waiting[Lane.SHORT]) and not self._waiting[Lane.LONG]:
            return None
        longs = [turn for turn in self._waiting[Lane.LONG] if self._fits(turn, Lane.LONG)]
        # Short ones go first, but where no long one runs, one goes beside them.
        beside = not self._lanes[Lane.LONG] and (self._lanes[Lane.SHORT] or self._has_waited(longs))
        if longs and (beside or not shorts):
            return min(longs, key=self._order_of_long), Lane.LONG
        if shorts and self._lanes[Lane.SHORT] + self._lanes[Lane.LONG] < self._options.size:
            now = self._clock()
            ranks = {turn: self._reputes.rank(turn.client, turn.kind, now) for turn in shorts}
            return min(shorts, key=lambda turn: (ranks[turn], turn.since)), Lane.SHORT
        return None

    def _order_of_long(self, turn: Turn) -> tuple[bool, float, float]:
        # Who asks many short ones has had much time by them, and few long ones.
        now = self._clock()
        return not self._is_known(turn, now), self._reputes.used_of(turn.client, now), turn.since

    def _has_waited(self, turns: list[Turn]) -> bool:
        now = self._clock()
        oldest = min((turn.since for turn in turns), default=now)
        return now - oldest > self._options.queue_seconds / 2
