"""People: which of an article's names are one person, and whether a man or a woman."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from rapidfuzz.distance import DamerauLevenshtein

from sayso.loaders.actors.folded import folded
from sayso.loaders.actors.known import Name
from sayso.loaders.actors.lexicon import first_names
from sayso.loaders.actors.namesakes import FATHER, generation, is_generation, other_middle
from sayso.loaders.actors.shortened import initials, plain_mark
from sayso.loaders.actors.slug import HERE, key
from sayso.loaders.actors.warrants import Warrant, holds, warranted
from sayso.loaders.actors.words import Gender, words
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from datetime import date

    from spacy.tokens import Doc, Token

    from sayso.loaders.actors.gazetteer import Gazetteer

_MOST = 200  # people of one surname that a name is compared with
_ROYAL = word_set("actors/people", "royal")


@dataclass
class Person:
    """One person of the article while it is being read: the words of the fullest name, where named, by what names."""

    words: tuple[str, ...]
    full: str
    names: Counter[str] = field(default_factory=Counter)
    first: int = 0
    gender: Gender | None = None
    warrant: Warrant | None = None  # why this is a known figure
    own: bool = False  # known in this article alone
    generation: str = ""  # "jr", "sr", "iii": who has one is nobody who has another, or none
    styled: frozenset[str] = frozenset()  # names with a style: "Pope Francis", "Mr. Toccafondi"

    @property
    def key(self) -> str:
        """The path of the person's IRI."""
        if self.warrant is not None:
            return self.warrant.figure.key
        return f"{HERE}/{key('person', self.full)}" if self.own else key("person", self.full)

    @property
    def surname(self) -> str:
        """The last word of the name, or its only one."""
        return self.words[-1]


def name_words(text: str) -> tuple[str, ...]:
    """Return a name's words, without commas, "Jr." and the like."""
    found = [w.strip(",") for w in plain_mark(text).split()]
    return tuple(w for w in found if w and not is_generation(w)) or tuple(found)


def _initial(word: str) -> bool:
    return len(word.rstrip(".")) == 1 or (word.endswith(".") and len(word) <= 4)


def _surname(word: str) -> bool:
    """Say whether a word can be nothing but a surname."""
    return len(word) > 3 and word.isalpha() and word.lower() not in first_names()


def same_name(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Say whether two names of two words or more are one person's: same surname, and first names that agree."""
    if a[-1] != b[-1]:
        short, long = sorted((a, b), key=len)
        # "Pedro Pierluisi" is Pedro R. Pierluisi Urrutia
        first = len(short) == 2 < len(long) and a[0] == b[0] and short[1] in long[1:-1] and _surname(short[1])
        return first or (len(a) > 2 and len(b) > 2 and a[0] == b[0] and (a[1] == b[1]))
    if _initial(a[0]) or _initial(b[0]):
        return a[0][0] == b[0][0]
    if a[0] == b[0] or _misspelt(a[0], b[0]):
        return not other_middle(a[1:-1], b[1:-1])
    # "Wasserman Schultz" after "Debbie Wasserman Schultz"
    short, long = sorted((a, b), key=len)
    if len(short) == len(long):
        return False
    tail = long[-len(short) :]
    return tail[0].lower() == short[0].lower() and tail[1:] == short[1:]


def _misspelt(one: str, other: str) -> bool:
    """Say whether two first names are one in two spellings: "Kristin", "Kristen"; not "Daniel", "Daniela"."""
    genders = first_names().get(one.lower()), first_names().get(other.lower())
    alike = min(len(one), len(other)) > 4 and one[0] == other[0] and genders[0] == genders[1]
    return alike and DamerauLevenshtein.distance(folded(one), folded(other)) <= 1


def gather(doc: Doc, names: list[Name]) -> dict[int, Person]:
    """Return the person of each name of form "person", by the name's index."""
    people: list[Person] = []
    by_word: dict[str, list[Person]] = {}
    found: dict[int, Person] = {}
    single = []
    for index, name in enumerate(names):
        if name.form != "person":
            continue
        parts = name_words(name.text)
        if len(parts) < 2:
            single.append(index)
            continue
        # the surname or, of a long name, the first name must be shared
        alike = (p for word in (parts[-1], parts[0]) for p in by_word.get(word, [])[:_MOST])
        born = generation(name.text)
        person = next((p for p in alike if p.generation == born and same_name(p.words, parts)), None)
        if person is None:
            person = Person(parts, name.text, first=index, generation=born)
            people.append(person)
            for word in set(parts):
                by_word.setdefault(word, []).append(person)
        elif _fuller(parts, person.words):
            person.words, person.full = parts, name.text
        found[index] = person
        person.names[name.text] += 1
    for person in people:
        person.gender = _gender_of_first_name(person.words)
    for index in single:
        person = _of_one_word(doc, names, index, by_word)
        found[index] = person
        person.names[names[index].text] += 1
    for index, person in found.items():
        person.gender = gender_of_title(doc, names[index]) or person.gender
    return found


def complete(people: Iterable[Person], title: str) -> None:
    """Give persons whom the text names by surname alone the first name that the title has."""
    parts = title[:500].split()
    pairs = {last.strip(".,:;'’\"“”"): first for first, last in pairwise(parts) if first.lower() in first_names()}
    for person in people:
        first = pairs.get(person.full)
        if first is not None:
            person.words, person.full = (first, person.full), f"{first} {person.full}"
            person.gender = person.gender or _gender_of_first_name(person.words)


def recognise(
    doc: Doc, names: list[Name], persons: dict[int, Person], known: Gazetteer, published: date | None = None
) -> None:
    """Make known figures of those whom the article warrants; a bare name without a warrant stays in this article.

    `published` is the article's day, which decides who holds an office.
    """
    _part(doc, names, persons, known, published)
    warrants = warranted(doc, names, persons, known, published)
    for person in {id(p): p for p in persons.values()}.values():
        person.warrant = warrants.get(id(person))
        figure = person.warrant.figure if person.warrant else None
        if figure is not None:
            person.words, person.full = tuple(figure.name.split()), figure.name
            person.gender = person.gender or _gender_of_first_name(person.words)
        if figure is None and len(person.words) == 1:
            alone = (names[i] for i, p in persons.items() if p is person)
            person.styled = frozenset(
                f"{doc[n.start - 1].text} {n.text}" for n in alone if n.start and _style(doc[n.start - 1])
            )
        elif figure is None:  # "King Maha Vajiralongkorn"
            alone = (names[i] for i, p in persons.items() if p is person)
            royal = (n for n in alone if n.start and doc[n.start - 1].text in _ROYAL)
            person.styled = frozenset(f"{doc[n.start - 1].text} {n.text}" for n in royal)
        # a namesake of a known figure is not everybody's, either
        person.own = figure is None and (len(person.words) == 1 or bool(known.named(person.full)))


def _style(token: Token) -> bool:
    plain = token.text.rstrip(".")
    return token.text[0].isupper() and (plain.lower() in words().honorifics or plain in words().ranks)


def _part(doc: Doc, names: list[Name], persons: dict[int, Person], known: Gazetteer, published: date | None) -> None:
    """Part "President Trump" from Melania Trump, whom alone the article names in full: an office tells of another.

    So does a known figure's surname that stands lines before anybody is named in full; and where the article names
    both Donald Trump and Donald Trump Jr., "Trump" is the known one.
    """
    several = {id(p): p for p in persons.values()}.values()
    surnames: dict[int, list[int]] = {}
    for i, p in persons.items():
        if name_words(names[i].text) == (p.surname,) and not generation(names[i].text):
            surnames.setdefault(id(p), []).append(i)
    for person in [p for p in several if len(p.words) > 1 and not known.named(p.full)]:
        figures, alone = known.called(person.surname), surnames.get(id(person), [])
        if not figures or not alone:
            continue
        other = _namesake(person, several, known)
        apart = any(holds(doc, names, i, figures, published) for i in alone) or _before_in_full(
            doc, names, persons, alone
        )
        if other is None and apart:
            other = Person((person.surname,), person.surname, first=alone[0])
        if other is not None:
            for index in alone:
                persons[index] = other
                other.names[names[index].text] += 1
                person.names[names[index].text] -= 1
            person.names += Counter()


def _before_in_full(doc: Doc, names: list[Name], persons: dict[int, Person], alone: list[int]) -> bool:
    """Say whether a surname stands alone lines before its bearer's full name, a headline aside."""
    person = persons[alone[0]]
    full = min((names[i].start for i, p in persons.items() if p is person and i not in alone), default=0)
    headline = next((token.i for token in doc[:full] if "\n" in token.text), full)
    before = next((names[i].start for i in alone if headline < names[i].start < full), full)
    return any("\n" in token.text for token in doc[before:full])


def _namesake(person: Person, several: Iterable[Person], known: Gazetteer) -> Person | None:
    """Return the known figure whom the article names in full beside somebody of that name with a "Jr."."""
    if not person.generation:
        return None
    alike = (p for p in several if not p.generation and p.surname == person.surname and known.named(p.full))
    return next(alike, None)


def _fuller(new: tuple[str, ...], old: tuple[str, ...]) -> bool:
    if _initial(old[0]) != _initial(new[0]):
        return _initial(old[0])
    return len(new) > len(old) and old[0] != new[0] and " ".join(new[-len(old) :]).lower() == " ".join(old).lower()


def _gender_of_first_name(parts: tuple[str, ...]) -> Gender | None:
    return first_names().get(parts[0].lower()) if len(parts) > 1 else None


def gender_of_title(doc: Doc, name: Name) -> Gender | None:
    """Read "Mrs.", "Congresswoman", "spokesman" in the two words before a name, not across a stop or a comma."""
    for i in range(name.start - 1, max(-1, name.start - 3), -1):
        if doc[i].is_punct or doc[i].is_space:
            break
        if gender := words().gender.get(doc[i].lower_.rstrip(".")):
            return gender
    return None


def _of_one_word(doc: Doc, names: list[Name], index: int, by_word: dict[str, list[Person]]) -> Person:
    """Find whom "Trump", "Ivana" or "Mrs. Trump" means; a person of its own when nobody else has that name."""
    if born := generation(names[index].text):
        return _of_a_generation(names[index].text, born, index, by_word)
    word = plain_mark(names[index].text)
    if word.isupper() and len(word) > 3 and word not in by_word:
        word = word.title()
    people = by_word.setdefault(word, [])
    fits = [p for p in people if word in p.words[1:] or (len(p.words) == 1 and p.words[0] == word)]
    # who is called "Sr." is told from the one that the article is about
    fits = [p for p in fits if p.generation != FATHER] or fits
    gender = gender_of_title(doc, names[index])
    if gender and len(fits) > 1:
        fits = [p for p in fits if p.gender in (gender, None)] or fits
    if not fits:
        fits = [p for p in people if p.words[0] == word]
    if not fits and (relative := _shared_surname(doc, names, index)):
        fits = [p for p in people if p.words[0] == word and p.surname == relative]
        if not fits:
            person = Person((word, relative), f"{word} {relative}", first=index)
            person.gender = _gender_of_first_name(person.words)
            people.append(person)
            return person
    if not fits and (alike := _spelt_alike(word, by_word, _titled(doc, names[index])) or _initials(word, by_word)):
        return alike
    if not fits:
        person = Person((word,), word, first=index, gender=gender)
        people.append(person)
        return person
    # who is introduced first is mostly the one whose surname then stands alone, unless another is named far oftener
    first = min(p.first for p in fits)
    return max(fits, key=lambda p: (0.5 * sum(p.names.values()) + 2 * (p.first == first), -p.first))


def _of_a_generation(text: str, born: str, index: int, by_word: dict[str, list[Person]]) -> Person:
    """Find whom "Trump Jr." or "Elizabeth II" means; a person of its own when nobody else is called so."""
    word = name_words(text)[0]
    people = by_word.setdefault(word, [])
    person = next((p for p in people if p.generation == born and word in p.words), None)
    if person is None:
        person = Person((word,), text, first=index, generation=born)
        people.append(person)
    return person


def _titled(doc: Doc, name: Name) -> bool:
    """Say whether an office or a rank stands before a name: whoever has it may be somebody else."""
    before = doc[name.start - 1] if name.start else None
    return before is not None and (before.lower_ in words().offices or before.text.rstrip(".") in words().ranks)


def _spelt_alike(word: str, by_word: dict[str, list[Person]], titled: bool) -> Person | None:
    """Return the only person whose surname is a spelling of a word: "Zelenskyy" for Zelensky, "Bauchtman".

    A short word counts only without a title: "Mauer" for K.C. Maurer, but not "Sgt Mauer".
    """
    if len(word) < (6 if titled else 5):
        return None
    near = {id(p): p for other in by_word for p in by_word[other][:1] if _near(word, p.surname, titled)}
    return next(iter(near.values())) if len(near) == 1 else None


def _near(one: str, other: str, titled: bool) -> bool:
    if one[0].lower() != other[0].lower() or abs(len(one) - len(other)) > 2 or one == other:
        return False
    plain = folded(one), folded(other)
    loose = [re.sub(r"(.)\1", r"\1", re.sub(r"i?y+|ii|ij|ie", "i", p)) for p in plain]
    return plain[0] == plain[1] or loose[0] == loose[1] or near_spelling(*plain, titled)


def near_spelling(one: str, other: str, titled: bool = False) -> bool:
    """Say whether two folded names differ as misspellings do: by one letter, long ones by two."""
    distance = DamerauLevenshtein.distance(one, other)
    return distance <= (2 if len(one) > 7 else 0 if titled else 1)


def _initials(word: str, by_word: dict[str, list[Person]]) -> Person | None:
    """Return the person of whom an interview gives the initials alone: "WSS" for William S. Saturn."""
    if not word.isupper() or not 2 <= len(word) <= 4:
        return None
    people = {id(p): p for several in by_word.values() for p in several if len(p.words) > 1}
    fits = [p for p in people.values() if word in initials([w.title() for w in p.words])]
    return fits[0] if len(fits) == 1 else None


def _shared_surname(doc: Doc, names: list[Name], index: int) -> str | None:
    """Read the surname in "Donald and Ivana Trump"."""
    name = names[index]
    if name.end < len(doc) and doc[name.end].lower_ == "and" and index + 1 < len(names):
        following = names[index + 1]
        parts = name_words(following.text)
        if (
            following.start == name.end + 1
            and following.form == "person"
            and len(parts) > 1
            and name.text.lower() in first_names()
        ):
            return parts[-1]
    return None
