"""Warrants: what in an article says that a name means a known figure, and what speaks against it.

A surname is no identity. A person becomes a known figure by the full name, by the office that the figure holds, or in
a setting that fits (the figure's own country, body or colleagues), and never where a title, a place, an age or a
profession beside the name is another's. Without a warrant it is a person of that name in this article alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from sayso.loaders.actors.beside import POLITE, Beside, beside
from sayso.loaders.actors.folded import folded
from sayso.loaders.actors.gazetteer import Figure, Gazetteer, GazetteerTerm
from sayso.loaders.actors.known import Name
from sayso.loaders.actors.lexicon import first_names, lexicon
from sayso.loaders.actors.words import words
from sayso.loaders.word_lists import word_set, word_tables

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from sayso.loaders.actors.people import Person

_FULL, _OFFICE, _SETTING = 0.99, 0.97, 0.9  # how sure a link is by each warrant: of strangers under 1 in 100 is linked
_MOST_PLACES = 40  # mentions of one person that are looked at
_PASSED_OVER = word_set("actors/warrants", "passed_over")
_ELECTED = word_set("actors/warrants", "elected")
_OF_OTHERS = word_set("actors/warrants", "of_others")
_GRACE = 366  # days before an office begins in which somebody is called by it


@dataclass(frozen=True, slots=True)
class Warrant:
    """Why a person of the article is a known figure, and how sure that is."""

    figure: Figure
    why: str
    sure: float


@dataclass
class WarrantSetting:
    """What an article is set in: its countries, bodies and figures linked so far, and whether it is about politics."""

    countries: set[str] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)
    figures: dict[str, Figure] = field(default_factory=dict)
    political: bool = False

    def fits(self, figure: Figure) -> str:
        """Say in a word what of the setting is the figure's own; "" where nothing is."""
        own = {folded(t.body) for t in figure.terms if t.body}
        if body := next((b for b in sorted(self.bodies) if folded(b) in own), None):
            return body
        if land := next((c for c in sorted(figure.countries) if c in self.countries), None):
            return lexicon().actors[f"country/{land}"].name
        for other in self.figures.values():
            if other.key != figure.key and other.countries & figure.countries:
                return other.name
        return ""


def warranted(
    doc: Doc, names: list[Name], persons: dict[int, Person], known: Gazetteer, published: date | None
) -> dict[int, Warrant]:
    """Return the warrants of an article's persons, by `id` of the person; those without one are left out."""
    places: dict[int, list[int]] = {}
    people: dict[int, Person] = {}
    for index, person in persons.items():
        places.setdefault(id(person), []).append(index)
        people[id(person)] = person
    told = {p: [beside(doc, names, i) for i in places[p][:_MOST_PLACES]] for p in people}
    setting, found = _setting(doc, names), dict[int, Warrant]()
    shared = {folded(w) for p in people.values() if len(p.words) > 1 for w in p.words[1:]}
    for test in (_by_full_name, _by_office, _by_setting):
        for number, person in people.items():
            namesake = test is _by_setting and folded(person.full) in shared
            if number in found or namesake:
                continue
            candidates = _candidates(person, known)
            if candidates and (warrant := test(person, told[number], candidates, setting, published)):
                found[number] = warrant
                setting.figures[warrant.figure.key] = warrant.figure
    return found


def holds(doc: Doc, names: list[Name], index: int, figures: Iterable[Figure], published: date | None) -> bool:
    """Say whether an office of one of the figures stands beside the name of that index."""
    place = beside(doc, names, index)
    return any(_office(figure, [place], published) for figure in figures)


def _candidates(person: Person, known: Gazetteer) -> list[Figure]:
    if len(person.words) == 1:
        return known.called(person.full)
    born = " ".join((*person.words, person.generation)).rstrip()  # "Donald Trump Jr." is not Donald Trump
    spellings = {person.full, born, *(n for n in person.names if len(n.split()) > 1)}
    found = [figure for name in sorted(spellings) for figure in known.named(name)]
    if not found and len(person.words) > 2 and not person.generation:  # "Donald John Trump"
        found = known.named(f"{person.words[0]} {person.words[-1]}")
    return [figure for figure in dict.fromkeys(found) if figure.kind == "Person"]


def _by_full_name(
    person: Person, told: list[Beside], candidates: list[Figure], setting: WarrantSetting, published: date | None
) -> Warrant | None:
    if len(person.words) == 1:
        return None
    fair = [f for f in candidates if not _against(f, told)[0] or _office(f, told, published)]
    fair = fair or [f for f in candidates if setting.fits(f) and not _alien(f, told)]
    if len(fair) > 1:
        fair = [f for f in fair if _office(f, told, published)] or [f for f in fair if setting.fits(f)]
    return Warrant(fair[0], f"the article gives the full name: “{person.full}”", _FULL) if len(fair) == 1 else None


def _by_office(
    person: Person, told: list[Beside], candidates: list[Figure], setting: WarrantSetting, published: date | None
) -> Warrant | None:
    held = []
    for figure in candidates:
        term = _office(figure, told, published)
        if term is not None and not _alien(figure, told):
            held.append((_timely(term, published), figure, term))
    best = max((h[0] for h in held), default=0)
    fits = [h for h in held if h[0] == best]
    if len({f.key for _, f, _ in fits}) != 1:
        return None
    _, figure, term = fits[0]
    where = term.body or (lexicon().actors[f"country/{term.country}"].name if _land(term.country) else "")
    return Warrant(figure, f"the office that {figure.name} holds: {term.title}{f', {where}' if where else ''}", _OFFICE)


def _by_setting(
    person: Person, told: list[Beside], candidates: list[Figure], setting: WarrantSetting, published: date | None
) -> Warrant | None:
    if len(person.words) > 1 or len(candidates) != 1:
        return None
    figure = candidates[0]
    against, described = _against(figure, told)
    begun = [t.begin for t in figure.terms if t.begin]
    early = published is not None and bool(begun) and (min(begun) - published).days > _GRACE
    own = setting.fits(figure)
    if against or not own or early:
        return None
    rare = not is_common(person.full) and person.full.lower() not in first_names()
    if not (rare or setting.political) or (described and not rare):
        return None
    return Warrant(figure, f"a setting that fits: the article names {own}, and nothing speaks against it", _SETTING)


def _office(figure: Figure, told: Iterable[Beside], published: date | None) -> GazetteerTerm | None:
    """Return the office of the figure that stands beside the name, the timeliest."""
    fits = [
        term
        for place in told
        for title in place.titles
        for term in figure.terms
        if same_office(title, term.title) and _timely(term, published) and _same_place(place, figure, term)
    ]
    return max(fits, key=lambda t: _timely(t, published), default=None)


def _timely(term: GazetteerTerm, published: date | None) -> int:
    """Say whether an office is held on a day: 3 then, 2 before it or where the day is not known, 0 only later."""
    if published is None:
        return 2
    if term.begin is not None and (term.begin - published).days > _GRACE:
        return 0
    return 2 if term.end is not None and published > term.end else 3


def same_office(told: str, held: str) -> bool:
    """Say whether a title beside a name is the office: "Secretary" for "Secretary of State", "Foreign Minister"."""
    held = _plain_title(held)
    parts = told.lower().replace("-", " ").split()
    while parts:
        plain = _plain_title(" ".join(parts))
        minor = held in words().minor and plain.endswith(f" {held}")  # "climate change activist"
        if plain == held or held.startswith(f"{plain} of ") or (plain == "minister" and held.endswith(plain)) or minor:
            return True
        if parts[0] not in _words()["neutral"] and parts[0] not in _PASSED_OVER:
            return False
        parts.pop(0)
    return False


def _plain_title(title: str) -> str:
    """Return a title as all its spellings share it: "CEO" and "Chief Executive", "Defense Minister" with a c."""
    low = " ".join(title.lower().replace("-", " ").replace(".", "").replace("defense", "defence").split())
    same = _words()["same"]
    for word in (low, low.removesuffix("s")):
        if word in same:
            return str(same[word])
    first, _, last = low.rpartition(" ")
    last = last.removesuffix("s") if last.removesuffix("s") in words().offices else last
    return f"{first} {same.get(last, last)}".strip()


def _same_place(place: Beside, figure: Figure, term: GazetteerTerm) -> bool:
    """Say whether the countries and bodies beside the name are those of the office, or none are told."""
    lands = {c for c in place.countries if c in figure.countries or not _bystander(place)}
    if lands and figure.countries and not lands & figure.countries:
        return False
    if place.bodies and term.body:
        return any(_is_body(b, term.body) for b in place.bodies)
    return not place.bodies or all(_home(b) & figure.countries for b in place.bodies)


def _bystander(place: Beside) -> bool:
    """Say whether a country beside the name only tells where to: "US Ambassador to Germany"."""
    return len(place.countries) > 1


def _is_body(told: str, held: str) -> bool:
    one, other = folded(told), folded(held)
    known, own = lexicon().find(told), lexicon().find(held)
    return one == other or one in other or other in one or bool(known and own and known.actor == own.actor)


def _home(body: str) -> set[str]:
    entry = lexicon().find(body)
    home = lexicon().home.get(entry.actor, "") if entry else ""
    return {home.removeprefix("country/")} if home else set()


def _against(figure: Figure, told: Iterable[Beside]) -> tuple[bool, bool]:
    """Say whether anything beside the name is another's, and whether the name is described at all."""
    described = False
    for place in told:
        titles = [t for t in place.titles if t]
        described = described or bool(titles or place.words or place.bodies)
        own = [t for t in figure.terms if any(same_office(title, t.title) for title in titles)]
        own_words = {w for t in figure.terms for w in _split(f"{t.title} {t.body}")} | _land_words(figure)
        if titles and not own and not all(_split(t) <= _words()["neutral"] for t in titles):
            return True, True
        if own and not any(_same_place(place, figure, term) for term in own):
            return True, True
        if any(w not in own_words and w not in _words()["neutral"] for w in place.words):
            return True, True
        if any(not any(_is_body(b, t.body) for t in figure.terms if t.body) and not _home(b) & figure.countries
               for b in place.bodies):  # fmt: skip
            return True, True
        if place.aged or (place.countries and figure.countries and not set(place.countries) & figure.countries):
            return True, True
    return False, described


def _alien(figure: Figure, told: Iterable[Beside]) -> bool:
    """Say whether a rank, an honorific or an age beside the name is another's, whatever else is told."""
    strange = frozenset(words().ranks.values()) | {h.title() for h in words().honorifics - POLITE}
    strange = strange - _ELECTED | _OF_OTHERS
    own = {_plain_title(t.title) for t in figure.terms}
    return any(
        place.aged or any(t.title() in strange and _plain_title(t) not in own for t in place.titles) for place in told
    )


def _split(text: str) -> set[str]:
    return set(text.lower().replace("-", " ").replace(",", " ").split())


def _land(code: str) -> bool:
    return f"country/{code}" in lexicon().actors


@cache
def _land_words(figure: Figure) -> frozenset[str]:
    """Return the words of the figure's countries: names, demonyms, capitals, in lower case."""
    lands = {f"country/{code}" for code in figure.countries}
    found = (e.phrase for entries in lexicon().phrases.values() for e in entries if e.actor in lands)
    return frozenset(w for phrase in found for w in _split(phrase.replace("'", " ")))


def _setting(doc: Doc, names: list[Name]) -> WarrantSetting:
    setting = WarrantSetting()
    for name in names:
        entry = None if name.actor else (lexicon().find(name.text) if name.form != "person" else None)
        actor = name.actor or (entry.actor if entry else "")
        if actor.startswith("country/"):
            code = actor.removeprefix("country/")
            setting.countries |= {code, code.partition("-")[0]}
        elif actor in lexicon().home:
            setting.countries.add(lexicon().home[actor].removeprefix("country/"))
        if name.form == "organisation":
            setting.bodies.add(lexicon().actors[actor].name if actor in lexicon().actors else name.text)
    political = _words()["political"]
    setting.political = any(token.lower_ in political for token in doc)
    return setting


def is_common(surname: str) -> bool:
    """Say whether so many bear a surname that only an office tells who is meant."""
    return folded(surname) in _words()["common"]


@cache
def _words() -> dict[str, Any]:
    read = word_tables("actors/warrants")
    return {
        "neutral": frozenset(read["neutral"].split()),
        "political": frozenset(read["setting"]["political"].split()),
        "common": frozenset(read["common"]["surnames"].split()),
        "same": dict(read["same"]),
    }
