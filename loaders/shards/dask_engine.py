"""Shards on the workers of a Dask scheduler. A worker that dies costs what it had in hand, which others make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import CancelledError
from dataclasses import dataclass
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any, Final

from sayso.loaders.shards.beside import ShardNumbers, make_beside
from sayso.loaders.shards.task import ShardTask
from sayso.ontology.errors import SaysoError, UsageError

_RETRIES: Final = 2  # of a shard whose process ended; workers that die are counted by the scheduler


@dataclass(frozen=True, slots=True)
class DaskEngine:
    """`scheduler` is the address of one that runs, as tcp://10.0.0.1:8786; it and a worker have `seconds` to answer."""

    scheduler: str
    seconds: float = 60.0

    def make_all(self, tasks: Iterable[ShardTask]) -> Iterator[tuple[ShardTask, ShardNumbers | SaysoError]]:
        """Yield each task as it is made, or why it was not. Raises SaysoError where no scheduler or worker answers."""
        distributed = _library()
        try:
            client = distributed.Client(self.scheduler, timeout=self.seconds, set_as_default=False)
        except (OSError, ValueError) as error:
            raise UsageError(f"--scheduler {self.scheduler}: no scheduler answers there ({error})") from error
        with client:
            try:
                client.wait_for_workers(1, timeout=self.seconds)
            except TimeoutError as error:
                raise SaysoError(f"--scheduler {self.scheduler}: it has no worker; start one") from error
            yield from _made(distributed, client, iter(tasks))


def _made(distributed: Any, client: Any, rest: Iterator[ShardTask]) -> Iterator[tuple[ShardTask, Any]]:
    """Give each thread of the workers a shard at a time, however many workers come and go.

    No shard waits at a worker: the scheduler holds a worker's death against all that it had in hand.
    """
    folder = str(Path.cwd())
    doing: dict[str, ShardTask] = {}
    done = distributed.as_completed(loop=client.loop)
    while True:
        room = sum(client.nthreads().values()) - len(doing)
        for task in islice(rest, max(room, 0 if doing else 1)):
            future = client.submit(make_beside, task, folder, pure=False, retries=_RETRIES)
            doing[future.key] = task
            done.add(future)
        if not doing:
            return
        future = next(done)
        yield doing[future.key], _outcome(distributed, future, doing.pop(future.key))


def _outcome(distributed: Any, future: Any, task: ShardTask) -> ShardNumbers | SaysoError:
    name = f"shard {task.shard.number} of {task.shard.count}"
    try:
        made: ShardNumbers = future.result()
    except SaysoError as error:
        return error
    except distributed.KilledWorker as error:
        return SaysoError(f"{name}: {error.allowed_failures + 1} workers died while they made it")
    except CancelledError as error:
        raise SaysoError("the scheduler is gone, or was started anew; the same command does what is left") from error
    except Exception as error:  # noqa: BLE001  (whatever a worker's own installation raises)
        return SaysoError(f"{name}: {type(error).__name__}: {error}; each worker needs this version of SaySo")
    return made


def _library() -> Any:
    try:
        return import_module("distributed")
    except ModuleNotFoundError as error:
        raise UsageError(
            "--engine dask: dask.distributed is not installed; it comes with the extra cluster: "
            "`uv sync --extra cluster` in a checkout, `uv pip install 'sayso[cluster]'` elsewhere"
        ) from error
