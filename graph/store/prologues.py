"""Prologues within an update: grammar rule 29 lets each operation declare prefixes, the engine only the first.

https://www.w3.org/TR/sparql11-query/#rUpdate
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.graph.store.guard import Token, tokens
from sayso.ontology.errors import QueryError

_LATER = re.compile(r";(?:\s|#[^\n\r]*)*(?:PREFIX|BASE)\b", re.IGNORECASE)


def hoisted(text: str) -> str:
    """Return an update with all declarations at its beginning; a prefix that is declared again gets another name.

    Raises QueryError for a BASE that is declared again.
    """
    if not _LATER.search(text):
        return text
    found = [token for token in tokens(text) if token.kind != "comment"]
    start = _end_of_prologue(found)
    declared: list[str] = []
    parts = list(_operations(text, found, start, declared))
    first = found[start].start if start < len(found) else len(text)
    return "".join([text[:first], *declared, *parts])


def _operations(text: str, found: Sequence[Token], start: int, declared: list[str]) -> Iterator[str]:
    used = {token.text.partition(":")[0] for token in found if token.kind == "prefixed"}
    names: dict[str, str] = {}
    done = found[start].start if start < len(found) else len(text)
    depth, index = 0, start
    while index < len(found):
        token = found[index]
        depth += (token.kind == "open") - (token.kind == "close")
        if depth == 0 and token.kind == "word" and token.text.upper() == "BASE":
            raise QueryError("BASE is declared within the update; declare it once, at its beginning")
        if depth == 0 and _is_prefix(found, index):
            name, iri = found[index + 1].text.partition(":")[0], found[index + 2]
            names[name] = next(one for number in range(1, len(found)) if (one := f"later{number}") not in used)
            used.add(names[name])
            declared.append(f"PREFIX {names[name]}: {iri.text}\n")
            yield text[done : token.start]
            done, index = iri.start + len(iri.text), index + 3
            continue
        if token.kind == "prefixed" and (name := token.text.partition(":")[0]) in names:
            yield text[done : token.start] + names[name]
            done = token.start + len(name)
        index += 1
    yield text[done:]


def _end_of_prologue(found: Sequence[Token]) -> int:
    index = 0
    while index < len(found):
        if _is_prefix(found, index):
            index += 3
        elif found[index].text.upper() == "BASE":
            index += 2
        else:
            break
    return index


def _is_prefix(found: Sequence[Token], index: int) -> bool:
    kinds = [token.kind for token in found[index : index + 3]]
    return kinds == ["word", "prefixed", "iri"] and found[index].text.upper() == "PREFIX"
