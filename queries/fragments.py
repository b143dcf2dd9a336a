"""Fragments: parts of queries that many share, each in a file of `filters/`, with the parameters that it takes.

A query names them in its header, `# use in-time`, where their parameters go, and where they stand, on a line of their
own: `# use in-time ?statement=?other` puts ?other for ?statement. A fragment may use others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from sayso.ontology.errors import QueryError
from sayso.queries.query import Parameter, read

FOLDER = Path(__file__).parent / "filters"
_USE = re.compile(r"(\s*)# use ([a-z-]+)((?: \?\w+=\?\w+)*)\s*")
_HEADER = re.compile(r"# use ((?:[a-z-]+ ?)+)")


def expanded(text: str) -> str:
    """Return a query with its fragments in it. Raises QueryError for one that there is not."""
    lines = text.split("\n")
    start = next((number for number, line in enumerate(lines) if not line.startswith("#")), len(lines))
    head = [one for line in lines[:start] for one in _declared(line)]
    return "\n".join([*head, *(one for line in lines[start:] for one in _placed(line))])


@cache
def parameter(name: str) -> Parameter:
    """Return what restricts statements, by its name: "since". Raises QueryError for what does not."""
    for path in sorted(FOLDER.glob("*.rq")):
        for one in read(path.stem, _fragment(path.stem)).parameters:
            if one.name == name:
                return one
    raise QueryError(f"no filter takes {name!r}")


@cache
def _fragment(name: str) -> str:
    path = FOLDER / f"{name}.rq"
    if not path.is_file():
        raise QueryError(f"there is no fragment {name!r} in queries/filters")
    return path.read_text("utf-8").rstrip("\n")


def _declared(line: str) -> Iterator[str]:
    match = _HEADER.fullmatch(line)
    if match is None:
        yield line
        return
    for name in match[1].split():
        for one in _fragment(name).split("\n"):
            if one.startswith("# param: "):
                yield one
            elif one.startswith("# use "):
                yield from _declared(one)


def _placed(line: str) -> Iterator[str]:
    match = _USE.fullmatch(line)
    if match is None:
        yield line
        return
    indent, name, renamed = match.groups()
    # The first line says what the fragment is for.
    for one in _fragment(name).split("\n")[1:]:
        if not one.startswith("# param: "):
            for placed in _placed(f"{indent}{one}"):
                yield _renamed(placed, renamed)


def _renamed(line: str, pairs: str) -> str:
    for pair in pairs.split():
        old, new = pair.split("=")
        line = re.sub(rf"{re.escape(old)}\b", new, line)
    return line
