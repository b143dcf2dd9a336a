"""Which nouns are offices, which of these are a state's, and what they are about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.loaders.actors.lexicon import first_names
from sayso.loaders.actors.words import words
from sayso.loaders.word_lists import word_row, word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ANY_STATE = word_set("actors/offices", "any_state")
_MINISTERIAL = word_row("actors/offices", "ministerial")
_NO_MINISTERS = word_set("actors/offices", "no_ministers")
_MATTERS = word_set("actors/offices", "matters")
_HEADS = word_set("actors/offices", "heads_of_state")
WITH_PORTFOLIO = word_set("actors/offices", "with_portfolio")
_SHORTEST = 4  # letters of a plural that a ministry is called after


def office(token: Token) -> bool:
    """Say whether a noun is an office ("minister", "Sen."), or several before their holders' names ("Presidents")."""
    low = token.lower_.removeprefix("ex-").removeprefix("co-")
    return low in words().offices or token.text.rstrip(".") in words().ranks or shared_office(token) is not None


def shared_office(token: Token) -> str | None:
    """Return the office that a plural with a capital gives to several: "Ministers" → "Minister", "Sens." → "Sen"."""
    plain = token.text.rstrip(".")
    one = plain.removesuffix("s")
    if one == plain or plain.endswith("ss") or not plain[0].isupper():
        return None
    return one if one in words().ranks or one.lower() in words().offices - words().minor else None


def of_state(title: str) -> bool:
    """Say whether a title alone is a state's office: "Foreign Minister", "President", not "company president"."""
    low = title.lower()
    return low.endswith("minister") or low in _HEADS


def has_office(land: str | None, title: str) -> bool:
    """Say whether a title alone can be a state's office: the United States have no Prime Minister."""
    return of_state(title) and may_have(land, title)


def may_have(land: str | None, title: str) -> bool:
    """Say whether a state that is named nearby may be a minister's: no "Minister" alone tells of which."""
    low = title.lower()
    ministerial = low.endswith(_MINISTERIAL)
    return low not in _ANY_STATE and not (ministerial and land in _NO_MINISTERS)


def is_portfolio(doc: Doc, at: int) -> bool:
    """Say whether a word that could be an office is what another is about: "Justice" of "Secretary of Justice"."""
    return at > 1 and doc[at - 1].lower_ in ("of", "for") and portfolio(doc[at - 2].text, doc[at])


def portfolio(title: str, token: Token) -> bool:
    """Say whether a word behind "Secretary of" or "Minister for" is what the office is about: "Justice", "Health"."""
    return title.lower() in WITH_PORTFOLIO and is_matter(token)


def is_matter(token: Token) -> bool:
    """Say whether a word is what a ministry is for: "Health", or a plural that is no first name: "Fisheries"."""
    low = token.lower_
    plural = low.endswith("s") and not low.endswith("ss") and len(low) > _SHORTEST and low not in first_names()
    return token.text[0].isupper() and (low in words().portfolios | _MATTERS or plural)
