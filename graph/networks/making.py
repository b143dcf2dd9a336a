"""Making networks: of rows, or of a store."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import batched
from typing import cast

from pyoxigraph import NamedNode

from sayso.graph.networks.actors import actor_network
from sayso.graph.networks.coding import Coding, codings, counted_statements
from sayso.graph.networks.discourse_networks import OneMode, OneModeNorm, one_mode
from sayso.graph.networks.kinds import Choice
from sayso.graph.networks.measures import measured
from sayso.graph.networks.network import Network
from sayso.graph.networks.options import told_options
from sayso.graph.networks.origin import origin, with_origin
from sayso.graph.networks.selection import selected, wanted
from sayso.graph.networks.summed import summed
from sayso.graph.networks.two_mode import TwoModeNorm, two_mode
from sayso.graph.networks.variables import VARIABLES, VariableName
from sayso.graph.networks.windows import in_order, wanted_spans, windows
from sayso.graph.statements.rows.reading import Answering, Detail, rows, table
from sayso.graph.statements.rows.row import Named, Row
from sayso.graph.store.solutions import text_of
from sayso.ontology.errors import NotFoundError, UsageError
from sayso.queries.parts.parts import part

type ReadRows = Callable[[], Iterable[Row]]

_ROWS_AT_ONCE = 500
# Variables of names; the others have a few words as values.
_NAMES = frozenset({"actor", "matter", "about", "source", "author", "article"})


@dataclass(frozen=True, slots=True)
class NetworkWindow:
    """The network of one window, its first and last day, and how many windows there are in all."""

    start: date
    end: date
    network: Network
    of: int = 1


def network_of(store: Answering, choice: Choice, detail: Detail = "words") -> Network:
    """Make a network of what a store holds; its attributes tell snapshot, models and filters.

    Of windows it takes the nth. Raises UsageError for what does not fit.
    """
    if choice.windowing is not None and choice.windowing.nth is not None:
        [one] = series_of(store, choice, detail)
        return one.network
    return with_origin(make(_read(store, choice, detail), choice), origin(store, told_options(choice)))


def series_of(store: Answering, choice: Choice, detail: Detail = "words") -> Iterator[NetworkWindow]:
    """Yield the network of each window of a choice, as `network_of` makes it. Raises UsageError without windows."""
    if choice.windowing is None:
        raise UsageError("window: say how many units wide the windows are")
    told = origin(store, told_options(choice))
    made = series(_read(store, choice, detail), choice)
    return (replace(one, network=with_origin(one.network, {**_told_window(one, choice), **told})) for one in made)


def _told_window(one: NetworkWindow, choice: Choice) -> dict[str, str]:
    told = {"window": f"{one.start} – {one.end}"}
    nth = choice.windowing and choice.windowing.nth
    # Who has one of them alone may want to know how many there are.
    return {**told, "windows": str(one.of)} if nth else told


def _read(store: Answering, choice: Choice, detail: Detail) -> ReadRows:
    def read() -> Iterable[Row]:
        found = rows(store, choice.keep, detail)
        return with_authors(store, found) if choice.uses("author") else found

    return read


def with_authors(store: Answering, found: Iterable[Row]) -> Iterator[Row]:
    """Yield rows whose articles tell their authors."""
    for batch in batched(found, _ROWS_AT_ONCE):
        authors: defaultdict[str, list[str]] = defaultdict(list)
        articles = [NamedNode(iri) for iri in sorted({row.article.iri for row in batch})]
        for article, author in table(store, part("authors", article=articles)):
            authors[text_of(article)].append(text_of(author))
        for row in batch:
            yield replace(row, article=replace(row.article, authors=tuple(sorted(authors[row.article.iri]))))


def make(read: ReadRows, choice: Choice) -> Network:
    """Make a network of rows; `read` yields them anew at each call. Raises UsageError for what does not fit."""
    if choice.kind == "about":
        return _finished(_about(lambda: (row for row in read() if _wanted(row, choice))), choice)
    chosen, values = _codings(read, choice)
    return _coded(chosen, values, choice)


def series(read: ReadRows, choice: Choice) -> Iterator[NetworkWindow]:
    """Yield the network of each window of time; duplicates are taken out before, as in DNA.

    Raises UsageError where the choice has no windows. Of `about`, all statements are held in memory.
    """
    moving = choice.windowing
    if moving is None:
        raise UsageError("window: say how many units wide the windows are")
    if choice.kind == "about":
        dated = in_order([row for row in read() if _wanted(row, choice)])
        wanted_ones, of = wanted_spans([day for day, _ in dated], moving)
        for start, end in wanted_ones:
            inside = [row for day, row in dated if start <= day <= end]
            yield NetworkWindow(start, end, _finished(_about(partial(iter, inside)), choice), of)
        return
    chosen, values = _codings(read, choice)
    for window in windows(chosen, moving.unit, moving.size, moving.step, moving.kernel, moving.nth):
        yield NetworkWindow(window.start, window.end, _coded(window.codings, values, choice), window.of)


def _about(read: ReadRows) -> Network:
    return summed(actor_network(read), whole=True)


def _codings(read: ReadRows, choice: Choice) -> tuple[list[Coding], list[Named]]:
    """Return the codings that count, and the values that are kept without one."""
    if choice.count == "statements":
        every = list(counted_statements(read()))
    else:
        every = list(codings(read(), reported=choice.reported))
    ignoring = choice.kind == "ignore" or (choice.is_two_mode and choice.what_of_stances == "ignore")
    _check_values(every, choice)
    chosen = selected(every, choice.selection, stances_matter=not ignoring, variables=choice.variables)
    values = VARIABLES[choice.variables[0]]
    return chosen, [value for coding in every for value in values(coding)] if choice.isolates else []


def _check_values(every: Sequence[Coding], choice: Choice) -> None:
    """Raise NotFoundError for a name that no coding has: a slip in it must not look like a finding."""
    for option, chosen in (("only", choice.selection.only), ("exclude", choice.selection.exclude)):
        for variable in _NAMES & chosen.keys():
            read = VARIABLES[cast(VariableName, variable)]
            found = {name for coding in every for value in read(coding) for name in (value.name, value.iri)}
            if unknown := sorted(chosen[variable] - found):
                raise NotFoundError(f"{option}: no {variable} of what counts is called {unknown[0]!r}")


def _coded(chosen: Sequence[Coding], values: Iterable[Named], choice: Choice) -> Network:
    if choice.is_two_mode:
        norm = cast(TwoModeNorm, choice.normalisation)
        found = two_mode(chosen, choice.what_of_stances, norm, values, choice.variables)
    else:
        one = cast(OneModeNorm, choice.normalisation)
        found = one_mode(chosen, cast(OneMode, choice.kind), one, values, choice.variables)
    return _finished(found, choice)


def _finished(network: Network, choice: Choice) -> Network:
    """Return the network with measures, and its strongest ties, where these are asked for: measures are of all ties."""
    found = measured(network) if choice.measures else network
    return found if choice.size is None else strongest_ties(found, choice.size)


def strongest_ties(network: Network, size: int) -> Network:
    """Return the network with its strongest ties; its attributes say how many of how many are `shown`."""
    edges = sorted(network.edges, key=lambda edge: (-abs(edge.weight), edge.source, edge.target))[:size]
    told = {"shown": str(len(edges)), "total": str(len(network.edges))}
    return replace(network, edges=tuple(edges), attributes={**network.attributes, **told})


def _wanted(row: Row, choice: Choice) -> bool:
    [coding] = counted_statements([row])
    return wanted(coding, choice.selection)
