"""The writer: the one process that writes to a store while it is served; it can be killed without harm.

    python -m sayso.loaders.writer.writer FOLDER BASE MEMORY HOLDER

It holds the store's lock, in HOLDER's name. It takes jobs on its standard input, one after the other, and publishes a
snapshot after each; whatever a job breaks, its memory included, ends this process and no other.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
from pathlib import Path

from sayso.graph.store.damage import damage_of
from sayso.graph.workers.failures import failure
from sayso.graph.workers.frames import FrameKind, pack, pack_json, read_frame
from sayso.graph.workers.limits import cut_off_network, restrict
from sayso.graph.workers.pipes import own_pipe, write_all
from sayso.ontology.errors import SaysoError, StoreFull


def main() -> None:
    """Do jobs until the service closes the pipe."""
    isolated = cut_off_network()
    folder, base, memory, holder = sys.argv[1:5]
    restrict(int(memory))
    pipe = own_pipe()

    # After the fences are up.
    from sayso.graph.store.snapshots import latest
    from sayso.graph.store.store import Store
    from sayso.loaders.writer.doing import do
    from sayso.loaders.writer.job import write_job_of
    from sayso.loaders.writer.noting import settle

    try:
        store = Store.open(Path(folder), base=base, holder=f"{holder} {os.getppid()}")
    except SaysoError as error:
        write_all(pipe, pack_json(FrameKind.ERROR, failure(error)))
        return
    with contextlib.closing(store):
        store.publish(always=latest(Path(folder)) is None)
        # The next write settles it, too, once there is room.
        with contextlib.suppress(StoreFull):
            settle(store)
        write_all(pipe, pack_json(FrameKind.READY, {"isolated": isolated}))
        while (frame := read_frame(sys.stdin.buffer)) is not None:
            write_all(pipe, pack(FrameKind.TAKEN, b""))
            try:
                answer = do(store, write_job_of(json.loads(frame[1])))
            except SaysoError as error:
                write_all(pipe, pack_json(FrameKind.ERROR, failure(error)))
                if isinstance(error, StoreFull):
                    # The engine writes no more once it met a full disk; the next process may.
                    return
            except RuntimeError as error:
                if (damage := damage_of(error)) is None:
                    raise
                write_all(pipe, pack_json(FrameKind.ERROR, failure(damage)))
            else:
                write_all(pipe, pack(FrameKind.DATA, json.dumps(answer, ensure_ascii=False).encode()))
                write_all(pipe, pack_json(FrameKind.END, {}))


if __name__ == "__main__":
    main()
