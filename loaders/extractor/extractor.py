"""The extractor: a process that holds the models and extracts for requests; it can be killed without harm.

    python -m sayso.loaders.extractor.extractor MEMORY

It takes jobs on its standard input, one after the other; it reads the store, and writes nothing.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.graph.model.rendering import as_json
from sayso.graph.store.snapshots import latest
from sayso.graph.workers.failures import failure
from sayso.graph.workers.frames import FrameKind, pack, pack_json, read_frame
from sayso.graph.workers.limits import cut_off_network, restrict
from sayso.graph.workers.pipes import own_pipe, write_all
from sayso.ontology.errors import SaysoError, StoreError

if TYPE_CHECKING:
    from sayso.graph.store.store import Store

_TRIES = 5


def main() -> None:
    """Answer jobs until the service closes the pipe."""
    isolated = cut_off_network()
    restrict(int(sys.argv[1]))
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    pipe = own_pipe()

    # After the fences are up; the models before READY, so that no request waits for them within its time.
    from sayso.loaders.attribution.tagger import tagger
    from sayso.loaders.extractor.claiming import claims_of_text
    from sayso.loaders.extractor.extracting import extract_article
    from sayso.loaders.extractor.job import extract_job_of
    from sayso.loaders.syntax import english

    tagger()
    english()
    write_all(pipe, pack_json(FrameKind.READY, {"isolated": isolated}))
    while (frame := read_frame(sys.stdin.buffer)) is not None:
        job = extract_job_of(json.loads(frame[1]))
        try:
            with _known(job.store, job.base) as known:
                answer = (claims_of_text if job.purpose == "claims" else extract_article)(job, known)
        except SaysoError as error:
            write_all(pipe, pack_json(FrameKind.ERROR, failure(error)))
        else:
            write_all(pipe, pack(FrameKind.DATA, json.dumps(as_json(answer), ensure_ascii=False).encode()))
            write_all(pipe, pack_json(FrameKind.END, {}))


def _known(folder: str, base: str) -> Store:
    """Open the latest snapshot of a store; "" is an empty one."""
    from sayso.graph.store.store import Store

    if not folder:
        return Store.in_memory(base)
    for _ in range(_TRIES):
        if (snapshot := latest(Path(folder))) is None:
            break
        # A writer beside may remove it at this moment; then there are later ones.
        with contextlib.suppress(StoreError):
            return Store.open_snapshot(snapshot, base)
    raise StoreError("the store's snapshots are gone; start the service again")


if __name__ == "__main__":
    main()
