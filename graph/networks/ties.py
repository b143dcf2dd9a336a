"""Ties: what one statement says to be between two actors, and by which property a statement is found from either."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal, get_args

from pyoxigraph import NamedNode

from sayso.graph.networks.actors import stance
from sayso.graph.statements.rows.row import Named, Row
from sayso.ontology import terms

type TieKind = Literal[
    "speaks-of", "spoken-of-by", "demands-of", "demanded-of-by",
    "stands-toward", "stood-toward-by", "addresses", "addressed-by",
]  # fmt: skip

TIE_KINDS: Final[tuple[TieKind, ...]] = get_args(TieKind.__value__)


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation under its two names, as seen from where an edge begins and from where it ends.

    `begins` and `ends` are the properties that lead there, from a statement or, where `expressed`, from a position or
    demand.
    """

    outward: TieKind
    inward: TieKind
    begins: NamedNode
    ends: NamedNode
    expressed: bool = False


RELATIONS: Final = (
    Relation("speaks-of", "spoken-of-by", terms.SPEAKER, terms.ABOUT),
    Relation("demands-of", "demanded-of-by", terms.DEMANDED_BY, terms.DEMANDED_OF, expressed=True),
    Relation("stands-toward", "stood-toward-by", terms.HOLDER, terms.TOWARD, expressed=True),
    Relation("addresses", "addressed-by", terms.SPEAKER, terms.ADDRESSEE),
)


@dataclass(frozen=True, slots=True)
class Tie:
    """One edge to be: `kind` is the act where somebody speaks of somebody, else demands, stands or addresses."""

    relation: str
    source: Named
    target: Named
    kind: str
    stance: str = ""
    matter: str = ""


def ties(row: Row, relation: str) -> Iterator[Tie]:
    """Yield the ties of one relation, by its outward name, that a statement makes."""
    match relation:
        case "speaks-of":
            for source in row.speakers:
                for target in row.about:
                    yield Tie(relation, source, target, row.act, stance(row, source, target))
        case "addresses":
            for source in row.speakers:
                for target in row.addressees:
                    yield Tie(relation, source, target, "addresses")
        case "stands-toward":
            for stand in row.stands:
                for target in stand.toward:
                    yield Tie(relation, stand.holder, target, "stands", stand.stance, stand.matter)
        case "demands-of":
            for want in row.wants:
                for target in want.of:
                    yield Tie(relation, want.by, target, "demands", "", want.matter)


def roles(kinds: Mapping[TieKind, object] | frozenset[TieKind], *, expressed: bool) -> list[NamedNode]:
    """Return the properties by which the statements are found that tie an actor in these ways."""
    found = {
        role: None
        for relation in RELATIONS
        if relation.expressed == expressed
        for name, role in ((relation.outward, relation.begins), (relation.inward, relation.ends))
        if name in kinds
    }
    return list(found)
