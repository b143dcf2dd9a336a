"""References: an actor, post or article as other things name it, by id, IRI and name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import cast

from sayso.graph.model.stored import ActorRef
from sayso.graph.store.store import Store
from sayso.graph.store.told import ThingRows, first, texts, told_of
from sayso.ontology.namespaces import LABEL, POST_IN, PREFERRED_LABEL
from sayso.ontology.vocabulary import ACTOR_WORDS, ActorWord

# A group lives under its article: "observers" here are not "observers" there.
_KIND = re.compile(rf"(?:article/[^/]+/)?({'|'.join(ACTOR_WORDS)})/[^/]+")


def id_of(store: Store, iri: str) -> str:
    """Return an IRI without the base that all share."""
    return iri.removeprefix(store.base)


def kind_of(store: Store, iri: str) -> ActorWord | None:
    """Return "person", "organisation", "country" or "group" for an actor's IRI, None for any other."""
    match = _KIND.fullmatch(id_of(store, iri)) if iri.startswith(store.base) else None
    return cast(ActorWord, match[1]) if match else None


class Refs:
    """Names of things, each asked for once; belongs to one walk."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._told: dict[str, ThingRows] = {}

    def learn(self, iris: Iterable[str]) -> None:
        """Ask for the names of all that are new, and of those whose posts are among them."""
        self._ask(iris)
        self._ask([home for told in tuple(self._told.values()) for home in texts(told, POST_IN.value)])

    def name(self, iri: str) -> str:
        """Return a thing's name, its id where none is told."""
        told = self._told.get(iri, {})
        return str(first(told, PREFERRED_LABEL.value) or first(told, LABEL.value) or id_of(self._store, iri))

    def actor(self, iri: str) -> ActorRef:
        """Return an actor's reference."""
        return ActorRef(id_of(self._store, iri), iri, self.name(iri), kind_of(self._store, iri))

    def actors(self, iris: Iterable[str]) -> tuple[ActorRef, ...]:
        """Return references to several actors, by name."""
        return tuple(sorted(map(self.actor, dict.fromkeys(iris)), key=lambda ref: (ref.name, ref.iri)))

    def home(self, post: str) -> ActorRef | None:
        """Return whose post it is, None where that is not known."""
        found = first(self._told.get(post, {}), POST_IN.value)
        return self.actor(str(found)) if found else None

    def _ask(self, iris: Iterable[str]) -> None:
        new = [iri for iri in dict.fromkeys(iris) if iri not in self._told]
        if new:
            found = told_of(self._store, "labels", "thing", new)
            self._told |= {iri: found.get(iri, {}) for iri in new}
