"""A reading: the tokens of one attribution, its cue in the lexicon, and what kind of complement follows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaders.facts import Attribution, Span
from loaders.meaning.clause import NEGATIONS, SUBJECTS, child, infinitive, modal, subject
from loaders.meaning.lexicon import Match, find
from loaders.meaning.quotes import quoted

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

HEADS = 40  # clauses read in one content: a speech of pages says what it says in its first ones
LINK = 6  # tokens that may stand between cue and content: "called on [his allies] to …"
WH = {"whether", "if", "who", "whom", "whose", "what", "how", "why", "when", "where", "which"}
NOMINAL = {"NOUN", "PROPN", "PRON", "NUM", "DET"}
REFUSALS = {"refuse", "decline", "fail", "refusal", "stop", "unwilling", "reluctant"}
FIRST = {"i", "we", "me", "us", "my", "our", "ours", "mine", "myself", "ourselves"}
THIRD = {"he", "she", "it", "they", "him", "her", "them", "his", "its", "their"}

Own = Callable[["Token"], bool]


@dataclass(frozen=True)
class Reading:
    """One attribution as syntax sees it.

    `ranges` are the content's spans as token indices (last inclusive), `heads` the tokens whose heads lie outside,
    `match` the cue's entry, `negated` whether the cue is denied ("has not endorsed"), `quotes` the quoted stretches,
    `own` whether a token means the speaker or the speaker's side.
    """

    doc: Doc
    ranges: tuple[tuple[int, int], ...]
    heads: tuple[Token, ...]
    cue: tuple[Token, ...]
    match: Match | None
    negated: bool
    quotes: tuple[Span, ...]
    speaks: Own

    def bounds(self, token: Token) -> tuple[int, int]:
        """Return the first and last token of the content's span that holds the token."""
        return next(((a, b) for a, b in self.ranges if a <= token.i <= b), (token.i, token.i))

    def holds(self, token: Token) -> bool:
        """Say whether the token is part of the content."""
        return any(a <= token.i <= b for a, b in self.ranges)

    def in_quotes(self, token: Token) -> bool:
        """Say whether the token stands inside quotation marks."""
        return any(span.start <= token.idx < span.end for span in self.quotes)

    def own(self, token: Token | None) -> bool:
        """Say whether a token means the speaker: I and we, and told in other words he, she, it, they and the name."""
        if token is None:
            return False
        lower = token.lower_
        if lower in FIRST:
            return True
        if any(c.dep_ == "poss" and c.lower_ in FIRST for c in token.children):
            return True
        if lower in THIRD:
            return not self.in_quotes(token) and not dummy(token)
        return self.speaks(token)


def dummy(token: Token) -> bool:
    """Say whether "it" stands for nobody: "it is clear that", "it was likely Russia …"."""
    if token.lower_ != "it":
        return False
    verb = token.head
    return token.dep_ == "expl" or (
        verb.lemma_ == "be" and any(c.dep_ in {"acomp", "attr", "oprd"} for c in verb.children)
        and any(c.dep_ in {"ccomp", "xcomp", "advcl", "csubj"} for c in [*verb.children, *(d for c in verb.children for d in c.children)])
    )  # fmt: skip


def nobody(_: Token) -> bool:
    """Know nothing of who speaks: what `own` falls back on without a cast."""
    return False


def read(doc: Doc, attribution: Attribution, speaks: Own = nobody) -> Reading:
    """Read one attribution; a content span without a word in `doc` is left out."""
    ranges = tuple(r for span in sorted(attribution.contents) if (r := words(doc, span)))
    cue = tuple(doc[i] for span in sorted(attribution.cues) if (r := words(doc, span)) for i in range(r[0], r[1] + 1))
    heads = tuple(find_heads(doc, ranges, {token.i for token in cue}))
    quotes = tuple(stretch for span in attribution.contents for stretch in quoted(doc.text, span))
    row, last_start = cue_row(doc, cue, ranges)
    kinds = complements(doc, ranges, heads, bool(quotes))
    match = find(row, kinds, last_start)
    negated = False
    if match is not None:
        if row[match.first].lemma_.lower() in REFUSALS and match.first < last_start:
            later = find(row[match.last + 1 :], kinds, last_start - match.last - 1)
            if later is not None and later.cue.act != "state":
                match, negated = later, True
        negated = negated or denied(row, match)
    return Reading(doc, ranges, heads, cue, match, negated, quotes, speaks)


def words(doc: Doc, span: Span) -> tuple[int, int] | None:
    """Return the first and last token of a span, quotation marks, space and stops at its ends left out."""
    held = doc.char_span(max(0, span.start), min(len(doc.text), span.end), alignment_mode="expand")
    if held is None or not len(held):
        return None
    first, last = held.start, held.end - 1
    while first <= last and (doc[first].is_punct or doc[first].is_space or doc[first].is_quote):
        first += 1
    while last >= first and (doc[last].is_space or doc[last].is_quote or doc[last].text in ",;:"):
        last -= 1
    return (first, last) if first <= last else None


def find_heads(doc: Doc, ranges: tuple[tuple[int, int], ...], cue: set[int]) -> list[Token]:
    """List the tokens of the content whose heads lie outside it, at most HEADS, in text order."""
    found: list[Token] = []
    for first, last in ranges:
        for token in doc[first : last + 1]:
            if token.is_punct or token.is_space or token.i in cue:
                continue
            head = token.head
            if (head == token or not any(a <= head.i <= b for a, b in ranges)) and (
                token.pos_ in NOMINAL or token.pos_ in {"VERB", "AUX", "ADJ", "ADV", "ADP", "X", "INTJ"}
            ):
                found.append(token)
                if len(found) == HEADS:
                    return found
    return found


def cue_row(doc: Doc, cue: tuple[Token, ...], ranges: tuple[tuple[int, int], ...]) -> tuple[list[Token], int]:
    """Return the cue's tokens with the prepositions that lead to the content, and the last index of the cue itself."""
    row = [token for token in cue if not token.is_punct]
    last_start = len(row) - 1
    if row and ranges:
        end, start = row[-1].i + 1, ranges[0][0]
        if 0 <= start - end <= LINK:
            row += [token for token in doc[end:start] if token.pos_ in {"ADP", "PART"} or token.dep_ == "prt"]
        row += [token for token in doc[start : start + 2] if token.pos_ == "ADP" or token.dep_ == "prt"]
    return row, last_start


def denied(row: list[Token], match: Match) -> bool:
    """Say whether the cue is negated: "has not endorsed", "never said", "nobody accused"."""
    if any(token.lower_ in NEGATIONS for token in row[: match.first]):
        return True
    token = row[match.first]
    holder = child(token, SUBJECTS)
    return any(c.dep_ == "neg" for c in token.children) or (holder is not None and holder.lower_ in NEGATIONS)


def complements(
    doc: Doc, ranges: tuple[tuple[int, int], ...], heads: tuple[Token, ...], quotes: bool
) -> frozenset[str]:
    """Name the kinds of complement (see cues.toml) that the content is."""
    if not ranges or not heads:
        return frozenset({"np"})
    kinds = {"quote"} if quotes else set()
    first = doc[ranges[0][0]]
    if first.lower_ in WH:
        kinds.add("wh")
    if (addressed(heads)) is not None:
        kinds.add("to")
    main = heads[0]
    if main.pos_ in {"VERB", "AUX"}:
        if infinitive(main) or (first.i and doc[first.i - 1].lower_ == "to" and main.tag_ == "VB"):
            kinds.add("to")
        elif subject(main) is not None:
            kinds.add("that")
            if subjunctive(main):
                kinds.add("bare")
        elif main.tag_ == "VBG":
            kinds.add("ing")
    if main.pos_ not in {"VERB", "AUX"}:
        kinds.add("np")
    return frozenset(kinds)


def addressed(heads: tuple[Token, ...]) -> Token | None:
    """Return the to-infinitive of "[him] to go", also where syntax hangs it on the noun or on the cue."""
    for head in heads[:4]:
        if head.pos_ in {"VERB", "AUX"} and infinitive(head):
            return head
        if head.pos_ in {"PROPN", "PRON", "NOUN"}:
            for c in head.children:
                if c.dep_ in {"acl", "relcl", "xcomp", "ccomp"} and infinitive(c) and head.pos_ != "NOUN":
                    return c
        if head.pos_ in {"VERB", "AUX"}:
            break
    return None


def subjunctive(verb: Token) -> bool:
    """Say whether a clause asks: "that he resign", "that guarantees be made", "that he should go"."""
    if modal(verb) == "should":
        return True
    if modal(verb) or infinitive(verb):
        return False
    helpers = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    return (verb.tag_ == "VB" and not helpers) or any(c.lower_ == "be" for c in helpers)
