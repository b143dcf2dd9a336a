"""The pipes of a process beside the service, seen from inside."""

from __future__ import annotations

import os


def own_pipe() -> int:
    """Keep the standard output for frames, and return it: whatever prints goes nowhere."""
    pipe = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    return pipe


def write_all(pipe: int, data: bytes) -> None:
    """Write all of the data, however little the pipe takes at a time."""
    view = memoryview(data)
    while view:
        view = view[os.write(pipe, view) :]
