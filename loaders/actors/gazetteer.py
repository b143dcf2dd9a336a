"""The gazetteer: known figures with their names, offices and dates, from a file that users replace or extend."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property
from pathlib import Path

from sayso.loaders.actors.folded import folded
from sayso.loaders.actors.slug import key, slug
from sayso.loaders.facts import ActorKind
from sayso.ontology import namespaces as ns

FIGURES = Path(__file__).parent / "figures.csv"


@dataclass(frozen=True, slots=True)
class GazetteerTerm:
    """An office with its time: `body` is the organisation's name, `country` an ISO code; `begin`, `end` inclusive."""

    title: str
    body: str = ""
    country: str = ""
    begin: date | None = None
    end: date | None = None


@dataclass(frozen=True)
class Figure:
    """Somebody whom articles name without saying who it is: `key` is the path of the IRI."""

    key: str
    kind: ActorKind
    name: str
    aliases: tuple[str, ...] = ()
    countries: frozenset[str] = frozenset()
    terms: tuple[GazetteerTerm, ...] = ()
    wikidata: str = ""

    @property
    def same_as(self) -> tuple[str, ...]:
        """The IRI of the Wikidata item, if the file names one."""
        return (ns.WIKIDATA + self.wikidata,) if self.wikidata else ()

    @cached_property
    def full_names(self) -> tuple[str, ...]:
        """The names of two words or more."""
        return tuple(n for n in (self.name, *self.aliases) if len(n.split()) > 1)

    @cached_property
    def short_names(self) -> tuple[str, ...]:
        """The names of one word; where the file has none, the last word of the name."""
        return tuple(n for n in (self.name, *self.aliases) if len(n.split()) == 1) or (self.name.split()[-1],)

    @property
    def surname(self) -> str:
        """The name of one word that news uses."""
        return self.short_names[0]


@dataclass(frozen=True)
class Gazetteer:
    """All known figures; `version` says which files they come from, so that an extraction can name them."""

    figures: tuple[Figure, ...] = ()
    version: str = ""
    _full: dict[str, list[Figure]] = field(default_factory=lambda: defaultdict(list), repr=False, compare=False)
    _short: dict[str, list[Figure]] = field(default_factory=lambda: defaultdict(list), repr=False, compare=False)
    _phrases: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list), repr=False, compare=False)

    def __post_init__(self) -> None:
        for figure in self.figures:
            for index, names in ((self._full, figure.full_names), (self._short, figure.short_names)):
                for name in dict.fromkeys(map(folded, names)):
                    index[name].append(figure)
            for name in (figure.name, *figure.aliases) if figure.kind == "Organisation" else ():
                self._phrases[name.split()[0]].append(name)

    def named(self, full: str) -> list[Figure]:
        """List the figures who bear a name of two words or more; accents, case and spellings of marks do not count."""
        return self._full.get(folded(full), [])

    def called(self, short: str) -> list[Figure]:
        """List the people whom one word may mean."""
        return [figure for figure in self._short.get(folded(short), []) if figure.kind == "Person"]

    def bodies(self, name: str) -> list[Figure]:
        """List the organisations that bear a name, of one word or more."""
        found = self._full.get(folded(name), []) or self._short.get(folded(name), [])
        return [figure for figure in found if figure.kind == "Organisation"]

    def phrase_at(self, text: str, start: int, word: str) -> str:
        """Return the longest name of an organisation that stands in a text where `word` begins, "" if none does."""
        found = [p for p in self._phrases.get(word, ()) if text.startswith(p, start)]
        whole = [p for p in found if not text[start + len(p) : start + len(p) + 1].isalnum()]
        return max(whole, key=len, default="")


@dataclass(frozen=True, slots=True)
class GazetteerEntry:
    """One line of a file: a figure with at most one office."""

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    country: str = ""
    term: GazetteerTerm | None = None
    wikidata: str = ""


def figures_of(entries: Iterable[GazetteerEntry]) -> tuple[Figure, ...]:
    """Join the lines of each figure; two of one name get the file's ids as discriminators, the first one keeps it."""
    lines: dict[str, list[GazetteerEntry]] = {}
    for entry in entries:
        lines.setdefault(entry.id or f"{entry.kind} {entry.name}", []).append(entry)
    taken: set[str] = set()
    found = []
    for identifier, several in lines.items():
        first = several[0]
        path = key("person" if first.kind == "Person" else "organisation", first.name)
        path = f"{path}~{slug(identifier)}" if path in taken else path
        taken.add(path)
        found.append(
            Figure(
                path,
                first.kind,
                first.name,
                tuple(dict.fromkeys(a for e in several for a in e.aliases if a != first.name)),
                frozenset(e.country for e in several if e.country),
                tuple(e.term for e in several if e.term is not None),
                next((e.wikidata for e in several if e.wikidata), ""),
            )
        )
    return tuple(found)


@cache
def gazetteer(extra: tuple[str, ...] = ()) -> Gazetteer:
    """Read the figures that SaySo brings, and those of `extra` files.

    A figure of a later file takes the place of one with the same id. Raises UsageError for a file that cannot be read.
    """
    from sayso.loaders.actors.gazetteer_files import read_entries, version_of

    paths = [FIGURES, *map(Path, extra)]
    by_id: dict[str, list[GazetteerEntry]] = {}
    for path in paths:
        new: dict[str, list[GazetteerEntry]] = {}
        for entry in read_entries(path):
            new.setdefault(entry.id or f"{entry.kind} {entry.name}", []).append(entry)
        by_id |= new
    return Gazetteer(figures_of(e for several in by_id.values() for e in several), version_of(paths))
