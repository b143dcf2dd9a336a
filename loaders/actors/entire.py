"""Entire names: a source that is one body's name from end to end, with a number, an "and" or a state in it.

"The Lost 40 Project said …", "Tessen Fire and Rescue said …", "Sustainable Kenya said …": wherever these words stand.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sayso.loaders.actors.known import Name
from sayso.loaders.actors.lexicon import lexicon
from sayso.loaders.actors.tokens import tokens_in
from sayso.loaders.actors.words import words
from sayso.loaders.facts import Attribution
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

_NUMBERED = word_set("actors/entire", "numbered")
_STATIONS = word_set("actors/entire", "stations")
_PAIRS = word_set("actors/entire", "pairs")
_PARTS = word_set("actors/entire", "parts")
_LONGEST = 6  # words of such a name


def entire(doc: Doc, names: list[Name], attributions: Iterable[Attribution]) -> list[Name]:
    """Return the names with those bodies made whole that are all of a source, there and wherever they stand."""
    sources = [tokens_in(doc, span) for attribution in attributions for span in attribution.sources]
    found = {part.text: part for tokens in sources if (part := _bare(tokens)) is not None and _is_entire(part)}
    if not found:
        return names
    sizes = {len(part) for part in found.values()}
    places: list[tuple[int, int]] = []
    for token in doc:
        texts = (doc[token.i : token.i + size] for size in sorted(sizes, reverse=True))
        whole = next((part for part in texts if part.text in found), None)
        if whole is not None and not (places and places[-1][1] > token.i):
            places.append((whole.start, whole.end))
    taken = {i for start, end in places for i in range(start, end)}
    kept = [name for name in names if taken.isdisjoint(range(name.start, name.end))]
    kept += [Name(start, end, "organisation", doc[start:end].text) for start, end in places]
    return sorted(kept, key=lambda n: n.start)


def _bare(tokens: Tokens) -> Tokens | None:
    """Return a source without its article, the marks at its edges and what a comma parts from it.

    None where it can be no such name.
    """
    doc, start = tokens.doc, tokens.start
    end = next((t.i for t in tokens if t.text == ","), tokens.end)
    while start < end and (doc[start].lower_ == "the" or doc[start].is_space):
        start += 1
    while start < end and (doc[end - 1].is_space or doc[end - 1].is_punct):
        end -= 1
    return doc[start:end] if 2 <= end - start <= _LONGEST else None


def _is_entire(part: Tokens) -> bool:
    return _numbered(part) or _paired(part) or _landed(part) or _joint(part)


def _large(token: Token) -> bool:
    return token.is_alpha and token.text[0].isupper() and not token.is_stop and token.lower_ not in words().documents


def _numbered(part: Tokens) -> bool:
    """Say whether a number belongs to a name: "Lost 40 Project", "News 12"; no year, no paragraph."""
    numbers = [t for t in part if t.is_digit]
    if len(numbers) != 1 or numbers[0].i == part.start or numbers[0].ent_type_ in ("DATE", "TIME", "MONEY"):
        return False
    if not all(t.is_digit or _large(t) for t in part):
        return False
    if numbers[0].i == part.end - 1:
        return part[-2].lower_ in _STATIONS
    return part[-1].lower_ in _NUMBERED | words().organisations


def _paired(part: Tokens) -> bool:
    """Say whether a name ends with two matters of one body: "Tessen Fire and Rescue"."""
    plain = (_large(t) or t.lower_ == "and" for t in part)
    return len(part) > 3 and part[-3:].text.lower() in _PAIRS and all(plain) and part[0].text[0].isupper()


def _joint(part: Tokens) -> bool:
    """Say whether one body is called after two: "the Glass and Brick Council".

    Two bodies that speak are none: one of them stands alone elsewhere, is known, or its name is longer than a word.
    """
    doc, first, last = part.doc, part[0], part[-1]
    opened = part.start and doc[part.start - 1].lower_ == "the"
    if not opened or len(part) < 4 or part[1].lower_ != "and" or last.lower_ not in words().organisations:
        return False
    if not all(_large(t) and t.text.istitle() for t in part if t.i != part[1].i) or last.tag_ in ("NNS", "NNPS"):
        return False
    known = any(lexicon().find(doc[a:b].text) for a, b in ((part.start, part.start + 1), (part.start + 2, part.end)))
    body = first.lower_ in words().organisations or first.ent_type_ in ("GPE", "NORP")
    behind = doc[part.start + 2 : part.end].text
    before = (t.nbor(-1) for t in doc[1:] if t.text == first.text and doc[t.i : t.i + len(part)].text == part.text)
    longer = any(_large(t) for t in before)  # "the National Search and Rescue Agency"
    alone = any(
        (t.text == first.text and t.nbor(1).lower_ != "and")
        or (doc[t.i : t.i + len(part) - 2].text == behind and t.i and t.nbor(-1).lower_ != "and")
        for t in doc[:-1]
    )
    return not (known or body or alone or longer)


def _landed(part: Tokens) -> bool:
    """Say whether a word before a state's name makes another's of it, as large in the middle of a sentence."""
    first, last = part[0], part[-1]
    if len(part) != 2 or not (_large(first) and _large(last)) or first.ent_type_ in ("NORP", "GPE"):
        return False
    entry = lexicon().find(last.text)
    state = entry is not None and entry.use == "name" and entry.actor.startswith("country/")
    if not state or first.tag_ not in ("JJ", "NNP") or first.lower_ in _PARTS or lexicon().find(first.text):
        return False
    again = (t for t in part.doc if t.text == first.text and t.i + 1 < len(part.doc) and t.nbor(1).text == last.text)
    return any(t.i and t.nbor(-1).is_alpha and t.nbor(-1).text.islower() and not t.is_sent_start for t in again)
