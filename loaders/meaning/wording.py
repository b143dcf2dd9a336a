"""Wording: what the words of a statement do by themselves, clause by clause, whatever introduces them.

The rules, in order of precedence, for a clause of the content:
- a will denied or told: "we have no plans to X", "our goal is to X", "there is no reason to X";
- what ought to be: "Russia must X", "it should be X", "we need X", "should not X"; "witnesses are asked to X";
- what the own side refuses to do, and the harm that it will do: "we will not X", "we will boycott X";
- an attitude of the speaker's own: "we want X", "I reject X", "he felt that …" (read on in its complement);
- a verdict: "X is wrong" rejects X, "X is a liar" accuses, "X is great" supports;
- what will be: "we will X" promises, "we will not X" denies, with "if" it threatens; of others it predicts, and with
  "if" and harm it warns;
- a misdeed told of somebody: "the West ignored X" accuses;
- an imperative: "Stop X!" demands;
- praise or blame in what somebody is or did ("he lacked candor") or beside a name: a statement still, but a stance.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from sayso.loaders.meaning.appealing import appealed
from sayso.loaders.meaning.attitude import attitude, will_denied
from sayso.loaders.meaning.clause import conjuncts, subject
from sayso.loaders.meaning.judgement import Clause, Judgement
from sayso.loaders.meaning.modality import duty, future, imperative, own_course, principle, unfit
from sayso.loaders.meaning.reading import VERBS, Reading
from sayso.loaders.meaning.verdict import leaning, misdeed, tone, useless, verdict

if TYPE_CHECKING:
    from spacy.tokens import Token

NEAR = 80  # tokens of a span that are searched for relative clauses
DEEP = 4  # clauses inside clauses: "I think that he says that …"
RULES: tuple[Callable[[Clause], list[Judgement]], ...] = (
    will_denied, duty, appealed, unfit, own_course, attitude, verdict, useless, future, principle, misdeed, imperative,
    leaning, tone,
)  # fmt: skip


def judge(reading: Reading) -> list[Judgement]:
    """List what the content's clauses do, in text order."""
    found: list[Judgement] = []
    for head in reading.heads:
        found += judge_clause(top(reading, head))
    if asks(reading):
        found.append(Judgement("question"))
    return found + told_of_others(reading)


def told_of_others(reading: Reading) -> list[Judgement]:
    """List the stances of others in relative clauses: "the party, which opposes the motion, …"."""
    verbs = [t for a, b in reading.ranges for t in reading.doc[a : min(b + 1, a + NEAR)] if t.dep_ == "relcl"]
    return [j for verb in verbs if verb.pos_ in VERBS for j in attitude(top(reading, verb)) if j.holder is not None]


def top(reading: Reading, verb: Token) -> Clause:
    """Return a clause of the content that nothing stands above."""
    return Clause(reading, verb, False, 0, judge_clause)


def asks(reading: Reading) -> bool:
    """Say whether the words end in a question."""
    if not reading.ranges or not reading.quotes:
        return False
    last = reading.ranges[-1][1]
    return any(token.text == "?" for token in reading.doc[max(0, last - 1) : last + 2])


def judge_clause(clause: Clause) -> list[Judgement]:
    """List what a clause does, with those joined to it; each by the first rule that says something."""
    if clause.depth > DEEP:
        return []
    found: list[Judgement] = []
    for part in (*beside(clause.verb), *conjuncts(clause.verb)):
        if not clause.reading.holds(part) or part.pos_ not in VERBS:
            continue
        of_part = Clause(clause.reading, part, clause.turn, clause.depth, judge_clause)
        found += next((judged for rule in RULES if (judged := rule(of_part))), [])
    return found


def beside(verb: Token) -> list[Token]:
    """List the clauses set before a verb with no more than a comma: "we have no plans … we focus on support"."""
    return [c for c in verb.children if c.dep_ in {"ccomp", "parataxis"} and c.i < verb.i and subject(c) is not None]
