"""Which words mean one matter, as JSON: putting words under a matter, and taking them out again."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.graph.actors.refs import id_of
from sayso.graph.matters.matter import assign, unassign
from sayso.graph.model.json_value import Json
from sayso.graph.store.store import Store
from sayso.loaders.writer.reviews import decision
from sayso.ontology.errors import UsageError


def group_words(
    store: Store, *, by: str, words: Sequence[str], matter: str = "", remove: bool = False, note: str = ""
) -> Json:
    """Put words under a matter, by its label or id, which is made where there is none; or with `remove` take them out.

    Raises as `assign` and `unassign` do.
    """
    if remove:
        change = unassign(store, words)
    elif not matter:
        raise UsageError("name the matter: a label or an id")
    else:
        change = assign(store, matter, words, decision(by, note))
    id_ = None if change.matter is None else id_of(store, change.matter.value)
    return {"matter": id_, "label": change.label, "words": [*change.words], "moved": change.moved}
