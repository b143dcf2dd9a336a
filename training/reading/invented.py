"""Articles that were written and judged for the training, in the form that training/invented/README.md tells.

    python training/reading/invented.py FOLDER …      check the articles of folders: say what is wrong, and where

An article is its title, its text and, behind a line `===`, a line for each statement with the words of its source, cue
and content. Where words stand several times, those are meant that stand nearest together.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from sayso.ontology.vocabulary import ACTS, STANCES

LONGEST = 2500  # code points of a stretch that is given by its first and last words
FAR = 4500  # more than this between the parts of a statement is a fault
BACK = 400  # code points that the next statement may begin before the last one
EARLIER, PARAGRAPH, SENTENCE = 3000, 400, 60  # what it costs to lie before the last one, in another paragraph, sentence
OUTSIDE = 200  # code points from a statement in which the words of its matters lie
Span = tuple[int, int]
Record = dict[str, Any]


class Fault(ValueError):
    """What is wrong with a line, in words."""


def read_folder(folder: Path) -> list[Record]:
    """Read the articles of a folder, in the form of the open corpus' lines; raises Fault, which lists all faults."""
    articles, faults = [], []
    for path in sorted(folder.glob("*.txt")):
        for title, lines in cut(path.read_text(encoding="utf-8")):
            try:
                article, wrong = judged(title, lines)
            except Fault as fault:
                faults.append(f"{path.name}: {title[:50]!r}: {fault}")
                continue
            articles.append(article)
            faults += [f"{path.name}: {title[:50]!r}: {one}" for one in wrong]
    if faults:
        raise Fault("\n".join(faults))
    return articles


def cut(text: str) -> Iterator[tuple[str, str]]:
    """Yield the title and the other lines of each article of a file."""
    for part in re.split(r"(?m)^# ", text.replace("\r", "")):
        if part.strip():
            title, _, lines = part.partition("\n")
            yield title.strip(), lines


def judged(title: str, lines: str) -> tuple[Record, list[str]]:
    """Read one article; return it with its faults."""
    body, line, notes = lines.partition("\n===\n")
    if not line:
        raise Fault("no line ===")
    date = re.match(r"\s*date:[ ]*(\S+)[ ]*\n", body)
    text = f"{title}\n\n{body[date.end() if date else 0 :].strip()}"
    number = hashlib.sha256(text.encode()).hexdigest()[:12]
    article: Record = {"id": f"invented-{number}", "title": title, "text": text, "statements": [], "posts": []}
    if date:
        article["published"] = date[1]
    faults = []
    for note in filter(str.strip, notes.split("\n")):
        try:
            take(article, note)
        except Fault as fault:
            faults.append(f"{fault}: {note.strip()[:90]}")
    faults += [f"no act: {s['content']}" for s in article["statements"] if "act" not in s]
    return article, faults


def take(article: Record, note: str) -> None:
    """Take one line of the judgements."""
    key, colon, value = (part.strip() for part in note.partition(":"))
    statements = article["statements"]
    if not colon:
        raise Fault("no key")
    if key == "say":
        statements.append({**said(article, value), "speaker": [], "about": [], "positions": [], "demands": []})
    elif key == "post":
        person, title, *rest = (part.strip() for part in value.split("|"))
        post = {"person": person, "title": title, "organisation": (rest or [""])[0] or None}
        article["posts"].append({**post, "former": rest[1:] == ["former"]})
    elif not statements:
        raise Fault("no statement yet")
    else:
        add(statements[-1], key, value, article["text"])


def add(statement: Record, key: str, value: str, text: str) -> None:
    """Add what a line tells of a statement."""
    if key in ("by", "about"):
        statement["speaker" if key == "by" else key] = names(value)
    elif key == "act":
        acts = [act.strip() for act in value.split(",")]
        if unknown := [act for act in acts if act not in ACTS]:
            raise Fault(f"no act {', '.join(unknown)}")
        statement |= {"act": acts[0], "act_also": acts[1:]}
    elif key == "told":
        statement[key] = ", ".join(names(value))
    elif key == "when":
        statement[key] = value
    elif key in STANCES:
        words, holder = aside(value)
        position = {"stance": key, "span": matter(text, words, statement)}
        statement["positions"].append(position | ({"holder": holder} if holder else {}))
    elif key == "demand":
        words, whom = aside(value)
        statement["demands"].append({"span": matter(text, words, statement), "of": names(whom)})
    else:
        raise Fault(f"no key {key}")


def names(value: str) -> list[str]:
    """List names between semicolons."""
    return [name.strip() for name in value.split(";") if name.strip()]


def aside(value: str) -> tuple[str, str]:
    """Part the words of a matter from who holds it, or of whom it is wanted: "resign @ Ada Hill"."""
    words, _, who = f"{value} ".partition(" @ ")
    return words.strip(), who.strip()


def said(article: Record, value: str) -> Record:
    """Find source, cue and content of a statement; raises Fault where they are not in the text."""
    parts = [[p.strip() for p in re.split(r"\s\+\s", part) if p.strip()] for part in value.split("|")]
    if len(parts) != 3 or not parts[2]:
        raise Fault("not SOURCE | CUE | CONTENT")
    text = article["text"]
    source, cue, content = ([[*places(text, piece)] for piece in part] for part in parts)
    last = max((min(s["content"])[0] for s in article["statements"]), default=0)
    laid = [one for first in content[0] if (one := lay(text, source, cue, [[first], *content[1:]], last - BACK))]
    if not laid:
        raise Fault("source or cue stands only inside the content")
    cost, found = min(laid, key=lambda one: one[0])
    if cost > FAR:
        raise Fault("source, cue and content stand far apart")
    return found


def lay(text: str, source: list[list[Span]], cue: list[list[Span]], content: list[list[Span]], after: int
        ) -> tuple[int, Record] | None:  # fmt: skip
    """Choose places nearest to the first piece of content; return how far they stand apart, and the statement."""
    contents: list[Span] = []
    for choices in content:
        behind = [o for o in choices if contents and o[0] >= contents[-1][1]] or choices
        contents.append(min(behind, key=lambda o: apart(o, contents[-1:])))
    cost = sum(apart(a, [b]) for a, b in pairwise(contents)) + (EARLIER if contents[0][0] < after else 0)
    cues: list[Span] = []
    sources: list[Span] = []
    for wanted, chosen in ((cue, cues), (source, sources)):
        beside = contents if chosen is cues else cues or contents
        for choices in wanted:
            taken = [*contents, *cues, *sources]
            free = [o for o in choices if all(o[1] <= a or o[0] >= b for a, b in taken)]
            if not free:
                return None
            chosen.append(min(free, key=lambda o: far(text, o, beside)))
            cost += apart(chosen[-1], beside)
    spans = {"source": sources, "cue": cues, "content": contents}
    return cost, {what: [list(span) for span in sorted(found)] for what, found in spans.items()}


def apart(one: Span, others: Iterable[Span]) -> int:
    """Count the code points between a span and the nearest of others; 0 where there are none."""
    return min((max(0, one[0] - b, a - one[1]) for a, b in others), default=0)


def far(text: str, one: Span, others: list[Span]) -> int:
    """Say how far a span is from others, ends of sentences and paragraphs between them counted."""
    low, high = min(one[0], others[0][0]), max(one[0], others[0][0])
    ends = re.search(r"[.!?]\s", text[min(one[1], others[0][1]) : high])
    return apart(one, others) + (PARAGRAPH if "\n" in text[low:high] else 0) + (SENTENCE if ends else 0)


def places(text: str, words: str) -> Iterator[Span]:
    """Yield where words stand: all of them, `first words … last words`, or `word#2` for the second place alone."""
    first, dots, last = words.partition(" … ")
    if dots:
        ends = [*whole(text, last)]
        stretches = [
            (a, min((d for c, d in ends if b <= c and d - a < LONGEST), default=0)) for a, b in whole(text, first)
        ]
        found = [span for span in stretches if span[1]]
    else:
        found = [*whole(text, words)]
    if not found:
        raise Fault(f"not in the text: {words!r}")
    yield from found


def whole(text: str, words: str) -> list[Span]:
    """List where words stand whole."""
    counted = re.fullmatch(r"(.*)#(\d+)", words.strip(), re.DOTALL)
    wanted = counted[1] if counted else words.strip()
    edges = [r"(?<!\w)" if wanted[:1].isalnum() else "", r"(?!\w)" if wanted[-1:].isalnum() else ""]
    found = [m.span() for m in re.finditer(edges[0] + re.escape(wanted) + edges[1], text)] if wanted else []
    return found[int(counted[2]) - 1 : int(counted[2])] if counted else found


def matter(text: str, words: str, statement: Record) -> list[int]:
    """Find the words of a matter, first inside the content of its statement, else close to it."""
    spans = [(a, b) for part in ("content", "cue") for a, b in statement[part]]
    found = [*places(text, words)]
    inside = [o for o in found if any(a <= o[0] and o[1] <= b for a, b in statement["content"])]
    chosen = inside[0] if inside else min(found, key=lambda o: apart(o, spans))
    if apart(chosen, spans) > OUTSIDE:
        raise Fault(f"far from its statement: {words!r}")
    return list(chosen)


def main() -> None:
    """Check folders and count what they hold."""
    for folder in sys.argv[1:]:
        try:
            articles = read_folder(Path(folder))
        except Fault as fault:
            sys.exit(str(fault))
        statements = [s for article in articles for s in article["statements"]]
        counted = [sum(len(s[what]) for s in statements) for what in ("positions", "demands")]
        print(f"{folder}: {len(articles)} articles, {len(statements)} statements, {counted[0]} positions, "
              f"{counted[1]} demands")  # fmt: skip


if __name__ == "__main__":
    main()
