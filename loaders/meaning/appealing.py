"""Appealing: whom the words ask without saying who asks, "witnesses are asked to call": the speaker does."""

from __future__ import annotations

from sayso.loaders.meaning.clause import auxiliaries, child, infinitive, modal, negated, subject
from sayso.loaders.meaning.judgement import Clause, Judgement
from sayso.loaders.meaning.reading import stretch
from sayso.loaders.word_lists import word_set

_APPEALING = word_set("meaning/asking", "appealing")
_ALL = word_set("meaning/asking", "all")
_NOW = frozenset({"VBP", "VBZ", "VBG"})


def appealed(clause: Clause) -> list[Judgement]:
    """Read "anyone with news is urged to call": a demand of theirs, where nobody else is told to ask."""
    reading, verb = clause.reading, clause.verb
    deed, asked = child(verb, {"xcomp"}), subject(verb)
    if verb.lemma_ not in _APPEALING or child(verb, {"auxpass"}) is None or child(verb, {"agent"}) is not None:
        return []
    if deed is None or not infinitive(deed) or not reading.holds(deed):
        return []
    if asked is None or (asked.pos_ == "PRON" and asked.lower_ not in _ALL):
        return []
    if modal(verb) or negated(verb) or clause.turn or not any(one.tag_ in _NOW for one in auxiliaries(verb)):
        return []
    return [Judgement("demand", "for", stretch(reading, deed), target=asked, demanded=True, sure=True)]
