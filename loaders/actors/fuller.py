"""Fuller: who was called by more words before: "Kenyan police … the police", "the tourism department … it"."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from sayso.loaders.actors.documents import definite
from sayso.loaders.actors.groups import unnamed
from sayso.loaders.actors.words import words
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.loaders.actors.discourse import Reader

_BARE = word_set("actors/bodies", "bare")
_OTHERS = word_set("actors/fuller", "others")
_MANY = 600  # actors
_BACK = 400  # tokens
_TELLING = ("compound", "amod", "nmod")


def fuller(reader: Reader, token: Token) -> str | None:
    """Return who a noun alone means by the fuller words before it; None where nobody was called so, or several."""
    alone = all(c.dep_ == "det" for c in token.lefts) and not any(c.dep_ == "prep" for c in token.rights)
    if not alone:
        return None
    return _one_of_kind(reader, token) or _same_noun(reader, token)


def _one_of_kind(reader: Reader, token: Token) -> str | None:
    """Return the one "South Korean police" that "the police" are, where the article has no others before them."""
    low = token.lower_
    if not (low in _BARE or (definite(token) and token.tag_ == "NNS")):
        return None
    named = {
        a.key
        for a in islice(reader.scene.actors.values(), _MANY)
        if a.kind in ("Group", "Organisation") and a.name.lower().endswith(f" {low}")
    }
    return next(iter(named)) if len(named) == 1 else None


def _same_noun(reader: Reader, token: Token) -> str | None:
    """Return the nameless body that the noun told of: "asked the tourism department. The department said"."""
    if not definite(token) or token.tag_ not in ("NN", "NNP") or token.lower_ not in words().organisations:
        return None
    before = token.doc[max(0, token.i - _BACK) : token.i]
    like = [t for t in before if t.lower_ == token.lower_ and t.text.islower() and t.dep_ not in _TELLING]
    told = {" ".join(c.lower_ for c in t.lefts if c.dep_ in _TELLING): t for t in like}
    told.pop("", None)
    if len(told) != 1:
        return None
    before_it, noun = next(iter(told.items()))
    if not _OTHERS.isdisjoint(before_it.split()) or any(c.i in reader.scene.name_at for c in noun.lefts):
        return None
    known = reader.meant.get(noun.i, ())
    return next(iter(known), None) if known else unnamed(reader.scene, noun)
