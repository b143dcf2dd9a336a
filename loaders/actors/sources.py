"""Source spans: the nouns that head them, and the noun phrases around those."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sayso.loaders.actors.behind_comma import apposed
from sayso.loaders.actors.named_first import named_first
from sayso.loaders.actors.opened_rows import called, introduced_row, one_office, spanned_row
from sayso.loaders.actors.rows import NOMINAL, companions, listed, row_before, with_joined
from sayso.loaders.actors.titled import behind_rank, holder_amid, holder_last, is_rank, named_last
from sayso.loaders.actors.tokens import once, tokens_in
from sayso.loaders.actors.words import words
from sayso.loaders.facts import Attribution, Span
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

_BEFORE = frozenset(("det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "predet"))
_PAGES = word_set("actors/documents", "pages")
_EMPTY = word_set("actors/pronouns", "empty")
_OPENING = word_set("actors/spoken", "opening")
_PREFIXES = word_set("actors/rows", "prefixes")
_WIDEST = 12
_CONJOINED = 4  # verbs that share one subject
_LONGEST_NAME = 8  # words


def noun_phrase(head: Token) -> tuple[int, int]:
    """Return the tokens of a noun with what stands before it: "the Russian foreign minister"."""
    doc, start = head.doc, head.i
    for child in head.lefts:
        if child.dep_ in _BEFORE and head.i - child.left_edge.i <= _WIDEST:
            start = min(start, child.left_edge.i)
    while (
        start > 1
        and doc[start - 1].text == "-"
        and doc[start - 2].lower_ in _PREFIXES
        and not doc[start - 1].whitespace_
    ):
        start -= 2
    return start, head.i + 1


def speaking_heads(doc: Doc, attribution: Attribution) -> tuple[Token, ...]:
    """List the nouns and pronouns that head whoever speaks: the source's, else the subject of the cue."""
    # asked for half a dozen times of each attribution
    key = ("speaking heads", attribution.sources, attribution.cues, attribution.contents)
    return once(doc, key, lambda: tuple(_speaking_heads(doc, attribution)))


def _speaking_heads(doc: Doc, attribution: Attribution) -> list[Token]:
    if attribution.sources:
        heads = heads_in(doc, attribution.sources)
        return _subject_apart(doc, attribution, heads) or heads
    if (behind := behind_said(doc, attribution)) is not None:
        return [doc[tokens_in(doc, behind).end - 1]]
    for cue in (t for span in attribution.cues for t in tokens_in(doc, span)):
        if cue.pos_ not in ("VERB", "AUX") or cue.dep_ in ("acl", "amod") or is_passive(cue):
            continue
        verb = cue
        for _ in range(_CONJOINED):
            if subject := next((c for c in verb.lefts if c.dep_ == "nsubj"), None):
                inside = any(s.start <= subject.idx < s.end for s in attribution.contents)
                inside = inside or (subject.lower_ == "it" and is_empty(subject))
                return [] if inside or subject.pos_ not in NOMINAL else with_joined(subject, range(len(doc)))
            if verb.dep_ != "conj" and not (verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.head.pos_ == "VERB"):
                break  # "Hill left, citing her health"
            verb = verb.head
    return _owner_in_cue(doc, attribution)


def _owner_in_cue(doc: Doc, attribution: Attribution) -> list[Token]:
    """Return the pronoun of a cue that tells whose paper speaks: "in [his] tweet"."""
    for span in attribution.cues:
        for token in tokens_in(doc, span):
            if token.tag_ == "PRP$" and token.dep_ == "poss" and token.head.lemma_.lower() in words().documents:
                return [token]
    return []


def _subject_apart(doc: Doc, attribution: Attribution, heads: list[Token]) -> list[Token]:
    """Return the cue's own subject where a source holds another clause's, too: "Hill listened as [a colleague]" told.

    The parser must keep them wholly apart: "Hill, the mayor of Tessen" is one phrase.
    """
    inside = {t.i for span in attribution.sources for t in tokens_in(doc, span)}
    for cue in (t for span in attribution.cues for t in tokens_in(doc, span)):
        subject = next((c for c in cue.lefts if c.dep_ == "nsubj" and c.i in inside), None)
        if cue.pos_ != "VERB" or subject is None or subject.pos_ not in NOMINAL or subject.tag_ in ("WP", "WDT"):
            continue
        apart = all(not head.is_ancestor(subject) and not subject.is_ancestor(head) for head in heads)
        others = {head.head.i for head in heads if head.dep_ in ("nsubj", "nsubjpass")} - {cue.i}
        if apart and heads and subject not in heads and len(others) == len(heads):
            return with_joined(subject, inside)
    return []


def is_empty(token: Token) -> bool:
    """Say whether "it" only fills a place: "it is clear that", "it would be wrong to"."""
    verb = token.head
    return verb.lemma_ in _EMPTY and any(
        c.dep_ in ("acomp", "ccomp", "xcomp", "attr", "oprd", "advcl") for c in verb.children
    )


def is_passive(cue: Token) -> bool:
    """Say whether a cue tells what is done with its subject: "the flight is expected", "it was announced"."""
    helped = any(c.dep_ == "auxpass" or (c.dep_ == "aux" and c.lemma_ == "be") for c in cue.lefts)
    return cue.tag_ == "VBN" and (helped or not any(c.dep_ == "aux" for c in cue.lefts))


def behind_said(doc: Doc, attribution: Attribution) -> Span | None:
    """Return the name behind a "Said" that opens a sentence: "Said Streeting: “We need more nurses.”"."""
    if attribution.sources or len(attribution.cues) != 1:
        return None
    cue = tokens_in(doc, attribution.cues[0])
    if len(cue) != 1 or cue.text.lower() not in _OPENING:
        return None
    begin = end = cue.end
    while end < len(doc) and end - begin < _LONGEST_NAME and doc[end].text[0].isupper() and not doc[end].is_space:
        end += 1
    if end == begin or end >= len(doc) or doc[end].text not in (":", ",", "."):
        return None
    return Span(doc[begin].idx, doc[end - 1].idx + len(doc[end - 1]))


def heads_in(doc: Doc, sources: Iterable[Span]) -> list[Token]:
    """List the nouns and pronouns that head the source spans, in text order: "The US and the UK" has two.

    Spans outside the text give none.
    """
    found: dict[int, Token] = {}
    for tokens in (part for span in sources for part in companions(tokens_in(doc, span))):
        inside = range(tokens.start, tokens.end)
        found |= {t.i: t for t in row_before(tokens)}
        if (account := _handle(tokens)) is not None:
            found[account.i] = account
            continue
        if several := listed(tokens) or spanned_row(tokens):
            found |= {t.i: t for t in several}
            continue
        if several := named_first(tokens):
            found |= {t.i: t for t in several}
            continue
        if (single := one_office(tokens) or called(tokens) or _read_as_verb(tokens)) is not None:
            found[single.i] = single
            continue
        if (holder := _apposed(tokens) or holder_last(tokens)) is not None:
            found[holder.i] = holder
            continue
        if (amid := holder_amid(tokens)) is not None:
            found[amid[1] - 1] = tokens.doc[amid[1] - 1]
            continue
        if several := introduced_row(tokens):
            found |= {t.i: t for t in several}
            continue
        if (named := named_last(tokens)) is not None:
            found[named.i] = named
            continue
        for root in _roots(list(tokens), inside):
            heads = [_unhyphened(head, inside) for head in with_joined(root, inside)]
            # "one of these groups, the Tessen Front"
            spare = len(heads) > 1 and root.lower_ == "one" and not any(c.dep_ == "cc" for c in root.rights)
            for head in heads[spare:]:
                found[head.i] = head
    return [found[i] for i in sorted(found)]


def _apposed(tokens: Tokens) -> Token | None:
    name = apposed(tokens)
    return tokens.doc[name[1] - 1] if name is not None else None


def _handle(tokens: Tokens) -> Token | None:
    """Return the handle of an account that speaks: "the club's own account, [@TessenFC],"."""
    handles = [t for t in tokens if t.text.startswith("@") and len(t) > 2]
    if len(handles) != 1 or not any(t.lower_ in _PAGES for t in tokens.doc[tokens.start : handles[0].i]):
        return None
    return handles[0]


def _roots(tokens: list[Token], inside: range) -> list[Token]:
    """Return the heads of a span: the first noun that hangs on nothing inside, and those joined to it by "and"."""
    roots: list[Token] = []
    for token in tokens:
        if token.head.i in inside and token.head.i != token.i:
            continue
        noun = _noun_of(token, inside)
        if noun is None:
            continue
        if is_rank(noun):
            noun = behind_rank(noun, inside)
        if (roots and roots[-1].dep_ == "poss" and roots[-1].head.i == noun.head.i) or (
            roots and roots[-1].head.i == noun.head.i and noun.i - roots[-1].i <= 1 + (noun.doc[noun.i - 1].text == "-")
        ):
            roots[-1] = noun
        elif not roots or (noun.i and noun.left_edge.i > 0 and noun.doc[noun.left_edge.i - 1].lower_ in ("and", "or")):
            roots.append(_before_of(noun, inside))
    if not roots:
        roots = [t for t in tokens if t.pos_ in NOMINAL][:1] or [t for t in tokens if t.is_title and not t.is_stop][:1]
    return roots


def _read_as_verb(tokens: Tokens) -> Token | None:
    """Return the document that the parser takes for a verb, and WHO for "who": "the official WHO report"."""
    last = tokens[-1] if len(tokens) > 2 else None
    if last is None or last.pos_ != "VERB" or last.lower_ not in words().documents or tokens[0].pos_ != "DET":
        return None
    return last if tokens[-2].is_upper and len(tokens[-2]) > 1 else None


def _unhyphened(head: Token, inside: range) -> Token:
    """Return "petitioners" where the parser takes the "co" of "co-petitioners" for the noun."""
    doc, end = head.doc, head.i + 2
    joined = head.lower_ in _PREFIXES and end in inside and doc[end - 1].text == "-" and not doc[end - 1].whitespace_
    return doc[end] if joined and not head.whitespace_ else head


def _before_of(noun: Token, inside: range) -> Token:
    """Return "member" where the parser takes "member of House panel" for a panel."""
    for child in noun.lefts:
        if child.dep_ == "nmod" and child.i in inside and any(c.lower_ == "of" for c in child.rights):
            return child
    return noun


def _noun_of(token: Token, inside: range) -> Token | None:
    """Return the noun that a span's top word stands for: itself, a preposition's object, a verb's subject."""
    if token.pos_ in NOMINAL or (token.pos_ in ("ADJ", "DET") and token.dep_ in ("nsubj", "nsubjpass", "poss", "pobj")):
        return token
    wanted = {"ADP": ("pobj",), "SCONJ": ("pobj",), "VERB": ("nsubj", "nsubjpass"), "AUX": ("nsubj", "nsubjpass")}.get(
        token.pos_
    )
    if wanted is None:
        return None
    return next((c for c in token.children if c.dep_ in wanted and c.i in inside), None)
