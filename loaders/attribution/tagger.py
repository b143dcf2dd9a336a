"""The attribution tagger: a text in, the attributions in it out."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from sayso.loaders.attribution.decode import Found, Scores, Thresholds, decode, read_scores, runs
from sayso.loaders.attribution.encoding import Encoded, Window, encode, window_inputs, windows
from sayso.loaders.attribution.model_files import check_model
from sayso.loaders.facts import Attribution, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

MODEL = Path(__file__).parent / "model"


@dataclass(frozen=True)
class Tagger:
    """A loaded model: its ONNX session, its tokenizer and what `settings.json` beside them says."""

    session: Any
    tokenizer: Any
    relative: np.ndarray[Any, np.dtype[np.float32]]
    thresholds: Thresholds
    calibration: tuple[float, ...]
    version: str

    def attributions(self, text: str) -> list[Attribution]:
        """Find the attributions of a text, in the order of their first content."""
        return [attribution for attribution, _ in self.read(text, *self.run(text))]

    def run(self, text: str) -> tuple[Encoded, list[tuple[Window, Scores]]]:
        """Encode a text and run the network over its windows."""
        encoded = encode(self.tokenizer, text)
        return encoded, [(w, self._scores(encoded, w)) for w in windows(encoded) if w.end > w.start]

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
        result = [(self._attribution(text, encoded, one), one.features) for one in found if one.contents]
        sure = [r for r in result if r[0].contents and r[0].confidence >= self.thresholds.confidence]
        return sorted(sure, key=lambda r: (r[0].contents, r[0].cues))

    def _scores(self, encoded: Encoded, window: Window) -> Scores:
        ids, cases = window_inputs(encoded, window)
        inputs = {"input_ids": [ids], "token_type_ids": [cases], "attention_mask": [[1] * len(ids)]}
        tag, vectors = self.session.run(None, {k: np.array(v, np.int64) for k, v in inputs.items()})
        return read_scores(tag[0], vectors[0], self.relative)

    def _attribution(self, text: str, encoded: Encoded, placed: _Placed) -> Attribution:
        def spans(pairs: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
            all_spans = (_span(text, encoded, a, b) for a, b in pairs)
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


@cache
def model_version(folder: Path = MODEL) -> str:
    """Return the version of the model in `folder` without loading it."""
    return str(json.loads((folder / "settings.json").read_text(encoding="utf-8"))["version"])


@cache
def tagger(folder: Path = MODEL, threads: int = 1) -> Tagger:
    """Load the model in `folder` (once a process): `tagger.onnx`, `tokenizer.json`, `settings.json`.

    Raises ModelError where a file is not what was exported.
    """
    import onnxruntime
    from tokenizers import Tokenizer

    check_model(folder)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(
        folder / "tagger.onnx",
        options,
        providers=["CPUExecutionProvider"],
        # the fused kernel adds and normalises element by element: a fifth of the whole time
        disabled_optimizers=["SkipLayerNormFusion"],
    )
    settings = json.loads((folder / "settings.json").read_text(encoding="utf-8"))
    return Tagger(
        session,
        Tokenizer.from_file(str(folder / "tokenizer.json")),
        np.array(settings["relative"], np.float32),
        Thresholds(**settings["thresholds"]),
        tuple(settings["calibration"]),
        settings["version"],
    )


@dataclass(slots=True)
class _Placed:
    """A found attribution in token positions of the whole text; `own` are the positions that its window owns."""

    cue: tuple[int, int]
    contents: set[int]
    source: tuple[int, int] | None
    features: tuple[float, ...]
    own: range


def _place(found: Found, window: Window) -> _Placed:
    shift = window.start - 1  # [CLS] is position 0 of the window
    contents = {t + shift for a, b in found.contents for t in range(a, b)}
    source = (found.source[0] + shift, found.source[1] + shift) if found.source else None
    cue = (found.cue[0] + shift, found.cue[1] + shift)
    return _Placed(cue, contents, source, found.features, range(window.own_start, window.own_end))


def _settle(found: list[_Placed]) -> None:
    """Leave each content token to one attribution: where two windows disagree, to the window that owns the token."""
    holder: dict[int, _Placed] = {}
    for one in found:
        for token in sorted(one.contents):
            other = holder.setdefault(token, one)
            if other is not one:
                loser = other if token in one.own else one
                loser.contents.discard(token)
                holder[token] = one if loser is other else other


def _span(text: str, encoded: Encoded, first: int, end: int) -> Span:
    """Map tokens `first` to `end` to code points, without line breaks at either edge."""
    start, stop = encoded.offsets[first][0], encoded.offsets[end - 1][1]
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    return Span(start, stop)
