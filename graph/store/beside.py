"""What lies beside a snapshot's database: the index of actors, taken along from one snapshot to the next.

This only carries the file, and says what was written since it was made; `graph.actors.search` makes and reads it.
"""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pyoxigraph import NamedNode, Quad

from sayso.ontology.namespaces import ALT_LABEL, LABEL
from sayso.ontology.terms import ABOUT, MENTION_OF, SPEAKER

INDEX: Final = "actors.index"
_CHANGED: Final = "actors.changed.json"
# Of more, asking for each takes as long as for all.
MOST: Final = 1000
_COUNTED: Final = frozenset((SPEAKER, ABOUT, MENTION_OF))
_CALLED: Final = frozenset((LABEL, ALT_LABEL))


@dataclass(frozen=True, slots=True)
class Carried:
    """Of which snapshot the index is, and the IRIs of what was counted or named anew since."""

    of: str
    changed: frozenset[str]

    def write(self, snapshot: Path) -> None:
        """Write it beside a snapshot, whole or not at all. Raises OSError."""
        unfinished = snapshot / f".{_CHANGED}-{secrets.token_hex(4)}"
        unfinished.write_text(json.dumps({"of": self.of, "changed": sorted(self.changed)}), "utf-8")
        unfinished.replace(snapshot / _CHANGED)


class Touched:
    """What has been written since the last snapshot, as far as an index of actors goes."""

    def __init__(self) -> None:
        # None stands for: anything.
        self.things: set[str] | None = set()

    def anything(self) -> None:
        """Note that anything may have changed."""
        self.things = None

    def add(self, removed: Iterable[Quad], added: Iterable[Quad]) -> None:
        """Note what quads that go and come concern. A name that goes shall stand in no file any more."""
        if self.things is None:
            return
        # Most quads of a load are of no concern here, so they are put aside before any is compared.
        gone, new = _concerning(removed), _concerning(added)
        if any(quad.predicate in _CALLED for quad in gone - new):
            self.things = None
            return
        nodes = (quad.subject if quad.predicate in _CALLED else quad.object for quad in gone ^ new)
        self.actors(node.value for node in nodes if isinstance(node, NamedNode))

    def actors(self, iris: Iterable[str]) -> None:
        """Note actors that are counted or named anew."""
        if self.things is None:
            return
        for iri in iris:
            self.things.add(iri)
            if len(self.things) > MOST:
                self.things = None
                return


def _concerning(quads: Iterable[Quad]) -> set[Quad]:
    return {quad for quad in quads if quad.predicate in _CALLED or quad.predicate in _COUNTED}


def carried(snapshot: Path) -> Carried | None:
    """Return what is told beside a snapshot of its index; None where nothing is. Raises OSError and ValueError."""
    try:
        told = json.loads((snapshot / _CHANGED).read_bytes())
    except FileNotFoundError:
        return None
    return Carried(str(told["of"]), frozenset(map(str, told["changed"])))


def carry(before: Path, after: Path, things: set[str] | None) -> None:
    """Take the index of one snapshot along to the next, where what changed is known and little; failing is no harm."""
    if things is None:
        return
    with suppress(OSError, ValueError, KeyError, TypeError):
        # First the list: an index with the list of an older one would not be noticed.
        told = carried(before) or Carried(before.name, frozenset())
        changed = told.changed | things
        if len(changed) <= MOST and (before / INDEX).is_file():
            Carried(told.of, changed).write(after)
            os.link(before / INDEX, after / INDEX)
