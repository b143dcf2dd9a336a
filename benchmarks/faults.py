"""Load every article of ../shared and tell what could not be read: rejects, and parts that were left out.

    faults.py [corpus …]      all corpora without a name

Prints a line for each fault, then the count for each corpus; it ends with 1 where there is any.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
sys.path.insert(0, str(ROOT))

from sayso.loaders.document import Document  # noqa: E402
from sayso.loaders.extraction import extract  # noqa: E402
from sayso.loaders.mapping import actor_quads, article_quads  # noqa: E402

CORPORA = {
    "open": "corpus/open.jsonl",
    "polnear-train": "polnear/train.jsonl",
    "polnear-dev": "polnear/dev.jsonl",
    "seesaw": "seesaw/train.jsonl",
    "cases": "cases/text.jsonl",
}


def documents(name: str) -> Iterator[Document]:
    """Yield the articles of a corpus."""
    with (SHARED / CORPORA[name]).open(encoding="utf-8") as file:
        for record in map(json.loads, file):
            text = record["text"] if "text" in record else "\n".join(record["sentences"].values())
            yield Document(record["id"], text, record.get("title"), published=record.get("published"))


def faults(document: Document) -> list[str]:
    """Extract an article and map it to RDF; return what could not be read of it."""
    found = extract(document)
    try:
        for _ in (*article_quads(document, found), *actor_quads(found.actors.values())):
            pass
    except ValueError as error:
        return [*found.notes, f"rejected: {error}"]
    return [*found.notes]


def main() -> None:
    """Read the corpora named on the command line."""
    some = False
    for name in sys.argv[1:] or CORPORA:
        count = 0
        for document in documents(name):
            count += 1
            for fault in faults(document):
                some = True
                print(f"{name} {document.id}: {fault}", flush=True)
        print(f"{name}: {count} articles")
    sys.exit(some)


if __name__ == "__main__":
    main()
