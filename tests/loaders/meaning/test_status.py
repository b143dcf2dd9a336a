"""Whether a statement was said: its cue and content in brackets tell which attribution is meant."""

from __future__ import annotations

import re

import pytest

from sayso.loaders.document import Document
from sayso.loaders.extraction import extract
from sayso.loaders.facts import Attribution, Span
from sayso.loaders.meaning.status import status
from sayso.loaders.syntax import parse

# The cue stands in [ ], the content in { }.
SAID = """
Anna Bell [said] {taxes would rise}.
Anna Bell [did not rule out] {a tax rise}.
The senator [has not endorsed] {Mr Hart}.
None of the parties [has offered] {to pay}.
Nobody [denied] {that the bridge was old}.
Anna Bell [denied] {that she took the money}.
The ministry [declined to comment] {on the deal}.
The mayor [refused to say] {whether he would stand}.
The mayor [would not say] {why he left}.
Anna Bell [did not respond] {to a request for comment}.
Anna Bell [said] {she might resign if the vote failed}.
Anna Bell [said] {the mayor did not say that taxes would rise}.
"{Did Hart demand a vote?}" Anna Bell [asked].
Anna Bell [asked] {whether Hart had said so}.
Why did Anna Bell [say] {that taxes would rise}?
If the bridge falls, Anna Bell [said], {the mayor must go}.
Anna Bell [not only said] {that taxes would rise}, she raised them.
{The deal is dead}, [according to] Anna Bell.
Anna Bell [could see] {that the bridge was unsafe}.
I [must say] {that the bridge is ugly}.
Anna Bell, who [wants to ban] {fireworks}, left.
The court [ruled] {that the tariffs were illegal}.
Nobody [said] {that the bridge was old}.
None of the parties [has said] {it would pay}.
Bell [went on, as if she had not heard]: "{It is over}."
When asked if the fire had spread, Bell [said] {it had not}.
"{It is over}," [said] Anna Bell, who did not smile.
"""
UNSAID = """
Anna Bell [did not say] {that taxes would rise}.
She [did not say] {"perhaps never"}.
Anna Bell [never said] {the bridge was safe}.
The mayor [refused to confirm] {that the bridge was unsafe}.
The mayor [declined to say] {that he was sorry}.
The report [made no mention of] {the fire}.
The union [has not accused] {the mayor of lying}.
Anna Bell [stopped short of accusing] {Hart of theft}.
Anna Bell left without [saying] {that she would return}.
Neither Bell nor Hart [said] {that taxes would rise}.
No minister [has said] {that taxes will rise}.
It is not true that Anna Bell [said] {taxes would rise}.
The mayor [has yet to say] {whether he will stand}.
"""
ASKED = """
Did Anna Bell [demand] {that Tom Hart resign}?
Has the minister [accused] {the company of fraud}?
Who [said] {that taxes would rise}?
Is it true that Anna Bell [said] {the bridge was safe}?
It is unclear whether Anna Bell [demanded] {an inquiry}.
Will the union [call for] {a strike}?
"""
SUPPOSED = """
If Anna Bell [demands] {that Tom Hart resign}, he will go.
Unless the minister [says] {that she is sorry}, the strike goes on.
Anna Bell [might demand] {that Tom Hart resign}.
The union [could accuse] {the mayor of lying}.
The party [may call for] {a new vote}.
Should Anna Bell [demand] {a recount}, the result will be late.
The mayor [should have warned] {that the bridge was unsafe}.
The union urged the mayor to [condemn] {the raid}.
Suppose the minister [says] {that taxes will rise}.
"""
CASES = [
    (line, wanted)
    for wanted, lines in {"said": SAID, "unsaid": UNSAID, "asked": ASKED, "supposed": SUPPOSED}.items()
    for line in lines.strip().splitlines()
]


@pytest.mark.parametrize(("marked", "wanted"), CASES)
def test_the_cue_tells_whether_it_was_said(marked: str, wanted: str) -> None:
    text = re.sub(r"[\[\]{}]", "", marked)

    def span(opening: str, closing: str) -> Span:
        start, end = marked.index(opening), marked.index(closing)
        inside = len(re.findall(r"[\[\]{}]", marked[:start])), len(re.findall(r"[\[\]{}]", marked[:end]))
        return Span(start - inside[0], end - inside[1])

    attribution = Attribution((span("{", "}"),), (span("[", "]"),))
    assert status(parse(text), attribution) == wanted


def test_only_what_is_said_bears_demands_and_positions() -> None:
    found = extract(Document("a", "Did Anna Bell demand that Tom Hart resign?"))
    assert [s.status for s in found.statements] == ["asked"]
    assert not found.demands
    assert not found.positions


def test_a_cue_that_runs_into_the_words_holds_them_back_as_well() -> None:
    text = "Anna Bell declined to confirm that the bridge was unsafe."
    found = extract(Document("a", text))
    assert {s.status for s in found.statements} == {"unsaid"}
