"""Discourse: an article read from its first word to its last, each name, pronoun and description in its turn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from sayso.loaders.actors import afterwards, bodies, descriptions, roles
from sayso.loaders.actors.aged import ages, called_by_age
from sayso.loaders.actors.apposed import named_beside
from sayso.loaders.actors.crowds import is_one_body
from sayso.loaders.actors.groups import MANY, also_called, unnamed
from sayso.loaders.actors.headlined import headlined, is_headlined
from sayso.loaders.actors.known import Name
from sayso.loaders.actors.nouns import body_told, told_of
from sayso.loaders.actors.own_words import askers, others_named
from sayso.loaders.actors.salience import Salience
from sayso.loaders.actors.scene import Scene
from sayso.loaders.actors.single_they import single_they
from sayso.loaders.actors.sources import is_empty, noun_phrase, speaking_heads
from sayso.loaders.actors.tokens import tokens_in, told_by_clause
from sayso.loaders.actors.words import words
from sayso.loaders.facts import Attribution, Mention, Post, Span
from sayso.loaders.quotations import quotations
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_HE = word_set("actors/pronouns", "he")
_SHE = word_set("actors/pronouns", "she")
_IT = word_set("actors/pronouns", "it")
_THEY = word_set("actors/pronouns", "they")
_LONGEST_ROW = 60  # words of "A, B and C"
_BEFORE_NOUNS = frozenset(("compound", "amod", "nmod", "poss"))
_WHO = word_set("actors/pronouns", "who")


class Reader:
    """One reading of a scene. What is found goes into the scene's mentions."""

    def __init__(self, scene: Scene, attributions: Sequence[Attribution]) -> None:
        self.scene = scene
        self.meant: dict[int, tuple[str, ...]] = {}
        self.heads = {a: speaking_heads(scene.doc, a) for a in attributions}
        self.sources = {t.i: a for a in attributions for t in self.heads[a]}
        self.attributions = sorted(attributions, key=lambda a: min(s.start for s in a.contents) if a.contents else 0)
        self.contents: dict[int, list[Attribution]] = {}
        for attribution in attributions:
            for span in attribution.contents:
                for token in tokens_in(scene.doc, span):
                    self.contents.setdefault(token.i, []).append(attribution)
        self.salience = Salience(scene, self.contents, self.sources)
        self.quoted = _marks(scene, [q.whole for q in quotations(scene.doc.text)])
        self.owners: dict[str, tuple[str, ...]] = {}
        self.relatives: dict[tuple[str, str], str] = {}
        self.place = (0, 0)

    def read(self) -> None:
        """Resolve everything in text order, then "I" and "we", whose speakers are known only at the end."""
        sentence = paragraph = 0
        later = []
        for token in self.scene.doc:
            sentence += bool(token.is_sent_start)
            paragraph += "\n" in token.text
            self.place = (sentence, paragraph)
            inside = token.i in self.quoted and token.i not in self.scene.name_at and token.i not in self.sources
            if inside or is_headlined(self, token):
                later.append((token, self.place))
            else:
                self._token(token)
        # who speaks is known only now, and "he" inside quotation marks is not the one who speaks
        for token, self.place in later:
            self._token(token)
        afterwards.own_voice(self)
        afterwards.spokesmen(self)
        afterwards.spellings(self)
        afterwards.first_persons(self)
        afterwards.addressees(self)
        afterwards.crowds(self)
        for index, token_index in self.scene.pending.items():
            token = self.scene.doc[token_index]
            if meant := self.meant.get(token_index) or descriptions.body_of(self, token) or self._unnamed_body(token):
                self._belongs(index, meant[0])

    def _unnamed_body(self, token: Token) -> tuple[str, ...]:
        """Return the body without a name whose office is told: "Union spokeswoman Ada Hill"."""
        if token.lower_ not in words().organisations or token.tag_ not in ("NN", "NNP", "NNS", "NNPS"):
            return ()
        body = unnamed(self.scene, token)
        return (body,) if body is not None else ()

    def _belongs(self, index: int, body: str) -> None:
        """Complete a post whose organisation stands as a description: "the party's chair"."""
        membership = self.scene.memberships[index]
        if self.scene.kind(body) == "Person" and membership.post.title.lower().endswith("minister"):
            # "his fisheries minister" is of the state whose head he is
            held = (m.post.organisation for m in self.scene.memberships if m.person == body)
            body = next((o for o in held if o is not None and o.startswith("country/")), body)
        if self.scene.kind(body) in ("Organisation", "Country"):
            post = Post(_without_body(membership.post.title), body)
            self.scene.memberships[index] = replace(membership, post=post)

    def is_quoted(self, token: Token) -> bool:
        """Say whether a token stands inside quotation marks."""
        return token.i in self.quoted

    def _token(self, token: Token) -> None:
        scene, name = self.scene, self.scene.name_at.get(token.i)
        if token.i in self.sources and called_by_age(self, token):
            return
        if name is not None:
            if token.i == name.end - 1 and (actor := scene.at.get(token.i)):
                self._named(_top(self.scene, name), actor)
            return
        if token.i in scene.places:
            if (body := bodies.of_place(scene, token)) is not None:
                self.found(body[3], body[1], body[2], (body[0],), False)
            return
        if token.pos_ == "PRON" or token.lower_ in _HE | _SHE | _IT | _THEY:
            actors = self._pronoun(token)
            if not actors and token.i in self.sources and token.lower_ in MANY:
                actors = descriptions.source_of(self, token)  # "Everyone said", "Some say"
            if actors:
                self.found(token, token.i, token.i + 1, actors, len(actors) > 1)
        elif token.i in self.sources or (
            token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("compound", "amod", "nmod")
        ):
            start, end = noun_phrase(token)
            start = max(start, self.begun(token))
            told = headlined(self, token) if is_headlined(self, token) else ()
            if actors := told or self._labelled(token) or descriptions.resolve(self, token, start, end):
                self.found(token, start, end, actors, token.tag_ in ("NNS", "NNPS"))

    @cached_property
    def ages(self) -> dict[str, frozenset[str]]:
        """Return the persons of each age that the article tells."""
        return ages(self.scene)

    def _labelled(self, token: Token) -> tuple[str, ...]:
        """Return somebody without a name for a turn's label that tells an office: "THE WITNESS:".

        Where its holder is named, "THE PRESIDENT:" is read as such words are elsewhere.
        """
        attribution = self.sources.get(token.i)
        if attribution is None or not attribution.turn or not token.text.islower():
            return ()
        if any(token.lower_ in m.post.title.lower().split() for m in self.scene.memberships):
            return ()
        body = unnamed(self.scene, token, self.written(token), self.begun(token))
        return (body,) if body is not None else ()

    def _named(self, token: Token, actor: str) -> None:
        if self.scene.kind(actor) == "Person":
            self._kin(token, actor)
        if self._people_of(token, actor):
            return
        if (whole := bodies.extended(self.scene, token, actor, self.sources)) is not None:
            self.meant[token.i] = (actor,)
            self.salience.note(token, (actor,), self.place, self.is_quoted(token), False)
            actor, start, end, head = whole
            self.scene.mention(start, end, actor)
            self.meant[head.i] = (actor,)
            token = head
        self.meant[token.i] = (actor,)
        self.salience.note(token, (actor,), self.place, self.is_quoted(token), token.i in self.sources)
        self._joined(token)

    def _people_of(self, token: Token, country: str) -> bool:
        """Read "Many Americans" as a group, a speaking "the Republican" as a person, not as country or party."""
        name = self.scene.name_at[token.i]
        plural = token.tag_ in ("NNS", "NNPS")
        talked_of = plural and name.use == "demonym" and token.i in self.contents and token.dep_ not in _BEFORE_NOUNS
        if token.i not in self.sources and not talked_of:
            return False
        articles = {c.lower_ for c in token.lefts if c.dep_ in ("det", "nummod")}
        people: str | None = None
        counted = any(c.dep_ in ("nummod", "amod") or c.lower_ in words().quantifiers for c in token.lefts)
        if plural and (name.use == "demonym" or (name.use == "adherent" and counted)):
            people = unnamed(self.scene, token)
        elif not plural and name.use == "adherent" and articles:
            found = named_beside(self.scene, token)
            found = found or (roles.of_party(self, token, country) if "the" in articles else ())
            people = found[0] if found else unnamed(self.scene, token)
        if people is None:
            return False
        self.scene.mentions.discard(Mention(self.scene.span(name.start, name.end), country))
        self.found(token, *noun_phrase(token), (people,), plural)
        return True

    def _kin(self, token: Token, person: str) -> None:
        """Note whose kin a name is: "his wife Ivana", "her husband, Bill Clinton"."""
        nouns = [c for c in token.lefts if c.lower_ in words().kin]
        if token.dep_ == "appos" and token.head.lower_ in words().kin:
            nouns.append(token.head)
        for noun in nouns:
            owners = [c for n in (noun, token) for c in n.lefts if c.dep_ == "poss"]
            owner = next((a for c in owners for a in self.meant.get(c.i, ())), "")
            if owner != person:
                self.relatives[(owner, noun.lower_.removeprefix("ex-"))] = person

    def written(self, token: Token) -> int:
        """Return the token where the source span around a token ends; 0 where there is none."""
        attribution = self.sources.get(token.i)
        for span in attribution.sources if attribution else ():
            if span.start <= token.idx < span.end:
                return tokens_in(self.scene.doc, span).end
        return 0

    def begun(self, token: Token) -> int:
        """Return the token where the source span around a token starts; 0 where there is none."""
        attribution = self.sources.get(token.i)
        for span in attribution.sources if attribution else ():
            if span.start <= token.idx < span.end:
                return tokens_in(self.scene.doc, span).start
        return 0

    def found(self, token: Token, start: int, end: int, actors: tuple[str, ...], plural: bool) -> None:
        """Note whom a token means, and the tokens `start` to `end` as a mention."""
        for actor in actors:
            self.scene.mention(start, end, actor)
        also_called(self.scene, token, actors, self.written(token), self.begun(token))
        self.meant[token.i] = actors
        self.salience.note(token, actors, self.place, self.is_quoted(token), token.i in self.sources, plural)
        self._joined(token)

    def _joined(self, token: Token) -> None:
        """Note "NATO and Britain" as several, for the "they" that follows."""
        head, parts = token, [token]
        while head.dep_ == "conj" and token.i - _LONGEST_ROW < head.head.i < head.i:
            head = head.head
            parts.insert(0, head)
        if len(parts) > 1 and all(t.i in self.meant for t in parts):
            actors = tuple(dict.fromkeys(a for t in parts for a in self.meant[t.i]))
            if len(actors) > 1:
                speaks = token.i in self.sources or head.i in self.sources
                self.salience.note(head, actors, self.place, self.is_quoted(token), speaks, True)

    def _pronoun(self, token: Token) -> tuple[str, ...]:
        low = token.lower_
        if low in _HE:
            return self._one(token, "male")
        if low in _SHE:
            return self._one(token, "female")
        if low in _IT and token.dep_ != "expl":
            return self._it(token)
        if low in _THEY:
            return self._they(token)
        if low in _WHO and token.i in self.sources:
            return self.antecedent(token)
        return ()

    def _one(self, token: Token, gender: str) -> tuple[str, ...]:
        scene = self.scene

        def fits(actor: str) -> float | None:
            known = scene.gender.get(actor)
            if scene.kind(actor) != "Person" or known not in (gender, None):
                return None
            return (0.0 if known else -0.4) - 0.8 * actor.startswith("group/")

        others = self._own_speakers(token)
        if (said := self.sources.get(token.i)) is not None:
            others |= others_named(scene.doc, said, token, self._person_at) | askers(self, said, token)
        found = self.salience.best(token, self.place, fits, self.is_quoted(token), others)
        found = found or told_of(self, token, gender)
        if found and found[0] not in scene.gender and not self.is_quoted(token):
            scene.gender[found[0]] = "male" if gender == "male" else "female"
        return found

    def _person_at(self, token: Token) -> str | None:
        actor = self.scene.at.get(token.i)
        return actor if actor is not None and self.scene.kind(actor) == "Person" else None

    def _it(self, token: Token) -> tuple[str, ...]:
        if token.dep_ == "nsubj" and token.i not in self.sources and is_empty(token):
            return ()
        bonus = {"Organisation": 0.3, "Country": 0.0}

        def fits(actor: str) -> float | None:
            one = 0.0 if is_one_body(self.scene.actors[actor]) else None
            return bonus.get(self.scene.kind(actor), one)

        told = body_told(self, token)
        return told or self.salience.best(token, self.place, fits, self.is_quoted(token), self._own_speakers(token))

    def _they(self, token: Token) -> tuple[str, ...]:
        bonus = {"Group": 0.6, "Organisation": -0.3, "Country": -0.8, "Person": -1.5}
        found = self.salience.best(
            token,
            self.place,
            lambda actor: bonus[self.scene.kind(actor)],
            self.is_quoted(token),
            self._own_speakers(token),
            plural=True,
        )
        single = len(found) == 1 and self.scene.kind(found[0]) == "Person"
        if not found or single:
            found = single_they(self, token) or (found if single and found[0] not in self.scene.gender else ())
        return found or (() if single else told_of(self, token))

    def _own_speakers(self, token: Token) -> frozenset[str]:
        """Return who speaks the words that a token inside quotation marks stands in: never "he", "they"."""
        if not self.is_quoted(token):
            return frozenset()
        return frozenset(a for attribution in self.contents.get(token.i, ()) for a in self.speakers(attribution))

    def speakers(self, attribution: Attribution) -> tuple[str, ...]:
        """Return the speakers of an attribution as far as they have been read."""
        return tuple(dict.fromkeys(a for t in self.heads[attribution] for a in self.meant.get(t.i, ())))

    def antecedent(self, token: Token) -> tuple[str, ...]:
        """Return what "who" or "which" refers to: the noun that its clause hangs on."""
        if (noun := told_by_clause(token)) is not None:
            return self.meant.get(noun.i) or descriptions.source_of(self, noun)
        if token.is_sent_start or token.tag_ == "DT":
            return ()  # "Who knows?", "That is a pity"
        before = self.salience.latest(token.i)
        return before[0].actors if before else ()


def _without_body(title: str) -> str:
    """Cut the body off a title: "spokeswoman" of "Police spokeswoman"."""
    parts = title.split()
    last = max((i for i, part in enumerate(parts[:-1]) if part.lower() in words().organisations), default=-1)
    return " ".join(parts[last + 1 :])


def _top(scene: Scene, name: Name) -> Token:
    """Return the word of a name on which the others hang."""
    inside = range(name.start, name.end)
    return next(
        (t for t in scene.doc[name.start : name.end] if t.head.i not in inside or t.head.i == t.i),
        scene.doc[name.end - 1],
    )


def _marks(scene: Scene, stretches: list[Span]) -> set[int]:
    """Return the tokens inside the stretches."""
    found: set[int] = set()
    at = 0
    for token in scene.doc:
        while at < len(stretches) and stretches[at].end <= token.idx:
            at += 1
        if at < len(stretches) and stretches[at].start <= token.idx:
            found.add(token.i)
    return found
