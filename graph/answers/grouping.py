"""Matters for a person who groups them: those that there are, and the wordings that are under none."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.graph.actors.refs import id_of
from sayso.graph.matters.uses import listed, wordings
from sayso.graph.store.store import Store

_MOST_LOOSE = 500


@dataclass(frozen=True, slots=True)
class GroupedMatter:
    """A matter with the wordings under it, and how many positions and demands these have."""

    id: str
    label: str
    wordings: tuple[str, ...]
    positions: int
    demands: int


@dataclass(frozen=True, slots=True)
class LooseWording:
    """A wording that is under no matter, and how many positions and demands have it."""

    words: str
    positions: int
    demands: int


@dataclass(frozen=True, slots=True)
class MatterGrouping:
    """All matters, and the wordings that stand alone, of which there are `loose`."""

    matters: tuple[GroupedMatter, ...]
    wordings: tuple[LooseWording, ...]
    loose: int


def grouping(store: Store, words: str = "") -> MatterGrouping:
    """List matters with their wordings, then wordings that stand alone, those with most positions and demands first.

    `words` are what a loose wording has to hold, "" for all; of these 500 come at the most.
    """
    matters = (
        GroupedMatter(
            id_of(store, one.matter.value), one.label, tuple(one.wordings), one.uses.positions, one.uses.demands
        )
        for one in listed(store)
    )
    alone = [
        use for use in wordings(store).values() if None in use.matters and words.casefold() in use.words.casefold()
    ]
    alone.sort(key=lambda use: (-use.positions - use.demands, use.words))
    shown = (LooseWording(use.words, use.positions, use.demands) for use in alone[:_MOST_LOOSE])
    return MatterGrouping(tuple(matters), tuple(shown), len(alone))
