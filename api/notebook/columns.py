"""Columns of data frames: one kind for all cells of a column, chosen by what is in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal

from sayso.api.notebook.values import Kind, Value, read_term
from sayso.graph.store.solutions import Table, Term, text_of

_INT64 = range(-(2**63), 2**63)


@dataclass(frozen=True, slots=True)
class FrameColumn:
    """A column: all its values are of its kind or None. Those of "datetime" are all with a zone, UTC, or all without.

    Decimals have become floats, as statistics wants them; `zoned` says that datetimes have a zone.
    """

    name: str
    kind: Kind
    values: tuple[Value, ...]
    zoned: bool = False


def frame_columns(table: Table) -> tuple[FrameColumn, ...]:
    """Return the columns of a table, each of the one kind that holds all its values."""
    cells = list(zip(*table.rows, strict=True)) or [()] * len(table.variables)
    return tuple(_column(name, column) for name, column in zip(table.variables, cells, strict=True))


def _column(name: str, terms: Sequence[Term | None]) -> FrameColumn:
    read = [read_term(term) for term in terms]
    values = [value for _, value in read]
    match _common({kind for kind, _ in read if kind}):
        case "integer" if all(value is None or value in _INT64 for value in values):
            return FrameColumn(name, "integer", tuple(values))
        case "decimal" | "double":
            return FrameColumn(name, "double", tuple(_float(value) for value in values))
        case "boolean" | "date" as kind:
            return FrameColumn(name, kind, tuple(values))
        case "datetime":
            zoned = any(isinstance(value, datetime) and value.tzinfo for value in values)
            return FrameColumn(name, "datetime", tuple(_moment(value, zoned=zoned) for value in values), zoned)
        case _:
            # Exactly what was written, where no one type holds it all.
            return FrameColumn(name, "text", tuple(None if term is None else text_of(term) for term in terms))


def _common(kinds: Iterable[Kind]) -> Kind:
    found = set(kinds)
    for wider, narrower in (("decimal", "integer"), ("double", "decimal"), ("double", "integer"), ("datetime", "date")):
        if {wider, narrower} <= found:
            found.discard(narrower)
    return found.pop() if len(found) == 1 else "text"


def _float(value: Value) -> float | None:
    return float(value) if isinstance(value, int | float | Decimal) else None


def _moment(value: Value, *, zoned: bool) -> datetime | None:
    """Return a moment: a day counts from its midnight, and beside times with a zone, one without counts as UTC."""
    if isinstance(value, date) and not isinstance(value, datetime):
        value = datetime.combine(value, time())
    if not isinstance(value, datetime):
        return None
    if not zoned:
        return value
    return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)
