"""The attribution tagger: a text in, the attributions in it out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import exp
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from sayso.loaders.attribution.decode import Scores, Thresholds, TokenAttribution, decode, read_scores, runs
from sayso.loaders.attribution.encoding import Encoded, Window, encode, window_inputs, windows
from sayso.loaders.attribution.meaning import MarkThresholds, MeaningAnswer, answer, likely_acts, marks, names, question
from sayso.loaders.attribution.model_files import MODEL, check_model, model_settings
from sayso.loaders.attribution.onnx_session import session
from sayso.loaders.attribution.scored import ScoredWindows
from sayso.loaders.facts import Attribution, Marked, Meaning, Span
from sayso.loaders.quotations import with_marks

if TYPE_CHECKING:
    from collections.abc import Iterable

_TOGETHER = 128  # statements of a long text whose meaning is read at once
_DEPTH = 3  # of statements inside statements


@dataclass(frozen=True)
class Tagger:
    """A loaded model: its two ONNX sessions, its tokenizer and what `settings.json` beside them says."""

    session: Any
    second: Any
    tokenizer: Any
    relative: np.ndarray[Any, np.dtype[np.float32]]
    thresholds: Thresholds
    marking: MarkThresholds
    calibration: tuple[float, ...]
    version: str

    def attributions(self, text: str) -> list[Attribution]:
        """Find the attributions of a text with their meaning, in the order of their first content."""
        encoded, scored = self.run(text)
        return self.understand(text, encoded, scored, [a for a, _ in self.read(text, encoded, scored)])

    def run(self, text: str) -> tuple[Encoded, ScoredWindows]:
        """Encode a text; the network runs over its windows as they are read."""
        encoded = encode(self.tokenizer, text)
        found = [w for w in windows(encoded) if w.end > w.start]
        return encoded, ScoredWindows(found, lambda window: self.score(encoded, window))

    def read(
        self, text: str, encoded: Encoded, scored: Iterable[tuple[Window, Scores]]
    ) -> list[tuple[Attribution, tuple[float, ...]]]:
        """Decode what `run` gave, each attribution with the features that its confidence is computed from."""
        found = [
            _place(one, window)
            for window, scores in scored
            for one in decode(scores, self.thresholds)
            # A cue in the overlap is seen by two windows; the one that has more around it decides.
            if window.own_start <= one.cue[0] + window.start - 1 < window.own_end
        ]
        _settle(found)
        found = [one for one in found if one.contents and self._confidence(one.features) >= self.thresholds.confidence]
        nest(found)
        result = [(self._attribution(text, encoded, one), one.features) for one in found]
        return sorted((r for r in result if r[0].contents), key=lambda r: (r[0].contents, r[0].cues))

    def understand(
        self,
        text: str,
        encoded: Encoded,
        scored: ScoredWindows,
        attributions: Sequence[Attribution],
    ) -> list[Attribution]:
        """Give attributions of a text, found or given, the meaning that the network reads in them.

        Those of a long text are read some at a time, in text order.
        """
        order = list(range(len(attributions)))
        if scored.is_long:
            order.sort(key=lambda i: min((*attributions[i].cues, *attributions[i].contents)))
        size = _TOGETHER if scored.is_long else max(1, len(order))
        read: dict[int, Attribution] = {}
        for some in (order[start : start + size] for start in range(0, len(order), size)):
            asked = self.ask(encoded, scored, [attributions[i] for i in some])
            for i, one in zip(some, asked, strict=True):
                read[i] = replace(attributions[i], meaning=self.meaning(text, encoded, one))
        return [read[i] for i in range(len(attributions))]

    def ask(self, encoded: Encoded, scored: ScoredWindows, attributions: Sequence[Attribution]) -> list[AskedStatement]:
        """Run the second network over attributions of a text."""
        places = TokenPlaces(encoded)
        parts = [[places.tokens(spans) for spans in (a.cues, a.sources, a.contents)] for a in attributions]
        owners = [scored[scored.owner((cue or content or [0])[0])] for cue, _, content in parts]
        answers = answer(self.second, [question(*at, *part) for at, part in zip(owners, parts, strict=True)])
        return [
            AskedStatement(at, cue, source, found)
            for at, (cue, source, _), found in zip(owners, parts, answers, strict=True)
        ]

    def meaning(self, text: str, encoded: Encoded, asked: AskedStatement) -> Meaning:
        """Read off the meaning of a statement from what the second network says of it."""
        (window, scores), source = asked.at, asked.source
        marked = tuple(
            Marked(role, span, sure)
            for role, tokens, sure in marks(asked.found, self.marking)
            if (span := with_marks(text, _span(text, encoded, tokens[0], tokens[-1] + 1))).start < span.end
        )
        query = next((t for t in (*source, *asked.cue) if window.start <= t < window.end), None)
        named = () if query is None else names(scores, query - window.start + 1)
        last = window.end - window.start
        places = [(t + window.start - 1, chance) for t, chance in named if 1 <= t <= last]
        spans = tuple((_span(text, encoded, t, t + 1), round(chance, 3)) for t, chance in places if t not in source)
        return Meaning(likely_acts(asked.found), marked, tuple(s for s in spans if s[0].start < s[0].end))

    def score(self, encoded: Encoded, window: Window) -> Scores:
        """Run the first network over one window."""
        ids, cases = window_inputs(encoded, window)
        inputs = {"input_ids": [ids], "token_type_ids": [cases], "attention_mask": [[1] * len(ids)]}
        tag, vectors, words = self.session.run(None, {k: np.array(v, np.int64) for k, v in inputs.items()})
        return read_scores(tag[0], vectors[0], self.relative, words[0])

    def _attribution(self, text: str, encoded: Encoded, placed: _Placed) -> Attribution:
        def spans(pairs: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
            all_spans = (whole_words(text, _span(text, encoded, a, b)) for a, b in pairs)
            return tuple(span for span in all_spans if span.start < span.end)

        sources = spans([placed.source]) if placed.source else ()
        return Attribution(
            spans(runs(sorted(placed.contents))), spans([placed.cue]), sources, self._confidence(placed.features)
        )

    def _confidence(self, features: tuple[float, ...]) -> float:
        """Turn the decoder's features into a probability (logistic regression, fitted on annotated articles)."""
        bias, *weights = self.calibration
        odds = bias + sum(w * f for w, f in zip(weights, features, strict=True))
        return round(1 / (1 + exp(-odds)), 3)


@dataclass(frozen=True, slots=True)
class AskedStatement:
    """One statement as the second network read it: its window, its cue and source in tokens, and the answer."""

    at: tuple[Window, Scores]
    cue: list[int]
    source: list[int]
    found: MeaningAnswer


class TokenPlaces:
    """Where spans of a text lie among its tokens."""

    def __init__(self, encoded: Encoded) -> None:
        self._starts = [a for a, _ in encoded.offsets]
        self._offsets = encoded.offsets

    def tokens(self, spans: Iterable[Span]) -> list[int]:
        """List the tokens that touch the spans, ascending."""
        found: set[int] = set()
        for span in spans:
            first = max(0, bisect_right(self._starts, span.start) - 1)
            for t in range(first, len(self._offsets)):
                a, b = self._offsets[t]
                if a >= span.end:
                    break
                if b > span.start and b > a:
                    found.add(t)
        return sorted(found)


def nest(found: list[_Placed]) -> None:
    """Let the words of a statement hold those of the statements inside it.

    The network gives the words of an inner statement to the inner cue alone; its cue and source are words of the
    outer one, and by that it is known.
    """
    holders: dict[int, list[_Placed]] = {}
    for one in found:
        for token in one.contents:
            holders.setdefault(token, []).append(one)
    pairs = [
        (outer, inner)
        for inner in found
        for outer in holders.get(inner.cue[0], ())
        if outer is not inner
        and set(range(*inner.cue)) <= outer.contents
        and not set(range(*outer.cue)) <= inner.contents
    ]
    for _ in range(_DEPTH):
        for outer, inner in pairs:
            outer.contents |= inner.contents


@cache
def model_version(folder: Path = MODEL) -> str:
    """Return the version of the model in `folder` without loading it."""
    return str(model_settings(folder)["version"])


@cache
def tagger(folder: Path = MODEL, threads: int = 1) -> Tagger:
    """Load the model in `folder` (once a process): two ONNX files, `tokenizer.json`, `settings.json`.

    Raises ModelError where a file is not what was exported.
    """
    from tokenizers import Tokenizer

    check_model(folder)
    settings = model_settings(folder)
    return Tagger(
        session(folder / "tagger.onnx", threads),
        session(folder / "meaning.onnx", threads),
        Tokenizer.from_file(str(folder / "tokenizer.json")),
        np.array(settings["relative"], np.float32),
        Thresholds(**settings["thresholds"]),
        MarkThresholds(**settings["marking"]),
        tuple(settings["calibration"]),
        settings["version"],
    )


@dataclass(slots=True)
class _Placed:
    """A found attribution in token positions of the whole text.

    `own` are the positions that its window owns, `inside` tells that its words are among another's too.
    """

    cue: tuple[int, int]
    contents: set[int]
    source: tuple[int, int] | None
    features: tuple[float, ...]
    own: range
    inside: bool


def _place(found: TokenAttribution, window: Window) -> _Placed:
    shift = window.start - 1  # [CLS] is position 0 of the window
    contents = {t + shift for a, b in found.contents for t in range(a, b)}
    source = (found.source[0] + shift, found.source[1] + shift) if found.source else None
    cue = (found.cue[0] + shift, found.cue[1] + shift)
    return _Placed(cue, contents, source, found.features, range(window.own_start, window.own_end), found.inside)


def _settle(found: list[_Placed]) -> None:
    """Leave each content token to one attribution: where two windows disagree, to the window that owns the token.

    Those inside others share their tokens with these, and are settled among themselves.
    """
    holder: dict[tuple[bool, int], _Placed] = {}
    for one in found:
        for token in sorted(one.contents):
            other = holder.setdefault((one.inside, token), one)
            if other is not one:
                loser = other if token in one.own else one
                loser.contents.discard(token)
                holder[one.inside, token] = one if loser is other else other


def whole_words(text: str, span: Span) -> Span:
    """Give each word to whom its beginning was given: a token may be a part of one ("laud" of "applaud").

    The span that ends in a word goes on to its end; the one that begins in it begins behind it, and may be empty.
    """
    start, end = span.start, span.end
    while start < end and (_amid_word(text, start) or (start > span.start and text[start].isspace())):
        start += 1
    while start < end and _amid_word(text, end):
        end += 1
    return Span(start, end)


def _amid_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _span(text: str, encoded: Encoded, first: int, end: int) -> Span:
    """Map tokens `first` to `end` to code points, without line breaks at either edge."""
    start, stop = encoded.offsets[first][0], encoded.offsets[end - 1][1]
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    return Span(start, stop)
