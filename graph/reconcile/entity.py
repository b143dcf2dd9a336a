"""Actors as reconciling sees them: names, types, posts, links and counts, asked for many at once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from pyoxigraph import NamedNode

from sayso.graph.actors.search.searching import index_of
from sayso.graph.store.asking import ask, walk_query
from sayso.graph.store.store import Store
from sayso.ontology.namespaces import ALT_LABEL, LABEL, SAME_AS, SAYSO, TYPE
from sayso.ontology.vocabulary import ACTOR_KINDS, ACTOR_WORDS

KINDS: Final[Mapping[str, str]] = dict(zip(ACTOR_KINDS, ACTOR_WORDS, strict=True))
_ISO = re.compile(r"[A-Z]{2}")


@dataclass(frozen=True, slots=True)
class LabelledThing:
    """A thing with an IRI and its names."""

    iri: str
    name: str
    other_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HeldPost:
    """A post that an actor holds or held; `titles` are the spellings of its title, the usual one first."""

    titles: tuple[str, ...]
    body: LabelledThing | None
    former: bool

    def told(self) -> str:
        """Return the post in words: "former Foreign Minister, Russia"."""
        return f"{'former ' if self.former else ''}{self.titles[0]}{f', {self.body.name}' if self.body else ''}"


@dataclass(frozen=True, slots=True)
class Entity:
    """An actor. `kind` is one of the classes of KINDS, "" where the store tells none."""

    iri: str
    id: str
    name: str
    kind: str
    other_names: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    posts: tuple[HeldPost, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)

    @property
    def iso(self) -> str | None:
        """The ISO 3166 code of a country that has one."""
        code = self.id.rpartition("/")[2]
        return code if self.kind == "Country" and _ISO.fullmatch(code) else None

    def description(self) -> str:
        """Return what tells it from others of its name: what it is, its posts, how often it speaks."""
        said = self.counts.get("statements", 0)
        current = sorted(self.posts, key=lambda post: post.former)
        told = [KINDS.get(self.kind, "actor"), *(post.told() for post in current[:2])]
        return "; ".join([*told, f"{said:,} statement{'s' * (said != 1)}"])


def entities(store: Store, iris: Iterable[str], *, articles: bool = False) -> dict[str, Entity]:
    """Return the actors of these IRIs, by IRI; who is no actor, or has no name, is left out.

    With `articles`, those that name each are counted, too, which takes time where there are many. Raises as
    `Store.query` does, ValueError for a text that is no IRI.
    """
    nodes = tuple(NamedNode(iri) for iri in dict.fromkeys(iris))
    if not nodes:
        return {}
    told = _named(store, nodes)
    known = tuple(node for node in nodes if told[node.value][LABEL.value] and _kind(told[node.value]))
    posts, counts = _posts(store, known), _counts(store, known, articles=articles)
    return {
        node.value: Entity(
            node.value,
            node.value.removeprefix(store.base),
            told[node.value][LABEL.value][0],
            _kind(told[node.value]) or "",
            tuple(told[node.value][ALT_LABEL.value]),
            tuple(told[node.value][SAME_AS.value]),
            posts.get(node.value, ()),
            counts.get(node.value, {}),
        )
        for node in known
    }


def _named(store: Store, nodes: tuple[NamedNode, ...]) -> defaultdict[str, defaultdict[str, list[str]]]:
    told: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in ask(store, walk_query("actors-named"), {"actor": nodes}):
        told[str(row["actor"])][str(row["property"])].append(str(row["value"]))
    return told


def _kind(properties: Mapping[str, list[str]]) -> str | None:
    types = properties.get(TYPE.value, [])
    return next((kind for kind in KINDS if SAYSO + kind in types), None)


def _posts(store: Store, actors: tuple[NamedNode, ...]) -> dict[str, tuple[HeldPost, ...]]:
    titles: defaultdict[tuple[str, str, str | None, bool], list[str]] = defaultdict(list)
    rows = ask(store, walk_query("actors-posts"), {"actor": actors}) if actors else []
    bodies = _bodies(store, {body for row in rows if isinstance(body := row["body"], str)})
    for row in rows:
        body = row["body"] if isinstance(row["body"], str) else None
        place = (str(row["actor"]), str(row["post"]), body, bool(row["former"]))
        titles[place] += [str(row[name]) for name in ("title", "otherTitle") if row[name] is not None]
    found: defaultdict[str, list[HeldPost]] = defaultdict(list)
    for (actor, _, body, former), spellings in titles.items():
        found[actor].append(HeldPost(tuple(dict.fromkeys(spellings)), bodies.get(body or ""), former))
    return {actor: tuple(held) for actor, held in found.items()}


def _bodies(store: Store, iris: set[str]) -> dict[str, LabelledThing]:
    told = _named(store, tuple(map(NamedNode, sorted(iris)))) if iris else {}
    return {iri: LabelledThing(iri, told[iri][LABEL.value][0], tuple(told[iri][ALT_LABEL.value])) for iri in iris}


def _counts(store: Store, actors: tuple[NamedNode, ...], *, articles: bool) -> dict[str, dict[str, int]]:
    wanted = {actor.value for actor in actors}
    found = {
        entry.iri: {"statements": entry.statements, "about": entry.about, "mentions": entry.mentions}
        for entry in index_of(store).entries
        if entry.iri in wanted
    }
    for row in ask(store, walk_query("actors-articles"), {"actor": actors}) if articles and actors else ():
        found.setdefault(str(row["actor"]), {})["articles"] = row["count"] if isinstance(row["count"], int) else 0
    return found
