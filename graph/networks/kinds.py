"""The kinds of networks, and which one is wanted."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final, Literal, get_args

from sayso.graph.networks.counts import PAIR
from sayso.graph.networks.selection import Selection
from sayso.graph.networks.two_mode import TwoMode
from sayso.graph.networks.variables import OF_POSITIONS, VariableName, check_variable
from sayso.graph.networks.windows import Windowing
from sayso.graph.statements.rows.filter import Filter
from sayso.ontology.errors import UsageError

type NetworkKind = Literal["about", "actor-matter", "two-mode", "ignore", "congruence", "conflict", "subtract"]
type Normalisation = Literal["none", "average", "jaccard", "cosine", "activity", "prominence"]
type CountedThing = Literal["positions", "statements"]

KINDS: Final[tuple[NetworkKind, ...]] = get_args(NetworkKind.__value__)
NORMALISATIONS: Final[tuple[Normalisation, ...]] = get_args(Normalisation.__value__)
QUALIFIERS: Final[tuple[TwoMode, ...]] = get_args(TwoMode.__value__)
COUNTED: Final[tuple[CountedThing, ...]] = get_args(CountedThing.__value__)


@dataclass(frozen=True, slots=True)
class Choice:
    """Which network is wanted: one set of options for notebooks, command line and HTTP.

    `variables` are what it is made over; `count` says whether positions or statements are counted; `qualifier` is what
    two-mode networks do with stances, empty where nothing is said. `isolates` keeps values without a coding that
    counts, `reported` counts positions that somebody else tells of, `keep` says which statements count at all. Of more
    edges than `size` the strongest stay. Raises UsageError for what does not fit together.
    """

    kind: NetworkKind
    variables: tuple[VariableName, VariableName] = PAIR
    count: CountedThing = "positions"
    normalisation: Normalisation = "none"
    qualifier: TwoMode | Literal[""] = ""
    selection: Selection = field(default=Selection())
    keep: Filter = field(default=Filter())
    isolates: bool = False
    reported: bool = False
    measures: bool = False
    windowing: Windowing | None = None
    size: int | None = None

    def __post_init__(self) -> None:
        for name, value, known in (
            ("kind", self.kind, KINDS),
            ("normalisation", self.normalisation, NORMALISATIONS),
            ("qualifier", self.qualifier, ("", *QUALIFIERS)),
            ("count", self.count, COUNTED),
        ):
            if value not in known:
                raise UsageError(f"{name}: {value!r} is none; there are {', '.join(filter(None, known))}")
        for variable in self.variables:
            check_variable(variable)
        if self.size is not None and self.size < 1:
            raise UsageError("size: a number from 1 on")
        if self.kind == "about":
            self._check_about()
        else:
            self._check_variables()
            self._check_kernel()

    @property
    def is_two_mode(self) -> bool:
        """Whether the nodes are values of two variables."""
        return self.kind in ("actor-matter", "two-mode")

    @property
    def is_series(self) -> bool:
        """Whether there is a network for each of several windows."""
        return self.windowing is not None and self.windowing.nth is None

    @property
    def what_of_stances(self) -> TwoMode:
        """What a two-mode network does with stances; statements have none."""
        return self.qualifier or ("ignore" if self.count == "statements" else "subtract")

    def uses(self, variable: str) -> bool:
        """Say whether a variable is asked for in any way."""
        chosen = (self.selection.exclude, self.selection.only, self.selection.minimum)
        return variable in self.variables or any(variable in values for values in chosen)

    def _check_about(self) -> None:
        chosen = self.selection
        plain = replace(self.selection, since="", until="", exclude={}, only={})
        windowing = self.windowing
        if (
            (self.variables, self.count, self.normalisation, self.qualifier) != (PAIR, "positions", "none", "")
            or plain != Selection()
            or self.reported
            or self.isolates
            or (windowing and windowing.kernel != "none")
            or OF_POSITIONS & {*chosen.exclude, *chosen.only}
        ):
            raise UsageError(
                "about counts statements, not positions: of the choices it takes since, until, form, status, "
                "confidence, exclude and only of what is no matter or stance, measures, size, and windows without "
                "a kernel"
            )

    def _check_variables(self) -> None:
        if self.variables[0] == self.variables[1]:
            raise UsageError(f"variable1 and variable2 are both {self.variables[0]}; name two")
        if self.kind == "actor-matter" and (self.variables != PAIR or self.count != "positions"):
            raise UsageError("actor-matter is the two-mode network of these two; for others ask for kind two-mode")
        if self.count == "positions":
            return
        if self.kind not in ("two-mode", "ignore") or self.qualifier not in ("", "ignore") or self.reported:
            raise UsageError(
                "statements have no stance: where they are counted, kind is two-mode or ignore, qualifier ignore, and "
                "reported means nothing"
            )
        if used := sorted(name for name in OF_POSITIONS if self.uses(name)):
            raise UsageError(f"{used[0]} is a variable of positions, not of statements: choose another variable2")

    def _check_kernel(self) -> None:
        if self.windowing is None or self.windowing.kernel == "none":
            return
        if self.qualifier == "combine":
            raise UsageError("a kernel weighs, and combine does not count: 1, 2 and 3 stand for kinds of ties")
