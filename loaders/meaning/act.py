"""Act: what a statement does. What each act is, and which of two near ones is meant, is told in ontology/schemes.ttl.

The reading model decides. Where it says nothing, the cue does when it says more than that somebody speaks, else the
first clause of the words that does.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.loaders.actors.cast import Cast
from sayso.loaders.facts import Act, Attribution
from sayso.loaders.meaning.cueing import judge, judge_once
from sayso.loaders.meaning.joining import joined_act, joining_weights
from sayso.loaders.meaning.judgement import Judgement
from sayso.loaders.meaning.reading import Reading, read
from sayso.loaders.meaning.script import script

if TYPE_CHECKING:
    from spacy.tokens import Doc


def act(doc: Doc, attribution: Attribution, cast: Cast | None = None, speakers: Sequence[str] = ()) -> Act:
    """Say what a statement does, from cue, content, negation and modality together.

    With the cast and the speakers it is known too when a name means the speaker or the own side.
    """
    return act_and_confidence(doc, attribution, cast, speakers)[0]


def act_and_confidence(
    doc: Doc, attribution: Attribution, cast: Cast | None = None, speakers: Sequence[str] = ()
) -> tuple[Act, float | None]:
    """Say what a statement does and, where the reading model had its say, how sure that is."""
    reading = read(doc, attribution)
    judgements = judge(reading) if cast is None else judge_once(doc, cast, attribution, speakers)
    ruled, sure = decide(reading, judgements)
    acts = attribution.meaning.acts if attribution.meaning is not None else ()
    if attribution.turn:  # its words alone tell whether it asks: the cue is a label, and question stands beside answer
        words = [script(doc).text[c.start : c.end] for c in attribution.contents]
        if attribution.turn == "asks" and words and words[-1].endswith("?"):
            return "question", None
        if not any("?" in part for part in words):
            acts = tuple((does, chance) for does, chance in acts if does != "question")
            ruled = "state" if ruled == "question" else ruled
    if not acts:
        return ruled, None
    return joined_act(acts, ruled, joining_weights(), sure)


def decide(reading: Reading, judgements: list[Judgement]) -> tuple[Act, bool]:
    """Choose the act: the first that is not weak, else a weak one of the first clause, else state.

    Also say whether it is sure: a set way of doing it, by the cue or by the words.
    """
    strong = next((j for j in judgements if not j.weak and j.act not in {"state", "question"}), None)
    if strong is not None:
        cue = reading.match.cue if reading.match is not None and not reading.negated else None
        return strong.act, strong.sure or (cue is not None and cue.sure and cue.act == strong.act)
    if any(j.act == "question" for j in judgements):
        return "question", False
    return (judgements[0].act if judgements else "state"), False
