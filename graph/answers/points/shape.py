"""Recognising point look-ups: queries that ask only what stands at subjects that they name.

    SELECT ?words ?act WHERE { <…/statement/1> sayso:content ?words ; sayso:act ?act } LIMIT 10

No other text is one, whatever it means: variables are each met once and never as a subject; there are no paths,
filters, groups, literals, nor anything that could be written in two ways (escapes, dots in names, relative IRIs).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from sayso.ontology.namespaces import PREFIXES, TYPE

_LONGEST: Final = 4096
_MOST_PATTERNS: Final = 8

# ASCII alone, and nothing that could go on where a token ends. A dot is left to the end of a pattern.
_TOKEN = re.compile(
    r"""
      (?P<space>    [ \t\r\n]+ | \#[^\r\n]* )
    | (?P<iri>      <[A-Za-z][A-Za-z0-9+-]*:[A-Za-z0-9_~:/?\#@!$&'()*+,;=%.-]*> )
    | (?P<prefixed> [A-Za-z][A-Za-z0-9]*:[A-Za-z][A-Za-z0-9_-]*(?![\w:%\\-]) )
    | (?P<prefix>   [A-Za-z][A-Za-z0-9]*:(?![\w:%\\-]) )
    | (?P<variable> [?$][A-Za-z][A-Za-z0-9_]*(?!\w) )
    | (?P<word>     [A-Za-z]+(?![\w:]) )
    | (?P<number>   [0-9]{1,9}(?![\w.]) )
    | (?P<sign>     [{};,.*] )
    """,
    re.VERBOSE,
)

# Most other queries begin so: it need not be parted into tokens what is none anyway.
_VARIABLE_FIRST = re.compile(r"\{\s*[?$]")

type ShapePart = ox.NamedNode | str


@dataclass(frozen=True, slots=True)
class Pattern:
    """A subject that is known, a predicate that is or is a variable's name, and an object's variable."""

    subject: ox.NamedNode
    predicate: ShapePart
    object: str


@dataclass(frozen=True, slots=True)
class Points:
    """What is asked: the variables to answer with, the patterns, and how many rows, None for all."""

    variables: tuple[str, ...]
    patterns: tuple[Pattern, ...]
    limit: int | None = None


class _Other(Exception):
    """The text is something else."""


def points_of(text: str) -> Points | None:
    """Return what a point look-up asks, None for any other text, be it SPARQL or not."""
    if len(text) > _LONGEST or _VARIABLE_FIRST.search(text):
        return None
    try:
        return _Reading(text).points()
    except (_Other, ValueError):
        # The engine's own nodes raise ValueError for what is no IRI.
        return None


class _Reading:
    def __init__(self, text: str) -> None:
        self._tokens = _tokens(text)
        self._place = 0
        self._prefixes: dict[str, str] = {}

    def points(self) -> Points:
        while self._word("PREFIX"):
            name, iri = self._take("prefix")[:-1], self._take("iri")[1:-1]
            if name in self._prefixes or "/." in iri:
                raise _Other
            self._prefixes[name] = iri
        if not self._word("SELECT"):
            raise _Other
        variables = [self._take("variable")[1:]]
        while self._next()[0] == "variable":
            variables.append(self._take("variable")[1:])
        self._word("WHERE")
        self._sign("{")
        patterns = self._patterns()
        limit = int(self._take("number")) if self._word("LIMIT") else None
        met = [name for one in patterns for name in (one.predicate, one.object) if isinstance(name, str)]
        whole = self._next()[0] == ""
        if not whole or len({*met}) < len(met) or len({*variables}) < len(variables) or not {*variables} <= {*met}:
            raise _Other
        return Points(tuple(variables), patterns, limit)

    def _patterns(self) -> tuple[Pattern, ...]:
        found: list[Pattern] = []
        while not self._is("}"):
            subject = self._node()
            while True:
                predicate = self._take("variable")[1:] if self._next()[0] == "variable" else self._verb()
                found.append(Pattern(subject, predicate, self._take("variable")[1:]))
                if not self._is(";"):
                    break
            if not self._is("."):
                self._sign("}")
                break
        if not 0 < len(found) <= _MOST_PATTERNS:
            raise _Other
        return tuple(found)

    def _verb(self) -> ox.NamedNode:
        if self._next() == ("word", "a"):
            self._place += 1
            return TYPE
        return self._node()

    def _node(self) -> ox.NamedNode:
        kind, text = self._next()
        self._place += 1
        if kind == "iri" and "/." not in text:
            return ox.NamedNode(text[1:-1])
        if kind != "prefixed":
            raise _Other
        prefix, _, local = text.partition(":")
        known: Mapping[str, str] = self._prefixes if prefix in self._prefixes else PREFIXES
        if prefix not in known:
            raise _Other
        return ox.NamedNode(known[prefix] + local)

    def _next(self) -> tuple[str, str]:
        return self._tokens[self._place] if self._place < len(self._tokens) else ("", "")

    def _take(self, kind: str) -> str:
        found, text = self._next()
        if found != kind:
            raise _Other
        self._place += 1
        return text

    def _word(self, word: str) -> bool:
        kind, text = self._next()
        if kind == "word" and text.upper() == word:
            self._place += 1
            return True
        return False

    def _is(self, sign: str) -> bool:
        if self._next() == ("sign", sign):
            self._place += 1
            return True
        return False

    def _sign(self, sign: str) -> None:
        if not self._is(sign):
            raise _Other


def _tokens(text: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    place = 0
    for token in _TOKEN.finditer(text):
        if token.start() != place:
            raise _Other
        place = token.end()
        if token.lastgroup != "space":
            found.append((token.lastgroup or "", token.group()))
    if place != len(text):
        raise _Other
    return found
