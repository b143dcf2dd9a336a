"""Discourse: an article read from its first word to its last, each name, pronoun and description in its turn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.loaders.actors import bodies, descriptions, roles
from sayso.loaders.actors.addressees import HEARERS, cue_tokens, spoken_to
from sayso.loaders.actors.crowds import crowds
from sayso.loaders.actors.groups import unnamed
from sayso.loaders.actors.known import Name
from sayso.loaders.actors.nouns import told_of
from sayso.loaders.actors.salience import Salience
from sayso.loaders.actors.scene import Scene
from sayso.loaders.actors.sources import noun_phrase, speaking_heads
from sayso.loaders.actors.tokens import tokens_in
from sayso.loaders.actors.words import words
from sayso.loaders.facts import Attribution, Mention, Post, Span
from sayso.loaders.quotations import quotations

if TYPE_CHECKING:
    from spacy.tokens import Token

_HE = frozenset(("he", "him", "his", "himself"))
_SHE = frozenset(("she", "her", "hers", "herself"))
_IT = frozenset(("it", "its", "itself"))
_THEY = frozenset(("they", "them", "their", "theirs", "themselves"))
_I = frozenset(("i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"))
_TWEETS = frozenset(("tweet", "tweets", "tweeted", "retweeted", "tweeting"))
_WE = frozenset(("we", "us", "our", "ours"))
_SPOKESMEN = frozenset(("spokesman", "spokeswoman", "spokesperson", "representative"))
_LONGEST_ROW = 60  # words of "A, B and C"
_WHO = frozenset(("who", "which", "whom", "whose", "that"))


class Reader:
    """One reading of a scene. What is found goes into the scene's mentions."""

    def __init__(self, scene: Scene, attributions: Sequence[Attribution]) -> None:
        self.scene = scene
        self.salience = Salience(scene)
        self.meant: dict[int, tuple[str, ...]] = {}
        self.heads = {a: speaking_heads(scene.doc, a) for a in attributions}
        self.sources = {t.i: a for a in attributions for t in self.heads[a]}
        self.attributions = sorted(attributions, key=lambda a: min(s.start for s in a.contents) if a.contents else 0)
        self.contents: dict[int, list[Attribution]] = {}
        for attribution in attributions:
            for span in attribution.contents:
                for token in tokens_in(scene.doc, span):
                    self.contents.setdefault(token.i, []).append(attribution)
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
            if token.i in self.quoted and token.i not in self.scene.name_at and token.i not in self.sources:
                later.append((token, self.place))
            else:
                self._token(token)
        # who speaks is known only now, and "he" inside quotation marks is not the one who speaks
        for token, self.place in later:
            self._token(token)
        self._own_voice()
        self._spokesmen()
        self._first_persons()
        self._addressees()
        self._crowds()
        for index, token_index in self.scene.pending.items():
            token = self.scene.doc[token_index]
            if meant := self.meant.get(token_index) or descriptions.body_of(self, token):
                self._belongs(index, meant[0])

    def _belongs(self, index: int, body: str) -> None:
        """Complete a post whose organisation stands as a description: "the party's chair"."""
        membership = self.scene.memberships[index]
        if self.scene.kind(body) == "Person" and membership.post.title.lower().endswith("minister"):
            # "his fisheries minister" is of the state whose head he is
            held = (m.post.organisation for m in self.scene.memberships if m.person == body)
            body = next((o for o in held if o is not None and o.startswith("country/")), body)
        if self.scene.kind(body) in ("Organisation", "Country"):
            post = Post(membership.post.title, body)
            self.scene.memberships[index] = replace(membership, post=post)

    def is_quoted(self, token: Token) -> bool:
        """Say whether a token stands inside quotation marks."""
        return token.i in self.quoted

    def _token(self, token: Token) -> None:
        scene, name = self.scene, self.scene.name_at.get(token.i)
        if name is not None:
            if token.i == name.end - 1 and (actor := scene.at.get(token.i)):
                self._named(_top(self.scene, name), actor)
            return
        if token.i in scene.places:
            if (body := bodies.of_place(scene, token)) is not None:
                self._found(body[3], body[1], body[2], (body[0],), False)
            return
        if token.pos_ == "PRON" or token.lower_ in _HE | _SHE | _IT | _THEY:
            actors = self._pronoun(token)
            if actors:
                self._found(token, token.i, token.i + 1, actors, len(actors) > 1)
        elif token.i in self.sources or (
            token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("compound", "amod", "nmod")
        ):
            start, end = noun_phrase(token)
            if actors := descriptions.resolve(self, token, start, end):
                self._found(token, start, end, actors, token.tag_ in ("NNS", "NNPS"))

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
        """Read a speaking "Many Americans" as a group, "the Republican" as a person, not as country or party."""
        name = self.scene.name_at[token.i]
        if token.i not in self.sources:
            return False
        plural = token.tag_ in ("NNS", "NNPS")
        articles = {c.lower_ for c in token.lefts if c.dep_ in ("det", "nummod")}
        people: str | None = None
        counted = any(c.dep_ in ("nummod", "amod") or c.lower_ in words().quantifiers for c in token.lefts)
        if plural and (name.use == "demonym" or (name.use == "adherent" and counted)):
            people = unnamed(self.scene, token)
        elif not plural and name.use == "adherent" and articles:
            found = roles.of_party(self, token, country) if "the" in articles else ()
            people = found[0] if found else unnamed(self.scene, token)
        if people is None:
            return False
        self.scene.mentions.discard(Mention(self.scene.span(name.start, name.end), country))
        self._found(token, *noun_phrase(token), (people,), plural)
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

    def _found(self, token: Token, start: int, end: int, actors: tuple[str, ...], plural: bool) -> None:
        for actor in actors:
            self.scene.mention(start, end, actor)
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
                self.salience.note(
                    head,
                    actors,
                    self.place,
                    self.is_quoted(token),
                    token.i in self.sources or head.i in self.sources,
                    True,
                )

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
            return self._antecedent(token)
        return ()

    def _one(self, token: Token, gender: str) -> tuple[str, ...]:
        scene = self.scene

        def fits(actor: str) -> float | None:
            known = scene.gender.get(actor)
            if scene.kind(actor) != "Person" or known not in (gender, None):
                return None
            return (0.0 if known else -0.4) - 0.8 * actor.startswith("group/")

        found = self.salience.best(token, self.place, fits, self.is_quoted(token), self._own_speakers(token))
        found = found or told_of(self, token, gender)
        if found and found[0] not in scene.gender and not self.is_quoted(token):
            scene.gender[found[0]] = "male" if gender == "male" else "female"
        return found

    def _it(self, token: Token) -> tuple[str, ...]:
        if token.dep_ == "nsubj" and token.i not in self.sources and _empty_it(token):
            return ()
        bonus = {"Organisation": 0.3, "Country": 0.0}
        return self.salience.best(
            token,
            self.place,
            lambda actor: bonus.get(self.scene.kind(actor)),
            self.is_quoted(token),
            self._own_speakers(token),
        )

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
        if single and found[0] in self.scene.gender:
            return ()
        return found or told_of(self, token)

    def _own_speakers(self, token: Token) -> frozenset[str]:
        """Return who speaks the words that a token inside quotation marks stands in: never "he", "they"."""
        if not self.is_quoted(token):
            return frozenset()
        return frozenset(a for attribution in self.contents.get(token.i, ()) for a in self.speakers(attribution))

    def speakers(self, attribution: Attribution) -> tuple[str, ...]:
        """Return the speakers of an attribution as far as they have been read."""
        return tuple(dict.fromkeys(a for t in self.heads[attribution] for a in self.meant.get(t.i, ())))

    def _antecedent(self, token: Token) -> tuple[str, ...]:
        """Return what "who" or "which" refers to: the noun that its clause hangs on."""
        for ancestor in token.ancestors:
            if ancestor.dep_ == "relcl":
                return self.meant.get(ancestor.head.i) or descriptions.source_of(self, ancestor.head)
        before = self.salience.latest(token.i)
        return before[0].actors if before else ()

    def antecedent(self, token: Token) -> tuple[str, ...]:
        """Return what a phrase such as "many of whom" refers to."""
        return self._antecedent(token)

    def _addressees(self) -> None:
        """Add those without a name whom somebody addresses, and "in a tweet" as Twitter."""
        for attribution in self.attributions:
            cues = cue_tokens(self.scene.doc, attribution)
            for noun in spoken_to(cues, attribution):
                if noun.i not in self.meant and noun.i not in self.scene.name_at and noun.pos_ == "NOUN":
                    low = noun.lower_
                    known = words().people | words().offices | words().organisations | HEARERS
                    if noun.tag_ == "NNS" or low in known:
                        start, end = noun_phrase(noun)
                        if actor := unnamed(self.scene, noun):
                            self._found(noun, start, end, (actor,), noun.tag_ == "NNS")
            for noun in [*cues, *self.scene.doc[cues[-1].i : cues[-1].i + 6]] if cues else ():
                posted = noun.text.rstrip(".") == "X" and noun.i > 0 and self.scene.doc[noun.i - 1].lower_ == "on"
                if (noun.lower_ in _TWEETS or posted) and noun.i not in self.scene.name_at:
                    self.scene.mention(noun.i, noun.i + 1, self.scene.shared("organisation/twitter"))

    def _own_voice(self) -> None:
        """Read the "we" of a release, outside quotation marks, as the state or body that speaks most in it."""
        ours = [t for heads in self.heads.values() for t in heads if t.lower_ in _WE and not self.is_quoted(t)]
        if not ours:
            return
        spoken = Counter(a for heads in self.heads.values() for t in heads for a in self.meant.get(t.i, ())
                         if self.scene.kind(a) in ("Country", "Organisation"))  # fmt: skip
        if spoken:
            actor = spoken.most_common(1)[0][0]
            for token in ours:
                if token.i not in self.meant:
                    self.meant[token.i] = (actor,)
                    self.scene.mention(token.i, token.i + 1, actor)

    def _spokesmen(self) -> None:
        """Let an unnamed spokesman speak for the body too: "a spokesman for Boeing"."""
        for heads in self.heads.values():
            for token in heads:
                actors = self.meant.get(token.i, ())
                if len(actors) != 1 or not actors[0].startswith("group/") or token.lower_ not in _SPOKESMEN:
                    continue
                links = [c for c in token.rights if c.lower_ in ("for", "of")]
                near = [c for c in token.lefts if c.dep_ in ("compound", "poss", "nmod")]
                near += [c for link in links for c in link.children]
                bodies = [self.scene.at[c.i] for c in near if c.i in self.scene.at]
                if body := next((b for b in bodies if self.scene.kind(b) in ("Organisation", "Country")), None):
                    self.meant[token.i] = (*actors, body)
                    self.scene.mention(token.i, token.i + 1, actors[0])
                    self.scene.mention(token.i, token.i + 1, body)

    def _crowds(self) -> None:
        """Add the people without a name whom the words talk about: they answer to no pronoun elsewhere."""
        named = {i for name in self.scene.names for i in range(name.start, name.end)}
        for token in crowds(self.scene.doc, self.attributions).values():
            if token.i in self.meant or token.i in named:
                continue
            if actor := unnamed(self.scene, token):
                self.scene.mention(*noun_phrase(token), actor)

    def _first_persons(self) -> None:
        for attribution in self.attributions:
            actors = self.speakers(attribution)
            if not actors:
                continue
            for content in attribution.contents:
                for token in tokens_in(self.scene.doc, content):
                    if token.lower_ in _I and token.pos_ in ("PRON", "DET") and token.text != "US":
                        for actor in actors:
                            self.scene.mention(token.i, token.i + 1, actor)


def _top(scene: Scene, name: Name) -> Token:
    """Return the word of a name on which the others hang."""
    inside = range(name.start, name.end)
    return next(
        (t for t in scene.doc[name.start : name.end] if t.head.i not in inside or t.head.i == t.i),
        scene.doc[name.end - 1],
    )


def _empty_it(token: Token) -> bool:
    """Say whether "it" only fills a place: "it is clear that", "it would be wrong to"."""
    verb = token.head
    return verb.lemma_ in ("be", "seem", "appear", "take") and any(
        c.dep_ in ("acomp", "ccomp", "xcomp", "attr", "oprd", "advcl") for c in verb.children
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
