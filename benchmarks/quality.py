"""Measure what SaySo finds against what people annotated, with the scorers of ../shared/score.

    quality.py [SET …]      all sets without a name; -v: what was missed (never of the dev parts)
               --gold-spans: the hand-made facts with the annotators' own attributions, to see the later steps alone
               --model FOLDER: the networks and bars of another reading model, joined with the rules by the curves of
               the one that is installed

Sets: polnear (dev), dev and seeds (facts by hand), plv, seesaw, open (the dev part of the open corpus, through the
graph), given-open and given-polnear (meaning alone, on the judges' own spans, of both corpora's dev parts), train (a
sample of the open corpus' train part, which may be read), cases (forty small texts).
Prints each scorer's lines, for facts with their 95 % intervals over articles, what two readers agree at
(ceilings.toml), and the articles a second of one core.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
SETS = ("polnear", "dev", "seeds", "plv", "seesaw", "open", "given-open", "given-polnear", "cases")
SAMPLE = 60  # articles of the train part
CORPORA = {"given-open": "corpus/open.jsonl", "given-polnear": "corpus/polnear_meaning.jsonl"}
sys.path.insert(0, str(ROOT))

from pyoxigraph import RdfFormat, serialize  # noqa: E402

from benchmarks.intervals import intervals  # noqa: E402
from sayso.loaders.actors.cast import Cast  # noqa: E402
from sayso.loaders.actors.casting import find_cast  # noqa: E402
from sayso.loaders.actors.speaker import resolve_speakers  # noqa: E402
from sayso.loaders.attribution.model_files import MODEL  # noqa: E402
from sayso.loaders.attribution.tagger import Tagger, tagger  # noqa: E402
from sayso.loaders.document import Document  # noqa: E402
from sayso.loaders.extraction import assemble, extract  # noqa: E402
from sayso.loaders.facts import Attribution, Extraction, Span  # noqa: E402
from sayso.loaders.mapping import actor_quads, article_quads  # noqa: E402
from sayso.loaders.meaning.act import act_and_confidence  # noqa: E402
from sayso.loaders.meaning.crowds import enlist  # noqa: E402
from sayso.loaders.meaning.demands import demands  # noqa: E402
from sayso.loaders.meaning.positions import positions  # noqa: E402
from sayso.loaders.syntax import parse  # noqa: E402
from sayso.ontology.files import ontology_quads  # noqa: E402

READER: list[Tagger] = []  # the model that is measured


def options(told: list[str] | None = None) -> argparse.Namespace:
    """Read the arguments, by default those of the command line; without a set, all of them but the training part."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", choices=[*SETS, "train", []])
    parser.add_argument("--gold-spans", action="store_true")
    parser.add_argument("--model", type=Path, default=MODEL)
    parser.add_argument("-v", action="store_true")
    found = parser.parse_args(told)
    found.sets = found.sets or list(SETS)
    return found


def main() -> None:
    """Run the sets named on the command line."""
    args = options()
    READER.append(tagger(args.model))
    if not SHARED.is_dir():
        sys.exit("no ../shared beside the checkout: there is nothing to measure against")
    with tempfile.TemporaryDirectory() as folder:
        for name in args.sets:
            print(f"== {name}", flush=True)
            if name in CORPORA:
                given(name, Path(folder))
            else:
                run(name, Path(folder), args.gold_spans, args.v and name != "open")


def run(name: str, folder: Path, gold_spans: bool, verbose: bool) -> None:
    """Extract one set, write its graph and print what its scorer says."""
    graph, documents = folder / f"{name}.nq", list(read(name, folder))
    given = attributions(name) if gold_spans else {}
    read_document(Document("warm-up", "Nobody said anything, Jane Doe said."), {})
    start = time.perf_counter()
    write_graph(documents, given, graph)
    took = time.perf_counter() - start
    size = sum(len(d.text) for d in documents)
    print(f"{len(documents) / took:.1f} articles a second, {size / took / 1000:.0f} thousand characters a second")
    for command in scorers(name, graph, folder, verbose):
        print(subprocess.run([sys.executable, *command], capture_output=True, text=True, check=True).stdout)
        if Path(command[0]).name == "facts.py":
            print("95 % over articles:", *intervals(SHARED / "score", Path(command[1]), graph), sep="\n  ")
    agree(name)


def agree(name: str) -> None:
    """Print what two readers agree at, where that was measured for a set's kind."""
    ceilings = tomllib.loads((ROOT / "benchmarks/ceilings.toml").read_text(encoding="utf-8"))
    if found := ceilings.get(name):
        print("two readers agree at:", ", ".join(f"{what} {share}" for what, share in found.items()), "\n")


def write_graph(documents: Iterable[Document], given: dict[str, list[Attribution]], graph: Path) -> None:
    """Write the documents' graphs, the actors and the ontology as N-Quads."""
    with graph.open("wb") as file:
        serialize(ontology_quads(), output=file, format=RdfFormat.N_QUADS)
        for document in documents:
            found = read_document(document, given)
            serialize(article_quads(document, found), output=file, format=RdfFormat.N_QUADS)
            serialize(actor_quads(found.actors.values()), output=file, format=RdfFormat.N_QUADS)


def read_document(document: Document, given: dict[str, list[Attribution]]) -> Extraction:
    """Extract one document with the model that is measured, from given attributions where there are any."""
    model = READER[0]
    if not given:
        return extract(document, model=model)
    encoded, scored = model.run(document.text)
    return assemble(
        document, parse(document.text), model.understand(document.text, encoded, scored, given[document.id])
    )


def given(name: str, folder: Path) -> None:
    """Score acts, positions and demands on the judges' own spans of a corpus' dev part."""
    path, model, predicted = SHARED / CORPORA[name], READER[0], folder / f"{name}.jsonl"
    texts = {r["id"]: r for r in map(json.loads, (SHARED / "polnear/train.jsonl").open(encoding="utf-8"))}
    with predicted.open("w", encoding="utf-8") as file:
        for article in part(path, "dev"):
            whole = article if "text" in article else texts[article["id"]]
            spans = [s if "content" in s else whole["attributions"][s["attribution"]] for s in article["statements"]]
            encoded, scored = model.run(whole["text"])
            read_ones = model.understand(whole["text"], encoded, scored, [attribution_of(s) for s in spans])
            doc = parse(whole["text"])
            cast = enlist(doc, find_cast(doc, read_ones), read_ones)
            statements = [{"n": n, **judged(doc, cast, one)} for n, one in enumerate(read_ones)]
            file.write(json.dumps({"id": article["id"], "statements": statements}) + "\n")
    command = [sys.executable, SHARED / "score/corpus.py", "given", path, predicted, "dev"]
    print(subprocess.run([str(c) for c in command], capture_output=True, text=True, check=True).stdout)
    agree(name)


def judged(doc: Any, cast: Cast, attribution: Attribution) -> dict[str, Any]:
    """Return what is read in an attribution as the scorer takes it; a speaker who is not known is somebody."""
    speakers = resolve_speakers(doc, cast, attribution) or ("person/somebody",)
    sides = positions(doc, cast, attribution, speakers)
    items = demands(doc, cast, attribution, speakers)
    stances = dict.fromkeys((p.stance, ends(p.matter)) for p in sides)
    return {
        "act": act_and_confidence(doc, attribution, cast, speakers)[0],
        "positions": [[stance, list(span)] for stance, span in stances],
        "demands": [list(span) for span in dict.fromkeys(ends(d.matter) for d in items)],
    }


def ends(span: Span) -> tuple[int, int]:
    """Return a span's ends."""
    return span.start, span.end


def part(path: Path, wanted: str) -> list[dict[str, Any]]:
    """Return the dev or train part of a corpus as its guide splits it."""
    rows = [json.loads(line) for line in path.open(encoding="utf-8")]
    order = sorted(rows, key=lambda r: hashlib.sha256(r["id"].encode()).hexdigest())
    return [r for i, r in enumerate(order) if (i % 5 == 0) == (wanted == "dev")]


def attribution_of(s: dict[str, Any]) -> Attribution:
    """Read one annotated statement's spans."""
    content, cue, source = (tuple(Span(a, b) for a, b in s[k]) for k in ("content", "cue", "source"))
    return Attribution(content, cue, source)


def read(name: str, folder: Path) -> Iterator[Document]:
    """Yield the documents of a set."""
    if name == "seeds":
        for path in sorted((SHARED / "articles").glob("*.txt")):
            yield Document(path.stem, path.read_text(encoding="utf-8"))
        return
    if name in {"open", "train"}:
        for record in part(SHARED / "corpus/open.jsonl", "dev" if name == "open" else "train")[
            : None if name == "open" else SAMPLE
        ]:
            yield Document(record["id"], record["text"], record.get("title"), published=record.get("published"))
        return
    if name in {"plv", "seesaw", "cases"}:
        source = folder / f"{name}.jsonl"
        make = [SHARED / f"score/{name}.py", "make", corpus(name), source]
        subprocess.run([sys.executable, *map(str, make)], check=True)
    else:
        source = SHARED / "polnear/dev.jsonl"
    wanted = {d["id"] for d in json.loads((SHARED / "gold/dev.json").read_text())} if name == "dev" else None
    for line in source.open(encoding="utf-8"):
        record = json.loads(line)
        if wanted is None or record["id"] in wanted:
            yield Document(record["id"], record["text"], record.get("title"))


def corpus(name: str) -> Path:
    """Name the file that a set's scorer compares with."""
    files = {"polnear": "polnear/dev.jsonl", "dev": "gold/dev.json", "seeds": "gold/seeds.json",
             "plv": "plover/plv_train.tsv", "seesaw": "seesaw/train.jsonl", "cases": "cases/text.jsonl",
             "open": "corpus/open.jsonl", "train": "corpus/open.jsonl"}  # fmt: skip
    return SHARED / files[name]


def attributions(name: str) -> dict[str, list[Attribution]]:
    """Read the annotators' own attributions of the hand-made facts, by the document's id."""
    if name in {"open", "train"}:
        articles = part(corpus(name), "dev" if name == "open" else "train")
    else:
        articles = json.loads(corpus(name).read_text(encoding="utf-8"))
    return {a.get("id") or Path(a["file"]).stem: [attribution_of(s) for s in a["statements"]] for a in articles}


def scorers(name: str, graph: Path, folder: Path, verbose: bool) -> Iterator[list[str]]:
    """Yield the commands that score a graph."""
    score, gold = SHARED / "score", corpus(name)
    if name == "polnear":
        spans = subprocess.run([sys.executable, str(score / "spans.py"), str(graph)], capture_output=True, check=True)
        predicted = folder / "spans.jsonl"
        predicted.write_bytes(spans.stdout)
        yield [str(score / "attributions.py"), str(gold), str(predicted)]
    elif name in {"open", "train"}:
        facts = folder / f"{name}.json"
        wanted = "dev" if name == "open" else "train"
        command = [sys.executable, str(score / "corpus.py"), "gold", str(gold), str(facts), wanted]
        subprocess.run(command, check=True)
        if name == "train":
            chosen = {a["id"] for a in part(gold, wanted)[:SAMPLE]}  # the facts come in the file's order
            kept = [a for a in json.loads(facts.read_text("utf-8")) if a["id"] in chosen]
            facts.write_text(json.dumps(kept), "utf-8")
        yield [str(score / "facts.py"), str(facts), str(graph), *(["-v"] if verbose else [])]
    elif name in {"dev", "seeds"}:
        yield [str(score / "facts.py"), str(gold), str(graph), *(["-v"] if verbose else [])]
    else:
        yield [str(score / f"{name}.py"), "score", str(gold), str(graph)]


if __name__ == "__main__":
    main()
