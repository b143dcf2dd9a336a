"""What the graph has to say of the same texts, as if it were a coder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from sayso.graph.actors.refs import Refs
from sayso.graph.actors.resolver import resolve
from sayso.graph.answers.agreement.code_table import folded, folded_value
from sayso.graph.answers.agreement.coded import Coded, CodedUnit
from sayso.graph.networks.coding import matter_of
from sayso.graph.statements.rows.columns import COLUMNS
from sayso.graph.statements.rows.filter import Filter
from sayso.graph.statements.rows.reading import rows
from sayso.graph.statements.rows.row import Row
from sayso.graph.statements.wording import words_of
from sayso.graph.store.store import Store
from sayso.ontology.errors import AmbiguousName, NotFoundError


def graph_codes(store: Store, other: Coded, keep: Filter) -> Coded:
    """Return the graph's codes of the variables that another coder coded: of statements, or of positions.

    Statements of articles that the other coder did not code are left out, for nobody said that there are none.
    """
    wanted = frozenset(name for unit in other.units for name in unit.articles)
    known = {column.name: column.cell for column in COLUMNS}
    variables = tuple(name for name in other.variables if name in known)
    units: list[CodedUnit] = []
    for row in rows(store, keep):
        article = row.article
        named = filter(None, (article.identifier, article.iri, article.title, article.url))
        articles = frozenset(map(folded, named))
        if wanted and not wanted & articles:
            continue
        if other.positions:
            units += _positions(row, variables, articles)
        else:
            values = {name: _cell(name, known[name](row)) for name in variables}
            units.append(_unit(row, values, articles))
    return Coded(tuple(units), variables, other.positions)


def _cell(variable: str, cell: object) -> frozenset[str]:
    several: Iterable[object] = cell if isinstance(cell, tuple) else () if cell in ("", None) else (cell,)
    return frozenset(folded_value(variable, str(one)) for one in several)


def _positions(row: Row, variables: Iterable[str], articles: frozenset[str]) -> Iterator[CodedUnit]:
    known = {column.name: column.cell for column in COLUMNS}
    for stand in row.stands:
        holder = stand.holder.name
        own = {"speaker": holder, "holder": holder, "matter": matter_of(stand).name, "stance": stand.stance}
        values = {name: _cell(name, own[name] if name in own else known[name](row)) for name in variables}
        yield _unit(row, values, articles)


def _unit(row: Row, values: dict[str, frozenset[str]], articles: frozenset[str]) -> CodedUnit:
    span = (row.offsets[0][0], row.offsets[-1][1]) if row.offsets else None
    return CodedUnit(
        row.iri, values, row.iri, articles, span, words_of(f"{row.words} {row.sentence}"), row.sentence or row.words
    )


def called(store: Store) -> Callable[[str], str]:
    """Return how the graph calls whom a name means: by the label, else as it was written."""
    seen: dict[str, str] = {}
    refs = Refs(store)

    def name(given: str) -> str:
        if given not in seen:
            seen[given] = given
            try:
                iri = resolve(store, given)
            except (NotFoundError, AmbiguousName):
                return given
            refs.learn([iri])
            seen[given] = folded(refs.name(iri))
        return seen[given]

    return name
