"""Run one extractor in a process of its own, so that its memory and its time are its own.

python -m benchmarks.open.running EXTRACTOR ARTICLES.jsonl OUT.pickle
"""

from __future__ import annotations

import json
import pickle
import resource
import sys
import time
from pathlib import Path

from benchmarks.open.extractors import EXTRACTORS
from sayso.loaders.document import Document

_WARM = "Nobody said anything, Jane Doe said. “It is cold,” she said."


def main() -> None:
    """Extract all articles; write what was found, the processor's seconds that it took, and the most memory in MB."""
    extractor = EXTRACTORS[sys.argv[1]]
    articles = [json.loads(line) for line in Path(sys.argv[2]).read_text("utf-8").splitlines()]
    extractor(Document("warm", _WARM))
    began = time.process_time()
    found = [extractor(Document(a["id"], a["text"], a.get("title"), published=a.get("published"))) for a in articles]
    seconds = time.process_time() - began
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    Path(sys.argv[3]).write_bytes(pickle.dumps((found, seconds, memory)))


if __name__ == "__main__":
    main()
