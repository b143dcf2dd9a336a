"""Questions of a written interview without labels: lines that ask, and below each the answer of whom it is with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.loaders.facts import Attribution, Span, TurnKind
from sayso.loaders.views.announcement import announcement
from sayso.loaders.views.turn_labels import labels
from sayso.loaders.views.view import View
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc

_MARKED = re.compile(r"[ \t>]*(?:#{1,6} |\*\*|__|\*|_)")
_HEAD = re.compile(r"[ \t>#*_–—-]*(?:\d{1,2}[.)] +)?[*_]*")
_QUOTES = '"“”„«»'
_LONGEST = 60  # words of a question
_LONGEST_ANSWER = 3  # paragraphs below a question that nothing marks
_QUESTIONS = 2
_LEAD = 3000  # code points before the first question
_FIRST = word_set("meaning/clauses", "first_person")
_THIRD = word_set("views/transcripts", "third_person")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_QUOTED = re.compile(r"[\"“„«][^\"“”„«»\n]*[\"”»]?")


@dataclass(frozen=True, slots=True)
class UnlabelledPart:
    """A question or an answer of an interview; `label` is the "Q:" of a question whose answers have no label."""

    words: Span
    kind: TurnKind
    label: Span | None = None


def questions(text: str, view: View, doc: Doc, found: Sequence[Attribution]) -> list[UnlabelledPart]:
    """List the questions and answers of an announced interview; none where the text may be anything else.

    What was `found` in the view, of which `doc` is the parse, tells accounts: there the answers name whom the
    interview is with, or quote somebody who is told of.
    """
    parts = _alternating(text)
    if not parts or not any(part.kind == "answers" for part in parts):
        return []
    lead = text[max(0, parts[0].words.start - _LEAD) : parts[0].words.start]
    announced = announcement(lead)
    answers = [part.words for part in parts if part.kind == "answers"]
    if announced is None or (not announced.sure and not any(_in_first_person(text, a) for a in answers)):
        return []
    read = [view.reading(words) for words in answers]
    return [] if _is_account(view.text, doc, read, view.reading(parts[0].words).start, found) else parts


def _alternating(text: str) -> list[UnlabelledPart]:
    """List the questions, and below each what stands before the next; none where they do not alternate."""
    asked = _asked(text)
    if len(asked) < _QUESTIONS:
        return []
    marked = all(one.label or _MARKED.match(text, text.rfind("\n", 0, one.words.start) + 1) for one in asked)
    parts: list[UnlabelledPart] = []
    answered = 0
    for index, question in enumerate(asked):
        start = text.find("\n", question.words.end)
        last = index + 1 == len(asked)
        stop = len(text) if last else _line_start(text, asked[index + 1])
        lines = list(re.finditer(r"\S[^\n]*", text[start:stop])) if start >= 0 else []
        parts.append(question)
        if not lines:
            continue
        if len(lines) > _LONGEST_ANSWER and not marked and not last:
            return []
        end = lines[0].end() if last else lines[-1].end()  # what follows the last may be the article's own
        words = Span(start + lines[0].start(), len(text[: start + end].rstrip()))
        parts.append(UnlabelledPart(words, "answers"))
        answered += 1
    return parts if answered >= _QUESTIONS and 2 * answered > len(asked) else []


def _asked(text: str) -> list[UnlabelledPart]:
    """List the questions that stand by themselves: those with labels or set off, where two are, or else all."""
    asking = [one for one in labels(text) if one.who == "asks"]
    labelled = [UnlabelledPart(span, "asks", Span(one.name.start, one.end))
                for one in asking if (span := _bare(text, one.end, _line_end(text, one.end)))]  # fmt: skip
    if len(labelled) >= _QUESTIONS:
        return labelled
    lines = [*_question_lines(text)]
    marked = [one for one in lines if _MARKED.match(text, _line_start(text, one))]
    return marked if len(marked) >= _QUESTIONS else lines


def _question_lines(text: str) -> Iterator[UnlabelledPart]:
    """Yield the lines that ask, without what marks them."""
    for line in re.finditer(r"[^\n]+", text):
        head = _HEAD.match(line.group())
        span = _bare(text, line.start() + (head.end() if head else 0), line.end())
        words = text[span.start : span.end] if span else ""
        if span and words.endswith("?") and len(words.split()) <= _LONGEST and not any(q in words for q in _QUOTES):
            yield UnlabelledPart(span, "asks")


def _bare(text: str, start: int, end: int) -> Span | None:
    """Return a stretch without marks and space behind it."""
    end = len(text[:end].rstrip(" \t\r*_#"))
    return Span(start, end) if start < end else None


def _line_start(text: str, part: UnlabelledPart) -> int:
    return text.rfind("\n", 0, part.words.start) + 1


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _in_first_person(text: str, words: Span) -> bool:
    """Say whether an answer speaks of its speaker, outside what it quotes."""
    own = _QUOTED.sub(" ", text[words.start : words.end])
    return any(_is_own(word) for word in _WORD.findall(own) if word != "US")


def _is_own(word: str) -> bool:
    """Say whether a word is one for the speaker: "my", "I'm"."""
    return word.lower().replace("’", "'").partition("'")[0] in _FIRST


def _is_account(text: str, doc: Doc, answers: Sequence[Span], first: int, found: Sequence[Attribution]) -> bool:
    """Say whether the answers tell of whom the text has talked to; all places are of the view."""
    names = {ent[-1].text for ent in doc.ents if ent.label_ == "PERSON" and ent.end_char <= first}
    told = [text[a.start : a.end] for a in answers]
    if any(name in _WORD.findall(words) for words in told for name in names):
        return True
    reported = [any(_is_report(text, one) and one.contents[0].within(a) for one in found) for a in answers]
    return 2 * sum(reported) >= len(reported)


def _is_report(text: str, one: Attribution) -> bool:
    """Say whether somebody else's words are quoted: "“It burst,” he said"."""
    if not one.sources or not any(q in text[max(0, c.start - 1) : c.end + 1] for c in one.contents for q in _QUOTES):
        return False
    words = [w for s in one.sources for w in _WORD.findall(text[s.start : s.end])]
    return any(w.lower() in _THIRD or w[0].isupper() for w in words) and not any(_is_own(w) for w in words)
