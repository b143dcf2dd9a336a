"""The judgements of the open corpus without its texts, and the way back to whole articles.

    python -m benchmarks.open.standoff make CORPUS.jsonl          writes judgements.jsonl.gz beside this file
    python -m benchmarks.open.standoff join TEXTS.jsonl OUT.jsonl      TEXTS: {"id" or "url", "text"} a line

Each article keeps its id, address, licence, date and the SHA-256 of its text (UTF-8), each statement its offsets (code
points, end exclusive), acts and names. What was said is not here. `join` takes texts that a user has fetched from the
addresses; a text with another hash is left out and named, since offsets would not hold.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("judgements.jsonl.gz")
ARTICLE = ("id", "url", "published", "licence")
STATEMENT = ("source", "cue", "content", "speaker", "act", "act_also", "about", "positions", "demands")
Record = dict[str, Any]


def main() -> None:
    """Run one of the two ways."""
    if len(sys.argv) == 3 and sys.argv[1] == "make":
        make(Path(sys.argv[2]))
    elif len(sys.argv) == 4 and sys.argv[1] == "join":
        join(Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        sys.exit(__doc__)


def make(corpus: Path) -> None:
    """Write the judgements without the texts; equal input gives equal bytes."""
    kept = [strip(json.loads(line)) for line in corpus.read_text("utf-8").splitlines()]
    text = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in kept)
    FILE.write_bytes(gzip.compress(text.encode("utf-8"), mtime=0))


def strip(article: Record) -> Record:
    """Return an article without its words: names stay, and the times of saying become offsets."""
    record = {key: article[key] for key in ARTICLE if article.get(key)}
    record["sha256"] = hashlib.sha256(article["text"].encode("utf-8")).hexdigest()
    record["statements"] = [strip_statement(article["text"], s) for s in article["statements"]]
    record["posts"] = article.get("posts", [])
    return record


def strip_statement(text: str, s: Record) -> Record:
    """Return a statement without words; `when` is where its words stand nearest to the cue."""
    kept = {key: s[key] for key in STATEMENT if s.get(key) is not None}
    if s.get("when") and s["cue"]:
        places = [at for at in range(len(text)) if text.startswith(s["when"], at)]
        if places:
            at = min(places, key=lambda at: abs(at - int(s["cue"][0][0])))
            kept["when"] = [at, at + len(s["when"])]
    return kept


def judgements() -> Iterator[Record]:
    """Yield the articles of the committed file."""
    with gzip.open(FILE, "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)


def join(texts: Path, out: Path) -> None:
    """Write the articles whose texts are at hand, whole; name on standard error those that are not."""
    with out.open("w", encoding="utf-8") as file:
        for article in fitting(texts, judgements()):
            file.write(json.dumps(article, ensure_ascii=False) + "\n")


def fitting(texts: Path, wanted: Iterable[Record]) -> Iterator[Record]:
    """Yield the wanted articles whose texts are at hand, whole; name on standard error those that are not."""
    have: dict[str, Record] = {}
    for record in map(json.loads, texts.read_text("utf-8").splitlines()):
        have |= {record[key]: record for key in ("id", "url") if record.get(key)}
    for article in wanted:
        found = have.get(article["id"]) or have.get(article.get("url", ""))
        if found is None:
            print(f"{article['id']}: no text", file=sys.stderr)
        elif hashlib.sha256(found["text"].encode("utf-8")).hexdigest() != article["sha256"]:
            print(f"{article['id']}: another text than was judged", file=sys.stderr)
        else:
            yield whole(article, found)


def whole(article: Record, found: Record) -> Record:
    """Return an article with its text, and with the times of saying as words again."""
    text = found["text"]
    statements = [{**s, "when": text[slice(*s["when"])]} if "when" in s else dict(s) for s in article["statements"]]
    return {**article, **({"title": found["title"]} if found.get("title") else {}), "text": text,
            "statements": statements}  # fmt: skip


if __name__ == "__main__":
    main()
