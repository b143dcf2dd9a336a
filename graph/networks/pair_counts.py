"""How often one speaks of another, counted by the store, and which of these pairs are shown.

Of all ties only those that are shown are read, statement by statement.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import batched
from typing import Final

from sayso.graph.networks.around import Around
from sayso.graph.networks.ties import ties
from sayso.graph.networks.walking import ACTORS_AT_ONCE, Step, Walked
from sayso.graph.statements.rows.cells import cells, plain
from sayso.graph.statements.rows.filter import SAID, Filter
from sayso.graph.statements.rows.names import Names
from sayso.graph.statements.rows.reading import Answering, rows_of, table
from sayso.graph.store.asking import walk_query
from sayso.graph.store.solutions import nodes_of, text_of
from sayso.queries.binder import bind
from sayso.queries.parts.parts import part

type Pair = tuple[str, str]
type Spoken = Mapping[Pair, int]

_SPEAKS: Final = frozenset({"speaks-of", "spoken-of-by"})


def pair_counts(store: Answering, around: Around) -> Spoken | None:
    """Count the statements of each pair; None where the store's way to count is not that of `Filter`.

    That is so of other ties than who speaks of whom, and where a stance, words, actors or articles are asked for.
    """
    keep = around.keep
    if not around.kinds <= _SPEAKS or keep != replace(keep, by=frozenset(), about=frozenset(), articles=frozenset()):
        return None
    if keep.stance or keep.words:
        return None
    found = table(store, bind(walk_query("pairs"), _values(keep)))
    return {(text_of(source), text_of(target)): int(text_of(count)) for source, target, count in found}


def _values(keep: Filter) -> dict[str, str | tuple[str, ...]]:
    return {
        "act": tuple(sorted(keep.acts)),
        "form": tuple(sorted(keep.forms)),
        "source": tuple(sorted(keep.sources)),
        "status": keep.status or SAID,
        "since": keep.since,
        "until": keep.until,
        "confidence": str(keep.confidence or ""),
    }


def shown(counts: Spoken, around: Around) -> tuple[list[Pair], int]:
    """Return the pairs that are shown, those of most statements first, and of how many; of a core, those among it.

    Nobody of a core stands there without a tie, as far as `size` goes.
    """
    core = set[str]() if around.core is None else busiest(counts, around.core)
    among = [pair for pair in counts if around.core is None or core.issuperset(pair)]
    among.sort(key=lambda pair: (-counts[pair], pair))
    if around.size is None or len(among) <= around.size:
        return among, len(among)
    needed = set[Pair]()
    for pair in among:
        if pair[0] != pair[1] and not core.isdisjoint(pair):
            core.difference_update(pair)
            needed.add(pair)
    kept = sorted(among, key=lambda pair: pair not in needed)[: around.size]
    return sorted(kept, key=lambda pair: (-counts[pair], pair)), len(among)


def busiest(counts: Spoken, most: int) -> set[str]:
    """Return the `most` actors that take most part in what is said, nobody of them without a tie to another of them.

    Fewer where there are no more of these.
    """
    part_taken: Counter[str] = Counter()
    partners: defaultdict[str, set[str]] = defaultdict(set)
    for (source, target), count in counts.items():
        if source != target:
            part_taken.update({source: count, target: count})
            partners[source].add(target)
            partners[target].add(source)
    ranked = sorted(part_taken, key=lambda actor: (-part_taken[actor], actor))
    chosen = set(ranked[:most])
    for actor in ranked[:most]:
        if chosen.isdisjoint(partners[actor]):
            chosen.discard(actor)
    for actor in ranked:
        if len(chosen) >= most:
            break
        if not chosen.isdisjoint(partners[actor]):
            chosen.add(actor)
    return chosen | _apart(counts, chosen, most)


def _apart(counts: Spoken, chosen: set[str], most: int) -> set[str]:
    """Return whole pairs that stand apart from the chosen, those of most statements first, as many as there is room."""
    found: set[str] = set()
    for pair in sorted(counts, key=lambda pair: (-counts[pair], pair)):
        if len(chosen) + len(found) + 1 < most and pair[0] != pair[1]:
            found.update(set(pair) - chosen)
    return found


def tied(counts: Spoken) -> int:
    """Return how many actors have a tie to another."""
    return len({actor for pair in counts if pair[0] != pair[1] for actor in pair})


def steps_of(store: Answering, keep: Filter, pairs: Iterable[Pair], walked: Walked) -> Iterator[Step]:
    """Yield the ties of these pairs, at depth 0; `walked` takes note of their actors."""
    wanted = frozenset(pairs)
    found = _statements(store, wanted)
    for row in filter(keep, rows_of(store, Names(store), found, "light")):
        for tie in ties(row, "speaks-of"):
            if (tie.source.iri, tie.target.iri) in wanted:
                step = Step(tie, row, 0)
                walked.meet(step)
                yield step


def _statements(store: Answering, pairs: frozenset[Pair]) -> list[str]:
    speakers = sorted({source for source, _ in pairs})
    told = (cells(store, part("spoken", actor=nodes_of(some))) for some in batched(speakers, ACTORS_AT_ONCE))
    return sorted({plain(statement) for some in told for statement, *pair in some if tuple(map(plain, pair)) in pairs})
