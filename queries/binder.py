"""The one binder: values go into a query as RDF terms, through VALUES, in pyoxigraph's own writing.

In a query's text a parameter stands as a line `VALUES ?name { UNDEF }`, limit and offset as lines `LIMIT 100` and
`OFFSET 0` (a limit of 0 is none); `VALUES ?other { UNDEF } # name` is a place of another variable. What only matters
when a value is given stands between the lines `# if name` and `# end`, and is left out otherwise, so that the engine
need not plan for it; `# if since until` asks for either, `# if status = said` and `# if status != said` for a word.
A line `# among ?text` is a place for articles of which the asker knows that no others can answer, `# alike ?wording`
and `# contested ?wording` are places for wordings of which the asker knows that no others can.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from pyoxigraph import NamedNode

from sayso.ontology.errors import UsageError
from sayso.queries.query import Query
from sayso.queries.values import Term, term

# The value of a status that restricts nothing.
ANY: Final = "any"

_PLACE = re.compile(r"(\s*)VALUES \?(\w+) \{ UNDEF \}(?: # (\w+))?\s*")
_MODIFIER = re.compile(r"(\s*)(LIMIT|OFFSET) \d+\s*")
_IF = re.compile(r"\s*# if (\w+(?: \w+)*)(?: (!?=) (\w+))?\s*")
_END = re.compile(r"\s*# end\s*")
# "latest by" is for those who page; see graph/dated/narrowing.py.
AMONG: Final = re.compile(
    r"^(?P<indent> *)# among (?P<variable>\?\w+)(?: latest by (?P<by>\w+(?: \w+)*))?$", re.MULTILINE
)
# See graph/dated/wordings.py.
ALIKE: Final = re.compile(r"^(?P<indent> *)# alike (?P<variable>\?\w+)$", re.MULTILINE)
CONTESTED: Final = re.compile(r"^(?P<indent> *)# contested (?P<variable>\?\w+)$", re.MULTILINE)
# See graph/dated/bounds.py.
FIRST: Final = re.compile(
    r"^(?P<indent> *)# (?P<way>first|most|often) (?P<variable>\(\?\w+(?: \?\w+)*\)) from (?P<table>[a-z-]+)"
    r" by (?P<by>\w+(?: \w+)*)$",
    re.MULTILINE,
)


def bind(
    query: Query, values: Mapping[str, str | Term | tuple[str | Term, ...]], among: Iterable[NamedNode] = ()
) -> str:
    """Return the query's SPARQL with the values in it; None and "" count as not given, a tuple stands for each.

    The status "any" restricts nothing. Only articles that are `among` these are asked, where there are any. Raises
    UsageError for a parameter that the query does not have, QueryError for a value that does not fit.
    """
    known = query.parameter_names
    if unknown := [name for name in values if name not in known]:
        listed = ", ".join(known) or "none"
        raise UsageError(f"{query.name} has no parameter {unknown[0]!r}; it takes: {listed}")
    terms: dict[str, tuple[Term, ...]] = {}
    for parameter in query.parameters:
        value = values.get(parameter.name)
        value = parameter.default if value is None or value == "" else value
        if value is not None and not (parameter.type == "status" and value == ANY):
            several = value if isinstance(value, tuple) else (value,)
            terms[parameter.name] = tuple(term(parameter, one) for one in several)
    text = "\n".join(_lines(query, terms))
    nodes = tuple(among)
    return filled(AMONG, text, nodes) if nodes else text


def filled(place: re.Pattern[str], text: str, values: Iterable[Term | tuple[Term, ...]]) -> str:
    """Return a query with values in the places for such: AMONG, ALIKE, CONTESTED or, of tuples, FIRST."""
    told = " ".join(f"({' '.join(map(str, one))})" if isinstance(one, tuple) else str(one) for one in values)
    return place.sub(lambda found: f"{found['indent']}VALUES {found['variable']} {{ {told} }}", text)


def _lines(query: Query, terms: Mapping[str, tuple[Term, ...]]) -> Iterator[str]:
    kept = True
    for line in query.text.split("\n"):
        if (match := _IF.fullmatch(line)) and set(match[1].split()) <= set(query.parameter_names):
            kept = _kept(match, terms)
        elif _END.fullmatch(line):
            kept = True
        elif kept:
            yield _line(line, terms)


def _kept(condition: re.Match[str], terms: Mapping[str, tuple[Term, ...]]) -> bool:
    given = [one for name in condition[1].split() for one in terms.get(name, ())]
    if condition[2] is None or not given:
        return bool(given)
    same = [one.value.rpartition("/")[2] for one in given] == [condition[3]]
    return same if condition[2] == "=" else not same


def _line(line: str, terms: Mapping[str, tuple[Term, ...]]) -> str:
    if match := _PLACE.fullmatch(line):
        indent, variable, name = match[1], match[2], match[3] or match[2]
        return f"{indent}VALUES ?{variable} {{ {' '.join(map(str, terms[name]))} }}" if name in terms else line
    if (match := _MODIFIER.fullmatch(line)) and match[2].lower() in terms:
        number = int(terms[match[2].lower()][0].value)
        return f"{match[1]}{match[2]} {number}" if number or match[2] == "OFFSET" else ""
    return line
