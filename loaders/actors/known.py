"""Known names: states, capitals, demonyms, well-known bodies, where the lexicon has them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sayso.loaders.actors.lexicon import Use, lexicon
from sayso.loaders.actors.words import words
from sayso.loaders.word_lists import any_of, word_row, word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NameForm = Literal["person", "organisation", "country", "group", "place"]

_SMALL = word_row("actors/known", "small")
_EXPLAINED = re.compile(
    rf"((?:[A-Z][\w’'-]*\s(?:{any_of(_SMALL)}\s){{0,2}}){{1,8}}[A-Z][\w’'-]*)"
    r"(?:\s\(|(?P<other>, or ))([A-Z]{2,8})[),]"
)
_PLACE_PREPOSITIONS = word_set("actors/known", "place_prepositions")
# verbs whose "to" is directed at somebody, not a place
_SPOKEN = word_set("actors/known", "spoken")
_ENVOYS = word_set("actors/known", "envoys")
_NOT_THE_HOUSE = word_set("actors/known", "not_the_house")
_PARTISANS = word_set("actors/known", "partisans")
_OTHER_PARTIES = word_set("actors/known", "other_parties")
_GEORGIA_ABROAD = word_set("actors/known", "georgia_abroad")
_NEAR_GEORGIA = word_row("actors/known", "near_georgia")
_NEAR_THE_STATE = word_row("actors/known", "near_the_state")
_OF_THAT_STATE = word_row("actors/known", "of_that_state")
_OF_THE_HOUSE = word_set("actors/known", "of_the_house")


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens `start` to `end` (exclusive) that name somebody; `actor` where the lexicon knows who, by which `use`."""

    start: int
    end: int
    form: NameForm
    text: str
    actor: str | None = None
    use: Use | None = None


def known_names(doc: Doc) -> list[Name]:
    """Find what the lexicon knows."""
    text, found, free = doc.text, [], 0
    georgia = "country/US-GA" if _american_georgia(text[:100_000]) else "country/GE"
    belgian = "Belgi" in text and not ("EU" in text or "European " in text)
    american = any(word in text for word in _OF_THAT_STATE)
    ends = {t.idx + len(t): t.i + 1 for t in doc}
    defined = _defined(text)
    for token in doc:
        if token.idx < free or not (token.text[0].isupper() or token.text[0].isdigit()):
            continue
        entry = lexicon().match(text, token.idx)
        if entry and entry.phrase in defined and not _same_body(entry.actor, defined[entry.phrase]):
            continue  # "the Rapid Support Forces (RSF)" are not those reporters
        if entry and text[token.idx + len(entry.phrase) :][:1] == "$":
            continue  # "US$ 40"
        if entry and belgian and entry.phrase == "Brussels":
            continue  # its own country's capital, perhaps
        end = ends.get(token.idx + len(entry.phrase)) if entry else None
        if entry is None or end is None:
            if house := _house(doc, token, american=american):
                found.append(house)
            continue
        actor, use = _in_context(
            doc, token, doc[end - 1], georgia if entry.phrase == "Georgia" else entry.actor, entry.use
        )
        free = token.idx + len(entry.phrase)
        if actor:
            form: NameForm = {"country": "country", "group": "group"}.get(actor.split("/")[0], "organisation")  # type: ignore[assignment]
            found.append(Name(token.i, end, form, entry.phrase, actor, use))
        elif use == "capital":
            found.append(Name(token.i, end, "place", entry.phrase))
    return found


def _defined(text: str) -> dict[str, str]:
    """Return the short names that a text explains itself: "Rapid Support Forces (RSF)"."""
    return {match[3]: match[1] for match in _EXPLAINED.finditer(text) if _stand_for(match)}


def defined_at(text: str) -> list[tuple[tuple[int, int], str]]:
    """List the full names whose short names a text explains, by their place, with the short names."""
    found = []
    for match in _EXPLAINED.finditer(text):
        if not _stand_for(match):
            continue
        begin, spare = match.start(1), len(_initials(match)) - len(match[3])
        spare = 0 if match["other"] else spare
        for word in re.finditer(r"[^\s-]+", match[1]):  # "Officials of the Rapid Support Forces (RSF)"
            if spare <= 0 and word[0].lower() not in _SMALL:
                begin = match.start(1) + word.start()
                break
            spare -= word[0][0].isupper()
        found.append(((begin, match.end(1)), match[3]))
    return found


def _initials(match: re.Match[str]) -> str:
    return "".join(word[0] for word in match[1].replace("-", " ").split() if word[0].isupper())


def _stand_for(match: re.Match[str]) -> bool:
    """Say whether letters are a name's own; behind "or" they may be those of its name in another language."""
    letters, full = match[3], _initials(match)
    return full.endswith(letters) or (match["other"] is not None and full[:1] == letters[0] and len(letters) > 2)


def _same_body(actor: str, name: str) -> bool:
    """Say whether a body of the lexicon goes by a name."""
    known = lexicon().actors[actor]
    return any(name.lower().endswith(own.lower()) for own in (known.name, *known.names) if len(own) > 5)


def _house(doc: Doc, token: Token, *, american: bool) -> Name | None:
    """Read "House" as the House of Representatives where nothing else continues the name.

    "The House" alone is that only where the article is about the United States.
    """
    if token.text != "House" or (token.i and doc[token.i - 1].text in _NOT_THE_HOUSE):
        return None
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    leads = after is not None and after.text.lower() in words().offices | _OF_THE_HOUSE
    alone = (
        american
        and token.i > 0
        and doc[token.i - 1].lower_ == "the"
        and (after is None or after.pos_ not in ("PROPN", "NOUN"))
    )
    plural = after is not None and after.text in _PARTISANS
    if (leads and after is not None and after.lower_ != "committee") or alone or plural:
        return Name(token.i, token.i + 1, "organisation", "House", "organisation/house-of-representatives", "name")
    return None


def _in_context(doc: Doc, first: Token, last: Token, actor: str, use: Use) -> tuple[str | None, Use]:
    """Judge a lexicon's phrase by its surroundings: a person's name, a place, another Georgia."""
    if first.ent_type_ == "PERSON" and use != "adherent":
        before = first.ent_iob_ == "I"
        after = last.i + 1 < len(doc) and doc[last.i + 1].ent_iob_ == "I" and doc[last.i + 1].ent_type_ == "PERSON"
        if before or after:
            return None, use
    if use == "adherent" and first.i and first.nbor(-1).text in _OTHER_PARTIES:
        return None, use
    if use == "demonym" and first.i and doc[first.i - 1].text.endswith("-") and not doc[first.i - 1].whitespace_:
        return None, use  # "un-American", "African-American"
    if first.text == "West" and (first.i == 0 or doc[first.i - 1].lower_ != "the" or last.head.pos_ == "PROPN"):
        return None, use
    if use == "capital" and not speaks_for_state(first, last):
        return None, use
    return actor, use


def _american_georgia(text: str) -> bool:
    """Say whether a text's Georgia is the federal state."""
    if "Georgia" not in text:
        return False
    if any(word in text for word in _GEORGIA_ABROAD):
        return False
    states = sum(entry in text for entry in _NEAR_THE_STATE)
    return states > sum(entry in text for entry in _NEAR_GEORGIA)


def speaks_for_state(first: Token, last: Token) -> bool:
    """Say whether a capital's name stands for its government ("Moscow's demands") rather than the place."""
    head = last
    while head.dep_ == "conj" and head.head.i < head.i:
        head = head.head
    following = last.doc[last.i + 1].text if last.i + 1 < len(last.doc) else ""
    if following in ("(", "—", "–", "--") and first.is_sent_start:
        return False
    if head.dep_ in ("compound", "amod", "npadvmod", "nmod", "appos"):
        return False
    if head.dep_ == "pobj":
        preposition = head.head.lower_
        if preposition == "to":
            return head.head.head.lower_ in _ENVOYS or head.head.head.lemma_ in _SPOKEN
        return preposition not in _PLACE_PREPOSITIONS
    return True
