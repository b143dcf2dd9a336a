"""The scene: what is known of an article's actors while it is being read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sayso.loaders.actors import organisations, people
from sayso.loaders.actors.entire import entire
from sayso.loaders.actors.folded import visible
from sayso.loaders.actors.gazetteer import Figure, Gazetteer, gazetteer
from sayso.loaders.actors.known import Name
from sayso.loaders.actors.lexicon import lexicon
from sayso.loaders.actors.names import find_names
from sayso.loaders.actors.rulers import numbered
from sayso.loaders.actors.shortened import initialled, labelled, surnames
from sayso.loaders.actors.slug import key
from sayso.loaders.actors.spoken import spoken
from sayso.loaders.actors.styled import unstyled
from sayso.loaders.actors.words import Gender, words
from sayso.loaders.facts import Actor, ActorKind, Attribution, Membership, Mention, Span

if TYPE_CHECKING:
    from datetime import date

    from spacy.tokens import Doc, Token


_NAMED_OFTEN = 4
_LEAD = 70  # words of the headline and the first sentence or two


@dataclass
class Scene:
    """An article's names and who they mean. `at` says which actor the name at a token means; tokens, not characters."""

    doc: Doc
    names: list[Name]
    at: dict[int, str] = field(default_factory=dict)
    name_at: dict[int, Name] = field(default_factory=dict)
    places: dict[int, Name] = field(default_factory=dict)  # by last token: towns and the like, nobody's names
    actors: dict[str, Actor] = field(default_factory=dict)
    gender: dict[str, Gender] = field(default_factory=dict)
    party: dict[str, str] = field(default_factory=dict)
    home: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, frozenset[str]] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    figures: dict[str, Figure] = field(default_factory=dict)  # the known figures among the persons
    mentions: set[Mention] = field(default_factory=set)
    memberships: list[Membership] = field(default_factory=list)
    setting: str | None = None  # the country that the article is about, where the text leaves no doubt
    likely: str | None = None  # the country that most probably is, where an office has to be somewhere
    pending: dict[int, int] = field(
        default_factory=dict
    )  # membership whose organisation a description tells → its token

    def span(self, start: int, end: int) -> Span:
        """Return the characters of tokens `start` to `end` (exclusive)."""
        return Span(self.doc[start].idx, self.doc[end - 1].idx + len(self.doc[end - 1]))

    def mention(self, start: int, end: int, actor: str) -> None:
        """Note that tokens `start` to `end` mean an actor."""
        self.mentions.add(Mention(self.span(start, end), actor))

    def add(self, actor: Actor) -> str:
        """Add an actor, or spellings to the one of that key."""
        old = self.actors.get(actor.key)
        if old is not None:
            names = (old.names | actor.names | {actor.name}) - {old.name}
            actor = replace(old, names=names)
        self.actors[actor.key] = actor
        return actor.key

    def place(self, name: Name) -> str:
        """Add the body that a town or region is where it has offices; a capital's name is also its state's."""
        if lexicon().find(name.text):
            city = Actor(
                key("organisation", name.text), "Organisation", f"City of {name.text}", frozenset((name.text,))
            )
            return self.add(city)
        return self.add(Actor(key("organisation", name.text), "Organisation", name.text))

    def unnamed(self, kind: ActorKind, name: str, *others: str) -> str:
        """Add somebody without a name of their own ("observers"), who lives in this article only."""
        return self.add(Actor(key("group", name), kind, name, frozenset(others) - {name}))

    def shared(self, actor: str) -> str:
        """Add an actor of the lexicon."""
        return self.add(lexicon().actors[actor])

    def tells_of(self, country: str) -> bool:
        """Say whether an article tells of a state, and not only of its people or things: "French" is a language, too.

        "The French police" and "the French" tell of it.
        """
        able = words().offices | words().organisations | words().people
        for name in self.names:
            last = self.doc[name.end - 1]
            plain = name.use != "demonym" or last.head.lower_ in able or last.tag_ in ("NNS", "NNPS")
            if plain and (name.actor or _state_in(name)) == country:
                return True
        return any(lexicon().home.get(actor) == country for actor in self.actors)

    def kind(self, actor: str) -> ActorKind:
        """Return what an actor is."""
        return self.actors[actor].kind


def set_scene(
    doc: Doc,
    speaking: Iterable[Token] = (),
    addressed: Iterable[Token] = (),
    title: str | None = None,
    known: Gazetteer | None = None,
    published: date | None = None,
    attributions: Sequence[Attribution] = (),
) -> Scene:
    """Find the names of an article and who is who.

    `speaking` are the words that head its source spans, `addressed` those that head whom somebody speaks to. `known`
    are the figures whom a warrant makes known, by default those that SaySo brings; `published` is the article's day.
    A source of `attributions` that is nothing but a name is one.
    """
    known, speaking = known or gazetteer(), list(speaking)
    heads = {t.i for t in speaking}
    names = entire(doc, spoken(doc, find_names(doc, speaking, addressed, known), attributions), attributions)
    names = sorted(unstyled(doc, surnames(doc, names)), key=lambda n: n.start)
    names = labelled(doc, initialled(doc, names))
    scene = Scene(doc, names)
    persons, bodies = people.gather(doc, names), organisations.gather(doc, names, known)
    numbered(doc, names, persons)
    if title:
        people.complete(persons.values(), title)
    people.recognise(doc, names, persons, known, published)
    for index, name in enumerate(names):
        if index in persons:
            actor = _person(scene, persons[index])
        elif index in bodies:
            actor = _body(scene, bodies[index])
        elif name.actor:
            actor = scene.shared(name.actor)
            if name.use in ("capital", "seat"):  # "Moscow" as Russia's, where it speaks: what people search for
                scene.add(replace(scene.actors[actor], names=scene.actors[actor].names | {name.text}))
        else:
            if name.form == "place":
                scene.places[name.end - 1] = name
            if name.form != "place" or not any(name.start <= i < name.end for i in heads):
                continue
            actor = scene.place(name)  # "Palm County issued an order"
        scene.counts[actor] += 1
        scene.mention(name.start, name.end, actor)
        for i in range(name.start, name.end):
            scene.at[i] = actor
            scene.name_at[i] = name
    scene.setting = _setting(scene)
    scene.likely = scene.setting or _setting(scene, 2, 2)
    if scene.setting:
        scene.shared(scene.setting)  # its bodies may be named where it is not
    return scene


def _setting(scene: Scene, often: int = _NAMED_OFTEN, factor: int = 3) -> str | None:
    """Return the country that is named often and some times as often as any other, its capital included.

    Words for its people and its things alone are not enough: "French" is a language, too.
    """
    counts: Counter[str] = Counter()
    for name in scene.names:
        actor = name.actor or _state_in(name)
        if actor.startswith("country/") and not actor.startswith("country/US-"):
            counts[actor] += 1
        elif home := lexicon().home.get(scene.at.get(name.start, "")):
            counts[home] += 2  # another state's bodies act here too
    (first, most), (_, next_most) = (*counts.most_common(2), ("", 0), ("", 0))[:2]
    early = {n.actor for n in scene.names if n.start < _LEAD and n.actor and n.actor.startswith("country/")}
    clear = 2 if early == {first} else factor
    if most < often or most < clear * next_most or not scene.tells_of(first):
        return None
    return first


def _state_in(name: Name) -> str:
    """Return the state of a capital ("LUSAKA"), or the one at the end of a body's name ("University of Zambia")."""
    text = name.text.rpartition(" of ")[2] if name.form == "organisation" else name.text
    entry = lexicon().find(text.title() if text.isupper() else text) if name.form != "person" else None
    return entry.actor if entry else ""


def _person(scene: Scene, person: people.Person) -> str:
    """Add a person; a bare surname is not among the names, other articles' people share it."""
    names = {visible(n) for n in person.names if len(n.split()) > 1} | person.styled
    if person.gender:
        scene.gender[person.key] = person.gender
    warrant = person.warrant
    if warrant is None:
        return scene.add(Actor(person.key, "Person", visible(person.full), frozenset(names - {person.full})))
    figure = scene.figures[person.key] = warrant.figure
    spellings = frozenset((*names, *figure.aliases)) - {figure.name}
    return scene.add(Actor(figure.key, "Person", figure.name, spellings, figure.same_as, warrant.why, warrant.sure))


def _body(scene: Scene, body: organisations.Body) -> str:
    if body.key in lexicon().actors:
        scene.shared(body.key)
    scene.kinds[body.key] = body.kinds
    label = scene.actors[body.key].name if body.key in scene.actors else body.full
    # "Intelligence Committee" for the House's is a mention, no name: other articles mean the Senate's
    names = frozenset(n for n in body.names if n != label and (f" {n} " not in f" {label} " or _telling(n, label)))
    return scene.add(Actor(body.key, "Organisation", label, names, body.same_as))


def _telling(name: str, label: str) -> bool:
    """Say whether the first words of a body's name are a name: "Apple" of Apple Computer, not "Bank" of one."""
    return label.startswith(f"{name} ") and name.split()[-1].lower() not in words().organisations and len(name) > 3


def mentions_of(scene: Scene) -> tuple[Mention, ...]:
    """List the scene's mentions in text order."""
    return tuple(sorted(scene.mentions))
