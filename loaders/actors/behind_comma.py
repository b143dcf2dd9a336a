"""Behind a comma: the person whom a source calls by what she is first: "The firm's spokesman, Ada Hill,"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.loaders.actors.lexicon import lexicon
from sayso.loaders.actors.titled import is_name, is_office
from sayso.loaders.actors.words import words
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

_OWNED = word_set("actors/titled", "owned")
_FIRMS_ARE = word_set("actors/introduced", "firms_are") | word_set("actors/titled", "firms")
_TRADES = word_set("actors/styled", "trades")
_PERSONS = word_set("actors/nouns", "persons") | _TRADES
_ALONE = word_set("actors/titled", "alone")
_SEGMENT = 12  # tokens of a name in apposition, with an age before it


def apposed(tokens: Tokens) -> tuple[int, int] | None:
    """Return the tokens of a name behind a comma at the end of a source: "The firm's spokesman, [Ada Hill],".

    The word before may be an office, a person or kin in the singular, or "one of"; a role may stand before the name.
    """
    doc, end = tokens.doc, tokens.end
    while end > tokens.start and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    comma = next((i for i in range(end - 1, max(tokens.start, end - _SEGMENT), -1) if doc[i].text == ","), None)
    if comma is None or comma + 1 == end:
        return None
    before, start = doc[tokens.start : comma], comma + 1
    start += start + 1 < end and doc[start].lower_ == "the" and (_told(doc[start + 1]) or doc[start + 1].pos_ == "ADJ")
    while start + 1 < end and doc[start].pos_ == "ADJ" and doc[start].text.islower():
        start += 1
    start = _behind_party(doc, _behind_age(doc, start, end), end)
    start += start + 1 < end and _is_trade(doc[start])
    while start < end and (doc[start].tag_ == "NN" or doc[start].lower_.rstrip(".") in words().honorifics):
        start += 1
    single = [t for t in before if t.tag_ in ("NN", "NNP") and _told(t)]
    one = len(before) > 2 and before[0].lower_ == "one" and before[1].lower_ == "of"
    one = one or (len(before) == 1 and before[0].lower_ in _ALONE)
    named = any(t.ent_type_ == "PERSON" and not _owns(t) and not _owned(t) and not _placed(t) for t in before)
    told = any(t.pos_ in ("VERB", "AUX") and not _adjective(t) and not _in_clause(t, before) for t in before)
    size = end - start
    kin = bool(single) and single[-1].lower_ in words().kin
    if single and _of_body(single[-1], doc[comma - 1], doc[end - 1]):
        return None
    if not (single or one) or named or told or size < (1 if kin else 2) or not is_name(doc, start, end):
        return None
    return start, end


def _of_body(role: Token, noun: Token, last: Token) -> bool:
    """Say whether a noun before a comma is what bodies are, and the name a body's: "the owner, Tessen Chemicals".

    Behind "the leader of the bloc," the name is the leader's.
    """
    if noun.lower_ in words().organisations:
        between = noun.doc[role.i + 1 : noun.i]
        return not any(t.lower_ in _OWNED for t in between) or last.tag_ == "NNPS"
    return noun.lower_ in _FIRMS_ARE and (last.ent_type_ == "ORG" or last.tag_ == "NNPS")


def _behind_age(doc: Doc, start: int, end: int) -> int:
    """Return where an age before a name ends: "19-year-old [Ada Hill]"."""
    age = doc[start].text[:1].isdigit()
    behind = next((i + 1 for i in range(start, min(end, start + _SEGMENT)) if doc[i].lower_ == "old"), start)
    return behind if age else start


def _behind_party(doc: Doc, start: int, end: int) -> int:
    """Return where the party or the state before a name ends: "Labour’s [Ada Hill]", "Conservative [Ada Hill]"."""
    owned = next((i + 1 for i in range(start, end - 2) if doc[i].tag_ == "POS" and doc[i].text.endswith("s")), start)
    if owned == start and end - start > 2:  # a name of two words follows
        entry = lexicon().find(doc[start].text)
        owned += entry is not None and entry.use in ("adherent", "demonym")
    return owned


def _is_trade(token: Token) -> bool:
    """Say whether a word tells what one does, and stands before a name: "Olympian"."""
    return token.lower_ in _TRADES


def _told(token: Token) -> bool:
    return _role(token) or token.lower_ in _PERSONS


def _role(token: Token) -> bool:
    return is_office(token) or token.lower_ in words().people | words().kin


def _placed(token: Token) -> bool:
    """Say whether a name is that of the body where somebody is: "an analyst at the institute [Ada Hill]"."""
    head = token.head if token.dep_ in ("compound", "appos", "nmod") else token
    head = head.head if head.dep_ in ("compound", "appos", "nmod") else head
    return head.dep_ == "pobj" and head.head.lower_ in ("at", "with")


def _adjective(token: Token) -> bool:
    """Say whether a participle only tells what a noun is like: "the governing party"."""
    return token.dep_ == "amod" or (token.tag_ == "VBG" and token.nbor(1).tag_ == "NN")


def _in_clause(token: Token, before: Tokens) -> bool:
    """Say whether a verb stands in a clause that tells of the noun before it: "the man who led them"."""
    clause = next((t for t in (token, *token.ancestors) if t.dep_ == "relcl"), None)
    return clause is not None and before.start <= clause.head.i < clause.i and clause.head.dep_ != "pobj"


def _owns(token: Token) -> bool:
    """Say whether a name, or the rest of it, has a possessive behind it: "Ada Hill’s spokesman"."""
    following = token.doc[token.i + 1 : token.i + 4]
    return any(t.tag_ == "POS" for t in following)


def _owned(token: Token) -> bool:
    """Say whether a name tells whose office it is: "the manager of Ada Hill"."""
    first = token
    while first.i and first.ent_iob_ == "I":
        first = first.nbor(-1)
    return first.i > 0 and first.nbor(-1).lower_ in _OWNED
