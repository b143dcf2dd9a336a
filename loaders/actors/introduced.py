"""Introduced names: who stands behind a title or before an office, where the recogniser overlooks, cuts or mistakes."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from sayso.loaders.actors.known import Name
from sayso.loaders.actors.office_nouns import is_matter
from sayso.loaders.actors.titled import behind_owner, is_office
from sayso.loaders.actors.words import words
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PARTICLES = word_set("actors/surnames", "particles") | word_set("actors/surnames", "opening")
_OWNED = word_set("actors/beside", "holding")
# what more than persons can be called after: "General Motors", "Principal Financial", "King County"
_LOOSE = word_set("actors/introduced", "loose")
_OPENING = word_set("actors/introduced", "opening")
_IN_OFFICE = frozenset("NOUN PROPN ADJ ADP PART DET PRON".split())
_FIRMS_ARE = word_set("actors/introduced", "firms_are")
_NO_KIN = word_set("actors/introduced", "no_kin")
_LONGEST = 6  # tokens of a name
_TWO = 2  # words of a name at least; digits of an age


def introduced(doc: Doc, names: list[Name], stop: int = 0) -> list[Name]:
    """Return the names with those corrected that a title or an office introduces as persons.

    "Foreign Minister Said al-Harthy", "Lindiwe Khumalo, an analyst at Nedbank". Tokens before `stop`, a headline in
    title case, are left alone.
    """
    taken = {i: n for n in names for i in range(n.start, n.end)}
    for token in doc[stop:]:
        if not _opens(token):
            continue
        start = token.i + 1
        while start + 1 < len(doc) and doc[start].lower_.rstrip(".") in words().honorifics:
            start += 1
        end = _name_end(doc, start)
        inside = {taken[i] for i in range(start, end) if i in taken}
        if end == start or any(n.actor or n.start < start or n.end > end for n in inside):
            continue
        if any(n.form == "person" and (n.start, n.end) == (start, end) for n in inside):
            continue
        if any(n.end - n.start > 3 or doc[n.start].ent_type_ == "FAC" for n in inside):
            continue
        person = Name(start, end, "person", doc[start:end].text)
        taken |= dict.fromkeys(range(start, end), person)
    taken |= {i: n for n in _behind_owners(doc, taken, stop) for i in range(n.start, n.end)}
    taken |= {i: n for n in _behind_comma(doc, taken, stop) for i in range(n.start, n.end)}
    kin = _of_kin(doc, taken, stop)
    taken |= {i: n for n in kin for i in range(n.start, n.end)}
    called = {n.text for n in kin}
    taken = {i: replace(n, form="person") if n.text in called and not n.actor else n for i, n in taken.items()}
    taken |= {i: n for n in _in_commas(doc, names, stop) for i in range(n.start, n.end)}
    taken |= {i: n for n in _employers(doc, taken) for i in range(n.start, n.end)}
    return [_with_office(doc, n) for n in sorted(set(taken.values()), key=lambda n: n.start)]


def _behind_owners(doc: Doc, taken: dict[int, Name], stop: int) -> list[Name]:
    """Find the names behind an office with its owner, and cut the owner off: "President of Ukraine Ada Hill"."""
    found = []
    for place in (behind_owner(token) for token in doc[stop:] if is_office(token)):
        if place is None:
            continue
        start, end = place
        inside = {taken[i] for i in range(start, end) if i in taken}
        known = any(n.form == "person" and n.end == end and start <= n.start < end - 1 for n in inside)
        if known or any(n.actor or n.end > end for n in inside):
            continue
        for name in inside:
            if name.start < start and is_matter(doc[start - 1]):
                for i in range(name.start, start):  # "for Harbours Ada Hill" names no Harbours
                    taken.pop(i, None)
            elif name.start < start:
                rest = replace(name, end=start, text=doc[name.start : start].text)
                taken |= dict.fromkeys(range(name.start, start), rest)
        found.append(Name(start, end, "person", doc[start:end].text))
    return found


def _behind_comma(doc: Doc, taken: dict[int, Name], stop: int) -> list[Name]:
    """Find the names behind an office with its owner: "Sudan’s ambassador to the U.N., Osman El Tayeb, …"."""
    found = []
    for token in doc[stop:]:
        if not _opens(token) or token.i + 3 >= len(doc) or doc[token.i + 1].lower_ not in _OWNED:
            continue
        comma = next((i for i in range(token.i + 2, min(token.i + 9, len(doc) - 2)) if doc[i].text == ","), None)
        if comma is None or any(t.pos_ in ("VERB", "AUX") for t in doc[token.i : comma]):
            continue
        start = comma + 1
        end = _name_end(doc, start)
        inside = {taken[i] for i in range(start, end) if i in taken}
        closed = end < len(doc) and doc[end].text == ","
        if end - start > 1 and closed and not any(n.actor or n.start < start or n.end > end for n in inside):
            found.append(Name(start, end, "person", doc[start:end].text))
    return found


def _of_kin(doc: Doc, taken: dict[int, Name], stop: int) -> list[Name]:
    """Find the names behind kin: "his son Elvin in 2019", "His widow, Marita, said", "the widow, Maria,"."""
    found = []
    for token in doc[stop:]:
        if token.lower_ not in words().kin or token.lower_ in _NO_KIN or token.i + 2 >= len(doc):
            continue
        comma = doc[token.i + 1].text == ","
        if not any(c.dep_ == "poss" or (comma and c.dep_ == "det") for c in token.lefts):
            continue
        start = token.i + 1 + comma
        end = start
        while end < min(len(doc), start + _LONGEST) and _plain_large(doc[end]):
            end += 1
        inside = {taken[i] for i in range(start, end) if i in taken}
        known = any(n.actor or n.form == "person" or n.start < start or n.end > end for n in inside)
        closed = not comma or (end < len(doc) and doc[end].text in (",", ".", "”", '"'))
        if end > start and closed and not known and doc[start].lower_ not in words().offices:
            found.append(Name(start, end, "person", doc[start:end].text))
    return found


def _in_commas(doc: Doc, names: list[Name], stop: int) -> list[Name]:
    """Find the persons whom the recogniser takes for bodies, by their office before or their age behind.

    "The minister, Ada Hill, said", "Jens-Uwe Hill, 34, said".
    """
    found = []
    for name in names:
        size = _plain_size(doc, name)
        if name.form == "person" or name.actor or name.start <= max(stop, 1) or not size or name.end >= len(doc):
            continue
        if doc[name.end].text not in (",", ".") or doc[name.start - 1].lower_ == "the":
            continue
        told = doc[name.start - 1].text == "," and _office_before(doc, name.start - 1)
        aged = name.end + 2 < len(doc) and doc[name.end + 1].text.isdigit() and len(doc[name.end + 1]) == _TWO
        if told or (aged and doc[name.end + 2].text == ","):
            found.append(replace(name, form="person"))
    return found


def _plain_size(doc: Doc, name: Name) -> int:
    """Return how many words of a person's plain name a name has, 0 where it can be none."""
    parts = doc[name.start : name.end].text.replace("-", " ").split()
    plain = all(part.isalpha() and part[0].isupper() and not part.isupper() for part in parts)
    own = words().organisations.isdisjoint(part.lower() for part in parts)
    return len(parts) if plain and own and _TWO <= len(parts) <= _LONGEST else 0


def _office_before(doc: Doc, comma: int) -> bool:
    """Say whether "the", "his" or a possessive and one office stand before a comma: "the firm’s head of personnel,"."""
    begin = comma
    while begin > max(0, comma - _LONGEST) and doc[begin - 1].pos_ in _IN_OFFICE:
        begin -= 1
        if doc[begin].lower_ in _OPENING:
            break
    before = doc[begin:comma]
    offices = [t for t in before if t.lower_ in words().offices - _FIRMS_ARE and t.tag_ in ("NN", "NNP")]
    ended = bool(before) and before[0].lower_ in _OPENING
    return ended and len(offices) > 0 and all(t.lower_ not in words().documents for t in before)


def _plain_large(token: Token) -> bool:
    return token.text.istitle() and token.is_alpha and len(token) > 1 and token.ent_type_ not in ("DATE", "NORP")


def _employers(doc: Doc, taken: dict[int, Name]) -> list[Name]:
    """Find the bodies where somebody holds an office: "a professor of economics at the Universidad de Los Andes"."""
    found = []
    for token in doc:
        if token.lower_ not in ("at", "with") or token.i + 2 >= len(doc):
            continue
        if not any(t.lower_ in words().offices for t in doc[max(0, token.i - 4) : token.i]):
            continue
        start = token.i + 1 + (doc[token.i + 1].lower_ == "the")
        while start + 1 < len(doc) and doc[start].tag_ == "NN" and doc[start].text.islower():
            start += 1  # "at the consultancy Meridian Research"
        end = i = start
        while i < min(len(doc), start + _LONGEST) and "\n" not in doc[i].text:
            person = taken.get(i)
            if (
                person is not None
                and person.form == "person"
                and person.start == i > start
                and doc[i].text[0].isupper()
            ):
                break
            if doc[i].pos_ == "PROPN" and doc[i].text[0].isupper() and doc[i].ent_type_ not in ("DATE", "TIME"):
                end = i = i + 1
            elif doc[i].lower_ in _PARTICLES and i > start:
                i += 1
            else:
                break
        inside = {taken[j] for j in range(start, end) if j in taken}
        inner = all(not n.actor and n.start >= start and n.end <= end for n in inside)
        same = any(n.end - n.start == end - start for n in inside)
        if end > start and inner and not same:
            found.append(Name(start, end, "organisation", doc[start:end].text))
    return found


def _opens(token: Token) -> bool:
    """Say whether a word is a title that only persons have: "Minister", "Mr.", "spokeswoman"."""
    return _is_title(token.text) and not token.is_sent_end


@lru_cache(maxsize=1 << 16)
def _is_title(text: str) -> bool:
    low = text.lower().rstrip(".")
    if low in _LOOSE:
        return False
    return low in words().offices or low in words().honorifics or text.rstrip(".") in words().ranks


def _name_end(doc: Doc, start: int) -> int:
    """Return where the capitalised words from `start` on end; `start` where they are no person's name."""
    end = i = start
    while i < min(len(doc), start + _LONGEST):
        token = doc[i]
        if token.text in ("-", "’", "'") and i > start and i + 1 < len(doc) and not doc[i - 1].whitespace_:
            i += 1 if not token.whitespace_ else _LONGEST
            continue
        if token.lower_ in _PARTICLES and i + 1 < len(doc):
            i += 1
            continue
        if not _capitalised(token):
            break
        end = i = i + 1
    last = doc[end - 1]
    size = end - start
    if size and doc[start].text.islower() and doc[start].lower_ not in ("al", "el"):
        return start  # "the Universidad Mayor de San Andres"
    if size < 1 or last.lower_ in words().organisations or any(t.is_stop and t.text.istitle() for t in doc[start:end]):
        return start
    # one word is left to the recogniser, unless the title is written large: "President Chilufya"
    if size == 1 and (not doc[start - 1].text[0].isupper() or len(last) < 3):
        return start
    return end


def _capitalised(token: Token) -> bool:
    named = token.pos_ == "PROPN" or token.ent_type_ == "PERSON"
    plain = token.text[0].isupper() and token.is_alpha and (len(token) < 2 or not token.is_upper)
    office = token.lower_ in words().offices or token.text in words().ranks
    return named and plain and not office and token.ent_type_ not in ("DATE", "TIME", "NORP", "FAC")


def _with_office(doc: Doc, name: Name) -> Name:
    """Call a body of two or three plain words a person when an office stands beside it in apposition."""
    if name.form not in ("organisation", "place") or name.actor or not 2 <= name.end - name.start <= 3:
        return name
    head = doc[name.end - 1]
    plain = all(t.is_alpha and t.text.istitle() for t in doc[name.start : name.end])
    if not plain or head.lower_ in words().organisations or doc[max(0, name.start - 1)].lower_ == "the":
        return name
    if _one_described(doc, name):
        return replace(name, form="person")
    for child in head.rights:
        office = child.lower_ in words().offices and child.tag_ == "NN" and child.lower_ not in ("owner", "partner")
        if child.dep_ == "appos" and office and any(c.dep_ in ("det", "poss") for c in child.lefts):
            return replace(name, form="person")
    return name


def _one_described(doc: Doc, name: Name) -> bool:
    """Say whether a comma and a noun for one person stand behind a name: "Valeska Paris, an Australian woman"."""
    if name.end + 2 >= len(doc) or doc[name.end].text != "," or doc[name.end + 1].lower_ not in ("a", "an"):
        return False
    noun = next((t for t in doc[name.end + 2 : name.end + _LONGEST] if t.tag_ in ("NN", "NNP")), None)
    return noun is not None and noun.lower_ in words().gender
