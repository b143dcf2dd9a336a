"""What is told of many things at once, by property."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from sayso.graph.statements.rows.cells import is_iri, plain
from sayso.ontology import terms
from sayso.ontology.namespaces import SAYSO

_WORDS: Final = {
    concept.value: word
    for words in (terms.ACTS, terms.FORMS, terms.STATUSES, terms.STANCES)
    for word, concept in words.items()
}
# The properties that lead to what has a name.
_NAMED: Final = (
    "speaker", "about", "addressee", "medium", "speakingAs", "holder", "toward", "demandedBy", "demandedOf", "onMatter",
)  # fmt: skip


class Gathered:
    """Values by property and thing, all as cells; a property goes by its name alone, "speaker"."""

    def __init__(self) -> None:
        self._told: defaultdict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)

    def add(self, rows: Iterable[Sequence[str]]) -> None:
        """Take rows of thing, property and value. A property is an IRI, or its name as a literal."""
        told, known = self._told, dict[str, dict[str, tuple[str, ...]]]()
        for thing, property_, value in rows:
            values = known.get(property_)
            if values is None:
                values = known[property_] = told[_name(property_)]
            values[thing] = (*values[thing], value) if thing in values else (value,)

    def add_table(self, names: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """Take rows of a thing and its values, one for each property in `names`, empty where there is none.

        Where a thing has several values of properties, it stands in a row for each combination.
        """
        columns = [self._told[name] for name in names]
        for thing, *told in rows:
            for values, value in zip(columns, told, strict=True):
                if not value:
                    continue
                if thing not in values:
                    values[thing] = (value,)
                elif value not in values[thing]:
                    values[thing] = (*values[thing], value)

    def things(self, name: str) -> Iterable[str]:
        """Return the cells of all that have a property."""
        return self._told[name]

    def values(self, thing: str, name: str) -> tuple[str, ...]:
        """Return the cells of a property's values."""
        return self._told[name].get(thing, ())

    def iris(self, thing: str, name: str) -> Iterator[str]:
        """Yield the IRIs among a property's values."""
        return (cell[1:-1] for cell in self.values(thing, name) if is_iri(cell))

    def named(self) -> Iterator[str]:
        """Yield the IRIs of all that has a name, perhaps several times."""
        for name in _NAMED:
            for cells in self._told[name].values():
                yield from (cell[1:-1] for cell in cells if is_iri(cell))

    def first(self, thing: str, name: str) -> str:
        """Return a property's value, the first of several; empty where there is none."""
        found = self._told[name].get(thing)
        if not found:
            return ""
        return plain(found[0]) if len(found) == 1 else min(map(plain, found))

    def word(self, thing: str, name: str) -> str:
        """Return the word for a concept of our schemes, and of another one its IRI."""
        iri = self.first(thing, name)
        return _WORDS.get(iri, iri)

    def share(self, thing: str, name: str) -> float | None:
        """Return a property that is a share; None where it is not told. Raises ValueError where it is no number."""
        sure = self.first(thing, name)
        return float(sure) if sure else None


def _name(cell: str) -> str:
    return plain(cell).removeprefix(SAYSO)
