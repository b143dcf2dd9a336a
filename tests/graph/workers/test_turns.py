"""Whose turn it is: long queries leave room for short ones, clients wait for themselves and not for others."""

import asyncio
import selectors
from collections.abc import Awaitable, Callable

import pytest

from sayso.graph.workers.repute import Reputes
from sayso.graph.workers.turn import Turn
from sayso.graph.workers.turns import TurnOptions, Turns
from sayso.ontology.errors import BusyError, TooManyError

QUANTUM = 0.05


class Skipping(selectors.DefaultSelector):
    """Waits for no time, but has it passed: so what is due first comes first, however slow the machine is."""

    now = 1000.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        assert timeout is not None, "all wait for each other"
        self.now += max(timeout, 0)
        return super().select(0)


class Unhurried(asyncio.SelectorEventLoop):
    """A loop whose seconds take none."""

    def __init__(self) -> None:
        self.skipping = Skipping()
        super().__init__(self.skipping)

    def time(self) -> float:
        return self.skipping.now


class Held:
    """A holder that computes until it is ended."""

    def __init__(self, turns: Turns, turn: Turn, *, begun: bool = False) -> None:
        self.turns, self.turn, self.begun = turns, turn, begun
        self.evicted = self.stopped = False
        self.started = True
        self.works = True

    def worked(self) -> float:
        return asyncio.get_running_loop().time() if self.works else 0.0

    def give_way(self) -> None:
        pass

    def evict(self) -> None:
        self.evicted = True

    def stop(self, reason: str) -> None:
        assert reason
        self.stopped = True
        self.turns.done(self.turn)


async def held(turns: Turns, client: str, *, begun: bool = False) -> Held:
    turn = await turns.take(client, "query")
    holder = Held(turns, turn, begun=begun)
    turns.begin(turn, holder)
    return holder


def run(act: Callable[[Turns], Awaitable[None]], **options: float) -> None:
    told = {
        "size": 2,
        "queue": 16,
        "client_queue": 8,
        "queue_seconds": 5,
        "quantum": QUANTUM,
        "long_seconds": 5,
        **options,
    }

    async def inside() -> None:
        await act(Turns(TurnOptions(**told), asyncio.get_running_loop().time))  # type: ignore[arg-type]

    asyncio.run(inside(), loop_factory=Unhurried)


def test_what_grew_long_makes_way_for_a_short_one() -> None:
    async def act(turns: Turns) -> None:
        one, other = await held(turns, "one"), await held(turns, "other")
        await asyncio.sleep(2 * QUANTUM)
        assert not one.evicted
        assert not other.evicted
        short = await held(turns, "short")
        assert one.evicted != other.evicted
        gone, stays = (one, other) if one.evicted else (other, one)
        again = asyncio.create_task(turns.again(gone.turn))
        turns.done(short.turn)
        await asyncio.sleep(0)
        assert not again.done()
        turns.done(stays.turn)
        await again
        turns.done(gone.turn)

    run(act)


def test_the_next_long_ones_of_a_client_begin_as_such() -> None:
    async def act(turns: Turns) -> None:
        # The first time may be chance.
        for _ in range(2):
            first = await held(turns, "greedy")
            while not first.turn.grown:
                await asyncio.sleep(QUANTUM / 4)
            turns.done(first.turn)
        await held(turns, "greedy")
        assert not turns.free("greedy", "query")
        assert turns.free("greedy", "another kind")
        for _ in range(20):
            turns.done((await held(turns, "short")).turn)

    run(act)


def test_a_single_worker_is_not_kept_from_long_ones() -> None:
    async def act(turns: Turns) -> None:
        first = await held(turns, "one")
        await asyncio.sleep(2 * QUANTUM)
        waiting = asyncio.create_task(turns.take("two", "query"))
        await asyncio.sleep(QUANTUM)
        assert not first.evicted
        turns.done(first.turn)
        await waiting

    run(act, size=1)


def test_answers_that_are_read_slowly_are_taken_aside_and_ended_where_they_are_many() -> None:
    async def act(turns: Turns) -> None:
        slow: list[Held] = []
        for number in range(6):
            slow.append(await held(turns, f"slow-{number}", begun=True))
            await asyncio.sleep(2 * QUANTUM)
        turns.done((await held(turns, "short")).turn)
        assert turns.sending == 2
        assert sum(holder.stopped for holder in slow) == 3
        assert not any(holder.evicted for holder in slow)

    run(act)


def test_who_waits_is_served_by_client_and_not_by_arrival() -> None:
    async def act(turns: Turns) -> None:
        for _ in range(4):
            turns.done((await held(turns, "known")).turn)
        running = await held(turns, "stranger")
        order: list[str] = []

        async def ask(client: str) -> None:
            turn = await turns.take(client, "query")
            order.append(client)
            turns.done(turn)

        async with asyncio.TaskGroup() as group:
            for client in ["many"] * 5 + ["other", "known"]:
                group.create_task(ask(client))
            await asyncio.sleep(0)
            turns.done(running.turn)
        assert order[0] == "known"
        assert order.index("other") <= 2

    run(act, size=1, quantum=0)


def test_a_client_has_its_share_of_the_queue() -> None:
    async def act(turns: Turns) -> None:
        await held(turns, "one")
        tasks = [asyncio.create_task(turns.take("greedy", "query")) for _ in range(4)]
        await asyncio.sleep(0)
        with pytest.raises(TooManyError):
            await turns.take("greedy", "query")
        tasks += [asyncio.create_task(turns.take(f"other-{number}", "query")) for number in range(3)]
        await asyncio.sleep(0.01)
        # The queue was full: the last of the greedy one's went to make room.
        assert [type(task.exception()) for task in tasks if task.done()] == [TooManyError]
        assert turns.waiting == 6
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        assert turns.waiting == 0

    run(act, size=1, queue=6, client_queue=4, quantum=0)


def test_a_full_queue_of_many_clients_tells_the_next_that_it_is_busy() -> None:
    async def act(turns: Turns) -> None:
        await held(turns, "one")
        tasks = [asyncio.create_task(turns.take(f"client-{number}", "query")) for number in range(3)]
        await asyncio.sleep(0)
        with pytest.raises(BusyError) as raised:
            await turns.take("next", "query")
        assert not isinstance(raised.value, TooManyError)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    run(act, size=1, queue=3, quantum=0)


def test_a_long_one_that_waits_in_vain_is_told_of_its_share() -> None:
    async def act(turns: Turns) -> None:
        for _ in range(2):
            first = await held(turns, "greedy")
            await asyncio.sleep(6 * QUANTUM)
            turns.done(first.turn)
        first = await held(turns, "greedy")
        with pytest.raises(TooManyError):
            await turns.take("greedy", "query")
        turns.done(first.turn)

    run(act, long_seconds=0.1)


def test_a_turn_that_comes_as_its_waiter_leaves_is_not_lost() -> None:
    async def act(turns: Turns) -> None:
        first = await held(turns, "one")
        waiting = asyncio.create_task(turns.take("two", "query"))
        await asyncio.sleep(0)
        turns.done(first.turn)
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
        assert turns.free("three", "query")

    run(act, size=1, quantum=0)


def test_strikes_last_longer_each_time_and_clients_are_forgotten() -> None:
    reputes = Reputes()
    reputes.strike("a", "query", 90.0)
    assert not reputes.is_long("a", "query", 91.0)
    reputes.strike("a", "query", 100.0)
    assert reputes.is_long("a", "query", 129.0)
    assert not reputes.is_long("a", "query", 131.0)
    reputes.strike("a", "query", 131.0)
    assert reputes.is_long("a", "query", 190.0)
    for number in range(5000):
        reputes.used(f"client-{number}", "query", 1.0, 200.0, short=True)
    assert not reputes.is_long("a", "query", 190.0)


async def made_known(turns: Turns, client: str) -> None:
    """Have a client ask many short ones."""
    for _ in range(20):
        turns.done((await held(turns, client)).turn)


async def made_greedy(turns: Turns, client: str) -> None:
    """Have a client ask long ones, more than chance is."""
    for _ in range(2):
        first = await held(turns, client)
        await asyncio.sleep(4 * QUANTUM)
        turns.done(first.turn)


def test_a_process_that_has_not_read_its_job_makes_nobody_slow() -> None:
    async def act(turns: Turns) -> None:
        starting = [await held(turns, client) for client in ("one", "other")]
        for holder in starting:
            holder.started = False
        await asyncio.sleep(4 * QUANTUM)
        waiting = asyncio.create_task(turns.take("short", "query"))
        await asyncio.sleep(QUANTUM)
        assert not any(holder.evicted for holder in starting)
        # One of them may be long; the other makes way, once it works.
        for holder in starting:
            holder.started = True
        await asyncio.sleep(4 * QUANTUM)
        assert starting[0].evicted != starting[1].evicted
        turns.done(await waiting)

    run(act)


def test_what_is_known_as_short_begins_again_as_such_the_first_time() -> None:
    async def act(turns: Turns) -> None:
        await made_known(turns, "steady")
        long = await held(turns, "greedy")
        await asyncio.sleep(2 * QUANTUM)
        slow = await held(turns, "steady")
        await asyncio.sleep(2 * QUANTUM)
        short = await held(turns, "short")
        assert slow.evicted
        assert not long.evicted
        again = asyncio.create_task(turns.again(slow.turn))
        await asyncio.sleep(0)
        # It waits for a short one, not for the long one that will not end.
        turns.done(short.turn)
        async with asyncio.timeout(1):
            await again
        turns.begin(slow.turn, slow)
        slow.evicted = False
        await asyncio.sleep(2 * QUANTUM)
        short = await held(turns, "short")
        assert slow.evicted
        again = asyncio.create_task(turns.again(slow.turn))
        turns.done(short.turn)
        await asyncio.sleep(QUANTUM)
        assert not again.done()
        turns.done(long.turn)
        await again

    run(act)


def test_what_only_lacked_the_processor_begins_again_as_a_short_one() -> None:
    async def act(turns: Turns) -> None:
        long = await held(turns, "greedy")
        await asyncio.sleep(2 * QUANTUM)
        slow = await held(turns, "stranger")
        slow.works = False
        await asyncio.sleep(3 * QUANTUM)
        short = await held(turns, "short")
        assert slow.evicted
        assert not long.evicted
        again = asyncio.create_task(turns.again(slow.turn))
        turns.done(short.turn)
        async with asyncio.timeout(1):
            await again

    run(act)


def test_the_time_before_it_was_ended_counts_for_a_long_one() -> None:
    async def act(turns: Turns) -> None:
        first = await held(turns, "greedy")
        other = await held(turns, "other")
        await asyncio.sleep(6 * QUANTUM)
        await held(turns, "short")
        gone = first if first.evicted else other
        stays = other if first.evicted else first
        again = asyncio.create_task(turns.again(gone.turn))
        # A third, who had nothing yet, goes before the one that was ended.
        third = Turn("third", "query", grown=True)
        waits = asyncio.create_task(turns.again(third))
        await asyncio.sleep(0)
        turns.done(stays.turn)
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        assert waits.done()
        assert not again.done()
        for task in (again, waits):
            task.cancel()
        await asyncio.gather(again, waits, return_exceptions=True)

    run(act)


def test_who_waits_in_vain_for_others_is_not_told_that_it_is_greedy() -> None:
    async def act(turns: Turns) -> None:
        long = await held(turns, "greedy")
        await asyncio.sleep(2 * QUANTUM)
        slow = await held(turns, "other")
        await asyncio.sleep(4 * QUANTUM)
        await held(turns, "short")
        gone = slow if slow.evicted else long
        with pytest.raises(BusyError) as raised:
            await turns.again(gone.turn)
        assert not isinstance(raised.value, TooManyError)

    run(act, long_seconds=0.1)


def test_a_full_queue_makes_room_for_who_asks_little_before_who_is_greedy() -> None:
    async def act(turns: Turns) -> None:
        for number in range(3):
            await made_greedy(turns, f"greedy-{number}")
        await made_known(turns, "steady")
        running = [await held(turns, "greedy-0"), await held(turns, "other")]
        greedy = [asyncio.create_task(turns.take(f"greedy-{number % 3}", "query")) for number in range(3)]
        await asyncio.sleep(0)
        steady = [asyncio.create_task(turns.take("steady", "query")) for _ in range(2)]
        await asyncio.sleep(0.01)
        assert not any(task.done() for task in steady)
        refused = [task for task in greedy if task.done()]
        assert [type(task.exception()) for task in refused] == [TooManyError]
        for task in (*greedy, *steady):
            task.cancel()
        await asyncio.gather(*greedy, *steady, return_exceptions=True)
        assert running

    run(act, queue=4)


def test_long_ones_that_begin_as_such_make_nobody_known_for_short_ones() -> None:
    async def act(turns: Turns) -> None:
        await made_greedy(turns, "greedy")
        for _ in range(20):
            long = await held(turns, "greedy")
            await asyncio.sleep(1.2 * QUANTUM)
            turns.done(long.turn)
        running = await held(turns, "another")
        await asyncio.sleep(2 * QUANTUM)
        waiting = asyncio.create_task(turns.take("greedy", "query"))
        other = asyncio.create_task(turns.again(Turn("other", "query", grown=True)))
        await asyncio.sleep(0)
        turns.done(running.turn)
        await asyncio.wait({waiting, other}, return_when=asyncio.FIRST_COMPLETED)
        assert other.done()
        assert not waiting.done()
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)

    run(act)
