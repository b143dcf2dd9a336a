"""Measure how a store grows: loading, room, every question, walks, search, first pages and exports, size by size.

    .venv/bin/python -m benchmarks.growth [SIZE …] [--rounds 20] [--doc docs/growth.md] [--keep FOLDER]

A size is a number of statements (1000 10000 100000 without one). The articles are invented (`benchmarks.synthetic`):
actors of each size are fresh, few speak often and many once, and there are two articles a day, so that a month holds as
much in each size. They are loaded as a shard by `sayso load`'s own way, and beside it by the engine's bulk load alone.

Answers are timed in this process over the published snapshot, without a server in between, each round with another
actor of the fifty that speak most, and given as the 95th percentile in milliseconds: of the clock, or with
`--processor` of the processor, which other processes disturb less. networkx has the same edges in memory.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import islice
from os import getloadavg
from pathlib import Path
from typing import IO, cast

import networkx as nx
import pyoxigraph as ox
from pyoxigraph import RdfFormat

from benchmarks.synthetic import actors, articles
from benchmarks.vocabulary import news_words
from sayso.api.loading import gather
from sayso.graph.actors.search.kept import read
from sayso.graph.actors.search.searching import index_of, keep_index, search
from sayso.graph.answers.article import article
from sayso.graph.answers.between import between
from sayso.graph.answers.facets.counting import facets
from sayso.graph.answers.listing import listing
from sayso.graph.answers.neighbours import neighbours
from sayso.graph.answers.paths import paths
from sayso.graph.answers.profile import actor
from sayso.graph.answers.statements import statement, statements_of
from sayso.graph.answers.timeline import timeline
from sayso.graph.dated.article_days import calendar_of
from sayso.graph.dated.bounds import bounds_of
from sayso.graph.dated.narrowing import answer
from sayso.graph.dated.wordings import contested_of, wordings_of
from sayso.graph.statements.rows.filter import Filter
from sayso.graph.statements.rows.reading import rows
from sayso.graph.store.snapshots import latest
from sayso.graph.store.store import Store
from sayso.loaders.batch import BatchOptions
from sayso.loaders.facts import Actor, Extraction
from sayso.loaders.mapping import actor_quads, article_quads
from sayso.loaders.shards.making import article_lines
from sayso.loaders.shards.taking import take_shards
from sayso.loaders.zstd import ZstdFile
from sayso.ontology.iris import BASE
from sayso.queries import catalogue
from sayso.queries.binder import FIRST

SIZES = (1_000, 10_000, 100_000)
_FIRST_DAY = date(1990, 1, 1)
_A_DAY = 2
_MONTH = {"since": "1990-01-05", "until": "1990-01-24"}
_TOP = 50
_READ = 1 << 24
type Clock = Callable[[], float]


@dataclass
class Grown:
    """What was measured of one size: a name and its figure, in order."""

    statements: int
    figures: dict[str, float] = field(default_factory=dict)


def shard(path: Path, statements: int) -> int:
    """Write a shard of invented articles, unless it is there; return how many quads it has."""
    if path.exists():
        with ZstdFile(path) as kept:
            return sum(read.count(b"\n") for read in iter(lambda: kept.read(_READ), b""))
    known, count, part = actors(max(40, statements // 50)), 0, path.with_suffix(".part")
    with ZstdFile(part, "wb") as file:  # lines of a million statements would fill a laptop's disk
        for number, (document, extraction) in enumerate(articles(statements, known, news_words())):
            day = _FIRST_DAY + timedelta(days=number // _A_DAY)
            dated = replace(document, published=day.isoformat())
            told = tuple(replace(one, said_on=day) if one.when else one for one in extraction.statements)
            extraction = replace(extraction, statements=told)
            quads = (*article_quads(dated, extraction), *actor_quads(named(extraction)))
            lines = article_lines(dated, quads, BASE)
            count += lines.count(b"\n")
            file.write(lines)
    part.rename(path)
    return count


def named(extraction: Extraction) -> list[Actor]:
    """List the actors that an article tells of; the cast of all articles is larger."""
    keys = {key for one in extraction.statements for key in (*one.speakers, *one.about)}
    keys |= {key for one in extraction.positions for key in one.toward}
    keys |= {key for one in extraction.demands for key in one.of}
    keys |= {key for one in extraction.memberships for key in (one.person, one.post.organisation) if key}
    return [extraction.actors[key] for key in sorted(keys)]


def loaded(folder: Path, statements: int, told: Grown, clock: Clock) -> Path:
    """Load a shard twice, by the engine alone and as `sayso load` does; return the store's folder."""
    path = folder / "shard.nq.zst"
    count = shard(path, statements)
    with tempfile.TemporaryDirectory(dir=folder) as bare:
        begun = clock()
        with ZstdFile(path) as lines:
            ox.Store(bare).bulk_load(cast("IO[bytes]", lines), format=RdfFormat.N_QUADS)
        told.figures["bulk_load, quads a second"] = count / (clock() - begun)
    begun = clock()
    with Store.open(folder / "store") as store:
        report = take_shards([str(path)], store, BatchOptions())
        store.publish()
        keep_index(store)
        told.figures["load, quads a second"] = count / (clock() - begun)
        begun = clock()
        if gather(store, report):
            told.figures["putting files together, s"] = clock() - begun
            store.publish(always=True)
            keep_index(store)
    told.figures["load, of bulk_load"] = (
        told.figures["load, quads a second"] / told.figures["bulk_load, quads a second"]
    )
    path.unlink()  # one of a million takes as much room as two stores of a hundred thousand
    sizes = sum(file.stat().st_size for file in (folder / "store" / "database").iterdir())
    told.figures["bytes a statement"] = sizes / statements
    return folder / "store"


def learnt(store: Store) -> Mapping[str, Callable[[], object]]:
    """Return what is read once of a snapshot, before the first question that wants it, by name."""
    pages = [place for name in catalogue.names() if (place := FIRST.search(catalogue.get(name).text))]
    return {
        "the wordings of matters": lambda: wordings_of(store),
        "contested matters": lambda: contested_of(store),
        "what pages are sorted by": lambda: [bounds_of(store, one["table"], one["way"]) for one in pages],
    }


def asked(store: Store, people: list[str], texts: list[str], said: list[str]) -> Mapping[str, Callable[[int], object]]:
    """Return what is timed, by name: each takes the number of its round."""

    def one(number: int) -> str:
        return people[number % len(people)]

    found: dict[str, Callable[[int], object]] = {}
    for name in catalogue.names():
        query = catalogue.get(name)
        given = {"limit": "20"} if "limit" in query.parameter_names else {}
        if "by" in query.parameter_names:
            found[f"query {name} --by"] = lambda n, q=query, g=given: answer(store, q, {**g, "by": one(n)})  # type: ignore[misc]
        found[f"query {name}, first page"] = lambda n, q=query, g=given: answer(store, q, g)  # type: ignore[misc]
        if "since" in query.parameter_names:
            whole = {**given, "limit": "0"} if given else {}
            found[f"query {name}, a month"] = lambda n, q=query, g=whole: answer(store, q, {**g, **_MONTH})  # type: ignore[misc]
    for name in ("statements", "demands", "positions"):
        found[f"walk /{name}, first page"] = lambda n, q=name: listing(store, q, {}, 20, 0)  # type: ignore[misc]
    found |= {
        "walk /actors, first page": lambda n: search(store, "", "", "", 20, 0),
        "search, a name": lambda n: search(store, f"Person{4 * n}", "", "", 20, 0),
        "search, a name's beginning": lambda n: search(store, "offi", "", "", 20, 0),
        "search, a wrong letter": lambda n: search(store, f"countri {4 * n + 3}", "", "", 20, 0),
        "walk /actors/ID": lambda n: actor(store, one(n)),
        "walk /actors/ID/neighbours": lambda n: neighbours(store, one(n), {}),
        "walk /actors/ID/statements": lambda n: statements_of(store, one(n), "speaker", {}, 20, 0),
        "walk /between": lambda n: between(store, one(n), one(n + 1), False, {}),
        "walk /paths": lambda n: paths(store, one(n), one(n + 7), 5),
        "walk /timeline": lambda n: timeline(store, [one(n)], [], {}, "", "", ""),
        "walk /facets": lambda n: facets(store, "statements", [], {}, 10),
        "walk /articles/ID": lambda n: article(store, texts[n % len(texts)]),
        "rows, a month": lambda n: sum(
            1 for _ in rows(store, Filter(since=_MONTH["since"], until=_MONTH["until"]), "words")
        ),
        "walk /statements/ID": lambda n: statement(store, said[n % len(said)]),
    }
    return found


def p95(call: Callable[[int], object], rounds: int, clock: Clock) -> float:
    """Return the 95th percentile of the milliseconds that a call takes, after one that is not counted."""
    call(0)
    times = []
    for number in range(1, rounds + 1):
        begun = clock()
        call(number)
        times.append((clock() - begun) * 1000)
    return sorted(times)[min(int(len(times) * 0.95), len(times) - 1)]


def answers(folder: Path, told: Grown, rounds: int, clock: Clock) -> None:
    """Time every answer over the snapshot that was published last."""
    snapshot = latest(folder)
    if snapshot is None:
        raise SystemExit(f"{folder}: nothing was published")
    with Store.open_snapshot(snapshot) as store:
        if read(snapshot, BASE) is None:
            raise SystemExit(f"{snapshot}: no index lies beside it")
        begun = clock()
        index = index_of(store)
        told.figures["the index of actors, ms to open"] = (clock() - begun) * 1000
        begun = clock()
        calendar_of(store)
        told.figures["the days of articles, ms to read"] = (clock() - begun) * 1000
        for name, learn in learnt(store).items():
            begun = clock()
            learn()
            told.figures[f"{name}, ms to read"] = (clock() - begun) * 1000
        people = [entry.iri for entry in islice(index.speaking, _TOP)]
        some = list(islice(rows(store, detail="light"), 200))
        texts, said = [row.article.iri for row in some], [row.iri for row in some]
        for name, call in asked(store, people, texts, said).items():
            told.figures[f"{name}, ms"] = p95(call, rounds, clock)
        in_memory(store, people, told, rounds, clock)


def in_memory(store: Store, people: list[str], told: Grown, rounds: int, clock: Clock) -> None:
    """Make the same graph in networkx, and time what people do with it."""
    begun = clock()
    graph = nx.MultiDiGraph()
    for row in rows(store, detail="light"):
        graph.add_edges_from((s.iri, o.iri, row.iri, {"act": row.act}) for s in row.speakers for o in row.about)
    told.figures["networkx, s to make"] = clock() - begun
    people = [one for one in people if one in graph]

    def one(number: int) -> str:
        return people[number % len(people)]

    def path(number: int) -> object:
        try:
            return nx.shortest_path(graph, one(number), one(number + 7))
        except nx.NetworkXNoPath:
            return None

    calls: Mapping[str, Callable[[int], object]] = {
        "networkx neighbours": lambda n: set(nx.all_neighbors(graph, one(n))),
        "networkx shortest path": path,
        "networkx ego network": lambda n: nx.ego_graph(graph, one(n), undirected=True),
    }
    for name, call in calls.items():
        told.figures[f"{name}, ms"] = p95(call, rounds, clock)


def exports(folder: Path, told: Grown) -> None:
    """Export in processes of their own; note seconds of the clock, of the processor, and the most memory."""
    for name in ("gexf", "parquet"):
        command = [sys.executable, "-m", "benchmarks.exports", str(folder), name, "--bare"]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        _, wall, processor, _, memory, _ = done.stdout.split()
        told.figures[f"export {name}, s"] = float(wall)
        told.figures[f"export {name}, processor s"] = float(processor)
        told.figures[f"export {name}, MB"] = float(memory)


def table(found: Iterable[Grown]) -> Iterator[str]:
    """Yield the lines of a table: a figure a row, a size a column."""
    sizes = list(found)
    yield "| | " + " | ".join(f"{one.statements:,}" for one in sizes) + " |"
    yield "|---|" + "--:|" * len(sizes)
    for name in dict.fromkeys(name for one in sizes for name in one.figures):
        yield f"| {name} | " + " | ".join(_shown(one.figures.get(name)) for one in sizes) + " |"


def _shown(figure: float | None) -> str:
    if figure is None:
        return ""
    return f"{figure:,.0f}" if figure >= 100 else f"{figure:.1f}" if figure >= 10 else f"{figure:.2f}"


@contextmanager
def place(kept: Path | None) -> Iterator[Path]:
    """Yield a folder to work in: one that goes, or one that stays."""
    if kept is None:
        with tempfile.TemporaryDirectory() as folder:
            yield Path(folder)
    else:
        kept.mkdir(parents=True, exist_ok=True)
        yield kept


def main() -> None:
    """Read the arguments, measure each size, print the table and perhaps put it in a document."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, metavar="SIZE")
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--processor", action="store_true", help="time the processor and not the clock")
    parser.add_argument("--doc", type=Path, help="a document whose table between its marks becomes this one")
    parser.add_argument(
        "--keep", type=Path, help="a folder for the stores, which stay; those there are asked as they are"
    )
    given = parser.parse_args()
    clock: Clock = time.process_time if given.processor else time.perf_counter
    found = []
    for size in given.sizes or SIZES:
        told = Grown(size)
        with place(given.keep and given.keep / str(size)) as folder:
            # What an earlier run kept is not loaded again, so that its figures of loading are missing.
            store = folder / "store" if latest(folder / "store") else loaded(folder, size, told, clock)
            answers(store, told, given.rounds, clock)
            exports(store, told)
        found.append(told)
        print(f"{size:,} statements: done", file=sys.stderr, flush=True)
        # The largest may take hours: what is known before stays, whatever ends it.
        lines = "\n".join([heading(given.processor, given.rounds), "", *table(found)])
        if given.doc is not None:
            put(given.doc, lines)
    print(lines)


def heading(processor: bool, rounds: int) -> str:
    """Return the line that stands above a table: when and how it was measured."""
    return (
        f"{date.today().isoformat()}, times of the {'processor' if processor else 'clock'}, "
        f"load of the machine at the end {getloadavg()[0]:.0f}, {rounds} rounds."
    )


def put(document: Path, lines: str) -> None:
    """Put a table between the marks of a document."""
    begin, end = "<!-- growth -->\n", "\n<!-- /growth -->"
    text = document.read_text("utf-8")
    before, after = text.split(begin)[0], text.split(end)[1]
    document.write_text(f"{before}{begin}{lines}{end}{after}", "utf-8")


if __name__ == "__main__":
    main()
