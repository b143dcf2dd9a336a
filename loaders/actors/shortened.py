"""Shortened names: a full name's surname or first word wherever it stands alone ("Vaalkrans" for Vaalkrans Steel)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from anyascii import anyascii

from sayso.loaders.actors.known import Name, defined_at
from sayso.loaders.actors.lexicon import first_names, lexicon
from sayso.loaders.actors.namesakes import is_generation
from sayso.loaders.actors.words import words
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


_PLACED = word_set("actors/shortened", "placed")
_JOINED = word_set("actors/shortened", "joined")
# what the parser takes surnames for
_MISTAKEN = frozenset(("NN", "NNS", "NNPS", "JJ", "VB", "VBP", "VBD", "UH"))


def plain_mark(text: str) -> str:
    """Return a name with the straight apostrophe: "O’Neill" and "O'Neill" are one."""
    return text.replace("’", "'")


def surnames(doc: Doc, names: list[Name]) -> list[Name]:
    """Read a full name's last word as that person wherever it stands, whatever the recogniser says there."""
    full = [_without_suffix(n.text.split()) for n in names if n.form == "person" and len(n.text.split()) > 1]
    people = {plain_mark(parts[-1]) for parts in full}
    # of "Wanda Vega Garza" the first surname alone; of "Jan Brudziński" the name without its marks
    others = {
        p for parts in full for p in parts[1:-1] if len(p) > 3 and p.lower() not in _JOINED | first_names().keys()
    }
    others |= {anyascii(p) for p in people}
    # "Mr. Murphy" is somebody wherever Murphy stands
    people |= {plain_mark(n.text) for n in names if n.form == "person" and n.start and _is_styled(doc[n.start - 1])}
    # the family's name goes first where the given one is of two syllables: "Park Ji-won"
    people |= {n.text.split()[0] for n in names if n.form == "person" and _family_first(n.text)}
    # "De Boer" at the head of a sentence, for Anna de Boer
    long = [n.text.split() for n in names if n.form == "person" and n.text.count(" ") > 1]
    tails = {" ".join(w[1:]).lower() for w in long if w[1].islower()}
    bodies = {n.text for n in names if n.form == "organisation" and n.actor is None and n.text.isupper()}
    taken = {i for n in names for i in range(n.start, n.end)}
    landed = {n.text for n in names if n.form == "country" and n.text in people} and _no_lands(doc, names, people)
    fixed = [
        replace(n, form="person", actor=None, use=None)
        if n.form in ("organisation", "place", "group", "country")
        and (n.actor is None or n.use == "capital" or n.text in landed)
        and (plain_mark(n.text) in people or n.text.lower() in tails or (n.actor is None and n.text in others))
        else n
        for n in names
    ]
    for token in doc:
        text = plain_mark(token.text)
        if token.i not in taken and (
            token.pos_ == "PROPN"
            or (
                text in people and (token.tag_ in ("NN", "NNS", "NNPS", "JJ", "VB", "VBP", "VBD", "UH") or _acts(token))
            )
        ):
            if text in people or (token.is_upper and len(token) > 3 and token.text.title() in people):
                fixed.append(Name(token.i, token.i + 1, "person", token.text))
            elif token.text in bodies:
                fixed.append(Name(token.i, token.i + 1, "organisation", token.text))
    return fixed


def _no_lands(doc: Doc, names: list[Name], people: set[str]) -> set[str]:
    """Return the surnames that are also states' names, where nothing else in the article tells of the state.

    "Michael Jordan left. Jordan said no." is one person's, unless it names Jordanians or what is in Jordan.
    """
    states = [n for n in names if n.form == "country" and n.actor]
    called = {n.text: n.actor for n in states if n.text in people and n.use == "name"}
    meant = {n.actor for n in states if n.text not in people}
    meant |= {n.actor for n in states if n.start and doc[n.start - 1].lower_ in _PLACED}
    return {text for text, actor in called.items() if actor not in meant}


def _acts(token: Token) -> bool:
    """Say whether what the parser takes for an auxiliary is a surname: "Will said", "May's plan"."""
    behind = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    return token.tag_ == "MD" and token.text.istitle() and behind.tag_ in ("VBD", "VBZ", "POS")


def _is_styled(before: Token) -> bool:
    return before.text[0].isupper() and before.lower_.rstrip(".") in words().honorifics


def _without_suffix(parts: list[str]) -> list[str]:
    return parts[:-1] if len(parts) > 2 and is_generation(parts[-1]) else parts


def explained(doc: Doc, names: list[Name]) -> list[Name]:
    """Name the bodies whose short names the text explains, and the short names: "All Elite Wrestling (AEW)"."""
    starts = {t.idx: t.i for t in doc}
    ends = {t.idx + len(t): t.i + 1 for t in doc}
    found, short = list(names), set[str]()
    for full, letters in defined_at(doc.text):
        start, end = starts.get(full[0]), ends.get(full[1])
        if start is None or end is None:
            continue
        inside = [n for n in found if n.start < end and start < n.end]
        if any(n.start < start or n.end > end or (n.start, n.end) == (start, end) for n in inside):
            short |= {letters} if any((n.start, n.end) == (start, end) and not n.actor for n in inside) else set()
            continue
        found = [n for n in found if n not in inside]
        found.append(Name(start, end, "organisation", doc[start:end].text))
        short.add(letters)
    taken = {i for n in found for i in range(n.start, n.end)}
    fixed = [replace(n, form="organisation", actor=None, use=None) if n.text in short else n for n in found]
    fixed += [Name(t.i, t.i + 1, "organisation", t.text) for t in doc if t.text in short and t.i not in taken]
    return sorted(fixed, key=lambda n: n.start)


def bracketed(doc: Doc, names: list[Name]) -> list[Name]:
    """Read the word in brackets behind a body's name as that body's, wherever it stands."""
    short = {doc[n.end + 1].text for n in names if _in_brackets(doc, n)}
    return [replace(n, form="organisation") if n.text in short and n.actor is None else n for n in names]


def _in_brackets(doc: Doc, name: Name) -> bool:
    """Say whether one large word in brackets stands behind a body's name: "the Institute of Volcanoes (Vulcos)"."""
    if name.form != "organisation" or " " not in name.text or name.end + 2 >= len(doc):
        return False
    inner = doc[name.end + 1]
    plain = doc[name.end].text == "(" and doc[name.end + 2].text == ")" and inner.is_alpha and len(inner) > 2
    return plain and inner.text[0].isupper() and lexicon().find(inner.text) is None


def initialled(doc: Doc, names: list[Name]) -> list[Name]:
    """Read the initials of a person named in full as that person: "WSS" for William S. Saturn, in interviews.

    Where they open a line they are a name, whatever the recogniser makes of them.
    """
    people = [n.text.split() for n in names if n.form == "person" and len(n.text.split()) > 1]
    letters = {short for p in people for short in initials(p)}
    bodies = {"".join(w[0] for w in n.text.split() if w[0].isupper()) for n in names if n.form == "organisation"}
    letters -= {b for b in bodies if len(b) > 1}
    found = [
        replace(n, form="person")
        if n.actor is None and n.form != "person" and n.text.isupper() and 2 <= len(n.text) <= 4 and n.text in letters
        else n
        for n in names
    ]
    taken = {i for n in names for i in range(n.start, n.end)}
    labels = {n.text: n for n in found if n.actor is None and n.text.isupper() and 2 <= len(n.text) <= 4}
    opening = [t for t in doc[1:] if t.i not in taken and t.text.isupper() and "\n" in t.nbor(-1).text]
    found += [Name(t.i, t.i + 1, "person", t.text) for t in opening if t.text in letters]
    others = (t for t in opening if t.text in labels and t.text not in letters)
    found += [Name(t.i, t.i + 1, labels[t.text].form, t.text) for t in others]
    return sorted(found, key=lambda n: n.start)


def initials(parts: list[str]) -> set[str]:
    """Return the capitals that a person's name begins its words with: all of them, and the first and the last."""
    large = "".join(w[0] for w in parts if w[0].isupper())
    return {short for short in (large, large[:1] + large[-1:]) if 2 <= len(short) <= 4}


def labelled(doc: Doc, names: list[Name]) -> list[Name]:
    """Read the capitals in double brackets before a question as the one name that they are letters of.

    "((WN))" is Wikinews, which speaks as "((Wikinews))" before or is told of in the lead.
    """
    short = (n for n in names if n.actor is None and n.text.isupper() and 2 <= len(n.text) <= 4)
    marks = [n for n in short if _bracketed_twice(doc, n)]
    if not marks:
        return names
    long = {n.text: n for n in names if n.form in ("organisation", "person") and n.text.isalpha() and len(n.text) > 4}
    unseen = {t.text: Name(t.i, t.i + 1, "organisation", t.text) for t in doc if _unrecognised(t)}
    full = {n.text: name for n in marks if (name := _meant(n.text, long) or _meant(n.text, unseen)) is not None}
    return [
        replace(n, form=full[n.text].form, text=full[n.text].text) if n in marks and n.text in full else n
        for n in names
    ]


def _unrecognised(token: Token) -> bool:
    """Say whether a word written large acts, and is nobody known and no place: "Wikinews asked"."""
    large = token.pos_ == "PROPN" and token.text.istitle() and token.is_alpha and len(token) > 4
    return large and token.dep_ == "nsubj" and token.ent_type_ in ("", "ORG") and lexicon().find(token.text) is None


def _meant(letters: str, long: dict[str, Name]) -> Name | None:
    """Return the one name that letters are of; None where there are several."""
    fits = [n for text, n in long.items() if text[0] == letters[0] and _spelt_in(letters, text.upper())]
    return fits[0] if len(fits) == 1 else None


def _bracketed_twice(doc: Doc, name: Name) -> bool:
    at, end = doc[name.start].idx, doc[name.end - 1].idx + len(doc[name.end - 1])
    text = doc.text[max(0, at - 2) : end + 2]
    return text.startswith("((") and text.endswith("))")


def _spelt_in(letters: str, word: str) -> bool:
    """Say whether letters stand in a word in their order."""
    rest = iter(word)
    return all(letter in rest for letter in letters)


def _family_first(text: str) -> bool:
    parts = text.split()
    return len(parts) == 2 and "-" in parts[1] and parts[1].partition("-")[2].islower()


def bodies(doc: Doc, names: list[Name]) -> list[Name]:
    """Read the first word of a body's full name as that body where it stands alone; common words are left out."""
    first = {name.text.split()[0] for name in names if _telling(name)}
    first -= {w for n in names if n.form == "person" and " " in n.text for w in n.text.split()}
    if not first:
        return names
    first -= {t.text.title() for t in doc if t.text.islower() and t.text.title() in first}
    fixed = [
        replace(n, form="organisation")
        if n.actor is None and n.text in first and n.form in ("place", "group", "person")
        else n
        for n in names
    ]
    taken = {i for n in names for i in range(n.start, n.end)}
    return fixed + [
        Name(t.i, t.i + 1, "organisation", t.text)
        for t in doc
        if t.text in first and t.i not in taken and t.pos_ in ("PROPN", "NOUN") and t.dep_ != "compound"
    ]


def _telling(name: Name) -> bool:
    """Say whether a body's first word can stand for it: "Vaalkrans Steel", not "Capital Group" or "United Airlines"."""
    parts = name.text.split()
    if name.form != "organisation" or name.actor or not 2 <= len(parts) <= 3:
        return False
    word = parts[0]
    if len(word) < 4 or not word.isalpha() or not word.istitle() or lexicon().find(word):
        return False
    low = word.lower()
    return low not in first_names() and low not in words().organisations | words().offices | words().honorifics
