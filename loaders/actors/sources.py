"""Source spans: the nouns that head them, and the noun phrases around those."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sayso.loaders.actors.lexicon import lexicon
from sayso.loaders.actors.tokens import once, tokens_in
from sayso.loaders.actors.words import words
from sayso.loaders.facts import Attribution, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
_BEFORE = frozenset(("det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "predet"))
_WIDEST = 12
_CONJOINED = 4  # verbs that share one subject
_HEADLINE = 30  # words
_LONGEST_NAME = 8  # words
_LONGEST_ROW = 40  # actors who speak together


def noun_phrase(head: Token) -> tuple[int, int]:
    """Return the tokens of a noun with what stands before it: "the Russian foreign minister"."""
    start = head.i
    for child in head.lefts:
        if child.dep_ in _BEFORE and head.i - child.left_edge.i <= _WIDEST:
            start = min(start, child.left_edge.i)
    return start, head.i + 1


def speaking_heads(doc: Doc, attribution: Attribution) -> tuple[Token, ...]:
    """List the nouns and pronouns that head whoever speaks: the source's, else the subject of the cue."""
    # asked for half a dozen times of each attribution
    key = ("speaking heads", attribution.sources, attribution.cues, attribution.contents)
    return once(doc, key, lambda: tuple(_speaking_heads(doc, attribution)))


def _speaking_heads(doc: Doc, attribution: Attribution) -> list[Token]:
    if (quoted := quoted_as_saying(doc, attribution)) is not None:
        return [quoted]
    if attribution.sources:
        return heads_in(doc, attribution.sources)
    if (behind := behind_said(doc, attribution)) is not None:
        return [doc[tokens_in(doc, behind).end - 1]]
    for cue in (t for span in attribution.cues for t in tokens_in(doc, span)):
        if cue.pos_ not in ("VERB", "AUX") or cue.dep_ in ("acl", "amod"):
            continue
        verb = cue
        for _ in range(_CONJOINED):
            if subject := next((c for c in verb.lefts if c.dep_ == "nsubj"), None):
                inside = any(s.start <= subject.idx < s.end for s in attribution.contents)
                return [] if inside or subject.pos_ not in _NOMINAL else _with_joined(subject, range(len(doc)))
            if verb.dep_ != "conj":
                break
            verb = verb.head
    return []


def quoted_as_saying(doc: Doc, attribution: Attribution) -> Token | None:
    """Return the last word of the name in "Reuters quoted Anna Bell as saying that …", where it opens the words."""
    cues = [t for span in attribution.cues for t in tokens_in(doc, span)]
    if not attribution.contents or not any(t.lemma_.lower() in ("quote", "cite") for t in cues):
        return None
    tokens = tokens_in(doc, min(attribution.contents))
    for token in tokens[1:_LONGEST_NAME]:
        if token.lower_ == "as" and token.i + 1 < len(doc) and doc[token.i + 1].tag_ == "VBG":
            named = all(
                t.pos_ in _NOMINAL or t.is_punct or t.lower_ in ("of", "the") for t in doc[tokens.start : token.i]
            )
            return doc[token.i - 1] if named else None
    return None


def behind_said(doc: Doc, attribution: Attribution) -> Span | None:
    """Return the name behind a "Said" that opens a sentence: "Said Streeting: “We need more nurses.”"."""
    if attribution.sources or len(attribution.cues) != 1:
        return None
    cue = tokens_in(doc, attribution.cues[0])
    if len(cue) != 1 or cue.text.lower() not in ("said", "says", "added", "asked", "wrote", "replied"):
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
    for span in sources:
        tokens = tokens_in(doc, span)
        inside = range(tokens.start, tokens.end)
        found |= {t.i: t for t in _row_before(tokens)}
        if several := _listed(tokens):
            found |= {t.i: t for t in several}
            continue
        if (holder := _holder_last(tokens)) is not None:
            found[holder.i] = holder
            continue
        if several := _introduced(tokens):
            found |= {t.i: t for t in several}
            continue
        if (named := _named_last(tokens)) is not None:
            found[named.i] = named
            continue
        for root in _roots(list(tokens), inside):
            for head in _with_joined(root, inside):
                found[head.i] = head
    return [found[i] for i in sorted(found)]


def _listed(tokens: Tokens) -> list[Token]:
    """Return the last words of names in a row: "Sens. A B (D-Mont.), C D and former Gov. E F"; [] for anything else."""
    heads: list[Token] = []
    segment: list[Token] = []
    joined, depth = False, 0
    if _of_body(tokens):
        return []
    for token in tokens:
        depth += token.text in ("(", "[")
        if depth or token.is_space or token.lower_ in ("both", "all", "each"):
            depth -= token.text in (")", "]")
            continue
        if token.tag_ in ("WP", "WDT", "WP$") or (token.pos_ == "VERB" and heads):
            segment = []
            break
        if token.text != "," and (token.lower_ != "and" or token.ent_type_):
            segment.append(token)
            continue
        joined = joined or token.lower_ == "and"
        if segment and not _party_tag(segment):
            if (last := _last_of_name(segment)) is None:
                return []
            heads.append(last)
        segment = []
    if segment and not _party_tag(segment):
        if (last := _last_of_name(segment)) is None:
            return []
        heads.append(last)
    return heads if joined and len(heads) > 1 else []


def _of_body(tokens: Tokens) -> bool:
    """Say whether a span is one person of a body whose name holds an "and": "Jo Hill of the Bill and Ada Fund"."""
    first = next((t.i for t in tokens if not t.is_space), tokens.start)
    end = first
    while end < tokens.end and tokens.doc[end].ent_type_ == "PERSON":
        end += 1
    if end == first or end + 1 >= tokens.end or tokens.doc[end].lower_ not in ("of", "at", "from"):
        return False
    rest = [t for t in tokens.doc[end + 1 : tokens.end] if not t.is_punct]
    plain = all(t.text[0].isupper() or t.lower_ in ("the", "and", "of", "for", "&") for t in rest)
    return plain and tokens.doc[end + 1].lower_ == "the" and rest[-1].lower_ in words().organisations


def _holder_last(tokens: Tokens) -> Token | None:
    """Return the person at the end of a span that opens with an office: "The mayor of London, Sadiq Khan,".

    Also without a comma, where an office's "to" or "of" leads the parser away: "US Ambassador to Germany Jo Hill".
    """
    doc, end = tokens.doc, tokens.end
    while end > tokens.start and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    begin = end
    while begin > tokens.start and doc[begin - 1].ent_type_ == "PERSON":
        begin -= 1
    while begin < end - 1 and (doc[begin].lower_ in words().offices or _rank(doc[begin]) or _state(doc[begin])):
        begin += 1
    before = doc[tokens.start : begin]
    if begin == end or len(before) < 2 or any(t.pos_ in ("VERB", "AUX") or t.ent_type_ == "PERSON" for t in before):
        return None
    offices = words().offices | words().people | words().organisations
    told = any(t.lower_ in offices or t.text.rstrip(".") in words().ranks for t in before)
    last = before[-1]
    link = (
        last.pos_ in ("ADP", "CCONJ", "SCONJ") or last.tag_ == "POS" or last.lower_ in ("and", "or", "the", "a", "an")
    )
    joined = any(
        t.lower_ in ("and", "or") and not t.ent_type_ and doc[t.i + 1].pos_ != "NOUN" and not _titled(t) for t in before
    )
    return doc[end - 1] if told and not link and not joined else None


def _state(token: Token) -> bool:
    """Say whether the recogniser put a state into a name: "Senator from Vermont Ada Hill"."""
    entry = lexicon().find(token.text) if token.i and token.nbor(-1).lower_ in ("of", "from") else None
    return entry is not None and entry.actor.startswith("country/")


def _titled(conjunction: Token) -> bool:
    """Say whether an "and" joins two offices: "President and CEO"."""
    doc, i = conjunction.doc, conjunction.i
    offices = words().offices
    return doc[i - 1].lower_ in offices and any(t.lower_ in offices for t in doc[i + 1 : i + 4])


def _row_before(tokens: Tokens) -> list[Token]:
    """Return the names before a span that cuts a row of them: "Germany, [France and the Netherlands]".

    Also the first one of a headline's row: "Pakistan, Oman call for calm", inside the span or before it.
    """
    doc, start = tokens.doc, tokens.start
    found: list[Token] = []
    while 2 <= start < len(doc) and doc[start - 1].text == "," and len(found) < _LONGEST_ROW:
        first, before = doc[start], doc[start - 2]
        if not first.ent_type_ or first.ent_type_ != before.ent_type_ or before.pos_ != "PROPN":
            break
        begin = before.i
        while begin and doc[begin].ent_iob_ == "I":
            begin -= 1
        joined = next((t for t in doc[start : tokens.end] if t.dep_ == "conj" and t.head.i == before.i), None)
        if joined is None and not (begin == 0 or "\n" in doc[begin - 1].text):
            break
        if joined is None and not _headline_row(tokens):
            break
        found.append(before)
        start = begin
    if found or len(tokens) < 3 or not _headline_row(tokens):
        return found
    comma = next((t for t in tokens if t.text == ","), None)
    if (
        comma is None
        or comma.i == tokens.start
        or comma.i + 1 == tokens.end
        or not (start == 0 or "\n" in doc[start - 1].text)
    ):
        return []
    first, last = doc[comma.i - 1], doc[tokens.end - 1]
    plain = all(t.ent_type_ == first.ent_type_ for t in tokens if t.text != ",")
    return [first, last] if plain and first.ent_type_ in ("GPE", "PERSON", "ORG") else []


def _headline_row(tokens: Tokens) -> bool:
    """Say whether a span's line ends without a full stop and goes on right behind the span."""
    doc, end = tokens.doc, tokens.end
    if end >= len(doc) or not doc[end].text[0].isalpha():
        return False
    stop = next((t.i for t in doc[end : end + _HEADLINE] if "\n" in t.text), 0)
    return stop > end and doc[stop - 1].text not in (".", "”", '"', "!", "?")


def _introduced(tokens: Tokens) -> list[Token]:
    """Return the names behind a plural: "The two candidates, Robert Stone and Senator Mary Hill,"."""
    comma = next((t.i for t in tokens if t.text == ","), tokens.start)
    noun = next((t for t in tokens.doc[tokens.start : comma] if t.pos_ == "NOUN"), None)
    few = noun is not None and noun.lower_ in ("trio", "duo", "pair", "quartet")
    if comma == tokens.start or not (few or tokens.doc[comma - 1].tag_ in ("NNS", "NNPS")):
        return []
    names = _listed(tokens.doc[comma + 1 : tokens.end])
    return names if all(t.ent_type_ == "PERSON" or few for t in names) else []


def _party_tag(segment: list[Token]) -> bool:
    return segment[0].text in ("R", "D", "I", "Jr.", "Sr.") or segment[0].text.startswith(("R-", "D-", "I-"))


def _last_of_name(segment: list[Token]) -> Token | None:
    """Return the last word of a stretch that ends with a name: "the US", "former Gov. Martin O’Malley"."""
    while segment[-1].text in ("Jr.", "Sr.", "II", "III", "IV", "Jr", "Sr") and len(segment) > 1:
        segment = segment[:-1]
    last = segment[-1]
    if (
        last.pos_ != "PROPN"
        or not last.text[0].isupper()
        or any(t.pos_ in ("VERB", "AUX", "PRON") or (t.pos_ == "ADP" and t.lower_ != "of") for t in segment)
    ):
        return None
    described = words().offices | words().organisations
    plain = all(t.pos_ in ("PROPN", "DET") or t.lower_ in described or t.ent_type_ == "NORP" for t in segment)
    return last if plain or last.ent_type_ == "PERSON" else None


def _named_last(tokens: Tokens) -> Token | None:
    """Return the person whose titles the parser reads apart: "Trump senior communications adviser Jason Miller"."""
    last = None
    for token in tokens:
        if token.text in (",", "(") and last is not None:
            break
        inner = token.lower_ == "of" and last is not None and last.text[0].isupper() and last.lower_ in words().offices
        plain = token.pos_ in ("PROPN", "NOUN", "ADJ", "DET", "PART", "PUNCT", "SPACE", "X")
        if not plain and not inner and token.dep_ != "compound" and token.ent_type_ != "PERSON":
            return None
        last = token if not token.is_space and token.pos_ != "PUNCT" else last
    if last is None or last.i == tokens.start or last.ent_type_ != "PERSON" or last.pos_ != "PROPN":
        return None
    return last


def _roots(tokens: list[Token], inside: range) -> list[Token]:
    """Return the heads of a span: the first noun that hangs on nothing inside, and those joined to it by "and"."""
    roots: list[Token] = []
    for token in tokens:
        if token.head.i in inside and token.head.i != token.i:
            continue
        noun = _noun_of(token, inside)
        if noun is None:
            continue
        if _rank(noun):
            noun = _behind_rank(noun, inside)
        if (roots and roots[-1].dep_ == "poss" and roots[-1].head.i == noun.head.i) or (
            roots and roots[-1].head.i == noun.head.i and noun.i - roots[-1].i <= 1 + (noun.doc[noun.i - 1].text == "-")
        ):
            roots[-1] = noun
        elif not roots or (noun.i and noun.left_edge.i > 0 and noun.doc[noun.left_edge.i - 1].lower_ in ("and", "or")):
            roots.append(_before_of(noun, inside))
    if not roots:
        roots = [t for t in tokens if t.pos_ in _NOMINAL][:1] or [t for t in tokens if t.is_title and not t.is_stop][:1]
    return roots


def _rank(token: Token) -> bool:
    plain = token.text.rstrip(".")
    return plain in words().ranks or plain.lower() in words().honorifics


def _behind_rank(token: Token, inside: range) -> Token:
    """Return the last word of the name behind "Sens." or "Fr.", where the parser takes the rank for the head."""
    last = token
    for following in token.doc[token.i + 1 : inside.stop]:
        if following.pos_ != "PROPN":
            break
        last = following
    return last


def _before_of(noun: Token, inside: range) -> Token:
    """Return "member" where the parser takes "member of House panel" for a panel."""
    for child in noun.lefts:
        if child.dep_ == "nmod" and child.i in inside and any(c.lower_ == "of" for c in child.rights):
            return child
    return noun


def _noun_of(token: Token, inside: range) -> Token | None:
    """Return the noun that a span's top word stands for: itself, a preposition's object, a verb's subject."""
    if token.pos_ in _NOMINAL or (
        token.pos_ in ("ADJ", "DET") and token.dep_ in ("nsubj", "nsubjpass", "poss", "pobj")
    ):
        return token
    wanted = {"ADP": ("pobj",), "SCONJ": ("pobj",), "VERB": ("nsubj", "nsubjpass"), "AUX": ("nsubj", "nsubjpass")}.get(
        token.pos_
    )
    if wanted is None:
        return None
    return next((c for c in token.children if c.dep_ in wanted and c.i in inside), None)


def _same_one(head: Token, other: Token) -> bool:
    """Say whether two nouns are one actor's: "the former secretary and current nominee", "China, its only ally"."""
    if head.pos_ == "PROPN" and other.tag_ == "NN" and head.doc[other.left_edge.i - 1].text == ",":
        return True
    bare = not any(c.dep_ in ("det", "poss") for c in other.children)
    if head.ent_type_ == "PERSON" and other.tag_ == "NN" and other.lower_ in words().offices and bare:
        return True  # "Ada Hill of Leeds University and contributor to Slate"
    return (
        head.tag_ == other.tag_ == "NN"
        and any(c.dep_ == "det" for c in head.children)
        and not any(c.dep_ in ("det", "poss") for c in other.children)
        and other.lower_ in words().offices
    )


def _with_joined(head: Token, inside: range) -> list[Token]:
    """Return a noun with the nouns joined to it inside the span, a row of some dozens at most."""
    found = [head]
    for noun in found:
        for child in noun.rights:
            if child.dep_ == "conj" and child.i in inside and child.pos_ in _NOMINAL and not _same_one(noun, child):
                found.append(child)
        if len(found) > _LONGEST_ROW:
            break
    return found
