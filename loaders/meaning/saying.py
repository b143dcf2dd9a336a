"""Saying: the verb of a cue that tells the speaker's act, what it hangs on, and whether it is denied."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from sayso.loaders.meaning.clause import child, subject
from sayso.loaders.word_lists import word_set, word_sets

if TYPE_CHECKING:
    from spacy.tokens import Token

VERBAL = ("VERB", "AUX")
SUBJECTS = ("nsubj", "nsubjpass", "expl")
NOTS = word_set("meaning/clauses", "nots")
NONE = frozenset(("no", "neither"))  # with a noun; "nobody said" and "none has said" tell of no speaker at all
LINKS = ("xcomp", "pcomp", "ccomp", "prep", "acl", "advmod")
CLIMB = 4  # steps from a verb of saying up to the one that carries or withholds it
NOT_ONLY = word_set("meaning/clauses", "only")
IT = word_set("meaning/clauses", "it")


@cache
def status_words() -> dict[str, frozenset[str]]:
    """Return the lists of status.toml (read once a process)."""
    return word_sets("meaning/status")


def among_status(word: Token, name: str) -> bool:
    """Say whether a word's lemma stands in a list of status.toml."""
    return word.lemma_.lower() in status_words()[name]


def deed(cue: list[Token]) -> Token | None:
    """Return the verb of a cue that tells the saying: its last one, that of the speaker's own act."""
    verbs = [t for t in cue if is_verb(t) and t.dep_ not in ("aux", "auxpass")]
    # "went on, as if she had not heard": the clause tells how it was said
    verbs = [t for t in verbs if t.dep_ not in ("advcl", "relcl")] or verbs
    return next((t for t in reversed(verbs) if among_status(t, "saying")), verbs[-1] if verbs else None)


def is_verb(token: Token) -> bool:
    """Say whether a word is a verb, also where the tagger takes "Did Bell demand" for a noun."""
    return token.pos_ in VERBAL or child(token, {"aux"}) is not None


def is_denied(verb: Token) -> bool:
    """Say whether a verb is denied: by not or never at it or its auxiliary, or by "no" or "neither" at its subject."""
    for c in verb.children:
        parts = (c, *c.children) if c.dep_ in ("aux", "auxpass") else (c,)
        for part in parts:
            if part.lower_ in NOTS and (part.dep_ in ("neg", "advmod") or part.lower_ != "not"):
                following = verb.doc[part.i + 1].lower_ if part.i + 1 < len(verb.doc) else ""
                if following not in NOT_ONLY and part.i < verb.i + (verb.pos_ == "AUX") * 2:
                    return True
        if c.dep_ == "dobj" and c.lower_ == "nothing":
            return True
    who = subject(verb)
    if who is not None and who.i < verb.i:
        beside = [c for c in who.children if c.dep_ in ("det", "preconj", "cc")]
        if any(t.lower_ in NONE for t in beside):
            return True
    shared = verb.dep_ == "conj" and child(verb, set(SUBJECTS)) is None and verb.head.pos_ in VERBAL
    either = shared and any(c.dep_ == "cc" and c.lower_ in ("or", "nor") for c in verb.head.children)
    return either and is_denied(verb.head)


def no_word(token: Token) -> bool:
    """Say whether a noun of saying is denied: "made no mention of"."""
    return (
        token.pos_ == "NOUN"
        and among_status(token, "saying_nouns")
        and any(c.dep_ in ("det", "neg") and c.lower_ == "no" for c in token.children)
    )


def is_untrue(verb: Token) -> bool:
    """Say whether something is called untrue: "is false", "was not so"."""
    return any(c.dep_ in ("acomp", "attr") and among_status(c, "untrue") for c in verb.children)


def governors(verb: Token) -> Iterator[Token]:
    """Yield the words that a verb of saying hangs on as what they do: "failed to say", "without saying"."""
    token = verb
    for _ in range(CLIMB):
        if token.dep_ not in LINKS or token.head.i == token.i or (token.dep_ == "ccomp" and subject(token) is not None):
            return
        token = token.head
        yield token


def chain_of(verb: Token, cue: list[Token]) -> list[Token]:
    """Return a verb with those of its cue that govern it: "might want to say"."""
    inside = {t.i for t in cue}
    return [verb, *(t for t in governors(verb) if t.i in inside)]


def carriers(verb: Token) -> list[Token]:
    """Return the verbs whose clause with "that" a saying is: "is it true that she said"."""
    found: list[Token] = []
    token = verb
    while len(found) < CLIMB and token.dep_ in ("ccomp", "csubj", "acl", "advcl") and token.head.i != token.i:
        token = token.head if token.head.pos_ in VERBAL else token.head.head
        if not (among_status(token, "carrying") or among_status(token, "imagining")) or token in found:
            break
        if token.lemma_.lower() == "be" and not any(c.dep_ in SUBJECTS and c.lower_ in IT for c in token.children):
            break
        found.append(token)
    return found
