"""Titled names: the person behind an office in a source span: "President of Ukraine Ada Hill"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from sayso.loaders.actors.behind_kinds import is_large, of_kind
from sayso.loaders.actors.lengthened import LEGAL
from sayso.loaders.actors.lexicon import first_names, lexicon
from sayso.loaders.actors.office_nouns import WITH_PORTFOLIO, is_matter
from sayso.loaders.actors.words import words
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens


_PARTICLES = word_set("actors/surnames", "particles")
_BEFORE_A_NAME = word_set("actors/titled", "before_a_name")
_IN_TITLES = word_set("actors/offices", "title_adjectives")
_OWNED = word_set("actors/titled", "owned")
_LINKS = word_set("actors/titled", "links")
_SPEAKS_FOR = word_set("actors/titled", "speaks_for")
_SPOKESMEN = word_set("actors/afterwards", "spokesmen")
_OFFICE_MATTERS = word_set("actors/titled", "matters")
_ENDING = word_set("actors/titled", "ending")
_JOINING = word_set("actors/titled", "joining")
_SMALL_SURNAMES = word_set("actors/titled", "small_surnames")
_LONGEST, _SEGMENT = 14, 8  # tokens of an owner with the name behind it, of a name in apposition
_FAR_OFFICE = 6  # tokens from an "and" to the second office of one person


def is_office(token: Token) -> bool:
    """Say whether a word is an office or a rank, also a past one: "then-manager"."""
    return _is_office(token.text)


@lru_cache(maxsize=1 << 16)
def _is_office(text: str) -> bool:
    plain = text.lower().removeprefix("then-").removeprefix("ex-").removeprefix("co-")
    return plain in words().offices or text.rstrip(".") in words().ranks


def behind_owner(office: Token) -> tuple[int, int] | None:
    """Return the tokens of a name that stands behind an office and its owner: "President of Ukraine [Ada Hill]".

    The parser and the recogniser take owner and name for one. What parts them is a state or body that everybody knows,
    a word that ends a body's name ("Group"), or a first name.
    """
    doc, start = office.doc, office.i + 2
    if start + 2 > len(doc) or doc[start - 1].lower_ not in _OWNED or _in_apposition(office):
        return None
    start += doc[start].lower_ == "the"
    end = start
    while end < min(len(doc), start + _LONGEST) and (is_large(doc[end]) or _links(doc, end, start)):
        end += 1
    cut = _matter_end(doc, start, end) if office.lower_ in WITH_PORTFOLIO else None
    cut = cut or _owner_end(doc, start, end)
    while cut is not None and cut < end and doc[cut].lower_.rstrip(".") in words().honorifics:
        cut += 1
    if cut is None or not 2 <= end - cut <= 5 or not is_name(doc, cut, end) or is_office(doc[cut - 1]):
        return None  # "an aide to Senator Ada Hill" is not she
    return None if end < len(doc) and doc[end].tag_ in ("NN", "NNS") else (cut, end)


def _in_apposition(office: Token) -> bool:
    """Say whether an office stands behind its holder: "Ada Hill, commander of U.S. Central Command"."""
    doc, i = office.doc, office.i
    while i > 1 and doc[i - 1].pos_ in ("DET", "ADJ", "NOUN", "PROPN", "PART", "PRON") and office.i - i < _SEGMENT:
        i -= 1
    return i > 1 and doc[i - 1].text == "," and doc[i - 2].pos_ == "PROPN"


def _links(doc: Doc, i: int, start: int) -> bool:
    return i > start and doc[i].lower_ in _LINKS | _PARTICLES and i + 1 < len(doc) and is_large(doc[i + 1])


def _matter_end(doc: Doc, start: int, end: int) -> int | None:
    """Return the token where what a minister is for ends and a name begins: "for Harbours [Ada Hill]"."""
    matter = range(start, max(start, end - 2))
    cut = next((i + 1 for i in matter if is_matter(doc[i])), None)
    while cut is not None and cut < end - 3 and doc[cut].lower_ in _JOINING:
        behind = next((i + 1 for i in range(cut + 1, end - 2) if is_matter(doc[i])), None)
        if behind is None:
            return None
        cut = behind
    return cut


def _owner_end(doc: Doc, start: int, end: int) -> int | None:
    """Return the token where an owner's name ends and a person's begins; None where nothing tells."""
    inner = range(start + 1, end - 1)
    ended = next((i for i in reversed(range(start, end - 2)) if _ends_body(doc[i])), None)
    if ended is not None:
        return ended + 1
    entry = lexicon().match(doc[start:end].text, 0) if start < end else None
    if entry is not None and entry.use == "name":
        return next((i for i in range(start, end) if doc[i].idx - doc[start].idx >= len(entry.phrase)), None)
    if start < end and doc[start].lower_ in _OFFICE_MATTERS:
        return start + 1
    return next((i for i in inner if doc[i].lower_ in first_names() and end - i <= 3), None)


def _ends_body(token: Token) -> bool:
    return token.lower_ in words().organisations or token.lower_ in LEGAL


def is_name(doc: Doc, start: int, end: int) -> bool:
    """Say whether tokens can be a person's name: large, joined by particles and hyphens, no body, state or office."""
    # "Martin How"
    called = end - start == 2 and doc[start].lower_ in first_names() and doc[end - 1].lower_ in _SMALL_SURNAMES
    large = doc[start : end - called]
    if any(_ends_body(t) or t.is_stop or is_office(t) or _of_people(t) for t in large if is_large(t)):
        return False
    plain = (is_large(t) or t.lower_ in _PARTICLES or t.text in ("-", "'", "’", ".") for t in doc[start:end])
    return (
        all(plain) and is_large(doc[start]) and is_large(doc[end - 1]) and lexicon().find(doc[start:end].text) is None
    )


def _of_people(token: Token) -> bool:
    """Say whether a word tells of what people one is; several that nobody knows are a name: "Tserendorj Battulga"."""
    if token.ent_type_ != "NORP":
        return False
    behind = token.i + 1 < len(token.doc) and token.nbor(1).ent_iob_ == "I"
    known = lexicon().find(token.text) is not None or token.lower_.endswith(("s", "an"))
    return known or not (behind or token.ent_iob_ == "I")


def holder_last(tokens: Tokens) -> Token | None:
    """Return the person at the end of a span that opens with an office: "The mayor of London, Sadiq Khan,".

    Also without a comma, where an office's "to" or "of" leads the parser away: "US Ambassador to Germany Jo Hill".
    """
    doc, end = tokens.doc, tokens.end
    while end > tokens.start and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    begin = end
    while begin > tokens.start and doc[begin - 1].ent_type_ == "PERSON":
        begin -= 1
    if any(n is not None and n[1] == end for n in map(behind_owner, filter(is_office, tokens))):
        return doc[end - 1]
    while begin < end - 1 and (doc[begin].lower_ in words().offices or is_rank(doc[begin]) or _state(doc[begin])):
        begin += 1
    before = doc[tokens.start : begin]
    if begin == end or len(before) < 2 or any(t.pos_ in ("VERB", "AUX") or t.ent_type_ == "PERSON" for t in before):
        return None
    offices = words().offices | words().people | words().organisations
    told = any(t.lower_ in offices or t.text.rstrip(".") in words().ranks for t in before)
    last = before[-1]
    link = last.pos_ in ("ADP", "CCONJ", "SCONJ") or last.tag_ == "POS" or last.lower_ in _BEFORE_A_NAME
    joined = any(
        t.lower_ in ("and", "or") and not t.ent_type_ and doc[t.i + 1].pos_ != "NOUN" and not _titled(t) for t in before
    )
    return doc[end - 1] if told and not link and not joined and not _anothers(before) else None


def holder_amid(tokens: Tokens) -> tuple[int, int] | None:
    """Return the tokens of the person behind a role in a source, whatever the recogniser makes of both.

    "Member of Parliament (MP) [Ada Hill] of the Farmers' Party", "director of the League of Towns [Ada Hill]": words
    written large that open with a first name, the last before the end or before whom the role is held in.
    """
    doc, end = tokens.doc, tokens.end
    while end > tokens.start and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    for stop in dict.fromkeys((end, _before_body(doc[tokens.start : end]))):
        begin = stop
        while begin > tokens.start and (is_large(doc[begin - 1]) or doc[begin - 1].lower_ in _PARTICLES):
            begin -= 1
        opening = (i for i in range(stop - 2, max(begin, stop - 5) - 1, -1) if _opens_name(doc, i, stop))
        start = next(opening, None)
        if (
            start is not None
            and start > tokens.start
            and is_name(doc, start, stop)
            and _introduces(doc, tokens.start, start)
        ):
            return start, stop
    return None


def _opens_name(doc: Doc, i: int, stop: int) -> bool:
    """Say whether a word opens a person's name: a first name, or the first of two behind a body's last word."""
    return doc[i].lower_ in first_names() or (stop - i == 2 and i > 0 and doc[i - 1].text in _ENDING)


def _before_body(tokens: Tokens) -> int:
    """Return the "of" or "at" with nothing but a body's name behind it, "of the Farmers' Party"; 0 without one."""
    named = False
    for token in reversed(list(tokens)):
        if named and token.lower_ in _OWNED:
            return token.i
        if token.lower_ == "the":
            continue
        if not (is_large(token) or token.lower_ in _LINKS or token.tag_ == "POS"):
            return 0
        named = True
    return 0


def _introduces(doc: Doc, start: int, end: int) -> bool:
    """Say whether the words before a name are one role of whoever has it: no other person, no row, no clause."""
    before = doc[start:end]
    last = doc[end - 1]
    if (
        last.pos_ in ("ADP", "CCONJ", "SCONJ")
        or last.tag_ == "POS"
        or last.lower_ in _BEFORE_A_NAME
        or last.text == ","
    ):
        return False
    if any(t.pos_ in ("VERB", "AUX") or t.text == "," or t.tag_ == "NNS" for t in before):
        return False
    if any(t.ent_type_ == "PERSON" and not _state(t) for t in before) or any(
        t.lower_ in first_names() and is_large(t) and t.ent_type_ not in ("ORG", "GPE") for t in before
    ):
        return False
    role = [t for t in before if is_office(t) or t.lower_ in words().people]
    joined = (
        any(t.lower_ == "and" and t.i < role[-1].i and not _titled(t) and not t.ent_type_ for t in before)
        if role
        else True
    )
    return bool(role) and not joined and not _anothers(before)


def _anothers(before: Tokens) -> bool:
    """Say whether the name behind these words is only whose the speaker is: "the wife of former Senator [Ada Hill]".

    Then nothing but the name's own titles stands behind the last preposition; "Commander in Chief" is one title.
    """
    link = next((t.i for t in reversed(before) if t.pos_ in ("ADP", "SCONJ") or t.tag_ == "TO"), None)
    if link is None or before.doc[link].lower_ == "in":
        return False
    behind = before.doc[link + 1 : before.end]
    told = [is_office(t) for t in behind]
    server = before.doc[link - 1]
    close = server.lower_ in words().kin | words().people | _SPOKESMEN
    served = close or (before.doc[link].lower_ in _SPEAKS_FOR and is_office(server))
    if served and told[-1:] == [True] and not is_rank(behind[-1]):  # "a spokesman for Public Safety Minister"
        return not any(_ends_body(t) for t in behind)
    return any(told) and all(
        office
        or t.lower_ in _IN_TITLES | words().portfolios
        or t.pos_ in ("ADJ", "DET")
        or t.tag_ == "POS"
        or t.ent_type_ in ("NORP", "GPE")
        for t, office in zip(behind, told, strict=True)
    )


def _state(token: Token) -> bool:
    """Say whether the recogniser put a state into a name: "Senator from Vermont Ada Hill"."""
    entry = lexicon().find(token.text) if token.i and token.nbor(-1).lower_ in ("of", "from") else None
    return entry is not None and entry.actor.startswith("country/")


def _titled(conjunction: Token) -> bool:
    """Say whether an "and" joins two offices: "President and CEO"."""
    doc, i = conjunction.doc, conjunction.i
    offices = words().offices
    own = doc[conjunction.i - 1].left_edge.pos_ != "DET"
    reach = _FAR_OFFICE if own and not any(t.tag_ == "POS" for t in doc[i + 1 : i + _FAR_OFFICE]) else 4
    return doc[i - 1].lower_ in offices and any(t.lower_ in offices for t in doc[i + 1 : i + reach])


def named_last(tokens: Tokens) -> Token | None:
    """Return the person whose titles the parser reads apart: "Trump senior communications adviser Jason Miller"."""
    if (name := of_kind(tokens)) is not None:
        return tokens.doc[name[1] - 1]
    last = None
    for token in tokens:
        if token.text in (",", "(") and last is not None:
            break
        inner = token.lower_ == "of" and last is not None and last.text[0].isupper() and last.lower_ in words().offices
        plain = token.pos_ in ("PROPN", "NOUN", "ADJ", "ADV", "DET", "PART", "PUNCT", "SPACE", "X")
        if not plain and not inner and token.dep_ != "compound" and token.ent_type_ != "PERSON":
            return None
        last = token if not token.is_space and token.pos_ != "PUNCT" else last
    if last is None or last.i == tokens.start or last.ent_type_ != "PERSON" or last.pos_ != "PROPN":
        return None
    return last


def is_rank(token: Token) -> bool:
    """Say whether a word is a rank or an honorific: "Sens.", "Mr"."""
    plain = token.text.rstrip(".")
    return plain in words().ranks or plain.lower() in words().honorifics


def behind_rank(token: Token, inside: range) -> Token:
    """Return the last word of the name behind "Sens." or "Fr.", where the parser takes the rank for the head."""
    last = token
    for following in token.doc[token.i + 1 : inside.stop]:
        if following.pos_ != "PROPN":
            break
        last = following
    return last
