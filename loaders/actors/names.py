"""Names: where an article writes a person, an organisation, a state or its people by name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.loaders.actors.crowds import is_many
from sayso.loaders.actors.figured import figured
from sayso.loaders.actors.introduced import introduced
from sayso.loaders.actors.known import Name, NameForm, known_names
from sayso.loaders.actors.lengthened import is_title, lengthened, parted, tail
from sayso.loaders.actors.lexicon import first_names, lexicon
from sayso.loaders.actors.overlooked import overlooked, trimmed
from sayso.loaders.actors.shortened import bodies, bracketed, explained, surnames
from sayso.loaders.actors.styled import is_surname, without_letters, without_titles
from sayso.loaders.actors.titled import behind_owner
from sayso.loaders.actors.words import words
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

    from sayso.loaders.actors.gazetteer import Gazetteer

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
_TAG = re.compile(r"[RDI]-[A-Z]")  # the party and state of a member of Congress


def find_names(
    doc: Doc, speaking: Iterable[Token] = (), addressed: Iterable[Token] = (), figures: Gazetteer | None = None
) -> list[Name]:
    """List the names of a parsed article in text order, none inside another.

    `speaking` are the words that head source spans, `addressed` those that somebody speaks to: a proper noun there is
    a name even if nothing recognised it. `figures` tell which surnames are persons', whoever it is.
    """
    known = known_names(doc)
    names = _merge(known, _recognised(doc))
    names = _not_only_in_headline(doc, lengthened(doc, parted(doc, names)))
    top = headline(doc)
    names = introduced(doc, names, top.end if top is not None else 0)
    names = bodies(doc, overlooked(doc, surnames(doc, explained(doc, trimmed(doc, names)))))
    names = figured(doc, names, figures) if figures is not None else names
    names += _speaking(doc, names, speaking, frozenset(t.i for t in addressed))
    return sorted(_without_overlaps(bracketed(doc, names)), key=lambda n: n.start)


def _recognised(doc: Doc) -> list[Name]:
    """Take spaCy's entities, trimmed of articles, possessives and quotation marks."""
    found = []
    for ent in doc.ents:
        form = _FORMS.get(ent.label_)
        start, end = ent.start, ent.end
        while start < end and (doc[start].lower_ in ("the", "a", "an") or not doc[start].text[0].isalnum()):
            start += 1
        while start < end and (
            doc[end - 1].lower_ in ("'s", "’s")
            or (not doc[end - 1].text[-1].isalnum() and doc[end - 1].text[-1] != ".")
        ):
            end -= 1
        end = _kind_cut(doc, start, _possessive_cut(doc, start, end))
        # "Tessen Gas (Tessen", which the recogniser cuts before the bracket's end
        opened = next((t.i for t in doc[start:end] if t.text == "("), end)
        end = opened if not any(t.text == ")" for t in doc[opened:end]) and opened > start else end
        if form in ("PERSON", "person", "organisation"):
            start, end = _hyphenated(doc, start, end)
        plain = without_letters(doc, start, end)
        form = "person" if plain < end and form in ("person", "organisation") else form
        if form is None or start >= end or "@" in doc[start:end].text or "\n" in doc[start:end].text:
            continue
        text = doc[start:plain].text
        if form == "person" and text.endswith(("'s", "’s")):
            text = text[:-2]
        if form == "person":
            start, text = _without_state(doc, start, end, text)
            start, text = without_titles(doc, start, end, text)
            if not text or (is_title(doc[plain - 1]) and not is_surname(doc, start, end)):  # "Navy Capt" is nobody
                continue
        if form == "organisation" and end < len(doc) and is_title(doc[end]):
            end = _before_title(doc, start, end)
            text = doc[start:end].text
            if start == end:
                continue
        if form == "organisation" and _office_there(doc, start, end):
            start, form, text = start + 2, "place", doc[start + 2 : end].text
        if form == "organisation" and (doc[end - 1].lower_ in _THINGS or not text[0].isupper() or _only_a_kind(text)):
            continue
        if _TAG.match(text) or "—" in text or sum(ch.isalpha() for ch in text) < 2:
            continue
        if form == "person" and (text.islower() or any(ch.isdigit() for ch in text)):
            continue
        if form in ("person", "organisation") and _in_dateline(doc, start, end):
            form = "place"
        found.append(Name(start, end, _by_last_word(doc, start, end, form), text))
    return found


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
        if last.lower_ in words().organisations and end - start > 1:
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


def _merge(known: list[Name], recognised: list[Name]) -> list[Name]:
    """Join the two lists: a longer organisation or person wins over a known name inside it, else what is known."""
    taken: dict[int, Name] = {i: n for n in known for i in range(n.start, n.end)}
    merged = []
    for name in recognised:
        inside = {taken[i] for i in range(name.start, name.end) if i in taken}
        longest = max((n.end - n.start for n in inside), default=0)
        if not inside:
            merged.append(name)
        elif (
            name.end - name.start > longest
            and name.form in ("organisation", "person", "place")
            and all(n.start >= name.start and n.end <= name.end for n in inside)
        ):
            for inner in inside:
                for i in range(inner.start, inner.end):
                    taken.pop(i, None)
            merged.append(name)
    return sorted({*taken.values(), *merged}, key=lambda n: n.start)


def headline(doc: Doc) -> Tokens | None:
    """Return the first line when it is written in title case, and no sentence of the text.

    Behind a full stop it is a headline where its verbs, too, are written large: "Hill Told A Reporter To Wait."
    """
    stop = next((t.i for t in doc[:60] if "\n" in t.text), 0)
    long = [t for t in doc[:stop] if t.is_alpha and len(t) > 3]
    large = sum(t.text[0].isupper() for t in long)
    if stop and doc[stop - 1].text == ".":
        return doc[:stop] if len(long) > 3 and large == len(long) else None
    return doc[:stop] if long and large >= 0.7 * len(long) else None


def _not_only_in_headline(doc: Doc, names: list[Name]) -> list[Name]:
    """Drop what a title-case headline alone calls a person or an organisation: "Bill", "Parents Rally".

    "Ada Hill" stays where the text below names Hill.
    """
    top = headline(doc)
    if top is None:
        return names
    body = {word for n in names if n.start >= top.end for word in (n.text, n.text.split()[-1])}
    kept = (n if n.start >= top.end or n.actor or n.text in body else _full_name(doc, n, body) for n in names)
    return [name for name in kept if name is not None]


def _full_name(doc: Doc, name: Name, named: set[str]) -> Name | None:
    """Return the name that a headline gives in full of whom the text calls by the surname: "[Ada Hill] Wins"."""
    last = next((i for i in range(name.start + 1, name.end) if doc[i].text in named), None)
    if name.form != "person" or last is None or doc[name.start].lower_ not in first_names():
        return None
    return replace(name, end=last + 1, text=doc[name.start : last + 1].text)


def _speaking(doc: Doc, names: list[Name], heads: Iterable[Token], addressed: frozenset[int]) -> list[Name]:
    """Make names of proper nouns that speak or are told: "the Central and East European Coalition"."""
    taken = {i for n in names for i in range(n.start, n.end)}
    added = []
    for head in (*heads, *(doc[i] for i in sorted(addressed))):
        if head.i in taken or head.tag_ != "NNP" or not head.text[0].isupper() or len(head) < 2:
            continue
        if head.ent_type_ in ("DATE", "TIME"):
            continue
        if head.lower_ in words().documents | words().quantifiers or head.is_stop or is_many(head):
            continue
        alone = head.i and doc[head.i - 1].lower_ == "the" and tail(doc, head.i, head.i + 1) == head.i + 1
        if alone and head.lower_ in words().organisations:
            continue  # "the Department" is one named elsewhere, which its kind tells
        start = head.i
        while start and doc[start - 1].i not in taken and start > head.i - 6 and _continues(doc, start - 1):
            start -= 1
        if is_title(doc[head.i]):
            continue
        if (
            start
            and doc[start - 1].dep_ == "compound"
            and doc[start - 1].head.i == head.i
            and doc[start - 1].text[0].isupper()
        ):
            start -= 1  # "America Rising", where "America" alone was known
        owned = behind_owner(doc[start - 2]) if start > 1 and doc[start - 1].lower_ == "of" else None
        if owned is not None and start < owned[0] <= head.i:
            start = owned[0]  # "Secretary of Defense [Ada Hill]", which a headline holds
        while start > 1 and doc[start - 1].text in ("-", "/") and not doc[start - 2].whitespace_:
            start -= 2  # "Asia-Plus", "RFE/RL"
        start, text = without_titles(doc, start, head.i + 1, doc[start : head.i + 1].text)
        if not text or "\n" in text:
            continue
        last, size = head.lower_, head.i + 1 - start
        body = last in words().organisations or head.is_upper or size > 3 or head.i in addressed
        known = size > 1 and doc[start].lower_ in first_names() and doc[start + 1].text not in ("-", "/")
        end = tail(doc, start, head.i + 1) if last in words().organisations else head.i + 1
        if end > head.i + 1:
            text = doc[start:end].text  # "the League for the Defence of Human Rights"
        added.append(Name(start, end, "person" if known or not body else "organisation", text))
        taken |= set(range(start, end))
    return added


def _continues(doc: Doc, i: int) -> bool:
    """Say whether a word before a name is part of it."""
    token = doc[i]
    if token.lower_ in ("and", "of", "for", "&"):
        return i > 0 and doc[i - 1].text[0].isupper() and doc[i - 1].pos_ in ("PROPN", "ADJ") and token.head.i > i
    return token.text[0].isupper() and token.pos_ in ("PROPN", "ADJ") and token.is_alpha


def _without_overlaps(names: list[Name]) -> list[Name]:
    kept: list[Name] = []
    for name in sorted(names, key=lambda n: (n.start, -n.end)):
        if not kept or name.start >= kept[-1].end:
            kept.append(name)
    return kept
