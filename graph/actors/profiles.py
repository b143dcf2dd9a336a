"""Profiles: what a store tells of each actor that helps to say whether two are one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode

from sayso.graph.actors.likeness import NameWords, words_of
from sayso.graph.actors.rewriting import kind_of
from sayso.graph.store.solutions import Term
from sayso.graph.store.store import Store
from sayso.ontology.iris import actors_graph
from sayso.ontology.namespaces import ALT_LABEL, LABEL, MEMBER, POST_IN
from sayso.ontology.terms import NAMES, POST

# The words of a title and, where it is known, whose post it is.
type TitleWords = tuple[NameWords, str]


@dataclass(slots=True)
class Profile:
    """What the store tells of an actor. `posts` counts how often which one is told."""

    label: str = ""
    words: NameWords = ()
    names: set[NameWords] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)
    posts: Counter[TitleWords] = field(default_factory=Counter)


def profiles(store: Store) -> dict[NamedNode, Profile]:
    """Read the profiles of the people, organisations and countries that have a name."""
    found: dict[Term, Profile] = {}
    find, graph = store.engine.quads_for_pattern, actors_graph(store.base)
    for predicate in (LABEL, ALT_LABEL):
        for quad in find(None, predicate, None, graph):
            if isinstance(quad.subject, NamedNode) and kind_of(quad.subject, store.base):
                profile = found.setdefault(quad.subject, Profile())
                words = words_of(_text(quad.object))
                profile.names |= {words} if words else set()
                if predicate == LABEL:
                    profile.label, profile.words = _text(quad.object), words
    for quad in find(None, NAMES, None):
        if quad.object in found and isinstance(quad.graph_name, NamedNode):
            found[quad.object].articles.add(quad.graph_name.value)
    held: dict[Term, Term] = {quad.subject: quad.object for quad in find(None, POST, None)}
    posts = _posts(store, held.values())
    for quad in find(None, MEMBER, None):
        if quad.object in found and (post := posts.get(held.get(quad.subject, quad.subject))):
            found[quad.object].posts[post] += 1
    return {a: profile for a, profile in found.items() if profile.label and isinstance(a, NamedNode)}


def _posts(store: Store, held: Iterable[Term]) -> dict[Term, TitleWords]:
    find = store.engine.quads_for_pattern
    found: dict[Term, TitleWords] = {}
    for post in set(held):
        if isinstance(post, NamedNode):
            title = min((_text(quad.object) for quad in find(post, LABEL, None)), default="")
            body = min((quad.object.value for quad in find(post, POST_IN, None) if isinstance(quad.object, NamedNode)),
                       default="")  # fmt: skip
            if title:
                found[post] = words_of(title), body
    return found


def _text(term: Term) -> str:
    return term.value if isinstance(term, Literal) else ""


def agreement(one: Profile, other: Profile) -> int:
    """Count how often the other is told to hold a post that the one is told to hold."""
    return sum(count for post, count in other.posts.items() if any(_same_post(post, known) for known in one.posts))


def _same_post(one: TitleWords, other: TitleWords) -> bool:
    return one[0] == other[0] and ("" in (one[1], other[1]) or one[1] == other[1])


def shared_post(one: Profile, other: Profile) -> str:
    """Return the title of a post that both are told to hold, in one body as far as it is known."""
    return min((" ".join(a[0]) for a in one.posts for b in other.posts if _same_post(a, b)), default="")
