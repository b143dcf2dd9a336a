"""A reader: a process that answers queries over snapshots, and can be killed at any moment without harm.

    python -m sayso.graph.workers.reader MEMORY [remote]

It takes jobs on its standard input and answers on its standard output, one after the other, in frames. The engine has
no timeout, a deep query breaks its process and a large sort takes all memory: here that ends a reader, and nobody else.
"""

from __future__ import annotations

import json
import sys

from sayso.graph.model.json_value import Json
from sayso.graph.workers.frames import FrameKind, pack_json, read_frame
from sayso.graph.workers.limits import cut_off_network, restrict
from sayso.graph.workers.pipes import own_pipe, write_all


def main() -> None:
    """Answer jobs until the service closes the pipe."""
    # What is on another server cannot be read without a network.
    isolated = "remote" not in sys.argv[2:] and cut_off_network()
    restrict(int(sys.argv[1]))
    pipe = own_pipe()

    # After the fences are up, and before READY: so the first job does not pay for it.
    from sayso.graph.workers.answering import OpenSnapshots

    answering = OpenSnapshots(lambda data: write_all(pipe, data))
    write_all(pipe, pack_json(FrameKind.READY, {"isolated": isolated}))
    # Half of what a reader imports is for walks alone: while nobody asks it costs nobody anything.
    import sayso.graph.answers.calls  # noqa: F401

    while (frame := read_frame(sys.stdin.buffer)) is not None:
        told: dict[str, Json] = json.loads(frame[1])
        if isinstance(remote := told.get("remote"), dict):
            answering.at(remote)
            write_all(pipe, pack_json(FrameKind.END, {}))
        elif "warm" in told:
            answering.open(str(told["warm"]))
            write_all(pipe, pack_json(FrameKind.END, {}))
        else:
            answering.answer(told)


if __name__ == "__main__":
    main()
