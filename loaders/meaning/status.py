"""Status: whether the article tells that something was said, or denies it, asks it, or supposes it.

Only the speaker's own act of saying decides, by negation, question, condition and modality at the cue; never what
stands inside the words. The words that decide are listed in status.toml.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.loaders.actors.tokens import tokens_in
from sayso.loaders.facts import Attribution, Status
from sayso.loaders.meaning.clause import auxiliaries, child, subject
from sayso.loaders.meaning.saying import (
    VERBAL,
    among_status,
    carriers,
    chain_of,
    deed,
    governors,
    is_denied,
    is_untrue,
    no_word,
    status_words,
)
from sayso.loaders.meaning.script import script
from sayso.loaders.quotations import quoted_words
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

WHO = word_set("meaning/status", "asked_for")
WH = word_set("meaning/status", "question_words")
UNDONE = word_set("meaning/status", "undone")
FIRST = frozenset(("i", "we"))
FAR = 200  # words from a verb to the question mark of its sentence, at most
NEAR = 3  # words from "if" to the subject of its clause, at most: further off it is another clause's
INVERTED = word_set("meaning/status", "inverted")


def status(doc: Doc, attribution: Attribution) -> Status:
    """Say whether an attribution was said, or whether the article denies, asks or supposes that it was."""
    cue = [t for span in sorted(attribution.cues) for t in tokens_in(doc, span)]
    verb = deed(cue)
    if verb is None:
        return "unsaid" if any(no_word(t) for t in cue) else "said"
    if asked(verb):
        return "asked"
    if supposed(verb, cue, attribution):
        return "supposed"
    return "unsaid" if unsaid(doc, verb, cue, attribution) else "said"


def asked(verb: Token) -> bool:
    """Say whether it is asked if the deed was done: "Did she say …?", "whether she said"."""
    if any(c.dep_ == "mark" and c.lower_ == "whether" for c in verb.children):
        return True
    if verb.dep_ == "ccomp" and _condition(verb) and verb.head.lemma_.lower() != "say":
        return True
    return any(_is_question(v) for v in (verb, *carriers(verb)))


def _is_question(verb: Token) -> bool:
    """Say whether the clause of a verb is a question that leaves open whether the deed was done."""
    if verb.dep_ in ("relcl", "acl") or not any(
        t.text == "?" for t in verb.doc[verb.i : min(verb.sent.end, verb.i + FAR)]
    ):
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
    if _condition(verb) or any(_condition(v) for v in carriers(verb)):
        return True
    if any(t.lemma_.lower() in status_words()["imagining"] and t.i not in {c.i for c in cue} for t in carriers(verb)):
        return True
    helpers = [a for v in chain_of(verb, cue) for a in auxiliaries(v)]
    modals = {a.lower_ for a in helpers if a.tag_ == "MD"}
    if modals & status_words()["supposing"] and not among_status(verb, "perceiving"):
        return not ("could" in modals and is_denied(verb))
    perfect = any(a.lemma_ == "have" for a in helpers)
    if perfect and modals & UNDONE:
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
        and any(a.i < who.i < verb.i and a.lower_ in INVERTED for a in auxiliaries(verb))
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
    if any(no_word(t) for t in cue):
        return True
    if not among_status(verb, "saying"):
        return False
    if verb.i > 1 and [t.lower_ for t in doc[verb.i - 2 : verb.i]] == ["yet", "to"]:
        return True
    if is_denied(verb):
        modals = {a.lower_ for a in auxiliaries(verb) if a.tag_ == "MD"}
        return not modals & status_words()["refusing_modals"] or _names_words(doc, attribution)
    for holder in governors(verb):
        if among_status(holder, "refusing"):
            return _names_words(doc, attribution)
        if among_status(holder, "withholding") or holder.lower_ == "without":
            return True
    return any(is_denied(v) or is_untrue(v) for v in carriers(verb))


def _names_words(doc: Doc, attribution: Attribution) -> bool:
    """Say whether the content is words that could have been said: a clause with a subject, or a quotation."""
    if quoted_words(script(doc).text, attribution):
        return True
    cued = {t.i for span in attribution.cues for t in tokens_in(doc, span)}
    for span in attribution.contents:
        words = [t for t in tokens_in(doc, span) if not t.is_punct and not t.is_space and t.i not in cued]
        if not words or words[0].lower_ in WH:
            return False
        before = doc[words[0].i - 1].lower_ if words[0].i else ""
        inside = {t.i for t in words}
        top = next((t for t in words if t.head.i not in inside or t.head.i == t.i), words[0])
        if words[0].lower_ == "that" or before == "that":
            return True
        return top.pos_ in VERBAL and top.dep_ == "ccomp" and subject(top) is not None
    return False
