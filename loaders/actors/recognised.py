"""Recognised names: the entities that the recogniser finds, cut to what each names and told apart by kind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.loaders.actors.known import Name, NameForm
from sayso.loaders.actors.lengthened import is_title
from sayso.loaders.actors.lexicon import first_names, lexicon
from sayso.loaders.actors.office_nouns import WITH_PORTFOLIO, is_matter
from sayso.loaders.actors.styled import is_surname, without_letters, without_titles
from sayso.loaders.actors.words import words
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as Tokens

_FORMS: dict[str, NameForm] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "NORP": "group",
    "FAC": "organisation",
}
_THINGS = word_set("actors/names", "things")
_DASHES = ("-", "–", "—", "―", "--")
_DIRECTIONS = word_set("actors/names", "directions")
_CONTINENTS = word_set("actors/names", "continents")
_KINDS = word_set("actors/names", "kinds")
_REGIONS = word_set("actors/names", "regions")
_FIRST_OF_BODIES = word_set("actors/names", "first_of_bodies")
_TOWN_OFFICES = word_set("actors/names", "town_offices")
_CLUBS = word_set("actors/names", "clubs")
_FEWEST = 2  # letters of a name
_TAG = re.compile(r"[RDI]-[A-Z]")  # the party and state of a member of Congress


def recognised(doc: Doc) -> list[Name]:
    """Take spaCy's entities, trimmed of articles, possessives and quotation marks."""
    found = []
    for ent in doc.ents:
        form = _FORMS.get(ent.label_)
        start, end = _bounds(doc, ent)
        if form in ("person", "organisation"):
            start, end = _hyphenated(doc, start, end)
        if form is None or start >= end or "@" in doc[start:end].text or "\n" in doc[start:end].text:
            continue
        plain = without_letters(doc, start, end)
        form = "person" if plain < end and form == "organisation" else form
        text = doc[start:plain].text
        if form == "person":
            start, text = _person_at(doc, start, plain, text)
        if form == "organisation":
            start, end, form = _body_at(doc, start, end)
            text = doc[start:end].text
        if _TAG.match(text) or "—" in text or sum(ch.isalpha() for ch in text) < _FEWEST:
            continue
        if form in ("person", "organisation") and _in_dateline(doc, start, end):
            form = "place"
        found.append(Name(start, end, _by_last_word(doc, start, end, form), text))
    return found


def _bounds(doc: Doc, ent: Tokens) -> tuple[int, int]:
    """Return an entity's tokens without articles, possessives and marks at its edges."""
    start, end = ent.start, ent.end
    while start < end and (doc[start].lower_ in ("the", "a", "an") or not doc[start].text[0].isalnum()):
        start += 1
    while start < end and (
        doc[end - 1].lower_ in ("'s", "’s") or (not doc[end - 1].text[-1].isalnum() and doc[end - 1].text[-1] != ".")
    ):
        end -= 1
    end = _kind_cut(doc, start, _possessive_cut(doc, start, end))
    # "Tessen Gas (Tessen", which the recogniser cuts before the bracket's end
    opened = next((t.i for t in doc[start:end] if t.text == "("), end)
    return start, opened if not any(t.text == ")" for t in doc[opened:end]) and opened > start else end


def _body_at(doc: Doc, start: int, end: int) -> tuple[int, int, NameForm]:
    """Return the tokens and the form of what the recogniser takes for a body; none where it names nobody."""
    form: NameForm = "organisation"
    if end < len(doc) and is_title(doc[end]):
        end = _before_title(doc, start, end)
    if start < end and _office_there(doc, start, end):
        return start + 2, end, "place"
    if start == end or _introduces_holder(doc, start, end) or _is_for(doc, start):
        return start, start, form
    text = doc[start:end].text
    none = doc[end - 1].lower_ in _THINGS or not text[0].isupper() or _only_a_kind(text)
    return start, start if none else end, form


def _person_at(doc: Doc, start: int, end: int, text: str) -> tuple[int, str]:
    """Return where a person's name begins without state and titles, and its text, "" where it is none: "Navy Capt"."""
    text = text[:-2] if text.endswith(("'s", "’s")) else text
    start, text = _without_state(doc, start, end, text)
    start, text = without_titles(doc, start, end, text)
    titled = is_title(doc[end - 1]) and not is_surname(doc, start, end)
    plain = text.islower() or any(ch.isdigit() for ch in text)
    return start, "" if titled or plain else text


def _hyphenated(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Take in what a hyphen joins to a name: "Park Ji-won", "Left-Green Movement"."""
    if end + 1 < len(doc) and doc[end].text == "-" and not doc[end - 1].whitespace_ and not doc[end].whitespace_:
        end += 2 if doc[end + 1].is_alpha else 0
    if start > 1 and doc[start - 1].text == "-" and not doc[start - 1].whitespace_ and doc[start - 2].text.istitle():
        start -= 2 if not doc[start - 2].whitespace_ else 0
    return start, end


def _in_dateline(doc: Doc, start: int, end: int) -> bool:
    """Say whether capitals stand at the head of a line, before a bracket or a dash: "LA PAZ (Reuters) -"."""
    first = start
    while first and start - first < 3 and doc[first - 1].is_upper:
        first -= 1
    if (first and "\n" not in doc[first - 1].text) or end + 3 >= len(doc):
        return False
    if not doc[start:end].text.isupper():  # "Port Sudan, Sudan –"
        return doc[end].text == "," and lexicon().find(doc[end + 1].text) is not None and doc[end + 2].text in _DASHES
    return doc[end].text in _DASHES or doc[end].text in ("(", ",")


def _possessive_cut(doc: Doc, start: int, end: int) -> int:
    """Return where a name ends when the recogniser runs on behind a possessive: "the Commission’s 15 percent"."""
    for token in doc[start:end]:
        if (
            token.tag_ == "POS"
            and token.i > start
            and (
                (token.text in ("'", "’") and doc[end - 1].lower_ not in words().organisations)
                or not doc[token.i + 1 : end].text[:1].isupper()
            )
        ):
            return token.i
    return end


def _kind_cut(doc: Doc, start: int, end: int) -> int:
    """Return where a known name ends behind which the recogniser takes in its kind: "Reuters news agency"."""
    last = end
    while last > start and doc[last - 1].text.islower():
        last -= 1
    known = start < last < end and lexicon().find(doc[start:last].text) is not None
    return last if known and doc[end - 1].lower_ in words().organisations else end


def _only_a_kind(text: str) -> bool:
    """Say whether a text is a bare noun or a region ("Court", "State", "Eastern European"), which names nobody."""
    last = text.split()[-1].lower()
    return text.lower() in words().organisations | _DIRECTIONS or last in _CONTINENTS


def _without_state(doc: Doc, start: int, end: int, text: str) -> tuple[int, str]:
    """Cut the place off "President of India Narendra Modi", "Mayor of Koszalin Ada Hill"."""
    if start and doc[start - 1].lower_ in ("of", "from") and end - start > 1:
        entry = lexicon().find(doc[start].text)
        state = entry is not None and entry.use == "name" and entry.actor.startswith("country/")
        if state or (end - start > 2 and doc[start - 2].lower_ in _TOWN_OFFICES and _a_place(doc, start)):
            return start + 1, text[len(doc[start].text_with_ws) :]
    return start, text


def _office_there(doc: Doc, start: int, end: int) -> bool:
    """Say whether the recogniser takes an office with its town for a body: "the Archbishop of Tessen"."""
    return end - start > 2 and doc[start].lower_ in _TOWN_OFFICES and doc[start + 1].lower_ == "of"


def _introduces_holder(doc: Doc, start: int, end: int) -> bool:
    """Say whether the recogniser takes an office with capitals for a body: "the [Tessen Mayor], Ada Hill,"."""
    if not is_title(doc[end - 1]) or start == 0 or doc[start - 1].lower_ != "the" or end + 2 >= len(doc):
        return False
    named = doc[end].text == "," and (doc[end + 1].ent_type_ == "PERSON" or is_title(doc[end + 1]))
    return named and not any(t.lower_ in words().organisations for t in doc[start:end])


def _is_for(doc: Doc, start: int) -> bool:
    """Say whether the recogniser takes what a ministry is for, for a body: "Minister for [Lands]"."""
    behind = start > 1 and doc[start - 1].lower_ in ("of", "for") and doc[start - 2].lower_ in WITH_PORTFOLIO
    return behind and is_matter(doc[start])


def _a_place(doc: Doc, at: int) -> bool:
    """Say whether a word is a place's name elsewhere in the text."""
    return any(e.label_ == "GPE" and e.text == doc[at].text for e in doc.ents)


def _before_title(doc: Doc, start: int, end: int) -> int:
    """Return where a body's name ends before an office: "IMF" of "IMF Managing" Director."""
    while end > start and doc[end - 1].lower_ in words().portfolios:
        end -= 1
    last = doc[end - 1] if end > start else None
    ministerial = doc[end].lower_ in ("minister", "commissioner") and end > start
    if ministerial and last is not None and not last.is_upper and last.lower_ not in words().organisations:
        return start  # "Fisheries Minister", "European Fisheries Commissioner"
    return end


def _by_last_word(doc: Doc, start: int, end: int, form: NameForm) -> NameForm:
    """Call "Gannett" in "the Gannett newspaper chain" and "Smith Foundation" organisations."""
    last = doc[end - 1]
    if form in ("person", "place") and end - start > 1 and last.lower_ in _REGIONS:
        return "place"
    if form == "person" and _in_county(doc, start, end):
        return "place"
    if (
        form in ("organisation", "place")
        and 2 <= end - start <= 3
        and doc[start].lower_ in first_names()
        and all(t.is_alpha and t.text.istitle() for t in (doc[start], last))
        and last.lower_ not in words().organisations
        and doc[start].ent_type_ != "FAC"
        and last.tag_ != "NNPS"  # "Delmar Foods"
    ):
        return "person"
    if form == "person":
        if doc[start].lower_ in _FIRST_OF_BODIES and end - start > 1:
            return "organisation"
        if last.lower_ in words().organisations | _CLUBS and end - start > 1:
            return "organisation"
        following = [t.lower_ for t in doc[end : end + 2]]
        behind_article = start > 0 and doc[start - 1].lower_ == "the" and end - start == 1
        if behind_article and (last.is_upper or any(w in _KINDS for w in following)):
            return "organisation"  # "the TVP", "the Gannett newspaper chain"
    return form


def _in_county(doc: Doc, start: int, end: int) -> bool:
    """Say whether a name is a county's, which stands behind the word: "County Clare", not "Tessen County"."""
    county = start if end - start > 1 else start - 1
    behind = county > 0 and doc[county - 1].text.istitle() and not doc[county].is_sent_start
    return county >= 0 and doc[county].text == "County" and not behind
