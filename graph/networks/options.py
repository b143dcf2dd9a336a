"""The options of networks, under the same names in notebooks, on the command line and over HTTP (there with -)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal, get_args

from sayso.graph.networks.kernels import KERNELS, Kernel
from sayso.graph.networks.kinds import (
    COUNTED,
    KINDS,
    NORMALISATIONS,
    QUALIFIERS,
    Choice,
    CountedThing,
    NetworkKind,
    Normalisation,
)
from sayso.graph.networks.selection import DUPLICATES, Duplicates, Selection
from sayso.graph.networks.two_mode import TwoMode
from sayso.graph.networks.variables import NAMES, VariableName
from sayso.graph.networks.windows import Unit, Windowing
from sayso.graph.statements.rows.filter import Filter
from sayso.ontology.errors import UsageError
from sayso.queries.fragments import parameter

# Values of a variable: one, or several, by variable.
type Chosen = Mapping[str, str | Iterable[str]]

UNITS: Final[tuple[Unit, ...]] = get_args(Unit.__value__)


@dataclass(frozen=True, slots=True)
class NetworkOption:
    """One option: what it means, and which words it takes where it takes only some."""

    name: str
    meaning: str
    words: tuple[str, ...] = ()

    @property
    def dashed(self) -> str:
        """Its name on the command line and over HTTP."""
        return self.name.replace("_", "-")


def _of_filter(name: str) -> str:
    return parameter(name).description


OPTIONS: Final[Mapping[str, NetworkOption]] = MappingProxyType(
    {
        option.name: option
        for option in (
            NetworkOption("kind", "what ties two nodes; docs/networks.md tells what each counts", KINDS),
            NetworkOption("variable1", "what the nodes are, in two-mode networks those of the first mode", NAMES),
            NetworkOption(
                "variable2", "what they are tied over, in two-mode networks the nodes of the second mode", NAMES
            ),
            NetworkOption("count", "what is counted", COUNTED),
            NetworkOption(
                "normalisation", "what weights are divided by; the last two in two-mode networks", NORMALISATIONS
            ),
            NetworkOption("qualifier", "two-mode networks: what becomes of stances", QUALIFIERS),
            NetworkOption("duplicates", "count once in each of these", DUPLICATES),
            NetworkOption("form", _of_filter("form")),
            NetworkOption("status", f"{_of_filter('status')}; said where nothing is given"),
            NetworkOption("confidence", _of_filter("confidence")),
            NetworkOption("since", _of_filter("since")),
            NetworkOption("until", _of_filter("until")),
            NetworkOption("exclude", "leave out codings with this value of a variable"),
            NetworkOption("only", "leave out codings with none of these values of a variable"),
            NetworkOption("min_actor", "the least number of codings of an actor"),
            NetworkOption("min_matter", "the least number of codings on a matter"),
            NetworkOption("minimum", "the least number of codings of a value of any variable"),
            NetworkOption("isolates", "keep values of variable1 of which no coding counts"),
            NetworkOption("reported", "count positions that somebody else tells of, too"),
            NetworkOption("measures", "degree, strength, betweenness, community of each node"),
            NetworkOption("window", "a network for each span of so many units"),
            NetworkOption("unit", "of window and step", UNITS),
            NetworkOption("step", "how many units later the next window begins"),
            NetworkOption("nth", "of the windows only this one, from 1 on; its file is no zip"),
            NetworkOption("kernel", "what a coding weighs by its distance from the window's middle", KERNELS),
            NetworkOption("size", "the most edges, the strongest"),
        )
    }
)


def choice_of(
    kind: NetworkKind = "about",
    *,
    variable1: VariableName = "actor",
    variable2: VariableName = "matter",
    count: CountedThing = "positions",
    normalisation: Normalisation = "none",
    qualifier: TwoMode | Literal[""] = "",
    duplicates: Duplicates = "all",
    form: str | Iterable[str] = (),
    status: str = "",
    confidence: float = 0.0,
    since: str = "",
    until: str = "",
    exclude: Chosen = MappingProxyType({}),
    only: Chosen = MappingProxyType({}),
    min_actor: int = 1,
    min_matter: int = 1,
    minimum: Mapping[str, int] = MappingProxyType({}),
    isolates: bool = False,
    reported: bool = False,
    measures: bool = False,
    window: int | None = None,
    unit: Unit = "months",
    step: int = 1,
    nth: int | None = None,
    kernel: Kernel = "none",
    size: int | None = None,
) -> Choice:
    """Return the choice that these options make, each as OPTIONS tells.

    Raises UsageError for what is no value of an option, and for what does not fit together.
    """
    least = _least({"actor": min_actor, "matter": min_matter, **minimum})
    selection = Selection(since, until, duplicates, _values(exclude), _values(only), least)
    keep = Filter(forms=_several(form), status=status, confidence=confidence)
    windowing = _windowing(window, unit, step, nth, kernel)
    variables = (variable1, variable2)
    return Choice(
        kind, variables, count, normalisation, qualifier, selection, keep, isolates, reported, measures, windowing, size
    )


def _least(given: Mapping[str, int]) -> dict[str, int]:
    """Return the least numbers that leave out something: 1 does not."""
    return {name: number for name, number in given.items() if number != 1}


def _several(given: str | Iterable[str]) -> frozenset[str]:
    return frozenset([given] if isinstance(given, str) else given)


def _windowing(window: int | None, unit: Unit, step: int, nth: int | None, kernel: Kernel) -> Windowing | None:
    if unit not in UNITS:
        raise UsageError(f"unit: {unit!r} is none; there are {', '.join(UNITS)}")
    if window is None and (step != 1 or nth is not None or kernel != "none"):
        raise UsageError("step, nth and kernel are for a window: say how wide it is")
    return None if window is None else Windowing(window, unit, step, kernel, nth)


def _values(given: Chosen) -> dict[str, frozenset[str]]:
    return {name: _several(value) for name, value in given.items()}


def pairs_of(option: str, given: Iterable[str]) -> dict[str, list[str]]:
    """Read VARIABLE=VALUE, as often as given. Raises UsageError for what is none."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for one in given:
        variable, equals, value = one.partition("=")
        if not equals:
            raise UsageError(f"{option} {one}: write it as VARIABLE=VALUE")
        found[variable].append(value)
    return dict(found)


def numbers_of(option: str, given: Iterable[str]) -> dict[str, int]:
    """Read VARIABLE=NUMBER, as often as given. Raises UsageError for what is none."""
    found: dict[str, int] = {}
    for variable, values in pairs_of(option, given).items():
        if not all(value.isascii() and value.isdigit() and len(value) < 10 for value in values):
            raise UsageError(f"{option} {variable}={values[-1]}: a number from 1 on is needed")
        found[variable] = int(values[-1])
    return found


def told_options(choice: Choice) -> dict[str, str]:
    """Return the options that a choice stands for, those that are as where nothing is said left out."""
    chosen, keep, windowing = choice.selection, choice.keep, choice.windowing
    every: dict[str, str] = {
        "kind": choice.kind,
        "variable1": choice.variables[0] if choice.variables[0] != "actor" else "",
        "variable2": choice.variables[1] if choice.variables[1] != "matter" else "",
        "count": choice.count if choice.count != "positions" else "",
        "normalisation": choice.normalisation if choice.normalisation != "none" else "",
        "qualifier": choice.qualifier,
        "duplicates": chosen.duplicates if chosen.duplicates != "all" else "",
        "form": ", ".join(sorted(keep.forms)),
        "status": keep.status or "said",
        "confidence": f"{keep.confidence:g}" if keep.confidence else "",
        "since": chosen.since,
        "until": chosen.until,
        "exclude": _told(chosen.exclude),
        "only": _told(chosen.only),
        "minimum": ", ".join(f"{name}={number}" for name, number in sorted(chosen.minimum.items())),
        "isolates": "true" if choice.isolates else "",
        "reported": "true" if choice.reported else "",
        "size": str(choice.size or ""),
    }
    if windowing is not None:
        every |= {"window": str(windowing.size), "unit": windowing.unit, "step": str(windowing.step)}
        every |= {"nth": str(windowing.nth or ""), "kernel": windowing.kernel}
    return {name: value for name, value in every.items() if value}


def _told(values: Mapping[str, frozenset[str]]) -> str:
    return ", ".join(f"{name}={value}" for name in sorted(values) for value in sorted(values[name]))
