"""A look at SPARQL text before the engine sees it: what it would fetch from elsewhere, and how deep it nests."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.ontology.errors import QueryError

MAX_LENGTH = 1_000_000
MAX_DEPTH = 200

# In the order of SPARQL 1.1's own tokens: whatever may hold the letters of a keyword without being one comes first.
# IRIs and local names take their escapes along, so that no `\u0023` or `\'` opens a comment or a string that the
# engine does not see. What is no prefix is taken as a whole, `1-1-1-now`, and parted afterwards: to look from each of
# its words for the colon anew would take a minute for a text of 30,000 of them.
_TOKEN = re.compile(
    r"""
      (?P<comment> \#[^\n\r]* )
    | (?P<iri>     <(?:[^<>"{}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*> )
    | (?P<string>  \"\"\"(?:\"{0,2}(?:[^"\\]|\\.))*\"\"\" | '''(?:'{0,2}(?:[^'\\]|\\.))*'''
                 | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*' )
    | (?P<variable> [?$]\w+ )
    | (?P<prefixed> (?:\w(?:[\w.-]*[\w-])?)?:(?:[\w.:-]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?\#@%])* )
    | (?P<tag>     @[A-Za-z-]+ )
    | (?P<words>   \w[\w.-]* )
    | (?P<open>    [({\[] )
    | (?P<close>   [)}\]] )
    """,
    re.VERBOSE | re.DOTALL,
)
_WORD = re.compile(r"\w+")
_UPDATING = frozenset("INSERT DELETE WITH CLEAR DROP CREATE ADD MOVE COPY LOAD".split())
# No prologue is longer.
_PROLOGUE = 20_000
_REACHING = re.compile("SERVICE|LOAD", re.IGNORECASE)
# How nearly every query begins: a prologue without comments, and the word for what it is.
_QUERYING = re.compile(
    r"""(?: \s+ | PREFIX \s+ [\w.-]*: \s* <[^<>"{}|^`\\\x00-\x20]*> | BASE \s* <[^<>"{}|^`\\\x00-\x20]*> )*+
        (?: SELECT | ASK | CONSTRUCT | DESCRIBE ) (?! [\w:.-] )""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of SPARQL text: `kind` is "word" or one of the names of `_TOKEN`, `start` where it begins."""

    kind: str
    text: str
    start: int


def tokens(text: str) -> Iterator[Token]:
    """Yield the tokens of a SPARQL text, numbers and signs aside."""
    for found in _TOKEN.finditer(text):
        if found.lastgroup == "words":
            for word in _WORD.finditer(text, *found.span()):
                yield Token("word", word.group(), word.start())
        else:
            yield Token(found.lastgroup or "", found.group(), found.start())


def check(text: str, longest: int = MAX_LENGTH) -> str:
    """Return SPARQL text that neither reaches out of the store nor nests so deep that the engine breaks.

    A byte order mark before it is left out. Raises QueryError where it holds the keyword SERVICE or LOAD (both open
    connections, and the engine has no switch against it), where brackets nest deeper than MAX_DEPTH and where it is
    longer than `longest`. The engine reads `1SERVICE` as two tokens and `SERVICE:x` as the keyword before `:x`; so a
    word or prefix that only holds such a keyword is refused too, and a prefix of that name has to be renamed.
    """
    if len(text) > longest:
        raise QueryError(f"the query is {len(text):,} characters long; at most {longest:,} are read")
    # A byte order mark is no part of the text: editors leave it at the beginning of files.
    text = text.removeprefix("\ufeff")
    # Most texts hold neither the letters of such a keyword nor so many brackets: no need to part them into tokens.
    if not _REACHING.search(text) and sum(map(text.count, "({[")) <= MAX_DEPTH:
        return text
    depth = 0
    for token in tokens(text):
        match token.kind:
            case "word" | "prefixed" if _REACHING.search(token.text.partition(":")[0]):
                line = text.count("\n", 0, token.start) + 1
                raise QueryError(
                    f"line {line}: “{token.text}”: SERVICE and LOAD would open a connection to another server, "
                    "which SaySo does not do; load the data into the store and ask for it there"
                )
            case "open":
                depth += 1
                if depth > MAX_DEPTH:
                    raise QueryError(f"the query nests deeper than {MAX_DEPTH} brackets; write it flatter")
            case "close":
                depth -= 1
    return text


def check_query(text: str) -> str:
    """Return a query as `check` does. Raises QueryError for an empty one, too; an update may be empty."""
    text = check(text)
    if "{" not in text and all(token.kind == "comment" for token in tokens(text)):
        raise QueryError("the query is empty; write one, as SELECT ?s { ?s a sayso:Statement } LIMIT 10")
    return text


def names_graphs(text: str) -> bool:
    """Say whether a query names the graphs that it is about (FROM, FROM NAMED): then these are its dataset.

    The engine forgets them where the default graph is said to be the union of all.
    """
    return "FROM" in text.upper() and "FROM" in keywords(text)


def is_update(text: str) -> bool:
    """Say whether a SPARQL text is an update, by the word after its prologue."""
    if _QUERYING.match(text):
        return False
    # One token after the other: most of its text does not matter.
    found = (token.text.upper() for token in tokens(text[:_PROLOGUE]) if token.kind != "comment")
    for word in found:
        match word:
            case "PREFIX":
                next(found, None)
                next(found, None)
            case "BASE":
                next(found, None)
            case _:
                return word in _UPDATING
    return False


def keywords(text: str) -> frozenset[str]:
    """Return the bare words of a SPARQL text in capitals, without those in comments, strings, IRIs and names."""
    return frozenset(token.text.upper() for token in tokens(text) if token.kind == "word")
