"""Statements inside statements: "The government has said that …" within somebody else's quoted words.

PolNeAR annotates no attribution inside the content of another, so the tagger knows few of them. Those where a named
third party is reported to have said a whole clause inside quotation marks are read off the syntax, and those where it
is told to have refused, demanded, supported something.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.loaders.facts import Attribution, Span
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SAYING = word_set("attribution/saying", "inner")
_TELLING = frozenset(("tell",))
TAKING = word_set("attribution/saying", "taking")
FINITE = frozenset("VBD VBN VBZ VBP".split())
NAMED = frozenset("PERSON ORG GPE NORP".split())
CERTAINTY = 0.6  # of an inner statement against the outer one; no corpus measures it


def nested(doc: Doc, attributions: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions inside others' quoted contents that are not among them."""
    known = [cue for one in attributions for cue in one.cues]
    found: list[Attribution] = []
    for outer in attributions:
        for content in outer.contents:
            piece = doc.char_span(content.start, content.end, alignment_mode="contract")
            for token in piece or ():
                inner = _reported(token, content, outer.confidence) or _taken(token, content, outer.confidence)
                if inner and not any(
                    cue.overlaps(inner.cues[0]) for cue in (*known, *(c for f in found for c in f.cues))
                ):
                    found.append(inner)
    return found


def _reported(verb: Token, content: Span, certainty: float) -> Attribution | None:
    """Read the attribution headed by a verb of saying, if a named third party says a whole clause."""
    if verb.lemma_ not in SAYING | _TELLING or verb.tag_ not in FINITE:
        return None
    subject = next((t for t in verb.children if t.dep_ == "nsubj"), None)
    clause = next((t for t in verb.children if t.dep_ == "ccomp" and t.i > verb.i), None)
    if subject is None or clause is None or not _is_named(subject) or not (_is_quoted(verb) or _reports(verb)):
        return None
    source, cue, words = subtree_span(subject), Span(verb.idx, verb.idx + len(verb)), subtree_span(clause)
    words = Span(_after_that(clause, words), words.end)
    if words.start >= words.end or not all(s.within(content) for s in (source, cue, words)):
        return None
    return Attribution((words,), (cue,), (source,), round(certainty * CERTAINTY, 3))


def _taken(verb: Token, content: Span, certainty: float) -> Attribution | None:
    """Read the attribution headed by a verb that takes a side: "Russia refused | to sign the accord", Berg said."""
    if verb.lemma_ not in TAKING or verb.tag_ not in FINITE or verb.pos_ != "VERB":
        return None
    subject = next((t for t in verb.children if t.dep_ == "nsubj"), None)
    told = [t for t in verb.children if t.dep_ in {"dobj", "xcomp", "ccomp"} and t.i > verb.i]
    if subject is None or not told or not _is_named(subject):
        return None
    if any(t.dep_ == "neg" or t.tag_ == "MD" for t in verb.children):
        return None  # not said, or only supposed
    source, cue, first = subtree_span(subject), Span(verb.idx, verb.idx + len(verb)), subtree_span(told[0])
    words = Span(_after_that(told[0], first), subtree_span(told[-1]).end)
    if words.start >= words.end or not all(s.within(content) for s in (source, cue, words)):
        return None
    return Attribution((words,), (cue,), (source,), round(certainty * CERTAINTY, 3))


def _is_named(subject: Token) -> bool:
    """Say whether the subject names somebody: a pronoun inside a quotation is nobody's safe guess."""
    beside = any(t.dep_ == "appos" and t.ent_type_ == "PERSON" for t in subject.children)
    return beside or any(t.ent_type_ in NAMED for t in subject.subtree if t.i <= subject.i)


def _reports(verb: Token) -> bool:
    """Say whether a verb heads what another says behind it: "Bell told officers he was paid, the chief said"."""
    before = verb.dep_ == "ccomp" and verb.i < verb.head.i and verb.head.lemma_ in SAYING
    return before and not any(t.dep_ == "neg" or t.tag_ == "MD" for t in verb.children)


def _is_quoted(verb: Token) -> bool:
    """Say whether an opening quotation mark stands before the verb in its sentence without being closed."""
    before = "".join(t.text_with_ws for t in verb.sent if t.i < verb.i)
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _after_that(clause: Token, words: Span) -> int:
    """Find where the reported words begin behind "that"."""
    first = clause.doc[clause.left_edge.i]
    return first.idx + len(first.text_with_ws) if first.lower_ == "that" else words.start


def subtree_span(head: Token) -> Span:
    """Span a token's subtree, without punctuation or a further main clause at its end."""
    tokens = list(head.subtree)
    while tokens and (tokens[-1].is_punct or tokens[-1].is_space):
        tokens.pop()
    return Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1])) if tokens else Span(head.idx, head.idx + len(head))


def outer_ones(attributions: Sequence[Attribution]) -> list[int | None]:
    """Say of each attribution in whose words it stands: the index of the one with the fewest words around it.

    An attribution stands inside another when its cue and its words do.
    """
    hulls = [(min(s.start for s in a.contents), max(s.end for s in a.contents)) for a in attributions]
    return [_outer(attributions, hulls, index) for index in range(len(attributions))]


def _outer(attributions: Sequence[Attribution], hulls: Sequence[tuple[int, int]], index: int) -> int | None:
    inner, (start, end) = attributions[index], hulls[index]
    around = [
        (sum(s.end - s.start for s in other.contents), number)
        for number, (first, last) in enumerate(hulls)
        if first <= start and end <= last and number != index and inner.cues
        for other in (attributions[number],)
        if other.contents != inner.contents and _holds(other.contents, inner)
    ]
    return min(around)[1] if around else None


def _holds(contents: Sequence[Span], inner: Attribution) -> bool:
    return all(any(span.within(content) for content in contents) for span in (*inner.cues, *inner.contents))
