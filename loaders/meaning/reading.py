"""A reading: the tokens of one attribution, its cue in the lexicon, and what kind of complement follows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sayso.loaders.facts import Attribution, Span
from sayso.loaders.meaning.appraisal import among
from sayso.loaders.meaning.clause import NEGATIONS, SUBJECTS, child, infinitive, modal, phrase, predicate, subject
from sayso.loaders.meaning.lexicon import Match, find
from sayso.loaders.meaning.script import script
from sayso.loaders.quotations import quoted_words
from sayso.loaders.word_lists import word_row, word_set, word_tables

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

HEADS = 40  # clauses read in one content: a speech of pages says what it says in its first ones
SET = 3  # words of a cue that is a set way of doing something
LINK = 6  # tokens that may stand between cue and content: "called on [his allies] to …"
WH = word_set("meaning/clauses", "question_words")
VERBS = {"VERB", "AUX"}
NOMINAL = {"NOUN", "PROPN", "PRON", "NUM", "DET"}
REFUSALS = word_set("meaning/clauses", "refusals")
FIRST = word_set("meaning/clauses", "first_person")
FORMS = {name: word_row("meaning/pronouns", name) for name in word_tables("meaning/pronouns")}
SIDES = word_set("meaning/clauses", "sides")
VOICES = {form: voice for voice, forms in FORMS.items() for form in forms}
THIRD = set(VOICES)
CARRYING = word_set("meaning/clauses", "carrying")
URGING = word_set("meaning/asking", "urging")
HUNG = {"acl", "relcl", "xcomp", "advcl"}


Own = Callable[["Token"], bool]


def nobody(_: Token) -> bool:
    """Know nothing of who speaks: what `own` falls back on without a cast."""
    return False


@dataclass(frozen=True)
class Reading:
    """One attribution as syntax sees it.

    `ranges` are the content's spans as token indices (last inclusive), `heads` the tokens whose heads lie outside,
    `match` the cue's entry, `negated` whether the cue is denied ("has not endorsed"), `turned` whether a second word
    of the cue turns the stance over ("vowed to fight"), `quotes` the quoted stretches. `through` is a noun of the
    content that belongs to the cue ("expressed | its opposition to"), `voice` the pronoun that means the speaker, if
    known ("they"), `speaks` whether a token names one of the speakers.
    """

    doc: Doc
    ranges: tuple[tuple[int, int], ...]
    heads: tuple[Token, ...]
    cue: tuple[Token, ...]
    match: Match | None
    negated: bool
    quotes: tuple[Span, ...]
    through: Token | None = None
    turned: bool = False
    voice: str = ""
    speaks: Own = nobody
    voices: frozenset[str] = frozenset(FORMS)

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
        """Say whether a token means the speaker or the own side: I and we; and told: he, she, it, they, the name."""
        if token is None:
            return False
        lower = token.lower_
        if first_person(token):
            return True
        if any(c.dep_ == "poss" and c.lower_ in FIRST for c in token.children):
            return True
        if lower in SIDES and any(c.dep_ == "poss" and c.lower_ in THIRD and self.own(c) for c in token.children):
            return True
        if lower in THIRD:
            if self.in_quotes(token) or dummy(token):
                return False
            if VOICES[lower] in ({self.voice} if self.voice else self.voices):
                return True
        return self.speaks(token)


def first_person(token: Token) -> bool:
    """Say whether a word means the speaker: "us" does, "US" is a country."""
    return token.lower_ in FIRST and token.text != "US"


def dummy(token: Token) -> bool:
    """Say whether "it" stands for nobody: "it is clear that", "it was likely Russia …"."""
    if token.lower_ != "it":
        return False
    verb = token.head
    if any(c.dep_ == "acomp" and among(c.lower_, "personal") for c in verb.children):
        return False  # "it is prepared to go"
    if token.dep_ == "expl":
        return True
    if verb.lemma_ != "be" or not any(c.dep_ in {"acomp", "attr", "oprd"} for c in verb.children):
        return False
    near = [*verb.children, *(d for c in verb.children for d in c.children)]
    return any(c.dep_ in {"ccomp", "xcomp", "advcl", "csubj"} for c in near)


def read(
    doc: Doc,
    attribution: Attribution,
    speaks: Own = nobody,
    voices: frozenset[str] = frozenset(FORMS),
) -> Reading:
    """Read one attribution; a content span without a word in `doc` is left out.

    `speaks` knows the speakers and whom they speak for, `voices` are the pronouns that can mean them.
    """
    notes = script(doc).notes
    if attribution not in notes:
        notes[attribution] = read_anew(doc, attribution)
    reading: Reading = notes[attribution]
    return replace(reading, speaks=speaks, voices=voices)


def read_anew(doc: Doc, attribution: Attribution) -> Reading:
    """Read one attribution that has not been read."""
    ranges = tuple(r for span in sorted(attribution.contents)[:HEADS] if (r := words(doc, span)))
    cue = tuple(doc[i] for span in sorted(attribution.cues) if (r := words(doc, span)) for i in range(r[0], r[1] + 1))
    heads = tuple(find_heads(doc, ranges, {token.i for token in cue}))
    quotes = tuple(quoted_words(script(doc).text, attribution))
    row, last_start = cue_row(doc, cue, ranges)
    kinds = complements(doc, ranges, heads, bool(quotes))
    match, negated, turned = find_cue(row, kinds, last_start)
    through = None
    if match is None or match.cue.act == "state" or among(row[match.first].lemma_, "bringing"):
        longer, noun = find_noun_cue(row, heads, kinds)
        if longer is not None:
            match, through = longer, noun
    return Reading(doc, ranges, heads, cue, match, negated, quotes, through, turned, find_voice(doc, attribution))


def find_cue(row: list[Token], kinds: frozenset[str], last_start: int) -> tuple[Match | None, bool, bool]:
    """Find the entry that decides, whether it is denied, and whether a second word of the cue turns its stance over."""
    match = find(row, kinds, last_start)
    if match is None or match.cue.act == "state":
        return match, match is not None and denied(row, match), False
    first = row[match.first].lemma_.lower()
    refused = any(token.lemma_.lower() in REFUSALS for token in row[: match.first])
    later = find(row[match.last + 1 :], kinds, last_start - match.last - 1) if match.last < last_start else None
    if first in CARRYING and later is not None:
        return later, denied(row, match) or refused, False
    if later is not None and later.cue.stance:
        if first in REFUSALS:
            return later, True, False
        against = later.cue.stance == "against" and row[match.last + 1 + later.first].pos_ == "VERB"
        return match, denied(row, match) or refused, against and match.cue.stance == "for"
    return match, denied(row, match) or refused, False


def find_noun_cue(
    row: list[Token], heads: tuple[Token, ...], kinds: frozenset[str]
) -> tuple[Match | None, Token | None]:
    """Find an entry that ends in the content's first noun, where the cue's verb only brings that noun out."""
    verbs = [token for token in row if token.pos_ in VERBS]
    if not heads or not verbs or heads[0].pos_ != "NOUN":
        return None, None
    noun, bringing = heads[0], among(verbs[-1].lemma_, "bringing")
    if any(c.dep_ == "poss" and c.lower_ not in VOICES and c.lower_ not in FIRST for c in noun.children):
        return None, None
    whole = [
        *row,
        noun,
        *(c for h in (noun, *heads[1:2]) for c in (h, *h.children) if c.dep_ == "prep" and c.i > noun.i),
    ]
    found = find(whole, kinds, len(row))
    if found is None or found.cue.act == "state" or found.last < len(row):
        return None, None
    if not bringing and (found.first == len(row) or len(found.cue.words) < SET):
        return None, None  # "pointed [the finger at X]" is a set way, "found [opposition to X]" is none
    return found, noun


def find_voice(doc: Doc, attribution: Attribution) -> str:
    """Return the third-person pronoun that can mean the source: its own, or "they" for several; "" when not known."""
    for span in attribution.sources:
        held = words(doc, span)
        if held is None:
            continue
        root = doc[held[0] : held[1] + 1].root
        if root.lower_ in VOICES:
            return VOICES[root.lower_]
        if root.tag_ in {"NNS", "NNPS"} or any(c.dep_ == "conj" for c in root.children):
            return "they"
        if root.ent_type_ == "PERSON":
            return ""
    return ""


def words(doc: Doc, span: Span) -> tuple[int, int] | None:
    """Return the first and last token of a span, quotation marks, space and stops at its ends left out."""
    first, last = script(doc).tokens(span)
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
    if match.first and row[match.first].pos_ == "ADJ" and any(c.dep_ == "neg" for c in row[match.first].head.children):
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
    if main.pos_ in VERBS:
        if infinitive(main) or (first.i and doc[first.i - 1].lower_ == "to" and main.tag_ == "VB"):
            kinds.add("to")
        elif subject(main) is not None:
            kinds.add("that")
            if subjunctive(main):
                kinds.add("bare")
        elif main.tag_ == "VBG":
            kinds.add("ing")
    if main.pos_ not in VERBS:
        kinds.add("np")
    return frozenset(kinds)


def addressed(heads: tuple[Token, ...]) -> Token | None:
    """Return the to-infinitive of "[him] to go", also where syntax hangs it on the noun or on the cue."""
    for head in heads[:4]:
        if head.pos_ in VERBS and infinitive(head):
            return head
        if head.pos_ in {"PROPN", "PRON", "NOUN"}:
            for c in head.children:
                if c.dep_ in {"acl", "relcl", "xcomp", "ccomp"} and infinitive(c) and head.pos_ != "NOUN":
                    return c
        if head.pos_ in VERBS:
            break
    return None


def asked_deed(reading: Reading, asking: str, asked: Token) -> Token | None:
    """Return the infinitive that syntax hangs on a word beside who is asked: "urged anyone with [news to call]"."""
    if asking not in URGING:
        return None
    hung = (t for t in asked.head.subtree if t.i > asked.i and t.dep_ in HUNG and infinitive(t))
    return next((t for t in hung if reading.holds(t)), None)


def subjunctive(verb: Token) -> bool:
    """Say whether a clause asks: "that he resign", "that guarantees be made", "that he should go"."""
    if modal(verb) == "should":
        return True
    if modal(verb) or infinitive(verb):
        return False
    helpers = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    bare = verb.tag_ == "VB" or (verb.tag_ == "VBP" and one(child(verb, SUBJECTS)))
    return (bare and not helpers) or any(c.lower_ == "be" for c in helpers)


def one(holder: Token | None) -> bool:
    """Say whether a subject is one thing or person, after whom only a verb that asks has no ending: "he resign"."""
    if holder is None or child(holder, {"conj"}) is not None:
        return False
    named = holder.tag_ == "NNP" and not holder.lower_.endswith("s")  # no "Teamsters", no "States"
    return holder.tag_ == "NN" or named or VOICES.get(holder.lower_, "they") != "they"


def stretch(reading: Reading, token: Token, alone: bool = True) -> Span:
    """Return the verb phrase of a verb, or the whole phrase of anything else, inside the content."""
    first, last = reading.bounds(token)
    return predicate(token, first, last, alone) if token.pos_ in VERBS else phrase(token, first, last)


def whole(reading: Reading, token: Token) -> Span:
    """Return a whole phrase or clause, subject and all."""
    return phrase(token, *reading.bounds(token))
