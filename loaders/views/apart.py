"""What stands in an article and is no part of what it tells: teasers, bylines, captions, datelines, page headers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.loaders.views.view import Edit
from sayso.loaders.word_lists import any_of, word_row

_PICTURES = any_of(word_row("views/pages", "pictures"))
_TEASER = re.compile(rf"{any_of(word_row('views/pages', 'teasers'))}(?![\w’'])", re.I)
_NOTICE = re.compile(any_of(word_row("views/pages", "notices")), re.I)
_CAPTION = re.compile(
    rf"[\[(]?(?:file )?{_PICTURES}s?{any_of(word_row('views/pages', 'credits'))}?:"
    rf"|{any_of(word_row('views/pages', 'media'))} {any_of(word_row('views/pages', 'parts_of_media'))},"
    rf"|[\[(]?{any_of(word_row('views/pages', 'photos'))} {any_of(word_row('views/pages', 'makers'))}|pictured:",
    re.I,
)
_GREAT_PICTURES = any_of(tuple(word.title() for word in word_row("views/pages", "pictures")))
_CREDIT = re.compile(  # behind a caption: "… at the gate. Picture by Joe Lee"
    rf"(?:(?<=[.!?”’\")\]])[ \u00a0]+|[ \u00a0]*[\[(|/–—-] ?)(?:File )?{_GREAT_PICTURES}s?"
    rf"(?:{any_of(word_row('views/pages', 'credits'))}[: ]|: ?) ?"
    rf"(?:[A-Z][\w.'’-]*|{any_of(word_row('views/pages', 'byline_words'))}\b|[,/|& ])+[\])]?\.?$"
)
_BYLINE = re.compile(
    rf"\(?(?i:{any_of(word_row('views/pages', 'bylines'))})[: ]+"
    rf"(?:[A-Z][\w.'’-]*(?![\w.'’-])|{any_of(word_row('views/pages', 'byline_words'))}|[,;|& ])+\)?\.?"
)
_MONTH = rf"{any_of(tuple(start.title() for start in word_row('times', 'month_starts')))}[a-z]*\.?"
_REGION = r"(?:[,/] ?[A-Z][\w.'’]*(?: [A-Z][\w.'’]*)?){0,2}"
_WHEN = rf"(?:,? (?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?)"
_AGENCY = r"(?: ?\([A-Z][\w .&/’'-]{1,40}\))"
_DASH = r" ?(?:--|[-–—―])\s?"
_DATELINE = re.compile(
    rf"(?:[A-Z][\w.'’]*(?:[ -][A-Z][\w.'’]*){{0,3}}{_REGION}(?:{_WHEN}{_AGENCY}?|{_AGENCY}){_DASH}"
    rf"|[A-Z]{{5,}}(?: [A-Z]{{3,}})?{_REGION} ?(?:--|[–—―])\s?)(?=[\"“‘A-Z\d])"
)
_STAMP = re.compile(  # of a live blog: "21:17 CAT – The mayor has won"
    r"[ \t]*(?P<stamp>\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: ?[A-Z]{2,4})?[ \t]?(?:--|[-–—―])[ \t])(?=[\"“‘A-Z])"
)
_PAGE = re.compile(r"(?:page \d{1,4}(?: of \d{1,4})?|\d{1,4} ?/ ?\d{1,4}|[-–—] ?\d{1,4} ?[-–—]|\d{1,3})", re.I)
_STOPS = '.!?”"’:;…'
_HEADLINE = 16  # words of a teaser's line, at most
_LONGEST_BYLINE = 160  # code points
_LONGEST_CAPTION = 50  # words
_LINES = 400  # of a longer text, which is no article, nothing is compared with all the rest
_BLOCK = 8  # lines of a teaser's block, at most
_PULLED = (5, 60)  # words of a pull quote
_FEW_STAMPS = 2  # lines that a clock time opens
_OFTEN = 3  # a line that stands so often is a page's header


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def words(self) -> str:
        return self.text.strip(" \t\r*_#>|•-–—\f")


def apart_edits(text: str) -> Iterator[Edit]:
    """Yield the edits that leave out what is no part of the article's discourse."""
    lines = [line for line in _lines(text) if line.words]
    for index in _teasers(lines):
        yield _without(text, lines[index])
    stamps = [line for line in lines[:_LINES] if _STAMP.match(text, line.start)]
    for line in lines:
        byline = len(line.words) <= _LONGEST_BYLINE and _BYLINE.fullmatch(line.words)
        if byline or _CAPTION.match(line.words) or _NOTICE.match(line.words):
            yield _without(text, line)
        elif credited := _credited(text, line):
            yield credited
        elif len(stamps) >= _FEW_STAMPS and (stamp := _STAMP.match(text, line.start)):
            yield Edit(stamp.start("stamp"), stamp.end(), "")
        elif dateline := _DATELINE.match(text, line.start + len(line.text) - len(line.text.lstrip())):
            yield Edit(dateline.start(), dateline.end(), "")
    yield from _pulled(text, lines)
    yield from _headers(lines)


def _credited(text: str, line: _Line) -> Edit | None:
    """Leave out a caption with who took the picture behind it; behind a quotation or a long line the credit alone."""
    credit = _CREDIT.search(line.text.rstrip())
    if credit is None:
        return None
    if len(line.words.split()) > _LONGEST_CAPTION or any(mark in line.text for mark in '"“”'):
        return Edit(line.start + credit.start(), line.start + credit.end(), "", parts=True)
    return _without(text, line)


def _teasers(lines: list[_Line]) -> Iterator[int]:
    """Yield the lines that only point to other articles: "Read more: …", and those below "Also on this site"."""
    rest = 0
    for index, line in enumerate(lines):
        opening = _TEASER.match(line.words)
        behind = line.words[opening.end() :].strip() if opening else ""
        if opening and (not behind or behind in ":|"):
            rest = _BLOCK
            yield index
        elif opening and behind[0] in ":|–—>»-" and len(line.words.split()) <= 2 * _HEADLINE:
            yield index
        elif rest and line.words[-1] not in _STOPS and len(line.words.split()) <= _HEADLINE:
            rest -= 1
            yield index
        else:
            rest = 0


def _pulled(text: str, lines: list[_Line]) -> Iterator[Edit]:
    """Yield the paragraphs that only repeat words of a longer one, to catch the eye."""
    if len(lines) > _LINES:
        return
    plain = [" ".join(line.words.strip("\"“”‘’'").split()) for line in lines]
    for line, words in zip(lines[1:], plain[1:], strict=True):  # the first is the title
        least, most = _PULLED
        if least <= len(words.split()) <= most and any(
            len(other) > len(words) + 10 and words.rstrip(".,") in other for other in plain
        ):
            yield _without(text, line)


def _headers(lines: list[_Line]) -> Iterator[Edit]:
    """Yield the page headers and numbers that stand inside a sentence."""
    counts = Counter(line.words for line in lines)
    index = 1
    while index < len(lines) - 1:
        last = index
        while last < len(lines) - 1 and (_PAGE.fullmatch(lines[last].words) or counts[lines[last].words] >= _OFTEN):
            last += 1
        before, after = lines[index - 1], lines[last]
        if last > index and before.words[-1] not in _STOPS and after.words[0].islower():
            hyphen = before.text.rstrip().endswith("-") and before.text.rstrip()[-2:-1].isalpha()
            start = before.start + len(before.text.rstrip()) - hyphen
            yield Edit(start, after.start, "" if hyphen else " ", parts=True)
        index = last + 1


def _without(text: str, line: _Line) -> Edit:
    """Leave out a line with the break behind it."""
    end = line.end
    while end < len(text) and text[end] == "\n":
        end += 1
    return Edit(line.start, end, "", parts=True)


def _lines(text: str) -> Iterator[_Line]:
    start = 0
    for line in text.split("\n"):
        yield _Line(start, line)
        start += len(line) + 1
