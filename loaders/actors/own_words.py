"""Own words: whom "he" and "she" cannot mean, since the words that they say name him as somebody else."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from sayso.loaders.actors.tokens import once, tokens_in
from sayso.loaders.facts import Attribution, Span
from sayso.loaders.quotations import quoted_words
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from sayso.loaders.actors.discourse import Reader

_ANSWERING = word_set("actors/own_words", "answering")
_ASKING = word_set("actors/own_words", "asking")
_JUST = 60  # tokens from a question to who answers it

_BEFORE_NOUNS = ("compound", "amod", "nmod")
_SUBJECTS = ("nsubj", "nsubjpass")


def others_named(
    doc: Doc, attribution: Attribution, pronoun: Token, meant: Callable[[Token], str | None]
) -> frozenset[str]:
    """Return the actors whom the words of a pronoun name: "“Ada Hill never gave up,” he said", "he said Hill lied".

    Nobody names himself in quotation marks, nor as the subject behind "he said"; "Hill would stay, he said" may be
    Hill's words. "His" may belong to whom the words name. `meant` tells whom the name at a word means.
    """
    if pronoun.dep_ not in _SUBJECTS:
        return frozenset()
    quoted = [
        t for span in quoted_words(once(doc, "text", lambda: doc.text), attribution) for t in tokens_in(doc, span)
    ]
    behind = [Span(max(span.start, pronoun.idx), span.end) for span in attribution.contents if span.end > pronoun.idx]
    told = [t for span in behind for t in tokens_in(doc, span) if t.dep_ in _SUBJECTS and t.head.dep_ == "ccomp"]
    names = (t for t in (*quoted, *told) if t.text[0].isupper() and t.dep_ not in _BEFORE_NOUNS)
    return frozenset(actor for t in names if (actor := meant(t)) is not None)


def askers(reader: Reader, attribution: Attribution, pronoun: Token) -> frozenset[str]:
    """Return who asked somebody right before a pronoun answers: "Hill asked Ms Pope whether … She replied"."""
    doc = pronoun.doc
    if all(t.lemma_ not in _ANSWERING for span in attribution.cues for t in tokens_in(doc, span)):
        return frozenset()
    near = Span(doc[max(0, pronoun.i - _JUST)].idx, pronoun.idx)
    cues = [(c, a) for a in reader.attributions if a is not attribution for c in a.cues if c.within(near)]
    if not cues:
        return frozenset()
    cue, question = max(cues, key=lambda pair: pair[0].start)
    asking = [t for t in tokens_in(doc, cue) if t.lemma_ in _ASKING]
    asked = {reader.scene.at.get(c.i) for t in asking for c in t.children if c.dep_ in ("dobj", "dative")} - {None}
    return frozenset(reader.speakers(question)) - asked if asked else frozenset()
