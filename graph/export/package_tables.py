"""The tables of a Data Package: their columns, with types and meanings, and what each statement puts into them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from sayso.graph.export.json_parts import JsonPart
from sayso.graph.statements.rows.columns import BETWEEN, COLUMNS, Cell, day_of
from sayso.graph.statements.rows.row import Named, Row

type Cells = list[Cell]

_TYPES: Final = {"text": "string", "texts": "string", "whole": "integer", "decimal": "number", "day": "date"}
_LIST: Final = f"; several are parted by “{BETWEEN.strip()}”"
_IN_CODE_POINTS: Final = frozenset({"start", "end", "offsets"})


@dataclass(frozen=True, slots=True)
class PackageColumn:
    """A column: its name, its type in PackagedTable Schema, what it means, its unit where it has one."""

    name: str
    type: str
    meaning: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class PackagedTable:
    """A table; `rows` are what a statement puts into it, the key first; `once` writes each key once."""

    name: str
    meaning: str
    columns: tuple[PackageColumn, ...]
    rows: Callable[[Row], Iterator[Cells]]
    once: bool = False
    keyed: bool = True
    foreign: tuple[tuple[str, str, str], ...] = ()

    def schema(self) -> dict[str, JsonPart]:
        """Return its PackagedTable Schema."""
        fields: list[JsonPart] = [
            {
                "name": column.name,
                "type": column.type,
                "description": column.meaning,
                **({"unit": column.unit} if column.unit else {}),
                **({"constraints": {"minimum": 0, "maximum": 1}} if column.name == "confidence" else {}),
            }
            for column in self.columns
        ]
        keys: dict[str, JsonPart] = {"primaryKey": [self.columns[0].name]} if self.keyed else {}
        if self.foreign:
            keys["foreignKeys"] = [
                {"fields": [own], "reference": {"resource": table, "fields": [key]}} for own, table, key in self.foreign
            ]
        return {"fields": fields, "missingValues": [""], **keys}


def _statements(row: Row) -> Iterator[Cells]:
    yield [_joined(column.cell(row)) for column in _STATEMENT]


def _articles(row: Row) -> Iterator[Cells]:
    told = row.article
    issued = day_of(told.issued)
    yield [told.iri, told.identifier, told.title, told.source, told.url, issued, told.language, told.model]


def _actors(row: Row) -> Iterator[Cells]:
    ends = [one for stand in row.stands for one in (stand.holder, *stand.toward)]
    ends += [one for want in row.wants for one in (want.by, *want.of)]
    for actor in dict.fromkeys((*row.speakers, *row.about, *row.addressees, *row.media, *ends)):
        yield [actor.iri, actor.name, actor.kind]


def _positions(row: Row) -> Iterator[Cells]:
    for stand in row.stands:
        on = stand.on.name if stand.on else ""
        yield [row.iri, stand.holder.iri, stand.holder.name, stand.stance, stand.matter, on, _iris(stand.toward)]


def _demands(row: Row) -> Iterator[Cells]:
    for want in row.wants:
        yield [row.iri, want.by.iri, want.by.name, _iris(want.of), _names(want.of), want.matter]


def _iris(things: tuple[Named, ...]) -> str:
    return BETWEEN.join(thing.iri for thing in things)


def _names(things: tuple[Named, ...]) -> str:
    return BETWEEN.join(thing.name for thing in things)


def _joined(cell: Cell) -> Cell:
    return BETWEEN.join(cell) if isinstance(cell, tuple) else cell


def _columns(*told: tuple[str, str]) -> tuple[PackageColumn, ...]:
    return tuple(PackageColumn(name, "date" if name == "issued" else "string", meaning) for name, meaning in told)


# The key first, as in every table.
_STATEMENT: Final = tuple(sorted(COLUMNS, key=lambda column: column.name != "statement"))
_STATEMENT_COLUMNS: Final = tuple(
    PackageColumn(
        column.name,
        _TYPES[column.type],
        column.meaning + (_LIST if column.type == "texts" else ""),
        "code point" if column.name in _IN_CODE_POINTS else "",
    )
    for column in _STATEMENT
)
_OF_STATEMENT: Final = ("statement", "the statement's IRI")
TABLES: Final = (
    PackagedTable(
        "statements",
        "one row a statement: somebody says, thinks or wants something",
        _STATEMENT_COLUMNS,
        _statements,
        foreign=(("article_iri", "articles", "article"),),
    ),
    PackagedTable(
        "positions",
        "one row a side that a statement tells of",
        _columns(
            _OF_STATEMENT,
            ("holder", "whose side, as an IRI"),
            ("holder_name", "by name"),
            ("stance", "for or against"),
            ("matter", "for or against what, in the article's words"),
            ("on", "the shared matter, where one was judged"),
            ("toward", f"toward whom, as IRIs{_LIST}"),
        ),
        _positions,
        keyed=False,
        foreign=(("statement", "statements", "statement"), ("holder", "actors", "actor")),
    ),
    PackagedTable(
        "demands",
        "one row a thing that a statement demands",
        _columns(
            _OF_STATEMENT,
            ("by", "who demands, as an IRI"),
            ("by_name", "by name"),
            ("of", f"of whom, as IRIs{_LIST}"),
            ("of_names", f"by name{_LIST}"),
            ("matter", "what, in the article's words"),
        ),
        _demands,
        keyed=False,
        foreign=(("statement", "statements", "statement"), ("by", "actors", "actor")),
    ),
    PackagedTable(
        "articles",
        "one row an article that has a statement here",
        _columns(
            ("article", "its IRI"),
            ("identifier", "its identifier"),
            ("title", "its title"),
            ("source", "who published it"),
            ("url", "its address"),
            ("issued", "the day on which it was published"),
            ("language", "its language"),
            ("model", "software and models that extracted it"),
        ),
        _articles,
        once=True,
    ),
    PackagedTable(
        "actors",
        "one row for whoever speaks, is spoken about or to, holds a side, demands or is demanded of",
        _columns(("actor", "its IRI"), ("name", "its name"), ("kind", "Person, Organisation, Country, Group")),
        _actors,
        once=True,
    ),
)
