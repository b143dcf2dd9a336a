"""Measure what SaySo finds against what people annotated, with the scorers of ../shared/score.

    quality.py [polnear] [dev] [seeds] [plv] [seesaw]      all five without a name; -v: what was missed
               --gold-spans: the hand-made facts with the annotators' own attributions, to see the later steps alone

Prints each scorer's lines, and the articles a second of one core.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
SETS = ("polnear", "dev", "seeds", "plv", "seesaw")
sys.path.insert(0, str(ROOT))

from pyoxigraph import RdfFormat, serialize  # noqa: E402

from sayso.loaders.document import Document  # noqa: E402
from sayso.loaders.extraction import assemble, extract  # noqa: E402
from sayso.loaders.facts import Attribution, Span  # noqa: E402
from sayso.loaders.mapping import actor_quads, article_quads  # noqa: E402
from sayso.loaders.syntax import parse  # noqa: E402
from sayso.ontology.files import ontology_quads  # noqa: E402


def main() -> None:
    """Run the sets named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", choices=[*SETS, []], default=list(SETS))
    parser.add_argument("--gold-spans", action="store_true")
    parser.add_argument("-v", action="store_true")
    args = parser.parse_args()
    if not SHARED.is_dir():
        sys.exit("no ../shared beside the checkout: there is nothing to measure against")
    with tempfile.TemporaryDirectory() as folder:
        for name in args.sets:
            print(f"== {name}")
            run(name, Path(folder), args.gold_spans, args.v)


def run(name: str, folder: Path, gold_spans: bool, verbose: bool) -> None:
    """Extract one set, write its graph and print what its scorer says."""
    graph, documents = folder / f"{name}.nq", list(read(name, folder))
    given = attributions(name) if gold_spans else {}
    extract(Document("warm-up", "Nobody said anything, Jane Doe said."))
    start = time.perf_counter()
    write_graph(documents, given, graph)
    took = time.perf_counter() - start
    size = sum(len(d.text) for d in documents)
    print(f"{len(documents) / took:.1f} articles a second, {size / took / 1000:.0f} thousand characters a second")
    for command in scorers(name, graph, folder, verbose):
        print(subprocess.run([sys.executable, *command], capture_output=True, text=True, check=True).stdout)


def write_graph(documents: Iterable[Document], given: dict[str, list[Attribution]], graph: Path) -> None:
    """Write the documents' graphs, the actors and the ontology as N-Quads."""
    with graph.open("wb") as file:
        serialize(ontology_quads(), output=file, format=RdfFormat.N_QUADS)
        for document in documents:
            found = assemble(document, parse(document.text), given[document.id]) if given else extract(document)
            serialize(article_quads(document, found), output=file, format=RdfFormat.N_QUADS)
            serialize(actor_quads(found.actors.values()), output=file, format=RdfFormat.N_QUADS)


def read(name: str, folder: Path) -> Iterator[Document]:
    """Yield the documents of a set."""
    if name == "seeds":
        for path in sorted((SHARED / "articles").glob("*.txt")):
            yield Document(path.stem, path.read_text(encoding="utf-8"))
        return
    if name in {"plv", "seesaw"}:
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
             "plv": "plover/plv_train.tsv", "seesaw": "seesaw/train.jsonl"}  # fmt: skip
    return SHARED / files[name]


def attributions(name: str) -> dict[str, list[Attribution]]:
    """Read the annotators' own attributions of the hand-made facts, by the document's id."""

    def spans(pairs: list[list[int]]) -> tuple[Span, ...]:
        return tuple(Span(a, b) for a, b in pairs)

    articles = json.loads(corpus(name).read_text(encoding="utf-8"))
    return {
        a.get("id") or Path(a["file"]).stem: [
            Attribution(spans(s["content"]), spans(s["cue"]), spans(s["source"])) for s in a["statements"]
        ]
        for a in articles
    }


def scorers(name: str, graph: Path, folder: Path, verbose: bool) -> Iterator[list[str]]:
    """Yield the commands that score a graph."""
    score, gold = SHARED / "score", corpus(name)
    if name == "polnear":
        spans = subprocess.run([sys.executable, str(score / "spans.py"), str(graph)], capture_output=True, check=True)
        predicted = folder / "spans.jsonl"
        predicted.write_bytes(spans.stdout)
        yield [str(score / "attributions.py"), str(gold), str(predicted)]
    elif name in {"dev", "seeds"}:
        yield [str(score / "facts.py"), str(gold), str(graph), *(["-v"] if verbose else [])]
    else:
        yield [str(score / f"{name}.py"), "score", str(gold), str(graph)]


if __name__ == "__main__":
    main()
