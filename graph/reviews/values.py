"""Values: what a review puts in the place of what was extracted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from pyoxigraph import Literal, NamedNode

from sayso.graph.reviews.places import place_triples
from sayso.graph.statements.evidence import EvidencePlace
from sayso.ontology import namespaces as ns
from sayso.ontology import terms

type Triple = tuple[NamedNode, NamedNode, NamedNode | Literal]
type Links = Mapping[NamedNode, tuple[NamedNode, ...]]

# The properties of a statement whose values are actors or concepts, by the word for them.
LINKED: Final = {"speaker": terms.SPEAKER, "about": terms.ABOUT, "act": terms.ACT, "form": terms.FORM}


@dataclass(frozen=True, slots=True)
class Stance:
    """The stance that a holder's position on a matter is to have; without one the position is none.

    `matter` is where the words of the matter stand.
    """

    matter: EvidencePlace
    holder: NamedNode
    becomes: NamedNode | None
    was: NamedNode | None = None


@dataclass(frozen=True, slots=True)
class Values:
    """Corrected values. `links` holds those of a property, perhaps none; a property that is not in it is not corrected.

    `contents` are the places of the words, empty where they are not corrected. `names` tell what actors were called.
    """

    links: Links = field(default_factory=dict)
    contents: tuple[EvidencePlace, ...] = ()
    stances: tuple[Stance, ...] = ()
    names: Mapping[NamedNode, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.links or self.contents or self.stances)

    def triples(self, review: NamedNode, before: Links) -> Iterator[Triple]:
        """Tell them as corrections of a review; `before` holds the values that stood there."""
        for word, predicate in LINKED.items():
            if predicate in self.links:
                node = NamedNode(f"{review.value}/{word}")
                yield from _correction(review, node, predicate)
                yield from ((node, terms.WAS, value) for value in before.get(predicate, ()))
                yield from ((node, terms.BECOMES, value) for value in self.links[predicate])
        if self.contents:
            node = NamedNode(f"{review.value}/content")
            yield from _correction(review, node, terms.CONTENT_SPAN)
            yield from place_triples(node, terms.BECOMES, self.contents)
        for number, stance in enumerate(self.stances, 1):
            node = NamedNode(f"{review.value}/stance-{number}")
            yield from _correction(review, node, terms.STANCE)
            yield node, ns.SUBJECT, stance.holder
            yield from place_triples(node, terms.MATTER_PLACE, (stance.matter,))
            for predicate, value in ((terms.WAS, stance.was), (terms.BECOMES, stance.becomes)):
                if value is not None:
                    yield node, predicate, value
        yield from ((actor, NAME, Literal(name)) for actor, name in self.names.items())


NAME = NamedNode(ns.SCHEMA + "name")


def _correction(review: NamedNode, node: NamedNode, predicate: NamedNode) -> Iterator[Triple]:
    yield review, terms.CORRECTS, node
    yield node, ns.TYPE, terms.CORRECTION
    yield node, ns.RDF_PREDICATE, predicate
