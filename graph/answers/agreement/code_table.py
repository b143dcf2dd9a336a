"""Reading a table of codes: CSV with the columns of `sayso export`, any of them, or what DNA writes."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from sayso.graph.answers.agreement.coded import ACTORS, Coded, CodedUnit
from sayso.graph.statements.rows.columns import BETWEEN, COLUMNS
from sayso.graph.statements.wording import words_of
from sayso.ontology.errors import UsageError

# A coder who did not code a variable of a unit; an empty cell says that there is none.
NOT_CODED: Final = "?"
MOST_UNITS: Final = 20_000
_SEPARATORS: Final = ",;\t"
# Columns that say where a unit stands; all others are variables.
_STATEMENT: Final = ("statement", "id", "unit")
_ARTICLE: Final = ("article", "article_iri", "title", "url", "document_title", "document_id", "document")
_WORDS: Final = ("words", "sentence", "text", "quotation")
_PLACES: Final = frozenset(
    {*_STATEMENT, *_ARTICLE, *_WORDS, "start", "end", "offsets", "statement_id", "time", "section"}
)
# What DNA calls its variables, and what the same is called here.
_OF_DNA: Final[Mapping[str, str]] = MappingProxyType(
    {"person": "speaker", "concept": "matter", "agreement": "stance", "author": "author", "source": "source"}
)
_STANCES: Final[Mapping[str, str]] = MappingProxyType(
    {"1": "for", "0": "against", "yes": "for", "no": "against", "true": "for", "false": "against", "-1": "against"}
)
# What articles tell of themselves is no coder's judgement.
_GIVEN: Final = frozenset({"source", "author", "issued", "language", "model", "confidence", "type", "offsets"})
_KNOWN: Final = frozenset(column.name for column in COLUMNS) - _GIVEN - _PLACES


def read_codes(text: str, name: str) -> Coded:
    """Read a table of codes: a row a unit, a column a variable; several values of a cell stand between "; ".

    Separators are commas, semicolons or tabs. Tables of DNA's event list are known by their heading: person or
    organization is the speaker, concept the matter, agreement the stance. Raises UsageError for what is no such table.
    """
    rows = _rows(text.removeprefix("\ufeff"), name)
    head = [re.sub(r"\W+", "_", cell.strip().lower()).strip("_") for cell in rows[0]]
    of_dna = "concept" in head and "agreement" in head
    if of_dna:
        head = _dna_head(head)
    variables = tuple(one for one in dict.fromkeys(head) if one and one not in _PLACES | _GIVEN)
    if not variables:
        raise UsageError(
            f"{name}: no column holds codes; name them as `sayso export` does: {', '.join(sorted(_KNOWN))}"
        )
    if not {*head} & {*_STATEMENT, *_WORDS, "start"}:
        raise UsageError(f"{name}: nothing says what was coded: a column statement, words, text, or article with start")
    if len(rows) - 1 > MOST_UNITS:
        raise UsageError(f"{name}: {len(rows) - 1:,} rows; {MOST_UNITS:,} are the most that can be compared")
    units = tuple(
        _unit(dict(zip(head, row, strict=False)), variables, f"row {number}", of_dna=of_dna)
        for number, row in enumerate(rows[1:], 2)
        if any(cell.strip() for cell in row)
    )
    positions = of_dna or ("stance" in variables and "statement" not in head)
    return Coded(units, variables, positions)


def _rows(text: str, name: str) -> list[list[str]]:
    first = text.partition("\n")[0]
    separator = max(_SEPARATORS, key=first.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error as error:
        raise UsageError(f"{name}: this is no CSV: {error}") from error
    if len(rows) < 2:
        raise UsageError(f"{name}: a table of codes has a line of headings and a row a unit")
    return rows


def _dna_head(head: Sequence[str]) -> list[str]:
    """Return the headings as they are called here; where persons are not coded, organisations speak."""
    names = dict(_OF_DNA)
    if "person" not in head:
        names["organization"] = names["organisation"] = "speaker"
    return [names.get(cell, cell) for cell in head]


def _unit(cells: Mapping[str, str], variables: Sequence[str], label: str, *, of_dna: bool) -> CodedUnit:
    def first(names: Sequence[str]) -> str:
        return next((found for name in names if (found := cells.get(name, "").strip())), "")

    text = first(_WORDS)
    start, end = cells.get("start", "").strip(), cells.get("end", "").strip()
    spans = start.isdecimal() and end.isdecimal() and len(start) < 10 and len(end) < 10
    read = _dna_values if of_dna else _values
    return CodedUnit(
        label,
        {name: read(name, cells[name]) for name in variables if name in cells and cells[name].strip() != NOT_CODED},
        statement=first(_STATEMENT) if not of_dna else "",
        articles=frozenset(folded(cells[name]) for name in _ARTICLE if cells.get(name, "").strip()),
        span=(int(start), int(end)) if spans else None,
        words=words_of(text),
        text=" ".join(text.split()),
    )


def _values(variable: str, cell: str) -> frozenset[str]:
    return frozenset(folded_value(variable, part) for part in cell.split(BETWEEN) if part.strip())


def _dna_values(variable: str, cell: str) -> frozenset[str]:
    value = folded_value(variable, cell)
    return frozenset({_STANCES.get(value, value)} if variable == "stance" else {value} if value else ())


def folded(text: str) -> str:
    """Return text as it is compared: without case, and with single spaces."""
    return " ".join(text.split()).casefold()


def folded_value(variable: str, text: str) -> str:
    """Return a value as it is compared: matters by their words alone, names and codes without case."""
    if variable == "matter":
        return " ".join(words_of(text))
    return folded(text)


def renamed(coded: Coded, called: Callable[[str], str]) -> Coded:
    """Return the codes with the names of actors as `called` has them."""

    def values(unit: CodedUnit) -> dict[str, frozenset[str]]:
        return {name: frozenset(map(called, found)) if name in ACTORS else found for name, found in unit.values.items()}

    return replace(coded, units=tuple(replace(unit, values=values(unit)) for unit in coded.units))
