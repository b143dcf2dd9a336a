"""Clauses: subject, negation, modality and the stretch of a verb phrase or noun phrase, from the dependency tree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.loaders.facts import Span
from sayso.loaders.meaning.script import script
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SUBJECTS = {"nsubj", "nsubjpass", "csubj", "csubjpass"}
COMPLEMENTS = {"ccomp", "xcomp", "advcl", "acl", "pcomp", "relcl"}
NEGATIONS = word_set("meaning/clauses", "negations")
NOTS = word_set("meaning/clauses", "nots")
LIMITS = word_set("meaning/clauses", "limits")
ELSE = word_set("meaning/clauses", "or_else")
DEPTH = 4  # how far a shared subject or auxiliary is looked for along a chain of conjuncts
EDGES = " \t\r\n\xa0,.;:–—-"


def child(token: Token, deps: set[str]) -> Token | None:
    """Return the first child with one of the dependency labels."""
    return next((c for c in token.children if c.dep_ in deps), None)


def children(token: Token, deps: set[str]) -> list[Token]:
    """List the children with one of the dependency labels."""
    return [c for c in token.children if c.dep_ in deps]


def subject(verb: Token, depth: int = DEPTH) -> Token | None:
    """Return the subject of a verb, that of its first conjunct when it shares one."""
    found = child(verb, SUBJECTS)
    if found is None and verb.dep_ == "conj" and depth:
        return subject(verb.head, depth - 1)
    return found


def auxiliaries(verb: Token, depth: int = DEPTH) -> list[Token]:
    """List the auxiliaries of a verb, with those of its first conjunct when it has no subject of its own."""
    found = children(verb, {"aux", "auxpass"})
    if not found and verb.dep_ == "conj" and depth and child(verb, SUBJECTS) is None:
        return auxiliaries(verb.head, depth - 1)
    return found


def modal(verb: Token) -> str:
    """Return the modal of a verb ("must", "should", "will" …), else ""; "'ll" and "'d" are will and would."""
    short = {"'ll": "will", "’ll": "will", "'d": "would", "’d": "would", "wo": "will", "ca": "can", "sha": "shall"}
    for aux in auxiliaries(verb):
        if aux.tag_ == "MD":
            return short.get(aux.lower_, aux.lower_)
    return ""


def negated(verb: Token, depth: int = DEPTH) -> bool:
    """Say whether a verb is negated, by not, by its subject (nobody) or by an or-conjunct before it ("not X or Y")."""
    for c in verb.children:
        before = c.dep_ in {"advmod", "preconj", "cc"} and c.lower_ in NEGATIONS and c.i < verb.i
        if c.dep_ == "neg" or c.lower_ in NOTS or before:
            if c.i + 1 < len(c.doc) and c.doc[c.i + 1].lower_ in {"only", "just"}:
                continue  # "not only … but also" affirms
            return True
    # “don’t like” with a typographic apostrophe: syntax hangs the negation on the auxiliary
    if any(d.lower_ in NOTS for c in verb.children if c.dep_ in {"aux", "auxpass"} for d in c.children):
        return True
    holder = child(verb, SUBJECTS)
    if holder is not None and (holder.lower_ in NEGATIONS or any(c.lower_ in NEGATIONS for c in holder.children)):
        return True
    if verb.dep_ == "conj" and depth and holder is None:
        joined = child(verb.head, {"cc"})
        # "will not sit and watch": one deed, a verb without anything of its own behind another bare one
        bare = all(c.dep_ in {"cc", "punct"} for c in verb.children) and all(
            c.i < verb.head.i or c.dep_ in {"cc", "punct", "conj"} for c in verb.head.children
        )
        alike = joined is not None and (joined.lower_ in {"or", "nor"} or bare)
        return alike and negated(verb.head, depth - 1)
    return False


def infinitive(verb: Token) -> bool:
    """Say whether a verb is a to-infinitive."""
    return any(c.lower_ == "to" and c.dep_ in {"aux", "mark", "neg"} for c in verb.children) or (
        verb.dep_ == "conj" and verb.tag_ == "VB" and not modal(verb) and infinitive(verb.head)
    )


def conjuncts(token: Token) -> Iterator[Token]:
    """Yield a token and what is joined to it by and, or, a comma, in text order."""
    yield token
    for _ in range(2 * DEPTH):
        joined = next((c for c in token.children if c.dep_ == "conj"), None)
        if joined is None:
            return
        token = joined
        yield token


def separate(verb: Token) -> list[Token]:
    """List the verbs joined by and that are deeds of their own: not those after or ("do X or Y"), nor bare ones.

    "Be broken up and sold" and "review and approve it" are one deed.
    """
    found: list[Token] = []
    for part in conjuncts(verb):
        if found and part.pos_ in {"VERB", "AUX"}:
            link = child(found[-1] if part.head == found[-1] else part.head, {"cc"})
            bare = not any(c.dep_ not in {"cc", "conj", "punct", "aux"} for c in part.children)
            if (link is not None and link.lower_ == "or" and link.i < part.i) or bare:
                break
        found.append(part)
    return found


def phrase(token: Token, first: int, last: int, alone: bool = False) -> Span:
    """Return the stretch of a noun phrase or clause inside tokens `first` to `last` (inclusive).

    `alone` leaves out what is joined to it ("X and Y" → X).
    """
    start = max(first, token.left_edge.i)
    end = min(last, token.right_edge.i)
    return cut(token.doc, start, before_conjunct(token, end) if alone else end)


def predicate(verb: Token, first: int, last: int, alone: bool = True) -> Span:
    """Return the stretch of a verb phrase without its subject, auxiliaries and negation: "deploy troops to Ukraine".

    A clause that only tells when or on what condition ("if …", "as it did …") is left out.
    """
    start = verb.i
    while start > first and before_verb(left := verb.doc[start - 1], verb):
        start = left.i
    end = max(start, min(last, verb.right_edge.i))
    if alone:
        end = before_conjunct(verb, end)
    inner = child(verb, {"xcomp"})
    for c in (*verb.children, *(() if inner is None else inner.children)):
        if c.dep_ == "advcl" and verb.i < c.left_edge.i <= end and c.left_edge.lower_ in LIMITS:
            end = c.left_edge.i - 1
            break
    return cut(verb.doc, start, max(start, end))


def before_verb(token: Token, verb: Token) -> bool:
    """Say whether a token is an adverb or an opening quotation mark that belongs to the verb phrase after it."""
    return token.head == verb and (token.is_quote or (token.dep_ == "advmod" and token.lower_ not in NEGATIONS))


def before_conjunct(token: Token, end: int) -> int:
    """Return the last token before the first conjunct's joining word, at most `end`."""
    joined = child(token, {"conj"})
    if joined is None or joined.i <= token.i:
        return end
    if token.pos_ == "VERB" and separate(token) == [token] and not or_else(token, joined):
        return end
    link = next((c.i for c in token.children if c.dep_ in {"cc", "punct"} and token.i < c.i < joined.i), joined.i)
    return max(token.i, min(end, link - 1))


def or_else(verb: Token, joined: Token) -> bool:
    """Say whether what is joined to a deed by "or" comes where it is not done: "go now, or we will strike"."""
    link = next((c for c in verb.children if c.dep_ == "cc" and c.i < joined.i), None)
    if link is None or link.lower_ != "or":
        return False
    return child(joined, SUBJECTS) is not None or joined.lemma_ in ELSE


def cut(doc: Doc, first: int, last: int) -> Span:
    """Return the span of tokens `first` to `last` (inclusive) without commas and full stops at its ends."""
    last = max(first, last)
    start, end = doc[first].idx, doc[last].idx + len(doc[last])
    text = script(doc).text
    whole = Span(start, end)
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in EDGES:
        end -= 1
    return Span(start, end) if start < end else whole
