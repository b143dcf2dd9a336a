"""What is told of many things at once, several values of a property too, by thing and property."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from sayso.graph.statements.rows.cells import plain
from sayso.ontology import terms
from sayso.ontology.namespaces import SAYSO

# The cells of a thing's values; a property goes by its name alone, "speaker", and is absent where it has none.
type ToldCells = Mapping[str, tuple[str, ...]]

_WORDS: Final = {
    concept.value: word
    for words in (terms.ACTS, terms.FORMS, terms.STATUSES, terms.STANCES)
    for word, concept in words.items()
}
# The properties that lead to what has a name.
_NAMED: Final = frozenset((
    "speaker", "about", "addressee", "medium", "speakingAs", "holder", "toward", "demandedBy", "demandedOf", "onMatter",
))  # fmt: skip
_NOTHING: Final[ToldCells] = MappingProxyType({})


class Gathered:
    """The values of things, all as cells; `named` are those that may have a name."""

    def __init__(self) -> None:
        self._told: dict[str, dict[str, tuple[str, ...]]] = {}
        self.named: set[str] = set()

    def add(self, rows: Iterable[Sequence[str]]) -> None:
        """Take rows of thing, property and value. A property is an IRI, or its name as a literal."""
        told, known = self._told, dict[str, str]()
        for thing, property_, value in rows:
            name = known.get(property_)
            if name is None:
                name = known[property_] = plain(property_).removeprefix(SAYSO)
            if name in _NAMED:
                self.named.add(value)
            of = told.get(thing)
            if of is None:
                told[thing] = {name: (value,)}
            else:
                of[name] = (*of[name], value) if name in of else (value,)

    def add_table(self, names: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """Take rows of a thing and its values, one for each property in `names`, empty where there is none.

        Where a thing has several values of properties, it stands in a row for each combination.
        """
        for thing, *values in rows:
            of = self._told.setdefault(thing, {})
            for name, value in zip(names, values, strict=True):
                before = of.get(name, ())
                if value and value not in before:
                    of[name] = (*before, value)
                    if name in _NAMED:
                        self.named.add(value)

    def things(self, name: str) -> list[str]:
        """Return the cells of all that have a property."""
        return [thing for thing, told in self._told.items() if name in told]

    def of(self, thing: str) -> ToldCells:
        """Return what is told of a thing."""
        return self._told.get(thing, _NOTHING)


def first(told: ToldCells, name: str) -> str:
    """Return a property's value, the first of several; empty where there is none."""
    return plain(first_cell(told, name))


def first_cell(told: ToldCells, name: str) -> str:
    """Return the cell of a property's value, of several that which is first as a text; empty where there is none."""
    cells = told.get(name, ())
    return cells[0] if len(cells) == 1 else min(cells, key=plain, default="")


def word_of(cell: str) -> str:
    """Return the word for a concept of our schemes, and of another one its IRI."""
    iri = plain(cell)
    return _WORDS.get(iri, iri)


def share_of(cell: str) -> float | None:
    """Return a share; None where none is told. Raises ValueError where it is no number."""
    sure = plain(cell)
    return float(sure) if sure else None
