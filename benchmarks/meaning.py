"""Measure act, form, about, demands and positions on hand-made facts, given their spans.

    python -m benchmarks.meaning [-v] [--resolve] [--sample N]

The attributions (source, cue, content) are the gold's own, so that only the meaning is measured; speakers too, unless
--resolve. What is compared, and how, is as in ../shared/score/facts.py. -v prints what was missed and what was wrong;
--sample N prints the statements of N other articles with act and positions, to judge by eye.
"""

from __future__ import annotations

import argparse
import collections
import json
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso.loaders.actors.cast import Cast
from sayso.loaders.facts import Actor, Attribution, Span
from sayso.loaders.meaning.about import about
from sayso.loaders.meaning.act import act
from sayso.loaders.meaning.crowds import enlist
from sayso.loaders.meaning.demands import demands
from sayso.loaders.meaning.evidence import sentence
from sayso.loaders.meaning.form import form
from sayso.loaders.meaning.positions import positions
from sayso.loaders.syntax import parse

SHARED = Path(__file__).resolve().parents[2] / "shared"
Counter = collections.Counter[str]


def norm(name: str) -> str:
    """Fold a name as the scorer does."""
    name = re.sub(r"[^\w\s]", " ", name.casefold().replace("’s", "").replace("'s", ""))
    return " ".join(w for w in name.split() if w not in ("the", "a", "an", "his", "her", "its", "their", "our"))


def listed(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value or [])


def also(entry: dict[str, Any], key: str) -> set[str]:
    return {norm(v) for k in (key, key + "_also") for v in listed(entry.get(k))}


def names(cast: Cast, keys: Any) -> set[str]:
    return {norm(n) for k in keys if k in cast.actors for n in (cast.actors[k].name, *cast.actors[k].names)}


def articles(gold: Path, texts: dict[str, str]) -> Iterator[tuple[dict[str, Any], str]]:
    for entry in json.loads(gold.read_text(encoding="utf8")):
        yield entry, texts.get(entry.get("id", "")) or (SHARED / "articles" / entry["file"]).read_text(encoding="utf8")


def attribution(statement: dict[str, Any]) -> Attribution:
    spans = {k: tuple(Span(a, b) for a, b in statement.get(k) or []) for k in ("content", "cue", "source")}
    return Attribution(spans["content"], spans["cue"], spans["source"])


def speakers_of(cast: Cast, statement: dict[str, Any]) -> tuple[str, ...]:
    """Return the gold's speakers as keys of the cast; one that the cast lacks is added to it."""
    keys = []
    for name in listed(statement["speaker"]):
        key = next((k for k in cast.actors if norm(name) in names(cast, [k])), None)
        if key is None:
            key = "group/" + norm(name).replace(" ", "-")
            cast.actors[key] = Actor(key, "Group", name, frozenset())
        keys.append(key)
    return tuple(keys)


def iou(a: Span, b: list[int]) -> float:
    x, y = set(range(a.start, a.end)), set(range(*b))
    return len(x & y) / max(1, len(x | y))


def match(entries: list[dict[str, Any]], found: list[Any], need: float, right: Any) -> tuple[set[int], set[int]]:
    """Pair entries and findings one to one, required entries first; return the indices of both sides that are."""
    used: set[int] = set()
    met: set[int] = set()
    for optional in (False, True):
        pairs = sorted(
            ((iou(f.matter, e["span"]), i, j) for i, e in enumerate(entries) for j, f in enumerate(found)
             if bool(e.get("optional")) == optional and j not in used and right(e, f)),
            reverse=True,
        )  # fmt: skip
        for value, i, j in pairs:
            if value >= need and i not in met and j not in used:
                met.add(i)
                used.add(j)
    return met, used


def score(entry: dict[str, Any], text: str, c: Counter, arguments: argparse.Namespace) -> None:
    """Run one article and count."""
    from sayso.loaders.actors.casting import find_cast

    doc = parse(text)
    given = [attribution(s) for s in entry["statements"]]
    cast = enlist(doc, find_cast(doc, given, None), given)
    cast = Cast(dict(cast.actors), cast.mentions, cast.memberships)
    all_demands, all_positions = [], []
    started = time.perf_counter()
    for number, (s, a) in enumerate(zip(entry["statements"], given, strict=True)):
        speakers = speakers_of(cast, s)
        if arguments.resolve:
            from sayso.loaders.actors.speaker import resolve_speakers

            speakers = tuple(resolve_speakers(doc, cast, a))
        f = form(text, a)
        made = act(doc, a, cast, speakers)
        told = about(doc, cast, a, speakers)
        sentence(doc, a)
        all_demands += demands(doc, cast, a, speakers, (), number)
        all_positions += positions(doc, cast, a, speakers, number)
        shown = " … ".join(text[x.start : x.end] for x in a.contents).replace("\n", "¶")
        cue = " … ".join(text[x.start : x.end] for x in a.cues)
        right = {s["act"], *listed(s.get("act_also"))}
        c["n"] += 1
        c["act"] += made in right
        c["form"] += f == s["mode"]
        if arguments.verbose and made not in right:
            print(f"  act {made} not {sorted(right)}: [{cue}] {shown[:200]}")
        if arguments.verbose and f != s["mode"]:
            print(f"  form {f} not {s['mode']}: [{cue}] {shown[:200]}")
        want, extra = {norm(x) for x in s["about"]}, {norm(x) for x in s.get("about_also") or []}
        counted = [k for k in told if not names(cast, [k]) & extra or names(cast, [k]) & want]
        hits = {w for w in want if any(w in names(cast, [k]) for k in counted)}
        c["ag"] += len(want)
        c["ap"] += len(counted)
        c["at"] += len(hits)
        wrong = [k for k in counted if not names(cast, [k]) & want]
        if arguments.verbose and (want - hits or wrong):
            print(f"  about missed {sorted(want - hits)} wrong {wrong}: [{cue}] {shown[:200]}")
    c["µs"] += int(1e6 * (time.perf_counter() - started))
    tally(entry, "demands", all_demands, cast, text, c, arguments.verbose)
    tally(entry, "positions", all_positions, cast, text, c, arguments.verbose)


def tally(entry: dict[str, Any], kind: str, found: list[Any], cast: Cast, text: str, c: Counter, verbose: bool) -> None:
    """Count one article's demands or positions."""

    def right(e: dict[str, Any], f: Any) -> bool:
        if kind == "demands":
            return bool(also(e, "by") & names(cast, [f.by]))
        return bool(also(e, "holder") & names(cast, [f.holder])) and e["stance"] == f.stance

    met, used = match(entry[kind], found, 0.5 if kind == "demands" else 0.25, right)
    must = {i for i, e in enumerate(entry[kind]) if not e.get("optional")}
    c[kind + "g"] += len(must)
    c[kind + "p"] += len(found) - len(met - must)
    c[kind + "t"] += len(met & must)
    if verbose:
        for i in sorted(must - met):
            e = entry[kind][i]
            who = e.get("by") or (e["holder"], e["stance"])
            print(f"  {kind} missed {who} «{text[slice(*e['span'])]}» S{e['statement']}")
        for j in sorted(set(range(len(found))) - used):
            f = found[j]
            who = f"{f.by} of {f.of}" if kind == "demands" else f"{f.holder} {f.stance} ({f.toward})"
            print(f"  {kind} wrong {who} «{text[f.matter.start : f.matter.end]}» S{f.statement}")


def line(name: str, c: Counter, key: str) -> str:
    hit, found, wanted = c[key + "t"], c[key + "p"], c[key + "g"]
    p, r = hit / found if found else 0.0, hit / wanted if wanted else 0.0
    f1 = 200 * p * r / (p + r) if p + r else 0.0
    return f"{name:10s} P {100 * p:5.1f}  R {100 * r:5.1f}  F1 {f1:5.1f}   ({hit} of {wanted}, {found} found)"


def sample(count: int, skip: set[str], lines: list[str]) -> None:
    """Print statements of articles outside the gold."""
    from sayso.loaders.actors.casting import find_cast

    for record in [r for r in map(json.loads, lines) if r["id"] not in skip][:: max(1, 79 // count)][:count]:
        text = record["text"]
        doc = parse(text)
        given = [attribution(a) for a in record["attributions"] if a["content"]]
        cast = find_cast(doc, given, None)
        print("=" * 8, record["id"])
        for a in given:
            speakers = tuple(cast.actors_within(a.sources)[:1])
            shown = " … ".join(text[x.start : x.end] for x in a.contents).replace("\n", "¶")
            cue = " … ".join(text[x.start : x.end] for x in a.cues)
            f = form(text, a)
            made = act(doc, a)
            print(f"{made.upper()} {f} {speakers} [{cue}] {shown[:300]}")
            print("      about", about(doc, cast, a, speakers))
            for p in positions(doc, cast, a, speakers or ("?",)):
                print("     ", p.stance, p.holder, p.toward, "«" + text[p.matter.start : p.matter.end] + "»")
            for d in demands(doc, cast, a, speakers or ("?",)):
                print("      demand of", d.of, "«" + text[d.matter.start : d.matter.end] + "»")


def main() -> None:
    """Print the measures of both gold files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-v", "--verbose", action="store_true")
    parser.add_argument("--resolve", action="store_true", help="resolve speakers instead of taking the gold's")
    parser.add_argument("--sample", type=int, default=0)
    arguments = parser.parse_args()
    if not SHARED.exists():
        sys.exit(f"no data at {SHARED}")
    lines = (SHARED / "polnear" / "dev.jsonl").read_text(encoding="utf8").splitlines()
    texts = {r["id"]: r["text"] for r in map(json.loads, lines)}
    golds = [SHARED / "gold" / "seeds.json", SHARED / "gold" / "dev.json"]
    if arguments.sample:
        gold_ids = {e.get("id") for g in golds for e, _ in articles(g, texts)}
        sample(arguments.sample, {i for i in gold_ids if i}, lines)
        return
    for gold in golds:
        c: Counter = collections.Counter()
        for entry, text in articles(gold, texts):
            if arguments.verbose:
                print("==", entry.get("id") or entry.get("file"))
            score(entry, text, c, arguments)
        right = {key: 100 * c[key] / c["n"] for key in ("act", "form")}
        print(f"{gold.name}: act {right['act']:.1f}  form {right['form']:.1f}  of {c['n']}; {c['µs'] / 1000:.0f} ms")
        for name, key in (("about", "a"), ("demands", "demands"), ("positions", "positions")):
            print(line(name, c, key))


if __name__ == "__main__":
    main()
