"""Who is one with whom, as JSON: merging two actors, telling them apart, and taking either back."""

from __future__ import annotations

from pyoxigraph import NamedNode

from sayso.graph.actors.judgements import judgement_iri, pair_of, standing
from sayso.graph.actors.lookup import find_actor, label
from sayso.graph.actors.rewriting import kind_of
from sayso.graph.edits.merging import Change, merge, take_back_judgement, tell_apart
from sayso.graph.model.json_value import Json
from sayso.graph.store.store import Store
from sayso.loaders.writer.reviews import decision
from sayso.ontology.errors import NotFoundError, UsageError


def judge(
    store: Store, *, by: str, one: str, other: str, same: bool = True, note: str = "", anyway: bool = False
) -> Json:
    """Judge that two actors, by id, IRI or name, are one, or with `same` false that they are two.

    `anyway` takes back what tells others of the two apart. Raises as `sayso.graph.edits.merging.merge` does.
    """
    pair = find_actor(store, one), find_actor(store, other)
    made = decision(by, note)
    if same:
        change = merge(store, *pair, made, anyway=anyway)
    else:
        if kind_of(pair[0], store.base) is None or kind_of(pair[1], store.base) is None:
            raise UsageError("a group belongs to its article, and is nobody else already")
        change = tell_apart(store, *pair, made)
    return _told(store, change, pair_of(*pair), same)


def take_back_judging(store: Store, *, by: str, id: str) -> Json:
    """Take the judgement about two actors back, as if it had not been made; `id` is that of the judgement.

    Raises NotFoundError where there is none.
    """
    wanted = id.removeprefix(store.base).removeprefix("judgement/")
    for pair, judgement in standing(store).judgements.items():
        if judgement_iri(pair, store.base).value == f"{store.base}judgement/{wanted}":
            change = take_back_judgement(store, pair)
            return {**_told(store, change, pair, judgement.same), "takenBackBy": by}
    raise NotFoundError(f"{id[:200]!r}: there is no such judgement")


def _told(store: Store, change: Change, pair: tuple[NamedNode, NamedNode], same: bool) -> dict[str, Json]:
    def told(actor: NamedNode) -> Json:
        return {"id": actor.value.removeprefix(store.base), "name": label(store, actor)}

    return {
        "id": judgement_iri(pair, store.base).value.removeprefix(store.base),
        "same": same,
        "changed": change.changed,
        "actor": told(change.actor),
        "members": [told(actor) for actor in sorted(change.members - {change.actor}, key=str)],
        "apart": [told(actor) for actor in change.apart],
    }
