"""Ties of times: how near a time stands to a cue, in the tree of the sentence or in its words."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

STEPS = 9  # in the tree from a time to its cue
_PREPOSITIONS = word_set("times", "before")
_ASKED = word_set("times", "asked")
_ACROSS = 5  # steps from the head of a sentence to its main verb
_OTHERS = 4  # steps to another's deed in the same sentence
_SUBJECTS = ("nsubj", "nsubjpass")
_FAR = 200  # words


def distance(time: Token, cues: list[Token]) -> int | None:
    """Count the steps in the tree between a time and the cue; None where a clause of its own parts them."""
    cue = {t.i for t in cues}
    verbs = {t.i: 0 for t in cues}
    for token in cues:
        top = token
        if (
            top.head.i != top.i
            and top.dep_ in ("xcomp", "conj", "advcl", "pcomp", "pobj", "dobj", "ccomp")
            and (top.head.pos_ in ("VERB", "AUX", "NOUN", "ADP", "SCONJ"))
        ):
            other = top.dep_ == "conj" and any(c.dep_ in _SUBJECTS for c in top.lefts)
            verbs.setdefault(top.head.i, _OTHERS if other else 1)  # "the bank lost it in 2005, and the mayor said"
            if top.dep_ == "advcl" and top.tag_ == "VBG" and top.head.dep_ == "ccomp":
                verbs.setdefault(top.head.head.i, 3)  # "announced on Friday that it was off, citing fears"
            if top.dep_ == "pcomp" and top.tag_ == "VBG" and top.head.head.pos_ == "VERB":
                verbs.setdefault(top.head.head.i, 2)  # "was met with applause upon announcing"
        elif (telling := telling_verb(token)) is not None:
            verbs.setdefault(telling.i, 2)
    steps, token = 0, time
    while steps < STEPS:
        if token.i in verbs:
            return steps + verbs[token.i]
        if token.dep_ == "relcl" and token.i not in cue and token.i < cues[0].i:
            return None  # "Kalunga, who lost power five years ago, offered"
        manner = token.dep_ == "advcl" and token.head.i in verbs and _tells_manner(token)
        others = token.dep_ == "conj" and token.i not in verbs and any(c.dep_ in _SUBJECTS for c in token.lefts)
        clause = others or (token.dep_ in ("relcl", "ccomp", "advcl") and token.i not in cue and not manner)
        if token.head.i == token.i or clause:
            break
        if parted(token, token.head):
            break  # a headline without a full stop runs into the article
        token, steps = token.head, steps + 1
    root = cues[0].sent.root
    return _ACROSS + verbs[root.i] if root.i in verbs and _heads(time, root) else _beside(time, cues)


def _tells_manner(verb: Token) -> bool:
    """Say whether a clause tells how or when its main verb was done: "Speaking today, she said", "When she left …".

    "Asked about it today, she said" does, "Founded in 1990, the group said" does not.
    """
    before = verb.lower_ in _ASKED or any(c.tag_ == "WRB" for c in verb.lefts)
    return verb.tag_ == "VBG" or (verb.i < verb.head.i and before)


def _heads(time: Token, root: Token) -> bool:
    """Say whether a time from the start of a sentence to a comma is its main verb's: "In 2017, after …, he left"."""
    before = time.doc[time.sent.start : time.left_edge.i]
    alone = all(t.is_space or t.lower_ in _PREPOSITIONS for t in before)
    behind = time.doc[time.right_edge.i + 1 : time.right_edge.i + 2].text
    return alone and behind == "," and time.sent.root.i == root.i and not parted(time, root)


def telling_verb(cue: Token) -> Token | None:
    """Return the verb of "issued a statement saying", "posted a message announcing", whose time is that of the cue."""
    if cue.dep_ == "relcl" and any(c.tag_ == "WRB" for c in cue.lefts):  # "went to the station, where they claimed"
        return next((t for t in islice(cue.ancestors, 4) if t.pos_ == "VERB" and not parted(cue, t)), None)
    if cue.dep_ == "acl" and cue.head.dep_ == "nsubj" and cue.head.head.pos_ == "VERB":
        return cue.head.head  # "groups claiming that it was stolen gathered"
    if cue.dep_ in ("relcl", "acl") and any(c.tag_ == "TO" for c in cue.lefts) and cue.head.dep_ == "attr":
        return cue.head.head  # "became the first to ask for it"
    if cue.dep_ != "acl" or cue.tag_ != "VBG":
        return cue.head if cue.dep_ == "advcl" and cue.tag_ == "VBG" and cue.head.pos_ == "VERB" else None
    above = next((t for t in islice(cue.ancestors, 4) if t.pos_ in ("VERB", "AUX")), None)
    return above if above is not None and above.i < cue.i and not parted(cue, above) else None


def parted(one: Token, other: Token) -> bool:
    """Say whether a line ends between two words, or they stand a whole paragraph apart."""
    return abs(one.i - other.i) > _FAR or any(
        "\n" in t.text for t in one.doc[min(one.i, other.i) : max(one.i, other.i)]
    )


def _beside(time: Token, cues: list[Token]) -> int | None:
    """Count the words between a time and the cue where the tree does not tie them; None where another verb has it.

    A time that opens the line is the first verb's: "Yesterday afternoon, the Speaker, Ann Lee, announced".
    """
    own = next((t for t in (time, *islice(time.ancestors, STEPS)) if t.pos_ == "VERB" or parted(t, t.head)), time)
    if own.pos_ == "VERB" and own.i not in {t.i for t in cues} and own.i < time.i:
        return None  # "since it began Oct. 17, Davis said"
    between = time.doc[time.i : cues[0].i] if time.i < cues[0].i else time.doc[cues[-1].i + 1 : time.i]
    if any("\n" in t.text for t in between):
        return None
    near = min(abs(time.i - t.i) for t in cues)
    if near <= 5:
        return 8 + near
    edge = time.doc[time.left_edge.i]
    if edge.i and edge.nbor(-1).lower_ in _PREPOSITIONS:
        edge = edge.nbor(-1)
    opening = time.i < cues[0].i and opens(edge)
    aside = ("relcl", "acl", "appos")
    return 8 + near if opening and not any(t.pos_ == "VERB" and t.dep_ not in aside for t in between) else None


def opens(token: Token) -> bool:
    """Say whether a word begins a sentence or a line, so that its capital says nothing."""
    return bool(token.is_sent_start) or token.i == 0 or token.nbor(-1).is_space or token.nbor(-1).is_punct
