"""The names that every article shares: states with their demonyms and seats, well-known bodies, first names."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from sayso.loaders.actors.slug import key
from sayso.loaders.facts import Actor

Use = Literal["name", "demonym", "capital", "seat", "adherent"]
_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Entry:
    """A phrase that means an actor: by name, or as demonym, capital, seat of government or adherents."""

    phrase: str
    actor: str
    use: Use


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Known actors by key; `phrases` by their first two characters, the longest first; kinds such as "alliance".

    `home` is the country of an organisation, `abbreviations` the federal states by "Ky" and "KY".
    """

    actors: dict[str, Actor]
    phrases: dict[str, tuple[Entry, ...]]
    kinds: dict[str, frozenset[str]]
    media: frozenset[str]
    home: dict[str, str]
    abbreviations: dict[str, str]

    def match(self, text: str, start: int) -> Entry | None:
        """Return the longest phrase that stands at `start` as whole words."""
        for entry in self.phrases.get(text[start : start + 2], ()):
            if text.startswith(entry.phrase, start):
                end = start + len(entry.phrase)
                if end >= len(text) or not text[end].isalnum():
                    return entry
        return None

    def find(self, name: str) -> Entry | None:
        """Return what a whole name means."""
        entry = self.match(name, 0)
        return entry if entry and len(entry.phrase) == len(name) else None


def _read(name: str) -> Any:
    read = json.loads((_HERE / name).read_text("utf8"))
    read.pop("#")  # where it comes from
    return read


def _countries() -> Iterator[tuple[Actor, list[Entry]]]:
    seats = _read("known.json")["seats"]
    for code, country in _read("countries.json").items():
        actor = f"country/{code}"
        uses: list[tuple[Use, list[str]]] = [
            ("name", [country["name"], *country["names"]]),
            ("seat", seats.get(code, [])),
            ("capital", country["capitals"]),
            ("demonym", country["demonyms"]),
        ]
        entries = [Entry(phrase, actor, use) for use, phrases in uses for phrase in phrases]
        yield Actor(actor, "Country", country["name"], frozenset(country["names"])), entries


def _states() -> Iterator[tuple[Actor, list[Entry]]]:
    for code, names in _read("known.json")["states"].items():
        actor = f"country/US-{code}"
        entries = [Entry(phrase, actor, "name") for phrase in names if phrase != "Georgia" and not phrase.endswith(".")]
        yield Actor(actor, "Country", names[0], frozenset(n for n in names[1:] if not n.endswith("."))), entries


def _organisations() -> Iterator[tuple[Actor, list[Entry]]]:
    known = _read("known.json")
    for name, facts in known["organisations"].items():
        actor = key("organisation", name)
        entries = [Entry(phrase, actor, "name") for phrase in (name, *facts["names"])]
        entries += [Entry(phrase, actor, "adherent") for phrase in facts.get("adherents", [])]
        entries += [Entry(phrase, actor, "capital") for phrase in facts.get("capitals", [])]
        # "also" are names that mean somebody else as often: no phrases to look for
        names = frozenset((*facts["names"], *facts.get("also", [])))
        yield Actor(actor, "Organisation", name, names), entries
    for name, names in known["groups"].items():
        actor = key("group", name)
        yield Actor(actor, "Group", name), [Entry(phrase, actor, "name") for phrase in names]


@cache
def lexicon() -> Lexicon:
    """Load the shared names (once a process)."""
    actors: dict[str, Actor] = {}
    phrases: dict[str, dict[str, Entry]] = {}
    for actor, entries in (*_countries(), *_states(), *_organisations()):
        actors[actor.key] = actor
        for entry in entries:
            phrases.setdefault(entry.phrase[:2], {}).setdefault(entry.phrase, entry)
    known = _read("known.json")["organisations"]
    states = _read("known.json")["states"]
    return Lexicon(
        actors=actors,
        phrases={
            start: tuple(sorted(found.values(), key=lambda e: -len(e.phrase))) for start, found in phrases.items()
        },
        kinds={key("organisation", name): frozenset(facts["kinds"]) for name, facts in known.items()},
        media=frozenset(key("organisation", name) for name, facts in known.items() if facts.get("medium")),
        abbreviations={
            name.replace(".", ""): f"country/US-{code}" for code, names in states.items() for name in (code, *names)
        },
        home={key("organisation", n): f"country/{f['country']}" for n, f in known.items() if "country" in f},
    )


@cache
def first_names() -> dict[str, Literal["male", "female"]]:
    """Load the gender of first names, in lower case."""
    genders = _read("first_names.json")
    return {name: gender for gender in ("male", "female") for name in genders[gender].split()}
