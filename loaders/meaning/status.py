"""Status: whether the article tells that something was said, or denies it, asks it, or supposes it.

Only the speaker's own act of saying decides, by negation, question, condition and modality at the cue; never what
stands inside the words. The words that decide are listed in status.toml.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.loaders.actors.tokens import tokens_in
from sayso.loaders.facts import Attribution, Status
from sayso.loaders.meaning.clause import auxiliaries, child, subject
from sayso.loaders.meaning.script import script
from sayso.loaders.quotations import quoted_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

VERBAL = ("VERB", "AUX")
SUBJECTS = ("nsubj", "nsubjpass", "expl")
NOTS = frozenset(("not", "n't", "n’t", "never"))
NONE = frozenset(("no", "neither"))  # with a noun; "nobody said" and "none has said" tell of no speaker at all
WHO = frozenset(("who", "whom", "what", "which"))
WH = WHO | frozenset(("whether", "if", "why", "when", "where", "how"))
FIRST = frozenset(("i", "we"))
LINKS = ("xcomp", "pcomp", "ccomp", "prep", "acl", "advmod")
NEAR = 3  # words from "if" to the subject of its clause, at most: further off it is another clause's
CLIMB = 4  # steps from a verb of saying up to the one that carries or withholds it


@cache
def status_words() -> dict[str, frozenset[str]]:
    """Return the lists of status.toml (read once a process)."""
    lists = tomllib.loads(Path(__file__).with_name("status.toml").read_text(encoding="utf8"))
    return {name: frozenset(entries) for name, entries in lists.items()}


def among_status(word: Token, name: str) -> bool:
    """Say whether a word's lemma stands in a list of status.toml."""
    return word.lemma_.lower() in status_words()[name]


def status(doc: Doc, attribution: Attribution) -> Status:
    """Say whether an attribution was said, or whether the article denies, asks or supposes that it was."""
    cue = [t for span in sorted(attribution.cues) for t in tokens_in(doc, span)]
    verb = deed(cue)
    if verb is None:
        return "unsaid" if any(_no_word(t) for t in cue) else "said"
    if asked(verb):
        return "asked"
    if supposed(verb, cue, attribution):
        return "supposed"
    return "unsaid" if unsaid(doc, verb, cue, attribution) else "said"


def deed(cue: list[Token]) -> Token | None:
    """Return the verb of a cue that tells the saying: its last one, that of the speaker's own act."""
    verbs = [t for t in cue if _is_verb(t) and t.dep_ not in ("aux", "auxpass")]
    # "went on, as if she had not heard": the clause tells how it was said
    verbs = [t for t in verbs if t.dep_ not in ("advcl", "relcl")] or verbs
    return next((t for t in reversed(verbs) if among_status(t, "saying")), verbs[-1] if verbs else None)


def _is_verb(token: Token) -> bool:
    """Say whether a word is a verb, also where the tagger takes "Did Bell demand" for a noun."""
    return token.pos_ in VERBAL or child(token, {"aux"}) is not None


def asked(verb: Token) -> bool:
    """Say whether it is asked if the deed was done: "Did she say …?", "whether she said"."""
    if any(c.dep_ == "mark" and c.lower_ == "whether" for c in verb.children):
        return True
    if verb.dep_ == "ccomp" and _condition(verb) and verb.head.lemma_.lower() != "say":
        return True
    return any(_is_question(v) for v in (verb, *_carriers(verb)))


def _is_question(verb: Token) -> bool:
    """Say whether the clause of a verb is a question that leaves open whether the deed was done."""
    if verb.dep_ in ("relcl", "acl") or not any(t.text == "?" for t in verb.doc[verb.i : verb.sent.end]):
        return False
    who = subject(verb)
    if who is None or who.i > verb.i:
        # "Is it true that she said …?": the verb is what stands before its subject
        return verb.pos_ == "AUX" and who is not None and _opens(verb)
    if who.lower_ in WHO and who.i < verb.i:
        return True
    before = [a for a in auxiliaries(verb) if a.i < who.i]
    return bool(before) and not any(c.lemma_.lower() in status_words()["granting"] for c in verb.children)


def _opens(token: Token) -> bool:
    """Say whether a word begins its sentence, behind "and", "so" or a quotation mark."""
    return all(
        t.is_punct or t.is_quote or t.pos_ in ("CCONJ", "INTJ", "ADV") for t in token.sent[: token.i - token.sent.start]
    )


def supposed(verb: Token, cue: list[Token], attribution: Attribution) -> bool:
    """Say whether the deed is only supposed: "if she says", "might demand", "urged her to say"."""
    if _condition(verb) or any(_condition(v) for v in _carriers(verb)):
        return True
    if any(t.lemma_.lower() in status_words()["imagining"] and t.i not in {c.i for c in cue} for t in _carriers(verb)):
        return True
    helpers = [a for v in _chain(verb, cue) for a in auxiliaries(v)]
    modals = {a.lower_ for a in helpers if a.tag_ == "MD"}
    if modals & status_words()["supposing"] and not among_status(verb, "perceiving"):
        return not ("could" in modals and _is_denied(verb))
    perfect = any(a.lemma_ == "have" for a in helpers)
    if perfect and modals & {"would", "should", "ought", "must"}:
        return "must" not in modals
    who = subject(verb)
    if modals & status_words()["obliging"] and among_status(verb, "saying"):
        return who is None or who.lower_ not in FIRST
    return _inverted_condition(verb, who) or _wanted(verb, cue) or _hangs_on_a_condition(verb, modals, attribution)


def _condition(verb: Token) -> bool:
    """Say whether a verb's clause opens with "if" or the like, its subject close behind."""
    who = subject(verb)
    start = verb.i if who is None or who.i > verb.i else who.left_edge.i
    marks = [c for c in verb.children if c.dep_ in ("mark", "prep") and c.lower_ in status_words()["conditions"]]
    return any(0 < start - c.i <= NEAR or (c.i < verb.i and start == verb.i) for c in marks)


def _inverted_condition(verb: Token, who: Token | None) -> bool:
    """Say whether a clause is a condition by its order: "Should she demand it", "Had he said so"."""
    return (
        who is not None
        and verb.dep_ == "advcl"
        and any(a.i < who.i < verb.i and a.lower_ in ("should", "had", "were") for a in auxiliaries(verb))
    )


def _hangs_on_a_condition(verb: Token, modals: set[str], attribution: Attribution) -> bool:
    """Say whether a saying would follow only if something happened: "would demand it if he lost"."""
    if "would" not in modals or not among_status(verb, "saying"):
        return False
    return any(
        c.dep_ == "advcl" and _condition(c) and not any(s.start <= c.idx < s.end for s in attribution.contents)
        for c in verb.children
    )


def _wanted(verb: Token, cue: list[Token]) -> bool:
    """Say whether somebody else wants it said: "urged the mayor to condemn the raid"."""
    if verb.tag_ != "VB" or not any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children):
        return False
    wisher = verb.head
    if wisher.i in {t.i for t in cue} or not among_status(wisher, "wishing") or verb.dep_ not in ("xcomp", "ccomp"):
        return False
    return child(verb, {"nsubj"}) is not None or child(wisher, {"dobj"}) is not None


def unsaid(doc: Doc, verb: Token, cue: list[Token], attribution: Attribution) -> bool:
    """Say whether the article tells that it was not said: "did not say", "refused to confirm that"."""
    if any(_no_word(t) for t in cue):
        return True
    if not among_status(verb, "saying"):
        return False
    if verb.i > 1 and [t.lower_ for t in doc[verb.i - 2 : verb.i]] == ["yet", "to"]:
        return True
    if _is_denied(verb):
        modals = {a.lower_ for a in auxiliaries(verb) if a.tag_ == "MD"}
        return not modals & status_words()["refusing_modals"] or _names_words(doc, attribution)
    for holder in _governors(verb):
        if among_status(holder, "refusing"):
            return _names_words(doc, attribution)
        if among_status(holder, "withholding") or holder.lower_ == "without":
            return True
    return any(_is_denied(v) or _is_untrue(v) for v in _carriers(verb))


def _names_words(doc: Doc, attribution: Attribution) -> bool:
    """Say whether the content is words that could have been said: a clause with a subject, or a quotation."""
    if quoted_words(script(doc).text, attribution):
        return True
    for span in attribution.contents:
        words = [t for t in tokens_in(doc, span) if not t.is_punct and not t.is_space]
        if not words or words[0].lower_ in WH:
            return False
        before = doc[words[0].i - 1].lower_ if words[0].i else ""
        inside = {t.i for t in words}
        top = next((t for t in words if t.head.i not in inside or t.head.i == t.i), words[0])
        if words[0].lower_ == "that" or before == "that":
            return True
        return top.pos_ in VERBAL and top.dep_ == "ccomp" and subject(top) is not None
    return False


def _is_denied(verb: Token) -> bool:
    """Say whether a verb is denied: by not or never at it or its auxiliary, or by "no" or "neither" at its subject."""
    for c in verb.children:
        parts = (c, *c.children) if c.dep_ in ("aux", "auxpass") else (c,)
        for part in parts:
            if part.lower_ in NOTS and (part.dep_ in ("neg", "advmod") or part.lower_ != "not"):
                following = verb.doc[part.i + 1].lower_ if part.i + 1 < len(verb.doc) else ""
                if following not in ("only", "just", "merely", "simply") and part.i < verb.i + (verb.pos_ == "AUX") * 2:
                    return True
        if c.dep_ == "dobj" and c.lower_ == "nothing":
            return True
    who = subject(verb)
    if who is not None and who.i < verb.i:
        before = [c for c in who.children if c.dep_ in ("det", "preconj", "cc")]
        if any(t.lower_ in NONE for t in before):
            return True
    shared = verb.dep_ == "conj" and child(verb, set(SUBJECTS)) is None and verb.head.pos_ in VERBAL
    either = shared and any(c.dep_ == "cc" and c.lower_ in ("or", "nor") for c in verb.head.children)
    return either and _is_denied(verb.head)


def _no_word(token: Token) -> bool:
    """Say whether a noun of saying is denied: "made no mention of"."""
    return (
        token.pos_ == "NOUN"
        and among_status(token, "saying_nouns")
        and any(c.dep_ in ("det", "neg") and c.lower_ == "no" for c in token.children)
    )


def _is_untrue(verb: Token) -> bool:
    return any(c.dep_ in ("acomp", "attr") and among_status(c, "untrue") for c in verb.children)


def _governors(verb: Token) -> Iterator[Token]:
    """Yield the words that a verb of saying hangs on as what they do: "failed to say", "without saying"."""
    token = verb
    for _ in range(CLIMB):
        if token.dep_ not in LINKS or token.head.i == token.i or (token.dep_ == "ccomp" and subject(token) is not None):
            return
        token = token.head
        yield token


def _chain(verb: Token, cue: list[Token]) -> list[Token]:
    """Return a verb with those of its cue that govern it: "might want to say"."""
    inside = {t.i for t in cue}
    return [verb, *(t for t in _governors(verb) if t.i in inside)]


def _carriers(verb: Token) -> list[Token]:
    """Return the verbs whose clause with "that" a saying is: "is it true that she said"."""
    found: list[Token] = []
    token = verb
    while len(found) < CLIMB and token.dep_ in ("ccomp", "csubj", "acl", "advcl") and token.head.i != token.i:
        token = token.head if token.head.pos_ in VERBAL else token.head.head
        if not (among_status(token, "carrying") or among_status(token, "imagining")) or token in found:
            break
        if token.lemma_.lower() == "be" and not any(
            c.dep_ in SUBJECTS and c.lower_ in ("it", "that", "this") for c in token.children
        ):
            break
        found.append(token)
    return found
