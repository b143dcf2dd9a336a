"""Act: what a statement does, exactly one of the thirteen.

What each is, and which of two near ones is meant:

state     tells, describes, explains or judges of fact, and takes none of the sides below.
          Not when the telling blames somebody for a deed: accuse.
deny      says that something is not so, is not planned or will not be done by the own side.
          Not when it is others' wish, claim or plan that is turned away: reject.
reject    turns away a claim, request, plan or norm: refuses, opposes, votes down, finds it wrong.
          Not when a wrong deed is blamed on a doer: accuse.
accuse    blames somebody for a deed or a quality: an accusing verb, or words whose subject did wrong.
          Not when no doer or no wrong is told: state.
demand    wants others to do or leave something: an asking verb, must, should and need to of others, an imperative.
          Not when it is "we should" or put up for choice: propose.
threaten  announces harm by the own side, mostly on a condition. Not when the harm comes from elsewhere: warn.
warn      tells of harm to come or of a worry. Not when what comes is no harm: predict.
promise   binds the own side to a deed: a promising verb, "we will". Not when it is only wanted or planned: intend.
propose   puts a plan or person forward for others to take up.
intend    tells what the own side wants, plans, seeks or is ready for.
support   is for, praises, agrees, votes for, thanks, defends.
predict   tells what will or may come. Not of the own side's deeds: promise.
question  asks, or says that it is open. Not when doubt is thrown on something: reject.

The cue decides when it says more than that somebody speaks; otherwise the first clause of the words that does.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.loaders.actors.cast import Cast
from sayso.loaders.facts import Act, Attribution, Form
from sayso.loaders.meaning.cueing import judge, judge_once
from sayso.loaders.meaning.joining import joined_act, joining_weights
from sayso.loaders.meaning.judgement import Judgement
from sayso.loaders.meaning.reading import Reading, read

if TYPE_CHECKING:
    from spacy.tokens import Doc


def act(doc: Doc, attribution: Attribution, form: Form, cast: Cast | None = None, speakers: Sequence[str] = ()) -> Act:
    """Say what a statement does, from cue, content, negation and modality together.

    With the cast and the speakers it is known too when a name means the speaker or the own side.
    """
    return act_and_confidence(doc, attribution, cast, speakers)[0]


def act_and_confidence(
    doc: Doc, attribution: Attribution, cast: Cast | None = None, speakers: Sequence[str] = ()
) -> tuple[Act, float | None]:
    """Say what a statement does and, where the reading model had its say, how sure that is."""
    reading = read(doc, attribution)
    ruled = decide(reading, judge(reading) if cast is None else judge_once(doc, cast, attribution, speakers))
    if attribution.meaning is None or not attribution.meaning.acts:
        return ruled, None
    return joined_act(attribution.meaning.acts, ruled, joining_weights())


def decide(reading: Reading, judgements: list[Judgement]) -> Act:
    """Choose the act: the first that is not weak, else a weak one of the first clause, else state."""
    strong = next((j.act for j in judgements if not j.weak and j.act not in {"state", "question"}), None)
    if strong is not None:
        return strong
    if any(j.act == "question" for j in judgements):
        return "question"
    return judgements[0].act if judgements else "state"
