"""Meant a question: "What did Russia say about NATO?", "Truss sanctions", "who denied" – actors, acts, words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sayso.graph.actors.search.folding import folded
from sayso.graph.answers.questions.words import ACT_OF, JOINING, LEADING, LINKS

type WhoIs = Callable[[str], str | None]

LONGEST: Final = 300
_LONGEST_NAME: Final = 6
_MOST_WORDS: Final = 40


@dataclass(frozen=True, slots=True)
class Meant:
    """What a question may ask for: statements by an actor, about one, of an act, that hold words. Actors are IRIs."""

    by: str = ""
    about: str = ""
    act: str = ""
    words: str = ""

    @property
    def pair(self) -> bool:
        """Say whether it is about two actors and nothing else."""
        return bool(self.by and self.about) and not (self.act or self.words)


@dataclass(frozen=True, slots=True)
class QuestionPart:
    """A stretch of a question: an actor (its IRI), a link, or one word as it was typed."""

    word: str
    actor: str = ""


def readings(text: str, naming: WhoIs) -> tuple[Meant, ...]:
    """Return what a question may ask for, the likeliest first; that it is words and nothing else is always the last.

    `naming` tells the IRI of the actor that a folded name is the very name of, None where nobody's is.
    """
    whole = " ".join(text[:LONGEST].split())
    if not whole:
        return ()
    parts = tuple(_parts(whole.split(" ")[:_MOST_WORDS], naming))
    found = dict.fromkeys([*_read(parts), Meant(words=whole)])
    return tuple(found)


def _read(parts: Sequence[QuestionPart]) -> Iterator[Meant]:
    actors = [part.actor for part in parts if part.actor]
    plain = [part.word for part in parts if not part.actor and not _leads(part.word)]
    acts = [word for word in plain if _folded(word) in ACT_OF]
    rest = " ".join(word for word in plain if word not in acts)
    for base in _between(parts, [*dict.fromkeys(actors)]):
        if acts:
            act = ACT_OF[_folded(acts[0])]
            yield replace(base, act=act, words=rest)
            yield replace(base, words=rest)
        yield replace(base, words=" ".join(plain))
    if acts and not actors:
        yield Meant(act=ACT_OF[_folded(acts[0])], words=rest)


def _between(parts: Sequence[QuestionPart], actors: Sequence[str]) -> Iterator[Meant]:
    """Yield who speaks and about whom: one says it of the other, or both ways where no word tells which."""
    if not actors:
        return
    first = next(number for number, part in enumerate(parts) if part.actor)
    linked = any(_folded(part.word) in LINKS for part in parts[:first])
    if len(actors) == 1:
        yield from (Meant(about=actors[0]),) if linked else (Meant(by=actors[0]), Meant(about=actors[0]))
        return
    one, other = actors[:2]
    yield Meant(by=one, about=other)
    if not any(_folded(part.word) in LINKS for part in parts[first:]):
        yield Meant(by=other, about=one)


def _parts(words: Sequence[str], naming: WhoIs) -> Iterator[QuestionPart]:
    """Yield the parts: of names that begin at a word the longest."""
    at = 0
    while at < len(words):
        for length in range(min(_LONGEST_NAME, len(words) - at), 0, -1):
            name = " ".join(words[at : at + length])
            key = _folded(name)
            if key and not (length == 1 and _leads(name)) and (who := naming(key)):
                yield QuestionPart(name, who)
                at += length
                break
        else:
            yield QuestionPart(words[at])
            at += 1


def _leads(word: str) -> bool:
    key = _folded(word)
    return not key or key in LINKS or key in JOINING or key in LEADING


def _folded(word: str) -> str:
    """Return a word without case and marks, a possessive "'s" left off."""
    plain = word.casefold().replace("’", "'").strip("?!.,;:\"“”'()")
    return folded(plain.removesuffix("'s"))
