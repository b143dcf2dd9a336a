"""Lengthened names: what the recogniser cuts off a name, and two bodies that it takes for one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.loaders.actors.known import Name
from sayso.loaders.actors.lexicon import first_names, lexicon
from sayso.loaders.actors.namesakes import end_with_generation
from sayso.loaders.actors.words import words
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# what a firm's name can end with
LEGAL = word_set("actors/lengthened", "legal")
_ON = word_set("actors/lengthened", "on")
_OF_MATTERS = word_set("actors/lengthened", "of_matters")
_GOVERNMENTS = word_set("actors/lengthened", "governments")
_NO_SURNAMES = word_set("actors/lengthened", "no_surnames")
_HOLDS = word_set("actors/lengthened", "holds")
_LONGEST = 12  # tokens
_TWO = 2  # surnames


def parted(doc: Doc, names: list[Name]) -> list[Name]:
    """Part "the Center for Peace and Center for Law", where each half has a body's noun of its own."""
    return [part for name in names for part in (_halves(doc, name) if name.form == "organisation" else (name,))]


def _halves(doc: Doc, name: Name) -> Iterator[Name]:
    if _is_holder(doc, name):  # "Ada Hill of Tessen Research"
        link = name.start + 2
        yield replace(name, end=link, text=doc[name.start : link].text, form="person")
        yield replace(name, start=link + 1, text=doc[link + 1 : name.end].text)
        return
    for i in range(name.start + 2, name.end - 2):
        left, right = doc[name.start : i], doc[i + 1 : name.end]
        if doc[i].lower_ == "and" and name.actor is None and is_whole(left) and is_whole(right):
            yield replace(name, end=i, text=left.text)
            yield replace(name, start=i + 1, text=right.text)
            return
    yield name


def _is_holder(doc: Doc, name: Name) -> bool:
    """Say whether the recogniser takes a person with the body for one name."""
    if name.actor is not None or name.end - name.start < 4 or doc[name.start + 2].lower_ not in _HOLDS:
        return False
    first, last = doc[name.start], doc[name.start + 1]
    plain = first.text.istitle() and last.text.istitle() and last.is_alpha
    known = words().organisations | words().offices | words().towns | _NO_SURNAMES
    plain = plain and lexicon().find(first.text) is None
    return plain and first.lower_ in first_names() and known.isdisjoint((first.lower_, last.lower_))


def is_whole(part: Iterable[Token]) -> bool:
    """Say whether words are a body's name by themselves: its noun stands first before "for" or "of", or last."""
    tokens = [t for t in part if t.lower_ not in ("the", "both") and not t.is_space and t.text != ","]
    if not tokens:
        return False
    first = len(tokens) > 2 and tokens[0].lower_ in words().organisations and tokens[1].lower_ in ("for", "of", "on")
    last = tokens[-1]
    landed = len(tokens) > 3 and tokens[-2].lower_ == "of" and tokens[-3].lower_ in words().organisations
    if landed:
        named = all(t.text[0].isupper() or t.lower_ in ("of", "for", "and") or t.tag_ == "POS" for t in tokens)
        land = lexicon().find(last.text)  # "the Farmers' Union of Norway"
        landed = named and (last.ent_type_ in ("GPE", "ORG") or (land is not None and land.use == "name"))
    # Verbs are looked for last: of long rows all halves are asked for, and few come as far.
    ends = first or landed or (last.lower_ in words().organisations and len(tokens) > 1)
    return ends and not any(t.pos_ in ("VERB", "AUX") for t in tokens)


def lengthened(doc: Doc, names: list[Name]) -> list[Name]:
    """Return the names as long as they stand in the text, in text order, none inside another."""
    found: list[Name] = []
    for name in names:
        longer = _extended(doc, name)
        if found and found[-1].end > longer.start:
            if found[-1].end >= longer.end:
                continue  # "and Infectious Disease" was taken into the name before
            longer = name
        if found and (whole := _with_land(doc, found[-1], longer)) is not None:
            found[-1] = whole
        elif found and _one_person(doc, found[-1], longer):
            found[-1] = replace(found[-1], end=longer.end, text=doc[found[-1].start : longer.end].text)
        elif not found or found[-1].end <= longer.start:
            found.append(longer)
    return found


def _one_person(doc: Doc, first: Name, last: Name) -> bool:
    """Say whether the recogniser cut a person's name in two: "Amy Berman" and "Jackson".

    A name with a small word in it goes on over two: "Maria de Lourdes" and "Costa Lima".
    """
    persons = first.form == last.form == "person" and first.actor is None and last.actor is None
    small = any(t.text.islower() for t in doc[first.start : first.end])
    return (
        persons
        and first.end == last.start
        and last.end - last.start <= (_TWO if small else 1)
        and first.end - first.start > 1
        and all(t.text.istitle() for t in doc[last.start : last.end])
        and (small or (doc[first.end - 1].dep_ == "compound" and doc[first.end - 1].head.i == last.start))
    )


def _extended(doc: Doc, name: Name) -> Name:
    """Lengthen a name by what the recogniser cut off: "for the Sixth Circuit", a first name it does not know."""
    start, end = name.start, name.end
    if name.actor is not None and (abroad := _of_land(doc, name)) is not None:
        return abroad
    if name.form == "organisation" and name.end < len(doc) and doc[end].lower_ in LEGAL and doc[end].text[0].isupper():
        end += 1
    elif start and doc[start].lower_ in LEGAL and end - start == 1 and doc[start - 1].pos_ == "PROPN":
        start -= 1  # "LLC" alone is nobody
    elif name.form == "organisation" and name.actor is None and end - start > 1:
        end = tail(doc, start, end)
    elif name.form == "person" and start > 0 and " " not in name.text and _first_name(doc[start - 1]):
        start -= stands(doc, start - 1, end)
    if name.form == "person" and name.actor is None:
        end = end_with_generation(doc, end)
    return (
        name
        if (start, end) == (name.start, name.end)
        else replace(name, start=start, end=end, text=doc[start:end].text)
    )


def _of_land(doc: Doc, name: Name) -> Name | None:
    """Read "the Supreme Court of Kenya" as a body of its own, where the known one is another state's."""
    start = name.end + 1
    home = lexicon().home.get(name.actor or "")
    if name.form != "organisation" or home is None or start >= len(doc) or doc[name.end].lower_ != "of":
        return None
    start += doc[start].lower_ == "the"
    entry = lexicon().match(doc[start : start + 5].text, 0)
    if entry is None or entry.use != "name" or not entry.actor.startswith("country/") or name.use == "adherent":
        return None
    stop = doc[start].idx + len(entry.phrase)
    end = next((t.i + 1 for t in doc[start : start + 5] if t.idx + len(t) == stop), start)
    actor = name.actor if entry.actor == home else None
    return replace(name, end=end, text=doc[name.start : end].text, actor=actor) if end > start else None


def tail(doc: Doc, start: int, end: int) -> int:
    """Return where a body's name ends that goes on behind "of", "for", "on" or, once it has one of them, "and"."""
    while end - start < _LONGEST and end + 1 < len(doc):
        link = doc[end].lower_
        linked = any(t.lower_ in ("of", "for", "on") and doc[t.i - 1].lower_ in _OF_MATTERS for t in doc[start:end])
        on = link == "on" and any(t.lower_ in _ON for t in doc[start:end])
        if not (link in ("for", "of") or on or (link == "and" and linked)):
            break
        begin = end + 1 + (doc[end + 1].lower_ == "the" and link != "and")
        stop = begin
        while stop < len(doc) and _goes_on(doc[stop], link):
            stop += 1
        if stop == begin or (link == "and" and not _same_name(doc, begin, stop)):
            break
        end = stop
    return end


def _goes_on(token: Token, link: str) -> bool:
    kinds = ("", "ORG") if link == "and" else ("", "ORG", "GPE", "LAW")
    return token.pos_ == "PROPN" and token.text[0].isupper() and token.ent_type_ in kinds


def _same_name(doc: Doc, start: int, end: int) -> bool:
    """Say whether words behind an "and" are no body of their own: "and Infectious Diseases"."""
    part = doc[start:end]
    longer = end < len(doc) and (doc[end].pos_ in ("PROPN", "NOUN") or doc[end].lower_ == "of")
    own = any(t.lower_ in words().organisations or t.is_upper for t in part)
    return not longer and not own and lexicon().find(part.text) is None


def _first_name(before: Token) -> bool:
    return (
        before.pos_ == "PROPN"
        and not before.ent_type_
        and before.text.istitle()
        and before.is_alpha
        and before.dep_ == "compound"
        and not is_title(before)
        and not before.is_stop
        and before.lower_ not in words().organisations
        and before.lower_ not in words().kin
    )


def stands(doc: Doc, start: int, end: int) -> bool:
    """Say whether words are a person's name as they stand: with a known first name, or not at the head of a line.

    The first word of a sentence is written large, whatever it is: "Longtime Hilton foe files claim".
    """
    first = doc[start]
    heads = first.is_sent_start or not start or doc[start - 1].is_space or doc[start - 1].is_punct
    if not heads or first.lower_ in first_names():
        return True
    return end < len(doc) and doc[end].text in (",", "'s", "’s", "(")


def _with_land(doc: Doc, land: Name, body: Name) -> Name | None:
    """Join a state's name to the body behind it: "the Saudi Interior Ministry", "the United States Federal Reserve".

    None where the body is another state's or everybody's: "the US NATO envoy".
    """
    if land.end != body.start or land.form != "country" or body.form != "organisation" or land.actor is None:
        return None
    if land.use not in ("name", "demonym") or body.use == "adherent":
        return None
    home = lexicon().home.get(body.actor) if body.actor else land.actor
    own = body.actor is not None or doc[body.end - 1].lower_ in words().organisations
    if home is None or not own or doc[body.end - 1].lower_ in _GOVERNMENTS:
        return None
    actor = body.actor if home == land.actor else None
    return replace(body, start=land.start, text=doc[land.start : body.end].text, actor=actor)


def is_title(token: Token) -> bool:
    """Say whether a word before a name is an honorific, a rank or an office."""
    plain = token.text.rstrip(".")
    several = plain[:1].isupper() and not plain.endswith("ss")  # "Press" is not several Presidents
    one = plain.removesuffix("s") if several else plain  # "Senators Rubio and Lee"
    offices = plain.lower() in words().offices or one.lower() in words().offices or one in words().ranks
    return plain.lower() in words().honorifics or plain in words().ranks or offices
