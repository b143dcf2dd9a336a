"""Annotated articles, their spans laid onto tokens."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from excerpts import IGNORE, Judged, Ranges
from invented import read_folder
from tokenizers import Tokenizer

from sayso.loaders.attribution.encoding import Encoded, encode
from sayso.ontology.vocabulary import ACTS, STANCES

KINDS = ("source", "cue", "content")
ROWS = ("for", "against", "demand", "about", "told", "when")
INVENTED = Path(__file__).resolve().parents[1] / "invented"
NONE = -1  # no cue: the token points to [CLS]
MAIN = 0.8  # share of the act itself where a statement has others too
Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Labelled:
    """An encoded article with, by token: tags (3×n); if it is content, the first token of the cue that it belongs to,
    and of the cue inside that content to which it belongs too (NONE where there is none); by cue (its first token) the
    first and last token of its source, or None; and its statements."""

    encoded: Encoded
    bio: np.ndarray[Any, Any]
    cue_of: np.ndarray[Any, Any]
    inner_of: np.ndarray[Any, Any]
    sources: dict[int, tuple[int, int] | None]
    statements: list[Judged] = field(default_factory=list)


def tokenizer(path: Path) -> Tokenizer:
    """Load a tokenizer without truncation or padding."""
    loaded = Tokenizer.from_file(str(path))
    loaded.no_truncation()
    loaded.no_padding()
    return loaded


def part(rows: list[Record], wanted: str) -> list[Record]:
    """Return the dev or train part of a corpus' file, split by article as its guide says."""
    order = sorted(rows, key=lambda r: hashlib.sha256(r["id"].encode()).hexdigest())
    dev = {r["id"] for i, r in enumerate(order) if i % 5 == 0}
    return [r for r in rows if (r["id"] in dev) == (wanted == "dev")]


def lines(path: Path) -> list[Record]:
    """Read JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def training_records(shared: Path, times: int = 1, more: Iterable[Path] = (), invented: int = 0) -> list[Record]:
    """Join what the network learns from: PolNeAR's train split with the judgements of its train part, the train part
    of the open corpus, and the articles that were invented; "times" says how often an epoch goes over each, 0 of
    `invented` leaves them out. The dev parts of both corpora are left out whole.

    `more` are further files in the form of polnear_meaning.jsonl, of articles that are not in it; where they hold no
    "speaker", only acts, positions and demands were judged.
    """
    judged = {r["id"]: r for r in lines(shared / "corpus/polnear_meaning.jsonl")}
    held_back = {r["id"] for r in part(list(judged.values()), "dev")}
    judged = {r["id"]: r for path in more for r in lines(path)} | judged
    records = []
    for r in lines(shared / "polnear/train.jsonl"):
        if r["id"] not in held_back:
            of = {s["attribution"]: s for s in judged[r["id"]]["statements"]} if r["id"] in judged else {}
            statements = [{**a, "judged": of.get(n)} for n, a in enumerate(r["attributions"])]
            records.append({"text": r["text"], "statements": statements, "nested": False, "times": 1})
    for r in part(lines(shared / "corpus/open.jsonl"), "train"):
        statements = [{**s, "judged": s} for s in r["statements"]]
        records.append({"text": r["text"], "statements": statements, "nested": True, "times": times})
    for r in read_folder(INVENTED) if invented else ():
        statements = [{**s, "judged": s} for s in r["statements"]]
        records.append({"text": r["text"], "statements": statements, "nested": True, "times": invented})
    return records


def label(encoded: Encoded, text: str, statements: list[Record], nested: bool = True) -> Labelled:
    """Lay character spans onto tokens. What stands inside another statement's content belongs to the outer cue, and in
    `inner_of` to its own.

    PolNeAR annotates no statement inside another (`nested` is false): there, a word inside a content that is marked
    neither as cue nor as source teaches nothing about either.
    """
    starts, ends = (np.array([o[i] for o in encoded.offsets] or [0]) for i in (0, 1))
    bio = np.zeros((3, len(starts)), np.int64)
    cue_of = np.full(len(starts), IGNORE, np.int64)
    sources: dict[int, tuple[int, int] | None] = {}

    def ranges(spans: Iterable[Iterable[int]]) -> Ranges:
        hits = [np.flatnonzero((starts < b) & (ends > a) & (ends > starts)) for a, b in spans]
        return [(int(h[0]), int(h[-1])) for h in hits if len(h)]

    laid = [tuple(ranges(s[kind]) for kind in KINDS) for s in statements]
    for source, cue, _ in laid:
        for row, spans in zip(bio, (source, cue), strict=False):
            for first, last in spans:
                row[first : last + 1] = 2
                row[first] = 1
    inner_of = np.full(len(starts), IGNORE, np.int64)
    outer_of = [outer(laid, i) for i in range(len(laid))]
    # Long contents first, so that what stands inside them is written over them.
    for i in sorted(range(len(laid)), key=lambda i: -size(laid[i][2])):
        source, cue, content = laid[i]
        head = min(cue)[0] if cue else IGNORE
        if cue:
            sources[head] = source[0] if source else None
        for first, last in content:
            within = slice(first, last + 1)
            if outer_of[i] is None:
                cue_of[within] = head
                inner_of[within] = NONE if nested and cue else IGNORE
                bio[2, within] = 2
                bio[2, first] = 1
                if last + 1 < len(starts) and bio[2, last + 1] == 2:
                    bio[2, last + 1] = 1  # the other content goes on behind this one
            elif cue and outer_of[outer_of[i]] is None:
                inner_of[within] = head
    if not nested:
        inside = bio[2] > 0
        for row in bio[:2]:
            row[inside & (row == 0)] = IGNORE
    result = Labelled(encoded, bio, cue_of, inner_of, sources)
    for (source, cue, content), s in zip(laid, statements, strict=True):
        if cue and content:
            result.statements.append(judge(ranges, text, s, source, cue, content))
    return result


def size(spans: Ranges) -> int:
    """Count the tokens of spans."""
    return sum(b - a + 1 for a, b in spans)


def outer(laid: list[tuple[Ranges, ...]], number: int) -> int | None:
    """Return the statement with the shortest content that holds a statement's cue and content, or None."""
    _, cue, content = laid[number]
    if not cue or not content:
        return None
    holders = [
        i
        for i, (_, other_cue, around) in enumerate(laid)
        if i != number
        and other_cue
        and all(any(a <= x and y <= b for a, b in around) for x, y in (*cue, *content))
        and size(around) > size(content)
    ]
    return min(holders, key=lambda i: size(laid[i][2]), default=None)


def judge(ranges: Any, text: str, s: Record, source: Ranges, cue: Ranges, content: Ranges) -> Judged:
    """Lay what was judged of one statement onto tokens."""
    judged = s["judged"]
    if judged is None:
        return Judged(cue, source, content, None, (None,) * len(ROWS))
    also = [a for a in judged.get("act_also", []) if a in ACTS and a != judged["act"]]
    acts = [0.0] * len(ACTS)
    acts[ACTS.index(judged["act"])] = MAIN if also else 1.0
    for a in also:
        acts[ACTS.index(a)] += (1 - MAIN) / len(also)
    positions = judged.get("positions", [])
    spans = [
        *([p["span"] for p in positions if p["stance"] == stance] for stance in STANCES),
        [d["span"] for d in judged.get("demands", [])],
    ]
    near = (min(a for a, _ in [*s["cue"], *s["content"]]) - 300, max(b for _, b in [*s["cue"], *s["content"]]) + 200)
    whole = [[0, len(text)]]
    if "speaker" not in judged:
        rows = [ranges(x) for x in spans]
        return Judged(cue, source, content, tuple(acts), (*rows, *[None] * (len(ROWS) - len(rows))))
    about = [m for name in judged.get("about", []) for m in places(text, name, s["content"])]
    told = around(text, judged.get("told"), s, near)
    when = around(text, judged.get("when"), s, near)
    found: list[Ranges | None] = [ranges(x) for x in spans]
    found.append(ranges(about) if about or not judged.get("about") else None)
    found += [ranges(x) if x is not None else None for x in (told, when)]
    names = [m for name in judged.get("speaker", []) for m in places(text, name, whole)]
    return Judged(cue, source, content, tuple(acts), tuple(found), tuple(a for a, _ in ranges(names)))


def places(text: str, name: str, spans: Iterable[Iterable[int]]) -> list[tuple[int, int]]:
    """Find a name in stretches of the text; where it is nowhere whole, its last word, if that is a name."""
    found: list[tuple[int, int]] = []
    for a, b in spans:
        found += [(a + m.start(), a + m.end()) for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text[a:b])]
        last = name.split()[-1] if name.split() else ""
        if last != name and last[:1].isupper():
            found += [
                (a + m.start(), a + m.end())
                for m in re.finditer(rf"(?<!\w){re.escape(last)}(?!\w)", text[a:b])
                if not any(x <= a + m.start() < y for x, y in found)
            ]
    return found


def around(text: str, words: Any, s: Record, near: tuple[int, int]) -> list[tuple[int, int]] | None:
    """Find words outside the content, nearest to the cue; [] where there are none to find, None where not found."""
    wanted = [words] if isinstance(words, str) else list(words or [])
    found = []
    for w in wanted:
        low = max(0, near[0])
        hits = [(low + m.start(), low + m.end()) for m in re.finditer(re.escape(w), text[low : near[1]])]
        hits = [h for h in hits if not any(a < h[1] and h[0] < b for a, b in s["content"])]
        if hits and s["cue"]:
            found.append(min(hits, key=lambda h: abs(h[0] - s["cue"][0][0])))
    return found if found or not wanted else None


def read(records: list[Record], tokens: Tokenizer) -> list[Labelled]:
    """Encode and label articles."""
    return [label(encode(tokens, r["text"]), r["text"], r["statements"], r["nested"]) for r in records]
