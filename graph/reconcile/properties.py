"""What is known of an actor beyond its name: values to compare with a spreadsheet's, and to fill its columns with."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from rapidfuzz import fuzz

from sayso.graph.actors.likeness import words_of
from sayso.graph.reconcile.entity import KINDS, Entity, LabelledThing

type PropertyValue = str | int | LabelledThing
type ToldValue = dict[str, str] | dict[str, int]


@dataclass(frozen=True, slots=True)
class Property:
    """A property: `of` are the kinds of actors that can have it, `values` returns those of one actor."""

    id: str
    name: str
    description: str
    values: Callable[[Entity], Iterable[PropertyValue]]
    of: tuple[str, ...] = tuple(KINDS)
    type: str | None = None


def _bodies(entity: Entity, kinds: tuple[str, ...]) -> list[PropertyValue]:
    found = [post.body for post in entity.posts if post.body is not None]
    return [*dict.fromkeys(body for body in found if body.iri.split("/")[-2] in kinds)]


def _country(entity: Entity) -> list[PropertyValue]:
    return (
        [LabelledThing(entity.iri, entity.name, entity.other_names)]
        if entity.kind == "Country"
        else _bodies(entity, ("country",))
    )


def _counted(what: str) -> Callable[[Entity], Iterable[PropertyValue]]:
    return lambda entity: [entity.counts.get(what, 0)]


def _links(entity: Entity, *, wikidata: bool) -> list[PropertyValue]:
    links = [link for link in entity.same_as if ("wikidata.org/" in link) is wikidata]
    return [link.rpartition("/")[2] if wikidata else link for link in links]


_HOLDERS = ("Person",)
_BODIES = ("Organisation", "Country")
_ALL = (
    Property("kind", "kind", "person, organisation, country or group", lambda e: [KINDS[e.kind]] if e.kind else []),
    Property("name", "name", "the name that articles use most", lambda e: [e.name]),
    Property("otherName", "other name", "further names", lambda e: e.other_names),
    Property(
        "post",
        "post",
        "titles of the posts that a person holds",
        lambda e: [*dict.fromkeys(post.titles[0] for post in e.posts if not post.former)],
        _HOLDERS,
    ),
    Property(
        "formerPost",
        "former post",
        "titles of the posts that a person held before",
        lambda e: [*dict.fromkeys(post.titles[0] for post in e.posts if post.former)],
        _HOLDERS,
    ),
    Property(
        "organisation",
        "organisation or country of a post",
        "in what a person holds or held a post",
        lambda e: _bodies(e, ("organisation", "country")),
        _HOLDERS,
        "Actor",
    ),
    Property(
        "country",
        "country",
        "the country itself, or that of a person's posts",
        _country,
        ("Person", "Country"),
        "Country",
    ),
    # Of a body, its people; asked for apart, for a country may have many.
    Property("holder", "holds a post in it", "people with a post in it", lambda e: [], _BODIES, "Person"),
    Property("iso", "ISO 3166 code", "the two letters of a country", lambda e: [e.iso] if e.iso else [], ("Country",)),
    Property("wikidata", "Wikidata item", "as Q-number, where known for sure", lambda e: _links(e, wikidata=True)),
    Property("sameAs", "same as", "other addresses of the same, known for sure", lambda e: _links(e, wikidata=False)),
    Property("statements", "statements", "how many statements it makes", _counted("statements")),
    Property("about", "statements about it", "how many statements are about it", _counted("about")),
    Property("mentions", "mentions", "how often articles name or mean it", _counted("mentions")),
    Property("articles", "articles", "how many articles name it", _counted("articles")),
    Property("iri", "IRI", "its address in the graph", lambda e: [e.iri]),
)  # fmt: skip

_TEXTS: Final = frozenset({"name", "otherName", "post", "formerPost"})
PROPERTIES: Final = MappingProxyType({each.id: each for each in _ALL})


def agreement(entity: Entity, id_: str, values: Iterable[str]) -> float | None:
    """Say from 0 to 100 how well one of the values fits a property of an actor; None where the graph tells nothing.

    Texts may be alike; codes, addresses, numbers, and names of organisations and countries are the same or are not.
    """
    property_ = PROPERTIES.get(id_)
    told = _spellings(entity, property_) if property_ else []
    wanted = [value.strip() for value in values if value.strip()]
    if not told or not wanted:
        return None
    alike = _alike if id_ in _TEXTS else _same
    return max(alike(value, spelling) for value in wanted for spelling in told)


def _spellings(entity: Entity, property_: Property) -> list[str]:
    found: list[str] = []
    for value in property_.values(entity):
        if isinstance(value, LabelledThing):
            found += [value.name, *value.other_names, value.iri, value.iri.rpartition("/")[2]]
        else:
            found.append(str(value))
    if property_.id == "post":
        # A spreadsheet that says it otherwise, or says more at once, is still right.
        found += [title for post in entity.posts if not post.former for title in post.titles]
        found += [f"{title} {name}" for post in entity.posts for title in post.titles for name in _names(post.body)]
    return found


def _names(body: LabelledThing | None) -> tuple[str, ...]:
    return (body.name, *body.other_names) if body else ()


def _same(one: str, other: str) -> float:
    return 100.0 if one == other or (words_of(one) and words_of(one) == words_of(other)) else 0.0


def _alike(one: str, other: str) -> float:
    return round(fuzz.token_sort_ratio(" ".join(words_of(one)), " ".join(words_of(other))), 1)


def told(value: PropertyValue, base: str) -> ToldValue:
    """Return a value as the data extension writes it: with its type for a name, an actor with its id."""
    match value:
        case LabelledThing(iri=iri, name=name):
            return {"id": iri.removeprefix(base), "name": name}
        case int():
            return {"int": value}
        case _:
            return {"str": value}
