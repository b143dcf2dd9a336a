"""The extractor: a process that holds the models and extracts for requests; it can be killed without harm.

    python -m loaders.extractor.extractor MEMORY

It takes jobs on its standard input, one after the other; it reads the store, and writes nothing.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from graph.readers.failures import failure
from graph.readers.frames import Kind, pack, pack_json, read_frame
from graph.readers.limits import cut_off_network, restrict
from graph.readers.pipes import own_pipe, write_all
from ontology.errors import SaysoError


def main() -> None:
    """Answer jobs until the service closes the pipe."""
    isolated = cut_off_network()
    restrict(int(sys.argv[1]))
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    pipe = own_pipe()

    # After the fences are up; the models before READY, so that no request waits for them within its time.
    from graph.store import Store
    from loaders.attribution.tagger import tagger
    from loaders.extractor.extracting import extract_article
    from loaders.extractor.job import extract_job_of
    from loaders.syntax import english

    tagger()
    english()
    write_all(pipe, pack_json(Kind.READY, {"isolated": isolated}))
    while (frame := read_frame(sys.stdin.buffer)) is not None:
        job = extract_job_of(json.loads(frame[1]))
        try:
            opened = Store.open_snapshot(Path(job.snapshot), job.base) if job.snapshot else Store.in_memory(job.base)
            with opened as known:
                answer = extract_article(job, known)
        except SaysoError as error:
            write_all(pipe, pack_json(Kind.ERROR, failure(error)))
        else:
            write_all(pipe, pack(Kind.DATA, json.dumps(answer, ensure_ascii=False).encode()))
            write_all(pipe, pack_json(Kind.END, {}))


if __name__ == "__main__":
    main()
