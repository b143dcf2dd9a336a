"""Measure merging an actor who speaks in half of all statements, and taking that back.

    .venv/bin/python -m benchmarks.merging [STATEMENTS …] [--store FOLDER] [--profile]

The articles are invented (`benchmarks.synthetic`); every second statement is given to one speaker, who is then merged
with another actor and split off again. Seconds are of the processor, of writing and publishing, without the loading.
With `--store` the stores stay in FOLDER, and are taken from there the next time: loading takes far longer than all
else. With `--profile` where the seconds go is printed, too.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import resource
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from pyoxigraph import NamedNode

from benchmarks.growth import named
from benchmarks.synthetic import actors, articles
from benchmarks.vocabulary import news_words
from sayso.graph.actors.judgements import Decision
from sayso.graph.edits.merging import merge, split
from sayso.graph.store.store import Store
from sayso.loaders.batch import BatchOptions
from sayso.loaders.facts import Extraction, Mention
from sayso.loaders.mapping import actor_quads, article_quads
from sayso.loaders.shards.making import article_lines
from sayso.loaders.shards.taking import take_shards
from sayso.ontology.iris import BASE, actor_iri, article_iri
from sayso.ontology.terms import SPEAKER

SIZES = (20_000, 100_000)
# The name of the second one stands for both, so that all statements of the first are rewritten.
_ONE, _OTHER = "person/p4", "person/p0"
_DECISION = Decision("benchmark", "2026-12-01T00:00:00Z")


def half(extraction: Extraction) -> Extraction:
    """Give every second statement of an article to one speaker."""
    said = tuple(
        replace(one, speakers=(_ONE,)) if number % 2 == 0 else one for number, one in enumerate(extraction.statements)
    )
    mentions = tuple(
        Mention(one.attribution.sources[0], speaker)
        for one in said
        for speaker in one.speakers
        if one.attribution.sources
    )
    return replace(extraction, statements=said, mentions=mentions)


def shard(path: Path, statements: int) -> None:
    """Write a shard of articles in which one actor speaks in half of all statements."""
    with path.open("wb") as file:
        for document, extraction in articles(statements, actors(max(40, statements // 50)), news_words()):
            told = half(extraction)
            file.write(article_lines(document, (*article_quads(document, told), *actor_quads(named(told))), BASE))


def timed(name: str, call: Callable[[], object], *, profiled: bool) -> None:
    """Call something and print the seconds of the processor, the engine's threads among them, and of the clock."""
    profile = cProfile.Profile() if profiled else None
    begun, clock = time.process_time(), time.perf_counter()
    if profile is None:
        call()
    else:
        profile.runcall(call)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    took, waited = time.process_time() - begun, time.perf_counter() - clock
    print(f"{name}: {took:.1f} s, {waited:.1f} s by the clock, {most} MB at most", flush=True)
    if profile is not None:
        pstats.Stats(profile).sort_stats("cumulative").print_stats(45)


def load(folder: Path, statements: int) -> None:
    """Make a store in a folder; print how long it took."""
    path = folder / "shard.nq"
    shard(path, statements)
    with Store.open(folder / "store") as store:
        timed(
            f"{statements:,} statements: load", lambda: take_shards([str(path)], store, BatchOptions()), profiled=False
        )
        store.gather_files()
        store.publish()
    path.unlink()


def measure(folder: Path, *, profiled: bool) -> None:
    """Merge and split; print how long each took. Raises SystemExit where the split does not bring all back."""
    one, other = (actor_iri(key, article_iri("")) for key in (_ONE, _OTHER))
    with Store.open(folder / "store") as store:
        before = _told(store, one), len(store.engine)

        def merging() -> None:
            merge(store, one, other, _DECISION)
            store.publish()

        def splitting() -> None:
            split(store, other, _DECISION)
            store.publish()

        timed("merge", merging, profiled=profiled)
        print(f"{len(store.engine) - before[1]:,} quads more", flush=True)
        if not before[0] or _told(store, one):
            raise SystemExit(f"{before[0]:,} quads meant {one.value}, and after the merge {_told(store, one):,} do")
        timed("split", splitting, profiled=profiled)
        if _told(store, one) != before[0]:
            raise SystemExit(f"{before[0]:,} quads meant {one.value}, and after the split {_told(store, one):,} do")


def _told(store: Store, actor: NamedNode) -> int:
    """Count who is told to speak as an actor."""
    return sum(1 for _ in store.engine.quads_for_pattern(None, SPEAKER, actor, None))


def main() -> None:
    """Read the arguments and measure each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, metavar="STATEMENTS")
    parser.add_argument("--store", type=Path, metavar="FOLDER", help="keeps the stores")
    parser.add_argument("--profile", action="store_true")
    given = parser.parse_args()
    for size in given.sizes or SIZES:
        with tempfile.TemporaryDirectory() as passing:
            folder = (given.store or Path(passing)) / str(size)
            if not (folder / "store").is_dir():
                folder.mkdir(parents=True)
                load(folder, size)
            measure(folder, profiled=given.profile)


if __name__ == "__main__":
    main()
