"""Labels: what stands at the head of a line of a transcript and tells who speaks, "[00:14] NAME, TITLE (ASIDE): …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.loaders.actors.lexicon import lexicon
from sayso.loaders.actors.words import words
from sayso.loaders.facts import Span, TurnKind
from sayso.loaders.word_lists import any_of, word_row, word_set

_UP = r"[^\W\d_a-zß-öø-ÿ]"
_CAPITALS = rf"{_UP}(?:{_UP}|[.'’-])*(?:{_UP}|\.)(?: {_UP}(?:{_UP}|[.'’-])*)*|Mc{_UP}+"
_MIXED = rf"{_UP}[\w.'’-]+(?: {_UP}[\w.'’-]*){{0,3}}"
_ASKS = any_of(word_row("views/transcripts", "asks"))
_ANSWERS = any_of(word_row("views/transcripts", "answers"))
_UNNAMED = any_of(word_row("views/transcripts", "unnamed"))
_OFFICES = any_of(word_row("views/transcripts", "offices"))
_CLOCK = r"\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?(?: ?[AaPp]\.?[Mm]\.?)?"
_STAMP = rf"(?P<stamp>[\[(]?{_CLOCK}(?: ?(?:-->|[-–—]) ?{_CLOCK})?[\])]?[ \t]*[-–—|]?[ \t]*\n?[*_]*)?"
_LABEL = re.compile(
    rf"^[ \t>*_]*{_STAMP}(?P<name>(?i:{_ASKS}|{_ANSWERS}|{_UNNAMED}|{_OFFICES})(?= ?[,(\[:*_])|{_CAPITALS}|{_MIXED})"
    rf"(?P<title>, [^\n:]{{2,60}}?|)(?P<aside>(?: ?[(\[][^)\]\n]{{1,60}}[)\]]){{0,2}})"
    rf"[ *_]*(?:(?P<colon>:)|(?<=\d[)\]])(?=[ \t]*\n))[ \t*_]*\n?(?=\S)",
    re.M,
)
_LETTER = re.compile(  # "Q. …", "Q …" and "QWhy …" of press offices, "A   …" of court reporters
    rf"^[ \t>*_]*{_STAMP}(?P<name>Q\d{{0,2}}|A\d{{0,2}})(?P<title>)(?P<aside>)"
    r"(?P<colon>[.:)]|(?=\t| {2})|(?<=Q)(?= [^\W\d_a-z]|(?!Anon)[A-Z][a-z'’]))[ \t*_]*(?=\S)",
    re.M,
)
_TIMED = re.compile(_CLOCK)
_SURE_STAMP = re.compile(r"[\[(]|:\d{2}:")
_NO_NAMES = word_set("views/pages", "no_names")
_SMALL = word_set("views/pages", "heading_words")
_SMALL_BEFORE = word_set("views/transcripts", "small_before")
_LONGEST_NAME = 4
_TURNS = 2  # of labels in capitals or with clock times; others need one more, and a name that comes twice


@dataclass(frozen=True, slots=True)
class SpokenLabel:
    """One label, from `start` of its line to `end`, where the words begin. `who` tells of one that is nobody's name."""

    start: int
    end: int
    name: Span
    title: Span | None
    colon: Span | None
    stamp: Span | None
    text: str
    who: TurnKind | None
    office: bool
    timed: bool

    @property
    def shouted(self) -> bool:
        """Say whether it is written in capitals: "ANN LEE", "Ms LEE"."""
        if self.text.isupper():
            return True
        *before, last = self.text.split()
        return len(last) > 2 and last.isupper() and all(w.isupper() or _stands_before(w.strip(".")) for w in before)


def _stands_before(word: str) -> bool:
    """Say whether a word is written small before a name in capitals: "Ms LEE", "The Rt Hon LEE"."""
    return word.lower() in words().honorifics or word in words().ranks or word in _SMALL_BEFORE


def labels(text: str) -> list[SpokenLabel]:
    """List the labels of a transcript in text order; none where a text is no transcript."""
    found = [label for label in _all(text) if label is not None]
    found = _without_lone_letters(found)
    shouted = [one for one in found if one.shouted]
    stamped = [one for one in found if one.timed]
    names = [one.text.split()[-1].lower() for one in found]
    if len(shouted) >= _TURNS:
        found = [one for one in found if one.shouted or one.who is not None or one.office]
    elif len(stamped) >= _TURNS and (_are_sure(text, stamped) or len(set(names)) < len(names)):
        found = stamped
    elif len(found) <= _TURNS or len(set(names)) in (1, len(names)):
        return []
    return found


def _all(text: str) -> Iterator[SpokenLabel | None]:
    """Yield what reads as a label, in text order."""
    by_place = {m.start("name"): m for pattern in (_LETTER, _LABEL) for m in pattern.finditer(text)}
    for _, match in sorted(by_place.items()):
        yield _label(match)


def _label(match: re.Match[str]) -> SpokenLabel | None:
    """Return what a line begins with as a label; None where it can be nobody's: "NEW DELHI:", "PHOTO:", "Note:"."""
    name = match["name"]
    who = _nameless(name)
    office = who is None and re.fullmatch(_OFFICES, name, re.I) is not None
    timed = bool(match["stamp"] or _TIMED.search(match["aside"]))
    if not name[0].isupper() or ("\n" in match[0][match.end("aside") - match.start() :] and not timed):
        return None
    bare = " " not in name and not name.isupper() and not re.match(r"Mc[A-Z]+$", name)
    if who is None and not office and ((bare and not timed) or not _names_somebody(name)):
        return None
    return SpokenLabel(
        match.start(),
        match.end(),
        Span(*match.span("name")),
        _place(match, "title"),
        _place(match, "colon"),
        _place(match, "stamp"),
        name,
        who,
        office,
        timed,
    )


def _place(match: re.Match[str], group: str) -> Span | None:
    return Span(*match.span(group)) if match[group] else None


def _nameless(label: str) -> TurnKind | None:
    """Return what a turn is whose label tells no name; None for one that may."""
    if re.fullmatch(_ASKS, label, re.I):
        return "asks"
    if re.fullmatch(_ANSWERS, label, re.I):
        return "answers"
    return "speaks" if re.fullmatch(_UNNAMED, label, re.I) else None


def _names_somebody(label: str) -> bool:
    """Say whether a label can be a speaker's: "NEW DELHI:" is a dateline, "PHOTO:" a caption."""
    parts = label.split()
    if len(parts) > _LONGEST_NAME or (len(parts) > 1 and not _SMALL.isdisjoint(parts)):
        return False
    return parts[0].strip(".").upper() not in _NO_NAMES and lexicon().find(label.title()) is None


def _without_lone_letters(found: list[SpokenLabel]) -> list[SpokenLabel]:
    """Leave out "A. …" where nothing asks: the items of a list."""
    asked = any(one.who == "asks" for one in found)
    return [one for one in found if asked or one.text[0] != "A" or one.who != "answers"]


def _are_sure(text: str, stamped: Sequence[SpokenLabel]) -> bool:
    """Say whether clock times are a recording's, not a programme's: "[14:05]", "00:14:05", those behind names."""
    spans = [one.stamp for one in stamped if one.stamp is not None]
    return all(_SURE_STAMP.search(text[span.start : span.end]) for span in spans)
