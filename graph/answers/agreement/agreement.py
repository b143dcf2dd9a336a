"""Agreement of coders, or of one with the graph: Krippendorff's alpha for each variable, and where they differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sayso.graph.answers.agreement.code_table import read_codes, renamed
from sayso.graph.answers.agreement.coded import Coded, CodedUnit, written
from sayso.graph.answers.agreement.graph_codes import called, graph_codes
from sayso.graph.answers.agreement.pairing import paired
from sayso.graph.statements.rows.filter import Filter
from sayso.graph.store.store import Store
from sayso.ontology.errors import UsageError

_MOST_TOLD = 1_000


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two values of one variable that two coders gave one unit; `statement` is an IRI where the graph tells it."""

    variable: str
    one: str
    other: str
    units: tuple[str, str]
    statement: str | None
    text: str


@dataclass(frozen=True, slots=True)
class ConfusedValues:
    """How many units one coder gave the first value, and the other the second."""

    one: str
    other: str
    units: int


@dataclass(frozen=True, slots=True)
class VariableAgreement:
    """How far two coders agree on one variable.

    `units` were coded by both, `equal` of these alike. `alpha` is Krippendorff's for nominal values: 1 is agreement, 0
    what chance gives; None where it is not defined, for all values are the same, or no unit was coded by both.
    `confusion` counts the units that one gave the first value and the other the second, the most frequent first.
    """

    variable: str
    units: int
    equal: int
    alpha: float | None
    confusion: tuple[ConfusedValues, ...] = ()


@dataclass(frozen=True, slots=True)
class CoderAgreement:
    """How far two coders agree: by variable, where they differ, and which units only one of them has."""

    variables: tuple[VariableAgreement, ...]
    disagreements: tuple[Disagreement, ...]
    paired: int
    only_one: tuple[str, ...]
    only_other: tuple[str, ...]
    not_compared: tuple[str, ...] = ()

    def told(self, most: int | None = _MOST_TOLD) -> ToldAgreement:
        """Return it as it is shown, with the first `most` disagreements and units."""
        return ToldAgreement(
            variables=tuple(replace(one, confusion=one.confusion[:_MOST_TOLD]) for one in self.variables),
            disagreements=self.disagreements[:most],
            disagreements_in_all=len(self.disagreements),
            paired=self.paired,
            only_one=self.only_one[:most],
            only_one_in_all=len(self.only_one),
            only_other=self.only_other[:most],
            only_other_in_all=len(self.only_other),
            not_compared=self.not_compared,
        )


@dataclass(frozen=True, slots=True)
class ToldAgreement:
    """How far two coders agree, with the first of the disagreements and units, and how many there are in all."""

    variables: tuple[VariableAgreement, ...]
    disagreements: tuple[Disagreement, ...]
    disagreements_in_all: int
    paired: int
    only_one: tuple[str, ...]
    only_one_in_all: int
    only_other: tuple[str, ...]
    only_other_in_all: int
    not_compared: tuple[str, ...]


def agreement(store: Store, codes: str, other: str | None = None, status: str = "") -> ToldAgreement:
    """Say how far a table of codes agrees with another, or with the graph; `codes` and `other` are CSV.

    `status` says which statements of the graph count, said where nothing is given. Raises as `compared` does.
    """
    return compared(store, codes, other, Filter(status=status)).told()


def compared(store: Store, codes: str, other: str | None = None, keep: Filter = Filter()) -> CoderAgreement:  # noqa: B008
    """Compare a table of codes with another, or with the graph; actors are called as the graph calls them.

    Raises UsageError for what is no table of codes.
    """
    name = called(store)
    one = renamed(read_codes(codes, "the codes"), name)
    if other is not None:
        return compare_codes(one, renamed(read_codes(other, "the other codes"), name))
    return compare_codes(one, graph_codes(store, one, keep))


def compare_codes(one: Coded, other: Coded) -> CoderAgreement:
    """Compare the codes of two coders, over the variables that both coded."""
    pairs = paired(one.units, other.units)
    both = [name for name in one.variables if name in other.variables]
    if not both:
        raise UsageError(f"no variable is in both: {', '.join(one.variables)}; {', '.join(other.variables)}")
    mine, theirs = {id(unit) for unit, _ in pairs}, {id(unit) for _, unit in pairs}
    return CoderAgreement(
        tuple(_on(name, pairs) for name in both),
        tuple(found for name in both for found in _differing(name, pairs)),
        len(pairs),
        _labels(unit for unit in one.units if id(unit) not in mine),
        _labels(unit for unit in other.units if id(unit) not in theirs),
        tuple(name for name in dict.fromkeys((*one.variables, *other.variables)) if name not in both),
    )


def _on(variable: str, pairs: Sequence[tuple[CodedUnit, CodedUnit]]) -> VariableAgreement:
    values = [
        (written(one.values[variable]), written(other.values[variable]))
        for one, other in pairs
        if variable in one.values and variable in other.values
    ]
    equal = sum(one == other for one, other in values)
    met = sorted(Counter(values).items(), key=lambda one: (-one[1], one[0]))
    confusion = tuple(ConfusedValues(*values, units) for values, units in met)
    return VariableAgreement(variable, len(values), equal, alpha(values), confusion)


def alpha(values: Sequence[tuple[str, str]]) -> float | None:
    """Return Krippendorff's alpha of pairs of nominal values; None where all are the same, or there are none."""
    counts = Counter(value for pair in values for value in pair)
    if len(counts) < 2:
        return None
    # What two coders differ in, over what any two of all values given differ in. nltk says the same, and takes four
    # seconds to be imported by the reader that somebody waits for.
    given = 2 * len(values)
    observed = sum(one != other for one, other in values) / len(values)
    expected = 1 - sum(count * (count - 1) for count in counts.values()) / (given * (given - 1))
    return round(1 - observed / expected, 6)


def _differing(variable: str, pairs: Iterable[tuple[CodedUnit, CodedUnit]]) -> Iterable[Disagreement]:
    for one, other in pairs:
        if variable not in one.values or variable not in other.values:
            continue
        if one.values[variable] != other.values[variable]:
            mine, theirs = written(one.values[variable]), written(other.values[variable])
            statement = next((iri for iri in (other.statement, one.statement) if "://" in iri), None)
            yield Disagreement(variable, mine, theirs, (one.label, other.label), statement, other.text or one.text)


def _labels(units: Iterable[CodedUnit]) -> tuple[str, ...]:
    return tuple(f"{unit.label}: {unit.text[:120]}" if unit.text else unit.label for unit in units)
