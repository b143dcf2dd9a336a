"""Counts: how many codings of each stance the values of one variable have on those of another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from sayso.graph.networks.coding import Coding
from sayso.graph.networks.variables import VARIABLES, VariableName
from sayso.graph.statements.rows.row import Named

type Stances = Mapping[str, float]
type Weigh = Callable[[Coding], float]

PAIR: tuple[VariableName, VariableName] = ("actor", "matter")


@dataclass(frozen=True, slots=True)
class Counts:
    """a[i, j, k]: for each value of two variables, by IRI, the codings of each stance and what they weigh.

    `ones` and `others` are the values by IRI; `without` counts the codings that have no value of one of the two.
    """

    cells: Mapping[str, Mapping[str, Stances]]
    behind: Mapping[str, Mapping[str, Mapping[str, Sequence[Coding]]]]
    ones: Mapping[str, Named]
    others: Mapping[str, Named]
    without: int = 0

    @classmethod
    def of(
        cls,
        codings: Iterable[Coding],
        variables: tuple[VariableName, VariableName] = PAIR,
        weigh: Weigh = attrgetter("weight"),
    ) -> Counts:
        """Count codings; one with several values of a variable counts for each."""
        read_one, read_other = (VARIABLES[name] for name in variables)
        behind: defaultdict[str, defaultdict[str, defaultdict[str, list[Coding]]]] = defaultdict(
            lambda: defaultdict(lambda: defaultdict(list))
        )
        ones: dict[str, Named] = {}
        others: dict[str, Named] = {}
        without = 0
        for coding in codings:
            mine, theirs = read_one(coding), read_other(coding)
            without += not (mine and theirs)
            for one in mine:
                for other in theirs:
                    ones[one.iri], others[other.iri] = one, other
                    behind[one.iri][other.iri][coding.stance].append(coding)
        cells = {
            one: {
                other: {stance: sum(map(weigh, found)) for stance, found in stances.items()}
                for other, stances in of_one.items()
            }
            for one, of_one in behind.items()
        }
        return cls(cells, behind, ones, others, without)

    def activity(self, one: str) -> float:
        """Return n_i, what the codings of a value of the first variable add up to."""
        return total(self.cells[one])

    def frequency(self, one: str) -> int:
        """Return how many codings a value of the first variable has."""
        return sum(len(found) for stances in self.behind[one].values() for found in stances.values())

    def turned(self) -> Mapping[str, list[Coding]]:
        """Return the codings of each value of the second variable."""
        found: defaultdict[str, list[Coding]] = defaultdict(list)
        for of_one in self.behind.values():
            for other, stances in of_one.items():
                for some in stances.values():
                    found[other] += some
        return found


def total(cells: Mapping[str, Stances]) -> float:
    """Add up all counts of one value."""
    return sum(sum(stances.values()) for stances in cells.values())
