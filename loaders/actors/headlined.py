"""Headlined: whom a headline's bare noun means, by the sentence below it that tells the same: "Bank denies plan"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.loaders.actors.crowds import is_people
from sayso.loaders.actors.tokens import tokens_in
from sayso.loaders.actors.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.loaders.actors.discourse import Reader
    from sayso.loaders.facts import Attribution

_FAR = 80  # tokens below the headline in which it is told again
_ALIKE = 4  # letters that two forms of one verb share at least


def is_headlined(reader: Reader, token: Token) -> bool:
    """Say whether a token is a common noun in the singular that speaks in a headline, without "the"."""
    if token.i not in reader.sources or token.i in reader.scene.name_at or token.tag_ not in ("NN", "NNP"):
        return False
    end = headline_end(reader)
    known = token.lower_ in words().organisations | words().offices | words().people or is_people(token)
    return token.i < end and known and not any(c.dep_ in ("det", "poss") for c in token.lefts)


def headline_end(reader: Reader) -> int:
    """Return the token where the first line ends; 0 where there is none."""
    doc = reader.scene.doc
    return next((t.i for t in doc[:60] if "\n" in t.text), 0)


def headlined(reader: Reader, token: Token) -> tuple[str, ...]:
    """Return who says below a headline what its bare noun says in it; () where nobody does, or nobody with a name."""
    own, end = reader.sources[token.i], headline_end(reader)
    verbs = _verbs(reader, own)
    for other in reader.attributions:
        told = [t for span in other.cues for t in tokens_in(reader.scene.doc, span)]
        if other is own or not told or not end <= told[0].i < end + _FAR:
            continue
        if not any(_same(a, b) for a in verbs for b in _verbs(reader, other)):
            continue
        found = reader.speakers(other)
        if len(found) == 1 and not found[0].startswith("group/") and _agrees(reader, token, found[0]):
            return found
    return ()


def _agrees(reader: Reader, token: Token, actor: str) -> bool:
    kind = reader.scene.kind(actor)
    body = token.lower_ in words().organisations
    return kind in ("Organisation", "Country") if body else kind == "Person" or token.lower_ not in words().offices


def _verbs(reader: Reader, attribution: Attribution) -> list[str]:
    cues = (t for span in attribution.cues for t in tokens_in(reader.scene.doc, span))
    return [t.lemma_.lower() for t in cues if (t.is_alpha and not t.is_stop) or t.lemma_.lower() == "say"]


def _same(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) > _ALIKE and one[:_ALIKE] == other[:_ALIKE])
