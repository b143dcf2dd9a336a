"""Nouns that tell what an actor is: offices, kin, people, organisations, documents; honorifics and their gender."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

Gender = Literal["male", "female"]


@dataclass(frozen=True, slots=True)
class Words:
    """Word lists, in lower case but for `ranks` ("Rep" → "Representative").

    `portfolios` stand before an office ("Defense", "managing"); `gender` covers honorifics, kin, people. `loose`
    offices are professions, ranks and candidacies: no posts unless it is told where. `towns` begin the names of towns.
    """

    honorifics: frozenset[str]
    ranks: dict[str, str]
    offices: frozenset[str]
    minor: frozenset[str]
    portfolios: frozenset[str]
    kin: frozenset[str]
    people: frozenset[str]
    organisations: frozenset[str]
    documents: frozenset[str]
    loose: frozenset[str]
    towns: frozenset[str]
    quantifiers: frozenset[str]
    gender: dict[str, Gender]


@cache
def words() -> Words:
    """Load the word lists (once a process)."""
    read = json.loads((Path(__file__).parent / "words.json").read_text("utf8"))

    def several(text: str) -> frozenset[str]:
        return frozenset(text.split())

    gender: dict[str, Gender] = {}
    for sex in ("male", "female"):
        for text in (read["honorifics"][sex], read["kin"][sex], read[sex]):
            gender |= dict.fromkeys(text.split(), sex)
    return Words(
        honorifics=several(" ".join(read["honorifics"].values())),
        ranks=read["ranks"],
        offices=several(read["offices"]),
        minor=several(read["minor"]),
        portfolios=several(read["portfolios"]),
        kin=several(" ".join(read["kin"].values())),
        people=several(read["people"]),
        organisations=several(read["organisations"]),
        documents=several(read["documents"]),
        loose=several(read["loose"]),
        towns=several(read["towns"]),
        quantifiers=several(read["quantifiers"]),
        gender=gender,
    )
