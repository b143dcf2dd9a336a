"""Appraisal: words that judge what they are said of (appraisal.toml)."""

from __future__ import annotations

from functools import cache
from typing import Literal

from sayso.loaders.word_lists import word_sets

List = Literal[
    "dismissive",
    "damning",
    "praising",
    "misdeeds",
    "harms",
    "plans",
    "grounds",
    "requests",
    "guarantees",
    "refraining",
    "carriers",
    "hostile",
    "hostile_nouns",
    "friendly",
    "friendly_nouns",
    "helping",
    "helping_nouns",
    "failings",
    "bringing",
    "personal",
    "sending",
    "letters",
    "thoughts",
    "naming",
    "regions",
    "sites",
    "atoning",
    "bodies",
    "lifeless",
    "affronts",
    "blessings",
    "leavings",
    "opposing",
]


@cache
def lists() -> dict[str, frozenset[str]]:
    """Return the lists of lemmas by name (read once a process)."""
    return word_sets("meaning/appraisal")


def among(lemma: str, name: List) -> bool:
    """Say whether a lemma stands in the list of that name."""
    return lemma.lower() in lists()[name]
