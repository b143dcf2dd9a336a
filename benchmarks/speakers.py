"""Score speakers, posts, actor types, told and when on the gold facts, with the gold attributions.

    python benchmarks/speakers.py [-v]     -v: what was missed

The comparison is that of ../shared/score/facts.py; the tagger plays no part in it.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso.loaders.actors.cast import Cast
from sayso.loaders.actors.casting import find_cast
from sayso.loaders.actors.speaker import resolve_speakers
from sayso.loaders.facts import Attribution, Span
from sayso.loaders.syntax import parse
from sayso.loaders.told import told
from sayso.loaders.when import when

SHARED = Path(__file__).parents[2] / "shared"


def norm(name: str) -> str:
    """Compare names as the scorer does."""
    name = re.sub(r"[^\w\s]", " ", name.casefold().replace("’s", "").replace("'s", ""))
    return " ".join(w for w in name.split() if w not in ("the", "a", "an", "his", "her", "its", "their", "our"))


def articles(gold: str) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield the gold facts of an article with its text."""
    facts = json.loads((SHARED / "gold" / f"{gold}.json").read_text("utf8"))
    texts: dict[str, str] = {}
    if gold == "dev":
        with (SHARED / "polnear" / "dev.jsonl").open(encoding="utf8") as lines:
            texts = {r["id"]: r["text"] for r in map(json.loads, lines)}
    for article in facts:
        yield article, texts.get(article.get("id", "")) or (SHARED / "articles" / article["file"]).read_text("utf8")


def spans(pairs: list[list[int]]) -> tuple[Span, ...]:
    """Read the gold's spans."""
    return tuple(Span(a, b) for a, b in pairs or [])


def names(cast: Cast, keys: tuple[str, ...]) -> set[str]:
    """Return all names of some actors."""
    return {norm(n) for k in keys for n in (cast.actors[k].name, *cast.actors[k].names)}


def same_title(a: str, b: str) -> bool:
    """Compare titles as the scorer does."""
    x, y = set(norm(a).split()), set(norm(b).split())
    return x <= y or y <= x or 2 * len(x & y) / (len(x) + len(y)) >= 0.5


def score_statements(article: dict[str, Any], text: str, c: Counter[str], show: bool) -> Cast:
    """Count what is right in an article's statements; return its cast."""
    doc = parse(text)
    attributions = [
        Attribution(spans(s["content"]), spans(s["cue"]), spans(s["source"])) for s in article["statements"]
    ]
    cast = find_cast(doc, attributions)
    for s, attribution in zip(article["statements"], attributions, strict=True):
        found = resolve_speakers(doc, cast, attribution)
        speakers = [s["speaker"]] if isinstance(s["speaker"], str) else s["speaker"] or []
        want = {norm(x) for x in speakers}
        hits = sum(any(w in names(cast, (k,)) for k in found) for w in want)
        c["kg"] += len(want)
        c["kp"] += len(found)
        c["kt"] += hits
        source = " / ".join(text[x.start : x.end] for x in attribution.sources)
        if show and (hits < len(want) or len(found) > hits):
            print("  speaker", [source], "want", want, "got", found)
        wanted = s.get("addressee") or s.get("medium")
        to, via = told(doc, cast, attribution)
        if wanted:
            c["told_n"] += 1
            right = any(norm(x) in names(cast, to + via) for x in wanted.split(", "))
            c["told"] += right
            if show and not right:
                print("  told", wanted, "got", to, via)
        elif show and (to or via):
            print("  told none, got", to, via, [text[x.start : x.end + 40] for x in attribution.cues])
        first = min(x.start for x in (*attribution.cues, *attribution.sources, *attribution.contents))
        sentence = doc.char_span(first, first + 1, alignment_mode="expand").sent
        date_words, _ = when(doc, attribution, Span(sentence.start_char, sentence.end_char), None)
        if s.get("when"):
            c["when_n"] += 1
            w = norm(date_words or "")
            right = bool(w) and (norm(s["when"]) in w or w in norm(s["when"]))
            c["when"] += right
            if show and not right:
                print("  when", s["when"], "got", date_words)
        elif show and date_words and "when" in article["statements"][2]:
            print("  when none, got", date_words)
    return cast


def score_posts(article: dict[str, Any], cast: Cast, c: Counter[str], show: bool) -> None:
    """Count the posts as the scorer does."""
    found: dict[tuple[str, str, str | None], None] = {}
    for m in cast.memberships:
        found[(m.person, m.post.title, m.post.organisation)] = None
    c["og"] += len(article["posts"])
    c["op"] += len(found)
    used = set()
    for post in article["posts"]:
        also = [post.get("organisation"), post.get("organisation_also")]
        orgs = {norm(o) for entry in also for o in ([entry] if isinstance(entry, str) else entry or [])}
        for key in found:
            person, title, org = key
            held = names(cast, (org,)) if org else set()
            if (key not in used and norm(post["person"]) in names(cast, (person,)) and same_title(post["post"], title)
                    and (not post.get("organisation") or orgs & held)):  # fmt: skip
                used.add(key)
                c["ot"] += 1
                break
        else:
            if show:
                print("  post missed", post)
    if show:
        for key in found:
            if key not in used:
                print("  post not in gold", key)


def score_types(article: dict[str, Any], cast: Cast, c: Counter[str], show: bool) -> None:
    """Count the actors' types and how many of the gold's actors are there at all."""
    for actor in article.get("actors", []):
        c["ac_n"] += 1
        keys = [k for k in cast.actors if norm(actor["name"]) in names(cast, (k,))]
        if keys:
            c["ty_n"] += 1
            right = any(cast.actors[k].kind.casefold() == actor["type"] for k in keys)
            c["ty"] += right
            if show and not right:
                print("  type", actor, keys)
        elif show:
            print("  no actor", actor)


def main(show: bool) -> None:
    """Print the scores of both gold files."""
    for gold in ("dev", "seeds"):
        c: Counter[str] = Counter()
        for article, text in articles(gold):
            if show:
                print(article.get("id") or article.get("file"))
            cast = score_statements(article, text, c, show)
            score_posts(article, cast, c, show)
            score_types(article, cast, c, show)
        print(gold)
        for label, t, p, g in (("speaker", "kt", "kp", "kg"), ("posts", "ot", "op", "og")):
            precision, recall = 100 * c[t] / max(1, c[p]), 100 * c[t] / max(1, c[g])
            f1 = 2 * precision * recall / max(1e-9, precision + recall)
            print(f"  {label:8} P {precision:5.1f} R {recall:5.1f} F1 {f1:5.1f} ({c[t]} of {c[g]}, {c[p]} found)")
        for label, t, n in (("told", "told", "told_n"), ("when", "when", "when_n"), ("types", "ty", "ty_n"),
                            ("actors", "ty_n", "ac_n")):  # fmt: skip
            print(f"  {label:8} {100 * c[t] / max(1, c[n]):5.1f} of {c[n]}")


if __name__ == "__main__":
    main("-v" in sys.argv[1:])
