"""Matters for a person who groups them: those that there are, and the wordings that are under none."""

from __future__ import annotations

from sayso.graph.actors.refs import id_of
from sayso.graph.matters.uses import listed, wordings
from sayso.graph.model.json_value import Json
from sayso.graph.store.store import Store

_MOST_LOOSE = 500


def grouping(store: Store, words: str = "") -> Json:
    """List matters with their wordings, then wordings that stand alone, those with most positions and demands first.

    `words` are what a loose wording has to hold, "" for all; of these 500 come at the most, `loose` tells how many.
    """
    matters: list[Json] = []
    for one in listed(store):
        under: list[Json] = [*one.wordings]
        counts = {"positions": one.uses.positions, "demands": one.uses.demands}
        matters.append({"id": id_of(store, one.matter.value), "label": one.label, "wordings": under, **counts})
    alone = [
        use for use in wordings(store).values() if None in use.matters and words.casefold() in use.words.casefold()
    ]
    alone.sort(key=lambda use: (-use.positions - use.demands, use.words))
    shown: list[Json] = [
        {"words": use.words, "positions": use.positions, "demands": use.demands} for use in alone[:_MOST_LOOSE]
    ]
    return {"matters": matters, "wordings": shown, "loose": len(alone)}
