"""Derived links: what follows from two articles together, in a graph of its own.

`sayso:repeats` joins statements with the same words, `sayso:nearDuplicateOf` articles with nearly the same text, each
in both directions; where many are alike, each is joined with the one that stands for all. Which links there are depends
on the articles and nothing else, so the order of loading leaves no trace, and an article that is replaced or dropped
takes its links along. Fingerprints of words, in the graph of what loading remembers, lead to the few articles that are
worth comparing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import cast

import pyoxigraph as ox
from pyoxigraph import NamedNode, Quad

from sayso.graph.statements.copies import recopied
from sayso.graph.statements.kindred import kindred
from sayso.graph.statements.overlay import Overlay
from sayso.graph.statements.repeating import restated
from sayso.graph.statements.turned import turned
from sayso.graph.store.store import Store
from sayso.ontology.namespaces import ARTICLE_BODY, MEMBER, MEMBERSHIP_ORGANIZATION
from sayso.ontology.terms import ACT, CONTENT, FORM, IN_ARTICLE, SPEAKER

# All that links follow from.
READ = frozenset((ARTICLE_BODY, IN_ARTICLE, CONTENT, FORM, ACT, SPEAKER, MEMBER, MEMBERSHIP_ORGANIZATION))
_WHO = frozenset((SPEAKER, MEMBER, MEMBERSHIP_ORGANIZATION))


def relinked(store: ox.Store, changed: Mapping[NamedNode, Iterable[Quad]], base: str) -> tuple[set[Quad], set[Quad]]:
    """Return the fingerprints and links that go, and those that come, once articles hold other quads.

    An article that is to hold none is dropped.
    """
    read = {article: [quad for quad in quads if quad.predicate in READ] for article, quads in changed.items()}
    view = Overlay(store, base, read, READ)
    gone = [one for article in changed for one in _statements(store, article)]
    come = [q.subject for quads in read.values() for q in quads if q.predicate == IN_ARTICLE]
    restated(view, gone, (one for one in come if isinstance(one, NamedNode)))
    recopied(view, changed)
    return view.derivation()


def respoken(store: Store, removed: set[Quad], added: set[Quad]) -> tuple[set[Quad], set[Quad]]:
    """Return what `relinked` does where a change of quads concerns who speaks, and for whom.

    Other quads of the change do not matter. The words stay, so only statements that have some in common are looked at.
    """
    gone, come = ({quad for quad in quads if quad.predicate in _WHO} for quads in (removed, added))
    view = Overlay(store.engine, store.base, {})
    statements = {quad.subject for quad in gone ^ come if quad.predicate == SPEAKER}
    memberships = {(q.subject, cast(NamedNode, q.graph_name)) for q in gone ^ come if q.predicate != SPEAKER}
    for takes in (False, True):
        if takes:
            view.take(gone - come)
            for quad in come - gone:
                view.put(quad)
        for membership, article in memberships:
            for person in view.find(membership, MEMBER, None):
                statements |= {quad.subject for quad in view.find(None, SPEAKER, person.object, article)}
    nodes = {one for one in statements if isinstance(one, NamedNode)}
    chosen = kindred(store, view, nodes, turned(store, gone - come, come - gone, nodes))
    restated(view, chosen, chosen)
    return view.derivation()


def _statements(store: ox.Store, article: NamedNode) -> list[NamedNode]:
    found = store.quads_for_pattern(None, IN_ARTICLE, article, article)
    return [quad.subject for quad in found if isinstance(quad.subject, NamedNode)]
