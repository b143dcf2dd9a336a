"""A shard made in a process of its own, so that whatever happens there ends neither who asked nor the others.

    python -m sayso.loaders.shards.beside

It takes one task on its standard input, and tells the numbers, or the error, on its standard output. It ends when its
input does: it never outlives the process that asked.
"""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
import threading
from dataclasses import dataclass

from sayso.graph.model.json_value import Json
from sayso.graph.workers.failures import error_of, failure
from sayso.graph.workers.pipes import own_pipe, write_all
from sayso.loaders.extraction import method
from sayso.loaders.shards.making import read_report
from sayso.loaders.shards.task import ShardTask, make
from sayso.ontology.errors import SaysoError, UsageError

_TOLD = {"articles": "articles", "statements": "statements", "rejects": "rejected"}  # in the report of a shard


@dataclass(frozen=True, slots=True)
class ShardNumbers:
    """What became of the articles of one shard."""

    articles: int
    statements: int
    rejects: int


def make_beside(task: ShardTask, folder: str) -> ShardNumbers:
    """Make a shard in a process that works in `folder`, which relative paths belong to.

    Raises SaysoError where that process ends otherwise, or tells an error.
    """
    name = f"shard {task.shard.number} of {task.shard.count}"
    command = [sys.executable, "-P", "-m", "sayso.loaders.shards.beside"]
    try:
        process = subprocess.Popen(command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603
    except OSError as error:
        raise SaysoError(
            f"{name}: cannot be made in {folder} ({error.strerror}); every worker has to see it"
        ) from error
    with process:
        told = _answer(process, pickle.dumps(task))
    if told is None:
        raise SaysoError(f"{name}: the process that made it ended with {process.returncode}; try again")
    if "error" in told:
        raise error_of(told)
    return ShardNumbers(**told)  # type: ignore[arg-type]


def _answer(process: subprocess.Popen[bytes], task: bytes) -> dict[str, Json] | None:
    if process.stdin is None or process.stdout is None:
        raise TypeError("the process was started with pipes")
    try:
        process.stdin.write(task)
        process.stdin.flush()
        told = json.loads(process.stdout.read() or b"null")
    except (OSError, ValueError):
        return None
    return told if isinstance(told, dict) else None


def main() -> None:
    """Make the shard of the task that comes in."""
    pipe = own_pipe()
    task: ShardTask = pickle.load(sys.stdin.buffer)  # noqa: S301  (from the process that started this one)
    threading.Thread(target=_end_with_input, daemon=True).start()
    try:
        told = _made(task)
    except SaysoError as error:
        told = failure(error)
    except OSError as error:
        told = failure(SaysoError(f"{task.path}: cannot be written ({error.strerror or error})"))
    write_all(pipe, json.dumps(told).encode())


def _made(task: ShardTask) -> dict[str, Json]:
    wanted = json.loads(task.made_of)["method"]
    if not dict(method()).items() <= wanted.items():
        raise UsageError(f"this worker has other versions than the machine that asks: {dict(method())}, not {wanted}")
    if not task.is_done():  # by a worker that died before it could tell
        make(task, lambda text: print(f"note: {text}", file=sys.stderr))  # noqa: T201
    told = read_report(task.shard, task.folder) or {}
    return {own: int(str(told.get(name, 0))) for own, name in _TOLD.items()}


def _end_with_input() -> None:
    # The descriptor itself: at the end of this process nobody may hold the lock of the stream.
    while os.read(0, 4096):
        pass
    os._exit(1)


if __name__ == "__main__":
    main()
