"""Beside a name: the titles, words, places and bodies that an article puts to a person's name to say who it is."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.loaders.actors.known import Name
from sayso.loaders.actors.lexicon import lexicon
from sayso.loaders.actors.words import words
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_REACH = 14  # tokens before a name that can belong to it
_APPOSITION = 18  # tokens of what stands behind a name
_LINKS = word_set("actors/beside", "links")
_NEAR = 6  # tokens between a name and what the parser sets in apposition to it
_PLACED = word_set("actors/beside", "placed")
_TITLE_WORDS = word_set("actors/beside", "title_words")
_PREPOSITIONS = word_set("actors/beside", "prepositions")
_NO_OPENING = _PREPOSITIONS | {"and"}
_HOLDING = word_set("actors/beside", "holding")
_CLAUSES = word_set("actors/beside", "clauses")
_DESCRIBING = word_set("actors/beside", "describing")
_OWNERS = word_set("actors/beside", "owners")
_GOING_ON = word_set("actors/beside", "going_on")
_MATTERS = word_set("actors/offices", "always_of")
POLITE = word_set("actors/beside", "polite")
PREDICATES = word_set("actors/beside", "predicates")


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands at one mention: offices and ranks, other nouns in lower case, countries by code, bodies by name."""

    titles: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    aged: bool = False


def beside(doc: Doc, names: list[Name], index: int) -> Beside:
    """Read what stands beside the name of that index."""
    name = names[index]
    spans = [_before(doc, name), *_behind(doc, name)]
    titles: list[str] = []
    others: list[str] = []
    countries: list[str] = []
    bodies: list[str] = []
    for start, end in spans:
        inside = _names_in(names, start, end, index)
        covered = {i for n in inside for i in range(n.start, n.end)}
        for other in inside:
            _place(other, countries, bodies, others)
        _read(doc, start, end, covered, titles, others)
    if name.end < len(doc) and doc[name.end].lower_ == "administration":
        titles.append("President")  # "the Obama administration"
    return Beside(tuple(titles), tuple(others), tuple(countries), tuple(bodies), _aged(doc, name))


def _place(name: Name, countries: list[str], bodies: list[str], others: list[str]) -> None:
    entry = None if name.actor else lexicon().find(name.text)
    actor = name.actor or (entry.actor if entry else "")
    if actor.startswith("country/"):
        countries.append(actor.removeprefix("country/").partition("-")[0])
    elif name.use in ("adherent", "demonym"):
        return
    elif name.form == "organisation":
        bodies.append(lexicon().actors[actor].name if actor in lexicon().actors else name.text)
    elif name.form in ("place", "person"):
        others.append(name.text.lower())


def _read(doc: Doc, start: int, end: int, covered: set[int], titles: list[str], others: list[str]) -> None:
    """Sort the words of a stretch: runs that end with an office are titles, other nouns are words."""
    run: list[Token] = []
    for token in [*doc[start:end], None]:
        if token is not None and token.i not in covered and _tells(token):
            run.append(token)
            continue
        if token is not None and token.lower_ in ("of", "-", ".") and run and token.i + 1 < end:
            if token.lower_ == "of" and doc[token.i + 1].lower_ in _MATTERS:
                run.append(token)
            if token.lower_ != "of":
                continue
            if run[-1] is token:
                continue
        _sort(run, titles, others)
        run = []


def _sort(run: list[Token], titles: list[str], others: list[str]) -> None:
    """Cut a run of words behind each office: "Foreign Minister", "Republican nominee Governor"."""
    part: list[str] = []
    for place, token in enumerate(run):
        plain = token.text.rstrip(".")
        part.append(words().ranks.get(plain, plain))
        following = run[place + 1].lower_ if place + 1 < len(run) else ""
        whole = _office(token) and following not in _GOING_ON
        if whole or ("of" in part and token.lower_ in _MATTERS):
            titles.append(" ".join(part))
            part = []
    others += [w.lower() for w in part if w.lower() != "of"]


def _office(token: Token) -> bool:
    low = token.lower_.rstrip(".").removeprefix("ex-").removeprefix("then-")
    one = low.removesuffix("s")
    honorific = low in words().honorifics - POLITE
    return low in words().offices or one in words().offices or token.text.rstrip(".") in words().ranks or honorific


def _tells(token: Token) -> bool:
    """Say whether a word can describe somebody: a noun, an adjective, a number of years, no verb or pronoun."""
    if token.is_space or token.is_punct:
        return False
    return token.pos_ in ("NOUN", "PROPN", "ADJ") or _office(token)


def _before(doc: Doc, name: Name) -> tuple[int, int]:
    """Return the tokens before a name that belong to it."""
    start = name.start
    if start > 1 and doc[start - 1].text == ",":
        return (_apposed(doc, name), start - 1)  # "the Afghan team's coach, Alireza Mehraban, said"
    begin = _phrase_before(doc, start)
    link = next((i for i in range(start - 1, begin - 1, -1) if doc[i].lower_ in _PREPOSITIONS
                 and not doc[i].ent_type_), None)  # fmt: skip
    # "a spokesman for Mrs. Clinton" is not she; "Secretary of State Kerry" is he
    bare = link is not None and all(_title_word(doc[i]) for i in range(link + 1, start))
    return (link + 1 if bare and link is not None else begin), start


def _title_word(token: Token) -> bool:
    plain = token.lower_.rstrip(".") in words().honorifics or token.lower_ in _TITLE_WORDS
    return plain or _office(token) or token.ent_type_ in ("GPE", "NORP") or token.is_punct


def _apposed(doc: Doc, name: Name) -> int:
    """Return where a description before a comma begins; the comma itself where there is none."""
    comma = name.start - 1
    closed = name.end < len(doc) and doc[name.end].text in (",", ".", "”", '"', ";", "!", "?")
    begin = _phrase_before(doc, comma)
    head = doc[name.end - 1]
    tied = head.dep_ == "appos" and begin <= head.head.i < comma
    tied = tied or any(t.dep_ == "appos" and t.head.i in range(name.start, name.end) for t in doc[begin:comma])
    told = any(_office(t) or t.lower_ in words().people for t in doc[begin:comma])
    opened = begin < comma and (begin == 0 or doc[begin].is_sent_start or doc[begin].pos_ in ("DET", "PROPN"))
    return begin if (tied or (closed and opened)) and told else comma


def _phrase_before(doc: Doc, end: int) -> int:
    """Return where the words begin that hang together before token `end`."""
    begin = end
    while begin > max(0, end - _REACH):
        token = doc[begin - 1]
        if "\n" in token.text or token.text in (",", ";", ":", "(", "”", '"', "“", "!", "?"):
            break
        if token.text in (".", "…") or (begin < end and doc[begin].is_sent_start and not _abbreviated(token)):
            break
        if not (_tells(token) or token.lower_ in _LINKS or token.pos_ in ("DET", "NUM")):
            break
        if token.lower_ == "and" and not (
            begin < end and begin > 1 and _office(doc[begin - 2]) and _office(doc[begin])
        ):
            break
        if _tells(token) and not _office(token) and not _hangs(token, end):
            break
        begin -= 1
    while begin < end and (doc[begin].lower_ in _NO_OPENING or doc[begin].is_punct):
        begin += 1
    return begin


def _abbreviated(token: Token) -> bool:
    return token.text.endswith(".") and (token.text.rstrip(".") in words().ranks or len(token) <= 5)


def _hangs(token: Token, end: int) -> bool:
    """Say whether a word is part of the phrase that ends at `end`: it hangs on a word behind it, or on "of"."""
    if token.ent_type_ in ("GPE", "NORP", "ORG", "PERSON"):
        return True
    if token.dep_ == "pobj":
        return token.head.lower_ in _HOLDING
    return token.i < token.head.i <= end + 4 or token.dep_ in ("appos",)


def _behind(doc: Doc, name: Name) -> list[tuple[int, int]]:
    """Return the tokens behind a name that describe it: "X, a dentist", "X of Leeds", "X is a teacher"."""
    end, found = name.end, []
    if end >= len(doc):
        return []
    after = doc[end]
    if after.lower_ in _PLACED and end + 1 < len(doc) and (after.lower_ in ("of", "from") or after.head.i < end):
        if after.head.i in range(name.start, end) or after.lower_ in ("of", "from"):
            found.append((end + 1, _noun_end(doc, end + 1)))
    elif after.text in (",", "(", "—", "–"):
        begin = end + 1
        if begin + 1 < len(doc) and doc[begin].like_num and doc[begin + 1].text == ",":
            begin += 2
        tag = after.text == "(" and doc[begin].text[:1] in ("R", "D", "I")  # "(R-Ariz.)"
        if begin < len(doc) and not tag and _opens_phrase(doc, begin):
            stop = _noun_end(doc, begin)
            told = any(_office(t) or t.lower_ in words().people | words().kin for t in doc[begin:stop])
            if told or doc[begin].lower_ in _DESCRIBING:
                found.append((begin, stop))
    head = doc[end - 1]
    if head.dep_ in ("nsubj", "nsubjpass") and head.head.lemma_ in PREDICATES:
        for child in head.head.children:
            if child.dep_ == "attr" and child.pos_ == "NOUN" and any(c.dep_ == "det" for c in child.lefts):
                found.append((child.left_edge.i, child.i + 1))
    for child in head.children:
        plain = child.tag_ == "NN" and any(c.dep_ in ("det", "poss") for c in child.lefts)
        near = end <= child.i and child.left_edge.i - end <= _NEAR  # farther off the parser guesses
        if child.dep_ == "appos" and near and plain and not any(a <= child.i < b for a, b in found):
            found.append((max(end, child.left_edge.i), child.i + 1))
    return found


def _opens_phrase(doc: Doc, begin: int) -> bool:
    """Say whether an apposition begins: "a dentist", "head of", "of Leeds", no clause and no next speaker."""
    first = doc[begin]
    if first.lower_ in ("of", "from"):
        return True
    if first.lower_ in _CLAUSES or first.pos_ in ("VERB", "AUX", "PRON", "ADV"):
        return first.pos_ == "PRON" and first.lower_ in _OWNERS
    return first.pos_ in ("DET", "NOUN", "ADJ", "PROPN", "NUM") or _office(first)


def _noun_end(doc: Doc, begin: int) -> int:
    end = begin
    while end < min(len(doc), begin + _APPOSITION):
        token = doc[end]
        if "\n" in token.text or token.text in (",", ".", ";", ":", ")", "“", "”", '"', "—", "–"):
            break
        if token.pos_ in ("VERB", "AUX") and token.tag_ not in ("VBN", "VBG"):
            break
        end += 1
    return end


def _aged(doc: Doc, name: Name) -> bool:
    """Say whether an age stands behind the name, with a town: "Merkel, 34, of Leeds"."""
    end = name.end
    return (
        end + 3 < len(doc)
        and doc[end].text == ","
        and doc[end + 1].like_num
        and doc[end + 2].text == ","
        and doc[end + 3].lower_ in _DESCRIBING
    )


def _names_in(names: list[Name], start: int, end: int, own: int) -> list[Name]:
    first = bisect_right(names, start, key=lambda n: n.end)
    found = []
    for place in range(first, len(names)):
        if names[place].start >= end:
            break
        if place != own:
            found.append(names[place])
    return found
