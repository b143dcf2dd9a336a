"""The options of `db.network(…)`: those of the command line, typed, and shown where Python completes."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, Literal, TypedDict, cast

from sayso.graph.networks.kernels import Kernel
from sayso.graph.networks.kinds import Choice, CountedThing, NetworkKind, Normalisation
from sayso.graph.networks.options import OPTIONS, choice_of
from sayso.graph.networks.selection import Duplicates
from sayso.graph.networks.two_mode import TwoMode
from sayso.graph.networks.variables import VariableName
from sayso.graph.networks.windows import Unit


class NetworkOptions(TypedDict, total=False):
    """What `choice_of` takes beside `kind` and `window`; days may be dates."""

    variable1: VariableName
    variable2: VariableName
    count: CountedThing
    normalisation: Normalisation
    qualifier: TwoMode | Literal[""]
    duplicates: Duplicates
    form: str | Iterable[str]
    status: str
    confidence: float
    since: str | date
    until: str | date
    exclude: Mapping[str, str | Iterable[str]]
    only: Mapping[str, str | Iterable[str]]
    min_actor: int
    min_matter: int
    minimum: Mapping[str, int]
    isolates: bool
    reported: bool
    measures: bool
    unit: Unit
    step: int
    nth: int | None
    kernel: Kernel
    size: int | None


def chosen(kind: NetworkKind, window: int | None, options: NetworkOptions) -> Choice:
    """Return the choice that the options make. Raises as `choice_of` does, TypeError for no option."""
    given: dict[str, Any] = {**options}
    for name in ("since", "until"):
        if isinstance(day := given.get(name), date):
            given[name] = day.isoformat()[:10]
    if unknown := sorted(given.keys() - OPTIONS.keys()):
        raise TypeError(f"{unknown[0]!r} is no option of a network; there are {', '.join(OPTIONS)}")
    return choice_of(kind, window=window, **given)


def with_options[Method: Callable[..., Any]](method: Method) -> Method:
    """Give a method the signature of `choice_of`, and what each option means behind its own documentation."""
    signature = inspect.signature(choice_of)
    own = inspect.Parameter("self", inspect.Parameter.POSITIONAL_OR_KEYWORD)
    told = "\n".join(f"        {option.name}: {_meaning(option.meaning, option.words)}" for option in OPTIONS.values())
    changed = cast(Any, method)
    changed.__signature__ = signature.replace(
        parameters=[own, *signature.parameters.values()], return_annotation="DrawnNetwork | NetworkSeries"
    )
    changed.__doc__ = f"{method.__doc__}\n{told}\n        "
    return method


def _meaning(meaning: str, words: tuple[str, ...]) -> str:
    return f"{meaning}; one of {', '.join(words)}" if words else meaning
