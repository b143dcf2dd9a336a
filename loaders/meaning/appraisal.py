"""Appraisal: words that judge what they are said of (appraisal.toml)."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Literal

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
    tables = tomllib.loads(Path(__file__).with_name("appraisal.toml").read_text(encoding="utf8"))
    return {name: frozenset(words) for name, words in tables.items()}


def among(lemma: str, name: List) -> bool:
    """Say whether a lemma stands in the list of that name."""
    return lemma.lower() in lists()[name]
