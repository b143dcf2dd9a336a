"""Quickening: two parts of spaCy's pipeline made to do the same work once, which was a third of its time.

Both give what spaCy's own give; a test compares them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.matcher import Matcher
    from spacy.strings import StringStore
    from spacy.tokens import Doc, Token

type RuleMatch = tuple[int, int, int, int]
"""A rule that fits: its number, its name, first token and end."""

_LEMMAS = 200_000  # remembered at most
_READ = ("TAG", "LOWER", "DEP", "IS_SPACE")  # what rules of one word may ask of it
_OTHER = -1  # stands for every value that no rule names; a value of spaCy's is never negative


def quicken_lemmas(lemmatizer: Any) -> None:
    """Look words up in sets, where spaCy searches lists of some ten thousand, and remember the lemmas of a word."""
    index = lemmatizer.lookups.get_table("lemma_index")
    for part_of_speech in list(index):
        index[part_of_speech] = frozenset(index[part_of_speech])
    lemmatizer.lemmatize = _remembering(lemmatizer.lemmatize)


def quicken_rules(ruler: Any) -> None:
    """Let the attribute ruler match its rules of one word once for each kind of word that they tell apart.

    A kind is what these rules ask of a word: its tag, and its form and its place in the syntax where a rule names them.
    Rules of several words, and those that ask for more, are matched as ever.
    """
    from spacy.matcher import Matcher

    named: dict[str, set[int]] = {"LOWER": set(), "DEP": set()}
    alone, others = Matcher(ruler.vocab, validate=False), Matcher(ruler.vocab, validate=False)
    for number, rule in enumerate(ruler.patterns):
        for pattern in rule["patterns"]:
            values = _values(pattern)
            (others if values is None else alone).add(str(number), [pattern])
            for name, several in (values or {}).items():
                named[name].update(map(ruler.vocab.strings.add, several))
    ruler.match = _matching(ruler.vocab.strings, alone, others, named["LOWER"], named["DEP"])


def _values(pattern: list[dict[str, Any]]) -> dict[str, list[str]] | None:
    """Return the forms and places that a pattern of one word names, None for any other pattern."""
    if len(pattern) != 1 or not pattern[0].keys() <= set(_READ):
        return None
    found: dict[str, list[str]] = {}
    for name in ("LOWER", "DEP"):
        condition = pattern[0].get(name, [])
        if isinstance(condition, dict) and condition.keys() <= {"IN", "NOT_IN"}:
            condition = [value for listed in condition.values() for value in listed]
        if isinstance(condition, dict):
            return None
        found[name] = [condition] if isinstance(condition, str) else condition
    return found


def _matching(
    strings: StringStore, alone: Matcher, others: Matcher, forms: set[int], places: set[int]
) -> Callable[[Doc], list[RuleMatch]]:
    """Return what lists the rules that fit the words of a text, by their numbers."""
    known: dict[tuple[int, ...], list[tuple[int, int]]] = {}

    def match(doc: Doc) -> list[RuleMatch]:
        found = [(int(strings[name]), name, start, end) for name, start, end in others(doc, allow_missing=True)]
        for i, (tag, form, place, space) in enumerate(doc.to_array(list(_READ)).tolist()):
            kind = (tag, form if form in forms else _OTHER, place if place in places else _OTHER, space)
            if kind not in known:
                fitting = alone(doc[i : i + 1], allow_missing=True)
                known[kind] = [(int(strings[name]), name) for name, _, _ in fitting]
            found += [(number, name, i, i + 1) for number, name in known[kind]]
        return sorted(found)

    return match


def _remembering(lemmatize: Callable[[Token], list[str]]) -> Callable[[Token], list[str]]:
    """Remember the lemmas of a word with its tags: spaCy remembers only some, and asks for the morphology each time."""
    known: dict[tuple[int, int, int], list[str]] = {}

    def remembered(token: Token) -> list[str]:
        key = (token.orth, token.pos, token.tag)
        if key not in known:
            if len(known) >= _LEMMAS:
                known.clear()
            known[key] = lemmatize(token)
        return known[key]

    return remembered
