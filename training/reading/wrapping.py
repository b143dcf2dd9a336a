"""Statements put into the mouths of others: "Ann said that [Bob claims it failed]", made from annotated sentences.

PolNeAR marks no statement inside another, and the open corpus has few. A sentence whose attributions are known becomes
the words of an invented speaker; its own attributions then stand inside those, and everything about them is known.
"""

from __future__ import annotations

import random
import re
from itertools import pairwise
from typing import Any

Record = dict[str, Any]
SHARE = 0.25  # of the sentences that can be wrapped
SHORTEST, LONGEST = 40, 260  # code points of a sentence
FIRST = ("Anna Maria Tomas Wei Fatima Grace Oleg Pedro Ruth Samir Keiko Daniel Ingrid Kwame Priya Hugo").split()
LAST = ("Berg Castillo Okafor Lindqvist Moreau Haddad Novak Silva Tanaka Brennan Kaur Osei Varga Whitfield").split()
UNNAMED = (
    "A spokesman|A spokeswoman|Officials|The company|The minister|Police|Analysts|Aides|The agency|Critics|"
    "A senior official|The report|The committee|Residents|Lawyers|One adviser"
).split("|")
BEFORE = "said|said that|told reporters that|added|claimed that|announced that|argued that|noted that|says|wrote that"
BEFORE_CUES = tuple(BEFORE.split("|"))
BEHIND_CUES = ("said", "said in a statement", "told reporters", "added", "wrote", "says")
LOWERED = frozenset(
    "The A An In On At He She It They We His Her Its Their This That These Those But And As For".split()
)
SENTENCE = re.compile(r"(?<=[.!?”\"])\s+|\n+")


def wrapped(record: Record, draw: random.Random) -> Record:
    """Return an article some of whose sentences are the words of invented speakers, without its judgements.

    Only sentences that hold an attribution whole, and none in part, are wrapped.
    """
    text, statements = record["text"], [{**s, "judged": None} for s in record["statements"]]
    hulls = [hull(s) for s in statements]
    borders = [0, *(m.end() for m in SENTENCE.finditer(text)), len(text)]
    for start, end in reversed([*pairwise(borders)]):
        end = start + len(text[start:end].rstrip())
        inside = [h for h in hulls if h and start <= h[0] and h[1] <= end]
        cut = [h for h in hulls if h and h[0] < end and start < h[1] and h not in inside]
        if inside and not cut and SHORTEST <= end - start <= LONGEST and text[end - 1] == "." and draw.random() < SHARE:
            text, outer = wrap(text, start, end, statements, draw)
            statements.append(outer)
    return {**record, "text": text, "statements": statements}


def hull(s: Record) -> tuple[int, int] | None:
    """Return the stretch that a statement takes, None where it has no cue or no content."""
    spans = [*s["source"], *s["cue"], *s["content"]]
    return (min(a for a, _ in spans), max(b for _, b in spans)) if s["cue"] and s["content"] else None


def wrap(text: str, start: int, end: int, statements: list[Record], draw: random.Random) -> tuple[str, Record]:
    """Give the sentence from `start` to `end` a speaker, and move what stands in it and behind it."""
    who = f"{draw.choice(FIRST)} {draw.choice(LAST)}" if draw.random() < 0.6 else draw.choice(UNNAMED)
    sentence = text[start : end - 1]
    if draw.random() < 0.6 or "“" in sentence or '"' in sentence:
        cue = draw.choice(BEFORE_CUES)
        first = sentence.split(" ", 1)[0]
        body = sentence[0].lower() + sentence[1:] if first in LOWERED else sentence
        before, behind = f"{who} {cue} ", "."
        outer = {"source": [[start, start + len(who)]], "cue": [[start + len(who) + 1, start + len(before) - 1]]}
        if cue.endswith(" that"):
            outer["cue"][0][1] -= len(" that")
        content = [start + len(before), start + len(before) + len(body)]
    else:
        cue, body, before = draw.choice(BEHIND_CUES), sentence, "“"
        who = who[0].lower() + who[1:] if who in UNNAMED and who.split()[0] in LOWERED else who
        behind = f",” {who} {cue}."
        at = start + 1 + len(body) + len(",” ")
        outer = {"source": [[at, at + len(who)]], "cue": [[at + len(who) + 1, at + len(who) + 1 + len(cue)]]}
        content = [start, start + 1 + len(body) + 2]
    shift, further = len(before), len(before) + len(behind) - 1
    for s in statements:
        for kind in ("source", "cue", "content"):
            s[kind] = [[moved(p, start, end, shift, further) for p in span] for span in s[kind]]
    whole = text[:start] + before + body + behind + text[end:]
    return whole, {**outer, "content": [content], "judged": None, "told_inside": True}


def moved(place: int, start: int, end: int, shift: int, further: int) -> int:
    """Return where a place of the text is once a sentence of it was wrapped."""
    return place + (further if place >= end else shift if place >= start else 0)
